"""Autoimmune myopathy: what stands beside the verdict."""

from engine.language import Confidence, Rule, all_of, any_of, fires, silent
from rules.concepts import ALL_OTHER_OPTIONS_FAILED
from rules.reference.concepts import CRITERIA_REFRACTORY, CYC_NOT, CYC_STOP, CYC_TEAM
from rules.reference.guards import BREASTFEEDING, MYOPATHY, NO_CHILD_TO_HARM
from rules.reference.myopathy_criteria import CONVENTIONAL, NO_LUNG, RAPID_LUNG, RESPONSIVE_SUBTYPE
from rules.reference.myopathy_flags import (
    CANCER_SCREEN,
    COMBINATION,
    LUNG_OPTIONS,
    NECROTISING_OPTIONS,
    NEXT_STEPS,
    SWALLOWING,
    SYNTHETASE_DOSES,
    TRIPLE_AT_ONCE,
    WRONG_LABEL,
)
from rules.vocabulary.disease import severity
from rules.vocabulary.heart import UrinaryFindings, urinary_findings
from rules.vocabulary.myopathy import (
    LungDiseaseCourse,
    MyopathyDangerSign,
    MyopathySubtype,
    MyositisAntibody,
    lung_disease_course,
    myopathy_danger_signs,
    myopathy_subtype,
    myositis_antibodies,
)
from rules.vocabulary.options import Severity
from rules.vocabulary.organs import OrganThreat, organ_threats
from rules.vocabulary.treatment import all_other_options_failed
from rules.vocabulary.treatments import Outcome, Treatment, outcome, treatments

MDA5 = myositis_antibodies.has(MyositisAntibody.MDA5)
NO_MDA5 = myositis_antibodies.has_not(MyositisAntibody.MDA5)
PROGRESSIVE_LUNG = lung_disease_course.is_(LungDiseaseCourse.PROGRESSIVE)
STABLE_LUNG = lung_disease_course.is_(LungDiseaseCourse.STABLE)
DERMATOMYOSITIS = myopathy_subtype.is_(MyopathySubtype.DERMATOMYOSITIS)
POLYMYOSITIS = myopathy_subtype.is_(MyopathySubtype.POLYMYOSITIS)
NOT_RAPID = lung_disease_course.is_one_of(
    *(course for course in LungDiseaseCourse if course is not LungDiseaseCourse.RAPIDLY_PROGRESSIVE)
)
CYSTITIS = urinary_findings.is_(UrinaryFindings.HAEMORRHAGIC_CYSTITIS)
NOTHING_TRIED = (
    *(
        treatments.cell(drug, outcome).is_(Outcome.NOT_TRIED)
        for drug in (*CONVENTIONAL, Treatment.IMMUNOGLOBULIN)
    ),
)

MYOCARDITIS = myopathy_danger_signs.has(MyopathyDangerSign.MYOCARDITIS)
NO_DANGER = (
    myopathy_danger_signs.has_not(MyopathyDangerSign.MYOCARDITIS),
    *(
        myopathy_danger_signs.has_not(sign)
        for sign in MyopathyDangerSign
        if sign is not MyopathyDangerSign.MYOCARDITIS
    ),
    *(organ_threats.has_not(organ) for organ in OrganThreat),
)

triple_at_once = Rule(
    id="RMYO-13",
    title="anti-MDA5 and lungs that fail rapidly",
    cites=("ILD23-SUM", "ACR-RPILD", "MDA5-ES", "S29"),
    when=all_of(MYOPATHY, MDA5, RAPID_LUNG),
    then=TRIPLE_AT_ONCE,
    because="Combination at the outset is what guidelines ask for here: there is no time for one "
    "drug after the other.",
    misuse="Two sources differ on the partners; both are shown.",
    confidence=Confidence.SECONDARY,
    examples=(fires(MYOPATHY, MDA5, RAPID_LUNG), silent(MYOPATHY, NO_MDA5, RAPID_LUNG)),
)

combination = Rule(
    id="RMYO-14",
    title="lungs that fail rapidly: no ladder",
    cites=("ILD23", "ACR-RPILD", "S29"),
    when=all_of(MYOPATHY, RAPID_LUNG),
    then=COMBINATION,
    because="The second arm of the document's sentence, rapid progression, bypasses the ladder "
    "too.",
    misuse="Infection is ruled out first, within hours.",
    confidence=Confidence.SECONDARY,
    examples=(fires(MYOPATHY, RAPID_LUNG), silent(MYOPATHY, PROGRESSIVE_LUNG)),
)

wrong_label = Rule(
    id="RMYO-15",
    title="polymyositis that is called refractory",
    cites=("GENERAL", "BMJ-IIM"),
    when=all_of(
        MYOPATHY,
        POLYMYOSITIS,
        any_of(CRITERIA_REFRACTORY.yes, ALL_OTHER_OPTIONS_FAILED.yes),
    ),
    then=WRONG_LABEL,
    because="The label may hide inclusion body myositis, necrotising myopathy or antisynthetase "
    "syndrome.",
    misuse="Looking again is no reason to stop what helps.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(MYOPATHY, POLYMYOSITIS, severity.is_(Severity.SEVERE), all_other_options_failed.yes),
        silent(
            MYOPATHY, DERMATOMYOSITIS, severity.is_(Severity.SEVERE), all_other_options_failed.yes
        ),
    ),
)

cancer_screen = Rule(
    id="RMYO-16",
    title="a myopathy that goes with cancer",
    cites=("GENERAL",),
    when=all_of(
        MYOPATHY,
        any_of(
            DERMATOMYOSITIS,
            myositis_antibodies.has(MyositisAntibody.TIF1_GAMMA),
            myositis_antibodies.has(MyositisAntibody.NXP2),
        ),
    ),
    then=CANCER_SCREEN,
    because="Cancer goes with some of these forms, and is looked for before cytotoxic treatment "
    "is stepped up.",
    misuse="A clean search is repeated in the first years.",
    confidence=Confidence.GENERAL,
    examples=(fires(MYOPATHY, DERMATOMYOSITIS), silent(MYOPATHY, POLYMYOSITIS)),
)

necrotising = Rule(
    id="RMYO-17",
    title="necrotising myopathy",
    cites=("GENERAL",),
    when=all_of(MYOPATHY, myopathy_subtype.is_(MyopathySubtype.NECROTISING)),
    then=NECROTISING_OPTIONS,
    because="Early immunoglobulin or rituximab is named for it, by the antibody.",
    misuse="After a statin the antibody stays when the statin is gone.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(MYOPATHY, myopathy_subtype.is_(MyopathySubtype.NECROTISING)),
        silent(MYOPATHY, POLYMYOSITIS),
    ),
)

swallowing = Rule(
    id="RMYO-18",
    title="severe dysphagia",
    cites=("ASYS-TAB", "BMJ-IIM"),
    when=all_of(MYOPATHY, myopathy_danger_signs.has(MyopathyDangerSign.DYSPHAGIA)),
    then=SWALLOWING,
    because="Recommendations and reviews name immunoglobulin for dysphagia.",
    misuse="A tube may be needed meanwhile.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(MYOPATHY, myopathy_danger_signs.has(MyopathyDangerSign.DYSPHAGIA)),
        silent(MYOPATHY, myopathy_danger_signs.has_not(MyopathyDangerSign.DYSPHAGIA)),
    ),
)

lung_options = Rule(
    id="RMYO-19",
    title="lung disease that is stable or progresses over months",
    cites=("ILD23-SUM", "S31"),
    when=all_of(MYOPATHY, any_of(STABLE_LUNG, PROGRESSIVE_LUNG)),
    then=LUNG_OPTIONS,
    because="A guideline of 2023 put the options in an order.",
    misuse="Progression is measured, not felt.",
    confidence=Confidence.SECONDARY,
    strength="conditional for cyclophosphamide in the first line",
    examples=(
        fires(MYOPATHY, PROGRESSIVE_LUNG),
        fires(MYOPATHY, STABLE_LUNG),
        silent(MYOPATHY, NO_LUNG),
    ),
)

synthetase_doses = Rule(
    id="RMYO-20",
    title="antisynthetase syndrome with lung disease that gets worse",
    cites=("ASYS-TAB",),
    when=all_of(
        MYOPATHY,
        myopathy_subtype.is_(MyopathySubtype.ANTISYNTHETASE),
        any_of(PROGRESSIVE_LUNG, RAPID_LUNG),
    ),
    then=SYNTHETASE_DOSES,
    because="Series of this syndrome reported what they used.",
    misuse="What was used is not what was compared.",
    confidence=Confidence.READ,
    examples=(
        fires(MYOPATHY, myopathy_subtype.is_(MyopathySubtype.ANTISYNTHETASE), PROGRESSIVE_LUNG),
        silent(MYOPATHY, POLYMYOSITIS, PROGRESSIVE_LUNG),
    ),
)

next_steps = Rule(
    id="RMYO-21",
    title="the steps before or instead",
    cites=("BSR-IIM22", "BMJ-IIM"),
    when=all_of(
        MYOPATHY,
        any_of(CYC_NOT.yes, CYC_STOP.yes, CYC_TEAM.yes),
        any_of(RESPONSIVE_SUBTYPE, myopathy_subtype.is_not_known()),
        any_of(NOT_RAPID, lung_disease_course.is_not_known()),
        NO_CHILD_TO_HARM,
    ),
    then=NEXT_STEPS,
    because="Active myopathy harms by itself; not this drug is never the same as nothing.",
    misuse="Lungs that fail rapidly climb no ladder; in pregnancy and while breastfeeding another "
    "list holds.",
    confidence=Confidence.SECONDARY,
    strength="1B for glucocorticoid, 2C for conventional drugs",
    examples=(
        fires(MYOPATHY, NO_LUNG, *NOTHING_TRIED, *NO_DANGER),
        silent(MYOPATHY, RAPID_LUNG, *NOTHING_TRIED, *NO_DANGER),
        silent(MYOPATHY, NO_LUNG, *NOTHING_TRIED, *NO_DANGER, BREASTFEEDING),
        fires(MYOPATHY, NO_LUNG, CYSTITIS),
        silent(MYOPATHY, RAPID_LUNG, CYSTITIS),
    ),
)

BESIDE = (
    triple_at_once,
    combination,
    wrong_label,
    cancer_screen,
    necrotising,
    swallowing,
    lung_options,
    synthetase_doses,
    next_steps,
)
