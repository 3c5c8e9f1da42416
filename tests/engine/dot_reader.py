"""A strict reader of the part of DOT that we write.

Graphviz shows an empty box, without a word, when a picture is malformed; this raises instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

TOKEN = re.compile(r'\s*(?:(->|[{}\[\]=,;])|([A-Za-z_][A-Za-z_0-9]*)|"((?:[^"\\\n]|\\.)*)")')
ESCAPE = re.compile(r"\\(.)")
ENTITY = re.compile(r"&(?!amp;)")


@dataclass
class Picture:
    """What a DOT text says."""

    defaults: dict[str, dict[str, str]] = field(default_factory=dict)
    nodes: dict[str, dict[str, str]] = field(default_factory=dict)
    edges: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)


class Reader:
    def __init__(self, text: str) -> None:
        self.tokens: list[tuple[str, str]] = []
        place = 0
        while text[place:].strip():
            found = TOKEN.match(text, place)
            if found is None:
                raise ValueError(f"not DOT at {text[place : place + 40]!r}")
            mark, word, string = found.groups()
            if string is not None:
                self.tokens.append(("string", unescaped(string)))
            else:
                self.tokens.append(("mark", mark) if mark else ("word", word))
            place = found.end()

    def next(self, kind: str, value: str | None = None) -> str:
        if not self.tokens:
            raise ValueError("ends too early")
        found, text = self.tokens.pop(0)
        if found != kind or (value is not None and text != value):
            raise ValueError(f"{kind} {value} wanted, {found} {text!r} seen")
        return text

    def is_next(self, kind: str, value: str | None = None) -> bool:
        return bool(self.tokens) and (
            self.tokens[0][0] == kind and value in (None, self.tokens[0][1])
        )


def unescaped(text: str) -> str:
    if ENTITY.search(text):
        raise ValueError(f"a bare & in {text!r}")
    for found in ESCAPE.finditer(text):
        if found[1] not in 'n"\\':
            raise ValueError(f"unknown escape in {text!r}")
    plain = ESCAPE.sub(lambda found: "\n" if found[1] == "n" else found[1], text)
    return plain.replace("&amp;", "&")


def read_dot(text: str) -> Picture:
    """The nodes and edges of a directed graph. Raises ValueError for anything unforeseen."""
    reader, picture = Reader(text), Picture()
    reader.next("word", "digraph")
    reader.next("word")
    reader.next("mark", "{")
    while not reader.is_next("mark", "}"):
        if reader.is_next("word"):
            name = reader.next("word")
            picture.defaults[name] = _attributes(reader)
        else:
            _statement(reader, picture)
        reader.next("mark", ";")
    reader.next("mark", "}")
    if reader.tokens:
        raise ValueError("something follows the picture")
    return picture


def _statement(reader: Reader, picture: Picture) -> None:
    name = reader.next("string")
    if reader.is_next("mark", "->"):
        reader.next("mark", "->")
        head = reader.next("string")
        picture.edges.append((name, head, _attributes(reader)))
        return
    if name in picture.nodes:
        raise ValueError(f"{name!r} is drawn twice")
    picture.nodes[name] = _attributes(reader)


def _attributes(reader: Reader) -> dict[str, str]:
    found: dict[str, str] = {}
    reader.next("mark", "[")
    while not reader.is_next("mark", "]"):
        name = reader.next("word")
        reader.next("mark", "=")
        found[name] = reader.next("string")
        if not reader.is_next("mark", "]"):
            reader.next("mark", ",")
    reader.next("mark", "]")
    return found
