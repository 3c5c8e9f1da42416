"""Paragraph 5: severe vasculitis that conventional immunosuppressants do not control."""

from engine.language import Chapter, Reading, Rule, all_of, any_of, fires, silent
from rules.concepts import (
    CYCLOPHOSPHAMIDE_AMBIGUOUS,
    CYCLOPHOSPHAMIDE_MAY,
    CYCLOPHOSPHAMIDE_NOT,
    LIFE_THREATENING,
    SEVERE,
    UNTREATED_VASCULITIS,
)
from rules.vocabulary.disease import diagnosis, life_threatening, severity
from rules.vocabulary.options import ConventionalResponse, Diagnosis, Severity
from rules.vocabulary.treatment import response_to_conventional_immunosuppressants as response

GPA_OR_MPA = diagnosis.is_one_of(Diagnosis.GPA, Diagnosis.MPA)
OTHER = diagnosis.is_(Diagnosis.OTHER_VASCULITIS)
ANY_VASCULITIS = diagnosis.is_one_of(Diagnosis.GPA, Diagnosis.MPA, Diagnosis.OTHER_VASCULITIS)
INSUFFICIENT = response.is_(ConventionalResponse.INSUFFICIENT)
NOT_TRIED = response.is_(ConventionalResponse.NOT_TRIED)
SUFFICIENT_OR_NOT_TRIED = response.is_one_of(
    ConventionalResponse.SUFFICIENT, ConventionalResponse.NOT_TRIED
)
GPA = diagnosis.is_(Diagnosis.GPA)
IS_SEVERE = severity.is_(Severity.SEVERE)

conventional_insufficient = Rule(
    id="VAS-1",
    title="severe GPA or MPA; conventional drugs do not suffice",
    cites=("S24", "S25", "S26"),
    when=all_of(GPA_OR_MPA, SEVERE.yes, INSUFFICIENT),
    then=CYCLOPHOSPHAMIDE_MAY,
    because="When conventional immunosuppressants are insufficient, the immune cells that damage "
    "the vessels go on doing so.",
    misuse='Not a demand to fail first in an emergency: see the rule on "not tried".',
    examples=(
        fires(GPA, IS_SEVERE, INSUFFICIENT),
        silent(GPA, IS_SEVERE, response.is_(ConventionalResponse.SUFFICIENT)),
    ),
)

not_severe = Rule(
    id="VAS-2",
    title="vasculitis that is not severe",
    cites=("S24", "S25"),
    when=all_of(ANY_VASCULITIS, SEVERE.no),
    then=CYCLOPHOSPHAMIDE_NOT,
    because="The document names severe cases; for limited disease it states no role.",
    misuse="Severity is judged on active disease, not on an antibody titre.",
    examples=(
        fires(GPA, severity.is_(Severity.MODERATE)),
        silent(GPA, IS_SEVERE),
    ),
    reading=Reading(
        words="severe cases such as",
        chosen="severe disease is needed",
        other="the sentence before says it of the whole group, severe or not",
        cites=("S24", "S25"),
    ),
)

conventional_not_insufficient = Rule(
    id="VAS-3",
    title="vasculitis; conventional drugs not shown insufficient, life not at risk",
    cites=("S26", "S36"),
    when=all_of(ANY_VASCULITIS, SUFFICIENT_OR_NOT_TRIED, LIFE_THREATENING.no),
    then=CYCLOPHOSPHAMIDE_NOT,
    because="The document brings chemotherapy in when conventional immunosuppressants are "
    "insufficient; nothing shows that they are.",
    misuse='"Not tried" is not "sufficient": where an organ is at risk the document is silent, and '
    "waiting may harm.",
    examples=(
        fires(GPA, response.is_(ConventionalResponse.SUFFICIENT), life_threatening.no),
        silent(GPA, INSUFFICIENT, life_threatening.no),
    ),
    reading=Reading(
        words="when conventional immunosuppressants are insufficient",
        chosen="they were tried and did not control the disease",
        other="they would not control it, as the team foresees",
        cites=("S26",),
    ),
)

life_threatening_before_failure = Rule(
    id="VAS-4",
    title="severe vasculitis threatens life before a conventional drug has failed",
    cites=("S26", "S36"),
    when=all_of(ANY_VASCULITIS, SEVERE.yes, SUFFICIENT_OR_NOT_TRIED, LIFE_THREATENING.yes),
    then=CYCLOPHOSPHAMIDE_AMBIGUOUS,
    because="Two sentences pull apart. The vasculitis paragraph waits for conventional drugs to be "
    "insufficient; the general sentence admits any disease that threatens life.",
    misuse="Ambiguous is not no, and not a reason to wait: the team decides today.",
    examples=(
        fires(GPA, IS_SEVERE, NOT_TRIED, life_threatening.yes),
        silent(GPA, IS_SEVERE, NOT_TRIED, life_threatening.no),
    ),
    reading=Reading(
        words="insufficient conventional drugs, against reserved for life-threatening disease",
        chosen="neither sentence is put above the other; both are shown",
        other="the general sentence alone suffices, or the paragraph alone governs",
        cites=("S26", "S36"),
    ),
)

group_only = Rule(
    id="VAS-5",
    title="severe vasculitis other than GPA or MPA; only the group is named",
    cites=("S23", "S24", "S25", "S26"),
    when=all_of(
        OTHER,
        SEVERE.yes,
        any_of(INSUFFICIENT, all_of(SUFFICIENT_OR_NOT_TRIED, LIFE_THREATENING.yes)),
    ),
    then=CYCLOPHOSPHAMIDE_AMBIGUOUS,
    because='The document names the group and then two diseases after "such as"; whether it means '
    "this one cannot be read from it.",
    misuse="Ambiguous is neither yes nor no: what is known of this disease must come from "
    "elsewhere.",
    examples=(
        fires(OTHER, IS_SEVERE, INSUFFICIENT),
        fires(OTHER, NOT_TRIED, life_threatening.yes),
        silent(OTHER, IS_SEVERE, response.is_(ConventionalResponse.SUFFICIENT)),
        silent(OTHER, life_threatening.yes),
    ),
    reading=Reading(
        words='severe cases "such as" GPA or MPA',
        chosen="whether other forms are meant is left open",
        other="the two are examples of a group that is meant as a whole",
        cites=("S23", "S25"),
    ),
)

silent_on_untreated = Rule(
    id="VAS-6",
    title="severe vasculitis that has not been treated yet",
    cites=("S26",),
    when=all_of(ANY_VASCULITIS, SEVERE.yes, NOT_TRIED, LIFE_THREATENING.no),
    then=UNTREATED_VASCULITIS,
    because="An organ can be lost without life being at risk, and the document has no sentence for "
    "that patient.",
    misuse='Do not take "not indicated by the document" as advice to wait.',
    examples=(
        fires(GPA, IS_SEVERE, NOT_TRIED, life_threatening.no),
        silent(GPA, IS_SEVERE, response.is_(ConventionalResponse.SUFFICIENT), life_threatening.no),
        silent(GPA, NOT_TRIED, life_threatening.no),
        silent(IS_SEVERE, NOT_TRIED, life_threatening.no),
    ),
)

CHAPTER = Chapter(
    id="vasculitis",
    title="Autoimmune vasculitis",
    paragraphs=(5,),
    rules=(
        conventional_insufficient,
        not_severe,
        conventional_not_insufficient,
        life_threatening_before_failure,
        group_only,
        silent_on_untreated,
    ),
)
