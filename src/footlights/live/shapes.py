"""How a field of each shape stands in the shared document: read from the entries of an element, and spelt in them.

The entries of a field are named by what stands behind the field's name: "" for the field itself, `@nl`, `/key`, `.work`.
References are keys here, on both ways; what they are called in a blueprint is worked out elsewhere.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from footlights.edits import fitted
from footlights.model import LANGUAGE_TAG, Effect, Feeling, Field, FootlightsError, Reasons, Time, Translations, fields_of, takes_word

from .ranks import ranked

__all__ = ["Entries", "Fault", "Words", "entry_name", "grouped", "read_value", "spell_value"]

Entries = Mapping[str, Any]
Fault = Callable[[str], None]
_Read = Callable[[Field, Entries, str, Fault], Any]
#: What a quantity may take to spell; the rest is no quantity.
_LONGEST = 100
_MARKS = re.compile("[@/.]")


class Words(str):
    """A text that stands in the document as shared text, so that several people can type in it."""

    __slots__ = ()


def entry_name(field: Field) -> str:
    """What a field is called in the shared document: its name in Python, but `from` without its underscore."""
    return "from" if field.name == "from_" else field.name


def grouped(entries: Entries) -> dict[str, dict[str, Any]]:
    """Entries by the name of their field, each under what stands behind that name."""
    found: dict[str, dict[str, Any]] = {}
    for entry, value in entries.items():
        name = entry if entry.isidentifier() else _MARKS.split(entry, maxsplit=1)[0]
        found.setdefault(name, {})[entry[len(name) :]] = value
    return found


def read_value(field: Field, entries: Entries, own: str, fault: Fault) -> Any:
    """The value that entries spell, None for none; what can't be used is left out and told to `fault`. Never raises."""
    try:
        read: _Read = _READ.get(field.shape, _read_plain)
        return read(field, entries, own, fault)
    except FootlightsError as wrong:
        fault(str(wrong))
    except (ValueError, TypeError, ArithmeticError, RecursionError):
        fault(f"{field.key} holds what it can't")
    return None


def spell_value(field: Field, value: Any, current: Entries, own: str, was_own: str = "") -> dict[str, Any]:
    """The entries that spell a value, given those that stand there now; `Words` are shared text.

    `was_own` is the document's language as it was, when it changes just now: texts without a tag were in that one.
    """
    spell = _SPELL.get(field.shape)
    if spell is not None:
        return spell(field, value, current, own, was_own)
    return {} if value is None else {"": _PLAIN.get(field.shape, _same)(value)}


def _read_plain(field: Field, entries: Entries, own: str, fault: Fault) -> Any:
    raw = entries.get("")
    if raw is None:
        return None
    if isinstance(raw, (list, dict)) or (field.shape in _PLAIN_TEXT and (not isinstance(raw, str) or len(raw) > _LONGEST)):
        fault(f"{field.key} holds no {field.shape}")
        return None
    return fitted(field, raw)


def _read_text(field: Field, entries: Entries, own: str, fault: Fault) -> str | Translations | None:
    tagged: dict[str, str] = {}
    plain = ""
    for rest, raw in entries.items():
        if rest == "@":
            continue
        if not isinstance(raw, str):
            fault(f"{field.key}{rest} holds no text")
        elif not rest:
            plain = raw
        elif raw and rest[0] == "@" and LANGUAGE_TAG.fullmatch(rest[1:]):
            tagged[rest[1:]] = raw
    order = _tags(entries.get("@"))
    if not tagged and not (plain and own in order):
        return plain or None
    if own in tagged and plain and plain != tagged[own]:
        fault(f"{field.key} holds two texts in {own}")
    if plain:
        tagged.setdefault(own, plain)
    first = [tag for tag in order if tag in tagged]
    return Translations(tuple((tag, tagged[tag]) for tag in (*first, *sorted(tagged.keys() - set(first)))))


def _tags(raw: Any) -> list[str]:
    return list(dict.fromkeys(tag for tag in raw if isinstance(tag, str))) if isinstance(raw, list) else []


def _spell_text(field: Field, value: Any, current: Entries, own: str, was_own: str) -> dict[str, Any]:
    entries = value.entries if isinstance(value, Translations) else ()
    said = {tag: text for tag, text in entries if text}
    # whoever types in a language does so where it stands; a text that is hidden behind it is left alone
    behind = isinstance(value, Translations) and not was_own and bool(current.get(f"@{own}"))
    found: dict[str, Any] = {rest: Words() for rest in current if rest.startswith("@") and rest != "@"}
    found[""] = Words(current.get("", "")) if behind else Words(value if isinstance(value, str) else said.get(own, ""))
    found |= {f"@{tag}": Words(text) for tag, text in said.items() if behind or tag != own}
    if said:
        found["@"] = list(said)
    return found


def _read_refs(field: Field, entries: Entries, own: str, fault: Fault) -> tuple[str, ...] | None:
    found = [(rank if isinstance(rank, str) else "", rest[1:]) for rest, rank in entries.items() if rest[:1] == "/" and rank is not None]
    return tuple(key for _, key in sorted(found) if key) or None


def _spell_refs(field: Field, value: Any, current: Entries, own: str, was_own: str) -> dict[str, Any]:
    return {f"/{key}": rank for key, rank in ranked(value or (), {rest[1:]: rank for rest, rank in current.items()}).items()}


def _parts(kind: type) -> tuple[Callable[..., Any], Callable[..., dict[str, Any]]]:
    """Reading and spelling of a value that has fields of its own: `time.work`, `effect.reading`."""
    fields = {entry_name(field): field for field in fields_of(kind)}

    def read(field: Field, entries: Entries, own: str, fault: Fault) -> Any:
        parts = grouped({rest[1:]: raw for rest, raw in entries.items() if rest[:1] == "."})
        found = {
            part.name: value
            for name, part in fields.items()
            if name in parts and (value := read_value(part, parts[name], own, fault)) is not None
        }
        return fitted(field, kind(**found)) if found else None

    def spell(field: Field, value: Any, current: Entries, own: str, was_own: str) -> dict[str, Any]:
        now = grouped({rest[1:]: raw for rest, raw in current.items() if rest[:1] == "."})
        found: dict[str, Any] = {}
        for name, part in fields.items() if value is not None else ():
            spelt = spell_value(part, getattr(value, part.name), now.get(name, {}), own, was_own)
            found |= {f".{name}{rest}": raw for rest, raw in spelt.items()}
        return found

    return read, spell


_EVERYONE = "*"
_FEELING = {field.name: field for field in fields_of(Feeling)}


def _read_feelings(field: Field, entries: Entries, own: str, fault: Fault) -> tuple[Feeling, ...] | None:
    """`/noor` is a level, `/noor.basis` what it rests on, `/noor.source/log` where it comes from; a key may have dots too."""
    levels: dict[str, Any] = {}
    basis: dict[str, Any] = {}
    sources: dict[str, dict[str, Any]] = {}
    for rest, raw in entries.items():
        persona, slash, source = rest[1:].partition("/")
        if slash:
            if persona.endswith(".source"):
                sources.setdefault(persona.removesuffix(".source"), {})[f"/{source}"] = raw
        elif isinstance(raw, str) and persona.endswith(".basis"):
            basis[persona.removesuffix(".basis")] = raw
        elif persona and raw is not None:
            levels[persona] = raw
    found = []
    for persona in sorted(levels, key=lambda key: (key != _EVERYONE, key)):
        level = read_value(_FEELING["level"], {"": levels[persona]}, own, fault)
        if level is not None:
            claim = read_value(_FEELING["basis"], {"": basis.get(persona)}, own, fault)
            found.append(Feeling(None if persona == _EVERYONE else persona, level, claim, _said(sources.get(persona, {}))))
    return tuple(found) or None


def _said(entries: Entries) -> tuple[str, ...]:
    return _read_refs(_FEELING["source"], entries, "", lambda what: None) or ()


def _spell_feelings(field: Field, value: Any, current: Entries, own: str, was_own: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for feeling in value or ():
        rest = f"/{feeling.persona or _EVERYONE}"
        found[rest] = float(feeling.level)
        if feeling.basis is not None:
            found[f"{rest}.basis"] = feeling.basis
        before = f"{rest}.source"
        now = {key.removeprefix(before): rank for key, rank in current.items() if key.startswith(before + "/")}
        found |= {before + key: rank for key, rank in _spell_refs(field, feeling.source, now, own, was_own).items()}
    return found


def _read_languages(field: Field, entries: Entries, own: str, fault: Fault) -> tuple[str, ...] | None:
    tags = _tags(entries.get(""))
    found = tuple(tag for tag in tags if LANGUAGE_TAG.fullmatch(tag))
    if entries.get("") is not None and len(found) < len(tags):
        fault(f"{field.key} holds what is no language")
    return found or None


def _read_choices(field: Field, entries: Entries, own: str, fault: Fault) -> tuple[str, ...] | None:
    words = _tags(entries.get(""))
    found = tuple(word for word in words if word in field.choices)
    if entries.get("") is not None and len(found) < len(words):
        fault(f"{field.key} holds what it can't")
    return found or None


def _read_by_word(field: Field, entries: Entries, own: str, fault: Fault) -> Reasons | None:
    raw = entries.get("")
    found: dict[str, Any] = {}
    for pair in raw if isinstance(raw, list) else ():
        if not isinstance(pair, list) or len(pair) != 2 or not takes_word(field, pair[0]) or pair[0] in found:
            fault(f"{field.key} holds what is no word with a text")
            continue
        said = _pairs(pair[1]) if isinstance(pair[1], list) else pair[1]
        if said and isinstance(said, (str, Translations)):
            found[pair[0]] = said
    return tuple(found.items()) or None


def _pairs(raw: list[Any]) -> Translations | None:
    good = (pair for pair in raw if isinstance(pair, list) and len(pair) == 2 and all(isinstance(part, str) for part in pair))
    said = {tag: text for tag, text in good if text and LANGUAGE_TAG.fullmatch(tag)}
    return Translations(tuple(said.items())) if said else None


def _spell_by_word(field: Field, value: Any, current: Entries, own: str, was_own: str) -> dict[str, Any]:
    said = [[word, [list(pair) for pair in text.entries] if isinstance(text, Translations) else text] for word, text in value or () if text]
    return {"": said} if said else {}


def _spell_languages(field: Field, value: Iterable[str] | None, current: Entries, own: str, was_own: str) -> dict[str, Any]:
    tags = list(dict.fromkeys(value or ()))
    return {"": tags} if tags else {}


def _same(value: Any) -> Any:
    return value


#: Shapes whose value stands there as people write it.
_PLAIN_TEXT = ("duration", "money", "target", "date")
_PLAIN: dict[str, Callable[[Any], Any]] = {
    "duration": str, "money": str, "target": str, "date": str, "number": float, "integer": float, "share": float,
}  # fmt: skip
_READ_TIME, _SPELL_TIME = _parts(Time)
_READ_EFFECT, _SPELL_EFFECT = _parts(Effect)
_READ: dict[str, Callable[..., Any]] = {
    "text": _read_text, "refs": _read_refs, "time": _READ_TIME, "effect": _READ_EFFECT, "feelings": _read_feelings,
    "languages": _read_languages, "choices": _read_choices, "vocabulary": _read_by_word, "reasons": _read_by_word,
}  # fmt: skip
_SPELL: dict[str, Callable[..., dict[str, Any]]] = {
    "text": _spell_text, "refs": _spell_refs, "time": _SPELL_TIME, "effect": _SPELL_EFFECT, "feelings": _spell_feelings,
    "languages": _spell_languages, "choices": _spell_languages, "vocabulary": _spell_by_word, "reasons": _spell_by_word,
}  # fmt: skip
