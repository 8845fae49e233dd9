"""Writes the sample datasets beside this directory. See README.md."""

import json
import sys
from pathlib import Path

import defects
import examples
import facts


def main():
    samples = Path(__file__).resolve().parent.parent
    lines = [json.dumps(build(), ensure_ascii=False, separators=(",", ":")) + "\n" for build in examples.ALL]
    valid = "".join(lines).encode("utf-8")
    files = {
        "invoices-and-charts.jsonl": valid,
        "invoices-and-charts.expected.json": text(json.dumps(facts.facts(valid), indent=2) + "\n"),
        "every-defect.jsonl": defects.file_bytes(),
        "every-defect.md": text(defects.legend()),
    }
    for name, content in files.items():
        (samples / name).write_bytes(content)
        print(f"{len(content):>9,} {name}")


def text(content):
    return content.encode("utf-8")


if __name__ == "__main__":
    sys.exit(main())
