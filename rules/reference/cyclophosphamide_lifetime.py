"""The lifetime dose of cyclophosphamide: what was given, and what a course would make of it."""

from engine.language import Confidence, Rule, all_of, any_of, fires, silent
from rules.reference.concepts import CYC_NOT, CYC_STOP
from rules.reference.cyclophosphamide_flags import (
    COURSE_TO_10,
    COURSE_TO_25,
    COURSE_TO_36,
    FERTILITY_10,
    LIFETIME_25,
)
from rules.reference.cyclophosphamide_limits import LIFETIME_10_G, LIFETIME_25_G, LIFETIME_36
from rules.reference.guards import CYCLOPHOSPHAMIDE_NAMED, GPA
from rules.vocabulary.calculated import COURSES_OF_CYCLOPHOSPHAMIDE, cyclophosphamide_after_course
from rules.vocabulary.reproduction import fertility_wish
from rules.vocabulary.treatments import (
    PlannedRegimen,
    on_cyclophosphamide,
    planned_regimen,
    prior_cyclophosphamide,
)

# The regimen is for the view of doses: it counts where it is told, and is not asked for. What was
# given of a course that runs stands in the lifetime dose already.
COURSE = all_of(
    CYCLOPHOSPHAMIDE_NAMED,
    planned_regimen.is_known(),
    planned_regimen.is_one_of(*(regimen for regimen, _ in COURSES_OF_CYCLOPHOSPHAMIDE)),
)
NOT_RUNNING = any_of(on_cyclophosphamide.no, on_cyclophosphamide.is_not_known())
TABLETS = planned_regimen.is_(PlannedRegimen.ORAL_DAILY)
LOW_DOSE = planned_regimen.is_(PlannedRegimen.EURO_LUPUS)
NOT_BEGUN = on_cyclophosphamide.no

lifetime_dose = Rule(
    id="RCYC-12",
    title="a lifetime dose of 36 g or more",
    cites=("KDIGO-AAV24", "KDIGO-GD21", "CYC-BLADDER"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, prior_cyclophosphamide.at_least(LIFETIME_36)),
    then=CYC_STOP,
    because="Doses above it are associated with cancer, of the bladder above all.",
    misuse="Every course of a lifetime counts, and unknown is not zero.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(GPA, prior_cyclophosphamide.is_(36)),
        silent(GPA, prior_cyclophosphamide.is_(35.9)),
    ),
)

lifetime_25 = Rule(
    id="RCYC-14",
    title="a lifetime dose of 25 g or more, and below 36 g",
    cites=("GENERAL",),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        prior_cyclophosphamide.at_least(LIFETIME_25_G),
        prior_cyclophosphamide.below(LIFETIME_36),
    ),
    then=LIFETIME_25,
    because="Risk grows with every course; some practice aims to stay below this.",
    misuse="An aim of practice, not a limit of a label.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(GPA, prior_cyclophosphamide.is_(25)),
        silent(GPA, prior_cyclophosphamide.is_(24.9)),
        fires(GPA, prior_cyclophosphamide.is_(35.9)),
        silent(GPA, prior_cyclophosphamide.is_(36)),
    ),
)

lifetime_10 = Rule(
    id="RCYC-15",
    title="10 g or more, and a wish for children",
    cites=("KDIGO-GD21",),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        prior_cyclophosphamide.at_least(LIFETIME_10_G),
        fertility_wish.yes,
    ),
    then=FERTILITY_10,
    because="The harm to ovaries and testes follows the lifetime dose and age.",
    misuse="Asked of all sexes; a first course rarely reaches it.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(GPA, prior_cyclophosphamide.is_(10), fertility_wish.yes),
        silent(GPA, prior_cyclophosphamide.is_(10), fertility_wish.no),
    ),
)

course_beyond = Rule(
    id="RCYC-37",
    title="the course under discussion would bring the lifetime dose to 36 g",
    cites=("KDIGO-AAV24", "KDIGO-GD21", "CYC-BLADDER", "TEACH"),
    when=all_of(COURSE, cyclophosphamide_after_course.at_least(LIFETIME_36), NOT_BEGUN),
    then=CYC_NOT,
    because="What is given counts for a lifetime, and the limit would be passed before the course "
    "ends.",
    misuse="The total of a regimen is about so much: a smaller one may stay below.",
    confidence=Confidence.OWN,
    examples=(
        fires(GPA, prior_cyclophosphamide.is_(20), TABLETS, NOT_BEGUN),
        silent(GPA, prior_cyclophosphamide.is_(19.9), TABLETS, NOT_BEGUN),
        silent(GPA, prior_cyclophosphamide.is_(20), LOW_DOSE, NOT_BEGUN),
        silent(GPA, prior_cyclophosphamide.is_(20), TABLETS, on_cyclophosphamide.yes),
    ),
)

course_to_36 = Rule(
    id="RCYC-38",
    title="with the course under discussion, 36 g or more in a lifetime",
    cites=("KDIGO-AAV24", "KDIGO-GD21", "TEACH"),
    when=all_of(
        COURSE,
        cyclophosphamide_after_course.at_least(LIFETIME_36),
        prior_cyclophosphamide.below(LIFETIME_36),
        NOT_RUNNING,
    ),
    then=COURSE_TO_36,
    because="The limit is for a lifetime, and the course belongs to it.",
    misuse="Reckoned from published totals; the real total follows weight and number of doses.",
    confidence=Confidence.OWN,
    examples=(
        fires(GPA, prior_cyclophosphamide.is_(34), TABLETS),
        silent(GPA, prior_cyclophosphamide.is_(19.9), TABLETS),
    ),
)

course_to_25 = Rule(
    id="RCYC-39",
    title="with the course under discussion, 25 g or more in a lifetime",
    cites=("GENERAL", "TEACH"),
    when=all_of(
        COURSE,
        cyclophosphamide_after_course.at_least(LIFETIME_25_G),
        cyclophosphamide_after_course.below(LIFETIME_36),
        prior_cyclophosphamide.below(LIFETIME_25_G),
        NOT_RUNNING,
    ),
    then=COURSE_TO_25,
    because="Some practice aims to stay below this, and the course belongs to the lifetime dose.",
    misuse="An aim of practice, not a limit of a label.",
    confidence=Confidence.OWN,
    examples=(
        fires(GPA, prior_cyclophosphamide.is_(9), TABLETS),
        silent(GPA, prior_cyclophosphamide.is_(8.9), TABLETS),
        silent(GPA, prior_cyclophosphamide.is_(20), TABLETS),
    ),
)

course_to_10 = Rule(
    id="RCYC-40",
    title="with the course under discussion, 10 g or more, and a wish for children",
    cites=("KDIGO-GD21", "TEACH"),
    when=all_of(
        COURSE,
        cyclophosphamide_after_course.at_least(LIFETIME_10_G),
        prior_cyclophosphamide.below(LIFETIME_10_G),
        fertility_wish.yes,
        NOT_RUNNING,
    ),
    then=COURSE_TO_10,
    because="The harm to ovaries and testes follows the lifetime dose, this course included.",
    misuse="Asked of all sexes; other regimens stay below.",
    confidence=Confidence.OWN,
    examples=(
        fires(GPA, prior_cyclophosphamide.is_(0), TABLETS, fertility_wish.yes),
        silent(GPA, prior_cyclophosphamide.is_(0), LOW_DOSE, fertility_wish.yes),
        silent(GPA, prior_cyclophosphamide.is_(0), TABLETS, fertility_wish.no),
    ),
)

COURSES = (course_beyond, course_to_36, course_to_25, course_to_10)
