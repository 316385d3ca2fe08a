"""What the claims of a blueprint rest on."""

from collections import Counter
from typing import NamedTuple

from footlights.model import BASES, Blueprint, claims_of

__all__ = ["Claims", "claims"]


class Claims(NamedTuple):
    """How many claims there are, and how many rest on what: (basis, count) for every basis, in the model's order."""

    total: int
    by_basis: tuple[tuple[str, int], ...]

    def share(self, basis: str) -> float | None:
        """The share of the claims, 0 to 1, that rest on this; None when there are no claims."""
        return dict(self.by_basis).get(basis, 0) / self.total if self.total else None


def claims(blueprint: Blueprint) -> Claims:
    """The claims of a blueprint (see `claims_of`), counted by what they rest on. An empty blueprint has none."""
    found = Counter(claim.basis for claim in claims_of(blueprint))
    return Claims(found.total(), tuple((basis, found[basis]) for basis in BASES))
