"""Paragraph 8: newer targeted therapies."""

from engine.language import Chapter, Rule, any_of, fires, silent
from rules.concepts import (
    CHEMOTHERAPY_NOT,
    CYCLOPHOSPHAMIDE_NOT,
    MITOXANTRONE_NOT,
    TARGETED_THERAPIES,
    UNDER_CONSIDERATION,
)
from rules.vocabulary.disease import diagnosis, severity
from rules.vocabulary.options import Diagnosis, Severity

targeted_therapies = Rule(
    id="OUT-1",
    title="newer targeted therapies may reduce the need",
    cites=("S44", "S45"),
    when=any_of(
        UNDER_CONSIDERATION.yes,
        CYCLOPHOSPHAMIDE_NOT.yes,
        MITOXANTRONE_NOT.yes,
        CHEMOTHERAPY_NOT.yes,
    ),
    then=TARGETED_THERAPIES,
    because="Its last paragraph adds that newer targeted therapies may further improve outcomes "
    "and may reduce the need for chemotherapy.",
    misuse="The document names no such therapy, and newer is not by itself safer.",
    examples=(
        fires(diagnosis.is_(Diagnosis.LUPUS), severity.is_(Severity.MILD)),
        silent(diagnosis.is_(Diagnosis.OTHER_AUTOIMMUNE), severity.is_(Severity.MILD)),
    ),
)

CHAPTER = Chapter(
    id="outlook",
    title="Outlook",
    paragraphs=(8,),
    rules=(targeted_therapies,),
)
