"""Methotrexate: related by class, not chemotherapy in low weekly doses; what stops it all the same.

No verdict is given on it: the document does not name it. What stops it stands beside as a flag.
"""

from engine.language import (
    Chapter,
    Concept,
    Confidence,
    IsNotKnown,
    Rule,
    all_of,
    any_of,
    fires,
    silent,
)
from rules.reference.guards import (
    ARTHRITIS,
    BREASTFEEDING,
    CYCLOPHOSPHAMIDE_NAMED,
    NO_CHILD_TO_HARM,
    NOT_PREGNANT,
    PREGNANT_OR_BREASTFEEDING,
)
from rules.reference.methotrexate_flags import (
    CO_TRIMOXAZOLE,
    EXCLUDED_BY_ALLERGY,
    EXCLUDED_BY_CHILD,
    EXCLUDED_BY_KIDNEY,
    FLAGS,
    HOLD_AND_CALL,
    KIDNEY_TEAM,
    NOT_WEEKLY,
    RELATED_DRUG,
)
from rules.reference.methotrexate_limits import (
    ALT_25,
    EGFR_30,
    EGFR_60,
    NEUTROPHILS_16,
    PLATELETS_140,
    WBC_35,
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
