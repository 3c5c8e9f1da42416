"""A toy rule book about plants: every kind of finding, every kind of condition, chained concepts.

Also the means to make others of any rules over the same findings.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from engine.language import (
    Advice,
    Chapter,
    Choice,
    Concept,
    Condition,
    Finding,
    Flag,
    Limits,
    Measurement,
    MultiChoice,
    Option,
    Rule,
    RuleBook,
    Section,
    Stance,
    Statement,
    StatementClass,
    Topic,
    Unit,
    Vocabulary,
    YesNo,
    all_of,
    any_of,
    at_least,
)


class Kind(Option):
    ROSE = "rose", "rose"
    FERN = "fern", "fern"
    CACTUS = "cactus", "cactus"
    OTHER = "other", 'another, "unnamed" one'


class Light(Option):
    SHADE = "shade", "shade"
    SUN = "sun", "sun"
    TRUE = "true", "a word that is no truth value"


class Sign(Option):
    WILTING = "wilting", "wilting"
    SPOTS = "spots", "spots"
    MOULD = "mould", "mould"
    HOLES = "holes", "holes"


class Drug(Option):
    FEED = "feed", "plant feed"
    SPRAY = "spray", "spray"


kind = Choice(id="kind", label="Kind", question="?", help="", section="plant", options=Kind)
light = Choice(id="light", label="Light", question="?", help="", section="plant", options=Light)
potted = YesNo(id="potted", label="Potted", question="?", help="", section="plant")
watered = YesNo(id="watered", label="Watered", question="?", help="", section="plant")
indoors = YesNo(id="indoors", label="Indoors", question="?", help="", section="plant")
height = Measurement(
    id="height",
    label="Height",
    question="?",
    help="",
    section="plant",
    unit="cm",
    hard=Limits(0, 10_000),
    other_units=(Unit("in", Decimal("2.54")), Unit("m", Decimal(100))),
)
warmth = Measurement(
    id="warmth",
    label="Warmth",
    question="?",
    help="",
    section="plant",
    unit="°C",
    hard=Limits(-90, 90),
)
signs = MultiChoice(id="signs", label="Signs", question="?", help="", section="plant", options=Sign)

FINDINGS: tuple[Finding, ...] = (kind, light, potted, watered, indoors, height, warmth, signs)
VOCABULARY = Vocabulary(
    sections=(Section(id="plant", title="Plant", help=""),), findings=FINDINGS, diagnosis=kind
)


def concept(name: str) -> Concept:
    return Concept(id=name, label=name)


def flag(name: str) -> Flag:
    return Flag(id=name, label=name, topic=Topic.RISK, text=f"{name}.")


def advice(drug: Drug, stance: Stance) -> Advice:
    name = f"{drug.value}_{stance.value}"
    return Advice(id=name, label=name, drug=drug, stance=stance)


def rule(name: str, when: Condition, then: Concept) -> Rule:
    return Rule(
        id=name, title=name, cites=("S1",), when=when, then=then, because="", misuse="", examples=()
    )


def book_of(
    rules: Iterable[Rule],
    concepts: Iterable[Concept] = (),
    vocabulary: Vocabulary = VOCABULARY,
) -> RuleBook:
    """A rule book of these rules, with what they conclude and any further concepts."""
    rules = tuple(rules)
    return RuleBook(
        version="0",
        vocabulary=vocabulary,
        drugs=Drug,
        concepts=tuple(dict.fromkeys((*(rule.then for rule in rules), *concepts))),
        chapters=(Chapter(id="all", title="All", paragraphs=(1,), rules=rules),),
        statements=(
            Statement(
                id="S1", paragraph=1, text="Plants.", kind=StatementClass.DEFINITION, modality="is"
            ),
        ),
    )


DRY = concept("dry")
SICK = concept("sick")
TALL = concept("tall")
NEVER_CONCLUDED = concept("never_concluded")
FEED_MAY = advice(Drug.FEED, Stance.MAY)
FEED_NOT = advice(Drug.FEED, Stance.NOT)
SPRAY_MAY = advice(Drug.SPRAY, Stance.MAY)
ASK = flag("ask_about_watering")
MOVE = flag("move_it")

TOY = book_of(
    (
        # Reads what later rules conclude, so the order of firing is not that of the book.
        rule("FEED-1", all_of(SICK.no, TALL.no, kind.is_one_of(Kind.ROSE, Kind.FERN)), FEED_MAY),
        rule("FEED-2", any_of(SICK.yes, all_of(TALL.yes, DRY.yes)), FEED_NOT),
        rule("DRY-1", watered.no, DRY),
        rule("DRY-2", all_of(kind.is_(Kind.FERN), warmth.above(30.5, "°C")), DRY),
        rule(
            "SICK-1",
            at_least(
                2,
                signs.has(Sign.WILTING),
                signs.has(Sign.SPOTS),
                signs.has(Sign.MOULD),
                any_of(signs.has(Sign.HOLES), warmth.below(-2, "°C")),
            ),
            SICK,
        ),
        rule("SICK-2", all_of(DRY.yes, light.is_(Light.SUN), kind.is_one_of(Kind.FERN)), SICK),
        rule("TALL-1", any_of(height.at_least(40, "in"), height.above(1.2, "m")), TALL),
        rule("TALL-2", all_of(potted.yes, height.between(50, 90, "cm")), TALL),
        rule(
            "SPRAY-1",
            all_of(SICK.yes, any_of(signs.has(Sign.SPOTS), signs.has(Sign.MOULD)), DRY.no),
            SPRAY_MAY,
        ),
        rule("SPRAY-2", all_of(NEVER_CONCLUDED.yes, potted.no), SPRAY_MAY),
        rule("ASK-1", all_of(watered.is_not_known(), kind.is_known()), ASK),
        rule("MOVE-1", all_of(indoors.yes, any_of(TALL.yes, light.is_(Light.TRUE))), MOVE),
    ),
    (NEVER_CONCLUDED,),
)
