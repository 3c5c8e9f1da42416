"""The monitoring plan of mitoxantrone, line by line."""

from engine.language import Confidence, When
from rules.reference.mitoxantrone_limits import ALT_3 as MITOX_ALT_3
from rules.reference.mitoxantrone_limits import (
    AT_THE_LIMIT,
    CAP_EU,
    CAP_US,
    FALL_OF_TEN,
    LVEF_50,
    NEUTROPHILS_1500,
)
from rules.reference.plan_lines import FIRST, MITOX, YEAR, plan_item
from rules.vocabulary.blood import alt, neutrophils, platelets, wbc
from rules.vocabulary.heart import (
    heart_failure_history,
    lvef,
    lvef_lower_limit,
)
from rules.vocabulary.infection import (
    active_infection,
    tuberculosis,
)
from rules.vocabulary.patient import height, weight
from rules.vocabulary.reproduction import (
    contraception_effective,
    pregnancy_possible,
    pregnancy_status,
)
from rules.vocabulary.treatments import (
    anthracycline_or_chest_radiotherapy,
    prior_mitoxantrone,
)

MITOXANTRONE_ITEMS = (
    plan_item(
        "mitox_heart_first",
        MITOX,
        "Ejection fraction, ECG, history of the heart",
        "The heart has no reserve to lose",
        FIRST,
        "Below the laboratory's limit or 50 %, or heart disease before: not given",
        ("MITOX-LATER", "MITOX-NOV"),
        Confidence.SECONDARY,
        (lvef, lvef_lower_limit, heart_failure_history, anthracycline_or_chest_radiotherapy),
        (LVEF_50, AT_THE_LIMIT),
    ),
    plan_item(
        "mitox_dose_first",
        MITOX,
        "Lifetime dose, height and weight",
        "The cap is for a lifetime",
        FIRST,
        "Next dose above the cap: not given",
        ("MITOX-LATER", "MITOX-EU"),
        Confidence.SECONDARY,
        (prior_mitoxantrone, height, weight),
        (CAP_US, CAP_EU),
    ),
    plan_item(
        "mitox_infection_first",
        MITOX,
        "Signs of infection; tuberculosis",
        "Infection is treated first",
        FIRST,
        "Present or suspected: wait",
        ("MITOX-TEVA", "MITOX-US"),
        Confidence.SECONDARY,
        (active_infection, tuberculosis),
    ),
    plan_item(
        "mitox_heart_each",
        MITOX,
        "Ejection fraction",
        "Harm comes in silence",
        When(text="before every dose", around=(-7,)),
        "Below the limit, or fallen by ten points: no further dose, cardiology",
        ("FDA-MITOX", "MITOX-LATER"),
        Confidence.READ,
        (lvef,),
        (LVEF_50, FALL_OF_TEN),
    ),
    plan_item(
        "mitox_blood_each",
        MITOX,
        "Blood count and liver enzymes",
        "Marrow and liver decide about the dose",
        When(text="before every dose", around=(-7,)),
        "Neutrophils below 1.5, or liver impaired: not given",
        ("MITOX-US",),
        Confidence.READ,
        (neutrophils, platelets, alt),
        (NEUTROPHILS_1500, MITOX_ALT_3),
    ),
    plan_item(
        "mitox_pregnancy_each",
        MITOX,
        "Pregnancy test, also on contraception",
        "The drug harms an unborn child",
        When(text="before every dose", around=(-7,)),
        "Positive: stop",
        ("MITOX-TEVA",),
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
        When(text="every year after the last dose", after_last=(YEAR, 2 * YEAR, 3 * YEAR)),
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
        When(
            text="at least yearly for five years",
            after_last=(YEAR, 2 * YEAR, 3 * YEAR, 4 * YEAR, 5 * YEAR),
        ),
        "Unexplained change: haematology",
        ("GENERAL",),
        Confidence.UNSURE,
        (wbc,),
    ),
    plan_item(
        "mitox_every_contact",
        MITOX,
        "Breathlessness, swelling, fever",
        "Signs of heart failure are looked at at once",
        When(text="at every contact"),
        "Ejection fraction the same week",
        ("FDA-MITOX",),
        Confidence.READ,
    ),
)
