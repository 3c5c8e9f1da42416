"""Facts in words: what a list does not hold is said once, and never more than is known."""

from __future__ import annotations

import pytest

from engine.conditions import Value
from engine.consult import consult
from engine.explain import told_lines
from rules.full import FULL_RULEBOOK
from rules.vocabulary.organs import OrganThreat, organ_threats

GPA: dict[str, Value] = {"diagnosis": "granulomatosis_with_polyangiitis"}
HEART, GUT = OrganThreat.HEART, OrganThreat.MESENTERIC
ALL = tuple(OrganThreat)


@pytest.mark.parametrize(
    ("there", "absent", "said"),
    [
        ((), ALL, ["Organ threat: none"]),
        (
            (HEART,),
            tuple(each for each in ALL if each is not HEART),
            ["Organ threat: none of the others", "Organ threat: heart: yes"],
        ),
        ((), (HEART, GUT), ["Organ threat: heart: no", "Organ threat: gut vessels: no"]),
        (
            (),
            (HEART, GUT, OrganThreat.OPTIC_NERVE),
            ["Organ threat: not optic nerve, heart or gut vessels"],
        ),
        (
            (HEART,),
            (GUT, OrganThreat.OPTIC_NERVE, OrganThreat.SPINAL_CORD),
            [
                "Organ threat: not spinal cord, optic nerve or gut vessels",
                "Organ threat: heart: yes",
            ],
        ),
    ],
)
def test_what_a_list_does_not_hold_is_said_once(
    there: tuple[OrganThreat, ...], absent: tuple[OrganThreat, ...], said: list[str]
) -> None:
    entries = {organ_threats.has(each).finding: each in there for each in (*there, *absent)}
    trace = consult(FULL_RULEBOOK, GPA | entries)
    lines = [line.text for fact, line in told_lines(FULL_RULEBOOK, trace.facts)]
    assert [text for text in lines if text.startswith("Organ threat")] == said
