"""What is different beside the rules: vocabulary, thresholds, concepts, texts, what follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard

from engine.difference.description import Description, Plain
from engine.words import number_text

ADDED, REMOVED, ALTERED = "added", "removed", "altered"

FOR_READERS = frozenset(
    {
        "because",
        "cites",
        "codes",
        "confidence",
        "help",
        "label",
        "note",
        "question",
        "said",
        "section",
        "soft",
        "subject",
        "synonyms",
        "text",
        "topic",
        "words",
    }
)
"""Parts of a finding, a threshold, a concept or a tie that change no patient."""

FLAG_ONLY = frozenset({"state_from", "names_rows_of", "names_missing"})
"""Parts of a flag that change what is written beside a verdict, and no verdict."""

LONGEST = 160
"""The most characters of a text that are shown of each side."""

KINDS = {
    "finding": "finding",
    "threshold": "threshold",
    "concept": "conclusion",
    "entailments": "what follows from what",
    "impossible": "what cannot be",
    "ordered": "what cannot be larger",
    "calculations": "what is calculated",
    "drugs": "drug",
}
"""What a part of a rule base is called; other kinds are called by their own names."""


@dataclass(frozen=True, slots=True)
class ContentDifference:
    """One part that is there on one side only, or is otherwise.

    ``kind`` is the kind of part, ``how`` one of added, removed and altered, ``said`` each
    difference in words. ``decides`` says that it may change what the rules conclude of a patient.
    """

    kind: str
    id: str
    label: str
    how: str
    said: tuple[str, ...]
    decides: bool

    @property
    def called(self) -> str:
        """What this kind of part is called."""
        return KINDS.get(self.kind, self.kind.replace("_", " "))


def content_differences(before: Description, after: Description) -> tuple[ContentDifference, ...]:
    """Every difference outside the rules, kind by kind."""
    drugs = [{name: {"label": text} for name, text in d.drugs.items()} for d in (before, after)]
    kinds: dict[str, tuple[Mapping[str, Plain], Mapping[str, Plain]]] = {
        "finding": (before.findings, after.findings),
        "threshold": (before.thresholds, after.thresholds),
        "concept": (before.concepts, after.concepts),
        "drugs": (drugs[0], drugs[1]),
    }
    kinds |= {
        kind: (_called_alike(was, now), now)
        for kind, (was, now) in _paired(before.ties, after.ties).items()
    }
    kinds |= _paired(before.texts, after.texts)
    deciding = {"finding", "concept", "drugs", *before.ties, *after.ties}
    return tuple(
        difference
        for kind, (was, now) in kinds.items()
        for difference in _of_kind(kind, was, now, deciding=kind in deciding)
    )


def _paired(
    before: Mapping[str, dict[str, Plain]], after: Mapping[str, dict[str, Plain]]
) -> dict[str, tuple[Mapping[str, Plain], Mapping[str, Plain]]]:
    return {kind: (before.get(kind, {}), after.get(kind, {})) for kind in {**before, **after}}


def _called_alike(before: Mapping[str, Plain], after: Mapping[str, Plain]) -> dict[str, Plain]:
    """What is known by its words, under its words after where these alone are otherwise."""
    came = {repr(bare(part)): name for name, part in after.items() if name not in before}
    return {
        name if name in after else came.get(repr(bare(part)), name): part
        for name, part in before.items()
    }


def _of_kind(
    kind: str, before: Mapping[str, Plain], after: Mapping[str, Plain], *, deciding: bool
) -> Iterator[ContentDifference]:
    for name in (*after, *(name for name in before if name not in after)):
        was, now = before.get(name), after.get(name)
        if was == now:
            continue
        label = _label(name, now or was or {})
        if was is None or now is None:
            how = ADDED if was is None else REMOVED
            # Whatever reads a finding, a concept or a drug changes too, and is found there.
            decides = deciding and kind not in {"finding", "concept", "drugs"}
            yield ContentDifference(kind, name, label, how, (), decides)
        else:
            decides = deciding and bare(was) != bare(now)
            said = tuple(_fields(was, now))
            yield ContentDifference(kind, name, label, ALTERED, said, decides)


def _label(name: str, part: Plain) -> str:
    return str(part.get("label") or part.get("title") or part.get("word") or name)


def bare(part: Any) -> Any:
    """A part without what only readers see; what is left may change a patient."""
    if isinstance(part, dict):
        return {
            key: _values(value) if key in {"options", "rows"} else bare(value)
            for key, value in part.items()
            if key not in FOR_READERS and key not in FLAG_ONLY
        }
    return [bare(each) for each in part] if isinstance(part, list) else part


def _values(options: Any) -> Any:
    """The values of a closed set without their words."""
    return [option[0] for option in options] if _closed_set(options) else bare(options)


def _closed_set(options: Any) -> TypeGuard[list[Any]]:
    """Whether this is a list of values with their words."""
    return isinstance(options, list) and all(
        isinstance(each, list) and len(each) == 4 and isinstance(each[0], str) for each in options
    )


def _fields(before: Plain, after: Plain) -> Iterator[str]:
    for key in dict.fromkeys((*before, *after)):
        was: Any = before.get(key)
        now: Any = after.get(key)
        if was == now:
            continue
        name = key.replace("_", " ")
        if key in {"options", "rows"} and _closed_set(was) and _closed_set(now):
            yield from _options(name, was, now)
        elif _names(was) and _names(now):
            yield f"{name}: {_listed(was, now)}"
        else:
            yield from _inside(name, was, now)


def _inside(name: str, before: Any, after: Any) -> Iterator[str]:
    """Where two values differ, as deep inside as can be told."""
    if isinstance(before, dict) and isinstance(after, dict):
        yield from (f"{name}, {said}" for said in _fields(before, after))
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for number, (was, now) in enumerate(zip(before, after, strict=True), start=1):
            if was != now:
                yield from _inside(f"{name} {number}", was, now)
    else:
        yield f"{name}: {shown(before)} → {shown(after)}"


def _names(value: Any) -> bool:
    """Whether this is a list of names."""
    return isinstance(value, list) and bool(value) and all(isinstance(v, str) for v in value)


def _listed(before: list[str], after: list[str]) -> str:
    """What came into a list of names and what left it."""
    came = [name for name in after if name not in before]
    gone = [name for name in before if name not in after]
    said = [f"new {', '.join(came)}"] if came else []
    said += [f"no longer {', '.join(gone)}"] if gone else []
    return "; ".join(said) or "in another order"


def _options(name: str, before: list[Any], after: list[Any]) -> Iterator[str]:
    was, now = ({str(each[0]): each for each in side} for side in (before, after))
    for value in now.keys() - was.keys():
        yield f"{name}: new “{now[value][1]}” ({value})"
    for value in was.keys() - now.keys():
        yield f"{name}: no longer “{was[value][1]}” ({value})"
    for value in was:
        if value in now and was[value] != now[value]:
            yield f"{name}: words of {value}: {shown(was[value][1:])} → {shown(now[value][1:])}"
    if was == now:
        yield f"{name}: in another order"


def shown(value: Any) -> str:
    """A part of a rule base as it is shown: short, on one line."""
    if value is None or value in ("", [], {}):
        return "nothing"
    match value:
        case bool():
            return "yes" if value else "no"
        case float():
            return number_text(value)
        case list():
            return _cut(", ".join(shown(each) for each in value))
        case dict():
            named = {key: each for key, each in value.items() if key != "is" and each is not None}
            return _cut(", ".join(f"{key} {shown(each)}" for key, each in named.items()))
        case _:
            return _cut(str(value))


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
