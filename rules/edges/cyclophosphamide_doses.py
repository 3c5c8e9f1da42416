"""Edges of doses of cyclophosphamide: single, by table, after the lowest count, and the liver."""

from engine.language import Edges, edges, fires_for_each, silent_for_each
from rules.edges.diagnoses import (
    ARTHRITIS,
    GPA,
    LUPUS,
    MPA,
    MYOPATHY,
    NOT_AUTOIMMUNE,
    OTHER_VASCULITIS,
    PSORIASIS,
    cyclophosphamide_named,
)
from rules.vocabulary.blood import alt, nadir_neutrophils, nadir_wbc, neutrophils
from rules.vocabulary.disease import age
from rules.vocabulary.infection import temperature
from rules.vocabulary.organs import OrganThreat, creatinine, egfr, organ_threats
from rules.vocabulary.patient import weight
from rules.vocabulary.treatments import (
    PlannedRegimen,
    on_cyclophosphamide,
    planned_dose,
    planned_regimen,
)

NERVES = organ_threats.has(OrganThreat.MONONEURITIS)
NO_NERVES = organ_threats.has_not(OrganThreat.MONONEURITIS)
ON_IT = (GPA, on_cyclophosphamide.yes)
EURO_LUPUS = planned_regimen.is_(PlannedRegimen.EURO_LUPUS)
PULSES = planned_regimen.is_(PlannedRegimen.PULSE_PER_KG)
# At 64 years either table says 12.5 mg/kg: 1,200 mg for 96 kg, 1,500 mg for 120 kg.
BY_CREATININE = (GPA, age.is_(64), creatinine.is_(160))
BY_FILTRATION = (GPA, age.is_(64), egfr.is_(60))

DOSES: tuple[Edges, ...] = (
    edges(
        "RCYC-17",
        cyclophosphamide_named(planned_dose.is_(1201)),
        silent_for_each((GPA, planned_dose.is_(1200))),
        fires_for_each((*BY_CREATININE, NERVES), weight.is_(96.08)),
        silent_for_each((*BY_CREATININE, NERVES), weight.is_(96)),
        fires_for_each((*BY_FILTRATION, NERVES), weight.is_(96.08)),
        silent_for_each((*BY_FILTRATION, NERVES), weight.is_(96)),
        # The tables count where the drug is an option, or runs.
        fires_for_each((*BY_CREATININE, weight.is_(97)), NERVES, on_cyclophosphamide.yes),
        fires_for_each((*BY_CREATININE, weight.is_(97), NO_NERVES), on_cyclophosphamide.yes),
        silent_for_each((*BY_CREATININE, weight.is_(97)), NO_NERVES, on_cyclophosphamide.no),
        # A fixed dose is not reckoned by weight; a dose under discussion counts all the same.
        fires_for_each((*BY_CREATININE, weight.is_(97), NERVES), PULSES),
        silent_for_each((*BY_CREATININE, weight.is_(97), NERVES), EURO_LUPUS),
        fires_for_each((GPA, planned_dose.is_(1201)), EURO_LUPUS, PULSES, NO_NERVES),
        # The lower dose of one table does not hide the higher one of the other.
        fires_for_each((*BY_CREATININE, NERVES, weight.is_(97)), egfr.is_(29)),
        silent_for_each((PSORIASIS, *BY_CREATININE[1:], weight.is_(97), on_cyclophosphamide.yes)),
    ),
    edges(
        "RCYC-18",
        cyclophosphamide_named(planned_dose.is_(1501)),
        silent_for_each((GPA, planned_dose.is_(1500))),
        fires_for_each((*BY_CREATININE, NERVES), weight.is_(120.08)),
        silent_for_each((*BY_CREATININE, NERVES), weight.is_(120)),
        fires_for_each((*BY_FILTRATION, NERVES), weight.is_(120.08)),
        silent_for_each((*BY_FILTRATION, NERVES), weight.is_(120)),
        fires_for_each((*BY_CREATININE, weight.is_(121)), NERVES, on_cyclophosphamide.yes),
        fires_for_each((*BY_CREATININE, weight.is_(121), NO_NERVES), on_cyclophosphamide.yes),
        silent_for_each((*BY_CREATININE, weight.is_(121)), NO_NERVES, on_cyclophosphamide.no),
        fires_for_each((*BY_CREATININE, weight.is_(121), NERVES), PULSES),
        silent_for_each((*BY_CREATININE, weight.is_(121), NERVES), EURO_LUPUS),
        fires_for_each((GPA, planned_dose.is_(1501)), EURO_LUPUS, PULSES, NO_NERVES),
        silent_for_each((PSORIASIS, *BY_CREATININE[1:], weight.is_(121), on_cyclophosphamide.yes)),
    ),
    edges(
        "RCYC-19",
        cyclophosphamide_named(creatinine.is_(501)),
        silent_for_each((GPA, creatinine.is_(500))),
    ),
    edges(
        "RCYC-20",
        cyclophosphamide_named(age.is_(70), on_cyclophosphamide.yes),
        fires_for_each((GPA, NERVES), age.is_(70)),
        silent_for_each((GPA, NERVES), age.is_(69), age.is_(71)),
        silent_for_each((GPA, age.is_(70)), (), NO_NERVES, on_cyclophosphamide.no),
        fires_for_each((GPA, age.is_(70), NERVES), PULSES),
        silent_for_each((GPA, age.is_(70), NERVES), EURO_LUPUS),
    ),
    edges(
        "RCYC-21",
        cyclophosphamide_named(egfr.is_(29)),
        silent_for_each((GPA, egfr.is_(30))),
    ),
    edges(
        "RCYC-22",
        cyclophosphamide_named(alt.is_(3.1)),
        silent_for_each((GPA, alt.is_(3))),
    ),
    edges(
        "RCYC-41",
        # Muscle raises these enzymes in myopathy: there it is no reason to hold.
        fires_for_each((GPA, alt.is_(3.1)), LUPUS, GPA, MPA, OTHER_VASCULITIS, ARTHRITIS),
        silent_for_each((GPA, alt.is_(3.1)), MYOPATHY, PSORIASIS, NOT_AUTOIMMUNE),
        silent_for_each((GPA, alt.is_(3))),
    ),
    edges(
        "RCYC-23",
        cyclophosphamide_named(temperature.is_(38), neutrophils.is_(0.9)),
        silent_for_each((GPA, temperature.is_(38), neutrophils.is_(0.9)), temperature.is_(37.9)),
        silent_for_each((GPA, temperature.is_(38), neutrophils.is_(0.9)), neutrophils.is_(1)),
        silent_for_each((GPA,), temperature.is_(38), neutrophils.is_(0.9)),
    ),
    # The lowest counts: 2 to 3 or 1.0 to 1.5, 1 to 2 or 0.5 to 1.0, and below; the worse decides.
    edges(
        "RCYC-24",
        cyclophosphamide_named(on_cyclophosphamide.yes, nadir_wbc.is_(2.5)),
        fires_for_each(
            ON_IT,
            nadir_wbc.is_(2),
            nadir_wbc.is_(2.9),
            nadir_neutrophils.is_(1),
            nadir_neutrophils.is_(1.4),
            (nadir_wbc.is_(2), nadir_neutrophils.is_(1.9)),
            (nadir_wbc.is_(2.9), nadir_neutrophils.is_(1.5)),
            (nadir_wbc.is_(3), nadir_neutrophils.is_(1)),
            (nadir_wbc.is_(6), nadir_neutrophils.is_(1.4)),
            (nadir_wbc.is_(2), nadir_neutrophils.is_(1)),
        ),
        silent_for_each(
            ON_IT,
            (),
            nadir_wbc.is_(1.9),
            nadir_wbc.is_(3),
            nadir_neutrophils.is_(0.9),
            nadir_neutrophils.is_(1.5),
            (nadir_wbc.is_(3), nadir_neutrophils.is_(1.5)),
            (nadir_wbc.is_(1.9), nadir_neutrophils.is_(1)),
            (nadir_wbc.is_(2.9), nadir_neutrophils.is_(0.9)),
        ),
        silent_for_each((GPA, nadir_wbc.is_(2.5)), (), on_cyclophosphamide.no),
    ),
    edges(
        "RCYC-25",
        cyclophosphamide_named(on_cyclophosphamide.yes, nadir_wbc.is_(1.5)),
        fires_for_each(
            ON_IT,
            nadir_wbc.is_(1),
            nadir_wbc.is_(1.9),
            nadir_neutrophils.is_(0.5),
            nadir_neutrophils.is_(0.9),
            (nadir_wbc.is_(1), nadir_neutrophils.is_(1)),
            (nadir_wbc.is_(1.9), nadir_neutrophils.is_(1.5)),
            (nadir_wbc.is_(2), nadir_neutrophils.is_(0.5)),
            (nadir_wbc.is_(6), nadir_neutrophils.is_(0.9)),
            (nadir_wbc.is_(1), nadir_neutrophils.is_(0.5)),
        ),
        silent_for_each(
            ON_IT,
            (),
            nadir_wbc.is_(0.9),
            nadir_wbc.is_(2),
            nadir_neutrophils.is_(0.4),
            nadir_neutrophils.is_(1),
            (nadir_wbc.is_(2), nadir_neutrophils.is_(1)),
            (nadir_wbc.is_(0.9), nadir_neutrophils.is_(0.5)),
            (nadir_wbc.is_(1.9), nadir_neutrophils.is_(0.4)),
        ),
        silent_for_each((GPA, nadir_wbc.is_(1.5)), (), on_cyclophosphamide.no),
    ),
    edges(
        "RCYC-26",
        cyclophosphamide_named(on_cyclophosphamide.yes, nadir_wbc.is_(0.9)),
        fires_for_each(
            ON_IT,
            nadir_wbc.is_(0.9),
            nadir_neutrophils.is_(0.4),
            (nadir_wbc.is_(2), nadir_neutrophils.is_(0.4)),
            (nadir_wbc.is_(0.9), nadir_neutrophils.is_(0.5)),
        ),
        silent_for_each(
            ON_IT,
            (),
            nadir_wbc.is_(1),
            nadir_neutrophils.is_(0.5),
            (nadir_wbc.is_(1), nadir_neutrophils.is_(0.5)),
        ),
        silent_for_each((GPA, nadir_wbc.is_(0.9)), (), on_cyclophosphamide.no),
    ),
)
