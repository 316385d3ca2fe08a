"""Dark: for screens in dim rooms."""

__all__ = ["DARK"]

DARK = {
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
