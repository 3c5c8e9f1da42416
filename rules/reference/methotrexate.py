"""Methotrexate: related by class, not chemotherapy in low weekly doses; what stops it all the same.

No verdict is given on it: the document does not name it. What stops it stands beside as a flag.
"""

from engine.language import (
    Chapter,
    Concept,
    Confidence,
    IsNotKnown,
    Rule,
    Threshold,
    Topic,
    all_of,
    any_of,
    fires,
    silent,
)
from rules.reference.flagging import reference_flag
from rules.reference.guards import (
    ARTHRITIS,
    BREASTFEEDING,
    CYCLOPHOSPHAMIDE_NAMED,
    NO_CHILD_TO_HARM,
    NOT_PREGNANT,
    PREGNANT_OR_BREASTFEEDING,
)
from rules.vocabulary.blood import alt, neutrophils, platelets, wbc
from rules.vocabulary.heart import Hypersensitivity, hypersensitivity
from rules.vocabulary.organs import dialysis_needed, egfr
from rules.vocabulary.reproduction import PregnancyStatus, pregnancy_status
from rules.vocabulary.treatments import (
    Medicine,
    MethotrexateFrequency,
    Outcome,
    Treatment,
    medicines,
    methotrexate_frequency,
    outcome,
    treatments,
)

EGFR_30 = Threshold(
    id="mtx_egfr_30",
    label="Filtration rate below which methotrexate is not given",
    value=30,
    unit="mL/min/1.73 m²",
    confidence=Confidence.UNSURE,
    cites=("MTX-LBL",),
    note="The label speaks of severe impairment; the number is general knowledge.",
)
EGFR_60 = Threshold(
    id="mtx_egfr_60",
    label="Filtration rate below which methotrexate is a question for the team",
    value=60,
    unit="mL/min/1.73 m²",
    confidence=Confidence.SECONDARY,
    cites=("KDIGO-AAV24", "SPS"),
)
WBC_35 = Threshold(
    id="mtx_wbc",
    label="White cells below which methotrexate is held",
    value=3.5,
    unit="×10⁹/L",
    confidence=Confidence.READ,
    cites=("SPS",),
)
NEUTROPHILS_16 = Threshold(
    id="mtx_neutrophils",
    label="Neutrophils below which methotrexate is held",
    value=1.6,
    unit="×10⁹/L",
    confidence=Confidence.READ,
    cites=("SPS",),
)
PLATELETS_140 = Threshold(
    id="mtx_platelets",
    label="Platelets below which methotrexate is held",
    value=140,
    unit="×10⁹/L",
    confidence=Confidence.READ,
    cites=("SPS",),
)
ALT_25 = Threshold(
    id="mtx_alt",
    label="Liver enzymes above which methotrexate is held",
    value=2.5,
    unit="× ULN",
    confidence=Confidence.OWN,
    cites=("SPS",),
    note="The source says 100 U/L, about two and a half times the usual limit.",
)

RELATED_DRUG = reference_flag(
    "methotrexate_related",
    "low-dose methotrexate: same molecule, another purpose",
    Topic.EVIDENCE,
    "Methotrexate is an antimetabolite by class, but 7.5 to 25 mg once a week acts as an "
    "antirheumatic drug, the anchor of arthritis treatment. It lies outside the document's general "
    "reservation.",
)
NOT_WEEKLY = reference_flag(
    "methotrexate_not_weekly",
    "methotrexate that is not weekly: hard stop",
    Topic.URGENT,
    "Methotrexate is entered as not weekly. In low dose it is a once-weekly drug; daily use by "
    "mistake has been fatal. Stop and correct the entry or the prescription.",
)
EXCLUDED_BY_CHILD = reference_flag(
    "methotrexate_excluded",
    "methotrexate is excluded: pregnancy or breastfeeding",
    Topic.SAFETY,
    "The patient is pregnant or breastfeeding: that excludes methotrexate, in every trimester.",
)
EXCLUDED_BY_ALLERGY = reference_flag(
    "methotrexate_excluded_allergy",
    "methotrexate is excluded: hypersensitivity",
    Topic.SAFETY,
    "A hypersensitivity to methotrexate is recorded: that excludes it.",
)
EXCLUDED_BY_KIDNEY = reference_flag(
    "methotrexate_excluded_kidney",
    "methotrexate is excluded: dialysis, or a filtration rate below 30",
    Topic.SAFETY,
    "The kidneys do not remove methotrexate: dialysis is needed, or the filtration rate is below "
    "30. That excludes it.",
)
CO_TRIMOXAZOLE = reference_flag(
    "methotrexate_co_trimoxazole",
    "methotrexate with co-trimoxazole",
    Topic.INTERACTION,
    "Co-trimoxazole or trimethoprim with methotrexate can wipe out the marrow: the combination is "
    "contraindicated. Another agent is chosen for prevention or for the infection.",
)
KIDNEY_TEAM = reference_flag(
    "methotrexate_kidney",
    "methotrexate with a moderately low filtration rate",
    Topic.DOSE,
    "Between 30 and 60 methotrexate is a question for the team: lower doses by some practice, not "
    "at all for vasculitis maintenance by KDIGO.",
)
HOLD_AND_CALL = reference_flag(
    "methotrexate_hold",
    "methotrexate: hold and call",
    Topic.SAFETY,
    "White cells below 3.5, neutrophils below 1.6, platelets below 140 or liver enzymes above "
    "about two and a half times the limit: hold methotrexate and call.",
)
FLAGS = (
    RELATED_DRUG,
    NOT_WEEKLY,
    EXCLUDED_BY_CHILD,
    EXCLUDED_BY_ALLERGY,
    EXCLUDED_BY_KIDNEY,
    CO_TRIMOXAZOLE,
    KIDNEY_TEAM,
    HOLD_AND_CALL,
)

# What worked is most likely taken still; a table that says so weighs more than a list without it.
ON_IT = any_of(
    medicines.has(Medicine.METHOTREXATE),
    methotrexate_frequency.is_one_of(*MethotrexateFrequency),
    treatments.cell(Treatment.METHOTREXATE, outcome).is_one_of(
        Outcome.IN_PROGRESS, Outcome.WORKED, Outcome.PARTIAL
    ),
)
RUNNING = treatments.cell(Treatment.METHOTREXATE, outcome).is_(Outcome.IN_PROGRESS)
UNTRIED = treatments.cell(Treatment.METHOTREXATE, outcome).is_(Outcome.NOT_TRIED)
WEEKLY = methotrexate_frequency.is_(MethotrexateFrequency.WEEKLY)
NOT_TAKEN = medicines.has_not(Medicine.METHOTREXATE)
ALLERGIC = hypersensitivity.has(Hypersensitivity.METHOTREXATE)
SECOND_TRIMESTER = pregnancy_status.is_(PregnancyStatus.TRIMESTER_2)

# For lists of other drugs: whether methotrexate may stand among them, as far as is known.
_CLOSED = (Outcome.NOT_TOLERATED, Outcome.CONTRAINDICATED, Outcome.NOT_AVAILABLE)
_TRIED = treatments.cell(Treatment.METHOTREXATE, outcome)
EXCLUDING = any_of(
    PREGNANT_OR_BREASTFEEDING,
    ALLERGIC,
    dialysis_needed.yes,
    egfr.below(EGFR_30),
    _TRIED.is_one_of(*_CLOSED),
)
NOT_EXCLUDED = all_of(
    NO_CHILD_TO_HARM,
    any_of(IsNotKnown(ALLERGIC.finding), hypersensitivity.has_not(Hypersensitivity.METHOTREXATE)),
    any_of(dialysis_needed.is_not_known(), dialysis_needed.no),
    any_of(egfr.is_not_known(), egfr.at_least(EGFR_30)),
    any_of(
        _TRIED.is_not_known(),
        _TRIED.is_one_of(*(each for each in Outcome if each not in _CLOSED)),
    ),
)

related = Rule(
    id="RMTX-1",
    title="low-dose methotrexate is not chemotherapy in the document's sense",
    cites=("ACR-RA21", "S9"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, ON_IT),
    then=RELATED_DRUG,
    because="Dose and interval make the drug: a fraction of an oncological dose, once a week.",
    misuse="Not chemotherapy does not mean harmless.",
    confidence=Confidence.READ,
    strength="strong (as the anchor drug of arthritis)",
    examples=(
        fires(ARTHRITIS, medicines.has(Medicine.METHOTREXATE)),
        silent(ARTHRITIS, NOT_TAKEN),
        fires(ARTHRITIS, NOT_TAKEN, RUNNING),
        silent(ARTHRITIS, NOT_TAKEN, UNTRIED),
    ),
)

not_weekly = Rule(
    id="RMTX-2",
    title="methotrexate entered as daily or at another interval",
    cites=("MTX-LBL",),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        methotrexate_frequency.is_one_of(MethotrexateFrequency.DAILY, MethotrexateFrequency.OTHER),
    ),
    then=NOT_WEEKLY,
    because="Taken daily, a weekly dose destroys marrow and gut within days.",
    misuse="Split on one day of the week is still weekly.",
    confidence=Confidence.READ,
    examples=(
        fires(ARTHRITIS, methotrexate_frequency.is_(MethotrexateFrequency.DAILY)),
        silent(ARTHRITIS, WEEKLY),
    ),
)

excluded_by_child = Rule(
    id="RMTX-3",
    title="methotrexate in pregnancy or while breastfeeding",
    cites=("MTX-LBL", "ACR-REPRO20"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, ON_IT, PREGNANT_OR_BREASTFEEDING),
    then=EXCLUDED_BY_CHILD,
    because="It harms dividing cells, and those of the child above all.",
    misuse="There is no exception by trimester here.",
    confidence=Confidence.READ,
    examples=(
        fires(ARTHRITIS, WEEKLY, SECOND_TRIMESTER),
        silent(ARTHRITIS, WEEKLY, NOT_PREGNANT),
        fires(ARTHRITIS, WEEKLY, BREASTFEEDING),
    ),
)

with_co_trimoxazole = Rule(
    id="RMTX-4",
    title="methotrexate together with co-trimoxazole",
    cites=("MTX-LBL",),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, ON_IT, medicines.has(Medicine.CO_TRIMOXAZOLE)),
    then=CO_TRIMOXAZOLE,
    because="Both block the same vitamin, and one keeps the other in the body.",
    misuse="A few days of both together are enough for harm.",
    confidence=Confidence.READ,
    examples=(
        fires(ARTHRITIS, WEEKLY, medicines.has(Medicine.CO_TRIMOXAZOLE)),
        silent(ARTHRITIS, WEEKLY, medicines.has_not(Medicine.CO_TRIMOXAZOLE)),
    ),
)

moderate_kidney = Rule(
    id="RMTX-5",
    title="methotrexate with a filtration rate of 30 to 59",
    cites=("KDIGO-AAV24", "SPS"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, ON_IT, egfr.at_least(EGFR_30), egfr.below(EGFR_60)),
    then=KIDNEY_TEAM,
    because="It accumulates before the creatinine looks alarming.",
    misuse="A dose that was safe last year may not be today.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(ARTHRITIS, WEEKLY, egfr.is_(59)),
        silent(ARTHRITIS, WEEKLY, egfr.is_(60)),
    ),
)

hold_and_call = Rule(
    id="RMTX-6",
    title="counts or liver enzymes at which methotrexate is held",
    cites=("SPS",),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        ON_IT,
        any_of(
            wbc.below(WBC_35),
            neutrophils.below(NEUTROPHILS_16),
            platelets.below(PLATELETS_140),
            alt.above(ALT_25),
        ),
    ),
    then=HOLD_AND_CALL,
    because="Marrow and liver show harm before the patient feels it.",
    misuse="A trend towards the line counts as well as the line.",
    confidence=Confidence.OWN,
    examples=(
        fires(ARTHRITIS, WEEKLY, platelets.is_(139)),
        silent(ARTHRITIS, WEEKLY, platelets.is_(140)),
        fires(ARTHRITIS, WEEKLY, wbc.is_(3.4)),
        silent(ARTHRITIS, WEEKLY, wbc.is_(3.5)),
    ),
)

excluded_by_allergy = Rule(
    id="RMTX-7",
    title="methotrexate in spite of a hypersensitivity to it",
    cites=("MTX-LBL",),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, ON_IT, ALLERGIC),
    then=EXCLUDED_BY_ALLERGY,
    because="What caused a reaction once may cause a worse one the next time.",
    misuse="Nausea on the day of the dose is no allergy.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(ARTHRITIS, WEEKLY, ALLERGIC),
        silent(ARTHRITIS, WEEKLY, hypersensitivity.has_not(Hypersensitivity.METHOTREXATE)),
    ),
)

excluded_by_kidney = Rule(
    id="RMTX-8",
    title="methotrexate on dialysis, or with a filtration rate below 30",
    cites=("MTX-LBL",),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, ON_IT, any_of(dialysis_needed.yes, egfr.below(EGFR_30))),
    then=EXCLUDED_BY_KIDNEY,
    because="What the kidney does not remove poisons the marrow.",
    misuse="The label speaks of severe impairment; the number is general knowledge.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(ARTHRITIS, WEEKLY, egfr.is_(29)),
        silent(ARTHRITIS, WEEKLY, egfr.is_(30)),
        fires(ARTHRITIS, WEEKLY, dialysis_needed.yes),
        silent(ARTHRITIS, WEEKLY, dialysis_needed.no),
    ),
)

CONCEPTS: tuple[Concept, ...] = FLAGS

CHAPTER = Chapter(
    id="reference_methotrexate",
    title="Methotrexate, the related drug",
    paragraphs=(),
    intro="The document does not name methotrexate, so no verdict is given on it. What stops it "
    "stands beside the verdict.",
    rules=(
        related,
        not_weekly,
        excluded_by_child,
        with_co_trimoxazole,
        moderate_kidney,
        hold_and_call,
        excluded_by_allergy,
        excluded_by_kidney,
    ),
)
