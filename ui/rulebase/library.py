"""Case files of either side as steps, read without either side's rules.

Only what the comparison needs is looked at; whether a file is a sound case is for
``autoimmune-cds cases check``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from engine.errors import InputError
from engine.tables import toml_table

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ToldStep:
    """One step of a case: what is known by then as in a profile file, and what it expects."""

    case: str
    number: int
    title: str
    layers: tuple[str, ...]
    findings: dict[str, Any]
    expects: dict[str, dict[str, Any]]


def told_steps(files: Mapping[str, bytes]) -> tuple[list[ToldStep], list[str]]:
    """The steps of every case, and the files that cannot be read, each in a sentence."""
    steps: list[ToldStep] = []
    unread: list[str] = []
    for name, raw in files.items():
        try:
            steps += _steps(name.removesuffix(".toml"), toml_table(raw.decode("utf-8-sig")))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, InputError):
            unread.append(f"{name} is no case file that can be read here.")
    return steps, unread


def _steps(case: str, table: Mapping[str, Any]) -> Iterator[ToldStep]:
    known: dict[str, Any] = {}
    layers = tuple(str(layer) for layer in table.get("layers", ["document"]))
    for number, step in enumerate(table["steps"], start=1):
        known = known | step.get("reveals", {})
        known |= {name: change["to"] for name, change in step.get("changes", {}).items()}
        expects = {
            str(layer): {
                "verdict": str(expected["verdict"]),
                "fired": [str(rule) for rule in expected["fired"]],
            }
            for layer, expected in step["expects"].items()
            if layer in layers
        }
        findings = {name: value for name, value in known.items() if value != UNKNOWN}
        yield ToldStep(case, number, str(step["title"]), layers, findings, expects)
