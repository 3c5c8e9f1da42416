"""When a check before treatment is settled, where it takes more or less than each finding known."""

from engine.language import Condition, all_of, any_of
from rules.reference.mitoxantrone_limits import LVEF_55
from rules.reference.safety_screening import NEUTROPHILS_15, PLATELETS_100, WBC_4
from rules.vocabulary.blood import cytopenia_cause, neutrophils, platelets, wbc
from rules.vocabulary.heart import heart_failure_history, lvef, lvef_lower_limit
from rules.vocabulary.infection import (
    BaselineCheck,
    PneumocystisProphylaxis,
    baseline_checks,
    pneumocystis_prophylaxis,
)
from rules.vocabulary.reproduction import (
    PregnancyStatus,
    contraception_effective,
    pregnancy_possible,
    pregnancy_status,
)
from rules.vocabulary.treatments import anthracycline_or_chest_radiotherapy

# Why a count is low is asked only of one that is.
COUNTS = all_of(
    wbc.is_known(),
    neutrophils.is_known(),
    platelets.is_known(),
    any_of(
        cytopenia_cause.is_known(),
        all_of(
            wbc.at_least(WBC_4),
            neutrophils.above(NEUTROPHILS_15),
            platelets.at_least(PLATELETS_100),
        ),
    ),
)
# Contraception is asked only where a pregnancy is possible and there is none.
PREGNANCY = any_of(
    pregnancy_possible.no,
    pregnancy_status.is_one_of(
        *(each for each in PregnancyStatus if each is not PregnancyStatus.NOT_PREGNANT)
    ),
    all_of(
        pregnancy_possible.is_known(),
        pregnancy_status.is_known(),
        contraception_effective.is_known(),
    ),
)
# From 55 % on the laboratory's limit is not asked for.
HEART = all_of(
    lvef.is_known(),
    any_of(lvef.at_least(LVEF_55), lvef_lower_limit.is_known()),
    heart_failure_history.is_known(),
    anthracycline_or_chest_radiotherapy.is_known(),
    baseline_checks.has(BaselineCheck.ECG),
)
SCREENS = (
    BaselineCheck.HEPATITIS_C,
    BaselineCheck.HIV,
    BaselineCheck.VARICELLA,
    BaselineCheck.CHEST_X_RAY,
    BaselineCheck.IMMUNOGLOBULINS,
    BaselineCheck.ECG,
)

SETTLED: dict[str, Condition] = {
    "cyc_counts_first": COUNTS,
    "cyc_pregnancy_first": PREGNANCY,
    # That a check was not done is known, and leaves it to be done.
    "cyc_other_screens_first": all_of(*(baseline_checks.has(each) for each in SCREENS)),
    "cyc_pneumocystis_first": pneumocystis_prophylaxis.is_one_of(
        *(
            each
            for each in PneumocystisProphylaxis
            if each is not PneumocystisProphylaxis.NOT_PLANNED
        )
    ),
    "mitox_heart_first": HEART,
    "mitox_counts_first": COUNTS,
    "mitox_pregnancy_first": PREGNANCY,
}
