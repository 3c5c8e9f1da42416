"""Edges of multiple sclerosis: what is concluded on mitoxantrone, and what stands beside it."""

from engine.language import (
    Edges,
    but,
    edges,
    fires_for_each,
    silent_for_each,
    silent_without_each,
)
from rules.edges.courses import came_of, course
from rules.reference.sclerosis_criteria import MS
from rules.vocabulary.disease import highly_active
from rules.vocabulary.heart import lvef
from rules.vocabulary.patient import mimics_excluded
from rules.vocabulary.sclerosis import (
    MsCourse,
    disabling_relapses_12_months,
    edss,
    gadolinium_lesions,
    ms_course,
    new_t2_lesions_12_months,
    relapses_12_months,
)
from rules.vocabulary.treatment import first_line_tried
from rules.vocabulary.treatments import Outcome, Treatment

PLATFORM = Treatment.PLATFORM_MS_DRUG
ANTI_CD20 = Treatment.ANTI_CD20
NATALIZUMAB = Treatment.NATALIZUMAB
CLADRIBINE = Treatment.CLADRIBINE_S1P_OR_ALEMTUZUMAB
TRANSPLANT = Treatment.STEM_CELL_TRANSPLANTATION
FOUR_DRUGS = (PLATFORM, ANTI_CD20, NATALIZUMAB, CLADRIBINE)

ISOLATED = ms_course.is_(MsCourse.CLINICALLY_ISOLATED)
RELAPSING = ms_course.is_(MsCourse.RELAPSING_REMITTING)
SECONDARY_ACTIVE = ms_course.is_(MsCourse.SECONDARY_PROGRESSIVE_ACTIVE)
SECONDARY_INACTIVE = ms_course.is_(MsCourse.SECONDARY_PROGRESSIVE_INACTIVE)
PRIMARY = ms_course.is_(MsCourse.PRIMARY_PROGRESSIVE)
PROGRESSIVE_RELAPSING = ms_course.is_(MsCourse.PROGRESSIVE_RELAPSING)

EVOLVING = (MS, disabling_relapses_12_months.is_(2), gadolinium_lesions.is_(1), RELAPSING)
USED_UP = (
    *EVOLVING,
    *course(PLATFORM, Outcome.FAILED, 26),
    *came_of(ANTI_CD20, Outcome.NOT_TOLERATED),
    *came_of(NATALIZUMAB, Outcome.CONTRAINDICATED),
    *came_of(CLADRIBINE, Outcome.CONTRAINDICATED),
    *came_of(TRANSPLANT, Outcome.NOT_AVAILABLE),
)

NOTHING_ELSE_LEFT = edges(
    "RMS-8",
    fires_for_each(USED_UP),
    silent_for_each(
        USED_UP, PRIMARY, gadolinium_lesions.is_(0), came_of(TRANSPLANT, Outcome.NOT_TRIED)
    ),
    silent_without_each(USED_UP, *EVOLVING),
)

# The ladder is open at its last step, so that every drug before it can be the one that was tried.
OPEN = (*EVOLVING, *came_of(TRANSPLANT, Outcome.NOT_TRIED))
TRIED = (*OPEN, first_line_tried.yes)
NONE_GIVEN = (
    *OPEN,
    *came_of(PLATFORM, Outcome.NOT_TRIED),
    *came_of(ANTI_CD20, Outcome.NOT_TRIED),
    *came_of(NATALIZUMAB, Outcome.NOT_TRIED),
    *came_of(CLADRIBINE, Outcome.NOT_TRIED),
)

LADDER_NOT_USED_UP = edges(
    "RMS-9",
    fires_for_each(TRIED),
    # Whatever came of it, a drug that was given is the one that the American label asks for.
    *(
        fires_for_each(
            NONE_GIVEN,
            came_of(drug, Outcome.IN_PROGRESS),
            came_of(drug, Outcome.WORKED),
            came_of(drug, Outcome.PARTIAL),
            came_of(drug, Outcome.FAILED),
            came_of(drug, Outcome.NOT_TOLERATED),
        )
        for drug in FOUR_DRUGS
    ),
    *(
        silent_for_each(
            NONE_GIVEN,
            came_of(drug, Outcome.CONTRAINDICATED),
            came_of(drug, Outcome.NOT_AVAILABLE),
        )
        for drug in FOUR_DRUGS
    ),
    silent_for_each(NONE_GIVEN),
    silent_for_each(TRIED, first_line_tried.no, PRIMARY, SECONDARY_INACTIVE, ISOLATED),
    silent_for_each(TRIED, gadolinium_lesions.is_(0), disabling_relapses_12_months.is_(1)),
    silent_without_each(TRIED),
    silent_for_each((*USED_UP, first_line_tried.yes)),
)

NOT_FIRST_LINE = edges(
    "RMS-10",
    fires_for_each((MS, first_line_tried.no)),
    silent_for_each((MS, first_line_tried.yes)),
    silent_without_each((MS, first_line_tried.no)),
    # The question of the document is answered by the clinician, not by the table.
    silent_for_each(NONE_GIVEN),
)


def _only_in(rule: str, course_of: MsCourse) -> Edges:
    """A conclusion from one course alone."""
    return edges(
        rule,
        fires_for_each((MS, ms_course.is_(course_of))),
        silent_for_each((MS,), *(ms_course.is_(each) for each in MsCourse if each != course_of)),
        silent_without_each((MS, ms_course.is_(course_of))),
    )


QUIET = (
    MS,
    disabling_relapses_12_months.is_(0),
    relapses_12_months.is_(0),
    gadolinium_lesions.is_(0),
    new_t2_lesions_12_months.is_(0),
)

NOT_HIGHLY_ACTIVE = edges(
    "RMS-14",
    # One limb that is known to be missing settles it; one that was not looked for does not.
    fires_for_each(
        QUIET,
        (gadolinium_lesions.is_(9), new_t2_lesions_12_months.is_(9)),
        (disabling_relapses_12_months.is_(9), relapses_12_months.is_(9)),
        new_t2_lesions_12_months.is_(1),
    ),
    silent_for_each(
        but(QUIET, disabling_relapses_12_months.is_(2), relapses_12_months.is_(2)),
        gadolinium_lesions.is_(1),
        new_t2_lesions_12_months.is_(2),
    ),
    silent_without_each(QUIET, MS),
    silent_without_each(
        but(QUIET, disabling_relapses_12_months.is_(2), relapses_12_months.is_(2)),
        gadolinium_lesions.is_(0),
        new_t2_lesions_12_months.is_(0),
    ),
)

WEAK_HEART = (MS, lvef.is_(40))

NEWER_DRUGS_FIRST = edges(
    "RMS-15",
    # Excluded by the heart, left to the team, or not indicated: each by itself.
    fires_for_each(WEAK_HEART),
    fires_for_each(TRIED),
    fires_for_each(QUIET),
    fires_for_each(
        WEAK_HEART,
        RELAPSING,
        SECONDARY_ACTIVE,
        SECONDARY_INACTIVE,
        ISOLATED,
        PROGRESSIVE_RELAPSING,
    ),
    silent_for_each(WEAK_HEART, PRIMARY),
    silent_for_each((MS,), RELAPSING, lvef.is_(60)),
    silent_for_each(USED_UP),
    silent_without_each(WEAK_HEART),
)

WALKING = (MS, PRIMARY, edss.is_(6.5))

DISCUSS_OCRELIZUMAB = edges(
    "RMS-16",
    fires_for_each(WALKING),
    silent_for_each(WALKING, edss.is_(7)),
    silent_for_each(WALKING, RELAPSING, SECONDARY_ACTIVE, SECONDARY_INACTIVE),
    silent_for_each(WALKING, ISOLATED, PROGRESSIVE_RELAPSING),
    silent_without_each(WALKING),
)

NO_AGREED_DEFINITION = edges(
    "RMS-17",
    fires_for_each((MS, highly_active.yes)),
    silent_for_each((MS, highly_active.no)),
    silent_without_each((MS, highly_active.yes)),
)

NO_RELAPSE = (MS, relapses_12_months.is_(0), disabling_relapses_12_months.is_(0))

ACTIVITY_NOT_ASSESSED = edges(
    "RMS-18",
    fires_for_each(NO_RELAPSE),
    fires_for_each((MS,), relapses_12_months.is_(0), disabling_relapses_12_months.is_(0)),
    # One relapse is activity by itself, and one look at the brain is a look.
    silent_for_each(
        (MS,),
        relapses_12_months.is_(1),
        disabling_relapses_12_months.is_(1),
        (relapses_12_months.is_(1), disabling_relapses_12_months.is_(0)),
    ),
    silent_for_each(NO_RELAPSE, gadolinium_lesions.is_(0), new_t2_lesions_12_months.is_(0)),
    silent_without_each(NO_RELAPSE, MS),
)

REFRACTORY = (
    MS,
    *course(NATALIZUMAB, Outcome.FAILED, 26),
    mimics_excluded.yes,
    edss.is_(5.5),
)

TRANSPLANTATION = edges(
    "RMS-19",
    fires_for_each(REFRACTORY),
    fires_for_each(REFRACTORY, came_of(TRANSPLANT, Outcome.NOT_TRIED)),
    silent_for_each(REFRACTORY, edss.is_(6), mimics_excluded.no),
    silent_for_each(
        REFRACTORY,
        *(
            came_of(TRANSPLANT, what)
            for what in (
                Outcome.IN_PROGRESS,
                Outcome.WORKED,
                Outcome.PARTIAL,
                Outcome.FAILED,
                Outcome.NOT_TOLERATED,
                Outcome.CONTRAINDICATED,
                Outcome.NOT_AVAILABLE,
            )
        ),
    ),
    silent_without_each(REFRACTORY),
)

BURNT_OUT = (MS, edss.is_(7), relapses_12_months.is_(0), gadolinium_lesions.is_(0))

LONG_DISABLED = edges(
    "RMS-20",
    fires_for_each(BURNT_OUT),
    silent_for_each(BURNT_OUT, edss.is_(6.5), relapses_12_months.is_(1), gadolinium_lesions.is_(1)),
    silent_without_each(BURNT_OUT),
)

RELAPSES_WITHOUT_MRI = edges(
    "RMS-21",
    fires_for_each((MS,), relapses_12_months.is_(1), disabling_relapses_12_months.is_(1)),
    silent_for_each((MS,), relapses_12_months.is_(0), disabling_relapses_12_months.is_(0)),
    silent_for_each(
        (MS, relapses_12_months.is_(1)),
        gadolinium_lesions.is_(0),
        new_t2_lesions_12_months.is_(0),
    ),
    silent_without_each((MS, relapses_12_months.is_(1))),
)

SCLEROSIS_BESIDE: tuple[Edges, ...] = (
    NOTHING_ELSE_LEFT,
    LADDER_NOT_USED_UP,
    NOT_FIRST_LINE,
    _only_in("RMS-11", MsCourse.PRIMARY_PROGRESSIVE),
    _only_in("RMS-12", MsCourse.SECONDARY_PROGRESSIVE_INACTIVE),
    _only_in("RMS-13", MsCourse.CLINICALLY_ISOLATED),
    NOT_HIGHLY_ACTIVE,
    NEWER_DRUGS_FIRST,
    DISCUSS_OCRELIZUMAB,
    NO_AGREED_DEFINITION,
    ACTIVITY_NOT_ASSESSED,
    TRANSPLANTATION,
    LONG_DISABLED,
    RELAPSES_WITHOUT_MRI,
)
