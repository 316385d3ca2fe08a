"""Small drawings made by hand, with everything that a layout may put in one; and large ones."""

from footlights.drawing import Drawing, Group, Item, Path, Rect, Row, TextLine
from footlights.model import Blueprint, Card, Collection, Phase, Step, arranged

__all__ = ["HOSTILE", "card", "hostile", "long", "sample", "wide"]

HOSTILE = "<script>alert(1)</script> ]]> \"quoted\" 'single' & \x00\x07\x0b\x1b\ud800\ufffe #panic() $x$ *b* {{x}} --> é"

STEPS = (("Meldt", "Voor"), ("Wacht", "Voor"), ("Krijgt antwoord", "Tijdens"), ("Bevestigt", ""))
LANES = (("customer", "Customer"), ("frontstage", "Front stage · Agent"), ("support", "Support"))
HEAD, LEFT, COLUMN, ROW = 96.0, 150.0, 180.0, 110.0


def card(name: str, x: float, y: float, text: str, lane: str = "frontstage") -> Group:
    """A card of two lines with a chip and a mark."""
    first, _, second = text.partition(" ")
    items: tuple[Item, ...] = (
        Rect(x, y, 148, 64, "card", "card-edge", radius=6),
        TextLine(x + 8, ((y + 20, first), (y + 36, second)), 12),
        Rect(x + 8, y + 44, 52, 14, "chip", radius=7),
        TextLine(x + 34, ((y + 54.6666, "Portal"),), 10, "on-chip", anchor="middle"),
        Path(f"M{x + 136} {y + 6}L{x + 142} {y + 16}H{x + 130}Z", "mark-fail"),
    )
    facts = (("lane", lane), ("step", name.partition("-")[2]))
    return Group("card", items, f"cards/{name}", f"{text}; Fail point", (x, y, 148, 64), facts)


def heads(width: float) -> list[Group]:
    """The title, the phases and the numbered steps."""
    title = TextLine(16, ((24, "Een storing melden"),), 18, bold=True)
    found = [Group("title", (title,), "blueprint#title")]
    for number, (name, _) in enumerate(STEPS):
        x = LEFT + number * COLUMN
        text = TextLine(x + 8, ((86, f"{number + 1} {name}"),), 13, bold=True)
        found.append(Group("step", (text,), f"steps/s{number}", name, (x, 64, COLUMN, 32)))
    shape = Path(f"M{LEFT} 40H{width - 8}L{width} 50L{width - 8} 60H{LEFT}Z", "phase")
    name_of = TextLine(LEFT + 8, ((55, "Voor"),), 12, "on-phase", bold=True)
    return [*found, Group("phase", (shape, name_of), "phases/p0", "Voor", (LEFT, 40, width - LEFT, 20))]


def lane(number: int, family: str, name: str, width: float) -> Group:
    """A lane's band across the picture, with its name at the left."""
    y = HEAD + number * ROW
    items = (
        Rect(0, y, width, ROW, f"band-{family}"),
        Rect(0, y, 5, ROW, f"edge-{family}"),
        TextLine(16, ((y + ROW / 2, name),), 13, bold=True),
    )
    return Group("lane", items, f"lanes/{family}", name, (0, y, width, ROW))


def sample(title: str = "Een storing melden", text: str = "Meldt de storing") -> Drawing:
    """Four steps in two phases, three lanes, cards, arrows with a label and a hop, a line and a curve."""
    width, height = LEFT + len(STEPS) * COLUMN + 16, HEAD + len(LANES) * ROW + 24
    groups = heads(width) + [lane(i, family, name, width) for i, (family, name) in enumerate(LANES)]
    line = Path(f"M0 {HEAD + ROW}H{width}", None, "line", 1.5, "7 4")
    groups.append(Group("sep", (line,), "", "Line of interaction", None, (("kind", "interaction"),)))
    curve = Path("M160 380.123456C240 330 320 420 400 350", None, "persona-1", 2)
    groups.append(Group("emotion", (curve,), "lanes/emotion"))
    for number in range(len(STEPS)):
        x = LEFT + number * COLUMN + 16
        groups += [card(f"c{row}-{number}", x, HEAD + row * ROW + 24, text, LANES[row][0]) for row in range(2)]
    for number in range(len(STEPS) - 1):
        x, y = LEFT + number * COLUMN + 164, HEAD + 56
        way = Path(f"M{x} {y}H{x + 10}a3 3 0 0 1 6 0H{x + 32}", None, "arrow", 1.25, arrowhead="end")
        ends = (("from", f"c0-{number}"), ("to", f"c0-{number + 1}"))
        groups.append(Group("arrow", (way,), f"links/a{number}", "e-mail" if number == 0 else "", None, ends))
    both = Path(f"M240 {HEAD + 88}V{HEAD + ROW + 24}", None, "arrow-implied", 1, "3 3", "both")
    groups.append(Group("arrow", (both,), "", "", None, (("from", "c0-0"), ("to", "c1-0"))))
    label = (Rect(316, 140, 40, 14, "paper"), TextLine(336, ((150, "e-mail"),), 10, "muted", anchor="middle", italic=True))
    groups.append(Group("label", label, "", "", None, (("for", "a0"),)))
    rows = tuple(Row(name, ((text, "Portal"), (text,), (), ("Einde",))) for _, name in LANES)
    return Drawing(
        width, height, title, "Service blueprint with 2 phases and 4 steps.", "nl", "blueprint", tuple(groups),
        HEAD, LEFT, STEPS, rows, "Zoals het is · nog niet beoordeeld",
    )  # fmt: skip


def hostile() -> Drawing:
    """A drawing whose every text tries to break out of what holds it."""
    drawing = sample(HOSTILE, HOSTILE)
    evil = Group('x" onload="y', (TextLine(1, ((9, HOSTILE),), 9),), f"cards/{HOSTILE}", HOSTILE, None, (('a"b', HOSTILE),))
    return drawing._replace(
        description=HOSTILE, provenance=HOSTILE, groups=(*drawing.groups, evil),
        columns=tuple((HOSTILE, HOSTILE) for _ in STEPS), rows=(Row(HOSTILE, ((HOSTILE,),) * 4),),
    )  # fmt: skip


def wide(cards: int, columns: int) -> Drawing:
    """A drawing with this many cards and nearly as many arrows, in this many columns."""
    groups = []
    for number in range(cards):
        x, y = LEFT + number % columns * COLUMN + 16, HEAD + number // columns * ROW + 24
        groups.append(card(f"c-{number}", x + 0.25, y, f"Step {number} of the work & more"))
        if number % 20:
            d = f"M{x - 32} {y + 32}H{x - 20}V{y + 40.5}a3 3 0 0 1 6 0H{x}"
            ends = (("from", f"c-{number - 1}"), ("to", f"c-{number}"))
            groups.append(Group("arrow", (Path(d, None, "arrow", 1.25, "", "end"),), f"links/l{number}", "", None, ends))
    width, height = LEFT + columns * COLUMN, HEAD + (cards // columns + 1) * ROW
    return sample()._replace(width=width, height=height, groups=tuple(groups))


def long(steps: int, cards: int) -> Blueprint:
    """So many steps, six in a phase, with so many cards each."""
    names = [(f"s{number}", f"p{number // 6}") for number in range(steps)]
    return arranged(
        Blueprint(
            title="Long", phases=Collection([Phase(f"p{number}") for number in range((steps + 5) // 6)]),
            steps=Collection([Step(name, phase, does=f"Does thing {name}") for name, phase in names]),
            cards=Collection(
                [
                    Card(f"{name}-{lane}", name, lane, does=f"Someone does what {name} asks for")
                    for name, _ in names
                    for lane in ("evidence", "frontstage", "backstage", "support")[:cards]
                ]
            ),
        )
    )  # fmt: skip
