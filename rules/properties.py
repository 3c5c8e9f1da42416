"""What must hold for every patient: the promises of the rule base, proven by ``verify``.

Each: a sentence to check, what it rests on, whom it harms otherwise, the claim.
"""

from engine.language import (
    Concept,
    Fact,
    Kind,
    Known,
    Lasting,
    Layer,
    Never,
    NotLostByWorsening,
    NotShown,
    OneVerdict,
    Property,
    Untouched,
    VerdictIs,
    Whenever,
    all_of,
    any_of,
)
from rules.concepts import (
    CLOSE_MONITORING,
    INFECTION_RISK,
    MARROW_RISK,
    TEAM_DECISION,
    Drug,
)
from rules.property_terms import (
    AGAINST_CYCLOPHOSPHAMIDE,
    AGAINST_MITOXANTRONE,
    ANCA,
    ARTHRITIS_OR_MYOPATHY,
    CONSIDERED,
    DOCUMENT,
    FORBIDDEN,
    IS_SEVERE,
    LUPUS,
    MS,
    NAMED_FOR_CYCLOPHOSPHAMIDE,
    OPENED,
    PUBLISHED_FOR_CYCLOPHOSPHAMIDE,
    REFERENCE,
    SHORT,
    THREATENED,
    WORSE,
    considered,
)
from rules.reference.concepts import CYC_STOP, CYC_WITHHELD, MITOX_STOP, MITOX_WITHHELD
from rules.vocabulary.disease import (
    highly_active,
    life_threatening,
    rapidly_progressing,
)
from rules.vocabulary.options import ConventionalResponse
from rules.vocabulary.treatment import (
    all_other_options_failed,
    first_line_tried,
    response_to_conventional_immunosuppressants,
    unresponsive_to_safer_therapy,
)

DEMANDED = (
    Property(
        id="P-LUP",
        sentence="In lupus the document lets cyclophosphamide be considered only where the disease "
        "is severe, and threatens life or does not respond to safer therapies.",
        because="The document speaks of severe lupus, and reserves chemotherapy for disease that "
        "threatens life or resists safer therapies.",
        harm="Somebody whose lupus is mild, or still responds, would be exposed to infection and "
        "to marrow suppression without need.",
        cites=("S11", "S12", "S13", "S36", "S37"),
        claim=Whenever(
            (Known(LUPUS), considered(DOCUMENT, Drug.CYCLOPHOSPHAMIDE)),
            (
                Known(IS_SEVERE),
                Known(any_of(life_threatening.yes, unresponsive_to_safer_therapy.yes)),
            ),
        ),
    ),
    Property(
        id="P-VAS",
        sentence="In GPA and MPA the document lets cyclophosphamide be considered only where the "
        "disease is severe and conventional immunosuppressants are insufficient.",
        because="The document names severe cases, and says that chemotherapy helps when "
        "conventional immunosuppressants are insufficient.",
        harm="Somebody whom a conventional drug controls would get one with heavier risks.",
        cites=("S25", "S26"),
        claim=Whenever(
            (Known(ANCA), considered(DOCUMENT, Drug.CYCLOPHOSPHAMIDE)),
            (
                Known(IS_SEVERE),
                Known(
                    response_to_conventional_immunosuppressants.is_(
                        ConventionalResponse.INSUFFICIENT
                    )
                ),
            ),
        ),
    ),
    Property(
        id="P-MS",
        sentence="In multiple sclerosis the document lets mitoxantrone be considered only where "
        "the disease is highly active.",
        because="The document gives it a role in aggressive forms, and sees its purpose in highly "
        "active disease.",
        harm="Somebody with quiet multiple sclerosis would be exposed to it without need.",
        cites=("S18", "S21"),
        claim=Whenever(
            (considered(DOCUMENT, Drug.MITOXANTRONE),), (Known(MS), Known(highly_active.yes))
        ),
    ),
    Property(
        id="P-RAM",
        sentence="In rheumatoid arthritis and autoimmune myopathy the document lets chemotherapy "
        "be considered only where the disease is severe, and all other options have failed or it "
        "progresses rapidly.",
        because="The document says so of certain severe cases, especially when all other options "
        "have failed or the disease is rapidly progressing.",
        harm="Somebody who still has safer options would be exposed to it.",
        cites=("S28", "S29"),
        claim=Whenever(
            (considered(DOCUMENT, Drug.NO_DRUG_NAMED),),
            (
                Known(ARTHRITIS_OR_MYOPATHY),
                Known(IS_SEVERE),
                Known(any_of(all_other_options_failed.yes, rapidly_progressing.yes)),
            ),
        ),
    ),
)

FIRST_LINE = (
    Property(
        id="P-FIRST",
        sentence="The document never lets mitoxantrone be considered before a first-line therapy "
        "has been tried.",
        because="It is not a first-line treatment of multiple sclerosis.",
        harm="Somebody newly diagnosed would get a drug that can harm the heart and the marrow "
        "before safer ones were tried.",
        cites=("S19",),
        claim=Never(
            (considered(DOCUMENT, Drug.MITOXANTRONE, OPENED),), (NotShown(first_line_tried.yes),)
        ),
    ),
    Property(
        id="P-FIRST-R",
        sentence="Published criteria never let mitoxantrone be considered where it is recorded "
        "that no first-line therapy has been tried.",
        because="It is not a first-line treatment of multiple sclerosis.",
        harm="Somebody newly diagnosed would get a drug that can harm the heart and the marrow "
        "before safer ones were tried.",
        cites=("S19",),
        claim=Never((considered(REFERENCE, Drug.MITOXANTRONE),), (Known(first_line_tried.no),)),
    ),
)


def _beside(drug: Drug) -> Property:
    return Property(
        id=f"P-BESIDE-{SHORT[drug]}",
        sentence=f"Wherever the document lets {drug.label} be considered, the team decision, close "
        "monitoring, the risk of infection and that of marrow suppression stand beside it.",
        because="The document says so of every use of chemotherapy.",
        harm="Somebody would be told of the drug and not of its risks.",
        cites=("S33", "S34", "S38", "S40"),
        claim=Whenever(
            (considered(DOCUMENT, drug, OPENED),),
            tuple(
                Known(flag.yes)
                for flag in (TEAM_DECISION, CLOSE_MONITORING, INFECTION_RISK, MARROW_RISK)
            ),
        ),
    )


BESIDE = tuple(_beside(drug) for drug in Drug)


def _only_named(layer: Layer, drug: Drug, named: Fact, cites: tuple[str, ...]) -> Property:
    who = "The document names" if layer is DOCUMENT else "Published criteria, as read here, name"
    return Property(
        id=f"P-NAMED-{SHORT[drug]}-{'D' if layer is DOCUMENT else 'R'}",
        sentence=f"{who} {drug.label} for certain diseases; for no other is anything said of it "
        "but that it is outside.",
        because="What is not spoken of is neither allowed nor forbidden.",
        harm="Somebody would be led to a drug that no source here speaks of for the disease.",
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
    _only_named(REFERENCE, Drug.CYCLOPHOSPHAMIDE, NotShown(PUBLISHED_FOR_CYCLOPHOSPHAMIDE), ()),
    _only_named(REFERENCE, Drug.MITOXANTRONE, NotShown(MS), ()),
)


def _safety_first(drug: Drug, stop: Concept, withheld: Concept) -> Property:
    return Property(
        id=f"P-SAFETY-{SHORT[drug]}",
        sentence=f"By published criteria {drug.label} is neither considered nor left to the team "
        "while a rule that excludes, pauses or withholds it has fired or still waits.",
        because="Safety comes first, and what is not known is not taken for safe.",
        harm="A contraindication would stand beside an open door, or would not be asked for.",
        claim=Never(
            (considered(REFERENCE, drug, OPENED),), (NotShown(all_of(stop.no, withheld.no)),)
        ),
    )


SAFE = (
    Property(
        id="P-STOP-CYC",
        sentence="By published criteria cyclophosphamide may never be considered while a serious "
        "infection, active tuberculosis, a current cancer, the first trimester or breastfeeding, "
        "an allergy to it, blocked urine or a bleeding bladder is recorded.",
        because=FORBIDDEN,
        harm="Somebody would be given a drug that is likely to harm, or an unborn child would be.",
        cites=("CYC-UK", "CYC-US", "ACR-REPRO20", "EULAR-OI22", "US-LABELS"),
        claim=Never(
            (considered(REFERENCE, Drug.CYCLOPHOSPHAMIDE),), (Known(AGAINST_CYCLOPHOSPHAMIDE),)
        ),
    ),
    Property(
        id="P-STOP-MIT",
        sentence="By published criteria mitoxantrone may never be considered while a serious "
        "infection, active tuberculosis, a current cancer, a pregnancy or breastfeeding, an "
        "allergy to it or heart failure is recorded.",
        because=FORBIDDEN,
        harm="Somebody would be given a drug that is likely to harm the heart or an unborn child.",
        cites=("MITOX-TEVA", "MITOX-US", "MITOX-NOV", "ACR-REPRO20", "AAN10"),
        claim=Never((considered(REFERENCE, Drug.MITOXANTRONE),), (Known(AGAINST_MITOXANTRONE),)),
    ),
    _safety_first(Drug.CYCLOPHOSPHAMIDE, CYC_STOP, CYC_WITHHELD),
    _safety_first(Drug.MITOXANTRONE, MITOX_STOP, MITOX_WITHHELD),
)


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
        harm="Somebody who has become worse would lose an option that was open before.",
        cites=("S32", "S36", "S37") if layer is DOCUMENT else (),
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
        because="Rules rest on what is known, never on what is not.",
        harm="A verdict would depend on the order in which a form is filled in.",
        claim=Lasting(DOCUMENT, (Kind.MAY_BE_CONSIDERED, Kind.NOT_INDICATED)),
    ),
    Property(
        id="P-TOLD-R",
        sentence="Telling something that was unknown never turns a settled yes of the rules of "
        "published criteria into a no, or back; and what is excluded or paused stays so.",
        because="Rules rest on what is known, never on what is not; those that ask whether "
        "something is known are meant to change.",
        harm="A verdict would depend on the order in which a form is filled in.",
        claim=Lasting(REFERENCE, (Kind.EXCLUDED_OR_PAUSED,)),
    ),
)

WHOLE = (
    *(
        Property(
            id=f"P-ONE-{short}",
            sentence=f"Every patient gets exactly one answer about every drug, by {layer.label}.",
            because="An answer is always given, and never two.",
            harm="Somebody would get no answer, or two that contradict each other.",
            claim=OneVerdict(layer),
        )
        for layer, short in ((DOCUMENT, "D"), (REFERENCE, "R"))
    ),
    Property(
        id="P-APART",
        sentence="Nothing that published criteria add changes what the document says of a patient.",
        because="The two layers are told apart, so that a reader knows who says what.",
        harm="A reader would take the words of a guideline for those of the document.",
        claim=Untouched(DOCUMENT),
    ),
)

GROUPS: dict[str, tuple[Property, ...]] = {
    "What the document demands": (*DEMANDED, *FIRST_LINE, *BESIDE),
    "Only the diseases that are named": NAMED,
    "Safety comes first": SAFE,
    "Steady when more is known, or the disease is worse": STEADY,
    "One answer, and each layer for itself": WHOLE,
}

PROPERTIES: tuple[Property, ...] = tuple(each for group in GROUPS.values() for each in group)
