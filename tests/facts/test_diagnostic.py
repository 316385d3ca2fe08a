"""A diagnostic says where and what, in the reader's language."""

import footlights as fl


def test_printed_it_is_place_severity_and_sentence() -> None:
    found = fl.loads("footlights: 1\ntitle: A\nphases:\n- title: B\n  steps:\n  - does: C\n    feel: 1\n", strict=False).diagnostics
    assert len(found) == 1
    assert str(found[0]).startswith("<text>:7:5: warning: ")
    assert "feel" in str(found[0])
    assert found[0].code.startswith("DOC")
    assert len({found[0].text(language) for language in ("en", "nl", "es")}) == 3
    assert "feels" in found[0].hint("en") + found[0].text("en")
