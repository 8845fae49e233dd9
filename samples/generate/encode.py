"""Images as bytes and as data URLs."""

import base64
import io
import struct


def png(image):
    """A PNG of the image's own mode: RGB and RGBA give color types 2 and 6."""
    return _saved(image, format="PNG", optimize=True)


def jpeg(image, quality=62, progressive=False, exif=b""):
    """A JPEG; baseline unless progressive."""
    return _saved(image, format="JPEG", quality=quality, progressive=progressive, optimize=True, exif=exif)


def webp_lossy(image, quality=60):
    """VP8 in a simple file; with an alpha channel VP8X, ALPH and VP8."""
    return _saved(image, format="WEBP", quality=quality, method=6)


def webp_lossless(image):
    """VP8L."""
    return _saved(image, format="WEBP", lossless=True, quality=100, method=6)


def exif_with_thumbnail(make, software, taken, thumbnail):
    """An EXIF block with upright orientation and an embedded thumbnail.

    The thumbnail is a JPEG with a frame header of its own: who looks for the first frame header in the bytes, instead
    of stepping over segments, finds the wrong size.
    """
    small = jpeg(thumbnail, quality=40)
    texts = [text.encode("ascii") + b"\0" for text in (make, software, taken)]
    first = 8
    second = first + 2 + 4 * 12 + 4
    data = second + 2 + 3 * 12 + 4
    offsets = [data + sum(len(t) for t in texts[:i]) for i in range(3)]
    thumbnail_at = data + sum(len(t) for t in texts)

    def ascii_entry(tag, index):
        return struct.pack("<HHII", tag, 2, len(texts[index]), offsets[index])

    block = b"II*\0" + struct.pack("<I", first)
    block += struct.pack("<H", 4)
    block += ascii_entry(0x010F, 0) + struct.pack("<HHIHH", 0x0112, 3, 1, 1, 0)
    block += ascii_entry(0x0131, 1) + ascii_entry(0x0132, 2)
    block += struct.pack("<I", second)
    block += struct.pack("<H", 3)
    block += struct.pack("<HHIHH", 0x0103, 3, 1, 6, 0)
    block += struct.pack("<HHII", 0x0201, 4, 1, thumbnail_at) + struct.pack("<HHII", 0x0202, 4, 1, len(small))
    block += struct.pack("<I", 0)
    block += b"".join(texts) + small
    return b"Exif\0\0" + block


def data_url(content, mime):
    """The bytes as a base64 data URL."""
    return f"data:{mime};base64,{base64.b64encode(content).decode('ascii')}"


def _saved(image, **options):
    buffer = io.BytesIO()
    image.save(buffer, **options)
    return buffer.getvalue()
