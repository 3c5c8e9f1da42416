"""That safety comes first."""

from engine.language import (
    Concept,
    Known,
    Never,
    NotShown,
    Property,
    all_of,
)
from rules.concepts import (
    Drug,
)
from rules.properties.terms import (
    AGAINST_CYCLOPHOSPHAMIDE,
    AGAINST_MITOXANTRONE,
    FORBIDDEN,
    OPENED,
    REFERENCE,
    SHORT,
    considered,
)
from rules.reference.concepts import CYC_STOP, CYC_WITHHELD, MITOX_STOP, MITOX_WITHHELD


def _safety_first(
    drug: Drug, stop: Concept, withheld: Concept, rules: str, *cites: str
) -> Property:
    return Property(
        id=f"P-SAFETY-{SHORT[drug]}",
        sentence=f"By published criteria {drug.label} is neither considered nor left to the team "
        "while a rule that excludes, pauses or withholds it has fired or still waits.",
        because="Safety comes first, and what is not known is not taken for safe: what excludes, "
        f"pauses or withholds the drug stands in {rules}, each with its source; that it goes "
        "before every reason for the drug is this program's own choice.",
        cites=("TEACH", *cites),
        harm="Somebody could be told that the drug is an open question while something that "
        "forbids it is known, or has not been asked.",
        claim=Never(
            (considered(REFERENCE, drug, OPENED),), (NotShown(all_of(stop.no, withheld.no)),)
        ),
    )


SAFE = (
    Property(
        id="P-STOP-CYC",
        sentence="By published criteria cyclophosphamide may never be considered while a serious "
        "infection, active tuberculosis, a current cancer, the first trimester or breastfeeding, "
        "an allergy to it, blocked urine or a bleeding bladder is recorded.",
        because=FORBIDDEN,
        harm="Somebody could be told that cyclophosphamide may be considered, and be harmed, "
        "although a reason against it is on record.",
        cites=("CYC-UK", "CYC-US", "ACR-REPRO20", "EULAR-OI22", "US-LABELS"),
        claim=Never(
            (considered(REFERENCE, Drug.CYCLOPHOSPHAMIDE),), (Known(AGAINST_CYCLOPHOSPHAMIDE),)
        ),
    ),
    Property(
        id="P-STOP-MIT",
        sentence="By published criteria mitoxantrone may never be considered while a serious "
        "infection, active tuberculosis, a current cancer, a pregnancy or breastfeeding, an "
        "allergy to it or heart failure is recorded.",
        because=FORBIDDEN,
        harm="Somebody could be told that mitoxantrone may be considered, and be harmed, "
        "although a reason against it is on record.",
        cites=("MITOX-TEVA", "MITOX-US", "MITOX-NOV", "ACR-REPRO20", "AAN10"),
        claim=Never((considered(REFERENCE, Drug.MITOXANTRONE),), (Known(AGAINST_MITOXANTRONE),)),
    ),
    _safety_first(
        Drug.CYCLOPHOSPHAMIDE, CYC_STOP, CYC_WITHHELD, "RCYC, RSAF and RGOV", "CYC-UK", "CYC-US"
    ),
    _safety_first(
        Drug.MITOXANTRONE, MITOX_STOP, MITOX_WITHHELD, "RMIT and RSAF", "MITOX-EU", "MITOX-US"
    ),
)
