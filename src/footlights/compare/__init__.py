"""What changed between two blueprints, in words: what was added, removed, renamed, moved across a line, or now says something else."""

from .changes import changes
from .summary import summary

__all__ = ["changes", "summary"]
