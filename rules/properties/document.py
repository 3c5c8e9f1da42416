"""What the document demands of a patient before it lets chemotherapy be considered."""

from engine.language import (
    Known,
    Never,
    NotShown,
    Property,
    Whenever,
    any_of,
)
from rules.concepts import (
    CLOSE_MONITORING,
    INFECTION_RISK,
    MARROW_RISK,
    TEAM_DECISION,
    Drug,
)
from rules.properties.terms import (
    ANCA,
    ARTHRITIS_OR_MYOPATHY,
    DOCUMENT,
    IS_SEVERE,
    LUPUS,
    MS,
    OPENED,
    REFERENCE,
    SHORT,
    considered,
)
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
        harm="Somebody whose lupus is not known to be severe, or may still respond to something "
        "safer, could be told that cyclophosphamide may be considered: infection and marrow"
        " suppression could be risked without need.",
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
        harm="Somebody whose vasculitis is not known to be severe, or whom a conventional drug "
        "may still control, could be told that a drug with heavier risks may be considered.",
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
        harm="Somebody whose disease is not known to be highly active multiple sclerosis could "
        "be told that mitoxantrone may be considered, perhaps without need.",
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
        harm="Somebody of whom not all of this is known, and who may still have safer options, "
        "could be told that chemotherapy may be considered.",
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
        sentence="The document never lets mitoxantrone be considered, and is never ambiguous about "
        "it, before a first-line therapy is recorded as tried.",
        because="It is not a first-line treatment of multiple sclerosis.",
        harm="Somebody of whom no first-line therapy is on record could be told that a drug "
        "which can harm the heart and the marrow may be considered, or that the document is"
        " ambiguous about it.",
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
        harm="Somebody who has had no first-line therapy could be told that a drug which can "
        "harm the heart and the marrow may be considered.",
        cites=("S19",),
        claim=Never((considered(REFERENCE, Drug.MITOXANTRONE),), (Known(first_line_tried.no),)),
    ),
)


def _beside(drug: Drug) -> Property:
    return Property(
        id=f"P-BESIDE-{SHORT[drug]}",
        sentence=f"Wherever the document lets {drug.label} be considered, or is ambiguous about "
        "it, the team decision, close monitoring, the risk of infection and that of marrow "
        "suppression stand beside it.",
        because="The document says so of every use of chemotherapy.",
        harm="Somebody could be told of the drug without all that belongs beside it: the team, "
        "the monitoring and the risks.",
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
