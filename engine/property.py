"""Properties of a rule base: what must hold for every patient, in the language of the rules.

A property is data, like a rule. ``engine.verify`` proves it over all patients, or finds one for
whom it does not hold.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.conditions import Condition
from engine.findings import Finding
from engine.option import Option
from engine.rule import Layer
from engine.trace import Kind


@dataclass(frozen=True, slots=True)
class Known:
    """A condition is known to hold, or (``yes=False``) known not to."""

    condition: Condition
    yes: bool = True


@dataclass(frozen=True, slots=True)
class NotShown:
    """A condition is not known to hold: it is known not to, or nobody knows."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class VerdictIs:
    """The verdict of a layer on a drug is of one of these kinds."""

    layer: Layer
    drug: Option
    kinds: tuple[Kind, ...]


Fact = Known | NotShown | VerdictIs


@dataclass(frozen=True, slots=True)
class Whenever:
    """For every patient for whom all of ``given`` is so, all of ``then`` is so."""

    given: tuple[Fact, ...]
    then: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Never:
    """There is no patient for whom all of this is so. ``given`` is what by itself is possible."""

    given: tuple[Fact, ...]
    together_with: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Exactly:
    """Of those with all of ``given``: ``then`` is so of exactly those with all of ``when``.

    It says that something of a layer is never left out, and never said for nothing.
    """

    layer: Layer
    given: tuple[Fact, ...]
    when: tuple[Fact, ...]
    then: Fact

    @property
    def ways(self) -> tuple[Whenever, Whenever]:
        """The two halves of it."""
        return (
            Whenever((*self.given, *self.when), (self.then,)),
            Whenever((*self.given, self.then), self.when),
        )


@dataclass(frozen=True, slots=True)
class OneVerdict:
    """Every patient gets exactly one kind of verdict of a layer on every drug."""

    layer: Layer


@dataclass(frozen=True, slots=True)
class Lasting:
    """What is settled stays when something unknown is told.

    No rule that fires is ruled out then, and none that is ruled out fires. Rules that ask whether
    something is known, and what rests on them, are left out: they are meant to change. Verdicts of
    the ``kinds`` stay what they are. What is calculated counts as known: telling another number in
    its place corrects it, and tells nothing that was unknown.
    """

    layer: Layer
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Worse:
    """A finding and its values from the best to the worst: options, answers, or falling numbers.

    ``values`` is empty for a number; then ``rising`` says whether a higher one is worse.
    """

    finding: Finding
    values: tuple[str | bool, ...] = ()
    rising: bool = True


@dataclass(frozen=True, slots=True)
class NotLostByWorsening:
    """Making a finding worse never takes away that a drug may be considered.

    All else stays as told. Afterwards the verdict is of one of the ``kinds``, unless one of the
    ``unless`` holds for the patient who is worse: a named reason of safety.
    """

    layer: Layer
    drug: Option
    kinds: tuple[Kind, ...]
    worse: tuple[Worse, ...]
    unless: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Untouched:
    """Nothing that a layer says depends on rules or findings of another layer."""

    layer: Layer


Claim = Whenever | Never | Exactly | OneVerdict | Lasting | NotLostByWorsening | Untouched


@dataclass(frozen=True, kw_only=True)
class Property:
    """Something that must hold for every patient.

    ``sentence`` says it so that a clinician understands it, ``because`` what it rests on; ``cites``
    are ids of statements or references. ``harm`` says what could happen to the patient for whom it
    does not hold.
    """

    id: str
    sentence: str
    because: str
    harm: str
    claim: Claim
    cites: tuple[str, ...] = ()
