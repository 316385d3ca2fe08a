"""A logo from a file: a PNG that is checked to the last byte, and freed from everything but its picture."""

import struct
import zlib
from pathlib import Path

from footlights.drawing import Logo
from footlights.model import FootlightsError

__all__ = ["load_logo"]

#: Bytes of the file, and pixels of either side. A logo is drawn some 36 px high.
BYTES = 500_000
SIDE = 2_000

_BEGINNING = b"\x89PNG\r\n\x1a\n"
#: What is kept: the head, the palette, what is transparent, the picture, the end. Texts, profiles and places are not.
_KEPT = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
#: Channels of each colour type, and the bits each may have.
_CHANNELS = {0: (1, (1, 2, 4, 8, 16)), 2: (3, (8, 16)), 3: (1, (1, 2, 4, 8)), 4: (2, (8, 16)), 6: (4, (8, 16))}


def load_logo(path: Path) -> Logo:
    """The logo in a file. Raises FootlightsError when it isn't there, isn't a sound PNG, or is too large."""
    try:
        if not path.is_file():
            raise FootlightsError(f"no logo at {path.name}", "give the name of a PNG in the folder of the theme")
        with path.open("rb") as file:
            data = file.read(BYTES + 1)
    except OSError as error:
        raise FootlightsError(f"the logo {path.name} can't be read: {error.strerror}", "give the name of a PNG that may be read") from error
    if len(data) > BYTES:
        raise FootlightsError(f"the logo {path.name} has more than {BYTES // 1000} kB", "a PNG some 200 pixels high is enough")
    try:
        return _checked(data)
    except (ValueError, struct.error, zlib.error) as error:
        raise FootlightsError(
            f"the logo {path.name} is not a PNG that we can show: {error}", "save it again as PNG, without interlacing"
        ) from error


def _checked(data: bytes) -> Logo:
    """The PNG with only what shows; raises ValueError, struct.error or zlib.error for anything unsound."""
    if not data.startswith(_BEGINNING):
        raise ValueError("it begins otherwise")
    parts: list[tuple[bytes, bytes]] = []
    at = len(_BEGINNING)
    while at < len(data) and (not parts or parts[-1][0] != b"IEND"):
        length, name = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        if len(body) != length or struct.unpack_from(">I", data, at + 8 + length)[0] != zlib.crc32(name + body):
            raise ValueError("it is damaged")
        if name in _KEPT:
            parts.append((name, body))
        at += 12 + length
    names = [name for name, _ in parts]
    if names[:1] != [b"IHDR"] or names[-1:] != [b"IEND"] or names.count(b"IHDR") != 1 or b"IDAT" not in names:
        raise ValueError("parts of it are missing")
    width, height = _size(parts[0][1], b"".join(body for name, body in parts if name == b"IDAT"))
    told = b"".join(struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts)
    return Logo(_BEGINNING + told, width, height)


def _size(head: bytes, packed: bytes) -> tuple[int, int]:
    """Width and height in pixels; raises ValueError when the picture's data are not as many as these ask for."""
    width, height, bits, kind, _, _, interlaced = struct.unpack(">IIBBBBB", head)
    if not (0 < width <= SIDE and 0 < height <= SIDE):
        raise ValueError(f"it is {width} x {height} pixels, and {SIDE} is the most")
    channels, depths = _CHANNELS.get(kind, (0, ()))
    if bits not in depths or interlaced:
        raise ValueError("it is interlaced" if interlaced else "its colours are of no known kind")
    expected = height * (1 + (width * channels * bits + 7) // 8)
    if len(zlib.decompressobj().decompress(packed, expected + 1)) != expected:
        raise ValueError("its data do not fit its size")
    return width, height
