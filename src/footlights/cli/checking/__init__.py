"""`footlights check` in parts: one file examined, many at once, what a team settled, what is mended, and every way of telling it."""
