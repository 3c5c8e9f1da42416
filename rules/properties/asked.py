"""That what is not known is not taken for safe.

A rule that stops a drug must wait while it may still come to stop it. One that is ruled out
instead, because something has not been told, leaves the door open for somebody whom it exists to
protect.
"""

from engine.language import (
    Finding,
    Is,
    IsNotKnown,
    Known,
    Never,
    Property,
    all_of,
    any_of,
)
from rules.concepts import Drug
from rules.properties.terms import REFERENCE, SHORT, considered
from rules.vocabulary.blood import alt, neutrophils, platelets, wbc
from rules.vocabulary.heart import (
    Hypersensitivity,
    heart_failure_history,
    hypersensitivity,
    lvef,
    malignancy,
    urinary_findings,
    urinary_outflow_obstruction,
)
from rules.vocabulary.infection import active_infection, hepatitis_b, temperature, tuberculosis
from rules.vocabulary.reproduction import (
    contraception_effective,
    pregnancy_possible,
    pregnancy_status,
)
from rules.vocabulary.treatments import (
    Medicine,
    anthracycline_or_chest_radiotherapy,
    medicines,
    prior_cyclophosphamide,
    prior_mitoxantrone,
)


def _not_told(*asked: Finding | Is) -> tuple[IsNotKnown, ...]:
    """That something has not been told; of a list, by one of its members."""
    return tuple(IsNotKnown(each.finding if isinstance(each, Is) else each.id) for each in asked)


ASKED_OF_BOTH = _not_told(
    active_infection,
    temperature,
    tuberculosis,
    hepatitis_b,
    neutrophils,
    wbc,
    platelets,
    malignancy,
)
PREGNANCY_OPEN = (
    all_of(pregnancy_possible.is_not_known(), pregnancy_status.is_not_known()),
    all_of(pregnancy_possible.yes, pregnancy_status.is_not_known()),
    all_of(pregnancy_possible.yes, contraception_effective.is_not_known()),
)
ASKED_OF_CYCLOPHOSPHAMIDE = _not_told(
    urinary_outflow_obstruction,
    urinary_findings,
    prior_cyclophosphamide,
    hypersensitivity.has(Hypersensitivity.CYCLOPHOSPHAMIDE),
    medicines.has(Medicine.ETANERCEPT),
)
ASKED_OF_MITOXANTRONE = _not_told(
    heart_failure_history,
    lvef,
    anthracycline_or_chest_radiotherapy,
    prior_mitoxantrone,
    alt,
    hypersensitivity.has(Hypersensitivity.MITOXANTRONE),
    hypersensitivity.has(Hypersensitivity.SULFITE),
)


def _asked(drug: Drug, what: str, *unknown: IsNotKnown) -> Property:
    return Property(
        id=f"P-ASKED-{SHORT[drug]}",
        sentence=f"By published criteria {drug.label} may never be considered while one of these "
        "is not known: infection, temperature, tuberculosis, hepatitis B, neutrophils, white "
        f"cells, platelets, cancer, {what}, whether a pregnancy is possible and, where it is, "
        "whether there is one and whether contraception is reliable.",
        because="What is not known is not taken for safe: each of these can exclude, pause or "
        "withhold the drug, by the sources of the safety rules. That nothing opens before it is "
        "known is this program's own choice.",
        cites=("TEACH",),
        harm="Somebody whom a safety rule exists to protect would be told that the drug may be "
        "considered, because nobody had asked.",
        claim=Never(
            (considered(REFERENCE, drug),),
            (Known(any_of(*ASKED_OF_BOTH, *PREGNANCY_OPEN, *unknown)),),
        ),
    )


ASKED = (
    _asked(
        Drug.CYCLOPHOSPHAMIDE,
        "the outflow and findings of urine, cyclophosphamide so far, hypersensitivity, etanercept",
        *ASKED_OF_CYCLOPHOSPHAMIDE,
    ),
    _asked(
        Drug.MITOXANTRONE,
        "heart failure, ejection fraction, anthracyclines or chest radiotherapy, mitoxantrone so "
        "far, ALT, hypersensitivity",
        *ASKED_OF_MITOXANTRONE,
    ),
)
