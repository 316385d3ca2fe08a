"""Visitors with a browser: apart from each other, and none of their complaints goes unheard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.visitors import assert_accessible

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.support.visitors import Visitors


def test_two_people_share_nothing(visitors: Visitors) -> None:
    one, other = visitors.new(), visitors.new(locale="nl-NL")
    assert one.evaluate("navigator.language") == "en-GB"
    assert other.evaluate("navigator.language") == "nl-NL"
    assert one.context is not other.context


@pytest.mark.parametrize(
    ("script", "complaint"),
    [
        ("console.error('oh dear')", "console: oh dear"),
        ("setTimeout(() => { throw new Error('bang') })", "page error: bang"),
        ("fetch('http://other.example/x').catch(() => 0)", "asked another host: http://other.example/x"),
    ],
)
def test_a_complaint_is_heard_unless_it_was_expected(visitors: Visitors, script: str, complaint: str) -> None:
    person = visitors.new()
    person.context.route("http://other.example/**", lambda route: route.fulfill(body="x", headers={"access-control-allow-origin": "*"}))
    person.evaluate(f"() => {{ {script} }}")
    person.wait_for_timeout(100)
    assert visitors.complaints() == [complaint]
    visitors.expect("oh dear|bang|other[.]example")
    assert visitors.complaints() == []


def test_axe_passes_a_good_page_and_names_what_is_wrong(browser: Browser) -> None:
    person = browser.new_page()
    person.set_content("<html lang=en><title>t</title><main><h1>Hello</h1></main>")
    assert_accessible(person)
    person.set_content("<html lang=en><title>t</title><main><h1>Hello</h1><button></button></main>")
    with pytest.raises(AssertionError, match="button-name"):
        assert_accessible(person)
    person.close()
