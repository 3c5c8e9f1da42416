"""Reading a profile file (JSON or TOML) and writing one. Nothing in a file can run code."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from engine.consult import BANNER, rerun
from engine.errors import Problem, ProfileError, UnreadableError
from engine.opinion import Opinion, read_opinions
from engine.profile import Profile
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.tables import looks_like_json, table_of
from engine.trace import Trace
from engine.words import or_list, quoted

LARGEST = 1_000_000
"""The largest file that is read, in bytes; a full profile has a few thousand."""

LARGEST_TRACE = 5_000_000
"""The largest trace that is read, in bytes; one with both layers has some 500,000."""

ENVELOPE = ("disclaimer", "format", "findings", "layers", "readings", "opinions")


@dataclass(frozen=True, slots=True)
class Request:
    """A patient, and how to look at it: the layers and readings in force, and what was thought."""

    profile: Profile
    layers: tuple[Layer, ...] = (Layer.DOCUMENT,)
    readings: dict[str, str] = field(default_factory=dict)
    opinions: tuple[Opinion, ...] = ()


def read_request(raw: bytes, book: RuleBook, model: type[Profile]) -> Request:
    """A profile file: a flat table of findings, or ``{format=1, findings, layers, readings}``.

    The latter may carry ``opinions``, and a ``disclaimer``, which is written but not read.

    Raises UnreadableError when it is no such file, ProfileError when its content is wrong.
    """
    table = table_of(raw, LARGEST)
    if not set(ENVELOPE) & set(table):
        return Request(model.read(table))
    surplus = [key for key in table if key not in ENVELOPE]
    problems = [
        Problem(
            str(key)[:80], "It does not belong here.", f"Put findings under {quoted('findings')}."
        )
        for key in surplus
    ]
    if not isinstance(table.get("disclaimer", ""), str):
        problems.append(Problem("disclaimer", "It is not a text.", "Remove it."))
    if table.get("format") != 1 or isinstance(table.get("format"), bool):
        one = '"format": 1' if looks_like_json(raw.decode("utf-8-sig")) else "format = 1"
        problems.append(Problem("format", "The format must be 1.", f"Write {one}."))
    findings = table.get("findings", {})
    if not isinstance(findings, dict):
        problems.append(Problem("findings", "It is not a table.", "Give finding → value."))
    layers = _layers(table.get("layers", [Layer.DOCUMENT.value]), book, problems)
    readings = _readings(table.get("readings", {}), book, problems)
    opinions: tuple[Opinion, ...] = ()
    try:
        opinions = read_opinions(table.get("opinions", []))
    except ProfileError as error:
        problems += error.problems
    if problems:
        raise ProfileError(*problems)
    return Request(model.read(findings), layers, readings, opinions)


def _layers(given: Any, book: RuleBook, problems: list[Problem]) -> tuple[Layer, ...]:
    have = [layer.value for layer in book.layers]
    if not isinstance(given, list) or any(item not in have for item in given):
        problems.append(
            Problem("layers", f"{quoted(given)} cannot be used.", f"List {or_list(have)}.")
        )
        return ()
    return tuple(layer for layer in book.layers if layer.value in given or layer is Layer.DOCUMENT)


def _readings(given: Any, book: RuleBook, problems: list[Problem]) -> dict[str, str]:
    words = {word.id: [option.id for option in word.options] for word in book.vague_words}
    if not isinstance(given, dict):
        problems.append(Problem("readings", "It is not a table.", "Give vague word → reading."))
        return {}
    for word, choice in given.items():
        if word not in words:
            problems.append(
                Problem(
                    "readings", f"There is no vague word {quoted(word)}.", f"Use {or_list(words)}."
                )
            )
        elif choice not in words[word]:
            problems.append(
                Problem(
                    "readings",
                    f"{quoted(choice)} is not a reading of {word}.",
                    f"Use {or_list(words[word])}.",
                )
            )
    return {str(word): str(choice) for word, choice in given.items()}


def is_trace(raw: bytes) -> bool:
    """Whether a file is meant to be a trace rather than a patient."""
    return raw.lstrip()[:1] == b"{" and b'"firings"' in raw and b'"proofs"' in raw


def read_trace(raw: bytes, books: Iterable[RuleBook]) -> Trace:
    """A trace that was saved, consulted again and found to be the same.

    Raises UnreadableError when it is no trace, ProfileError when it was made with another rule book
    or altered since.
    """
    if len(raw) > LARGEST_TRACE:
        raise UnreadableError(
            Problem("", f"The file has more than {LARGEST_TRACE:,} bytes.", "Use a smaller one.")
        )
    try:
        trace = Trace.model_validate_json(raw)
    except ValidationError as error:
        raise UnreadableError(
            Problem("", "This is no trace of this program.", "Save it again from the explanation.")
        ) from error
    for book in books:
        if book.content_hash == trace.rulebook.hash:
            if rerun(book, trace) == trace:
                return trace
            raise ProfileError(
                Problem(
                    "trace",
                    "The rules do not come to what it says: it was altered after it was saved.",
                    "Use the file as it was saved, or enter the patient again.",
                )
            )
    raise ProfileError(
        Problem(
            "trace",
            f"It was made with rule book {quoted(trace.rulebook.hash[:12])}, which is another one.",
            "Enter the patient again, or load the patient file.",
        )
    )


def write_request(request: Request) -> str:
    """The file for a patient, as JSON; reading it back gives the same."""
    table: dict[str, Any] = {
        "disclaimer": BANNER,
        "format": 1,
        "findings": request.profile.as_file(),
        "layers": [layer.value for layer in request.layers],
    }
    if request.readings:
        table["readings"] = request.readings
    if request.opinions:
        table["opinions"] = [each.model_dump(mode="json") for each in request.opinions]
    return json.dumps(table, indent=2, ensure_ascii=False) + "\n"
