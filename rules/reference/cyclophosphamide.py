"""Safety of cyclophosphamide: what excludes it, pauses it, or speaks against it."""

from engine.language import Chapter, Concept, Confidence, Rule, all_of, any_of, fires, silent
from rules.reference.concepts import CYC_NOT, CYC_STOP, CYC_TEAM, CYCLOPHOSPHAMIDE_CANDIDATE
from rules.reference.cyclophosphamide_doses import DOSES, liver_stop
from rules.reference.cyclophosphamide_flags import COUNT_FROM_DISEASE, FLAGS, MODERATE_PLATELETS
from rules.reference.cyclophosphamide_interactions import INTERACTIONS
from rules.reference.cyclophosphamide_lifetime import COURSES, lifetime_dose
from rules.reference.cyclophosphamide_limits import (
    NEUTROPHILS_05,
    NEUTROPHILS_15,
    PLATELETS_50,
    PLATELETS_100,
    WBC_4,
)
from rules.reference.guards import CYCLOPHOSPHAMIDE_NAMED, GPA, LUPUS
from rules.reference.lupus_criteria import BLOOD_EMERGENCY, CLASS_II, CLASS_IV
from rules.vocabulary.blood import CytopeniaCause, cytopenia_cause, neutrophils, platelets, wbc
from rules.vocabulary.heart import (
    Hypersensitivity,
    Malignancy,
    UrinaryFindings,
    hypersensitivity,
    malignancy,
    urinary_findings,
    urinary_outflow_obstruction,
)
from rules.vocabulary.treatments import Medicine, medicines

NOT_THE_DISEASE = cytopenia_cause.is_one_of(
    CytopeniaCause.DRUG, CytopeniaCause.MARROW, CytopeniaCause.INFECTION
)
# That no count is low contradicts a low count, and is refused. While a count is not told, it keeps
# the question open: the word alone stands for no number.
UNLESS_THE_DISEASE = any_of(NOT_THE_DISEASE, cytopenia_cause.is_(CytopeniaCause.NO_CYTOPENIA))
MODERATE = all_of(platelets.at_least(PLATELETS_50), platelets.below(PLATELETS_100))
THE_DISEASE = cytopenia_cause.is_one_of(
    CytopeniaCause.DISEASE, CytopeniaCause.BENIGN_CONSTITUTIONAL
)
FROM_DRUG = cytopenia_cause.is_(CytopeniaCause.DRUG)
FROM_LUPUS = cytopenia_cause.is_(CytopeniaCause.DISEASE)
LOW_ENOUGH_TO_HOLD = any_of(
    neutrophils.at_most(NEUTROPHILS_15), platelets.below(PLATELETS_50), wbc.below(WBC_4)
)
# In a blood emergency of lupus the drug is talked of even where no organ names it.
AN_OPTION = any_of(CYCLOPHOSPHAMIDE_CANDIDATE.yes, all_of(LUPUS, BLOOD_EMERGENCY))
NORMAL_URINE = urinary_findings.is_(UrinaryFindings.NORMAL)

allergy = Rule(
    id="RCYC-1",
    title="hypersensitivity to cyclophosphamide",
    cites=("CYC-UK", "CYC-US"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, hypersensitivity.has(Hypersensitivity.CYCLOPHOSPHAMIDE)),
    then=CYC_STOP,
    because="Both labels exclude it; other alkylating drugs may cause the same reaction.",
    misuse="Nausea after an earlier dose is no allergy; mesna can be the culprit.",
    confidence=Confidence.READ,
    examples=(
        fires(GPA, hypersensitivity.has(Hypersensitivity.CYCLOPHOSPHAMIDE)),
        silent(GPA, hypersensitivity.has_not(Hypersensitivity.CYCLOPHOSPHAMIDE)),
    ),
)

blocked_outflow = Rule(
    id="RCYC-2",
    title="an obstruction of the urinary outflow",
    cites=("CYC-UK", "CYC-US"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, urinary_outflow_obstruction.yes),
    then=CYC_STOP,
    because="What harms the bladder stays in it when the bladder does not empty.",
    misuse="A catheter that drains well is for urology to judge.",
    confidence=Confidence.READ,
    examples=(
        fires(GPA, urinary_outflow_obstruction.yes),
        silent(GPA, urinary_outflow_obstruction.no),
    ),
)

hardly_any_neutrophils = Rule(
    id="RCYC-3",
    title="neutrophils below 0.5 ×10⁹/L, whatever the cause",
    cites=("CYC-US", "CYC-UK", "S34"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, neutrophils.below(NEUTROPHILS_05)),
    then=CYC_STOP,
    because="Below this hardly anything stands against bacteria.",
    misuse="Lifelong low counts seldom go this far; if they do, haematology decides.",
    confidence=Confidence.GENERAL,
    examples=(fires(LUPUS, neutrophils.is_(0.4)), silent(LUPUS, neutrophils.is_(0.5))),
)

counts_from_elsewhere = Rule(
    id="RCYC-4",
    title="low counts from a drug, the marrow or an infection: held",
    cites=("CYC-US", "CYC-UK", "S34"),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        UNLESS_THE_DISEASE,
        any_of(neutrophils.at_most(NEUTROPHILS_15), platelets.below(PLATELETS_50)),
    ),
    then=CYC_STOP,
    because="A marrow that is already failing would be driven further down.",
    misuse="The same number from active lupus has the opposite meaning; that no count is low "
    "settles nothing while the counts are not told.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(GPA, neutrophils.is_(1.5), FROM_DRUG),
        silent(GPA, neutrophils.is_(1.5), FROM_LUPUS),
        fires(GPA, platelets.is_(49), neutrophils.is_(3), FROM_DRUG),
        silent(GPA, platelets.is_(50), neutrophils.is_(3), FROM_DRUG),
    ),
)

white_cells_postpone = Rule(
    id="RCYC-5",
    title="white cells below 4 from a drug, the marrow or an infection: postponed",
    cites=("BSR-AAV", "S34"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, UNLESS_THE_DISEASE, wbc.below(WBC_4)),
    then=CYC_STOP,
    because="Protocols wait until the count is back and then reduce the dose by about a quarter.",
    misuse="Postponed is a week, not a refusal; that no count is low settles nothing while the "
    "count is not told.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(GPA, wbc.is_(3.9), FROM_DRUG),
        silent(GPA, wbc.is_(4), FROM_DRUG),
    ),
)

counts_from_disease = Rule(
    id="RCYC-6",
    title="low counts from the disease itself: a question for the team",
    cites=("SLEDAI-TAB", "GENERAL", "S34"),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        AN_OPTION,
        THE_DISEASE,
        LOW_ENOUGH_TO_HOLD,
        neutrophils.at_least(NEUTROPHILS_05),
    ),
    then=CYC_TEAM,
    because="Counts that the disease lowers often recover when it is treated.",
    misuse="Neither an automatic bar nor something to ignore.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(LUPUS, CLASS_IV, neutrophils.is_(1.3), FROM_LUPUS),
        silent(LUPUS, CLASS_IV, neutrophils.is_(1.3), FROM_DRUG),
        silent(LUPUS, CLASS_II, neutrophils.is_(1.3), FROM_LUPUS),
        fires(LUPUS, CLASS_IV, neutrophils.is_(1.5), wbc.is_(4), platelets.is_(50), FROM_LUPUS),
        silent(LUPUS, CLASS_IV, neutrophils.is_(1.6), wbc.is_(4), platelets.is_(50), FROM_LUPUS),
        fires(LUPUS, platelets.is_(19), neutrophils.is_(3), FROM_LUPUS),
    ),
)

haematology = Rule(
    id="RCYC-7",
    title="haematology takes part when the disease lowers the counts",
    cites=("SLEDAI-TAB", "GENERAL"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, THE_DISEASE, LOW_ENOUGH_TO_HOLD),
    then=COUNT_FROM_DISEASE,
    because="Who knows the smear and the marrow can tell how far one may go.",
    misuse="The cause has to be found, not assumed.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(LUPUS, wbc.is_(2.6), FROM_LUPUS),
        silent(LUPUS, wbc.is_(2.6), FROM_DRUG),
    ),
)

moderate_platelets = Rule(
    id="RCYC-8",
    title="platelets of 50 to 99 from a drug, the marrow or an infection",
    cites=("TEACH",),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, NOT_THE_DISEASE, MODERATE),
    then=MODERATE_PLATELETS,
    because="They may fall further within two weeks of a dose.",
    misuse="No source that was read draws this line.",
    confidence=Confidence.OWN,
    examples=(
        fires(GPA, platelets.is_(99), FROM_DRUG),
        silent(GPA, platelets.is_(100), FROM_DRUG),
        silent(GPA, platelets.is_(49), FROM_DRUG),
    ),
)

bleeding_bladder = Rule(
    id="RCYC-9",
    title="haemorrhagic cystitis",
    cites=("CYC-UK",),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED, urinary_findings.is_(UrinaryFindings.HAEMORRHAGIC_CYSTITIS)
    ),
    then=CYC_STOP,
    because="The bladder that the drug has hurt is hurt more by every further dose.",
    misuse="Nephritis bleeds as well: casts and misshapen cells tell the two apart.",
    confidence=Confidence.READ,
    examples=(
        fires(GPA, urinary_findings.is_(UrinaryFindings.HAEMORRHAGIC_CYSTITIS)),
        silent(GPA, NORMAL_URINE),
    ),
)

bladder_blood = Rule(
    id="RCYC-10",
    title="blood in the urine that is not from the kidney: held",
    cites=("CYC-US", "GENERAL"),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED, urinary_findings.is_(UrinaryFindings.NON_GLOMERULAR_HAEMATURIA)
    ),
    then=CYC_STOP,
    because="It may be cystitis or a cancer of the bladder, also decades after the last dose.",
    misuse="Culture, cytology and cystoscopy come before anything is blamed on nephritis.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(GPA, urinary_findings.is_(UrinaryFindings.NON_GLOMERULAR_HAEMATURIA)),
        silent(GPA, urinary_findings.is_(UrinaryFindings.GLOMERULAR_HAEMATURIA)),
    ),
)

etanercept = Rule(
    id="RCYC-11",
    title="etanercept at the same time: the combination ends first",
    cites=("GENERAL",),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, medicines.has(Medicine.ETANERCEPT)),
    then=CYC_STOP,
    because="In a trial in GPA the two together were followed by more solid cancers.",
    misuse="It is the combination that is excluded.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(GPA, medicines.has(Medicine.ETANERCEPT)),
        silent(GPA, medicines.has_not(Medicine.ETANERCEPT)),
    ),
)

bladder_cancer = Rule(
    id="RCYC-13",
    title="a cancer of the bladder in the past",
    cites=("CYC-BLADDER", "GENERAL"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, malignancy.is_(Malignancy.PAST_BLADDER)),
    then=CYC_NOT,
    because="The drug causes just this cancer, in a bladder that has shown it can grow one.",
    misuse="It stands in neither label; urology and oncology weigh it.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(GPA, malignancy.is_(Malignancy.PAST_BLADDER)),
        silent(GPA, malignancy.is_(Malignancy.PAST_OTHER)),
    ),
)

moderate_platelets_team = Rule(
    id="RCYC-36",
    title="platelets of 50 to 99 and not from the disease: the team looks again",
    cites=("TEACH",),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, CYCLOPHOSPHAMIDE_CANDIDATE.yes, NOT_THE_DISEASE, MODERATE),
    then=CYC_TEAM,
    because="They may fall further within two weeks of a dose, and no source says what to do.",
    misuse="The same count from the disease itself is another question.",
    confidence=Confidence.OWN,
    examples=(
        fires(LUPUS, CLASS_IV, platelets.is_(70), FROM_DRUG),
        silent(LUPUS, CLASS_IV, platelets.is_(70), FROM_LUPUS),
        silent(LUPUS, CLASS_II, platelets.is_(70), FROM_DRUG),
        fires(LUPUS, CLASS_IV, platelets.is_(99), FROM_DRUG),
        silent(LUPUS, CLASS_IV, platelets.is_(100), FROM_DRUG),
        silent(LUPUS, CLASS_IV, platelets.is_(49), FROM_DRUG),
    ),
)

CONCEPTS: tuple[Concept, ...] = FLAGS

CHAPTER = Chapter(
    id="reference_cyclophosphamide",
    title="Safety of cyclophosphamide",
    paragraphs=(),
    intro="What excludes or pauses cyclophosphamide, what speaks against it, and how doses and "
    "other drugs come in. A low count always raises the question why it is low.",
    rules=(
        allergy,
        blocked_outflow,
        hardly_any_neutrophils,
        counts_from_elsewhere,
        white_cells_postpone,
        counts_from_disease,
        haematology,
        moderate_platelets,
        bleeding_bladder,
        bladder_blood,
        etanercept,
        lifetime_dose,
        bladder_cancer,
        *DOSES,
        *INTERACTIONS,
        moderate_platelets_team,
        *COURSES,
        liver_stop,
    ),
)
