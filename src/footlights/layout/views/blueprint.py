"""The whole blueprint: every step, every lane, the lines between them."""

from footlights.layout.filling import plan_for
from footlights.layout.frame import bands_for, columns_for
from footlights.layout.plan import Plan, Scope

__all__ = ["planned"]


def planned(scope: Scope) -> Plan:
    """Everything the blueprint holds, as far as the view wishes."""
    return plan_for(scope, columns_for(scope), bands_for(scope))
