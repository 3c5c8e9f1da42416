"""Paragraph 7: the general reservation, the risks, the team and the monitoring."""

from engine.language import Chapter, Reading, Rule, all_of, any_of, fires, silent
from rules.concepts import (
    CHEMOTHERAPY_MAY,
    CLOSE_MONITORING,
    CYCLOPHOSPHAMIDE_AMBIGUOUS,
    CYCLOPHOSPHAMIDE_MAY,
    INFECTION_RISK,
    LIFE_THREATENING,
    MARROW_RISK,
    MITOXANTRONE_MAY,
    OTHER_RISKS,
    RESERVATION_MET,
    RESERVATION_NOT_MET,
    TEAM_DECISION,
    UNDER_CONSIDERATION,
    UNRESPONSIVE,
)
from rules.vocabulary.disease import (
    diagnosis,
    highly_active,
    life_threatening,
    rapidly_progressing,
    severity,
)
from rules.vocabulary.options import Diagnosis, Severity
from rules.vocabulary.treatment import (
    all_other_options_failed,
    first_line_tried,
    unresponsive_to_safer_therapy,
)

CONSIDERED = fires(
    diagnosis.is_(Diagnosis.LUPUS),
    severity.is_(Severity.SEVERE),
    unresponsive_to_safer_therapy.yes,
)
NARROWLY_NOT = silent(
    diagnosis.is_(Diagnosis.LUPUS),
    severity.is_(Severity.MODERATE),
    unresponsive_to_safer_therapy.yes,
)

threatens_life = Rule(
    id="GEN-1",
    title="disease that threatens life",
    cites=("S36",),
    when=life_threatening.yes,
    then=LIFE_THREATENING,
    because="The first half of the general reservation: a danger now against that of the drug.",
    misuse="Not knowing whether life is threatened is not the same as knowing that it is not.",
    examples=(fires(life_threatening.yes), silent(life_threatening.no)),
)

no_response = Rule(
    id="GEN-2",
    title="disease that does not respond to safer therapies",
    cites=("S12", "S37"),
    when=unresponsive_to_safer_therapy.yes,
    then=UNRESPONSIVE,
    because="The second half of the general reservation: what is safer has been tried in vain.",
    misuse="A drug that was never tried, or not tolerated, has not failed.",
    examples=(
        fires(unresponsive_to_safer_therapy.yes),
        fires(all_other_options_failed.yes),
        silent(unresponsive_to_safer_therapy.no),
        silent(all_other_options_failed.no),
    ),
    reading=Reading(
        words="resistant to standard therapies; unresponsive to safer therapies",
        chosen="two wordings of one idea, as judged by the clinician",
        other="unresponsive by published criteria: which drugs, how long, at which dose",
        cites=("S12", "S37"),
    ),
)

general_reservation = Rule(
    id="GEN-3",
    title="the general reservation is met",
    cites=("S36", "S37"),
    when=any_of(LIFE_THREATENING.yes, UNRESPONSIVE.yes),
    then=RESERVATION_MET,
    because="Chemotherapy is generally kept for disease that threatens life or resists what is "
    "safer. It is an or: one of the two is enough.",
    misuse="Met is not enough by itself: the paragraph on the disease must be met as well.",
    examples=(
        fires(life_threatening.no, unresponsive_to_safer_therapy.yes),
        silent(life_threatening.no, unresponsive_to_safer_therapy.no),
    ),
    reading=Reading(
        words="generally reserved",
        chosen="the rule for most patients; the paragraph on a disease may go beyond it",
        other="a condition of every use",
        cites=("S36", "S37"),
    ),
)

under_consideration = Rule(
    id="GEN-4",
    title="chemotherapy is under consideration",
    cites=("S32",),
    when=any_of(
        CYCLOPHOSPHAMIDE_MAY.yes,
        CYCLOPHOSPHAMIDE_AMBIGUOUS.yes,
        MITOXANTRONE_MAY.yes,
        CHEMOTHERAPY_MAY.yes,
    ),
    then=UNDER_CONSIDERATION,
    because="Whatever opens the question, a paragraph that is met or one that is ambiguous, brings "
    "risks, team and monitoring with it.",
    misuse="Under consideration is not decided: the decision involves a team.",
    examples=(CONSIDERED, NARROWLY_NOT),
)

infection = Rule(
    id="GEN-5",
    title="infection is a significant risk",
    cites=("S33",),
    when=UNDER_CONSIDERATION.yes,
    then=INFECTION_RISK,
    because="What suppresses a misdirected immune response suppresses the useful one too.",
    misuse="The document does not say how to prevent or look for infection.",
    examples=(CONSIDERED, NARROWLY_NOT),
)

marrow_suppression = Rule(
    id="GEN-6",
    title="marrow suppression is a significant risk",
    cites=("S34",),
    when=UNDER_CONSIDERATION.yes,
    then=MARROW_RISK,
    because="The document names it beside infection as the second significant risk of these drugs.",
    misuse="The document gives no count at which to stop.",
    examples=(CONSIDERED, NARROWLY_NOT),
)

other_side_effects = Rule(
    id="GEN-7",
    title="other side effects are a significant risk",
    cites=("S35",),
    when=UNDER_CONSIDERATION.yes,
    then=OTHER_RISKS,
    because="The document says that there are more and leaves them open.",
    misuse="Unnamed does not mean unimportant.",
    examples=(CONSIDERED, NARROWLY_NOT),
)

team_decides = Rule(
    id="GEN-8",
    title="the decision involves a multidisciplinary team",
    cites=("S38", "S39"),
    when=UNDER_CONSIDERATION.yes,
    then=TEAM_DECISION,
    because="The document sees the decision as one to be considered carefully by several "
    "disciplines, which balance benefit against risk together.",
    misuse="A review that is planned has not taken place.",
    examples=(CONSIDERED, NARROWLY_NOT),
)

monitoring = Rule(
    id="GEN-9",
    title="close monitoring is required throughout",
    cites=("S40",),
    when=UNDER_CONSIDERATION.yes,
    then=CLOSE_MONITORING,
    because="The document requires it: the risks it names can appear at any time of treatment, so "
    "watching cannot stop.",
    misuse="The document names no tests; a plan must come from elsewhere.",
    examples=(CONSIDERED, NARROWLY_NOT),
)

PARAGRAPH_GOVERNS = Reading(
    words="generally reserved, against the paragraph on the disease",
    chosen="the paragraph on the disease governs",
    other="the general reservation must be met as well",
    cites=("S36", "S37"),
)
HIGHLY_ACTIVE_MS = (
    diagnosis.is_(Diagnosis.MULTIPLE_SCLEROSIS),
    highly_active.yes,
    first_line_tried.yes,
    life_threatening.no,
)
RAPID_MYOPATHY = (
    diagnosis.is_(Diagnosis.AUTOIMMUNE_MYOPATHY),
    severity.is_(Severity.SEVERE),
    rapidly_progressing.yes,
    life_threatening.no,
)

sclerosis_beyond_reservation = Rule(
    id="GEN-10",
    title="multiple sclerosis: its paragraph is met, the general reservation is not",
    cites=("S18", "S19", "S21", "S36", "S37"),
    when=all_of(MITOXANTRONE_MAY.yes, RESERVATION_MET.no),
    then=RESERVATION_NOT_MET,
    because="The paragraph asks for highly active disease after a first line, the general sentence "
    "for danger to life or no response. The document does not say which is stronger.",
    misuse="The flag does not withdraw the verdict.",
    examples=(
        fires(*HIGHLY_ACTIVE_MS, unresponsive_to_safer_therapy.no),
        silent(*HIGHLY_ACTIVE_MS, unresponsive_to_safer_therapy.yes),
    ),
    reading=PARAGRAPH_GOVERNS,
)

arthritis_myopathy_beyond_reservation = Rule(
    id="GEN-11",
    title="arthritis or myopathy: its paragraph is met, the general reservation is not",
    cites=("S28", "S29", "S36", "S37"),
    when=all_of(CHEMOTHERAPY_MAY.yes, RESERVATION_MET.no),
    then=RESERVATION_NOT_MET,
    because="The paragraph asks for severe disease that is progressing rapidly, the general "
    "sentence for danger to life or no response. The document does not say which is stronger.",
    misuse="The flag does not withdraw the verdict.",
    examples=(
        fires(*RAPID_MYOPATHY, unresponsive_to_safer_therapy.no),
        silent(*RAPID_MYOPATHY, unresponsive_to_safer_therapy.yes),
    ),
    reading=PARAGRAPH_GOVERNS,
)

CHAPTER = Chapter(
    id="risks",
    title="Reservation, risks, team and monitoring",
    paragraphs=(7,),
    rules=(
        threatens_life,
        no_response,
        general_reservation,
        under_consideration,
        infection,
        marrow_suppression,
        other_side_effects,
        team_decides,
        monitoring,
        sclerosis_beyond_reservation,
        arthritis_myopathy_beyond_reservation,
    ),
)
