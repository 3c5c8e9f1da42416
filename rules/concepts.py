"""Intermediate conclusions, advice and flags, with the words used to show them."""

from engine.language import Advice, Concept, Flag, Option, Stance, Topic
from rules.vocabulary.governance import (
    monitoring_plan,
    multidisciplinary_review,
    specialist_supervision,
)


class Drug(Option):
    """What the document names as chemotherapy, and the paragraph in which it names no drug."""

    CYCLOPHOSPHAMIDE = "cyclophosphamide", "cyclophosphamide"
    MITOXANTRONE = "mitoxantrone", "mitoxantrone"
    NO_DRUG_NAMED = "chemotherapy_no_drug_named", "chemotherapy (no drug named)"


# What the vague words of the document stand for.
SEVERE = Concept(id="severe", label="severe disease")
LIFE_THREATENING = Concept(id="threatens_life", label="disease that threatens life")
UNRESPONSIVE = Concept(id="unresponsive", label="no response to safer therapies")
HIGHLY_ACTIVE = Concept(id="aggressive_or_highly_active", label="aggressive or highly active MS")
ALL_OTHER_OPTIONS_FAILED = Concept(id="options_exhausted", label="all other options failed")
RAPIDLY_PROGRESSING = Concept(id="rapid_progression", label="rapid progression")

# Where the general reservation stands, and whether any advice opens the question at all.
RESERVATION_MET = Concept(
    id="reservation_met", label="life-threatening or unresponsive to safer therapies"
)
UNDER_CONSIDERATION = Concept(
    id="chemotherapy_under_consideration", label="chemotherapy is under consideration"
)


def _advice(drug: Drug, stance: Stance) -> Advice:
    return Advice(
        id=f"{drug.value}_{stance.value}",
        label=f"{drug.label}: {stance.label}",
        drug=drug,
        stance=stance,
    )


CYCLOPHOSPHAMIDE_MAY = _advice(Drug.CYCLOPHOSPHAMIDE, Stance.MAY)
CYCLOPHOSPHAMIDE_NOT = _advice(Drug.CYCLOPHOSPHAMIDE, Stance.NOT)
CYCLOPHOSPHAMIDE_AMBIGUOUS = _advice(Drug.CYCLOPHOSPHAMIDE, Stance.AMBIGUOUS)
MITOXANTRONE_MAY = _advice(Drug.MITOXANTRONE, Stance.MAY)
MITOXANTRONE_NOT = _advice(Drug.MITOXANTRONE, Stance.NOT)
CHEMOTHERAPY_MAY = _advice(Drug.NO_DRUG_NAMED, Stance.MAY)
CHEMOTHERAPY_NOT = _advice(Drug.NO_DRUG_NAMED, Stance.NOT)

INFECTION_RISK = Flag(
    id="infection_risk",
    label="risk of infection",
    topic=Topic.RISK,
    text="Infection is a significant risk.",
)
MARROW_RISK = Flag(
    id="marrow_suppression_risk",
    label="risk of marrow suppression",
    topic=Topic.RISK,
    text="Suppression of the bone marrow is a significant risk.",
)
OTHER_RISKS = Flag(
    id="other_side_effects",
    label="risk of other side effects",
    topic=Topic.RISK,
    text="Other side effects are a significant risk; the document does not say which.",
)
TEAM_DECISION = Flag(
    id="multidisciplinary_decision",
    label="multidisciplinary decision",
    topic=Topic.TEAM,
    text="The decision involves careful consideration by a multidisciplinary team, which "
    "balances benefits against risks.",
    state_from=multidisciplinary_review.id,
)
CLOSE_MONITORING = Flag(
    id="close_monitoring",
    label="close monitoring",
    topic=Topic.MONITORING,
    text="Close monitoring is required throughout treatment.",
    state_from=monitoring_plan.id,
)
CLOSE_SUPERVISION = Flag(
    id="close_supervision",
    label="close supervision",
    topic=Topic.MONITORING,
    text="Cyclophosphamide for lupus is given under close supervision.",
    state_from=specialist_supervision.id,
)
BROADER_STRATEGY = Flag(
    id="broader_strategy",
    label="part of a broader strategy",
    topic=Topic.STRATEGY,
    text="Part of a broader immunosuppressive strategy, often with corticosteroids and biologics.",
)
TARGETED_THERAPIES = Flag(
    id="targeted_therapies",
    label="newer targeted therapies",
    topic=Topic.OUTLOOK,
    text="Newer targeted therapies may improve outcomes and reduce the need for chemotherapy; the "
    "document names none.",
)
RESERVATION_NOT_MET = Flag(
    id="reservation_not_met",
    label="the general reservation is not met",
    topic=Topic.SILENCE,
    text="The paragraph on this disease is met, but the general sentence is not: chemotherapy is "
    "generally reserved for disease that is life-threatening (S36) or does not respond to safer "
    "therapies (S37). The paragraph governs; the team should know of both.",
)
UNTREATED_VASCULITIS = Flag(
    id="silent_on_untreated_vasculitis",
    label="the document is silent on untreated organ-threatening vasculitis",
    topic=Topic.SILENCE,
    text="The document does not speak of severe vasculitis that has not been treated yet. Its "
    "silence is no reason to wait: delay may harm. For GPA and MPA a guideline treats "
    "organ-threatening disease at once (American College of Rheumatology / Vasculitis "
    "Foundation, guideline for the management of ANCA-associated vasculitis, 2021, "
    "doi:10.1002/acr.24634; read in a copy, check the source).",
)
NOT_LISTED = Flag(
    id="disease_not_listed",
    label="autoimmune, but not listed",
    topic=Topic.SCOPE,
    text="The document lists lupus, multiple sclerosis, autoimmune vasculitis, rheumatoid "
    "arthritis and autoimmune myopathy. It says nothing about this disease.",
)
NOT_AUTOIMMUNE = Flag(
    id="not_autoimmune",
    label="not an autoimmune disease",
    topic=Topic.SCOPE,
    text="The document is about autoimmune disease only.",
)

CONCEPTS: tuple[Concept, ...] = (
    SEVERE,
    LIFE_THREATENING,
    UNRESPONSIVE,
    HIGHLY_ACTIVE,
    ALL_OTHER_OPTIONS_FAILED,
    RAPIDLY_PROGRESSING,
    RESERVATION_MET,
    CYCLOPHOSPHAMIDE_MAY,
    CYCLOPHOSPHAMIDE_NOT,
    CYCLOPHOSPHAMIDE_AMBIGUOUS,
    MITOXANTRONE_MAY,
    MITOXANTRONE_NOT,
    CHEMOTHERAPY_MAY,
    CHEMOTHERAPY_NOT,
    UNDER_CONSIDERATION,
    INFECTION_RISK,
    MARROW_RISK,
    OTHER_RISKS,
    TEAM_DECISION,
    CLOSE_MONITORING,
    CLOSE_SUPERVISION,
    BROADER_STRATEGY,
    TARGETED_THERAPIES,
    RESERVATION_NOT_MET,
    UNTREATED_VASCULITIS,
    NOT_LISTED,
    NOT_AUTOIMMUNE,
)
