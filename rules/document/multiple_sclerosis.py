"""Paragraph 4: aggressive or highly active multiple sclerosis, never first line: mitoxantrone."""

from engine.language import Chapter, Reading, Rule, all_of, fires, silent
from rules.concepts import HIGHLY_ACTIVE, MITOXANTRONE_MAY, MITOXANTRONE_NOT
from rules.vocabulary.disease import diagnosis, highly_active
from rules.vocabulary.options import Diagnosis
from rules.vocabulary.treatment import first_line_tried

MS = diagnosis.is_(Diagnosis.MULTIPLE_SCLEROSIS)

aggressive_or_highly_active = Rule(
    id="MS-1",
    title="aggressive or highly active multiple sclerosis",
    cites=("S18", "S21"),
    when=all_of(MS, highly_active.yes),
    then=HIGHLY_ACTIVE,
    because="The document sees the purpose in fewer relapses and slower progression of highly "
    "active disease.",
    misuse="Fast worsening without relapses or new lesions is not necessarily activity.",
    examples=(
        fires(MS, highly_active.yes),
        silent(MS, highly_active.no),
        silent(highly_active.yes),
    ),
    reading=Reading(
        words="aggressive forms, highly active disease",
        chosen="two words for the same, as judged by the clinician",
        other="highly active by published criteria (relapses and lesions)",
        cites=("S18", "S21"),
    ),
)

highly_active_after_first_line = Rule(
    id="MS-2",
    title="highly active multiple sclerosis after first-line therapy",
    cites=("S18", "S19", "S20", "S21"),
    when=all_of(MS, HIGHLY_ACTIVE.yes, first_line_tried.yes),
    then=MITOXANTRONE_MAY,
    because="When a first-line therapy has not stopped highly active disease, a stronger drug may "
    "reduce relapses and slow progression.",
    misuse='"Have been used" looks back: the document does not say that it is today\'s choice.',
    examples=(
        fires(MS, highly_active.yes, first_line_tried.yes),
        silent(MS, highly_active.yes, first_line_tried.no),
    ),
    reading=Reading(
        words="not a first-line treatment",
        chosen="at least one first-line therapy was tried before",
        other="every other therapy was tried before",
        cites=("S19",),
    ),
)

not_first_line = Rule(
    id="MS-3",
    title="multiple sclerosis without any first-line therapy so far; not first line",
    cites=("S19",),
    when=all_of(MS, first_line_tried.no),
    then=MITOXANTRONE_NOT,
    because="The document is plain: chemotherapy is not a first-line treatment of multiple "
    "sclerosis, however active the disease.",
    misuse="Does not say which first-line therapy to choose.",
    examples=(
        fires(MS, highly_active.yes, first_line_tried.no),
        silent(MS, highly_active.yes, first_line_tried.yes),
    ),
)

not_highly_active = Rule(
    id="MS-4",
    title="multiple sclerosis that is not highly active",
    cites=("S18", "S21"),
    when=all_of(MS, HIGHLY_ACTIVE.no),
    then=MITOXANTRONE_NOT,
    because="The document speaks of aggressive forms especially, and gives highly active disease "
    "as the purpose.",
    misuse="Not highly active does not mean that nothing needs doing.",
    examples=(
        fires(MS, highly_active.no, first_line_tried.yes),
        silent(MS, highly_active.yes, first_line_tried.yes),
    ),
    reading=Reading(
        words="especially in aggressive forms",
        chosen="aggressive or highly active disease is needed",
        other='"especially" only stresses it, and other forms may be meant',
        cites=("S18", "S21"),
    ),
)

CHAPTER = Chapter(
    id="multiple_sclerosis",
    title="Multiple sclerosis",
    paragraphs=(4,),
    rules=(
        aggressive_or_highly_active,
        highly_active_after_first_line,
        not_first_line,
        not_highly_active,
    ),
)
