"""Rule bases altered by edits of their text, and the comparison of two folders as data."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from tests.ui.command_line import ROOT, Outcome, run

LUPUS = "rules/document/lupus.py"
SCLEROSIS = "rules/document/multiple_sclerosis.py"
HEART = "rules/reference/mitoxantrone_heart.py"
LIMITS = "rules/reference/mitoxantrone_limits.py"
DISEASE = "rules/vocabulary/disease.py"

CASES = ("lupus-resistant", "ms-after-first-line", "ms-first-things-first")
"""A few cases, so that a comparison does not take long."""

Edit = tuple[str, str, str]
"""A file, a text in it, and what stands there instead."""


def copy_of_rules(folder: Path, *edits: Edit) -> Path:
    """The rules and a few cases in a folder, after some edits; each has to find its text."""
    shutil.copytree(ROOT / "rules", folder / "rules", ignore=shutil.ignore_patterns("__pycache__"))
    library = folder / "cases" / "library"
    library.mkdir(parents=True)
    for path in sorted((ROOT / "cases" / "library").glob("*.toml")):
        if path.stem.startswith(CASES):
            shutil.copy(path, library)
    for file, old, new in edits:
        edit(folder, file, old, new)
    return folder


def edit(folder: Path, file: str, old: str, new: str) -> None:
    """Write something else where a text stands, which it must, once."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def compared(before: Path, after: Path, *options: str) -> tuple[int, dict[str, Any]]:
    """The exit code and the JSON of a comparison of two folders."""
    outcome = diff(before, after, "--format", "json", *options)
    assert outcome.code in {0, 1}, outcome.err
    return outcome.code, json.loads(outcome.out)


def diff(before: Path | str, after: Path | str | None, *options: str) -> Outcome:
    """Compare two rule bases."""
    sides = [str(before), *([] if after is None else [str(after)])]
    return run("rules", "diff", *sides, "--sample", "40", *options)


def rules_of(data: dict[str, Any]) -> dict[str, list[str]]:
    """The changes of each rule that differs."""
    return {rule["id"]: rule["changes"] for rule in data["rules"]}
