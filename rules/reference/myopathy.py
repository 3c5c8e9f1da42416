"""Autoimmune myopathy: where published criteria place cyclophosphamide, and what stands beside."""

from engine.language import Chapter, Concept, Confidence, Rule, all_of, any_of, fires, silent
from rules.reference.concepts import (
    CRITERIA_LIFE_THREATENING,
    CRITERIA_REFRACTORY,
    CYC_MAY,
    CYC_NOT,
    CYC_TEAM,
    CYCLOPHOSPHAMIDE_CANDIDATE,
)
from rules.reference.guards import MYOPATHY
from rules.reference.myopathy_beside import (
    BESIDE,
    MYOCARDITIS,
    NO_DANGER,
    NOTHING_TRIED,
    POLYMYOSITIS,
    PROGRESSIVE_LUNG,
    STABLE_LUNG,
)
from rules.reference.myopathy_criteria import (
    BIOLOGIC_DONE,
    CRITERIA,
    INCLUSION_BODY,
    NO_LUNG,
    OVERLAP,
    RAPID_LUNG,
    TWO_CONVENTIONAL,
    failed_facts,
)
from rules.reference.myopathy_flags import FLAGS
from rules.reference.trials import MYOPATHY_TRIAL, used_up
from rules.vocabulary.organs import ActivityEvidence, activity_evidence
from rules.vocabulary.patient import mimics_excluded
from rules.vocabulary.treatments import Outcome, Treatment, outcome, treatments

LADDER_CLIMBED = (
    MYOPATHY,
    *TWO_CONVENTIONAL,
    mimics_excluded.yes,
    OVERLAP,
    *failed_facts(Treatment.IMMUNOGLOBULIN),
)
RITUXIMAB = treatments.cell(Treatment.ANTI_CD20, outcome)
ABATACEPT = treatments.cell(Treatment.ABATACEPT, outcome)
ABATACEPT_FAILED = failed_facts(Treatment.ABATACEPT)
CLIMBED = all_of(
    CRITERIA_REFRACTORY.yes,
    used_up(Treatment.IMMUNOGLOBULIN, MYOPATHY_TRIAL),
    BIOLOGIC_DONE,
)

candidate_lung = Rule(
    id="RMYO-7",
    title="lungs that fail rapidly, or progress: cyclophosphamide is among the options",
    cites=("ILD23-SUM", "ACR-RPILD", "MDA5-ES"),
    when=all_of(MYOPATHY, any_of(RAPID_LUNG, PROGRESSIVE_LUNG)),
    then=CYCLOPHOSPHAMIDE_CANDIDATE,
    because="Guidelines list it as one partner of a combination when the lung fails rapidly, and "
    "as an option on progression.",
    misuse="One of several partners; which ones is for a team with intensive care.",
    confidence=Confidence.SECONDARY,
    examples=(fires(MYOPATHY, RAPID_LUNG), silent(MYOPATHY, STABLE_LUNG)),
)

candidate_refractory = Rule(
    id="RMYO-8",
    title="refractory after immunoglobulin and a biologic",
    cites=("BMJ-IIM", "ASYS-TAB", "S29"),
    when=all_of(MYOPATHY, CLIMBED),
    then=CYCLOPHOSPHAMIDE_CANDIDATE,
    because="Reviews keep it for disease that none of the safer steps has held.",
    misuse="Refractory is said after the label was looked at again.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(*LADDER_CLIMBED, RITUXIMAB.is_(Outcome.CONTRAINDICATED)),
        silent(*LADDER_CLIMBED, RITUXIMAB.is_(Outcome.NOT_TRIED)),
        fires(*LADDER_CLIMBED, *ABATACEPT_FAILED),
        silent(*LADDER_CLIMBED, ABATACEPT.is_(Outcome.NOT_AVAILABLE), *ABATACEPT_FAILED[1:]),
    ),
)

among_the_options = Rule(
    id="RMYO-9",
    title="myopathy for which published criteria list cyclophosphamide",
    cites=("ILD23-SUM", "BMJ-IIM", "S28"),
    when=all_of(MYOPATHY, CYCLOPHOSPHAMIDE_CANDIDATE.yes),
    then=CYC_MAY,
    because="A failing lung, or nothing else left, is where the drug has its place.",
    misuse="The document names no drug for myopathy; this verdict does not change that.",
    confidence=Confidence.SECONDARY,
    examples=(fires(MYOPATHY, RAPID_LUNG), silent(MYOPATHY, STABLE_LUNG)),
)

not_yet = Rule(
    id="RMYO-10",
    title="no lung disease, no danger to life, and not refractory after the ladder",
    cites=("BSR-IIM22", "BMJ-IIM"),
    when=all_of(MYOPATHY, CYCLOPHOSPHAMIDE_CANDIDATE.no, CRITERIA_LIFE_THREATENING.no, NO_LUNG),
    then=CYC_NOT,
    because="Reviews keep cyclophosphamide for refractory disease; safer steps come first.",
    misuse="Lungs and heart that are well today are looked at again soon.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(MYOPATHY, NO_LUNG, *NOTHING_TRIED, *NO_DANGER),
        silent(MYOPATHY, RAPID_LUNG, *NOTHING_TRIED, *NO_DANGER),
        silent(MYOPATHY, STABLE_LUNG, *NOTHING_TRIED, *NO_DANGER),
        silent(MYOPATHY, NO_LUNG, *NOTHING_TRIED, *NO_DANGER[1:], MYOCARDITIS),
    ),
)

inclusion_body = Rule(
    id="RMYO-11",
    title="inclusion body myositis",
    cites=("BMJ-IIM",),
    when=all_of(MYOPATHY, INCLUSION_BODY),
    then=CYC_NOT,
    because="It does not answer to immunosuppression, whichever.",
    misuse="It looks refractory because it is another disease.",
    confidence=Confidence.SECONDARY,
    examples=(fires(MYOPATHY, INCLUSION_BODY), silent(MYOPATHY, POLYMYOSITIS)),
)

no_active_disease = Rule(
    id="RMYO-12",
    title="antibodies alone or lost muscle is no active myopathy",
    cites=("GENERAL", "TEACH"),
    when=all_of(
        MYOPATHY,
        activity_evidence.is_one_of(ActivityEvidence.SEROLOGY_ONLY, ActivityEvidence.FIXED_DAMAGE),
    ),
    then=CYC_NOT,
    because="There is nothing inflamed for the drug to suppress: lost muscle does not come back "
    "by it.",
    misuse="Fat and swelling can lie side by side in one muscle.",
    confidence=Confidence.OWN,
    examples=(
        fires(MYOPATHY, activity_evidence.is_(ActivityEvidence.FIXED_DAMAGE)),
        silent(MYOPATHY, activity_evidence.is_(ActivityEvidence.CLINICAL)),
    ),
)

danger_without_the_ladder = Rule(
    id="RMYO-22",
    title="life in danger, and no criterion names the drug yet",
    cites=("BMJ-IIM", "TEACH", "S36"),
    when=all_of(MYOPATHY, CRITERIA_LIFE_THREATENING.yes, CYCLOPHOSPHAMIDE_CANDIDATE.no),
    then=CYC_TEAM,
    because="Where life is in danger the document asks for no ladder first; no source that was "
    "read names the drug for a failing heart, breath or gut.",
    misuse="Skipping a step is a decision of the team, not of a list.",
    confidence=Confidence.OWN,
    examples=(
        fires(MYOPATHY, NO_LUNG, *NOTHING_TRIED, MYOCARDITIS),
        fires(MYOPATHY, NO_LUNG, *NOTHING_TRIED, *NO_DANGER[1:], MYOCARDITIS),
        silent(MYOPATHY, NO_LUNG, *NOTHING_TRIED, *NO_DANGER),
        silent(MYOPATHY, RAPID_LUNG, *NOTHING_TRIED, MYOCARDITIS),
    ),
)

stable_lung = Rule(
    id="RMYO-23",
    title="a stable lung disease, and not refractory after the ladder",
    cites=("ILD23-SUM", "TEACH"),
    when=all_of(MYOPATHY, STABLE_LUNG, CYCLOPHOSPHAMIDE_CANDIDATE.no),
    then=CYC_TEAM,
    because="A guideline counts the drug, conditionally, among the first options for the lung and "
    "prefers mycophenolate; it was not read to say whether a stable lung is treated.",
    misuse="Stable is a course over months, not one good examination.",
    confidence=Confidence.OWN,
    strength="conditional for cyclophosphamide in the first line",
    examples=(
        fires(MYOPATHY, STABLE_LUNG, *NOTHING_TRIED),
        silent(MYOPATHY, NO_LUNG, *NOTHING_TRIED),
    ),
)

CONCEPTS: tuple[Concept, ...] = FLAGS

CHAPTER = Chapter(
    id="reference_myopathy",
    title="Autoimmune myopathy by published criteria",
    paragraphs=(),
    intro="The document names no drug for myopathy. Published criteria discuss cyclophosphamide "
    "when the lungs fail, or when nothing safer is left.",
    rules=(
        *CRITERIA,
        candidate_lung,
        candidate_refractory,
        among_the_options,
        not_yet,
        inclusion_body,
        no_active_disease,
        *BESIDE,
        danger_without_the_ladder,
        stable_lung,
    ),
)
