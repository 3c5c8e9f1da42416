"""That nothing is said of a drug but for the diseases that are named."""

from engine.language import (
    Fact,
    Kind,
    Layer,
    Never,
    NotShown,
    Property,
    VerdictIs,
)
from rules.concepts import (
    Drug,
)
from rules.properties.terms import (
    ARTHRITIS_OR_MYOPATHY,
    DOCUMENT,
    MS,
    NAMED_FOR_CYCLOPHOSPHAMIDE,
    PUBLISHED_FOR_CYCLOPHOSPHAMIDE,
    REFERENCE,
    SHORT,
)


def _only_named(layer: Layer, drug: Drug, named: Fact, cites: tuple[str, ...]) -> Property:
    who = "The document names" if layer is DOCUMENT else "Published criteria, as read here, name"
    return Property(
        id=f"P-NAMED-{SHORT[drug]}-{'D' if layer is DOCUMENT else 'R'}",
        sentence=f"{who} {drug.label} for certain diseases; for no other is anything said of it "
        "but that it is outside.",
        because="What is not spoken of is neither allowed nor forbidden. The diseases are those of "
        "the statements and sources named here.",
        harm="Something would be said of a drug that no source here names for the disease: "
        "somebody could be led to it, or kept from it.",
        cites=cites,
        claim=Never(
            (
                VerdictIs(
                    layer,
                    drug,
                    (
                        Kind.MAY_BE_CONSIDERED,
                        Kind.DOCUMENT_AMBIGUOUS,
                        Kind.NOT_INDICATED,
                        Kind.EXCLUDED_OR_PAUSED,
                    ),
                ),
            ),
            (named,),
        ),
    )


NAMED = (
    _only_named(
        DOCUMENT,
        Drug.CYCLOPHOSPHAMIDE,
        NotShown(NAMED_FOR_CYCLOPHOSPHAMIDE),
        ("S14", "S24", "S25"),
    ),
    _only_named(DOCUMENT, Drug.MITOXANTRONE, NotShown(MS), ("S20",)),
    _only_named(DOCUMENT, Drug.NO_DRUG_NAMED, NotShown(ARTHRITIS_OR_MYOPATHY), ("S28",)),
    _only_named(
        REFERENCE,
        Drug.CYCLOPHOSPHAMIDE,
        NotShown(PUBLISHED_FOR_CYCLOPHOSPHAMIDE),
        ("EULAR-SLE23", "EULAR-AAV22", "ILD23-SUM", "RV-84", "BMJ-IIM"),
    ),
    _only_named(REFERENCE, Drug.MITOXANTRONE, NotShown(MS), ("MITOX-EU", "MITOX-US")),
)
