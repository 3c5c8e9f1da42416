"""The chain picture in DOT, the language of Graphviz."""

from __future__ import annotations

import textwrap

from engine.export.graph import Arrow, Box, Graph
from engine.export.palette import TONES, TRUTHS
from engine.truth import Truth

WIDEST = 20
"""Characters on one line of a box."""

FONT = "Helvetica,Arial,sans-serif"


def as_dot(graph: Graph) -> str:
    """The picture for Graphviz, in its DOT language."""
    lines = [
        "digraph chain {",
        '  graph [rankdir="LR", bgcolor="transparent", nodesep="0.18", ranksep="0.35"];',
        f'  node [fontname="{FONT}", fontsize="13", margin="0.16,0.09"];',
        f'  edge [fontname="{FONT}", fontsize="11", arrowsize="0.7"];',
        *(f"  {_quoted(box.id)} [{_attributes(_box(box))}];" for box in graph.boxes.values()),
        *(
            f"  {_quoted(arrow.tail)} -> {_quoted(arrow.head)} [{_attributes(_arrow(arrow))}];"
            for arrow in graph.arrows
        ),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _box(box: Box) -> dict[str, str]:
    tone = TONES[box.tone]
    mark = f"{TRUTHS[box.truth][0]} " if box.kind == "rule" else ""
    is_unknown_fact = box.kind == "fact" and box.truth is Truth.UNKNOWN
    concluded = box.kind in {"rule", "verdict"}
    style = ["filled"]
    style += ["rounded"] if concluded else []
    style += ["dashed"] if tone.line in {"dashed", "dotted"} else []
    return {
        "label": _wrapped(f"{mark}{box.title}", box.state),
        "shape": "ellipse" if box.kind == "group" else "box",
        "style": ",".join(style),
        "fillcolor": "#FFFFFF" if is_unknown_fact else tone.ground,
        "color": tone.ink,
        "fontcolor": tone.ink,
        "penwidth": "2.2" if concluded and box.truth is Truth.YES else "1.2",
    }


def _arrow(arrow: Arrow) -> dict[str, str]:
    ink = TONES[TRUTHS[arrow.truth][1]].ink
    style = {
        Truth.YES: {"style": "solid", "penwidth": "1.8"},
        Truth.NO: {"style": "solid", "penwidth": "0.9", "arrowhead": "tee"},
        Truth.UNKNOWN: {"style": "dashed", "penwidth": "1.2"},
    }[arrow.truth]
    if arrow.implies:
        style = {"style": "dotted", "penwidth": "1.4"}
    words = "implies" if arrow.implies else arrow.needs
    return {**style, "color": ink, "fontcolor": ink, "label": _wrapped(words)}


def _wrapped(*texts: str) -> str:
    """Texts below one another, none wider than a box may be."""
    return "\n".join(line for text in texts for line in textwrap.wrap(text, WIDEST))


def _attributes(table: dict[str, str]) -> str:
    return ", ".join(f"{name}={_quoted(value)}" for name, value in table.items())


def _quoted(text: str) -> str:
    """A DOT string. Graphviz draws nothing, and says nothing, when one is malformed."""
    kept = "".join(char for char in text if char == "\n" or char.isprintable())
    for char, written in (("&", "&amp;"), ("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n")):
        kept = kept.replace(char, written)
    return f'"{kept}"'
