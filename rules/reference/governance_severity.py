"""Whether "severe by published criteria" is still an open question, and what would settle it.

That a concept is unknown cannot be asked. What can be asked is that no limb of its criteria holds
so far and that one of them at least still may; this is read off the criteria themselves, so that
the question and the criteria cannot drift apart.
"""

from engine.language import (
    AllOf,
    AnyOf,
    AtLeast,
    Choice,
    Condition,
    Confidence,
    InRange,
    Is,
    IsNotKnown,
    IsOneOf,
    Rule,
    all_of,
    any_of,
    at_least,
    fires,
    silent,
)
from rules.reference.arthritis_criteria import severe_beyond_joints, severe_joints
from rules.reference.governance_flags import (
    SEVERITY_ARTHRITIS,
    SEVERITY_LUPUS,
    SEVERITY_MYOPATHY,
    SEVERITY_VASCULITIS,
)
from rules.reference.guards import ANY_VASCULITIS, ARTHRITIS, GPA, LUPUS, MYOPATHY
from rules.reference.lupus_criteria import (
    CLASS_IV,
    severe_blood,
    severe_kidney,
    severe_lungs_heart_gut,
    severe_nerves,
    severe_score,
)
from rules.reference.myopathy_criteria import severe_signs, severe_weakness
from rules.reference.vasculitis_criteria import severe as severe_vasculitis
from rules.vocabulary.arthritis import das28
from rules.vocabulary.full import FULL_VOCABULARY
from rules.vocabulary.myopathy import weakest_muscle_grade
from rules.vocabulary.organs import OrganThreat, organ_threats


def _opposite(leaf: Is | IsOneOf | InRange) -> Condition:
    """The finding is known, and otherwise than the leaf asks."""
    if isinstance(leaf, InRange):
        ends: list[Condition] = []
        if leaf.low is not None:
            ends.append(
                InRange(
                    leaf.finding,
                    leaf.unit,
                    high=leaf.low,
                    high_included=not leaf.low_included,
                    marks=leaf.marks,
                )
            )
        if leaf.high is not None:
            ends.append(
                InRange(
                    leaf.finding,
                    leaf.unit,
                    low=leaf.high,
                    low_included=not leaf.high_included,
                    marks=leaf.marks,
                )
            )
        return any_of(*ends)
    values = leaf.values if isinstance(leaf, IsOneOf) else (leaf.value,)
    finding = FULL_VOCABULARY.atoms[leaf.finding]
    if isinstance(finding, Choice):
        others = [option.value for option in finding.options if option.value not in values]
        return IsOneOf(leaf.finding, tuple(others))
    return Is(leaf.finding, not values[0])


def not_yet(condition: Condition) -> Condition:
    """The condition does not hold so far: it is known to fail, or cannot be told."""
    if isinstance(condition, AllOf):
        return any_of(*(not_yet(each) for each in condition.conditions))
    if isinstance(condition, AnyOf):
        return all_of(*(not_yet(each) for each in condition.conditions))
    if isinstance(condition, AtLeast):
        out_of_reach = len(condition.conditions) - condition.count + 1
        return at_least(out_of_reach, *(not_yet(each) for each in condition.conditions))
    if isinstance(condition, Is | IsOneOf | InRange):
        return any_of(_opposite(condition), IsNotKnown(condition.finding))
    raise TypeError(f"criteria are not made of {type(condition).__name__}")


def _may_still(condition: Condition) -> Condition:
    """The condition holds or may still hold."""
    if isinstance(condition, AllOf):
        return all_of(*(_may_still(each) for each in condition.conditions))
    if isinstance(condition, AnyOf):
        return any_of(*(_may_still(each) for each in condition.conditions))
    assert isinstance(condition, Is | IsOneOf | InRange)  # noqa: S101  (``not_yet`` has looked)
    return any_of(condition, IsNotKnown(condition.finding))


def _open(condition: Condition) -> Condition:
    """Of a condition that does not hold so far: it may still."""
    if isinstance(condition, AnyOf):
        return any_of(*(_open(each) for each in condition.conditions))
    if isinstance(condition, AllOf):
        return all_of(*(_may_still(each) for each in condition.conditions))
    assert isinstance(condition, Is | IsOneOf | InRange)  # noqa: S101  (``not_yet`` has looked)
    return IsNotKnown(condition.finding)


def _limb(guard: Condition, rule: Rule) -> Condition:
    """What a criterion asks beside the diagnosis."""
    if not isinstance(rule.when, AllOf) or rule.when.conditions[0] != guard:
        raise ValueError(f"{rule.id} does not begin with its diagnosis")
    rest = rule.when.conditions[1:]
    return rest[0] if len(rest) == 1 else all_of(*rest)


def still_open(guard: Condition, *criteria: Rule) -> Condition:
    """Of this diagnosis, and by none of the criteria severe so far, yet perhaps by one of them."""
    limbs = [_limb(guard, rule) for rule in criteria]
    return all_of(
        guard, *(not_yet(limb) for limb in limbs), any_of(*(_open(limb) for limb in limbs))
    )


severity_lupus = Rule(
    id="RGOV-5",
    title="what is recorded does not tell yet how severe lupus is",
    cites=("TEACH",),
    when=still_open(
        LUPUS, severe_kidney, severe_nerves, severe_lungs_heart_gut, severe_blood, severe_score
    ),
    then=SEVERITY_LUPUS,
    because="Criteria can only be applied to what was looked at.",
    misuse="An empty form does not describe a mild disease.",
    confidence=Confidence.OWN,
    examples=(fires(LUPUS), silent(LUPUS, CLASS_IV)),
)

severity_vasculitis = Rule(
    id="RGOV-6",
    title="it is not recorded whether vasculitis threatens an organ",
    cites=("ACRVF21", "TEACH"),
    when=still_open(ANY_VASCULITIS, severe_vasculitis),
    then=SEVERITY_VASCULITIS,
    because="In vasculitis the organ decides, and days count.",
    misuse="Not recorded is not the same as not there.",
    confidence=Confidence.OWN,
    examples=(
        fires(GPA),
        fires(GPA, organ_threats.has_not(OrganThreat.GLOMERULONEPHRITIS)),
        silent(GPA, organ_threats.has(OrganThreat.GLOMERULONEPHRITIS)),
    ),
)

severity_arthritis = Rule(
    id="RGOV-16",
    title="what is recorded does not tell yet how severe arthritis is",
    cites=("TEACH",),
    when=still_open(ARTHRITIS, severe_joints, severe_beyond_joints),
    then=SEVERITY_ARTHRITIS,
    because="Joints, films, vessels, eyes, lungs and other organs each make arthritis severe; one "
    "that was not looked at may be the one.",
    misuse="Swollen joints are seen at once; a foot drop is found by asking.",
    confidence=Confidence.OWN,
    examples=(
        fires(ARTHRITIS),
        fires(ARTHRITIS, das28.is_(5.1)),
        silent(ARTHRITIS, das28.is_(5.2)),
    ),
)

severity_myopathy = Rule(
    id="RGOV-17",
    title="what is recorded does not tell yet how severe myopathy is",
    cites=("TEACH",),
    when=still_open(MYOPATHY, severe_weakness, severe_signs),
    then=SEVERITY_MYOPATHY,
    because="Strength, swallowing, breathing, heart, lungs and other organs are asked apart, and "
    "one answer does not stand for the others.",
    misuse="Normal strength does not rule out a lung that fails.",
    confidence=Confidence.OWN,
    examples=(
        fires(MYOPATHY),
        fires(MYOPATHY, weakest_muscle_grade.is_(4)),
        silent(MYOPATHY, weakest_muscle_grade.is_(3)),
    ),
)
