"""The closed sets of answers."""

from engine.language import Option


class Diagnosis(Option):
    """The diseases that the document tells apart, and the two kinds that it does not cover."""

    LUPUS = "systemic_lupus_erythematosus", "systemic lupus erythematosus"
    MULTIPLE_SCLEROSIS = "multiple_sclerosis", "multiple sclerosis"
    GPA = "granulomatosis_with_polyangiitis", "granulomatosis with polyangiitis (GPA)"
    MPA = "microscopic_polyangiitis", "microscopic polyangiitis (MPA)"
    OTHER_VASCULITIS = (
        "other_vasculitis",
        "another autoimmune vasculitis",
        (
            "An autoimmune vasculitis other than GPA and MPA: Behçet's disease, EGPA, anti-GBM "
            "disease, ... The document names the group, not these."
        ),
    )
    RHEUMATOID_ARTHRITIS = "rheumatoid_arthritis", "rheumatoid arthritis"
    AUTOIMMUNE_MYOPATHY = (
        "autoimmune_myopathy",
        "autoimmune myopathy",
        "Dermatomyositis, polymyositis, antisynthetase syndrome, necrotising myopathy, ...",
    )
    OTHER_AUTOIMMUNE = (
        "other_autoimmune",
        "another autoimmune disease",
        "An autoimmune disease that the document does not list, such as psoriasis.",
    )
    NOT_AUTOIMMUNE = "not_autoimmune", "a disease that is not autoimmune"


LUPUS = frozenset({Diagnosis.LUPUS.value})
MULTIPLE_SCLEROSIS = frozenset({Diagnosis.MULTIPLE_SCLEROSIS.value})
VASCULITIS = frozenset({Diagnosis.GPA.value, Diagnosis.MPA.value, Diagnosis.OTHER_VASCULITIS.value})
ARTHRITIS_OR_MYOPATHY = frozenset(
    {Diagnosis.RHEUMATOID_ARTHRITIS.value, Diagnosis.AUTOIMMUNE_MYOPATHY.value}
)
NOT_MULTIPLE_SCLEROSIS = frozenset(option.value for option in Diagnosis) - MULTIPLE_SCLEROSIS


class Severity(Option):
    """The clinician's overall judgement of how severe the disease is."""

    MILD = "mild", "mild"
    MODERATE = "moderate", "moderate"
    SEVERE = "severe", "severe"


class ConventionalResponse(Option):
    """What conventional immunosuppressants achieved. "Not tried" is not "sufficient"."""

    INSUFFICIENT = (
        "insufficient",
        "insufficient",
        "Tried properly, and they do not control the disease.",
    )
    SUFFICIENT = "sufficient", "sufficient", "Tried, and they control the disease."
    NOT_TRIED = "not_tried", "not tried", "None has been given yet. This is not the same as enough."


class Progress(Option):
    """How far a step of good care has come."""

    DONE = "done", "done"
    PLANNED = "planned", "planned"
    NOT_DONE = "not_done", "not done"
