"""When what a plan measures lies beyond a line, and what is done then; shared by several lines."""

from engine.language import Condition, Crossing, InRange, Measurement, Threshold, any_of
from rules.reference.cyclophosphamide_limits import (
    ALT_3,
    COUNT,
    CREATININE_500,
    EGFR_30,
    LIFETIME_36,
    NADIR_ANC_05,
    NADIR_ANC_10,
    NADIR_ANC_15,
    NADIR_WBC_1,
    NADIR_WBC_2,
    NADIR_WBC_3,
    NEUTROPHILS_05,
    NEUTROPHILS_15,
    PLATELETS_50,
    PLATELETS_100,
    WBC_4,
)
from rules.reference.safety import FEVER, IGG_3
from rules.vocabulary.blood import alt, nadir_neutrophils, nadir_wbc, neutrophils, platelets, wbc
from rules.vocabulary.heart import (
    Hypersensitivity,
    Malignancy,
    UrinaryFindings,
    hypersensitivity,
    malignancy,
    urinary_findings,
    urinary_outflow_obstruction,
)
from rules.vocabulary.infection import (
    ActiveInfection,
    HepatitisB,
    Tuberculosis,
    active_infection,
    hepatitis_b,
    igg,
    temperature,
    tuberculosis,
)
from rules.vocabulary.organs import creatinine, egfr
from rules.vocabulary.reproduction import (
    PregnancyStatus,
    contraception_effective,
    pregnancy_status,
)
from rules.vocabulary.treatment_options import Medicine
from rules.vocabulary.treatments import medicines, prior_cyclophosphamide

NOT_GIVEN = "not given"
UNTIL_SETTLED = "not given until it is treated or worked up"


def crossing(when: Condition, then: str, words: str = "") -> Crossing:
    """A line that may be crossed."""
    return Crossing(when=when, then=then, words=words)


def band(of: Measurement, low: Threshold, high: Threshold) -> InRange:
    """From one threshold on, and below the next."""
    return InRange(
        of.id, low.unit, low=low.value, high=high.value, high_included=False, marks=(low, high)
    )


# Pregnancy and infection, with either drug.
CONTRACEPTION_FIRST = crossing(contraception_effective.no, "contraception comes first")
BREASTFEEDING = crossing(pregnancy_status.is_(PregnancyStatus.BREASTFEEDING), NOT_GIVEN)
TRIMESTERS = (
    PregnancyStatus.TRIMESTER_1,
    PregnancyStatus.TRIMESTER_2,
    PregnancyStatus.TRIMESTER_3,
)
FEVERISH = crossing(temperature.at_least(FEVER), UNTIL_SETTLED)
INFECTED = crossing(
    active_infection.is_one_of(
        ActiveInfection.SUSPECTED, ActiveInfection.URINARY, ActiveInfection.SERIOUS
    ),
    UNTIL_SETTLED,
)
INFECTED_LOCALLY = crossing(
    active_infection.is_(ActiveInfection.LOCALISED), "the team settles it first"
)
SCREENED = (
    crossing(tuberculosis.is_(Tuberculosis.ACTIVE), "not given until it is treated"),
    crossing(
        tuberculosis.is_(Tuberculosis.LATENT_UNTREATED), "a treatment plan before or with the drug"
    ),
    crossing(hepatitis_b.is_(HepatitisB.SURFACE_ANTIGEN), "hepatology first: an antiviral"),
)
CANCER = crossing(malignancy.is_(Malignancy.CURRENT), "oncology and the team decide")

# Cyclophosphamide.
PREGNANT = (
    crossing(
        pregnancy_status.is_(PregnancyStatus.TRIMESTER_1), "not given; obstetrics and the team"
    ),
    crossing(
        pregnancy_status.is_one_of(PregnancyStatus.TRIMESTER_2, PregnancyStatus.TRIMESTER_3),
        "not given, unless life or an organ is threatened: then obstetrics and the team decide",
    ),
    BREASTFEEDING,
)
_BY_CAUSE = "not given or left to the team, by its cause"
COUNTS_FIRST = (
    crossing(wbc.below(WBC_4), "postponed or left to the team, by its cause"),
    crossing(neutrophils.below(NEUTROPHILS_05), "not given, whatever the cause"),
    crossing(neutrophils.at_most(NEUTROPHILS_15), _BY_CAUSE),
    crossing(platelets.below(PLATELETS_50), _BY_CAUSE),
    crossing(platelets.below(PLATELETS_100), "the team looks again"),
)
COUNTS_BEFORE = (
    crossing(wbc.below(WBC_4), "postponed until it is back, then about a quarter less"),
    crossing(neutrophils.at_most(NEUTROPHILS_15), NOT_GIVEN),
    crossing(platelets.below(PLATELETS_50), NOT_GIVEN),
    crossing(platelets.below(PLATELETS_100), "when they fall, the team looks again"),
)
COUNTS_OF_TABLETS = (
    crossing(wbc.below(WBC_4), "stop, count every week, begin again lower"),
    crossing(neutrophils.at_most(NEUTROPHILS_15), "stop"),
    crossing(platelets.below(PLATELETS_50), "stop"),
)
LOWEST_COUNTS = (
    crossing(
        any_of(nadir_wbc.below(NADIR_WBC_1), nadir_neutrophils.below(NADIR_ANC_05)),
        "stop, and the team decides",
        f"lowest white cells below {NADIR_WBC_1.value}, or neutrophils below {NADIR_ANC_05.value} "
        f"{COUNT}",
    ),
    crossing(
        any_of(
            band(nadir_wbc, NADIR_WBC_1, NADIR_WBC_2),
            band(nadir_neutrophils, NADIR_ANC_05, NADIR_ANC_10),
        ),
        "next dose 40 % lower",
        f"white cells from {NADIR_WBC_1.value} to below {NADIR_WBC_2.value}, or neutrophils from "
        f"{NADIR_ANC_05.value} to below {NADIR_ANC_10.value} {COUNT}",
    ),
    crossing(
        any_of(
            band(nadir_wbc, NADIR_WBC_2, NADIR_WBC_3),
            band(nadir_neutrophils, NADIR_ANC_10, NADIR_ANC_15),
        ),
        "next dose 20 % lower",
        f"white cells from {NADIR_WBC_2.value} to below {NADIR_WBC_3.value}, or neutrophils from "
        f"{NADIR_ANC_10.value} to below {NADIR_ANC_15.value} {COUNT}",
    ),
)
KIDNEY = crossing(egfr.below(EGFR_30), "a dose by weight is reduced by table")
OUTSIDE_TABLE = crossing(creatinine.above(CREATININE_500), "outside the table, the team decides")
LIVER = crossing(alt.above(ALT_3), "held until the cause is known")
BLEEDING = crossing(
    urinary_findings.is_one_of(
        UrinaryFindings.NON_GLOMERULAR_HAEMATURIA, UrinaryFindings.HAEMORRHAGIC_CYSTITIS
    ),
    "not given before culture, cytology and cystoscopy",
)
OUTFLOW = crossing(urinary_outflow_obstruction.yes, NOT_GIVEN)
LOW_IGG = crossing(igg.below(IGG_3), "speaks against rituximab as the other drug")
HISTORY = (
    crossing(prior_cyclophosphamide.at_least(LIFETIME_36), "speaks against a further course"),
    CANCER,
    crossing(
        malignancy.is_(Malignancy.PAST_BLADDER), "speaks against it; urology and oncology take part"
    ),
    crossing(medicines.has(Medicine.ETANERCEPT), "the combination ends first"),
    crossing(hypersensitivity.has(Hypersensitivity.CYCLOPHOSPHAMIDE), NOT_GIVEN),
)
