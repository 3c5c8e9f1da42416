"""What the rules of lupus and their examples share: kidney, nerves, blood, and a quiet patient."""

from typing import Any

from engine.language import Choice, Condition, Is, all_of, any_of
from rules.reference.guards import LUPUS
from rules.reference.lupus_criteria import has, has_not
from rules.reference.lupus_limits import PLATELETS_20
from rules.vocabulary.blood import platelets
from rules.vocabulary.lupus import (
    HaematologicalEmergency,
    NephritisClass,
    NeuropsychiatricMechanism,
    haematological_emergency,
    nephritis_class,
    neuropsychiatric_mechanism,
)
from rules.vocabulary.organs import OrganThreat, organ_threats

NO_NEPHRITIS = nephritis_class.is_(NephritisClass.NONE)
NOT_BIOPSIED = nephritis_class.is_(NephritisClass.NOT_BIOPSIED)
INFLAMMATORY = neuropsychiatric_mechanism.is_(NeuropsychiatricMechanism.INFLAMMATORY)
THROMBOTIC = neuropsychiatric_mechanism.is_(NeuropsychiatricMechanism.THROMBOTIC)
MIXED = neuropsychiatric_mechanism.is_(NeuropsychiatricMechanism.MIXED)
NO_BLOOD_EMERGENCY = all_of(
    *(haematological_emergency.has_not(each) for each in HaematologicalEmergency),
    platelets.at_least(PLATELETS_20),
)
NO_ORGAN = tuple(organ_threats.has_not(organ) for organ in OrganThreat)
NO_BLOOD = tuple(haematological_emergency.has_not(each) for each in HaematologicalEmergency)
QUIET = (LUPUS, NO_NEPHRITIS, *NO_ORGAN, *NO_BLOOD, platelets.is_(210))
NOT_PROLIFERATIVE = nephritis_class.is_one_of(
    NephritisClass.NONE,
    NephritisClass.I,
    NephritisClass.II,
    NephritisClass.V,
    NephritisClass.VI,
    NephritisClass.NOT_BIOPSIED,
)


def unless_the_class_decides(finding: Choice[Any]) -> Condition:
    """Where the biopsy names the drug, the finding counts when it is told and is not asked for."""
    return any_of(finding.is_known(), NOT_PROLIFERATIVE)


def with_threat(organ: OrganThreat) -> tuple[Is, ...]:
    """The quiet patient with one organ threatened: for examples."""
    return (*(fact for fact in QUIET if fact != has_not(organ)), has(organ))
