"""What the document leaves open, and nobody of whom it speaks may be denied.

That a drug is considered for too many is half of what can go wrong. The other half is the patient
in greatest need who is told that nothing is indicated.
"""

from engine.language import (
    Condition,
    Fact,
    Kind,
    Known,
    Property,
    VerdictIs,
    Whenever,
    any_of,
)
from rules.concepts import Drug
from rules.properties.terms import (
    ANCA,
    ARTHRITIS_OR_MYOPATHY,
    DOCUMENT,
    IS_SEVERE,
    LUPUS,
    MS,
    OPENED,
    considered,
)
from rules.vocabulary.disease import (
    diagnosis,
    highly_active,
    life_threatening,
    rapidly_progressing,
)
from rules.vocabulary.options import ConventionalResponse, Diagnosis
from rules.vocabulary.treatment import (
    all_other_options_failed,
    first_line_tried,
    response_to_conventional_immunosuppressants,
    unresponsive_to_safer_therapy,
)

DENIED = (
    "Somebody for whom the document leaves the drug open could be told that it is not indicated, "
    "or be left without an answer about it."
)


def _open(
    short: str, who: str, drug: Drug, *patient: Condition, cites: tuple[str, ...]
) -> Property:
    return Property(
        id=f"P-OPENS-{short}",
        sentence=f"{who}: the document then always lets {drug.label} be considered, or is "
        "ambiguous about it.",
        because="That is whom the document reserves it for.",
        harm=DENIED,
        cites=cites,
        claim=Whenever(
            tuple(Known(each) for each in patient), (considered(DOCUMENT, drug, OPENED),)
        ),
    )


def _not(kind: Kind) -> Fact:
    kinds = tuple(each for each in Kind if each is not kind)
    return VerdictIs(DOCUMENT, Drug.CYCLOPHOSPHAMIDE, kinds)


GRANTED = (
    _open(
        "LUP",
        "Lupus that is severe, and threatens life or does not respond to safer therapies",
        Drug.CYCLOPHOSPHAMIDE,
        LUPUS,
        IS_SEVERE,
        any_of(life_threatening.yes, unresponsive_to_safer_therapy.yes),
        cites=("S11", "S12", "S13", "S14", "S36", "S37"),
    ),
    _open(
        "VAS",
        "GPA or MPA that is severe, where conventional immunosuppressants are insufficient",
        Drug.CYCLOPHOSPHAMIDE,
        ANCA,
        IS_SEVERE,
        response_to_conventional_immunosuppressants.is_(ConventionalResponse.INSUFFICIENT),
        cites=("S25", "S26"),
    ),
    _open(
        "MS",
        "Multiple sclerosis that is highly active, after a first-line therapy",
        Drug.MITOXANTRONE,
        MS,
        highly_active.yes,
        first_line_tried.yes,
        cites=("S18", "S19", "S20", "S21"),
    ),
    _open(
        "RAM",
        "Rheumatoid arthritis or autoimmune myopathy that is severe, where all other options have "
        "failed or the disease is rapidly progressing",
        Drug.NO_DRUG_NAMED,
        ARTHRITIS_OR_MYOPATHY,
        IS_SEVERE,
        any_of(all_other_options_failed.yes, rapidly_progressing.yes),
        cites=("S28", "S29"),
    ),
    Property(
        id="P-DANGER-VAS",
        sentence="In GPA and MPA that threaten life the document never says that cyclophosphamide "
        "is not indicated, whatever has been tried.",
        because="The document reserves chemotherapy for disease that threatens life, and asks for "
        "conventional immunosuppressants first: where the two meet, it is ambiguous, not against.",
        harm=DENIED,
        cites=("S25", "S26", "S36"),
        claim=Whenever((Known(ANCA), Known(life_threatening.yes)), (_not(Kind.NOT_INDICATED),)),
    ),
    Property(
        id="P-NOT-NAMED-VAS",
        sentence="In a vasculitis other than GPA and MPA the document never lets cyclophosphamide "
        "be considered.",
        because="The document speaks of vasculitis, and names only these two.",
        harm="Somebody could be led to a drug that the document does not name for the disease, "
        "or be left without any answer about it.",
        cites=("S24", "S25"),
        claim=Whenever(
            (Known(diagnosis.is_(Diagnosis.OTHER_VASCULITIS)),), (_not(Kind.MAY_BE_CONSIDERED),)
        ),
    ),
)
