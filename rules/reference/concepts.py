"""What several rooms of the reference layer conclude or read: criteria, advice, shared flags."""

from engine.language import Advice, Concept, Layer, Stance
from rules.concepts import Drug

# The vague words of the document, by published criteria.
CRITERIA_SEVERE = Concept(
    id="criteria_severe", label="severe by published criteria", layer=Layer.REFERENCE
)
CRITERIA_LIFE_THREATENING = Concept(
    id="criteria_life_threatening",
    label="life-threatening by published criteria",
    layer=Layer.REFERENCE,
)
CRITERIA_REFRACTORY = Concept(
    id="criteria_refractory", label="refractory by published criteria", layer=Layer.REFERENCE
)
CRITERIA_RAPID = Concept(
    id="criteria_rapid", label="rapidly progressing by published criteria", layer=Layer.REFERENCE
)
CRITERIA_HIGHLY_ACTIVE = Concept(
    id="criteria_highly_active", label="highly active by published criteria", layer=Layer.REFERENCE
)
OPTIONS_USED_UP = Concept(
    id="criteria_options_used_up",
    label="the steps that the ladder asks for failed or closed",
    layer=Layer.REFERENCE,
)

# Whether published criteria name the drug as an option for this patient at all.
CYCLOPHOSPHAMIDE_CANDIDATE = Concept(
    id="cyclophosphamide_candidate",
    label="cyclophosphamide is among the published options",
    layer=Layer.REFERENCE,
)
MITOXANTRONE_CANDIDATE = Concept(
    id="mitoxantrone_candidate",
    label="mitoxantrone is among the published options",
    layer=Layer.REFERENCE,
)


def _advice(drug: Drug, stance: Stance, words: str) -> Advice:
    return Advice(
        id=f"published_{drug.value}_{stance.value}",
        label=f"{drug.label}: {words}",
        layer=Layer.REFERENCE,
        drug=drug,
        stance=stance,
    )


_WORDS = {
    Stance.MAY: "may be considered, by published criteria",
    Stance.NOT: "not indicated, by published criteria",
    Stance.AMBIGUOUS: "published sources leave it to the team",
    Stance.STOP: "excluded or paused",
    Stance.WITHHELD: "a safety question is open",
}

CYCLOPHOSPHAMIDE = {s: _advice(Drug.CYCLOPHOSPHAMIDE, s, w) for s, w in _WORDS.items()}
MITOXANTRONE = {s: _advice(Drug.MITOXANTRONE, s, w) for s, w in _WORDS.items()}

CYC_MAY = CYCLOPHOSPHAMIDE[Stance.MAY]
CYC_NOT = CYCLOPHOSPHAMIDE[Stance.NOT]
CYC_TEAM = CYCLOPHOSPHAMIDE[Stance.AMBIGUOUS]
CYC_STOP = CYCLOPHOSPHAMIDE[Stance.STOP]
CYC_WITHHELD = CYCLOPHOSPHAMIDE[Stance.WITHHELD]
MITOX_MAY = MITOXANTRONE[Stance.MAY]
MITOX_NOT = MITOXANTRONE[Stance.NOT]
MITOX_TEAM = MITOXANTRONE[Stance.AMBIGUOUS]
MITOX_STOP = MITOXANTRONE[Stance.STOP]
MITOX_WITHHELD = MITOXANTRONE[Stance.WITHHELD]

CONCEPTS: tuple[Concept, ...] = (
    CRITERIA_SEVERE,
    CRITERIA_LIFE_THREATENING,
    CRITERIA_REFRACTORY,
    CRITERIA_RAPID,
    CRITERIA_HIGHLY_ACTIVE,
    OPTIONS_USED_UP,
    CYCLOPHOSPHAMIDE_CANDIDATE,
    MITOXANTRONE_CANDIDATE,
    *CYCLOPHOSPHAMIDE.values(),
    *MITOXANTRONE.values(),
)
