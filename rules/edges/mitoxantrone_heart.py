"""Edges of the heart under mitoxantrone: its ejection fraction, how far it fell, how old it is."""

from engine.language import Edges, edges, fires_for_each, silent_for_each
from rules.edges.diagnoses import SCLEROSIS, sclerosis_only
from rules.vocabulary.heart import (
    heart_failure_history,
    lvef,
    lvef_age_weeks,
    lvef_baseline,
    lvef_lower_limit,
)
from rules.vocabulary.treatments import (
    MitoxantroneCourse,
    anthracycline_or_chest_radiotherapy,
    mitoxantrone_course,
    prior_mitoxantrone,
)

LIMIT = lvef_lower_limit
BEFORE = lvef_baseline
WEEKS = lvef_age_weeks
ONGOING = mitoxantrone_course.is_(MitoxantroneCourse.ONGOING)

HEART: tuple[Edges, ...] = (
    edges(
        "RMIT-4",
        sclerosis_only(lvef.is_(52), LIMIT.is_(53)),
        # The laboratory's limit counts on either side of 50 and 55.
        fires_for_each(
            (SCLEROSIS,),
            (lvef.is_(49), LIMIT.is_(50)),
            (lvef.is_(54), LIMIT.is_(55)),
            (lvef.is_(55), LIMIT.is_(56)),
            (lvef.is_(59), LIMIT.is_(60)),
        ),
        silent_for_each(
            (SCLEROSIS,),
            (lvef.is_(50), LIMIT.is_(50)),
            (lvef.is_(54), LIMIT.is_(54)),
            (lvef.is_(60), LIMIT.is_(60)),
            lvef.is_(52),
            LIMIT.is_(53),
        ),
    ),
    edges(
        "RMIT-5",
        sclerosis_only(lvef.is_(49)),
        fires_for_each((SCLEROSIS, lvef.is_(49)), LIMIT.is_(45)),
        silent_for_each((SCLEROSIS,), (), lvef.is_(50)),
    ),
    edges(
        "RMIT-6",
        sclerosis_only(lvef.is_(50)),
        fires_for_each((SCLEROSIS,), lvef.is_(50), lvef.is_(54)),
        silent_for_each((SCLEROSIS,), (), lvef.is_(49), lvef.is_(55)),
        silent_for_each((SCLEROSIS, lvef.is_(52)), LIMIT.is_(50), LIMIT.is_(55)),
    ),
    edges(
        "RMIT-7",
        sclerosis_only(BEFORE.is_(66), lvef.is_(56)),
        fires_for_each(
            (SCLEROSIS, BEFORE.is_(66), lvef.is_(56)),
            (),
            prior_mitoxantrone.is_(0),
            prior_mitoxantrone.is_(12),
        ),
        silent_for_each(
            (SCLEROSIS, prior_mitoxantrone.is_(12)),
            (BEFORE.is_(66), lvef.is_(57)),
            (BEFORE.is_(56), lvef.is_(66)),
            BEFORE.is_(66),
            lvef.is_(56),
        ),
    ),
    edges("RMIT-8", sclerosis_only(heart_failure_history.yes)),
    edges("RMIT-9", sclerosis_only(anthracycline_or_chest_radiotherapy.yes)),
    edges(
        "RMIT-17",
        sclerosis_only(WEEKS.is_(14)),
        silent_for_each((SCLEROSIS,), (), WEEKS.is_(13)),
    ),
    edges(
        "RMIT-27",
        sclerosis_only(ONGOING, WEEKS.is_(14)),
        silent_for_each((SCLEROSIS, ONGOING), (), WEEKS.is_(13)),
        silent_for_each(
            (SCLEROSIS, WEEKS.is_(14)),
            (),
            mitoxantrone_course.is_(MitoxantroneCourse.NEVER),
            mitoxantrone_course.is_(MitoxantroneCourse.STOPPED),
        ),
    ),
    edges(
        "RMIT-28",
        sclerosis_only(heart_failure_history.yes),
        # Each sign of a weak heart by itself.
        fires_for_each(
            (SCLEROSIS,),
            lvef.is_(49),
            (lvef.is_(54), LIMIT.is_(55)),
            (lvef.is_(56), BEFORE.is_(66)),
            heart_failure_history.yes,
        ),
        fires_for_each(
            (SCLEROSIS, lvef.is_(56), LIMIT.is_(56), BEFORE.is_(65), heart_failure_history.no),
            (lvef.is_(49), LIMIT.is_(49), BEFORE.is_(49)),
            LIMIT.is_(57),
            BEFORE.is_(66),
            heart_failure_history.yes,
        ),
        silent_for_each(
            (SCLEROSIS,),
            (),
            lvef.is_(50),
            (lvef.is_(54), LIMIT.is_(54)),
            (lvef.is_(56), BEFORE.is_(65)),
            heart_failure_history.no,
        ),
        silent_for_each(
            (SCLEROSIS, lvef.is_(56), LIMIT.is_(56), BEFORE.is_(65), heart_failure_history.no)
        ),
    ),
)
