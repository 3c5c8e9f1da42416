"""That what is said stays when more is known, and when the disease is worse."""

from engine.language import (
    Fact,
    Kind,
    Known,
    Lasting,
    Layer,
    NotLostByWorsening,
    Property,
)
from rules.concepts import (
    Drug,
)
from rules.properties.terms import (
    CONSIDERED,
    DOCUMENT,
    OPENED,
    REFERENCE,
    SHORT,
    THREATENED,
    WORSE,
)
from rules.reference.concepts import CYC_STOP, MITOX_STOP


def _not_lost(layer: Layer, drug: Drug, unless: tuple[Fact, ...] = ()) -> Property:
    but = (
        ": at most it is left to the team, more is asked, or a rule of safety stops it"
        if unless
        else ""
    )
    return Property(
        id=f"P-WORSE-{SHORT[drug]}-{'D' if layer is DOCUMENT else 'R'}",
        sentence=f"That the disease is worse never takes away that {drug.label} may be considered, "
        f"by {layer.label}{but}.",
        because="Chemotherapy is reserved for severe, refractory or life-threatening disease: what "
        "makes disease worse can only speak for it.",
        harm="Somebody who has become worse could lose an option that was open before.",
        cites=("S32", "S36", "S37", *(() if layer is DOCUMENT else ("TEACH",))),
        claim=NotLostByWorsening(
            layer,
            drug,
            CONSIDERED if layer is DOCUMENT else (*OPENED, Kind.NOT_ENOUGH_DATA),
            WORSE if layer is DOCUMENT else (*WORSE, *THREATENED),
            unless,
        ),
    )


STEADY = (
    _not_lost(DOCUMENT, Drug.CYCLOPHOSPHAMIDE),
    _not_lost(DOCUMENT, Drug.MITOXANTRONE),
    _not_lost(DOCUMENT, Drug.NO_DRUG_NAMED),
    _not_lost(
        REFERENCE,
        Drug.CYCLOPHOSPHAMIDE,
        (Known(CYC_STOP.yes),),
    ),
    _not_lost(
        REFERENCE,
        Drug.MITOXANTRONE,
        (Known(MITOX_STOP.yes),),
    ),
    Property(
        id="P-TOLD-D",
        sentence="Telling something that was unknown never turns a settled yes of the document's "
        "rules into a no, or back; and what may be considered, or is not indicated, stays so.",
        because="How this program decides: rules rest on what is known, never on what is not.",
        harm="What was said would be taken back when more is told: a verdict would depend on the "
        "order in which a form is filled in.",
        claim=Lasting(DOCUMENT, (Kind.MAY_BE_CONSIDERED, Kind.NOT_INDICATED)),
    ),
    Property(
        id="P-TOLD-R",
        sentence="Telling something that was unknown never turns a settled yes of the rules of "
        "published criteria into a no, or back; and what is excluded or paused stays so.",
        because="How this program decides: rules rest on what is known, never on what is not; "
        "those that ask whether something is known are meant to change.",
        cites=("TEACH",),
        harm="What was said would be taken back when more is told: a verdict would depend on the "
        "order in which a form is filled in.",
        claim=Lasting(REFERENCE, (Kind.EXCLUDED_OR_PAUSED,)),
    ),
)
