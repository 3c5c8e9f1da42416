"""Paragraph 3: severe lupus that resists standard therapy or threatens life: cyclophosphamide."""

from engine.language import Chapter, Reading, Rule, all_of, fires, silent
from rules.concepts import (
    CLOSE_SUPERVISION,
    CYCLOPHOSPHAMIDE_MAY,
    CYCLOPHOSPHAMIDE_NOT,
    LIFE_THREATENING,
    SEVERE,
    UNRESPONSIVE,
)
from rules.vocabulary.disease import diagnosis, kidney_failure, life_threatening, severity
from rules.vocabulary.options import Diagnosis, Severity
from rules.vocabulary.treatment import unresponsive_to_safer_therapy

LUPUS = diagnosis.is_(Diagnosis.LUPUS)

severe_and_resistant = Rule(
    id="LUP-1",
    title="severe lupus that resists safer therapies",
    cites=("S11", "S12", "S14", "S37"),
    when=all_of(LUPUS, SEVERE.yes, UNRESPONSIVE.yes),
    then=CYCLOPHOSPHAMIDE_MAY,
    because="When standard therapies do not control severe lupus, organs go on being damaged, and "
    "a stronger suppression of immunity may be worth its risks.",
    misuse="Not a step that follows by itself: whether the drugs before were given properly is "
    'part of "resistant", and the team decides.',
    examples=(
        fires(LUPUS, severity.is_(Severity.SEVERE), unresponsive_to_safer_therapy.yes),
        silent(LUPUS, severity.is_(Severity.MODERATE), unresponsive_to_safer_therapy.yes),
    ),
    reading=Reading(
        words="particularly lupus resistant to standard therapies",
        chosen="resistance supports chemotherapy but is not required when life is threatened",
        other="only resistant lupus is meant, life-threatening or not",
        cites=("S12", "S13"),
    ),
)

severe_and_life_threatening = Rule(
    id="LUP-2",
    title="severe lupus that threatens life",
    cites=("S11", "S13", "S14", "S36"),
    when=all_of(LUPUS, SEVERE.yes, LIFE_THREATENING.yes),
    then=CYCLOPHOSPHAMIDE_MAY,
    because="The document calls kidney failure and severe blood abnormality life-threatening; "
    "that danger can outweigh the drug's.",
    misuse="Not a dosing rule, and not a reason to skip the question whether the lupus is active "
    "or the organ is already scarred.",
    examples=(
        fires(LUPUS, severity.is_(Severity.SEVERE), life_threatening.yes),
        fires(LUPUS, kidney_failure.yes),
        silent(LUPUS, severity.is_(Severity.SEVERE), life_threatening.no),
        silent(LUPUS, kidney_failure.no),
    ),
    reading=Reading(
        words="kidney failure (lupus nephritis)",
        chosen="kidney failure through lupus nephritis, whatever its stage",
        other="only failure that treatment may still reverse",
        cites=("S13",),
    ),
)

close_supervision = Rule(
    id="LUP-3",
    title="cyclophosphamide for lupus needs close supervision",
    cites=("S16", "S40"),
    when=all_of(LUPUS, CYCLOPHOSPHAMIDE_MAY.yes),
    then=CLOSE_SUPERVISION,
    because="The same suppression that calms lupus opens the door to infection, and someone has "
    "to be watching for it.",
    misuse="A plan on paper is not supervision; the document asks for both.",
    examples=(
        fires(LUPUS, severity.is_(Severity.SEVERE), unresponsive_to_safer_therapy.yes),
        silent(LUPUS, severity.is_(Severity.MILD), unresponsive_to_safer_therapy.yes),
    ),
    reading=Reading(
        words="cyclophosphamide is given under close supervision",
        chosen="said of lupus, in whose paragraph it stands",
        other="said of cyclophosphamide wherever it is used",
        cites=("S16",),
    ),
)

not_severe = Rule(
    id="LUP-4",
    title="lupus that is not severe",
    cites=("S5", "S11"),
    when=all_of(LUPUS, SEVERE.no),
    then=CYCLOPHOSPHAMIDE_NOT,
    because="The document speaks of severe lupus only; for milder disease it states no role.",
    misuse="Says what the document reserves, not what to give instead. Disease can become severe.",
    examples=(
        fires(LUPUS, severity.is_(Severity.MILD)),
        silent(LUPUS, severity.is_(Severity.SEVERE)),
    ),
)

reservation_not_met = Rule(
    id="LUP-5",
    title="lupus that neither threatens life nor resists safer therapies",
    cites=("S12", "S13", "S36", "S37"),
    when=all_of(LUPUS, LIFE_THREATENING.no, UNRESPONSIVE.no),
    then=CYCLOPHOSPHAMIDE_NOT,
    because="The general reservation is an or: without either half the document keeps "
    "chemotherapy in reserve.",
    misuse='"Does not resist" covers drugs that work and drugs that were never tried.',
    examples=(
        fires(LUPUS, life_threatening.no, unresponsive_to_safer_therapy.no),
        silent(LUPUS, life_threatening.no, unresponsive_to_safer_therapy.yes),
    ),
    reading=Reading(
        words="particularly resistant lupus; generally reserved",
        chosen="one half of the general reservation is needed",
        other="severe lupus alone may do",
        cites=("S11", "S12", "S36", "S37"),
    ),
)

CHAPTER = Chapter(
    id="lupus",
    title="Systemic lupus erythematosus",
    paragraphs=(3,),
    rules=(
        severe_and_resistant,
        severe_and_life_threatening,
        close_supervision,
        not_severe,
        reservation_not_met,
    ),
)
