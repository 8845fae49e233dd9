"""Counts as count.mjs does, with OpenAI's own tiktoken. The vocabularies are <encoding>.tiktoken in the same folder."""

import sys
import time
from pathlib import Path

import tiktoken
from tiktoken_ext import openai_public

WARM_UP_SECONDS = 1
TIMES = 3

folder = Path(sys.argv[1])
load = openai_public.load_tiktoken_bpe


def load_from_folder(source, expected_hash=None):
    """Instead of downloading the file; that it is the right one is still checked."""
    return load(str(folder / source.rsplit("/", 1)[1]), expected_hash)


def timed(encoding, text):
    begin = time.perf_counter()
    tokens = len(encoding.encode_ordinary(text))
    return tokens, time.perf_counter() - begin


openai_public.load_tiktoken_bpe = load_from_folder
for file in sorted(folder.glob("*.txt")):
    name, text_name, _ = file.name.split(".")
    text = file.read_bytes().decode()
    encoding = tiktoken.get_encoding(name)
    spent = 0.0
    while spent < WARM_UP_SECONDS:
        spent += timed(encoding, text)[1]
    results = sorted(timed(encoding, text)[::-1] for _ in range(TIMES))
    seconds, tokens = results[TIMES // 2]
    print(f"OpenAI tiktoken {tiktoken.__version__} (native, Python)", name, text_name, tokens, seconds, sep="\t")
