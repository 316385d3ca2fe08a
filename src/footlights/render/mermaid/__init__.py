"""Drawing → Mermaid: a journey, a swimlane diagram or a flowchart, as text that people can paste into a page."""

from .write import write

__all__ = ["write"]
