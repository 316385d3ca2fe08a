"""Print: little ink. White grounds, dark lines, greys that a black and white printer keeps apart; nothing is said by a hue."""

__all__ = ["PRINT"]

PRINT = {
    "paper": "#ffffff", "ground": "#ffffff", "ink": "#000000", "muted": "#3d3d3d", "faint": "#6e6e6e", "hairline": "#a6a6a6",
    "accent": "#000000", "on-accent": "#ffffff",
    "phase": "#e3e3e3", "on-phase": "#000000", "phase-soft": "#ffffff", "number": "#e3e3e3", "on-number": "#000000",
    "band-evidence": "#ffffff", "band-customer": "#ffffff", "band-emotion": "#ffffff", "band-frontstage": "#ffffff",
    "band-backstage": "#ffffff", "band-support": "#ffffff", "band-other": "#ffffff", "band-time": "#ffffff",
    "edge-evidence": "#7a7a7a", "edge-customer": "#000000", "edge-emotion": "#5c5c5c", "edge-frontstage": "#2e2e2e",
    "edge-backstage": "#555555", "edge-support": "#6e6e6e", "edge-other": "#8a8a8a", "edge-time": "#5c5c5c",
    "card": "#ffffff", "card-edge": "#4d4d4d", "chip": "#ffffff", "on-chip": "#1f1f1f", "arrow": "#000000", "arrow-implied": "#7a7a7a",
    "line": "#000000",
    "mark-fail": "#000000", "mark-wait": "#000000", "mark-pain": "#000000", "mark-gain": "#3d3d3d", "mark-delight": "#3d3d3d",
    "mark-critical": "#000000", "mark-question": "#3d3d3d", "mark-idea": "#3d3d3d", "mark-policy": "#3d3d3d", "on-mark": "#ffffff",
    "truth": "#ffffff", "truth-edge": "#000000",
    "persona-1": "#000000", "persona-2": "#6e6e6e", "persona-3": "#333333", "persona-4": "#828282", "persona-5": "#555555",
    "work": "#1f1f1f", "wait": "#8f8f8f", "standard": "#000000", "tolerance": "#4d4d4d", "met": "#1f1f1f", "unmet": "#d4d4d4",
    "added": "#000000", "removed": "#6e6e6e", "changed": "#3d3d3d", "moved": "#3d3d3d",
}  # fmt: skip
