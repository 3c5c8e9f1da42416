"""Safety of mitoxantrone: the heart."""

from engine.language import (
    Confidence,
    Rule,
    all_of,
    any_of,
    fires,
    silent,
)
from rules.reference.concepts import MITOX_STOP, MITOX_WITHHELD
from rules.reference.mitoxantrone_flags import (
    CARDIOLOGY,
    LIMIT_UNKNOWN,
    STALE_LVEF,
)
from rules.reference.mitoxantrone_limits import (
    AT_THE_LIMIT,
    FALL_OF_TEN,
    LVEF_50,
    LVEF_55,
    LVEF_STALE,
    NEVER_GIVEN,
)
from rules.reference.sclerosis_criteria import MS
from rules.vocabulary.calculated import lvef_above_limit, lvef_fall
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

RUNNING = (MS, mitoxantrone_course.is_(MitoxantroneCourse.ONGOING))
ENDED = mitoxantrone_course.is_(MitoxantroneCourse.STOPPED)

below_laboratory_limit = Rule(
    id="RMIT-4",
    title="ejection fraction below the laboratory's lower limit",
    cites=("MITOX-LATER",),
    # From 55 % on a limit that is not known is not asked for; one that is known counts anywhere.
    when=all_of(
        MS,
        any_of(lvef.below(LVEF_55), lvef_lower_limit.is_known()),
        lvef_above_limit.below(AT_THE_LIMIT),
    ),
    then=MITOX_STOP,
    because="The drug harms the heart muscle by its lifetime dose; a heart that is already below "
    "normal has no reserve.",
    misuse="No symptoms is not a normal heart, and the limit differs between laboratories.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(MS, lvef.is_(52), lvef_lower_limit.is_(53)),
        fires(MS, lvef.is_(57), lvef_lower_limit.is_(58)),
        silent(MS, lvef.is_(52), lvef_lower_limit.is_(52)),
        silent(MS, lvef.is_(57)),
    ),
)


below_fifty = Rule(
    id="RMIT-5",
    title="ejection fraction below 50 %",
    cites=("MITOX-NOV", "TEACH"),
    when=all_of(MS, lvef.below(LVEF_50)),
    then=MITOX_STOP,
    because="The earlier label drew the line here, whatever the laboratory; of two wordings the "
    "stricter one is used.",
    misuse="Above the line is no clearance: it is measured before every dose.",
    confidence=Confidence.OWN,
    examples=(fires(MS, lvef.is_(49)), silent(MS, lvef.is_(50))),
)


limit_not_known = Rule(
    id="RMIT-6",
    title="borderline ejection fraction and no laboratory limit",
    cites=("MITOX-LATER", "TEACH"),
    when=all_of(MS, lvef.at_least(LVEF_50), lvef.below(LVEF_55), lvef_lower_limit.is_not_known()),
    then=LIMIT_UNKNOWN,
    because="Between the two lines only the laboratory's own limit tells normal from low.",
    misuse="Not a stop, and not an all-clear.",
    confidence=Confidence.OWN,
    examples=(
        fires(MS, lvef.is_(52)),
        silent(MS, lvef.is_(52), lvef_lower_limit.is_(50)),
        silent(MS, lvef.is_(55)),
    ),
)


fall_of_ten_points = Rule(
    id="RMIT-7",
    title="ejection fraction fallen by ten points or more",
    cites=("MITOX-LATER", "FDA-MITOX"),
    # The earlier value is asked for after a first dose; where it is told, the fall counts anyway.
    when=all_of(
        MS,
        any_of(prior_mitoxantrone.above(NEVER_GIVEN), lvef_baseline.is_known()),
        lvef_fall.at_least(FALL_OF_TEN),
    ),
    then=MITOX_STOP,
    because="A clear fall is harm that has begun, also while the value is normal.",
    misuse="Two methods are not comparable; the label speaks of treatment and gives no number.",
    confidence=Confidence.OWN,
    examples=(
        fires(MS, prior_mitoxantrone.is_(24), lvef_baseline.is_(66), lvef.is_(56)),
        silent(MS, prior_mitoxantrone.is_(24), lvef_baseline.is_(65), lvef.is_(56)),
        fires(MS, lvef_baseline.is_(61), lvef.is_(48)),
        silent(MS, lvef_baseline.is_(61), lvef.is_(52)),
    ),
)


heart_failure = Rule(
    id="RMIT-8",
    title="heart failure or significant heart disease before",
    cites=("MITOX-NOV",),
    when=all_of(MS, heart_failure_history.yes),
    then=MITOX_STOP,
    because="Heart disease is among the named risk factors of heart failure under this drug.",
    misuse="A heart that was treated well is still a heart at risk.",
    confidence=Confidence.READ,
    examples=(fires(MS, heart_failure_history.yes), silent(MS, heart_failure_history.no)),
)


earlier_cardiotoxins = Rule(
    id="RMIT-9",
    title="an anthracycline or radiotherapy to the chest before",
    cites=("MITOX-NOV",),
    when=all_of(MS, anthracycline_or_chest_radiotherapy.yes),
    then=MITOX_STOP,
    because="Both have already used up part of what the heart can bear.",
    misuse="Where it was long ago the team may weigh it; it is not forgotten.",
    confidence=Confidence.READ,
    examples=(
        fires(MS, anthracycline_or_chest_radiotherapy.yes),
        silent(MS, anthracycline_or_chest_radiotherapy.no),
    ),
)


stale_measurement = Rule(
    id="RMIT-17",
    title="the ejection fraction was measured before the last dose interval",
    cites=("FDA-MITOX", "TEACH"),
    when=all_of(MS, lvef_age_weeks.above(LVEF_STALE)),
    then=STALE_LVEF,
    because="It is to be measured before every dose since 2005, because harm comes silently.",
    misuse="A normal value at the start is no clearance for the doses after it.",
    confidence=Confidence.OWN,
    examples=(fires(MS, lvef_age_weeks.is_(14)), silent(MS, lvef_age_weeks.is_(13))),
)


stale_under_treatment = Rule(
    id="RMIT-27",
    title="a course is running, and the ejection fraction is from before its last dose",
    cites=("FDA-MITOX", "MITOX-US", "TEACH"),
    # How old the value is, is asked once a course is known to run.
    when=all_of(
        MS,
        mitoxantrone_course.is_known(),
        mitoxantrone_course.is_(MitoxantroneCourse.ONGOING),
        lvef_age_weeks.above(LVEF_STALE),
    ),
    then=MITOX_WITHHELD,
    because="It is to be measured before every dose since 2005: a value from before the last dose "
    "says nothing of what that dose has done.",
    misuse="Not a contraindication: a measurement settles it.",
    confidence=Confidence.OWN,
    examples=(
        fires(*RUNNING, lvef_age_weeks.is_(14)),
        silent(*RUNNING, lvef_age_weeks.is_(13)),
        silent(*RUNNING[:-1], ENDED, lvef_age_weeks.is_(14)),
    ),
)


cardiology_takes_part = Rule(
    id="RMIT-28",
    title="the heart speaks against mitoxantrone: cardiology takes part",
    cites=("MITOX-LATER", "TEACH", "S38"),
    when=all_of(
        MS,
        any_of(
            lvef.below(LVEF_50),
            lvef_above_limit.below(AT_THE_LIMIT),
            lvef_fall.at_least(FALL_OF_TEN),
            heart_failure_history.yes,
        ),
    ),
    then=CARDIOLOGY,
    because="A heart that was found weak is looked after, whatever becomes of the drug.",
    misuse="No complaints is not a healthy heart.",
    confidence=Confidence.OWN,
    examples=(
        fires(MS, lvef.is_(49)),
        silent(MS, lvef.is_(50)),
        fires(MS, lvef_baseline.is_(66), lvef.is_(56)),
        silent(MS, lvef_baseline.is_(65), lvef.is_(56)),
    ),
)
