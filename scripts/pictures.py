"""The pictures that the README and the manual show, drawn from the examples."""

from __future__ import annotations

from pathlib import Path

import footlights as fl

__all__ = ["it_incident"]

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def it_incident() -> str:
    """The IT incident as a blueprint, in English."""
    return fl.load(EXAMPLES / "it-incident.blueprint.yaml").draw(language="en").to("svg").decode("utf-8")
