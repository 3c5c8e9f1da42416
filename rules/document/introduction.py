"""Paragraph 1: some severe autoimmune diseases are treated with chemotherapy."""

from engine.language import Chapter, Reading, Rule, fires, silent
from rules.concepts import SEVERE
from rules.vocabulary.disease import severity
from rules.vocabulary.options import Severity

severe_disease = Rule(
    id="INT-1",
    title="severe disease, as the clinician judges it",
    cites=("S5", "S32", "S41"),
    when=severity.is_(Severity.SEVERE),
    then=SEVERE,
    because="The document speaks of severe disease throughout. A drug that is itself dangerous can "
    "only be weighed against a disease that is worse.",
    misuse="Severe is not the same as refractory or life-threatening: these are three questions.",
    examples=(fires(severity.is_(Severity.SEVERE)), silent(severity.is_(Severity.MODERATE))),
    reading=Reading(
        words="severe",
        chosen="severe as judged by the clinician",
        other="severe by published criteria, disease by disease",
        cites=("S5",),
    ),
)

CHAPTER = Chapter(
    id="introduction",
    title="Severe autoimmune disease",
    paragraphs=(1,),
    rules=(severe_disease,),
)
