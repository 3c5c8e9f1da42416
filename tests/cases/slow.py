"""Which tests of a case take a while, and so run beside the sweeps."""

from __future__ import annotations

from typing import Any

import pytest

from cases.model import Case
from engine.rule import Layer


def proven_beside_the_sweeps(case: Case) -> list[Any]:
    """The marks of a test in which the solver takes a while: over published criteria it does.

    All tests of a case run in one process, which remembers what it has worked out.
    """
    if Layer.REFERENCE not in case.layers:
        return []
    return [pytest.mark.exhaustive, pytest.mark.xdist_group(case.id)]
