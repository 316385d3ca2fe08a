"""Drawing → BPMN 2.0 with diagram interchange: a pool for the customer and one for the organisation, placed as they are drawn."""

from .write import write

__all__ = ["write"]
