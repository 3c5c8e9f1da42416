"""Lupus: where published criteria place cyclophosphamide, and the chapter."""

from engine.language import Chapter, Concept, Confidence, Rule, all_of, any_of, fires, silent
from rules.reference.concepts import CYC_MAY, CYCLOPHOSPHAMIDE_CANDIDATE
from rules.reference.guards import LUPUS
from rules.reference.lupus_against import AGAINST
from rules.reference.lupus_anaemia import anaemia_not_severe
from rules.reference.lupus_beside import BESIDE
from rules.reference.lupus_criteria import (
    CLASS_II,
    CLASS_IV,
    CRITERIA,
    NEURO,
    PROLIFERATIVE,
    VITAL,
    has,
    has_not,
)
from rules.reference.lupus_facts import INFLAMMATORY, MIXED, THROMBOTIC
from rules.reference.lupus_flags import FLAGS
from rules.reference.lupus_nephritis import NEPHRITIS, much_before
from rules.reference.lupus_organs import ORGANS
from rules.reference.lupus_refractory import REFRACTORY
from rules.reference.lupus_team import TEAM
from rules.vocabulary.organs import OrganThreat

candidate_kidney = Rule(
    id="RLUP-13",
    title="proliferative nephritis: low-dose cyclophosphamide is one of the options",
    cites=("KDIGO-LN24", "ACR-LN24", "ELNT"),
    when=all_of(LUPUS, PROLIFERATIVE),
    then=CYCLOPHOSPHAMIDE_CANDIDATE,
    because="Guidelines list it side by side with regimens built on mycophenolate.",
    misuse="One of several is not the default: class IV does not mean cyclophosphamide.",
    confidence=Confidence.READ,
    strength="1B (KDIGO)",
    examples=(fires(LUPUS, CLASS_IV), silent(LUPUS, CLASS_II)),
)

candidate_organ = Rule(
    id="RLUP-14",
    title="an inflamed vital organ or nerve: cyclophosphamide is considered",
    cites=("EULAR-SLE23", "RARE-SLE25", "NPSLE-REV"),
    when=all_of(
        LUPUS,
        any_of(
            *(has(organ) for organ in VITAL),
            all_of(any_of(*(has(organ) for organ in NEURO)), any_of(INFLAMMATORY, MIXED)),
        ),
    ),
    then=CYCLOPHOSPHAMIDE_CANDIDATE,
    because="Recommendations place it in organ-threatening disease, and rituximab in refractory "
    "disease.",
    misuse="In the nervous system the mechanism comes first.",
    confidence=Confidence.READ,
    examples=(
        fires(LUPUS, has(OrganThreat.ALVEOLAR_HAEMORRHAGE)),
        fires(LUPUS, has(OrganThreat.SPINAL_CORD), INFLAMMATORY),
        silent(LUPUS, has(OrganThreat.SPINAL_CORD), THROMBOTIC),
        silent(LUPUS, has_not(OrganThreat.ALVEOLAR_HAEMORRHAGE)),
    ),
)

among_the_options = Rule(
    id="RLUP-15",
    title="lupus for which published criteria list cyclophosphamide",
    cites=("KDIGO-LN24", "EULAR-SLE23"),
    when=all_of(LUPUS, CYCLOPHOSPHAMIDE_CANDIDATE.yes),
    then=CYC_MAY,
    because="An organ is at stake for which guidelines list the drug, as they list others.",
    misuse="Listed is not chosen: what leans towards it and away from it stands beside.",
    confidence=Confidence.READ,
    examples=(fires(LUPUS, CLASS_IV), silent(LUPUS, CLASS_II)),
)

CONCEPTS: tuple[Concept, ...] = FLAGS

CHAPTER = Chapter(
    id="reference_lupus",
    title="Lupus by published criteria",
    paragraphs=(),
    intro="What severe, life-threatening and refractory mean in numbers, and where guidelines "
    "place cyclophosphamide beside mycophenolate and newer drugs.",
    rules=(
        *CRITERIA,
        *REFRACTORY,
        candidate_kidney,
        candidate_organ,
        among_the_options,
        *TEAM,
        *AGAINST,
        *NEPHRITIS,
        *BESIDE,
        anaemia_not_severe,
        *ORGANS,
        much_before,
    ),
)
