"""What the editor in the browser knows from the house: the model, the colours, the icons, the fonts and the craft's words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

__all__ = ["craft", "craft_words", "faces", "fonts", "icons", "model", "named_words", "tokens"]

NOTE = "Written by `python3 dev.py generate`: change the Python code, not this file."
#: Families of labels that say the craft's words; the others belong to the pages that footlights exports.
FAMILIES = ("lane", "line", "word", "mark", "state", "basis", "class", "feeling", "link", "view", "unit")
#: Families with one label for each of a list's values; `word` has too many shapes for that.
LISTED = tuple(family for family in FAMILIES if family != "word")
FONTS_FROM_APP = "../../../src/footlights/typeset/fonts"
MESSAGES = Path(__file__).resolve().parent.parent / "web" / "messages" / "en"


def literal(value: object) -> str:
    """A value as TypeScript writes it."""
    return json.dumps(value, ensure_ascii=False)


def model() -> str:
    """web/src/generated/model.ts: what a blueprint is, for forms, tables and checks in the browser."""
    import footlights.model as house
    from footlights.words import LANGUAGES

    kinds = {**house.COLLECTIONS, "feelings": house.Feeling, "time": house.Time, "effect": house.Effect, "blueprint": house.Blueprint}
    fields = {name: house.fields_of(kind) for name, kind in kinds.items()}
    shapes = sorted({field.shape for found in fields.values() for field in found})
    lists = [name for name in house.__all__ if name.isupper() and is_words(getattr(house, name))]
    lines = [f"// {NOTE}", ""]
    lines += [f"export type Shape = {' | '.join(map(literal, shapes))};", "", *FIELD]
    lines += ["export const COLLECTIONS = {"]
    for name, kind in house.COLLECTIONS.items():
        lines += [f"  {literal(name)}: {{", f"    element: {literal(kind.__name__)},"]
        lines += [f"    structure: {literal(structure(kind))},", "    fields: [", *field_lines(fields[name], "      "), "    ],", "  },"]
    lines += ["} as const satisfies Record<string, CollectionKind>;", "export type CollectionName = keyof typeof COLLECTIONS;", ""]
    for constant, name, told in (
        ("HEAD", "blueprint", "The fields of the document itself."),
        ("TIME", "time", "The parts of a value of shape `time`."),
        ("FEELING", "feelings", "The parts of each value of shape `feelings`, beside its `persona` (null speaks for everyone)."),
        ("EFFECT", "effect", "The parts of a value of shape `effect`."),
    ):
        body = field_lines(fields[name], "  ")
        lines += [f"/** {told} */", f"export const {constant} = [", *body, "] as const satisfies readonly Field[];", ""]
    for name in [*lists, "LANGUAGES"]:
        values = LANGUAGES if name == "LANGUAGES" else getattr(house, name)
        lines += [
            f"export const {name} = {literal(list(values))} as const;",
            f"export type {type_name(name)} = (typeof {name})[number];",
            "",
        ]
    lines += ["/** Seconds in each unit of time; a working day counts as one day. */"]
    lines += [f"export const SECONDS = {literal(house.SECONDS)} as const;", "export type Unit = keyof typeof SECONDS;"]
    return "\n".join(lines) + "\n"


FIELD = """\
/** One field: `name` in Python, `key` in the file and in the shared document. */
export interface Field {
  readonly name: string;
  readonly key: string;
  readonly shape: Shape;
  readonly choices: readonly string[];
  /** Collections that a ref may point at; ["*"] is any element, by its address. */
  readonly collections: readonly string[];
  readonly low: number | null;
  readonly high: number | null;
  readonly required: boolean;
  /** The text that an element is called by. */
  readonly title: boolean;
}

export interface CollectionKind {
  readonly element: string;
  /** What places an element, beside its id: the phase of a step, the step and lane of a card. */
  readonly structure: readonly string[];
  readonly fields: readonly Field[];
}
""".splitlines()


def is_words(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(word, str) for word in value)


def structure(kind: type) -> list[str]:
    """The attributes of an element that are neither its id nor fields of its own."""
    from footlights.model import fields_of

    own = {field.name for field in fields_of(kind)}
    return [name for name in kind.__annotations__ if name not in own and name not in {"id", "more"}]


def field_lines(fields: Iterable[tuple[object, ...]], indent: str) -> Iterator[str]:
    for field in fields:
        said = dict(zip(type(field)._fields, field, strict=True))  # type: ignore[attr-defined]
        del said["about"]  # the editor has it in the reader's language, and fetches it when it is asked for
        yield f"{indent}{{ {', '.join(f'{key}: {literal(value)}' for key, value in said.items())} }},"


def type_name(constant: str) -> str:
    """The name of one value's type: Role for ROLES, MarkKind for MARK_KINDS, Basis for BASES."""
    irregular = {"BASES": "Basis", "SEVERITIES": "Severity", "CHANNEL_CLASSES": "ChannelClass", "VOCABULARY": "VocabularyWord"}
    words = constant.removesuffix("S").split("_")
    return irregular.get(constant) or "".join(word.capitalize() for word in words)


def tokens() -> str:
    """web/src/generated/tokens.css: the colours of the pictures as custom properties, light, dark and with much contrast."""
    from footlights.drawing import THEMES

    def rule(selector: str, theme: str, indent: str = "") -> Iterator[str]:
        yield f"{indent}{selector} {{"
        yield f"{indent}  color-scheme: {'dark' if THEMES[theme].dark else 'light'};"
        yield from (f"{indent}  --{token}: {colour};" for token, colour in THEMES[theme].colours.items())
        yield f"{indent}}}"

    lines = [f"/* {NOTE} */", "", *rule(":root", "light"), ""]
    lines += ["@media (prefers-color-scheme: dark) {", *rule(":root:not([data-theme='light'])", "dark", "  "), "}", ""]
    lines += [*rule(":root[data-theme='dark']", "dark"), "", *rule(":root[data-theme='contrast']", "contrast")]
    return "\n".join(lines) + "\n"


def icons() -> str:
    """web/src/generated/icons.ts: the icons of the pictures as path letters."""
    from footlights.drawing import ICONS

    lines = [f"// {NOTE}", "", "/** Path letters in a box of 12 by 12: draw them as a 1.2 px stroke with round ends and no fill. */"]
    lines += ["export const ICONS = {", *(f"  {literal(name)}: {literal(path)}," for name, path in ICONS.items()), "} as const;"]
    return "\n".join([*lines, "export type IconName = keyof typeof ICONS;"]) + "\n"


#: The radius of a face on the board, in px.
FACE = 9.0


def faces() -> str:
    """web/src/generated/faces.ts: the outlines and the mouths of the faces on a curve, as path letters and numbers."""
    from footlights import drawing
    from footlights.layout import emotion

    def letters(shape: drawing.Path | drawing.Rect) -> str:
        if isinstance(shape, drawing.Path):
            return re.sub(r"-?\d+\.\d+", lambda number: f"{float(number[0]):g}", shape.d)
        r, side, edge = f"{shape.radius:g}", f"{FACE - shape.radius:g}", f"{FACE:g}"
        less = f"-{side}" if side != "0" else "0"
        corner = f"A{r} {r} 0 0 1 "
        ways = (
            f"H{side}{corner}{edge} {less}",
            f"V{side}{corner}{side} {edge}",
            f"H{less}{corner}-{edge} {side}",
            f"V{less}{corner}{less} -{edge}",
        )
        return f"M{less} -{edge}{''.join(ways)}Z"

    shapes = (emotion.outline_of(f"persona-{number}", 0, 0, FACE, "paper", None) for number in range(1, 6))
    lines = [f"// {NOTE}", "", f"export const RADIUS = {FACE:g};", "", "/** The face of each persona, up to the fifth, around 0, 0. */"]
    lines += ["export const OUTLINES = [", *(f"  {literal(letters(shape))}," for shape in shapes), "] as const;", ""]
    lines += ["/** Per mood: how far below the middle the corners of the mouth lie, and how far below them its bend. */"]
    lines += ["export const MOUTHS: Record<number, readonly [drop: number, bend: number]> = {"]
    lines += [f"  {mood if mood >= 0 else f'[{mood}]'}: [{drop:g}, {bend:g}]," for mood, (drop, bend) in emotion.MOUTHS.items()]
    return "\n".join([*lines, "};"]) + "\n"


def key_of(label: str) -> str:
    """A label's key as the browser calls it: lane_evidence, line_internal_interaction, feeling_minus_2."""
    return re.sub(r"[.-]", "_", label.replace(".-", ".minus-"))


def craft(language: str) -> Callable[[], str]:
    """The maker of web/messages/LANGUAGE/craft.json: the craft's words in one language."""

    def text() -> str:
        from importlib import import_module

        labels: dict[str, str] = import_module(f"footlights.words.labels_{language}").LABELS
        found = {key_of(label): said for label, said in labels.items() if label.partition(".")[0] in FAMILIES}
        return json.dumps(found, ensure_ascii=False, indent=2) + "\n"

    return text


def craft_words() -> str:
    """web/src/generated/craft.ts: for each list of the craft its values with the message that says them."""
    from footlights.words import labels_en

    lines = [f"// {NOTE}", "", "import * as m from './paraglide/messages/_index.js';"]
    for family in LISTED:
        labels = [label for label in labels_en.LABELS if label.partition(".")[0] == family and "{" not in labels_en.LABELS[label]]
        lines += ["", f"export const {family}Words = {{"]
        lines += [f"  {literal(label.partition('.')[2])}: m.{key_of(label)}," for label in labels]
        lines += ["} as const;"]
    return "\n".join(lines) + "\n"


#: Messages that the editor finds by the name of a field, a choice, a collection, a refusal or a command.
BY_NAME = ("field", "choice", "one", "many", "about", "edit", "command")


def named_words() -> str:
    """web/src/generated/named.ts: the messages that are found by a name; all others are told apart when the editor is built."""
    found: dict[str, None] = {}
    for file in sorted(MESSAGES.glob("*.json")):
        if file.stem not in ("help", "findings"):
            found |= dict.fromkeys(key for key in json.loads(file.read_text("utf-8")) if key.partition("_")[0] in BY_NAME)
    lines = [f"// {NOTE}", "", "import * as m from './paraglide/messages/_index.js';", "", "export const named = {"]
    return "\n".join([*lines, *(f"  {key}: m.{key}," for key in found), "} as const;"]) + "\n"


def fonts() -> str:
    """web/src/app/fonts.css: the shipped Noto Sans by range, so that a page fetches only what its text needs."""
    from footlights.typeset import FAMILY, chunks_for

    everything = [chr(code) for code in range(0x20, 0x10000)]
    lines = [f"/* {NOTE} */", "/* Noto Sans is under the SIL Open Font License: OFL.txt stands beside the files. */"]
    for chunk in (*chunks_for(everything, bold=False), *chunks_for(everything, bold=True)):
        lines += ["", "@font-face {", f"  font-family: '{FAMILY}';", f"  font-weight: {chunk.weight};", "  font-display: swap;"]
        lines += [f"  src: url('{FONTS_FROM_APP}/noto-sans-{chunk.weight}-{chunk.name}.woff2') format('woff2');"]
        lines += [f"  unicode-range: {chunk.unicode_range.replace(',', ', ')};", "}"]
    return "\n".join(lines) + "\n"
