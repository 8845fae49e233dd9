"""The lines of every-defect.jsonl: each has one defect, which the accompanying text names.

Lines are bytes, because some of them are no text. Apart from the two duplicates no two lines have the same content, so
that "duplicate" is found where it is meant.
"""

import base64
import io
import json
import struct
import zlib

from PIL import Image

import encode


def example_of(*messages, **more):
    return {"messages": list(messages), **more}


def asked(number):
    return {"role": "user", "content": f"What is written on card {number}?"}


def told(number):
    return {"role": "assistant", "content": f"Card {number} says {number * number}."}


GUIDE = {"role": "system", "content": "You read cards."}


def line(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def with_user(number, user):
    return line(example_of(GUIDE, user, told(number)))


def with_parts(number, *parts):
    return with_user(number, {"role": "user", "content": [{"type": "text", "text": asked(number)["content"]}, *parts]})


def with_url(number, url, **more):
    return with_parts(number, {"type": "image_url", "image_url": {"url": url, **more}})


def with_image(number, content, mime="image/png"):
    return with_url(number, encode.data_url(content, mime))


def dot(number, mode="RGB", size=(8, 8)):
    """A small picture that differs from line to line."""
    shade = 40 + number % 200
    colors = {"RGB": (shade, 90, 160), "L": shade, "LA": (shade, 128), "P": number % 8, "CMYK": (shade, 20, 60, 10)}
    return Image.new(mode, size, colors[mode])


def saved(image, **options):
    buffer = io.BytesIO()
    image.save(buffer, **options)
    return buffer.getvalue()


def palette(image):
    image.putpalette([channel for index in range(8) for channel in (index * 30, 255 - index * 30, 128)])
    return image


def png_claiming(width, height, color_type=2):
    """A PNG whose header claims this, with correct checksums and no more than a byte of picture data."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, color_type, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def bmp():
    """A bitmap of 2 by 2 pixels."""
    pixels = bytes(16)
    return (b"BM" + struct.pack("<IHHI", 54 + len(pixels), 0, 0, 54)
            + struct.pack("<IiiHHIIiiII", 40, 2, 2, 1, 24, 0, len(pixels), 2835, 2835, 0, 0) + pixels)


def base64_of(image):
    return base64.b64encode(encode.png(image)).decode("ascii")


def broken_json(n):
    return line(example_of(GUIDE, asked(n), told(n))).replace(b'"content":"What', b'"content""What')


def invalid_utf8(n):
    return with_user(n, {"role": "user", "content": f"Card {n}: caf@"}).replace(b"caf@", b"caf\xc3\x28")


def control_character(n):
    return with_user(n, {"role": "user", "content": f"Card {n}:@tab"}).replace(b"@", b"\x01")


def lone_surrogate(n):
    return with_user(n, {"role": "user", "content": f"Card {n}: @"}).replace(b"@", b"\\ud83d")


def duplicate_key(n):
    return with_user(n, {"role": "user", "content": f"Card {n}?", "@": "Another text"}).replace(b'"@"', b'"content"')


def deep_nesting(n):
    return with_user(n, {"role": "user", "content": "@"}).replace(b'"@"', b"[" * 10_000 + b"]" * 10_000)


def twice():
    asks, says = {"role": "user", "content": "Twice?"}, {"role": "assistant", "content": "Twice."}
    return line(example_of(GUIDE, asks, says))


def weight(n, text):
    return line(example_of(GUIDE, asked(n), {**told(n), "weight": "@"})).replace(b'"@"', text)


def bad_base64_character(n):
    text = base64_of(dot(n))
    return with_url(n, f"data:image/png;base64,{text[:60]}*{text[61:]}")


def truncated_base64(n):
    text = base64_of(dot(n))
    return with_url(n, "data:image/png;base64," + text[:57])


def percent_encoded(n):
    escaped = "".join(f"%{byte:02X}" for byte in encode.png(dot(n)))
    return with_url(n, "data:image/png," + escaped)


def animated(n, kind):
    frames = [dot(n), dot(n + 50)]
    return saved(frames[0], format=kind, save_all=True, append_images=frames[1:], duration=200, loop=0)


def in_role(n, role):
    image = {"type": "image_url", "image_url": {"url": encode.data_url(encode.png(dot(n)), "image/png")}}
    message = {"role": role, "content": [{"type": "text", "text": f"Here is card {n}."}, image]}
    if role == "system":
        return line(example_of(message, asked(n), told(n)))
    return line(example_of(GUIDE, asked(n), message))


def eleven_images(n):
    urls = [encode.data_url(encode.png(dot(n + index)), "image/png") for index in range(11)]
    return with_parts(n, *({"type": "image_url", "image_url": {"url": url, "detail": "low"}} for url in urls))


# The defect in plain words, and a function from the line's number to its bytes. Line feeds are put between the lines.
ENTRIES = [
    ("None in the example; the file starts with a UTF-8 byte order mark (EF BB BF)",
     lambda n: b"\xef\xbb\xbf" + line(example_of(GUIDE, asked(n), told(n)))),
    ("Broken JSON: a colon is missing", broken_json),
    ("Invalid UTF-8: the bytes C3 28 in a text", invalid_utf8),
    ("Broken JSON: a raw control character (01) in a string", control_character),
    ("A lone surrogate, `\\ud83d`, in a text", lone_surrogate),
    ("Blank line", lambda n: b""),
    ("Blank line of three spaces", lambda n: b"   "),
    ("JSON, but not an object: an array", lambda n: line([GUIDE, asked(n), told(n)])),
    ("Two JSON objects on one line",
     lambda n: line(example_of(GUIDE, asked(n), told(n))) + line(example_of(GUIDE, asked(n + 500), told(n + 500)))),
    ("No `messages`", lambda n: line({"prompt": f"Card {n}?", "completion": str(n * n)})),
    ("`messages` is not a list", lambda n: line({"messages": f"Card {n}?"})),
    ("`messages` is empty", lambda n: line({"messages": []})),
    ("A message is not an object", lambda n: line(example_of(GUIDE, f"Card {n}?", told(n)))),
    ("A message without `role`", lambda n: with_user(n, {"content": f"Card {n}?"})),
    ("A message without `content`", lambda n: with_user(n, {"role": "user", "name": f"card-{n}"})),
    ("Unknown role, `human`", lambda n: with_user(n, {"role": "human", "content": f"Card {n}?"})),
    ("Unrecognized key in a message, `mood`", lambda n: with_user(n, {**asked(n), "mood": "curious"})),
    ("Content is an empty string", lambda n: with_user(n, {"role": "user", "content": ""})),
    ("Content is an empty list", lambda n: with_user(n, {"role": "user", "content": []})),
    ("Content is a number", lambda n: with_user(n, {"role": "user", "content": n})),
    ("Content of the assistant is null, and there is no tool call",
     lambda n: line(example_of(GUIDE, asked(n), {"role": "assistant", "content": None}))),
    ("No assistant message (so the last message is not from the assistant either)",
     lambda n: line(example_of(GUIDE, asked(n)))),
    ("The last message is not from the assistant",
     lambda n: line(example_of(GUIDE, asked(n), told(n), {"role": "user", "content": f"And card {n + 1}?"}))),
    ("No user message", lambda n: line(example_of(GUIDE, told(n)))),
    ("No system message (allowed, but counted)", lambda n: line(example_of(asked(n), told(n)))),
    ("Duplicate key, `content` twice in a message", duplicate_key),
    ("Content nested 10,000 deep", deep_nesting),
    ("First of two identical lines (no defect by itself)", lambda n: twice()),
    ("Second of two identical lines: duplicate example", lambda n: twice()),
    ("`weight` is 2; only 0 and 1 are allowed", lambda n: weight(n, b"2")),
    ("`weight` is 1e999999999: a number beyond every range", lambda n: weight(n, b"1e999999999")),
    ("`tools` is not a list", lambda n: line(example_of(GUIDE, asked(n), told(n), tools="read_card"))),
    ("Unknown part type, `video_url`",
     lambda n: with_parts(n, {"type": "video_url", "video_url": {"url": "https://example.com/card.mp4"}})),
    ("A part without `type`", lambda n: with_parts(n, {"text": f"Card {n}, if you please."})),
    ("A part that is not an object", lambda n: with_parts(n, f"Card {n}, if you please.")),
    ("A text part without `text`", lambda n: with_parts(n, {"type": "text"})),
    ("An image part without `image_url`", lambda n: with_parts(n, {"type": "image_url"})),
    ("An `image_url` without `url`", lambda n: with_parts(n, {"type": "image_url", "image_url": {"detail": "low"}})),
    ("Invalid detail, `medium`",
     lambda n: with_url(n, encode.data_url(encode.png(dot(n)), "image/png"), detail="medium")),
    ("A character in the base64 that is none, `*`", bad_base64_character),
    ("Base64 cut off inside a group of four, in the middle of the image data", truncated_base64),
    ("Empty base64", lambda n: with_url(n, "data:image/png;base64,")),
    ("Wrong media type: PNG bytes declared `image/jpeg`", lambda n: with_image(n, encode.png(dot(n)), "image/jpeg")),
    ("An image format that is not accepted: BMP", lambda n: with_image(n, bmp(), "image/bmp")),
    ("Bytes of no known format, declared `image/png`", lambda n: with_image(n, b"This is no image, card %d." % n)),
    ("Image header cut off: a PNG of 20 bytes", lambda n: with_image(n, encode.png(dot(n))[:20])),
    ("Image header cut off: a JPEG that ends before its frame header",
     lambda n: with_image(n, encode.jpeg(dot(n))[:100], "image/jpeg")),
    ("A PNG of zero width", lambda n: with_image(n, png_claiming(0, 8))),
    ("A PNG that claims 2,000,000,000 by 2,000,000,000 pixels",
     lambda n: with_image(n, png_claiming(2_000_000_000, 2_000_000_000))),
    ("A PNG header that contradicts the format: color type 5", lambda n: with_image(n, png_claiming(8, 8, 5))),
    ("GIF, not animated", lambda n: with_image(n, saved(palette(dot(n, "P")), format="GIF"), "image/gif")),
    ("GIF, animated", lambda n: with_image(n, animated(n, "GIF"), "image/gif")),
    ("PNG, animated (APNG)", lambda n: with_image(n, animated(n, "PNG"))),
    ("WebP, animated", lambda n: with_image(n, animated(n, "WEBP"), "image/webp")),
    ("PNG with a palette (color type 3)", lambda n: with_image(n, saved(palette(dot(n, "P")), format="PNG"))),
    ("PNG in shades of gray (color type 0)", lambda n: with_image(n, saved(dot(n, "L"), format="PNG"))),
    ("PNG in shades of gray with alpha (color type 4)", lambda n: with_image(n, saved(dot(n, "LA"), format="PNG"))),
    ("JPEG in shades of gray (one component)", lambda n: with_image(n, encode.jpeg(dot(n, "L")), "image/jpeg")),
    ("JPEG in CMYK (four components)", lambda n: with_image(n, encode.jpeg(dot(n, "CMYK")), "image/jpeg")),
    ("Image in an assistant message", lambda n: in_role(n, "assistant")),
    ("Image in a system message", lambda n: in_role(n, "system")),
    ("11 images in one example", eleven_images),
    ("Image URL of an unsupported scheme, `ftp:`", lambda n: with_url(n, f"ftp://example.com/card-{n}.png")),
    ("A file id in place of an image URL", lambda n: with_url(n, f"file-{n:024d}")),
    ("An empty image URL", lambda n: with_url(n, "")),
    ("A data URL without base64: percent-encoded", percent_encoded),
    ("None in the example; the line ends with CR LF", lambda n: line(example_of(GUIDE, asked(n), told(n))) + b"\r"),
    ("Truncated JSON: the file ends in the middle of a string, without a line end",
     lambda n: line(example_of(GUIDE, asked(n), told(n)))[:-25]),
]


def file_bytes():
    return b"\n".join(build(number) for number, (_, build) in enumerate(ENTRIES, 1))


def legend():
    """The table of lines and defects, as Markdown."""
    rows = "".join(f"| {number} | {text} |\n" for number, (text, _) in enumerate(ENTRIES, 1))
    return f"""# Every defect, line by line

`every-defect.jsonl` has one line for each defect that can be found in a vision fine-tuning file. Apart from the defect
named here a line is a sound example. Lines are counted from 1 and end at a line feed.

| line | defect |
|---:|---|
{rows}
Written by `samples/generate/generate.py`; change it there.
"""
