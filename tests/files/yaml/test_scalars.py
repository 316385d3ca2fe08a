"""How texts are quoted: only when they need it, and then so that every reader of YAML takes them for the same text."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from footlights.files import write_scalar
from footlights.files.yaml.nodes import Map, Scalar, parse
from tests.properties.strategies import WEIRD, texts

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]
knotty = st.one_of(texts, st.text(alphabet=" \n\t-:#,[]{}'\"\\ab1.0e?&*!|>%@~=<\u00a0\x85", max_size=8))


@pytest.mark.parametrize("loader", LOADERS)
@given(text=knotty)
def test_a_reader_of_yaml_1_1_gets_the_same_text(loader: type[yaml.SafeLoader], text: str) -> None:
    flow = write_scalar(text, flow=True)
    assert "\n" not in flow
    assert yaml.load(f"{{a: [{flow}, b], {flow}: 2}}", loader) == {"a": [text, "b"], text: 2}
    assert yaml.load(f"a:\n  b: {write_scalar(text, indent=4)}\n  c: 1\n", loader) == {"a": {"b": text, "c": 1}}
    assert yaml.load(f"- {write_scalar(text, indent=2)}\n- 1\n", loader) == [text, 1]


@given(text=knotty)
def test_so_do_we(text: str) -> None:
    root, found = parse(f"a: {write_scalar(text, indent=2)}\nb: 1\n")
    assert found == ()
    assert isinstance(root, Map)
    value = root.get("a")
    assert isinstance(value, Scalar)
    assert value.value == text
    assert not value.empty


def test_plain_words_stay_plain() -> None:
    for text in ("Calls the service desk", "3 min", "60 %", "<= 30 s", "Don't", "a:b", "C#", "2 of 3", "x-ray", "50 km/h (max.)", "naïve"):
        assert write_scalar(text, flow=True) == text


@pytest.mark.parametrize(
    ("text", "block", "flow"),
    [
        ("no", '"no"', '"no"'),
        ("12:30", '"12:30"', '"12:30"'),
        ("022", '"022"', '"022"'),
        ("2027-03-01", '"2027-03-01"', '"2027-03-01"'),
        (">= 70", '">= 70"', '">= 70"'),
        ('say "hi"', 'say "hi"', 'say "hi"'),
        ('"hi"', "'\"hi\"'", "'\"hi\"'"),
        ("a, b", "a, b", '"a, b"'),
        ("what?", "what?", '"what?"'),
        ("two\nlines", "|-\n  two\n  lines", '"two\\nlines"'),
        ("two\n\nlines\n", "|\n  two\n\n  lines", '"two\\n\\nlines\\n"'),
        ("\ud800", '"\ufffd"', '"\ufffd"'),
    ],
)
def test_quotes_come_where_they_are_needed(text: str, block: str, flow: str) -> None:
    assert write_scalar(text, indent=2) == block
    assert write_scalar(text, flow=True) == flow


def test_the_weird_texts_are_weird() -> None:
    assert sum(write_scalar(text, flow=True) != text for text in WEIRD) > len(WEIRD) * 0.6
