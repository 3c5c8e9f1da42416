"""Safety of both drugs: pregnancy, breastfeeding and contraception."""

from engine.language import (
    Confidence,
    Rule,
    all_of,
    any_of,
    fires,
    silent,
)
from rules.concepts import LIFE_THREATENING
from rules.reference.concepts import (
    CRITERIA_LIFE_THREATENING,
    CYC_STOP,
    CYC_TEAM,
    CYC_WITHHELD,
    CYCLOPHOSPHAMIDE_CANDIDATE,
    MITOX_STOP,
    MITOX_WITHHELD,
)
from rules.reference.guards import (
    ARTHRITIS,
    CYCLOPHOSPHAMIDE_NAMED,
    EITHER_NAMED,
    LUPUS,
    PREGNANT_OR_BREASTFEEDING,
    SCLEROSIS,
)
from rules.reference.lupus_criteria import CLASS_II, CLASS_IV, MILD_CLASS, THREATENING_CLASS
from rules.reference.safety_flags import (
    CONTRACEPTION_FIRST,
    OBSTETRIC_TEAM,
    OBSTETRICS_EARLY,
    SAFER_IN_PREGNANCY,
)
from rules.vocabulary.arthritis import ExtraArticular, extra_articular
from rules.vocabulary.disease import diagnosis, life_threatening
from rules.vocabulary.lupus import (
    HaematologicalEmergency,
    NephritisClass,
    haematological_emergency,
    nephritis_class,
)
from rules.vocabulary.myopathy import LungDiseaseCourse, lung_disease_course
from rules.vocabulary.options import Diagnosis
from rules.vocabulary.organs import (
    OrganThreat,
    active_urinary_sediment,
    dialysis_needed,
    organ_threats,
)
from rules.vocabulary.reproduction import (
    PregnancyStatus,
    contraception_effective,
    pregnancy_possible,
    pregnancy_status,
)

LATER_PREGNANCY = pregnancy_status.is_one_of(
    PregnancyStatus.TRIMESTER_2, PregnancyStatus.TRIMESTER_3
)
THREATENED = any_of(
    *(organ_threats.has(organ) for organ in OrganThreat),
    CRITERIA_LIFE_THREATENING.yes,
    LIFE_THREATENING.yes,
    all_of(LUPUS, THREATENING_CLASS),
)
NOT_LUPUS = diagnosis.is_one_of(*(each for each in Diagnosis if each is not Diagnosis.LUPUS))
NOT_THREATENED = all_of(
    *(organ_threats.has_not(organ) for organ in OrganThreat),
    CRITERIA_LIFE_THREATENING.no,
    LIFE_THREATENING.no,
    any_of(NOT_LUPUS, MILD_CLASS, nephritis_class.is_(NephritisClass.NOT_BIOPSIED)),
)
SECOND = pregnancy_status.is_(PregnancyStatus.TRIMESTER_2)
NOT_PREGNANT = pregnancy_status.is_(PregnancyStatus.NOT_PREGNANT)

CALM_ARTHRITIS = (
    lung_disease_course.is_(LungDiseaseCourse.NONE),
    *(extra_articular.has_not(sign) for sign in ExtraArticular),
    dialysis_needed.no,
)

CALM_LUPUS = (
    LUPUS,
    SECOND,
    *(organ_threats.has_not(organ) for organ in OrganThreat),
    *(haematological_emergency.has_not(each) for each in HaematologicalEmergency),
    dialysis_needed.no,
    active_urinary_sediment.no,
    life_threatening.no,
)

early_pregnancy = Rule(
    id="RSAF-8",
    title="first trimester or breastfeeding: cyclophosphamide is contraindicated",
    cites=("ACR-REPRO20", "CYC-UK"),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        pregnancy_status.is_one_of(PregnancyStatus.TRIMESTER_1, PregnancyStatus.BREASTFEEDING),
    ),
    then=CYC_STOP,
    because="It damages dividing cells, those of the child above all, and passes into milk.",
    misuse="The document is silent on pregnancy; silence is not permission.",
    confidence=Confidence.READ,
    strength="strong for breastfeeding",
    examples=(
        fires(LUPUS, pregnancy_status.is_(PregnancyStatus.TRIMESTER_1)),
        fires(LUPUS, pregnancy_status.is_(PregnancyStatus.BREASTFEEDING)),
        silent(LUPUS, NOT_PREGNANT),
    ),
)


later_pregnancy_without_threat = Rule(
    id="RSAF-9",
    title="second or third trimester, neither life nor an organ threatened",
    cites=("ACR-REPRO20",),
    # What threatens is asked for once there is a pregnancy; that is asked for by other rules.
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED, pregnancy_status.is_known(), LATER_PREGNANCY, NOT_THREATENED
    ),
    then=CYC_STOP,
    because="The exception of the guideline is for life or an organ in danger, and for nothing "
    "less.",
    misuse="Whether an organ is threatened has to be known before this is said.",
    confidence=Confidence.READ,
    examples=(
        fires(
            ARTHRITIS,
            SECOND,
            *(organ_threats.has_not(organ) for organ in OrganThreat),
            *CALM_ARTHRITIS,
            life_threatening.no,
        ),
        silent(
            ARTHRITIS,
            SECOND,
            *(organ_threats.has_not(organ) for organ in OrganThreat),
            *CALM_ARTHRITIS,
            life_threatening.yes,
        ),
        fires(*CALM_LUPUS, CLASS_II),
        silent(*CALM_LUPUS, CLASS_IV),
    ),
)


later_pregnancy_with_threat = Rule(
    id="RSAF-10",
    title="second or third trimester, life or an organ threatened",
    cites=("ACR-REPRO20",),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        any_of(CYCLOPHOSPHAMIDE_CANDIDATE.yes, all_of(LUPUS, THREATENING_CLASS)),
        pregnancy_status.is_known(),
        LATER_PREGNANCY,
        THREATENED,
    ),
    then=CYC_TEAM,
    because="Against the danger of the drug stands that of the disease, for two; a guideline "
    "leaves a conditional exception.",
    misuse="An exception for a joint team with obstetrics, never an automatic one.",
    confidence=Confidence.READ,
    strength="conditional",
    examples=(
        fires(LUPUS, CLASS_IV, SECOND, life_threatening.yes),
        silent(LUPUS, CLASS_IV, NOT_PREGNANT, life_threatening.yes),
        fires(*CALM_LUPUS, CLASS_IV),
        silent(*CALM_LUPUS, CLASS_II),
    ),
)


pregnancy_sclerosis = Rule(
    id="RSAF-11",
    title="pregnancy or breastfeeding: mitoxantrone is contraindicated",
    cites=("MITOX-TEVA", "ACR-REPRO20"),
    when=all_of(
        SCLEROSIS,
        pregnancy_status.is_one_of(
            PregnancyStatus.TRIMESTER_1,
            PregnancyStatus.TRIMESTER_2,
            PregnancyStatus.TRIMESTER_3,
            PregnancyStatus.BREASTFEEDING,
        ),
    ),
    then=MITOX_STOP,
    because="It damages dividing cells, and in multiple sclerosis no exception is foreseen.",
    misuse="A test is asked before each dose, also on contraception.",
    confidence=Confidence.SECONDARY,
    examples=(fires(SCLEROSIS, SECOND), silent(SCLEROSIS, NOT_PREGNANT)),
)


obstetrics_takes_part = Rule(
    id="RSAF-12",
    title="obstetrics takes part in the decision",
    cites=("ACR-REPRO20", "S38"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, LATER_PREGNANCY),
    then=OBSTETRIC_TEAM,
    because="Two patients are treated, and one of them has no other voice in the team.",
    misuse="Asking obstetrics afterwards is not taking part.",
    confidence=Confidence.READ,
    examples=(fires(LUPUS, SECOND), silent(LUPUS, NOT_PREGNANT)),
)


compatible_drugs = Rule(
    id="RSAF-13",
    title="pregnancy or breastfeeding: what is no way out, and what is compatible",
    cites=("ACR-REPRO20",),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, PREGNANT_OR_BREASTFEEDING),
    then=SAFER_IN_PREGNANCY,
    because="Active disease harms mother and child too, so that something has to be done.",
    misuse="Mycophenolate and methotrexate harm the child and are no way out.",
    confidence=Confidence.READ,
    examples=(
        fires(LUPUS, pregnancy_status.is_(PregnancyStatus.TRIMESTER_1)),
        silent(LUPUS, NOT_PREGNANT),
        fires(LUPUS, pregnancy_status.is_(PregnancyStatus.BREASTFEEDING)),
    ),
)


obstetrics_early = Rule(
    id="RSAF-31",
    title="first trimester: obstetrics takes part",
    cites=("ACR-REPRO20", "S38"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, pregnancy_status.is_(PregnancyStatus.TRIMESTER_1)),
    then=OBSTETRICS_EARLY,
    because="The disease, and what is given instead, concern the pregnancy from its first weeks.",
    misuse="That the drug is excluded does not end the question what to do.",
    confidence=Confidence.READ,
    examples=(
        fires(LUPUS, pregnancy_status.is_(PregnancyStatus.TRIMESTER_1)),
        silent(LUPUS, SECOND),
    ),
)


no_contraception = Rule(
    id="RSAF-14",
    title="pregnancy possible, contraception not in place: cyclophosphamide waits",
    cites=("ACR-REPRO20", "CYC-CONTRA-US", "CYC-CONTRA-EU", "TEACH"),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED, pregnancy_possible.yes, NOT_PREGNANT, contraception_effective.no
    ),
    then=CYC_WITHHELD,
    because="A pregnancy that begins under the drug is harmed before it is noticed.",
    misuse="Not a contraindication: it can be put right within a day.",
    confidence=Confidence.OWN,
    examples=(
        fires(LUPUS, pregnancy_possible.yes, NOT_PREGNANT, contraception_effective.no),
        silent(LUPUS, pregnancy_possible.yes, NOT_PREGNANT, contraception_effective.yes),
    ),
)


no_contraception_sclerosis = Rule(
    id="RSAF-15",
    title="pregnancy possible, contraception not in place: mitoxantrone waits",
    cites=("MITOX-TEVA", "TEACH"),
    when=all_of(SCLEROSIS, pregnancy_possible.yes, NOT_PREGNANT, contraception_effective.no),
    then=MITOX_WITHHELD,
    because="A pregnancy that begins under the drug is harmed before it is noticed.",
    misuse="Not a contraindication: it can be put right within a day.",
    confidence=Confidence.OWN,
    examples=(
        fires(SCLEROSIS, pregnancy_possible.yes, NOT_PREGNANT, contraception_effective.no),
        silent(SCLEROSIS, pregnancy_possible.yes, NOT_PREGNANT, contraception_effective.yes),
    ),
)


ask_contraception = Rule(
    id="RSAF-16",
    title="contraception is settled before the first dose",
    cites=("ACR-REPRO20", "TEACH"),
    when=all_of(
        EITHER_NAMED,
        pregnancy_possible.yes,
        any_of(
            pregnancy_status.is_one_of(PregnancyStatus.NOT_PREGNANT, PregnancyStatus.BREASTFEEDING),
            pregnancy_status.is_not_known(),
        ),
        any_of(contraception_effective.no, contraception_effective.is_not_known()),
    ),
    then=CONTRACEPTION_FIRST,
    because="Not asked is the most dangerous answer of all.",
    misuse="Whether pregnancy is possible is asked, not inferred from sex or age.",
    confidence=Confidence.OWN,
    examples=(
        fires(LUPUS, pregnancy_possible.yes),
        silent(LUPUS, pregnancy_possible.yes, contraception_effective.yes),
        fires(LUPUS, pregnancy_possible.yes, NOT_PREGNANT),
        silent(LUPUS, pregnancy_possible.yes, SECOND),
    ),
)

PREGNANCY = (
    early_pregnancy,
    later_pregnancy_without_threat,
    later_pregnancy_with_threat,
    pregnancy_sclerosis,
    obstetrics_takes_part,
    compatible_drugs,
    no_contraception,
    no_contraception_sclerosis,
    ask_contraception,
)
