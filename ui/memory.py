"""Memory of a server that keeps much for long: how often Python looks through all of it."""

from __future__ import annotations

import gc

SELDOM = (100_000, 20, 50)
"""So many new objects, and so many younger rounds, before older ones are looked through again.

With the usual settings a round over everything, during which nobody is answered, comes every few
consultations and takes up to half a second.
"""


def settle() -> None:
    """Set aside what was built until now, which stays, and look through the rest less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)
