"""What stands beside a verdict on cyclophosphamide."""

from engine.language import Topic
from rules.reference.flagging import reference_flag

COUNT_FROM_DISEASE = reference_flag(
    "cyc_count_from_disease",
    "the disease lowers the count: not an automatic bar",
    Topic.SAFETY,
    "The count is low because of the disease, or lifelong and harmless. That is no automatic bar: "
    "haematology takes part, the dose is planned lower, and the lowest count is looked for. "
    "Microangiopathy and bleeding come first.",
)
MODERATE_PLATELETS = reference_flag(
    "cyc_moderate_platelets",
    "platelets between 50 and 100 from a drug, an infection or the marrow",
    Topic.SAFETY,
    "Platelets lie between 50 and 100 and not because of the disease. No source that was read "
    "draws a line here; the team looks again before a dose.",
)
LIFETIME_25 = reference_flag(
    "cyc_lifetime_25",
    "the lifetime dose reaches 25 g",
    Topic.RISK,
    "The lifetime dose reaches 25 g, which some national practice aims not to exceed (general "
    "knowledge of moderate confidence, check the source). Doses above 36 g are associated with "
    "cancer, of the bladder above all.",
)
FERTILITY_10 = reference_flag(
    "cyc_lifetime_fertility",
    "10 g and a wish for children",
    Topic.RISK,
    "The lifetime dose reaches 10 g and there is a wish for children: below 10 g is what "
    "guidelines aim for then.",
)
COURSE_TO_36 = reference_flag(
    "cyc_course_36",
    "the course would bring the lifetime dose to 36 g",
    Topic.RISK,
    "With the published total of the regimen under discussion the lifetime dose would come to 36 g "
    "or more, the range that is associated with cancer, of the bladder above all. The sum stands "
    "among the calculated facts.",
)
COURSE_TO_25 = reference_flag(
    "cyc_course_25",
    "the course would bring the lifetime dose to 25 g",
    Topic.RISK,
    "With the published total of the regimen under discussion the lifetime dose would come to 25 g "
    "or more, which some national practice aims not to exceed (general knowledge of moderate "
    "confidence, check the source).",
)
COURSE_TO_10 = reference_flag(
    "cyc_course_10",
    "the course would bring the lifetime dose to 10 g, and there is a wish for children",
    Topic.RISK,
    "With the published total of the regimen under discussion the lifetime dose would come to 10 g "
    "or more, and there is a wish for children: below 10 g is what guidelines aim for then.",
)
BLADDER_HISTORY = reference_flag(
    "cyc_bladder_history",
    "bladder cancer in the past",
    Topic.TEAM,
    "There was a cancer of the bladder: urology and oncology take part. It stands in neither "
    "label; speaking against the drug then is general knowledge.",
)
HIGH_SINGLE_DOSE = reference_flag(
    "cyc_high_single_dose",
    "a single dose above 1,200 mg",
    Topic.DOSE,
    "The dose by a table or under discussion is above 1,200 mg, the cap that one unit derives "
    "from the trial. It is shown as it is and never cut in silence. From a body mass index of 30 "
    "on, many use an adjusted weight (check the source).",
)
OVER_1500 = reference_flag(
    "cyc_over_1500",
    "a single dose above 1,500 mg",
    Topic.SAFETY,
    "The dose by a table or under discussion is above 1,500 mg: beyond every cap that was found. "
    "It is this dose that is in question, not the drug: weight, unit and regimen are checked "
    "before it is given.",
)
OUTSIDE_TABLE = reference_flag(
    "cyc_outside_table",
    "creatinine above the dose table",
    Topic.DOSE,
    "Creatinine is above 500 µmol/L, where the published table ends: the dose is a question for "
    "the team, with nephrology.",
)
TABLES_DIFFER = reference_flag(
    "cyc_tables_differ",
    "two published tables differ at age 70",
    Topic.DOSE,
    "At exactly 70 years one table reads 12.5, the other 10 mg/kg. Both doses are shown; for "
    "teaching the lower one is taken, and the team chooses.",
)
REDUCED_BY_KIDNEY = reference_flag(
    "cyc_reduced_by_kidney",
    "the dose is reduced by kidney function",
    Topic.DOSE,
    "Below a filtration rate of 30 the published reductions take 2.5 mg/kg off a pulse, or 0.5 "
    "mg/kg off the daily dose.",
)
LIVER = reference_flag(
    "cyc_liver",
    "liver enzymes above three times the limit",
    Topic.SAFETY,
    "Liver enzymes are above three times the upper limit: a dose would be held until the cause is "
    "known; blocked liver veins are one, and in myopathy muscle raises them too.",
)
FEBRILE_NEUTROPENIA = reference_flag(
    "cyc_febrile_neutropenia",
    "fever with hardly any neutrophils",
    Topic.URGENT,
    "Fever with neutrophils below 0.5, or below 1.0 and falling: the pathway for neutropenic "
    "sepsis, at once; cyclophosphamide stops.",
)
NADIR_20 = reference_flag(
    "cyc_nadir_20",
    "lowest count: next dose a fifth lower",
    Topic.DOSE,
    "White cells between 2 and 3, or neutrophils between 1.0 and 1.5, at their lowest: the next "
    "dose is reduced by 20 %.",
)
NADIR_40 = reference_flag(
    "cyc_nadir_40",
    "lowest count: next dose two fifths lower",
    Topic.DOSE,
    "White cells between 1 and 2, or neutrophils between 0.5 and 1.0, at their lowest: the next "
    "dose is reduced by 40 %.",
)
NADIR_STOP = reference_flag(
    "cyc_nadir_stop",
    "lowest count: stop, and the team",
    Topic.SAFETY,
    "White cells below 1 or neutrophils below 0.5 at their lowest: no further dose before the team "
    "has decided.",
)
US_STATUS = reference_flag(
    "cyc_status_us",
    "off-label in the United States",
    Topic.EVIDENCE,
    "The only non-malignant indication of the United States label is minimal change nephrotic "
    "syndrome in children, so every use here is off-label there.",
)
UK_STATUS = reference_flag(
    "cyc_status_uk",
    "licensed for life-threatening autoimmune disease in the United Kingdom",
    Topic.EVIDENCE,
    "The British text names life-threatening autoimmune disease, among it severe progressive lupus "
    "nephritis and GPA, and otherwise only immunosuppression in life-threatening situations: the "
    "closest a label comes to the document's general reservation.",
)
MARROW_DRUGS = reference_flag(
    "cyc_interaction_marrow",
    "another drug that lowers counts",
    Topic.INTERACTION,
    "Azathioprine, mycophenolate and methotrexate lower counts too; they do not overlap with "
    "cyclophosphamide as a routine. Azathioprine with allopurinol or febuxostat is dangerous by "
    "itself.",
)
ALLOPURINOL = reference_flag(
    "cyc_interaction_allopurinol",
    "allopurinol",
    Topic.INTERACTION,
    "Allopurinol makes cyclophosphamide more toxic to the marrow.",
)
ANTICOAGULANT = reference_flag(
    "cyc_interaction_warfarin",
    "warfarin",
    Topic.INTERACTION,
    "The effect of warfarin may rise or fall: the INR is checked more often.",
)
SUXAMETHONIUM = reference_flag(
    "cyc_interaction_suxamethonium",
    "suxamethonium",
    Topic.INTERACTION,
    "For about ten days after a dose suxamethonium may paralyse much longer: the anaesthetist is "
    "told.",
)
LEUKOPENIC_DRUGS = reference_flag(
    "cyc_interaction_pressure_drugs",
    "a thiazide or an ACE inhibitor",
    Topic.INTERACTION,
    "Thiazides and ACE inhibitors may add to low white cells (general knowledge of moderate "
    "confidence, check the source).",
)
INDUCER = reference_flag(
    "cyc_interaction_inducer",
    "an enzyme inducer",
    Topic.INTERACTION,
    "Inducers of liver enzymes change how much of the drug becomes active, and how quickly.",
)
CARDIOTOXIC = reference_flag(
    "cyc_interaction_cardiotoxic",
    "other harm to the heart",
    Topic.INTERACTION,
    "Anthracyclines, mitoxantrone, radiotherapy to the chest and other cardiotoxic drugs add to "
    "the harm that high doses do to the heart.",
)

FLAGS = (
    COUNT_FROM_DISEASE,
    MODERATE_PLATELETS,
    LIFETIME_25,
    FERTILITY_10,
    COURSE_TO_36,
    COURSE_TO_25,
    COURSE_TO_10,
    BLADDER_HISTORY,
    HIGH_SINGLE_DOSE,
    OVER_1500,
    OUTSIDE_TABLE,
    TABLES_DIFFER,
    REDUCED_BY_KIDNEY,
    LIVER,
    FEBRILE_NEUTROPENIA,
    NADIR_20,
    NADIR_40,
    NADIR_STOP,
    US_STATUS,
    UK_STATUS,
    MARROW_DRUGS,
    ALLOPURINOL,
    ANTICOAGULANT,
    SUXAMETHONIUM,
    LEUKOPENIC_DRUGS,
    INDUCER,
    CARDIOTOXIC,
)
