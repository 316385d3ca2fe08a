"""High contrast: black on white, lines instead of tints, and colours that are dark enough to be read as text (7 and more)."""

__all__ = ["CONTRAST"]

CONTRAST = {
    "paper": "#ffffff", "ground": "#ffffff", "ink": "#000000", "muted": "#1f1f1f", "faint": "#4a4a4a", "hairline": "#5c5c5c",
    "accent": "#0033a0", "on-accent": "#ffffff",
    "phase": "#000000", "on-phase": "#ffffff", "phase-soft": "#ffffff", "number": "#000000", "on-number": "#ffffff",
    "band-evidence": "#ffffff", "band-customer": "#ffffff", "band-emotion": "#ffffff", "band-frontstage": "#ffffff",
    "band-backstage": "#ffffff", "band-support": "#ffffff", "band-other": "#ffffff", "band-time": "#ffffff",
    "edge-evidence": "#6b4700", "edge-customer": "#003d99", "edge-emotion": "#1f1f1f", "edge-frontstage": "#00572a",
    "edge-backstage": "#4b1c8c", "edge-support": "#1f3a52", "edge-other": "#4a4a4a", "edge-time": "#1f1f1f",
    "card": "#ffffff", "card-edge": "#000000", "chip": "#ffffff", "on-chip": "#000000", "arrow": "#000000", "arrow-implied": "#595959",
    "line": "#7a0026",
    "mark-fail": "#990000", "mark-wait": "#7a3800", "mark-pain": "#990000", "mark-gain": "#00572a", "mark-delight": "#8c0052",
    "mark-critical": "#5c0010", "mark-question": "#0033a0", "mark-idea": "#574300", "mark-policy": "#333333", "on-mark": "#ffffff",
    "truth": "#ffd400", "truth-edge": "#000000",
    "persona-1": "#0033a0", "persona-2": "#8c0052", "persona-3": "#00572a", "persona-4": "#7a3800", "persona-5": "#333333",
    "work": "#00572a", "wait": "#c46a00", "standard": "#000000", "tolerance": "#990000", "met": "#00572a", "unmet": "#d9d9d9",
    "added": "#00572a", "removed": "#333333", "changed": "#6b4700", "moved": "#004a57",
}  # fmt: skip
