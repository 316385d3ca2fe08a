"""The theme's tokens as colours of a deck: those that the deck's own theme has by name, the others as they are."""

from footlights.drawing import Theme

__all__ = ["SLOTS", "Paint"]

#: The colours of the deck's theme, in its order, and the tokens they come from. A dark deck swaps the first four by its map.
SLOTS = {
    "dk1": "ink", "lt1": "paper", "dk2": "phase", "lt2": "ground", "accent1": "edge-customer", "accent2": "edge-frontstage",
    "accent3": "edge-backstage", "accent4": "edge-support", "accent5": "edge-evidence", "accent6": "line", "hlink": "accent",
    "folHlink": "muted",
}  # fmt: skip
_NAMED = {"ink": "tx1", "paper": "bg1", "phase": "tx2", "ground": "bg2", "accent": "hlink", "muted": "folHlink"}
_NAMED.update({token: slot for slot, token in SLOTS.items() if slot.startswith("accent")})

_DASHES = {"2 4": "sysDot", "1.5 5": "sysDot", "3 2": "sysDash", "3 3": "sysDash"}


class Paint:
    """Fills and lines as DrawingML, each spelled once. An unknown token raises KeyError."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.fills: dict[str | None, str] = {}
        self.lines: dict[tuple[str | None, int, str, str], str] = {}

    def fill(self, token: str | None) -> str:
        """A solid fill in a token's colour; none for None."""
        found = self.fills.get(token)
        if found is None:
            colour = self.theme.colour(token)
            found = f'<a:srgbClr val="{colour[1:].upper()}"/>' if token not in _NAMED else f'<a:schemeClr val="{_NAMED[token]}"/>'
            found = self.fills[token] = f"<a:solidFill>{found}</a:solidFill>" if token is not None else "<a:noFill/>"
        return found

    def line(self, token: str | None, emu: int, dash: str = "", head: str = "") -> str:
        """A line `emu` thick; `head` is end or both, for arrowheads."""
        key = (token, emu, dash, head)
        found = self.lines.get(key)
        if found is None:
            if token is None:
                found = "<a:ln><a:noFill/></a:ln>"
            else:
                dashed = f'<a:prstDash val="{_DASHES.get(dash, "dash")}"/>' if dash else ""
                tip = 'type="triangle" w="med" len="med"/>'
                heads = (f"<a:headEnd {tip}" if head == "both" else "") + (f"<a:tailEnd {tip}" if head else "")
                found = f'<a:ln w="{emu}">{self.fill(token)}{dashed}<a:round/>{heads}</a:ln>'
            self.lines[key] = found
        return found
