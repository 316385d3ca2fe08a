"""An id with nothing behind it is the element's name, whatever its collection calls that."""

import pytest

from footlights.files import dumps, read
from footlights.model import COLLECTIONS, fields_of


@pytest.mark.parametrize("collection", ["personas", "actors", "systems", "channels", "sources"])
def test_a_bare_id_is_its_own_name(collection: str) -> None:
    loaded = read(f"footlights: 1\ntitle: x\n{collection}:\n  s1:\n")
    assert loaded.diagnostics == ()
    assert loaded.blueprint is not None
    element = loaded.blueprint.collection(collection)["s1"]
    named = next(field.name for field in fields_of(COLLECTIONS[collection]) if field.title)
    assert getattr(element, named) == "s1"
    assert read(dumps(loaded.blueprint)).blueprint == loaded.blueprint
