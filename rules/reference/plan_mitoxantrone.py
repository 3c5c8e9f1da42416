"""The monitoring plan of mitoxantrone, line by line."""

from engine.language import Confidence, When, all_of
from rules.reference.mitoxantrone_limits import ALT_3 as MITOX_ALT_3
from rules.reference.mitoxantrone_limits import (
    AT_THE_LIMIT,
    CAP_EU,
    CAP_US,
    FALL_OF_TEN,
    LVEF_50,
    LVEF_STALE,
    NEUTROPHILS_1500,
)
from rules.reference.plan_crossings import (
    BREASTFEEDING,
    CANCER,
    CONTRACEPTION_FIRST,
    FEVERISH,
    NOT_GIVEN,
    SCREENED,
    TRIMESTERS,
    UNTIL_SETTLED,
    crossing,
)
from rules.reference.plan_lines import FIRST, MITOX, YEAR, listed, plan_item
from rules.reference.safety_screening import NEUTROPHILS_15, PLATELETS_100, WBC_4
from rules.vocabulary.blood import alt, cytopenia_cause, neutrophils, platelets, wbc
from rules.vocabulary.calculated import lvef_above_limit, lvef_fall, mitoxantrone_after_next
from rules.vocabulary.heart import (
    Hypersensitivity,
    heart_failure_history,
    hypersensitivity,
    lvef,
    lvef_age_weeks,
    lvef_lower_limit,
    malignancy,
)
from rules.vocabulary.infection import (
    ActiveInfection,
    BaselineCheck,
    active_infection,
    baseline_checks,
    hepatitis_b,
    temperature,
    tuberculosis,
)
from rules.vocabulary.patient import Region, height, region, weight
from rules.vocabulary.reproduction import (
    contraception_effective,
    pregnancy_possible,
    pregnancy_status,
)
from rules.vocabulary.treatment_options import MitoxantroneCourse
from rules.vocabulary.treatments import (
    anthracycline_or_chest_radiotherapy,
    mitoxantrone_course,
    prior_mitoxantrone,
)

YEARS = tuple(number * YEAR for number in range(1, 6))
_NOT_US = region.is_one_of(Region.EU, Region.UK, Region.OTHER)
_CAUSE_FIRST = "its cause is found first, then the team decides"
_TOTAL = "total after the next dose above"

FRACTION = (
    crossing(lvef.below(LVEF_50), NOT_GIVEN),
    crossing(
        lvef_above_limit.below(AT_THE_LIMIT),
        NOT_GIVEN,
        "ejection fraction below the laboratory's lower limit",
    ),
    crossing(
        lvef_fall.at_least(FALL_OF_TEN),
        "no further dose, cardiology",
        f"fallen by {FALL_OF_TEN.value} points or more since before the first dose",
    ),
)
HEART = (
    *FRACTION,
    crossing(lvef_age_weeks.above(LVEF_STALE), "measured again before the dose"),
    crossing(heart_failure_history.yes, NOT_GIVEN),
    crossing(anthracycline_or_chest_radiotherapy.yes, NOT_GIVEN),
)
LIFETIME = (
    crossing(
        mitoxantrone_after_next.above(CAP_US),
        NOT_GIVEN,
        f"{_TOTAL} {CAP_US.value} mg/m², anywhere",
    ),
    crossing(
        all_of(_NOT_US, mitoxantrone_after_next.above(CAP_EU)),
        NOT_GIVEN,
        f"{_TOTAL} {CAP_EU.value} mg/m², outside the United States",
    ),
    crossing(
        all_of(region.is_not_known(), mitoxantrone_after_next.above(CAP_EU)),
        "the lower cap counts until the region is known",
        f"{_TOTAL} {CAP_EU.value} mg/m², the region unknown",
    ),
    crossing(
        all_of(
            region.is_one_of(Region.EU, Region.UK),
            mitoxantrone_course.is_(MitoxantroneCourse.STOPPED),
        ),
        "not begun again",
    ),
    CANCER,
)
COUNTS = (
    crossing(neutrophils.below(NEUTROPHILS_1500), NOT_GIVEN),
    crossing(neutrophils.at_most(NEUTROPHILS_15), _CAUSE_FIRST),
    crossing(wbc.below(WBC_4), _CAUSE_FIRST),
    crossing(platelets.below(PLATELETS_100), _CAUSE_FIRST),
)
LIVER = crossing(alt.above(MITOX_ALT_3), NOT_GIVEN)
PREGNANT = (
    crossing(pregnancy_status.is_one_of(*TRIMESTERS), "not given; obstetrics and neurology"),
    BREASTFEEDING,
)
SULFITE = hypersensitivity.has(Hypersensitivity.SULFITE)
ALLERGIC = (
    crossing(hypersensitivity.has(Hypersensitivity.MITOXANTRONE), NOT_GIVEN),
    crossing(all_of(_NOT_US, SULFITE), NOT_GIVEN),
    crossing(all_of(region.is_(Region.US), SULFITE), "the team decides"),
)
INFECTED = (
    FEVERISH,
    crossing(
        active_infection.is_one_of(ActiveInfection.SUSPECTED, ActiveInfection.SERIOUS),
        UNTIL_SETTLED,
    ),
    crossing(
        active_infection.is_one_of(ActiveInfection.LOCALISED, ActiveInfection.URINARY),
        "the team settles it first",
    ),
)

MITOXANTRONE_ITEMS = (
    plan_item(
        "mitox_heart_first",
        MITOX,
        "Ejection fraction, ECG, history of the heart",
        "The drug harms the heart muscle",
        FIRST,
        "Heart disease, an anthracycline or radiotherapy to the chest before: not given",
        ("MITOX-LATER", "MITOX-NOV"),
        Confidence.SECONDARY,
        (
            lvef,
            lvef_lower_limit,
            heart_failure_history,
            anthracycline_or_chest_radiotherapy,
            *listed(baseline_checks, BaselineCheck.ECG),
        ),
        HEART,
    ),
    plan_item(
        "mitox_dose_first",
        MITOX,
        "Lifetime dose and earlier courses; region, cancers, height and weight",
        "The cap is for a lifetime, and differs by region",
        FIRST,
        "In Europe an earlier course that ended: not begun again",
        ("MITOX-LATER", "MITOX-EU"),
        Confidence.SECONDARY,
        (prior_mitoxantrone, mitoxantrone_course, region, malignancy, height, weight),
        LIFETIME,
    ),
    plan_item(
        "mitox_counts_first",
        MITOX,
        "Blood count with differential; why it is low, if it is",
        "The drug lowers the counts further",
        FIRST,
        "Low for an unknown reason: find it first",
        ("MITOX-US", "TEACH"),
        Confidence.OWN,
        (wbc, neutrophils, platelets, cytopenia_cause),
        COUNTS,
    ),
    plan_item(
        "mitox_liver_first",
        MITOX,
        "Liver enzymes",
        "The drug leaves the body through the liver",
        FIRST,
        "Liver impaired: not given",
        ("MITOX-US", "GENERAL"),
        Confidence.UNSURE,
        (alt,),
        (LIVER,),
    ),
    plan_item(
        "mitox_pregnancy_first",
        MITOX,
        "Pregnancy test where pregnancy is possible, and contraception",
        "The drug harms an unborn child",
        FIRST,
        "Positive: not given; contraception not in place: it comes first",
        ("MITOX-TEVA", "MITOX-US"),
        Confidence.SECONDARY,
        (pregnancy_possible, pregnancy_status, contraception_effective),
        (*PREGNANT, CONTRACEPTION_FIRST),
    ),
    plan_item(
        "mitox_allergies_first",
        MITOX,
        "Allergies, also to sulfite",
        "The product may contain sulfite",
        FIRST,
        "To mitoxantrone: not given; to sulfite: not given, in the United States the team",
        ("MITOX-TEVA", "MITOX-SULF"),
        Confidence.SECONDARY,
        listed(hypersensitivity, Hypersensitivity.MITOXANTRONE, Hypersensitivity.SULFITE),
        ALLERGIC,
    ),
    plan_item(
        "mitox_infection_first",
        MITOX,
        "Signs of infection, temperature",
        "Infection is treated first",
        FIRST,
        "Present or suspected: wait; mild and localised: the team",
        ("MITOX-TEVA", "MITOX-US"),
        Confidence.SECONDARY,
        (active_infection, temperature),
        INFECTED,
    ),
    plan_item(
        "mitox_screening_first",
        MITOX,
        "Hepatitis B and tuberculosis",
        "A latent infection may become active",
        FIRST,
        "Positive: hepatology or a treatment plan before or with it; active tuberculosis: wait",
        ("EULAR-OI22", "TEACH"),
        Confidence.OWN,
        (hepatitis_b, tuberculosis),
        SCREENED,
    ),
    plan_item(
        "mitox_heart_each",
        MITOX,
        "Ejection fraction",
        "Harm to the heart begins without complaints",
        When(text="before every further dose", around=(-7,), further=True),
        "Below a limit, or fallen so far: no further dose, cardiology",
        ("FDA-MITOX", "MITOX-LATER"),
        Confidence.SECONDARY,
        (lvef,),
        FRACTION,
    ),
    plan_item(
        "mitox_blood_each",
        MITOX,
        "Blood count and liver enzymes",
        "Marrow and liver decide about the dose",
        When(text="before every further dose", around=(-7,), further=True),
        "No dose before count and liver are seen",
        ("MITOX-US",),
        Confidence.SECONDARY,
        (wbc, neutrophils, platelets, alt),
        (*COUNTS, LIVER),
    ),
    plan_item(
        "mitox_pregnancy_each",
        MITOX,
        "Pregnancy test where pregnancy is possible, also on contraception",
        "The drug harms an unborn child",
        When(text="before every further dose", around=(-7,), further=True),
        "Positive: stop",
        ("MITOX-US", "MITOX-TEVA"),
        Confidence.SECONDARY,
        (pregnancy_possible, pregnancy_status, contraception_effective),
    ),
    plan_item(
        "mitox_nadir",
        MITOX,
        "Blood count at its lowest",
        "Infection comes when the count is lowest",
        When(text="day 10 to 14 after each dose", around=(12,)),
        "Fever: seen the same day",
        ("MITOX-US", "GENERAL"),
        Confidence.GENERAL,
        (neutrophils,),
    ),
    plan_item(
        "mitox_heart_after",
        MITOX,
        "Ejection fraction",
        "Heart failure was seen years after the last dose",
        When(text="every year after the last dose", after_last=YEARS, and_so_on=True),
        "A fall: cardiology",
        ("FDA-MITOX",),
        Confidence.READ,
        (lvef,),
    ),
    plan_item(
        "mitox_blood_after",
        MITOX,
        "Blood count: leukaemia",
        "Leukaemia comes after two to four years",
        When(text="at least yearly, for five years or more", after_last=YEARS, and_so_on=True),
        "Unexplained change: haematology",
        ("GENERAL",),
        Confidence.UNSURE,
        (wbc,),
    ),
    plan_item(
        "mitox_every_contact",
        MITOX,
        "Breathlessness, swelling, fever",
        "Signs of heart failure cannot wait for the next dose",
        When(text="at every contact"),
        "Ejection fraction at once",
        ("FDA-MITOX",),
        Confidence.READ,
    ),
)
