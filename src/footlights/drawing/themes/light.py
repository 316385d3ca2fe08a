"""Light: for screens and most paper."""

__all__ = ["LIGHT"]

LIGHT = {
    # ground and text
    "paper": "#ffffff", "ground": "#f6f7f9", "ink": "#1b2430", "muted": "#54606e", "faint": "#8792a0", "hairline": "#dde2e8",
    "accent": "#2f5bd0", "on-accent": "#ffffff",
    # heads
    "phase": "#1f2f46", "on-phase": "#ffffff", "phase-soft": "#eaeef5", "number": "#1f2f46", "on-number": "#ffffff",
    # lanes: a pale band and a stronger edge per family
    "band-evidence": "#fdf8ec", "band-customer": "#eef5fd", "band-emotion": "#ffffff", "band-frontstage": "#eef8f1",
    "band-backstage": "#f5f1fb", "band-support": "#f2f4f6", "band-other": "#fafafa", "band-time": "#ffffff",
    "edge-evidence": "#a87a12", "edge-customer": "#2f6fc1", "edge-emotion": "#54606e", "edge-frontstage": "#2b8a56",
    "edge-backstage": "#7a52b8", "edge-support": "#5f6f80", "edge-other": "#76828f", "edge-time": "#54606e",
    # cards, chips, arrows, lines
    "card": "#ffffff", "card-edge": "#c3cbd5", "chip": "#eef1f5", "on-chip": "#3c4857", "arrow": "#3c4857", "arrow-implied": "#7c8896",
    "line": "#9b2444",
    # marks, moments of truth
    "mark-fail": "#b3261e", "mark-wait": "#a35200", "mark-pain": "#b3261e", "mark-gain": "#1f7a4a", "mark-delight": "#b0226f",
    "mark-critical": "#7a1420", "mark-question": "#2f5bd0", "mark-idea": "#7a6000", "mark-policy": "#54606e", "on-mark": "#ffffff",
    "truth": "#f2b705", "truth-edge": "#7a5600",
    # curves and times
    "persona-1": "#2f5bd0", "persona-2": "#b0226f", "persona-3": "#1f7a4a", "persona-4": "#a35200", "persona-5": "#5f6f80",
    "work": "#2b8a56", "wait": "#c4780f", "standard": "#1b2430", "tolerance": "#b3261e", "met": "#2b8a56", "unmet": "#dde2e8",
    # what became of something, in a picture of two states
    "added": "#16704a", "removed": "#5c6470", "changed": "#7d5300", "moved": "#0b6475",
}  # fmt: skip
