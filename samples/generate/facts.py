"""Reads a sample file back and states what a profile of it must say.

Image sizes come from Pillow, which decodes the images fully; nothing is taken from the code that drew them.
"""

import base64
import hashlib
import io
import json
from collections import Counter

from PIL import Image


def facts(content):
    """The facts of a file of valid examples, as a JSON value."""
    lines = content.split(b"\n")[:-1]
    messages, formats, sources, sizes, modes = Counter(), Counter(), Counter(), Counter(), Counter()
    per_example, image_bytes, unresolved, text_characters = [], 0, Counter(), 0
    for line in lines:
        count = 0
        for message in json.loads(line)["messages"]:
            messages[message["role"]] += 1
            content = message.get("content")
            if isinstance(content, str):
                text_characters += len(content)
            for part in content if isinstance(content, list) else []:
                if part["type"] == "text":
                    text_characters += len(part["text"])
                    continue
                count += 1
                given = part["image_url"]
                url = given if isinstance(given, str) else given["url"]
                detail = "auto" if isinstance(given, str) else given.get("detail", "auto")
                if not url.startswith("data:"):
                    sources["url"] += 1
                    unresolved[detail] += 1
                    continue
                sources["base64"] += 1
                data = base64.b64decode(url.split(",", 1)[1], validate=True)
                image_bytes += len(data)
                image = Image.open(io.BytesIO(data))
                image.load()
                kind = image.format.lower()
                formats[kind] += 1
                modes[image.mode] += 1
                sizes[(*image.size, detail, kind)] += 1
        per_example.append(count)
    return {
        "bytes": len(b"\n".join(lines)) + 1,
        "sha256": hashlib.sha256(b"\n".join(lines) + b"\n").hexdigest(),
        "lines": len(lines),
        "examples": len(lines),
        "messages": {role: messages[role] for role in ("system", "user", "assistant", "tool")},
        "messageTextCodePoints": text_characters,
        "images": {
            "count": sum(per_example),
            "examplesWithImages": sum(1 for count in per_example if count),
            "maxPerExample": max(per_example),
            "bytes": image_bytes,
            "byFormat": dict(sorted(formats.items())),
            "byMode": dict(sorted(modes.items())),
            "bySource": dict(sorted(sources.items())),
            "unresolved": sum(unresolved.values()),
            "unresolvedByDetail": dict(sorted(unresolved.items())),
            "sizes": [{"width": width, "height": height, "detail": detail, "format": kind, "count": count}
                      for (width, height, detail, kind), count in sorted(sizes.items())],
        },
    }
