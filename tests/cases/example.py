"""The small case of docs/writing-cases.md, and ways to spoil it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cases.load import read_case
from cases.model import Case
from engine.errors import CaseError

GUIDE = Path(__file__).parents[2] / "docs" / "writing-cases.md"
BLOCKS = re.findall(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
EXAMPLE: str = BLOCKS[0]
"""The whole case shown in the guide: whoever follows the guide starts from something that works."""

NAME = "example.toml"


def spoiled(old: str, new: str) -> str:
    """The example with one text replaced, the first time it occurs."""
    assert old in EXAMPLE
    return EXAMPLE.replace(old, new, 1)


def read(text: str | bytes, name: str = NAME) -> Case:
    return read_case(text.encode() if isinstance(text, str) else text, name)


def refusal(text: str | bytes, name: str = NAME) -> list[str]:
    """What is said about a file that cannot be used, problem by problem."""
    with pytest.raises(CaseError) as caught:
        read(text, name)
    return [str(problem) for problem in caught.value.problems]
