"""Multiple sclerosis in detail: course, relapses, lesions and disability."""

from engine.language import Choice, Limits, Measurement, Option
from rules.vocabulary.options import MULTIPLE_SCLEROSIS
from rules.vocabulary.sections import SCLEROSIS_DETAILS


class MsCourse(Option):
    """The course of the disease."""

    CLINICALLY_ISOLATED = "clinically_isolated", "clinically isolated syndrome"
    RELAPSING_REMITTING = "relapsing_remitting", "relapsing-remitting"
    SECONDARY_PROGRESSIVE_ACTIVE = (
        "secondary_progressive_active",
        "secondary progressive, with relapses or new lesions",
    )
    SECONDARY_PROGRESSIVE_INACTIVE = (
        "secondary_progressive_inactive",
        "secondary progressive, without relapses or new lesions",
    )
    PRIMARY_PROGRESSIVE = "primary_progressive", "primary progressive"
    PROGRESSIVE_RELAPSING = "progressive_relapsing", "progressive-relapsing"


ms_course = Choice(
    id="ms_course",
    label="Course",
    question="Which course does the multiple sclerosis take?",
    help="The course decides for whom mitoxantrone was ever licensed.",
    section=SCLEROSIS_DETAILS.id,
    applies_to=MULTIPLE_SCLEROSIS,
    options=MsCourse,
    synonyms=("RRMS", "SPMS", "PPMS", "CIS", "phenotype"),
    subject="the multiple sclerosis",
    said=(
        (MsCourse.CLINICALLY_ISOLATED, "the course is that of a clinically isolated syndrome"),
        (
            MsCourse.SECONDARY_PROGRESSIVE_ACTIVE,
            "the multiple sclerosis is secondary progressive with relapses or new lesions",
        ),
        (
            MsCourse.SECONDARY_PROGRESSIVE_INACTIVE,
            "the multiple sclerosis is secondary progressive without relapses or new lesions",
        ),
    ),
)


def _count(name: str, label: str, question: str, help_text: str, most: int) -> Measurement:
    return Measurement(
        id=name,
        label=label,
        question=question,
        help=help_text,
        section=SCLEROSIS_DETAILS.id,
        applies_to=MULTIPLE_SCLEROSIS,
        subject=f"the number of {label[:1].lower()}{label[1:]}",
        unit="count",
        hard=Limits(0, most),
        whole=True,
        synonyms=("relapse", "MRI", "lesion"),
    )


relapses_12_months = _count(
    "relapses_12_months",
    "Relapses in twelve months",
    "How many relapses were there in the last twelve months?",
    "All of them, disabling or not.",
    20,
)
disabling_relapses_12_months = _count(
    "disabling_relapses_12_months",
    "Disabling relapses in twelve months",
    "How many of these relapses were disabling?",
    "Never more than all relapses of the same twelve months.",
    20,
)
gadolinium_lesions = _count(
    "gadolinium_lesions",
    "Gadolinium-enhancing lesions",
    "How many lesions take up gadolinium in the latest MRI?",
    "Leave it unknown when there was no MRI; no MRI is not no lesion.",
    100,
)
new_t2_lesions_12_months = _count(
    "new_t2_lesions_12_months",
    "New or enlarging T2 lesions in twelve months",
    "How many T2 lesions are new or larger than a year ago?",
    "Compared with an earlier MRI; leave it unknown without one.",
    200,
)


def _edss(name: str, label: str, question: str, help_text: str, said: str) -> Measurement:
    return Measurement(
        id=name,
        label=label,
        question=question,
        help=help_text,
        section=SCLEROSIS_DETAILS.id,
        applies_to=MULTIPLE_SCLEROSIS,
        unit="points",
        hard=Limits(0, 10),
        step=0.5,
        said=said,
        synonyms=("EDSS", "disability"),
    )


edss = _edss(
    "edss",
    "Disability (EDSS) now",
    "What is the EDSS now?",
    "From 0 to 10 in steps of a half.",
    "the EDSS is now {value}",
)
edss_a_year_ago = _edss(
    "edss_a_year_ago",
    "Disability (EDSS) a year ago",
    "What was the EDSS a year ago?",
    "About twelve months before the present one.",
    "the EDSS was {value} a year ago",
)

SCLEROSIS_FINDINGS = (
    ms_course,
    relapses_12_months,
    disabling_relapses_12_months,
    gadolinium_lesions,
    new_t2_lesions_12_months,
    edss,
    edss_a_year_ago,
)
