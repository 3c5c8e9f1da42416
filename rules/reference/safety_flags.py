"""What stands beside a verdict for the safety of either drug."""

from engine.language import Topic
from rules.reference.flagging import reference_flag

WHY_IS_IT_LOW = reference_flag(
    "why_is_the_count_low",
    "a count is low: disease or drug?",
    Topic.URGENT,
    "A blood count is low and its cause is not recorded. The same number is a reason to treat when "
    "the disease causes it, and a reason to hold when a drug, an infection or the marrow does. "
    "Find out first: smear, drug timeline, B12 and folate, haemolysis screen, antibodies or marrow "
    "as needed, with haematology.",
)
INFECTION_FIRST = reference_flag(
    "infection_first",
    "infection is looked for before any escalation",
    Topic.SAFETY,
    "Infection mimics a flare, and both can be there. Cultures and imaging come first; if both are "
    "there, the infection is treated and a bridge (immunoglobulin, plasma exchange, "
    "glucocorticoid) is considered by the team the same day.",
)
INFECTION_US = reference_flag(
    "infection_us_label",
    "infection under the United States label",
    Topic.EVIDENCE,
    "Under the United States label of cyclophosphamide an infection is a reason to hold and to be "
    "cautious rather than a formal contraindication; the British text names it as one.",
)
OBSTETRIC_TEAM = reference_flag(
    "obstetric_team",
    "an obstetric team decides with the others",
    Topic.TEAM,
    "In the second or third trimester, with life or an organ threatened, a guideline allows "
    "cyclophosphamide conditionally. Only a joint team with obstetrics may decide; pulses of "
    "glucocorticoid, azathioprine, tacrolimus and immunoglobulin are the safer list.",
)
SAFER_IN_PREGNANCY = reference_flag(
    "safer_in_pregnancy",
    "what is no way out in pregnancy and breastfeeding",
    Topic.ALTERNATIVE,
    "Mycophenolate and methotrexate are contraindicated in pregnancy and while breastfeeding, so "
    "changing to them is no way out. Compatible with pregnancy: hydroxychloroquine, azathioprine, "
    "tacrolimus, immunoglobulin and pulses of glucocorticoid.",
)
OBSTETRICS_EARLY = reference_flag(
    "obstetrics_early",
    "obstetrics takes part from the first trimester",
    Topic.TEAM,
    "In the first trimester cyclophosphamide is contraindicated, and the disease needs another "
    "treatment: obstetrics takes part in choosing it.",
)
CONTRACEPTION_FIRST = reference_flag(
    "contraception_first",
    "contraception and a pregnancy test come first",
    Topic.BEFORE_TREATMENT,
    "Pregnancy is possible, and effective contraception is not in place, or not recorded: "
    "contraception and a pregnancy test come before any dose. This is a question of time, not a "
    "contraindication.",
)
ONCOLOGY = reference_flag(
    "oncology_review",
    "oncology takes part",
    Topic.TEAM,
    "There is a cancer now: oncology takes part in the decision. Cladribine is contraindicated "
    "then, and JAK inhibitors call for caution.",
)
VACCINE = reference_flag(
    "live_vaccine_deferred",
    "the live vaccine is deferred, not the treatment",
    Topic.PREVENTION,
    "A live vaccine is planned: the vaccine is deferred, not the treatment. Inactivated and "
    "recombinant vaccines are planned now, before treatment where that is possible.",
)
HEPATITIS = reference_flag(
    "hepatitis_b_plan",
    "hepatitis B needs a plan first",
    Topic.SAFETY,
    "Hepatitis B: hepatology takes part, and an antiviral is begun before or with treatment.",
)
HEPATITIS_CORE = reference_flag(
    "hepatitis_b_core",
    "hepatitis B in the past: a plan where an anti-CD20 antibody is chosen",
    Topic.SAFETY,
    "The core antibody alone shows hepatitis B in the past. If an anti-CD20 antibody is chosen, "
    "hepatology takes part, and an antiviral is begun before or with it.",
)
TUBERCULOSIS_PLAN = reference_flag(
    "tuberculosis_plan",
    "latent tuberculosis needs a plan first",
    Topic.SAFETY,
    "Latent tuberculosis that was not treated: a treatment plan comes before or with "
    "immunosuppression.",
)
LOW_IGG = reference_flag(
    "low_immunoglobulin",
    "low immunoglobulin",
    Topic.SAFETY,
    "Immunoglobulin G below 3 g/L speaks for something other than an anti-CD20 antibody, and "
    "explains infections that return.",
)

FLAGS = (
    WHY_IS_IT_LOW,
    INFECTION_FIRST,
    INFECTION_US,
    OBSTETRIC_TEAM,
    OBSTETRICS_EARLY,
    SAFER_IN_PREGNANCY,
    CONTRACEPTION_FIRST,
    ONCOLOGY,
    VACCINE,
    HEPATITIS,
    HEPATITIS_CORE,
    TUBERCULOSIS_PLAN,
    LOW_IGG,
)
