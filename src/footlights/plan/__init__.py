"""The action plan: what is done about findings, over one blueprint or many, and the forms in which others take it over."""

from .calendar import as_calendar
from .rows import Planned, PlanRow, plan
from .sheets import as_csv, as_github, as_jira, as_markdown, cell

__all__ = ["PlanRow", "Planned", "as_calendar", "as_csv", "as_github", "as_jira", "as_markdown", "cell", "plan"]
