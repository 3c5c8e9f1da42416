"""Vasculitis: where published criteria place cyclophosphamide, and what stands beside it."""

from engine.language import (
    Chapter,
    Concept,
    Confidence,
    Rule,
    Threshold,
    all_of,
    any_of,
    fires,
    silent,
)
from rules.reference.concepts import (
    CRITERIA_SEVERE,
    CYC_MAY,
    CYC_NOT,
    CYC_TEAM,
    CYCLOPHOSPHAMIDE_CANDIDATE,
)
from rules.reference.guards import ANY_VASCULITIS, GPA, GPA_OR_MPA, OTHER_VASCULITIS
from rules.reference.vasculitis_beside import BESIDE
from rules.reference.vasculitis_criteria import (
    ANTI_GBM,
    ANTI_GBM_DISEASE,
    BLEEDING_LUNGS,
    CRITERIA,
    EGPA,
    FALLING_KIDNEYS,
    NEPHRITIS,
    SEVERE_ORGANS,
)
from rules.reference.vasculitis_flags import FLAGS
from rules.vocabulary.organs import (
    ActivityEvidence,
    OrganThreat,
    activity_evidence,
    dialysis_needed,
    dialysis_weeks,
    organ_threats,
)
from rules.vocabulary.vasculitis import (
    VasculitisPhase,
    VasculitisSubtype,
    all_crescents,
    anti_gbm,
    vasculitis_phase,
    vasculitis_subtype,
)

DIALYSIS_3_MONTHS = Threshold(
    id="vasculitis_dialysis",
    label="Weeks on dialysis after which stopping is considered",
    value=13,
    unit="weeks",
    confidence=Confidence.SECONDARY,
    cites=("KDIGO-AAV24",),
    note="Three months.",
)

ANOTHER = vasculitis_subtype.is_(VasculitisSubtype.OTHER)
NOTHING_THREATENED = tuple(organ_threats.has_not(organ) for organ in SEVERE_ORGANS)
NERVES = organ_threats.has(OrganThreat.MONONEURITIS)
BEYOND_THE_KIDNEY = tuple(
    organ
    for organ in SEVERE_ORGANS
    if organ
    not in {OrganThreat.GLOMERULONEPHRITIS, OrganThreat.RAPIDLY_PROGRESSIVE_GLOMERULONEPHRITIS}
)
ONLY_THE_KIDNEY = tuple(organ_threats.has_not(organ) for organ in BEYOND_THE_KIDNEY)

candidate_severe = Rule(
    id="RVAS-8",
    title="severe GPA or MPA: rituximab or cyclophosphamide is the first treatment",
    cites=("ACRVF21", "EULAR-AAV22", "KDIGO-AAV24", "S26"),
    when=all_of(GPA_OR_MPA, CRITERIA_SEVERE.yes),
    then=CYCLOPHOSPHAMIDE_CANDIDATE,
    because="In severe disease either is itself the standard first step; no earlier failure is "
    "asked for.",
    misuse="One of two, and not the one that the American guideline prefers.",
    confidence=Confidence.READ,
    examples=(
        fires(GPA, NERVES),
        silent(GPA, organ_threats.has_not(OrganThreat.MONONEURITIS)),
    ),
)

candidate_antibody = Rule(
    id="RVAS-9",
    title="anti-GBM antibodies with lung bleeding or failing kidneys",
    cites=("KDIGO-GD21",),
    when=all_of(ANY_VASCULITIS, ANTI_GBM, any_of(FALLING_KIDNEYS, BLEEDING_LUNGS)),
    then=CYCLOPHOSPHAMIDE_CANDIDATE,
    because="Cyclophosphamide with plasma exchange and glucocorticoid is the published first "
    "treatment.",
    misuse="The document does not name this disease; its group sentence reaches it only.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(OTHER_VASCULITIS, ANTI_GBM_DISEASE, BLEEDING_LUNGS),
        silent(OTHER_VASCULITIS, ANOTHER, BLEEDING_LUNGS),
    ),
)

candidate_egpa = Rule(
    id="RVAS-10",
    title="severe EGPA: cyclophosphamide or rituximab",
    cites=("ACRVF21",),
    when=all_of(OTHER_VASCULITIS, EGPA, CRITERIA_SEVERE.yes),
    then=CYCLOPHOSPHAMIDE_CANDIDATE,
    because="A guideline names either, and favours cyclophosphamide where the heart is involved.",
    misuse="Asthma and sinusitis alone are not severe.",
    confidence=Confidence.READ,
    examples=(
        fires(OTHER_VASCULITIS, EGPA, organ_threats.has(OrganThreat.HEART)),
        silent(OTHER_VASCULITIS, EGPA, organ_threats.has_not(OrganThreat.HEART)),
    ),
)

among_the_options = Rule(
    id="RVAS-11",
    title="vasculitis for which published criteria list cyclophosphamide",
    cites=("ACRVF21", "EULAR-AAV22"),
    when=all_of(ANY_VASCULITIS, CYCLOPHOSPHAMIDE_CANDIDATE.yes),
    then=CYC_MAY,
    because="An organ is at stake for which guidelines list it as induction.",
    misuse="Listed is not chosen: rituximab stands beside it.",
    confidence=Confidence.READ,
    examples=(
        fires(GPA, NERVES),
        silent(GPA, organ_threats.has_not(OrganThreat.MONONEURITIS)),
    ),
)

not_severe = Rule(
    id="RVAS-12",
    title="GPA or MPA that is not severe by published criteria",
    cites=("ACRVF21", "EULAR-AAV22", "S25"),
    when=all_of(GPA_OR_MPA, CRITERIA_SEVERE.no),
    then=CYC_NOT,
    because="Here guidelines name methotrexate or rituximab with glucocorticoid.",
    misuse="Not severe today; the line may be crossed tomorrow.",
    confidence=Confidence.READ,
    examples=(
        fires(GPA, *NOTHING_THREATENED),
        silent(
            GPA,
            *(fact for fact in NOTHING_THREATENED if not fact.finding.endswith("mononeuritis")),
            NERVES,
        ),
    ),
)

egpa_not_severe = Rule(
    id="RVAS-13",
    title="EGPA that is not severe by published criteria",
    cites=("ACRVF21",),
    when=all_of(OTHER_VASCULITIS, EGPA, CRITERIA_SEVERE.no),
    then=CYC_NOT,
    because="Here a guideline names mepolizumab or a conventional drug.",
    misuse="The heart has to be looked at before it is called not severe.",
    confidence=Confidence.READ,
    examples=(
        fires(OTHER_VASCULITIS, EGPA, *NOTHING_THREATENED),
        silent(OTHER_VASCULITIS, ANOTHER, *NOTHING_THREATENED),
    ),
)

another_vasculitis = Rule(
    id="RVAS-14",
    title="another vasculitis: no criterion here speaks of it",
    cites=("TEACH", "S23", "S24"),
    when=all_of(OTHER_VASCULITIS, ANOTHER),
    then=CYC_TEAM,
    because="The criteria that were read are for GPA, MPA, EGPA and anti-GBM disease.",
    misuse="Silence here is no statement about that disease: other guidelines speak of it.",
    confidence=Confidence.OWN,
    examples=(fires(OTHER_VASCULITIS, ANOTHER), silent(OTHER_VASCULITIS, EGPA)),
)

antibody_without_danger = Rule(
    id="RVAS-15",
    title="anti-GBM disease without lung bleeding or failing kidneys",
    cites=("KDIGO-GD21", "TEACH"),
    when=all_of(
        OTHER_VASCULITIS,
        ANTI_GBM_DISEASE,
        organ_threats.has_not(OrganThreat.RAPIDLY_PROGRESSIVE_GLOMERULONEPHRITIS),
        organ_threats.has_not(OrganThreat.ALVEOLAR_HAEMORRHAGE),
    ),
    then=CYC_TEAM,
    because="The published treatment is for lungs bleeding or kidneys failing.",
    misuse="It can turn within days: watch closely.",
    confidence=Confidence.OWN,
    examples=(
        fires(
            OTHER_VASCULITIS,
            ANTI_GBM_DISEASE,
            organ_threats.has_not(OrganThreat.RAPIDLY_PROGRESSIVE_GLOMERULONEPHRITIS),
            organ_threats.has_not(OrganThreat.ALVEOLAR_HAEMORRHAGE),
        ),
        silent(
            OTHER_VASCULITIS,
            ANTI_GBM_DISEASE,
            FALLING_KIDNEYS,
            organ_threats.has_not(OrganThreat.ALVEOLAR_HAEMORRHAGE),
        ),
    ),
)

lost_kidneys = Rule(
    id="RVAS-16",
    title="three months on dialysis, and nothing else inflamed",
    cites=("KDIGO-AAV24",),
    when=all_of(
        ANY_VASCULITIS,
        CYCLOPHOSPHAMIDE_CANDIDATE.yes,
        dialysis_needed.yes,
        dialysis_weeks.at_least(DIALYSIS_3_MONTHS),
        *ONLY_THE_KIDNEY,
    ),
    then=CYC_TEAM,
    because="After three months on dialysis with nothing inflamed elsewhere a guideline considers"
    " ending immunosuppression.",
    misuse="Dialysis is not the strongest reason for treatment; it may be the reason to stop.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(GPA, NEPHRITIS, dialysis_needed.yes, dialysis_weeks.is_(13), *ONLY_THE_KIDNEY),
        silent(GPA, NEPHRITIS, dialysis_needed.yes, dialysis_weeks.is_(12), *ONLY_THE_KIDNEY),
        silent(
            GPA,
            organ_threats.has_not(OrganThreat.GLOMERULONEPHRITIS),
            dialysis_needed.yes,
            dialysis_weeks.is_(13),
            *ONLY_THE_KIDNEY,
        ),
    ),
)

all_scarred = Rule(
    id="RVAS-17",
    title="anti-GBM: crescents everywhere, dialysis, and no lung bleeding",
    cites=("KDIGO-GD21",),
    when=all_of(
        ANY_VASCULITIS,
        ANTI_GBM,
        all_crescents.yes,
        dialysis_needed.yes,
        organ_threats.has_not(OrganThreat.ALVEOLAR_HAEMORRHAGE),
    ),
    then=CYC_TEAM,
    because="Where every glomerulus is destroyed there is nothing to save but the lungs, and these "
    "are well.",
    misuse="One spared glomerulus in the sample is a reason to think again.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(
            GPA,
            anti_gbm.yes,
            all_crescents.yes,
            dialysis_needed.yes,
            organ_threats.has_not(OrganThreat.ALVEOLAR_HAEMORRHAGE),
        ),
        silent(
            GPA,
            anti_gbm.yes,
            all_crescents.no,
            dialysis_needed.yes,
            organ_threats.has_not(OrganThreat.ALVEOLAR_HAEMORRHAGE),
        ),
    ),
)

no_active_disease = Rule(
    id="RVAS-18",
    title="an ANCA titre alone or fixed damage is no active vasculitis",
    cites=("ACRVF21",),
    when=all_of(
        ANY_VASCULITIS,
        activity_evidence.is_one_of(ActivityEvidence.SEROLOGY_ONLY, ActivityEvidence.FIXED_DAMAGE),
    ),
    then=CYC_NOT,
    because="A guideline is against treating by the titre alone: a titre is no inflammation.",
    misuse="A rising titre calls for looking, not for treating.",
    confidence=Confidence.READ,
    examples=(
        fires(GPA, activity_evidence.is_(ActivityEvidence.SEROLOGY_ONLY)),
        silent(GPA, activity_evidence.is_(ActivityEvidence.CLINICAL)),
    ),
)

remission = Rule(
    id="RVAS-19",
    title="vasculitis in remission: cyclophosphamide is not a maintenance drug",
    cites=("ACRVF21", "KDIGO-AAV24"),
    # A threatened organ rules remission out, so that the phase need not be asked then.
    when=all_of(
        ANY_VASCULITIS,
        *(organ_threats.has_not(organ) for organ in OrganThreat),
        vasculitis_phase.is_(VasculitisPhase.REMISSION),
    ),
    then=CYC_NOT,
    because="Its harm adds up by the lifetime dose, and safer drugs keep the remission.",
    misuse="A course that was just begun is induction, not maintenance.",
    confidence=Confidence.READ,
    examples=(
        fires(GPA, vasculitis_phase.is_(VasculitisPhase.REMISSION)),
        silent(GPA, vasculitis_phase.is_(VasculitisPhase.NEW)),
    ),
)

CONCEPTS: tuple[Concept, ...] = FLAGS

CHAPTER = Chapter(
    id="reference_vasculitis",
    title="Vasculitis by published criteria",
    paragraphs=(),
    intro="What severe means, why no failure is awaited when an organ is threatened, and where "
    "rituximab stands. EGPA and anti-GBM disease are adjacent: the document does not name them.",
    rules=(
        *CRITERIA,
        candidate_severe,
        candidate_antibody,
        candidate_egpa,
        among_the_options,
        not_severe,
        egpa_not_severe,
        another_vasculitis,
        antibody_without_danger,
        lost_kidneys,
        all_scarred,
        no_active_disease,
        remission,
        *BESIDE,
    ),
)
