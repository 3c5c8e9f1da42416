"""Paragraph 6: severe rheumatoid arthritis and autoimmune myopathy. The document names no drug."""

from engine.language import Chapter, Reading, Rule, all_of, fires, silent
from rules.concepts import (
    ALL_OTHER_OPTIONS_FAILED,
    BROADER_STRATEGY,
    CHEMOTHERAPY_MAY,
    CHEMOTHERAPY_NOT,
    RAPIDLY_PROGRESSING,
    SEVERE,
)
from rules.vocabulary.disease import diagnosis, rapidly_progressing, severity
from rules.vocabulary.options import Diagnosis, Severity
from rules.vocabulary.treatment import all_other_options_failed

ARTHRITIS_OR_MYOPATHY = diagnosis.is_one_of(
    Diagnosis.RHEUMATOID_ARTHRITIS, Diagnosis.AUTOIMMUNE_MYOPATHY
)
ARTHRITIS = diagnosis.is_(Diagnosis.RHEUMATOID_ARTHRITIS)
MYOPATHY = diagnosis.is_(Diagnosis.AUTOIMMUNE_MYOPATHY)
IS_SEVERE = severity.is_(Severity.SEVERE)

SEVERE_OF_BOTH = Reading(
    words="certain severe cases of rheumatoid arthritis, and autoimmune myopathies",
    chosen="severe is asked of both, as the document's first paragraph does",
    other="severe is said of the arthritis only",
    cites=("S28", "S5"),
)

options_exhausted = Rule(
    id="RAM-1",
    title="all other options have failed",
    cites=("S29",),
    when=all_of(ARTHRITIS_OR_MYOPATHY, all_other_options_failed.yes),
    then=ALL_OTHER_OPTIONS_FAILED,
    because="A last resort is only a last resort when what comes before it has been used.",
    misuse="One or two drugs that failed are not all options; a drug that was stopped for a side "
    "effect has not failed.",
    examples=(
        fires(ARTHRITIS, all_other_options_failed.yes),
        silent(ARTHRITIS, all_other_options_failed.no),
        silent(all_other_options_failed.yes),
    ),
    reading=Reading(
        words="all other options have failed",
        chosen="each was tried and failed, as the clinician judges it",
        other="options that cannot be used count as failed",
        cites=("S29",),
    ),
)

rapid_progression = Rule(
    id="RAM-2",
    title="the disease is progressing rapidly",
    cites=("S29",),
    when=all_of(ARTHRITIS_OR_MYOPATHY, rapidly_progressing.yes),
    then=RAPIDLY_PROGRESSING,
    because="Damage that cannot be undone may come before a stepwise search has ended.",
    misuse="Fast worsening may have another cause, such as infection or a wrong diagnosis.",
    examples=(
        fires(MYOPATHY, rapidly_progressing.yes),
        silent(MYOPATHY, rapidly_progressing.no),
        silent(rapidly_progressing.yes),
    ),
)

severe_and_exhausted = Rule(
    id="RAM-3",
    title="severe arthritis or myopathy; all other options failed",
    cites=("S28", "S29"),
    when=all_of(ARTHRITIS_OR_MYOPATHY, SEVERE.yes, ALL_OTHER_OPTIONS_FAILED.yes),
    then=CHEMOTHERAPY_MAY,
    because="With severe disease and nothing else left, the team may weigh what remains.",
    misuse='"May sometimes": the weakest wording of the document. It names no drug, so this rule '
    "names none.",
    examples=(
        fires(ARTHRITIS, IS_SEVERE, all_other_options_failed.yes),
        silent(ARTHRITIS, IS_SEVERE, all_other_options_failed.no),
    ),
    reading=SEVERE_OF_BOTH,
)

severe_and_rapid = Rule(
    id="RAM-4",
    title="severe arthritis or myopathy that is progressing rapidly",
    cites=("S28", "S29"),
    when=all_of(ARTHRITIS_OR_MYOPATHY, SEVERE.yes, RAPIDLY_PROGRESSING.yes),
    then=CHEMOTHERAPY_MAY,
    because="When severe disease advances fast there may be no time to try everything else first.",
    misuse='The document says "or": failure of everything else is not required as well. It names '
    "no drug.",
    examples=(
        fires(MYOPATHY, IS_SEVERE, rapidly_progressing.yes),
        silent(MYOPATHY, severity.is_(Severity.MODERATE), rapidly_progressing.yes),
    ),
    reading=SEVERE_OF_BOTH,
)

broader_strategy = Rule(
    id="RAM-5",
    title="part of a broader strategy with corticosteroids and biologics",
    cites=("S30", "S31"),
    when=all_of(ARTHRITIS_OR_MYOPATHY, CHEMOTHERAPY_MAY.yes),
    then=BROADER_STRATEGY,
    because="In these diseases the document sees chemotherapy as one part of a combined treatment.",
    misuse='"Often" combined is not "always"; which combinations are safe is not said.',
    examples=(
        fires(ARTHRITIS, IS_SEVERE, rapidly_progressing.yes),
        silent(ARTHRITIS, IS_SEVERE, rapidly_progressing.no),
    ),
)

not_severe = Rule(
    id="RAM-6",
    title="arthritis or myopathy that is not severe",
    cites=("S5", "S28"),
    when=all_of(ARTHRITIS_OR_MYOPATHY, SEVERE.no),
    then=CHEMOTHERAPY_NOT,
    because="The document speaks of certain severe cases only.",
    misuse="Says what the document reserves, not what to give instead.",
    examples=(fires(ARTHRITIS, severity.is_(Severity.MODERATE)), silent(ARTHRITIS, IS_SEVERE)),
    reading=SEVERE_OF_BOTH,
)

neither_exhausted_nor_rapid = Rule(
    id="RAM-7",
    title="arthritis or myopathy; options remain and progression is not rapid",
    cites=("S28", "S29"),
    when=all_of(ARTHRITIS_OR_MYOPATHY, ALL_OTHER_OPTIONS_FAILED.no, RAPIDLY_PROGRESSING.no),
    then=CHEMOTHERAPY_NOT,
    because="Neither of the two situations that the document describes is present, so there is "
    "time and there are options.",
    misuse="Needs both to be known: one unknown keeps the question open.",
    examples=(
        fires(ARTHRITIS, all_other_options_failed.no, rapidly_progressing.no),
        silent(ARTHRITIS, all_other_options_failed.no, rapidly_progressing.yes),
    ),
    reading=Reading(
        words="especially when",
        chosen="one of the two situations is needed",
        other='"especially" only stresses them, and severe disease alone may do',
        cites=("S29",),
    ),
)

CHAPTER = Chapter(
    id="arthritis_myopathy",
    title="Rheumatoid arthritis and autoimmune myopathy",
    paragraphs=(6,),
    rules=(
        options_exhausted,
        rapid_progression,
        severe_and_exhausted,
        severe_and_rapid,
        broader_strategy,
        not_severe,
        neither_exhausted_nor_rapid,
    ),
)
