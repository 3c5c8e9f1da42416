"""Edges of multiple sclerosis: highly active, refractory, and the ladder used up."""

from engine.language import (
    Edges,
    but,
    edges,
    fires_for_each,
    silent_for_each,
    silent_without_each,
    without,
)
from rules.edges.courses import came_of, closures, course, flaws, other_ends
from rules.reference.sclerosis_criteria import MS
from rules.vocabulary.patient import mimics_excluded
from rules.vocabulary.sclerosis import (
    MsCourse,
    disabling_relapses_12_months,
    edss,
    edss_a_year_ago,
    gadolinium_lesions,
    ms_course,
    new_t2_lesions_12_months,
    relapses_12_months,
)
from rules.vocabulary.treatments import Outcome, Treatment

PLATFORM = Treatment.PLATFORM_MS_DRUG
ANTI_CD20 = Treatment.ANTI_CD20
NATALIZUMAB = Treatment.NATALIZUMAB
CLADRIBINE = Treatment.CLADRIBINE_S1P_OR_ALEMTUZUMAB
TRANSPLANT = Treatment.STEM_CELL_TRANSPLANTATION
FOUR_DRUGS = (PLATFORM, ANTI_CD20, NATALIZUMAB, CLADRIBINE)

# Six months in full: the shortest course that counts (26 weeks).
HALF_A_YEAR = 26
TOO_SHORT = 25

EVOLVING = (MS, disabling_relapses_12_months.is_(2), gadolinium_lesions.is_(1))

RAPIDLY_EVOLVING = edges(
    "RMS-1",
    fires_for_each(EVOLVING),
    fires_for_each(without(EVOLVING, gadolinium_lesions.is_(1)), new_t2_lesions_12_months.is_(2)),
    silent_for_each(without(EVOLVING, gadolinium_lesions.is_(1)), new_t2_lesions_12_months.is_(1)),
    silent_for_each(
        (*EVOLVING, new_t2_lesions_12_months.is_(0)),
        gadolinium_lesions.is_(0),
        disabling_relapses_12_months.is_(1),
    ),
    # Without a diagnosis there is nothing to say; no MRI leaves it open.
    silent_without_each(EVOLVING),
)

# Highly active under a drug: each of the four, from the 26th week on, with a relapse and lesions.
RELAPSE = (MS, relapses_12_months.is_(1), gadolinium_lesions.is_(1))


def _relapse_under(drug: Treatment) -> Edges:
    ran = (*RELAPSE, *course(drug, Outcome.PARTIAL, HALF_A_YEAR))
    return edges(
        "RMS-3",
        fires_for_each(
            ran, *(came_of(drug, what) for what in (Outcome.IN_PROGRESS, Outcome.FAILED))
        ),
        fires_for_each(ran),
        # Stopped for side effects is no failure, and a drug that worked holds the disease.
        silent_for_each(ran, came_of(drug, Outcome.WORKED), *closures(drug)),
        silent_for_each(ran, *flaws(drug, TOO_SHORT)),
        silent_without_each(ran, *course(drug, Outcome.PARTIAL, HALF_A_YEAR)),
    )


UNDER_PLATFORM = (*RELAPSE, *course(PLATFORM, Outcome.FAILED, HALF_A_YEAR))

HIGHLY_ACTIVE_TREATED = edges(
    "RMS-3",
    *(_relapse_under(drug).examples for drug in FOUR_DRUGS),
    fires_for_each(
        without(UNDER_PLATFORM, gadolinium_lesions.is_(1)), new_t2_lesions_12_months.is_(2)
    ),
    silent_for_each(
        without(UNDER_PLATFORM, gadolinium_lesions.is_(1)), new_t2_lesions_12_months.is_(1)
    ),
    silent_for_each(
        (*UNDER_PLATFORM, new_t2_lesions_12_months.is_(0)),
        gadolinium_lesions.is_(0),
        relapses_12_months.is_(0),
    ),
    silent_without_each(UNDER_PLATFORM, *RELAPSE),
)

WORSE = (MS, edss.is_(5), edss_a_year_ago.is_(4))

RAPID_WORSENING = edges(
    "RMS-4",
    fires_for_each(WORSE),
    silent_for_each(WORSE, edss.is_(4.5)),
    # From no disability at all a point and a half is asked for; from a half on, a point.
    fires_for_each((MS, edss.is_(1.5), edss_a_year_ago.is_(0))),
    silent_for_each((MS, edss.is_(1), edss_a_year_ago.is_(0))),
    fires_for_each((MS, edss.is_(1.5), edss_a_year_ago.is_(0.5))),
    fires_for_each((MS, edss.is_(2), edss_a_year_ago.is_(1))),
    silent_without_each(WORSE),
    silent_without_each((MS, edss.is_(2), edss_a_year_ago.is_(0)), MS),
)


def _failed_high_efficacy(drug: Treatment) -> Edges:
    failed = (MS, *course(drug, Outcome.FAILED, HALF_A_YEAR), mimics_excluded.yes)
    return edges(
        "RMS-5",
        fires_for_each(failed),
        silent_for_each(failed, *flaws(drug, TOO_SHORT), *other_ends(drug), *closures(drug)),
        silent_without_each(failed),
        silent_for_each(failed, mimics_excluded.no),
    )


REFRACTORY = edges(
    "RMS-5",
    *(_failed_high_efficacy(drug).examples for drug in (ANTI_CD20, NATALIZUMAB, CLADRIBINE)),
    # A platform drug is none of high efficacy, and a transplantation no drug.
    silent_for_each(
        (MS, mimics_excluded.yes),
        course(PLATFORM, Outcome.FAILED, HALF_A_YEAR),
        course(TRANSPLANT, Outcome.FAILED, HALF_A_YEAR),
    ),
)

# The ladder: a first drug, the three of high efficacy and transplantation, each failed or closed.
CLOSED_ABOVE = (
    MS,
    *came_of(ANTI_CD20, Outcome.CONTRAINDICATED),
    *came_of(NATALIZUMAB, Outcome.CONTRAINDICATED),
    *came_of(CLADRIBINE, Outcome.CONTRAINDICATED),
    *came_of(TRANSPLANT, Outcome.NOT_AVAILABLE),
)
PLATFORM_FAILED = (*CLOSED_ABOVE, *course(PLATFORM, Outcome.FAILED, HALF_A_YEAR))
PLATFORM_CLOSED = (*CLOSED_ABOVE, *came_of(PLATFORM, Outcome.NOT_TOLERATED))
PLATFORM_SKIPPED = (*CLOSED_ABOVE, *came_of(PLATFORM, Outcome.NOT_TRIED))


def _step(drug: Treatment) -> Edges:
    """One of the drugs of high efficacy, with all other steps closed."""
    failed = course(drug, Outcome.FAILED, HALF_A_YEAR)
    return edges(
        "RMS-6",
        fires_for_each(
            PLATFORM_FAILED,
            failed,
            came_of(drug, Outcome.NOT_TOLERATED),
            came_of(drug, Outcome.NOT_AVAILABLE),
        ),
        silent_for_each(
            but(PLATFORM_FAILED, *failed),
            *flaws(drug, TOO_SHORT),
            *other_ends(drug),
        ),
        silent_for_each(PLATFORM_FAILED, came_of(drug, Outcome.NOT_TRIED)),
        silent_without_each(but(PLATFORM_FAILED, *failed), *failed),
        # A platform drug need not have been tried where a stronger one has failed in full.
        fires_for_each(PLATFORM_SKIPPED, failed),
        silent_for_each(but(PLATFORM_SKIPPED, *failed), *flaws(drug, TOO_SHORT)),
        silent_for_each(but(PLATFORM_SKIPPED, *failed), *other_ends(drug), *closures(drug)),
        silent_for_each(without(but(PLATFORM_SKIPPED, *failed), *failed[:1])),
        # What ran beside a closed first step is judged by its own course.
        silent_for_each(but(PLATFORM_CLOSED, *failed), *flaws(drug, TOO_SHORT)),
    )


LADDER_USED_UP = edges(
    "RMS-6",
    fires_for_each(PLATFORM_FAILED, *closures(PLATFORM)),
    silent_for_each(PLATFORM_FAILED, *flaws(PLATFORM, TOO_SHORT), *other_ends(PLATFORM)),
    silent_for_each(PLATFORM_SKIPPED),
    silent_without_each(PLATFORM_CLOSED),
    silent_without_each(PLATFORM_FAILED),
    *(_step(drug).examples for drug in (ANTI_CD20, NATALIZUMAB, CLADRIBINE)),
    # A transplantation is done once: that it failed is enough.
    fires_for_each(PLATFORM_FAILED, came_of(TRANSPLANT, Outcome.FAILED), *closures(TRANSPLANT)),
    silent_for_each(
        PLATFORM_FAILED, came_of(TRANSPLANT, Outcome.NOT_TRIED), *other_ends(TRANSPLANT)
    ),
)

CANDIDATE = edges(
    "RMS-7",
    fires_for_each(
        EVOLVING,
        *(
            ms_course.is_(each)
            for each in (
                MsCourse.RELAPSING_REMITTING,
                MsCourse.SECONDARY_PROGRESSIVE_ACTIVE,
                MsCourse.PROGRESSIVE_RELAPSING,
            )
        ),
    ),
    silent_for_each(
        EVOLVING,
        *(
            ms_course.is_(each)
            for each in (
                MsCourse.CLINICALLY_ISOLATED,
                MsCourse.SECONDARY_PROGRESSIVE_INACTIVE,
                MsCourse.PRIMARY_PROGRESSIVE,
            )
        ),
    ),
    silent_for_each(
        (*EVOLVING, ms_course.is_(MsCourse.RELAPSING_REMITTING)),
        disabling_relapses_12_months.is_(1),
    ),
    silent_without_each((*EVOLVING, ms_course.is_(MsCourse.RELAPSING_REMITTING))),
)

SCLEROSIS: tuple[Edges, ...] = (
    RAPIDLY_EVOLVING,
    HIGHLY_ACTIVE_TREATED,
    RAPID_WORSENING,
    REFRACTORY,
    LADDER_USED_UP,
    CANDIDATE,
)
