"""Across the paragraphs: diseases that the document does not list or is not about."""

from engine.language import Chapter, Rule, fires, silent
from rules.concepts import NOT_AUTOIMMUNE, NOT_LISTED
from rules.vocabulary.disease import diagnosis
from rules.vocabulary.options import Diagnosis

not_listed = Rule(
    id="SCO-1",
    title="an autoimmune disease that the document does not list",
    cites=("S11", "S18", "S23", "S28"),
    when=diagnosis.is_(Diagnosis.OTHER_AUTOIMMUNE),
    then=NOT_LISTED,
    because="The document goes through the diseases it means, one paragraph each; this one has "
    "none.",
    misuse="Outside the document is neither yes nor no.",
    examples=(
        fires(diagnosis.is_(Diagnosis.OTHER_AUTOIMMUNE)),
        silent(diagnosis.is_(Diagnosis.OTHER_VASCULITIS)),
    ),
)

not_autoimmune = Rule(
    id="SCO-2",
    title="a disease that is not autoimmune",
    cites=("S1",),
    when=diagnosis.is_(Diagnosis.NOT_AUTOIMMUNE),
    then=NOT_AUTOIMMUNE,
    because="The document begins by saying what an autoimmune disease is, and speaks of nothing "
    "else.",
    misuse="Says nothing about chemotherapy for cancer or any other disease.",
    examples=(
        fires(diagnosis.is_(Diagnosis.NOT_AUTOIMMUNE)),
        silent(diagnosis.is_(Diagnosis.OTHER_AUTOIMMUNE)),
    ),
)

CHAPTER = Chapter(
    id="scope",
    title="Outside the document",
    paragraphs=(1, 3, 4, 5, 6),
    rules=(not_listed, not_autoimmune),
)
