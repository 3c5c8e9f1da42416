"""What became of a rule, in the words of the screens."""

from __future__ import annotations

from engine.option import Option
from engine.truth import Truth


class Status(Option):
    """Fired, blocked or waiting; every rule of a consultation is exactly one."""

    FIRED = "fired", "fired", "Every condition is met."
    BLOCKED = "blocked", "blocked", "At least one condition is known not to be met."
    WAITING = "waiting", "waiting", "No condition fails, but something is unknown."


STATUS = {Truth.YES: Status.FIRED, Truth.NO: Status.BLOCKED, Truth.UNKNOWN: Status.WAITING}
