"""Lupus nephritis: the regimens side by side, and what leans towards one or the other."""

from engine.language import Confidence, Rule, all_of, any_of, fires, silent
from rules.reference.concepts import CRITERIA_REFRACTORY
from rules.reference.guards import BREASTFEEDING, LUPUS, NO_CHILD_TO_HARM, NOT_PREGNANT
from rules.reference.lupus_criteria import (
    CLASS_II,
    CLASS_IV,
    KIDNEY,
    MEMBRANOUS,
    NEURO,
    PROLIFERATIVE,
    VITAL,
    failed_facts,
    has,
    has_not,
)
from rules.reference.lupus_flags import (
    BELIMUMAB_ARM,
    CALCINEURIN_ARM,
    FERTILITY,
    LOW_DOSE,
    MUCH_BEFORE,
    REFRACTORY_OPTIONS,
    TRIPLE_THERAPY,
)
from rules.reference.lupus_limits import EGFR_45, PRIOR_10, UPCR_3
from rules.vocabulary.organs import OrganThreat, egfr, upcr
from rules.vocabulary.patient import mimics_excluded
from rules.vocabulary.reproduction import fertility_wish
from rules.vocabulary.treatments import (
    PlannedRegimen,
    Treatment,
    planned_regimen,
    prior_cyclophosphamide,
)

side_by_side = Rule(
    id="RLUP-25",
    title="the regimens of proliferative nephritis side by side",
    cites=("ACR-LN24", "KDIGO-LN24"),
    when=all_of(LUPUS, PROLIFERATIVE),
    then=TRIPLE_THERAPY,
    because="Two societies weigh the same trials differently, and patients differ.",
    misuse="Preferred on the average is not preferred for everyone.",
    confidence=Confidence.READ,
    strength="conditional (American College of Rheumatology)",
    examples=(fires(LUPUS, CLASS_IV), silent(LUPUS, CLASS_II)),
)

much_protein = Rule(
    id="RLUP-26",
    title="protein of 3 g/g or more, filtration rate above 45",
    cites=("ACR-LN24", "KDIGO-LN24"),
    when=all_of(LUPUS, PROLIFERATIVE, upcr.at_least(UPCR_3), egfr.above(EGFR_45), NO_CHILD_TO_HARM),
    then=CALCINEURIN_ARM,
    because="A guideline leans to these drugs where protein in the urine is high; voclosporin "
    "asks for a filtration rate above 45.",
    misuse="A misprint of one guideline reads at or below 45: the figure beside it says above.",
    confidence=Confidence.READ,
    examples=(
        fires(LUPUS, CLASS_IV, upcr.is_(3), egfr.is_(46)),
        silent(LUPUS, CLASS_IV, upcr.is_(3), egfr.is_(45)),
        silent(LUPUS, CLASS_IV, upcr.is_(2.9), egfr.is_(46)),
        silent(LUPUS, CLASS_IV, upcr.is_(3), egfr.is_(46), BREASTFEEDING),
    ),
)

beyond_the_kidney = Rule(
    id="RLUP-27",
    title="nephritis with active disease beyond the kidney",
    cites=("ACR-LN24",),
    when=all_of(
        LUPUS,
        PROLIFERATIVE,
        any_of(*(has(organ) for organ in (*VITAL, *NEURO))),
        NO_CHILD_TO_HARM,
    ),
    then=BELIMUMAB_ARM,
    because="A guideline leans to belimumab where lupus is active beyond the kidney.",
    misuse="In a life-threatened organ it is too slow by itself.",
    confidence=Confidence.READ,
    examples=(
        fires(LUPUS, CLASS_IV, has(OrganThreat.PNEUMONITIS)),
        silent(LUPUS, CLASS_IV, has_not(OrganThreat.PNEUMONITIS)),
        silent(LUPUS, CLASS_IV, has(OrganThreat.PNEUMONITIS), BREASTFEEDING),
    ),
)

wish_for_children = Rule(
    id="RLUP-28",
    title="proliferative nephritis and a wish for children",
    cites=("KDIGO-LN24", "KDIGO-GD21"),
    when=all_of(LUPUS, PROLIFERATIVE, fertility_wish.yes, NO_CHILD_TO_HARM),
    then=FERTILITY,
    because="The harm to the ovaries and testes grows with the lifetime dose and with age.",
    misuse="Asked of all sexes; the low-dose regimen harms less than the old ones.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(LUPUS, CLASS_IV, fertility_wish.yes),
        silent(LUPUS, CLASS_IV, fertility_wish.no),
        silent(LUPUS, CLASS_IV, fertility_wish.yes, BREASTFEEDING),
    ),
)

high_dose_planned = Rule(
    id="RLUP-29",
    title="daily tablets or high monthly pulses planned for nephritis",
    cites=("ACR-LN24", "ELNT"),
    when=all_of(
        LUPUS,
        any_of(PROLIFERATIVE, MEMBRANOUS, *(has(organ) for organ in KIDNEY)),
        planned_regimen.is_one_of(PlannedRegimen.ORAL_DAILY, PlannedRegimen.MONTHLY_HIGH_DOSE),
    ),
    then=LOW_DOSE,
    because="A trial found the low dose as good, at a fraction of the lifetime dose.",
    misuse="A trial answers for patients like its own; very severe kidneys may differ.",
    confidence=Confidence.READ,
    strength="strong against tablets, conditional against monthly pulses",
    examples=(
        fires(LUPUS, CLASS_IV, planned_regimen.is_(PlannedRegimen.ORAL_DAILY)),
        silent(LUPUS, CLASS_IV, planned_regimen.is_(PlannedRegimen.EURO_LUPUS)),
        fires(LUPUS, MEMBRANOUS, planned_regimen.is_(PlannedRegimen.ORAL_DAILY)),
        fires(LUPUS, has(KIDNEY[1]), planned_regimen.is_(PlannedRegimen.MONTHLY_HIGH_DOSE)),
    ),
)

after_two_failures = Rule(
    id="RLUP-30",
    title="what guidelines name after two failed courses",
    cites=("ACR-LN24", "S12"),
    when=all_of(LUPUS, any_of(PROLIFERATIVE, MEMBRANOUS), CRITERIA_REFRACTORY.yes),
    then=REFRACTORY_OPTIONS,
    because="The document names none of them.",
    misuse="Dose, adherence and a second biopsy come before any of them.",
    confidence=Confidence.READ,
    examples=(
        fires(
            LUPUS,
            CLASS_IV,
            *failed_facts(Treatment.MYCOPHENOLATE, 39),
            *failed_facts(Treatment.ANTI_CD20, 30),
            mimics_excluded.yes,
        ),
        silent(
            LUPUS,
            CLASS_IV,
            *failed_facts(Treatment.MYCOPHENOLATE, 39),
            *failed_facts(Treatment.ANTI_CD20, 25),
            mimics_excluded.yes,
        ),
        fires(
            LUPUS,
            MEMBRANOUS,
            *failed_facts(Treatment.MYCOPHENOLATE, 39),
            *failed_facts(Treatment.ANTI_CD20, 30),
            mimics_excluded.yes,
        ),
    ),
)

much_before = Rule(
    id="RLUP-44",
    title="proliferative nephritis after 10 g of cyclophosphamide or more",
    cites=("KDIGO-LN24", "KDIGO-GD21"),
    when=all_of(LUPUS, PROLIFERATIVE, prior_cyclophosphamide.at_least(PRIOR_10), NO_CHILD_TO_HARM),
    then=MUCH_BEFORE,
    because="The harm of the drug grows with the lifetime dose, and every course adds to it.",
    misuse="A sum that was not recorded is not a small one.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(LUPUS, CLASS_IV, prior_cyclophosphamide.is_(10)),
        silent(LUPUS, CLASS_IV, prior_cyclophosphamide.is_(9.9)),
        fires(LUPUS, CLASS_IV, prior_cyclophosphamide.is_(10), NOT_PREGNANT),
        silent(LUPUS, CLASS_IV, prior_cyclophosphamide.is_(10), BREASTFEEDING),
    ),
)

NEPHRITIS = (
    side_by_side,
    much_protein,
    beyond_the_kidney,
    wish_for_children,
    high_dose_planned,
    after_two_failures,
)
