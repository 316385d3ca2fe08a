"""Atlas → one self-contained page: journeys, weak spots, services, registers, and a search over all of it."""

from .write import write_atlas

__all__ = ["write_atlas"]
