"""That everything which excludes or pauses a drug does so, for everybody with whom it is recorded.

The limits are written out a second time, on purpose: a slip in a rule must not be a slip here too.
"""

from engine.language import (
    Concept,
    Condition,
    InRange,
    Known,
    Measurement,
    Property,
    Whenever,
    all_of,
    any_of,
)
from rules.properties.terms import AGAINST_BOTH, MS, PUBLISHED_FOR_CYCLOPHOSPHAMIDE
from rules.reference.concepts import CYC_STOP, MITOX_STOP
from rules.vocabulary.blood import CytopeniaCause, alt, cytopenia_cause, neutrophils, platelets, wbc
from rules.vocabulary.calculated import lvef_above_limit, mitoxantrone_after_next
from rules.vocabulary.heart import (
    Hypersensitivity,
    UrinaryFindings,
    heart_failure_history,
    hypersensitivity,
    lvef,
    urinary_findings,
    urinary_outflow_obstruction,
)
from rules.vocabulary.infection import ActiveInfection, active_infection, temperature
from rules.vocabulary.patient import Region, region
from rules.vocabulary.reproduction import PregnancyStatus, pregnancy_status
from rules.vocabulary.treatments import (
    Medicine,
    anthracycline_or_chest_radiotherapy,
    medicines,
    prior_cyclophosphamide,
)


def _from(finding: Measurement, low: float) -> InRange:
    return InRange(finding.id, finding.unit, low=low)


def _above(finding: Measurement, low: float) -> InRange:
    return InRange(finding.id, finding.unit, low=low, low_included=False)


def _below(finding: Measurement, high: float) -> InRange:
    return InRange(finding.id, finding.unit, high=high, high_included=False)


def _up_to(finding: Measurement, high: float) -> InRange:
    return InRange(finding.id, finding.unit, high=high)


FEVER = any_of(active_infection.is_(ActiveInfection.SUSPECTED), _from(temperature, 38))
FROM_ELSEWHERE = cytopenia_cause.is_one_of(
    CytopeniaCause.DRUG, CytopeniaCause.INFECTION, CytopeniaCause.MARROW
)
HOLDS_CYCLOPHOSPHAMIDE: tuple[Condition, ...] = (
    AGAINST_BOTH,
    FEVER,
    active_infection.is_(ActiveInfection.URINARY),
    pregnancy_status.is_one_of(PregnancyStatus.TRIMESTER_1, PregnancyStatus.BREASTFEEDING),
    hypersensitivity.has(Hypersensitivity.CYCLOPHOSPHAMIDE),
    urinary_outflow_obstruction.yes,
    urinary_findings.is_one_of(
        UrinaryFindings.NON_GLOMERULAR_HAEMATURIA, UrinaryFindings.HAEMORRHAGIC_CYSTITIS
    ),
    medicines.has(Medicine.ETANERCEPT),
    _from(prior_cyclophosphamide, 36),
    _below(neutrophils, 0.5),
    all_of(FROM_ELSEWHERE, any_of(_up_to(neutrophils, 1.5), _below(platelets, 50), _below(wbc, 4))),
)
HOLDS_MITOXANTRONE: tuple[Condition, ...] = (
    AGAINST_BOTH,
    FEVER,
    pregnancy_status.is_one_of(
        *(each for each in PregnancyStatus if each is not PregnancyStatus.NOT_PREGNANT)
    ),
    hypersensitivity.has(Hypersensitivity.MITOXANTRONE),
    all_of(hypersensitivity.has(Hypersensitivity.SULFITE), region.is_(Region.EU)),
    heart_failure_history.yes,
    anthracycline_or_chest_radiotherapy.yes,
    _below(lvef, 50),
    _below(lvef_above_limit, 0),
    _below(neutrophils, 1.5),
    _above(alt, 3),
    _above(mitoxantrone_after_next, 140),
)


def _holds(
    short: str,
    sentence: str,
    disease: Condition,
    reasons: tuple[Condition, ...],
    stop: Concept,
    cites: tuple[str, ...],
) -> Property:
    return Property(
        id=f"P-HOLDS-{short}",
        sentence=sentence,
        because="Each of these is a contraindication or a reason to wait, of a source named here "
        "or of this program's own choice; the rule that stops it names which.",
        harm="A known reason against the drug would be passed over, and somebody could be told "
        "that it may be considered all the same.",
        cites=cites,
        claim=Whenever((Known(disease), Known(any_of(*reasons))), (Known(stop.yes),)),
    )


HOLDS = (
    _holds(
        "CYC",
        "By published criteria cyclophosphamide is always excluded or paused with: a serious, "
        "urinary or suspected infection, fever from 38 °C, active tuberculosis; the first "
        "trimester or breastfeeding; an allergy to it; blocked urine, blood in the urine that is "
        "not from the kidney; etanercept; 36 g or more so far; neutrophils below 0.5, or low "
        "counts from a drug, an infection or the marrow.",
        PUBLISHED_FOR_CYCLOPHOSPHAMIDE,
        HOLDS_CYCLOPHOSPHAMIDE,
        CYC_STOP,
        (
            *("CYC-UK", "CYC-US", "ACRVF21", "ACR-REPRO20", "EULAR-OI22", "BSR-AAV"),
            *("KDIGO-AAV24", "GENERAL", "TEACH"),
        ),
    ),
    _holds(
        "MIT",
        "By published criteria mitoxantrone is always excluded or paused with: a serious or "
        "suspected infection, fever from 38 °C, active tuberculosis; pregnancy or breastfeeding; "
        "an allergy to it, or in Europe to sulfite; heart failure, or an anthracycline or "
        "radiotherapy to the chest before; an ejection fraction below 50 % or below the limit of "
        "the laboratory; neutrophils below 1.5; liver enzymes above three times the limit; a next "
        "dose beyond 140 mg/m².",
        MS,
        HOLDS_MITOXANTRONE,
        MITOX_STOP,
        (
            *("MITOX-US", "MITOX-TEVA", "MITOX-NOV", "MITOX-LATER", "MITOX-SULF"),
            *("ACR-REPRO20", "GENERAL", "TEACH"),
        ),
    ),
)
