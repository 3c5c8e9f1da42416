"""Governance: who takes part, what is still missing, and what must not wait."""

from engine.language import Chapter, Concept, Confidence, Rule, all_of, any_of, fires, silent
from rules.concepts import LIFE_THREATENING
from rules.reference.concepts import (
    CRITERIA_LIFE_THREATENING,
    CYC_TEAM,
    CYC_WITHHELD,
    CYCLOPHOSPHAMIDE_CANDIDATE,
    MITOXANTRONE_CANDIDATE,
)
from rules.reference.governance_flags import (
    CHECKLIST_CYC,
    CHECKLIST_MITOX,
    FLAGS,
    JOINTS_MUSCLES_TEAM,
    LUNG_TEAM,
    LUPUS_TEAM,
    SCLEROSIS_TEAM,
    TIME_CRITICAL,
    VASCULITIS_TEAM,
)
from rules.reference.governance_missing import (
    ALL_KNOWN,
    CYC_CHECKLIST,
    CYC_MISSING,
    HEART_KNOWN,
    MITOX_MISSING,
)
from rules.reference.governance_severity import (
    severity_arthritis,
    severity_lupus,
    severity_myopathy,
    severity_vasculitis,
)
from rules.reference.governance_stops import NOTHING_STOPS
from rules.reference.governance_trials import TRIALS, not_tolerated
from rules.reference.guards import (
    ANY_VASCULITIS,
    CYCLOPHOSPHAMIDE_NAMED,
    GPA,
    LUPUS,
    MYOPATHY,
    SCLEROSIS,
)
from rules.reference.lupus_criteria import CLASS_II, CLASS_IV
from rules.reference.sclerosis_criteria import ARM_A, RELAPSING
from rules.vocabulary.disease import diagnosis, life_threatening
from rules.vocabulary.heart import Hypersensitivity, hypersensitivity
from rules.vocabulary.myopathy import LungDiseaseCourse, lung_disease_course
from rules.vocabulary.options import Diagnosis
from rules.vocabulary.organs import OrganThreat, creatinine, egfr, organ_threats
from rules.vocabulary.patient import weight
from rules.vocabulary.reproduction import (
    PregnancyStatus,
    contraception_effective,
    pregnancy_possible,
    pregnancy_status,
)
from rules.vocabulary.sclerosis import MsCourse, ms_course

DANGER = any_of(LIFE_THREATENING.yes, CRITERIA_LIFE_THREATENING.yes)
NERVES = organ_threats.has(OrganThreat.MONONEURITIS)
NO_NERVES = organ_threats.has_not(OrganThreat.MONONEURITIS)
CONTRACEPTION_OPEN = (
    *(fact for fact in ALL_KNOWN if fact != pregnancy_possible.no),
    weight.is_(70),
    pregnancy_possible.yes,
    pregnancy_status.is_(PregnancyStatus.NOT_PREGNANT),
)
ALLERGY = hypersensitivity.has(Hypersensitivity.CYCLOPHOSPHAMIDE)
NO_ALLERGY = hypersensitivity.has_not(Hypersensitivity.CYCLOPHOSPHAMIDE)
LUNGS = diagnosis.is_one_of(Diagnosis.RHEUMATOID_ARTHRITIS, Diagnosis.AUTOIMMUNE_MYOPATHY)

lupus_team = Rule(
    id="RGOV-1",
    title="who takes part with lupus",
    cites=("TEACH", "S38"),
    when=all_of(LUPUS, CYCLOPHOSPHAMIDE_CANDIDATE.yes),
    then=LUPUS_TEAM,
    because="The document asks for several disciplines and names none.",
    misuse="A list of names is not a conversation.",
    confidence=Confidence.OWN,
    examples=(fires(LUPUS, CLASS_IV), silent(LUPUS, CLASS_II)),
)

vasculitis_team = Rule(
    id="RGOV-2",
    title="who takes part with vasculitis",
    cites=("EULAR-AAV22", "TEACH", "S38"),
    when=all_of(ANY_VASCULITIS, CYCLOPHOSPHAMIDE_CANDIDATE.yes),
    then=VASCULITIS_TEAM,
    because="A rare disease of many organs asks for those who know it, and for each organ's own "
    "discipline.",
    misuse="An emergency is treated at once, and discussed at once.",
    confidence=Confidence.OWN,
    examples=(fires(GPA, NERVES), silent(GPA, NO_NERVES)),
)

sclerosis_team = Rule(
    id="RGOV-3",
    title="who takes part with mitoxantrone",
    cites=("TEACH", "S38"),
    when=all_of(SCLEROSIS, MITOXANTRONE_CANDIDATE.yes),
    then=SCLEROSIS_TEAM,
    because="A drug that harms heart and marrow needs both disciplines beside neurology.",
    misuse="Cardiology is asked before the first dose, not after the first symptom.",
    confidence=Confidence.OWN,
    examples=(
        fires(*ARM_A, RELAPSING),
        silent(*ARM_A, ms_course.is_(MsCourse.PRIMARY_PROGRESSIVE)),
    ),
)

lung_team = Rule(
    id="RGOV-4",
    title="who takes part when lungs fail rapidly",
    cites=("TEACH", "S38"),
    when=all_of(LUNGS, lung_disease_course.is_(LungDiseaseCourse.RAPIDLY_PROGRESSIVE)),
    then=LUNG_TEAM,
    because="Oxygen, ventilation and infection are decided in the same hours.",
    misuse="Intensive care is told before it is needed.",
    confidence=Confidence.OWN,
    examples=(
        fires(MYOPATHY, lung_disease_course.is_(LungDiseaseCourse.RAPIDLY_PROGRESSIVE)),
        silent(MYOPATHY, lung_disease_course.is_(LungDiseaseCourse.STABLE)),
    ),
)

team_joints_muscles = Rule(
    id="RGOV-15",
    title="who takes part with arthritis or myopathy",
    cites=("TEACH", "S38"),
    when=all_of(LUNGS, CYCLOPHOSPHAMIDE_CANDIDATE.yes),
    then=JOINTS_MUSCLES_TEAM,
    because="The document names no drug here, so that choosing one is the team's own task.",
    misuse="Joints are seen by one discipline; what decides here is mostly elsewhere.",
    confidence=Confidence.OWN,
    examples=(
        fires(MYOPATHY, lung_disease_course.is_(LungDiseaseCourse.PROGRESSIVE)),
        silent(MYOPATHY, lung_disease_course.is_(LungDiseaseCourse.STABLE)),
    ),
)

checklist_cyclophosphamide = Rule(
    id="RGOV-7",
    title="the checklist before cyclophosphamide has gaps",
    cites=("CYC-UK", "EULAR-OI22", "TEACH", "S39"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, CYCLOPHOSPHAMIDE_CANDIDATE.yes, CYC_CHECKLIST),
    then=CHECKLIST_CYC,
    because="Benefit can only be weighed against risks that were looked for.",
    misuse="A gap is a reason to ask, never a contraindication.",
    confidence=Confidence.OWN,
    examples=(
        fires(LUPUS, CLASS_IV, *ALL_KNOWN),
        silent(LUPUS, CLASS_IV, *ALL_KNOWN, weight.is_(70)),
    ),
)

checklist_mitoxantrone = Rule(
    id="RGOV-8",
    title="the checklist before mitoxantrone has gaps",
    cites=("MITOX-US", "FDA-MITOX", "TEACH", "S39"),
    when=all_of(SCLEROSIS, MITOXANTRONE_CANDIDATE.yes, MITOX_MISSING),
    then=CHECKLIST_MITOX,
    because="Harm to the heart is silent; only a measurement shows it.",
    misuse="A gap is a reason to ask, never a contraindication.",
    confidence=Confidence.OWN,
    examples=(
        fires(*ARM_A, RELAPSING, *HEART_KNOWN),
        silent(*ARM_A, RELAPSING, *HEART_KNOWN, weight.is_(70)),
    ),
)

time_critical = Rule(
    id="RGOV-9",
    title="life in danger, the drug an option, and safety data missing",
    cites=("TEACH", "S36"),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        DANGER,
        any_of(CYCLOPHOSPHAMIDE_CANDIDATE.yes, CYC_TEAM.yes),
        any_of(CYC_MISSING, CYC_WITHHELD.yes),
        NOTHING_STOPS,
    ),
    then=TIME_CRITICAL,
    because="Missing data delay in silence, and the disease does not wait.",
    misuse="Urgent is not unasked: a pregnancy test takes minutes.",
    confidence=Confidence.OWN,
    examples=(
        fires(GPA, NERVES, life_threatening.yes, *ALL_KNOWN),
        silent(GPA, NERVES, life_threatening.yes, *ALL_KNOWN, weight.is_(70)),
        silent(GPA, NO_NERVES, life_threatening.yes, *ALL_KNOWN),
        fires(GPA, NERVES, life_threatening.yes, *CONTRACEPTION_OPEN, contraception_effective.no),
        silent(GPA, NERVES, life_threatening.yes, *CONTRACEPTION_OPEN, contraception_effective.yes),
        fires(GPA, NERVES, life_threatening.yes, NO_ALLERGY),
        silent(GPA, NERVES, life_threatening.yes, ALLERGY),
    ),
)

kidney_function = Rule(
    id="RGOV-19",
    title="neither creatinine nor filtration rate recorded: no dose can be reckoned",
    cites=("KDIGO-AAV24", "CYCLOPS-TAB", "TEACH", "S39"),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        any_of(CYCLOPHOSPHAMIDE_CANDIDATE.yes, CYC_TEAM.yes),
        creatinine.is_not_known(),
        egfr.is_not_known(),
    ),
    then=CYC_WITHHELD,
    because="Part of the drug leaves by the kidney, and most regimens are reduced by how well it "
    "works.",
    misuse="Either of the two is enough, and neither is a contraindication.",
    confidence=Confidence.OWN,
    examples=(
        fires(LUPUS, CLASS_IV),
        silent(LUPUS, CLASS_IV, creatinine.is_(80)),
        silent(LUPUS, CLASS_IV, egfr.is_(90)),
        silent(LUPUS, CLASS_II),
    ),
)

CONCEPTS: tuple[Concept, ...] = FLAGS

CHAPTER = Chapter(
    id="reference_governance",
    title="Team, missing data and urgency",
    paragraphs=(),
    intro="Who takes part in the decision, what has to be asked first, and what must not wait for "
    "it.",
    rules=(
        lupus_team,
        vasculitis_team,
        sclerosis_team,
        lung_team,
        severity_lupus,
        severity_vasculitis,
        checklist_cyclophosphamide,
        checklist_mitoxantrone,
        time_critical,
        *TRIALS,
        team_joints_muscles,
        severity_arthritis,
        severity_myopathy,
        not_tolerated,
        kidney_function,
    ),
)
