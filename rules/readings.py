"""The ledger of vague words of both layers: what the document says, which readings are offered.

The first reading of each word is the clinician's own judgement; it is in force unless another is
chosen, and the document's own row always uses it.
"""

from dataclasses import replace

from engine.language import Concept, Confidence, ReadingOption, VagueWord
from rules.concepts import (
    ALL_OTHER_OPTIONS_FAILED,
    HIGHLY_ACTIVE,
    LIFE_THREATENING,
    RAPIDLY_PROGRESSING,
    SEVERE,
    UNRESPONSIVE,
)
from rules.reference.concepts import (
    CRITERIA_HIGHLY_ACTIVE,
    CRITERIA_LIFE_THREATENING,
    CRITERIA_RAPID,
    CRITERIA_REFRACTORY,
    CRITERIA_SEVERE,
    OPTIONS_USED_UP,
)
from rules.reference.variants import ACTIVE_STRICTER, DANGER_WIDER, SEVERE_WIDER
from rules.source import VAGUE_WORDS


def _by(
    name: str,
    label: str,
    concept: Concept,
    cites: tuple[str, ...],
    confidence: Confidence,
    consequence: str,
) -> ReadingOption:
    return ReadingOption(
        id=name,
        label=label,
        concept=concept,
        cites=cites,
        confidence=confidence,
        consequence=consequence,
    )


_OFFERS: dict[str, tuple[ReadingOption, ...]] = {
    SEVERE.id: (
        _by(
            "criteria",
            "by published criteria, disease by disease",
            CRITERIA_SEVERE,
            ("EULAR-SLE19", "ACRVF21", "D2T", "BMJ-IIM"),
            Confidence.GENERAL,
            "The organ that is threatened decides, not the impression; biopsy, counts and organs "
            "have to be known.",
        ),
        _by(
            "criteria_wider",
            "by published criteria, lupus from a SLEDAI-2K above 10 on",
            SEVERE_WIDER,
            ("SLEDAI-TAB",),
            Confidence.READ,
            "Looser: scores of 11 and 12 count as severe too.",
        ),
    ),
    LIFE_THREATENING.id: (
        _by(
            "criteria",
            "by a list assembled from guidelines",
            CRITERIA_LIFE_THREATENING,
            ("ACRVF21", "BSR-SLE18", "BMJ-IIM", "TEACH"),
            Confidence.OWN,
            "Organ-threatening is not yet life-threatening: nephritis and nerves alone do not "
            "count.",
        ),
        _by(
            "criteria_wider",
            "by the same list, the kidney alarm included",
            DANGER_WIDER,
            ("KDIGO-AKD", "TEACH"),
            Confidence.OWN,
            "Looser in lupus and vasculitis: creatinine up by half with a nephritic sediment "
            "counts too.",
        ),
    ),
    UNRESPONSIVE.id: (
        _by(
            "criteria",
            "by published definitions of refractory disease",
            CRITERIA_REFRACTORY,
            ("ACR-LN24", "AAV-DEF07", "D2T", "AHSCT25"),
            Confidence.OWN,
            "Dose, duration, adherence and mimics have to be known for each treatment that failed.",
        ),
    ),
    HIGHLY_ACTIVE.id: (
        _by(
            "criteria",
            "by European label wording",
            CRITERIA_HIGHLY_ACTIVE,
            ("EMA-RES", "AAN18"),
            Confidence.OWN,
            "Relapses and lesions are counted; without an MRI it stays open.",
        ),
        _by(
            "criteria_stricter",
            "rapidly evolving severe disease only",
            ACTIVE_STRICTER,
            ("EMA-RES",),
            Confidence.OWN,
            "Stricter: activity under a drug does not count.",
        ),
    ),
    ALL_OTHER_OPTIONS_FAILED.id: (
        _by(
            "criteria",
            "by the ladder of published steps",
            OPTIONS_USED_UP,
            ("ACR-RA21", "BSR-IIM22", "TEACH"),
            Confidence.OWN,
            "Every step that the ladder asks for has to have failed adequately or be closed. In "
            "arthritis: a conventional drug, a TNF inhibitor and two more classes; others may be "
            "open.",
        ),
    ),
    RAPIDLY_PROGRESSING.id: (
        _by(
            "criteria",
            "by published slopes",
            CRITERIA_RAPID,
            ("ILD23", "D2T"),
            Confidence.OWN,
            "A failing lung or damage on films counts; other speed does not.",
        ),
    ),
}

FULL_VAGUE_WORDS: tuple[VagueWord, ...] = tuple(
    replace(word, options=(*word.options, *_OFFERS.get(word.id, ()))) for word in VAGUE_WORDS
)
