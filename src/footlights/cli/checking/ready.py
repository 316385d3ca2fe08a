"""Loads all that examining a file needs: a process that others are copied from has it before they are."""

import footlights.checks
import footlights.measures
from footlights.checks import catalogue
from footlights.files import load, places_of

from .examined import examined

__all__ = ["catalogue", "examined", "footlights", "load", "places_of"]
