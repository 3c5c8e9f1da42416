"""The process that reads one rule base and answers about it: a line of JSON in, a line out.

It is started with the rules to be read first on Python's path, and the engine to read them with.
Nothing that those rules print can come between the answers: the pipes are set aside before a rule
is read. It imports nothing of this program but this room, so that it runs with another engine.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any, TextIO

from ui.rulebase.raised import line_of_rules, words_of

HOME = "AUTOIMMUNE_CDS_RULES"
"""The variable that names the folder in which the rules to be read are."""

LONGEST = 1500
"""The most characters of an error that are passed on."""


def main() -> None:
    """Answer until there is no further question."""
    asked, told = _set_aside()
    home = Path(os.environ[HOME])
    sys.meta_path.insert(0, _OneSideOnly())
    try:
        answer = _answering(home)
    except BaseException as error:  # noqa: BLE001  (rules may raise anything, even SystemExit)
        _write(told, {"error": _said(error, home)})
        return
    _write(told, {"ready": True})
    for line in asked:
        try:
            found = answer(json.loads(line))
        except BaseException as error:  # noqa: BLE001  (the rules of that side may raise anything)
            found = {"error": _said(error, home)}
        _write(told, found)


class _OneSideOnly:
    """Finds parts of rules and engine in the packages of this side, and nowhere else.

    Where this program is installed for development, its own modules would otherwise stand in for
    those that a side lacks, and two rule bases would be mixed.
    """

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module in the folders of its package; None where it is not about such a one."""
        if name.partition(".")[0] not in {"rules", "engine"}:
            return None
        found = PathFinder.find_spec(name, path, target)
        if found is None:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return found


def _set_aside() -> tuple[TextIO, TextIO]:
    """The pipes of the conversation; everybody else reads nothing and prints nowhere."""
    asked = os.fdopen(os.dup(0), encoding="utf-8")
    told = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    return asked, told


def _write(told: TextIO, found: dict[str, Any]) -> None:
    told.write(json.dumps(found) + "\n")
    told.flush()


def _answering(home: Path) -> Any:
    """What answers, once the rules are read. Imported here: it reads them."""
    import rules  # noqa: PLC0415

    where = Path(rules.__file__ or os.devnull).resolve()
    if not where.is_relative_to(home):
        raise ImportError("The folder holds no rules package: rules/__init__.py is missing.")
    from ui.rulebase.answer import Answering  # noqa: PLC0415

    try:
        from rules.full import FULL_RULEBOOK as FULL  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if error.name != "rules.full":
            raise
        FULL = rules.RULEBOOK  # noqa: N806  (rules from before published criteria were added)
    return Answering(rules.RULEBOOK, FULL).answer


def _said(error: BaseException, home: Path) -> dict[str, str]:
    """An error in words: its class, what it says, and the line of the rules that it rose in."""
    return {
        "kind": type(error).__name__,
        "text": words_of(error)[:LONGEST],
        "where": line_of_rules(error, home),
    }


if __name__ == "__main__":
    main()
