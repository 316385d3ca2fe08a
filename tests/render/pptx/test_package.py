"""The zip around the slides: what readers and reproducible builds look at before they look at the slides."""

from io import BytesIO
from struct import unpack_from
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from footlights.render import render
from tests.render.pptx.test_house import house, logo
from tests.render.sample import sample


@pytest.mark.parametrize("branded", [False, True])
def test_every_entry_is_plain_and_the_list_of_types_is_first(branded: bool) -> None:
    data = render(sample(), "pptx", theme=house(logo(40, 20)) if branded else None).data
    file = ZipFile(BytesIO(data))
    assert file.testzip() is None
    entries = file.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert len({entry.filename for entry in entries}) == len(entries)
    assert ("ppt/media/logo.png" in file.namelist()) == branded
    for entry in entries:
        assert (entry.date_time, entry.compress_type) == ((1980, 1, 1, 0, 0, 0), ZIP_DEFLATED)
        assert (entry.create_system, entry.external_attr, entry.extra, entry.comment) == (3, 0o644 << 16, b"", b"")
        assert not entry.filename.startswith("/")
        assert ".." not in entry.filename.split("/")
    assert file.comment == b""
    # PowerPoint wants the sizes in the local heads, not behind the data
    assert all(not entry.flag_bits & 8 for entry in entries)
    assert unpack_from("<4s", data)[0] == b"PK\x03\x04"


def test_every_part_is_utf8_xml_with_its_declaration() -> None:
    file = ZipFile(BytesIO(render(sample()._replace(title="Señalización – 字 – رحلة"), "pptx").data))
    for name in file.namelist():
        assert file.read(name).startswith(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<')
    assert "Señalización – 字 – رحلة" in file.read("docProps/core.xml").decode("utf-8")
