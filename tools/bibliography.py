"""Reads data/sources.bib: entries @type{Key, field = {value}, ...}."""

import pathlib
import re
from typing import NamedTuple

ENTRY = re.compile(r"^@(\w+)\s*\{\s*([^,\s]+)\s*,", re.MULTILINE)
FIELD = re.compile(r"(\w+)\s*=\s*")


class Entry(NamedTuple):
    key: str
    line: int
    fields: dict[str, str]


def braced(text: str, start: int) -> tuple[str, int]:
    """The value at `start`: {balanced}, "quoted" or bare; and where it ends."""
    if text[start : start + 1] == '"':
        end = text.index('"', start + 1)
        return text[start + 1 : end], end + 1
    if text[start : start + 1] != "{":
        bare = re.compile(r"[^,}\s]*").match(text, start)
        return bare[0], bare.end()
    depth = 0
    for position in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[position], 0)
        if depth == 0:
            return text[start + 1 : position], position + 1
    return text[start + 1 :], len(text)


def read(path: pathlib.Path) -> list[Entry]:
    text = path.read_text()
    starts = list(ENTRY.finditer(text))
    entries = []
    for index, start in enumerate(starts):
        end = starts[index + 1].start() if index + 1 < len(starts) else len(text)
        body, fields, position = text[:end], {}, start.end()
        while field := FIELD.search(body, position):
            fields[field[1].lower()], position = braced(body, field.end())
        entries.append(Entry(start[2], text.count("\n", 0, start.start()) + 1, fields))
    return entries
