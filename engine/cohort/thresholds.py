"""A range in any unit, as bounds on the stored number that say exactly the same.

A rule compares a number in the unit of its source; ``Measurement.shown`` converts by way of decimal
arithmetic. It never falls as the stored number rises. So the stored numbers that lie above an end
begin at one certain number, which is found here by halving, and columns need not be converted.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import cache
from sys import float_info

from engine.findings import Measurement

_LARGEST = float_info.max


@cache
def first_at_least(measurement: Measurement, unit: str, end: float) -> float:
    """The lowest stored number that, in ``unit``, is ``end`` or higher."""
    if unit == measurement.unit:
        return end
    return _first(lambda number: measurement.shown(number, unit) >= end)


@cache
def first_above(measurement: Measurement, unit: str, end: float) -> float | None:
    """The lowest stored number that, in ``unit``, is higher than ``end``.

    None where that is the stored unit: then the end itself says it.
    """
    if unit == measurement.unit:
        return None
    return _first(lambda number: measurement.shown(number, unit) > end)


def _first(holds: Callable[[float], bool]) -> float:
    """The lowest number for which something holds that holds for every higher one too."""
    low, high = _place(-_LARGEST), _place(_LARGEST)
    if not holds(_LARGEST):
        return float("inf")
    while low < high:
        middle = (low + high) // 2
        if holds(_number(middle)):
            high = middle
        else:
            low = middle + 1
    return _number(low)


def _place(number: float) -> int:
    """Where a number stands among all numbers of its kind, in their order."""
    (bits,) = struct.unpack("<q", struct.pack("<d", number))
    return int(bits) if bits >= 0 else -(int(bits) & 0x7FFF_FFFF_FFFF_FFFF)


def _number(place: int) -> float:
    (number,) = struct.unpack("<d", struct.pack("<q", abs(place)))
    return float(number) if place >= 0 else -float(number)
