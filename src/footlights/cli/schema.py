"""`footlights schema`: the JSON Schema of the file format."""

import json

from footlights.files import json_schema

from .answer import FINE, give_text
from .command import spoken
from .voice import Voice

__all__ = ["command"]


@spoken("schema", "footlights schema > blueprint.schema.json")
def command(voice: Voice) -> int:
    """Print the schema; it is JSON whatever else was wished."""
    give_text(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
    return FINE
