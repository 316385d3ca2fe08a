"""The colours of every picture: tokens with a meaning, in one place for exports and editor."""

from typing import NamedTuple

from footlights.model import FootlightsError

__all__ = ["THEMES", "Theme", "theme_named"]


class Theme(NamedTuple):
    """A name and a colour (#rrggbb) for every token."""

    name: str
    colours: dict[str, str]

    def colour(self, token: str | None) -> str:
        """The colour of a token, `none` for None; raises KeyError for a token the theme does not know."""
        return "none" if token is None else self.colours[token]


_LIGHT = {
    # ground and text
    "paper": "#ffffff", "ground": "#f6f7f9", "ink": "#1b2430", "muted": "#54606e", "faint": "#8792a0", "hairline": "#dde2e8",
    "accent": "#2f5bd0", "on-accent": "#ffffff",
    # heads
    "phase": "#1f2f46", "on-phase": "#ffffff", "phase-soft": "#eaeef5", "number": "#1f2f46", "on-number": "#ffffff",
    # lanes: a pale band and a stronger edge per family
    "band-evidence": "#fdf8ec", "band-customer": "#eef5fd", "band-emotion": "#ffffff", "band-frontstage": "#eef8f1",
    "band-backstage": "#f5f1fb", "band-support": "#f2f4f6", "band-other": "#fafafa", "band-time": "#ffffff",
    "edge-evidence": "#b98a1c", "edge-customer": "#2f6fc1", "edge-emotion": "#54606e", "edge-frontstage": "#2b8a56",
    "edge-backstage": "#7a52b8", "edge-support": "#5f6f80", "edge-other": "#8792a0", "edge-time": "#54606e",
    # cards, chips, arrows, lines
    "card": "#ffffff", "card-edge": "#c3cbd5", "chip": "#eef1f5", "on-chip": "#3c4857", "arrow": "#3c4857", "arrow-implied": "#8b97a5",
    "line": "#9b2444",
    # marks, moments of truth
    "mark-fail": "#b3261e", "mark-wait": "#a35200", "mark-pain": "#b3261e", "mark-gain": "#1f7a4a", "mark-delight": "#b0226f",
    "mark-critical": "#7a1420", "mark-question": "#2f5bd0", "mark-idea": "#7a6000", "mark-policy": "#54606e", "on-mark": "#ffffff",
    "truth": "#f2b705", "truth-edge": "#7a5600",
    # curves and times
    "persona-1": "#2f5bd0", "persona-2": "#b0226f", "persona-3": "#1f7a4a", "persona-4": "#a35200", "persona-5": "#5f6f80",
    "work": "#2b8a56", "wait": "#e0a03c", "standard": "#1b2430", "tolerance": "#b3261e", "met": "#2b8a56", "unmet": "#dde2e8",
    # what became of something, in a picture of two states
    "added": "#16704a", "removed": "#5c6470", "changed": "#7d5300", "moved": "#0b6475",
}  # fmt: skip

_DARK = {
    "paper": "#14181f", "ground": "#1b212a", "ink": "#eef1f5", "muted": "#aab4c0", "faint": "#7d8896", "hairline": "#313a46",
    "accent": "#8aabff", "on-accent": "#0e1420",
    "phase": "#c9d6ec", "on-phase": "#141d2b", "phase-soft": "#232c3a", "number": "#c9d6ec", "on-number": "#141d2b",
    "band-evidence": "#25211a", "band-customer": "#182331", "band-emotion": "#14181f", "band-frontstage": "#17261e",
    "band-backstage": "#221d2e", "band-support": "#1d232b", "band-other": "#191e26", "band-time": "#14181f",
    "edge-evidence": "#d9b257", "edge-customer": "#7fb0ee", "edge-emotion": "#aab4c0", "edge-frontstage": "#6cc592",
    "edge-backstage": "#b799e8", "edge-support": "#9fb0c2", "edge-other": "#7d8896", "edge-time": "#aab4c0",
    "card": "#222933", "card-edge": "#46515f", "chip": "#2e3743", "on-chip": "#c9d1db", "arrow": "#c0cad6", "arrow-implied": "#6f7b8a",
    "line": "#f08aa5",
    "mark-fail": "#ff8a80", "mark-wait": "#ffb366", "mark-pain": "#ff8a80", "mark-gain": "#79d6a1", "mark-delight": "#ff9ecb",
    "mark-critical": "#ffa8a0", "mark-question": "#8aabff", "mark-idea": "#e6cf6a", "mark-policy": "#aab4c0", "on-mark": "#14181f",
    "truth": "#f2b705", "truth-edge": "#ffe08a",
    "persona-1": "#8aabff", "persona-2": "#ff9ecb", "persona-3": "#79d6a1", "persona-4": "#ffb366", "persona-5": "#9fb0c2",
    "work": "#6cc592", "wait": "#e0a03c", "standard": "#eef1f5", "tolerance": "#ff8a80", "met": "#6cc592", "unmet": "#313a46",
    "added": "#79d6a1", "removed": "#aab4c0", "changed": "#f0c560", "moved": "#6fd0de",
}  # fmt: skip

THEMES = {"light": Theme("light", _LIGHT), "dark": Theme("dark", _DARK)}


def theme_named(name: str) -> Theme:
    """The theme of this name; raises FootlightsError naming those there are."""
    if name not in THEMES:
        raise FootlightsError(f"no theme {name!r}; themes: {', '.join(THEMES)}", "choose one of these")
    return THEMES[name]
