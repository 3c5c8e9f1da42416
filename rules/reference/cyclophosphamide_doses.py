"""Doses of cyclophosphamide: single, by table, after the lowest count, and the liver."""

from engine.language import Confidence, Rule, all_of, any_of, fires, silent
from rules.reference.concepts import CYC_STOP, CYCLOPHOSPHAMIDE_CANDIDATE
from rules.reference.cyclophosphamide_flags import (
    BLADDER_HISTORY,
    FEBRILE_NEUTROPENIA,
    HIGH_SINGLE_DOSE,
    LIVER,
    NADIR_20,
    NADIR_40,
    NADIR_STOP,
    OUTSIDE_TABLE,
    OVER_1500,
    REDUCED_BY_KIDNEY,
    TABLES_DIFFER,
)
from rules.reference.cyclophosphamide_lifetime import lifetime_10, lifetime_25
from rules.reference.cyclophosphamide_limits import (
    AGE_70,
    ALT_3,
    CREATININE_500,
    DOSE_1200,
    DOSE_1500,
    EGFR_30,
    FEVER,
    NADIR_ANC_05,
    NADIR_ANC_10,
    NADIR_ANC_15,
    NADIR_WBC_1,
    NADIR_WBC_2,
    NADIR_WBC_3,
    NEUTROPHILS_10,
)
from rules.reference.guards import CYCLOPHOSPHAMIDE_NAMED, GPA, MYOPATHY, NAMED_BUT_MYOPATHY
from rules.vocabulary.blood import alt, nadir_neutrophils, nadir_wbc, neutrophils
from rules.vocabulary.calculated import cyclops_dose, kdigo_dose
from rules.vocabulary.disease import age
from rules.vocabulary.heart import Malignancy, malignancy
from rules.vocabulary.infection import temperature
from rules.vocabulary.organs import OrganThreat, creatinine, egfr, organ_threats
from rules.vocabulary.patient import weight
from rules.vocabulary.treatments import (
    PlannedRegimen,
    on_cyclophosphamide,
    planned_dose,
    planned_regimen,
)

ON_IT = all_of(CYCLOPHOSPHAMIDE_NAMED, on_cyclophosphamide.yes)
# Doses by the tables mean something where the drug is an option or runs, and no fixed dose is
# planned.
BY_TABLE = all_of(
    any_of(CYCLOPHOSPHAMIDE_CANDIDATE.yes, on_cyclophosphamide.yes),
    any_of(
        planned_regimen.is_not_known(),
        planned_regimen.is_one_of(
            *(each for each in PlannedRegimen if each is not PlannedRegimen.EURO_LUPUS)
        ),
    ),
)
# A lowest count that is not told makes no band worse.
WHITE_CELLS_AT_LEAST_1 = any_of(nadir_wbc.is_not_known(), nadir_wbc.at_least(NADIR_WBC_1))
WHITE_CELLS_AT_LEAST_2 = any_of(nadir_wbc.is_not_known(), nadir_wbc.at_least(NADIR_WBC_2))
NEUTROPHILS_AT_LEAST_HALF = any_of(
    nadir_neutrophils.is_not_known(), nadir_neutrophils.at_least(NADIR_ANC_05)
)
NEUTROPHILS_AT_LEAST_1 = any_of(
    nadir_neutrophils.is_not_known(), nadir_neutrophils.at_least(NADIR_ANC_10)
)
NERVES = organ_threats.has(OrganThreat.MONONEURITIS)
NO_NERVES = organ_threats.has_not(OrganThreat.MONONEURITIS)
AT_58 = (age.is_(58), creatinine.is_(160))

bladder_history = Rule(
    id="RCYC-16",
    title="urology and oncology take part after bladder cancer",
    cites=("GENERAL", "CYC-BLADDER"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, malignancy.is_(Malignancy.PAST_BLADDER)),
    then=BLADDER_HISTORY,
    because="They know how likely it is to come back, and what else there is.",
    misuse="Their part is to advise; the team decides together.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(GPA, malignancy.is_(Malignancy.PAST_BLADDER)),
        silent(GPA, malignancy.is_(Malignancy.NONE)),
    ),
)

high_single_dose = Rule(
    id="RCYC-17",
    title="a pulse by table, or under discussion, above 1,200 mg",
    cites=("EDREN", "CYCLOPS-TAB"),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        any_of(
            planned_dose.above(DOSE_1200),
            all_of(BY_TABLE, any_of(cyclops_dose.above(DOSE_1200), kdigo_dose.above(DOSE_1200))),
        ),
    ),
    then=HIGH_SINGLE_DOSE,
    because="A dose by weight grows without bound; a cap keeps the heavy from being overdosed.",
    misuse="A cap is a question to the team, not a reason to cut in silence.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(GPA, NERVES, *AT_58, weight.is_(90)),
        silent(GPA, NERVES, *AT_58, weight.is_(80)),
        silent(GPA, NO_NERVES, *AT_58, weight.is_(90)),
        fires(GPA, NERVES, age.is_(58), egfr.is_(60), weight.is_(90)),
        silent(
            GPA,
            NERVES,
            *AT_58,
            weight.is_(90),
            planned_regimen.is_(PlannedRegimen.EURO_LUPUS),
        ),
        fires(GPA, planned_dose.is_(1300)),
        silent(GPA, planned_dose.is_(1200)),
    ),
)

beyond_every_cap = Rule(
    id="RCYC-18",
    title="a pulse by table, or under discussion, above 1,500 mg",
    cites=("TEACH",),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        any_of(
            planned_dose.above(DOSE_1500),
            all_of(BY_TABLE, any_of(cyclops_dose.above(DOSE_1500), kdigo_dose.above(DOSE_1500))),
        ),
    ),
    then=OVER_1500,
    because="Errors of unit or weight are likelier than a reason for such a dose.",
    misuse="Monthly high doses by body surface may come near: check which regimen is meant.",
    confidence=Confidence.OWN,
    examples=(
        fires(GPA, planned_dose.is_(1501)),
        silent(GPA, planned_dose.is_(1500)),
        fires(GPA, NERVES, *AT_58, weight.is_(110)),
        silent(GPA, NERVES, *AT_58, weight.is_(100)),
        silent(GPA, NO_NERVES, *AT_58, weight.is_(110)),
        fires(GPA, NERVES, age.is_(58), egfr.is_(60), weight.is_(110)),
    ),
)

outside_the_table = Rule(
    id="RCYC-19",
    title="creatinine above 500 µmol/L: outside the dose table",
    cites=("CYCLOPS-TAB", "TEACH"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, creatinine.above(CREATININE_500)),
    then=OUTSIDE_TABLE,
    because="The table of the trial ends here; no published row fits.",
    misuse="Outside the table is not outside treatment.",
    confidence=Confidence.OWN,
    examples=(fires(GPA, creatinine.is_(501)), silent(GPA, creatinine.is_(500))),
)

at_seventy = Rule(
    id="RCYC-20",
    title="exactly 70 years: two published tables differ",
    cites=("CYCLOPS-TAB", "KDIGO-AAV24"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, age.between(AGE_70, AGE_70), BY_TABLE),
    then=TABLES_DIFFER,
    because="One says 60 to 70 and above, the other 60 and 70.",
    misuse="A table at its edge is a prompt to think.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(GPA, age.is_(70), NERVES),
        silent(GPA, age.is_(71), NERVES),
        silent(GPA, age.is_(70), NO_NERVES),
    ),
)

reduced_by_kidney = Rule(
    id="RCYC-21",
    title="a filtration rate below 30 reduces the dose",
    cites=("KDIGO-AAV24", "CYCLOPS-TAB"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, egfr.below(EGFR_30)),
    then=REDUCED_BY_KIDNEY,
    because="Part of the drug leaves by the kidney; what stays longer does more harm.",
    misuse="The fixed low-dose regimen of lupus nephritis is not reckoned by weight.",
    confidence=Confidence.SECONDARY,
    examples=(fires(GPA, egfr.is_(29)), silent(GPA, egfr.is_(30))),
)

liver = Rule(
    id="RCYC-22",
    title="liver enzymes above three times the upper limit",
    cites=("GENERAL",),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, alt.above(ALT_3)),
    then=LIVER,
    because="The liver makes the drug active, and the drug can harm the liver.",
    misuse="Muscle disease raises these enzymes too.",
    confidence=Confidence.UNSURE,
    examples=(fires(GPA, alt.is_(3.1)), silent(GPA, alt.is_(3))),
)

liver_stop = Rule(
    id="RCYC-41",
    title="liver enzymes above three times the upper limit: held until the cause is known",
    cites=("GENERAL",),
    # What is not told is not asked for here: the safety data that are needed do not name it.
    when=all_of(NAMED_BUT_MYOPATHY, alt.is_known(), alt.above(ALT_3)),
    then=CYC_STOP,
    because="The liver makes the drug active, and the drug can harm the liver.",
    misuse="Held is not refused: most causes are found within days.",
    confidence=Confidence.UNSURE,
    examples=(fires(GPA, alt.is_(3.1)), silent(GPA, alt.is_(3)), silent(MYOPATHY, alt.is_(3.1))),
)

febrile_neutropenia = Rule(
    id="RCYC-23",
    title="fever with neutrophils below 1.0",
    cites=("GENERAL", "S33", "S34"),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED, temperature.at_least(FEVER), neutrophils.below(NEUTROPHILS_10)
    ),
    then=FEBRILE_NEUTROPENIA,
    because="Neutropenic sepsis is an emergency: the fever is treated, and the drug stops.",
    misuse="Between 0.5 and 1.0 it is the falling count that counts.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(GPA, temperature.is_(38), neutrophils.is_(0.9)),
        silent(GPA, temperature.is_(37.9), neutrophils.is_(0.9)),
        silent(GPA, temperature.is_(38), neutrophils.is_(1)),
    ),
)

nadir_first_band = Rule(
    id="RCYC-24",
    title="lowest count in the first band",
    cites=("BSR-AAV",),
    when=all_of(
        ON_IT,
        any_of(
            all_of(nadir_wbc.at_least(NADIR_WBC_2), nadir_wbc.below(NADIR_WBC_3)),
            all_of(nadir_neutrophils.at_least(NADIR_ANC_10), nadir_neutrophils.below(NADIR_ANC_15)),
        ),
        WHITE_CELLS_AT_LEAST_2,
        NEUTROPHILS_AT_LEAST_1,
    ),
    then=NADIR_20,
    because="The lowest count tells how this marrow bore this dose.",
    misuse="The lowest count is at day 8 to 14, not on the day of the next pulse.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(GPA, on_cyclophosphamide.yes, nadir_wbc.is_(2.9)),
        silent(GPA, on_cyclophosphamide.yes, nadir_wbc.is_(3)),
        fires(GPA, on_cyclophosphamide.yes, nadir_wbc.is_(2.9), nadir_neutrophils.is_(1)),
        silent(GPA, on_cyclophosphamide.yes, nadir_wbc.is_(2.9), nadir_neutrophils.is_(0.9)),
    ),
)

nadir_second_band = Rule(
    id="RCYC-25",
    title="lowest count in the second band",
    cites=("BSR-AAV",),
    when=all_of(
        ON_IT,
        any_of(
            all_of(nadir_wbc.at_least(NADIR_WBC_1), nadir_wbc.below(NADIR_WBC_2)),
            all_of(nadir_neutrophils.at_least(NADIR_ANC_05), nadir_neutrophils.below(NADIR_ANC_10)),
        ),
        WHITE_CELLS_AT_LEAST_1,
        NEUTROPHILS_AT_LEAST_HALF,
    ),
    then=NADIR_40,
    because="The lower the count went, the longer infection has an open door.",
    misuse="A reduced dose may be too little for the disease: the team weighs.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(GPA, on_cyclophosphamide.yes, nadir_wbc.is_(1.9)),
        silent(GPA, on_cyclophosphamide.yes, nadir_wbc.is_(2)),
        fires(GPA, on_cyclophosphamide.yes, nadir_wbc.is_(1.9), nadir_neutrophils.is_(0.5)),
        silent(GPA, on_cyclophosphamide.yes, nadir_wbc.is_(1.9), nadir_neutrophils.is_(0.4)),
    ),
)

nadir_third_band = Rule(
    id="RCYC-26",
    title="lowest count in the third band",
    cites=("BSR-AAV",),
    when=all_of(
        ON_IT,
        any_of(nadir_wbc.below(NADIR_WBC_1), nadir_neutrophils.below(NADIR_ANC_05)),
    ),
    then=NADIR_STOP,
    because="A marrow that went this low under one dose is not given the next without the team.",
    misuse="Stopped is not the end: other drugs and lower doses are discussed.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(GPA, on_cyclophosphamide.yes, nadir_wbc.is_(0.9)),
        silent(GPA, on_cyclophosphamide.yes, nadir_wbc.is_(1)),
    ),
)

DOSES = (
    lifetime_25,
    lifetime_10,
    bladder_history,
    high_single_dose,
    beyond_every_cap,
    outside_the_table,
    at_seventy,
    reduced_by_kidney,
    liver,
    febrile_neutropenia,
    nadir_first_band,
    nadir_second_band,
    nadir_third_band,
)
