"""What can be worked out about a blueprint: times along its longest path, money, and what its claims rest on."""

from .claims import Claims, claims
from .path_time import path_time
from .profit import profit

__all__ = ["Claims", "claims", "path_time", "profit"]
