"""On which line of a case file a place stands: "step 2, question, option 3"."""

from __future__ import annotations

import re

STEP = re.compile(r"\s*\[\[\s*steps\s*\]\]")
OPTION = re.compile(r".*\btext\s*=")


def line_of(text: str, place: str) -> int:
    """The line (counted from 1) of a place in a case file; as near as it can be found.

    Places are written as the checks write them, from the outside in, between commas.
    """
    lines = text.splitlines()
    here, end = 0, len(lines)
    for part in filter(None, place.split(", ")):
        name, _, number = part.rpartition(" ")
        if name == "step" and number.isdigit():
            here, end = _step(lines, int(number))
        elif name == "option" and number.isdigit():
            here = _nth(lines, OPTION, int(number), here, end)
        elif name == "objective" and number.isdigit():
            here = _nth(lines, _key("objectives"), 1, here, end)
        else:
            here = _nth(lines, _key(part), 1, here, end)
    return here + 1


def _step(lines: list[str], number: int) -> tuple[int, int]:
    """Where a step begins, and where the next one does."""
    starts = [at for at, line in enumerate(lines) if STEP.match(line)]
    if not 0 < number <= len(starts):
        return 0, len(lines)
    return starts[number - 1], starts[number] if number < len(starts) else len(lines)


def _nth(lines: list[str], sought: re.Pattern[str], number: int, start: int, end: int) -> int:
    """The nth line that fits, from a line on; that line where there is none."""
    found = [at for at in range(start, end) if sought.match(lines[at])]
    return found[number - 1] if number <= len(found) else start


def _key(name: str) -> re.Pattern[str]:
    """A line that sets a key, or that begins the table of this name."""
    key = re.escape(name)
    return re.compile(rf"\s*({key}\s*=|\[(\w+\.)*{key}\])")
