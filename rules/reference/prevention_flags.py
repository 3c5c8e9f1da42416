"""What is said of prevention, drug by drug."""

from engine.language import Topic
from rules.reference.flagging import reference_flag

PNEUMOCYSTIS = reference_flag(
    "prevention_pneumocystis",
    "prevention of pneumocystis pneumonia",
    Topic.PREVENTION,
    "With cyclophosphamide or rituximab for ANCA-associated vasculitis prevention of pneumocystis "
    "pneumonia is advised for everyone, through the course and for at least six months after "
    "rituximab; in other diseases above all with more than 15 to 30 mg of prednisolone for some "
    "weeks. The agent is chosen by what "
    "else there is: methotrexate, a sulfonamide allergy, G6PD, the kidneys.",
)
AGENT_TRAP = reference_flag(
    "prevention_agent",
    "co-trimoxazole is not for everyone",
    Topic.PREVENTION,
    "Co-trimoxazole meets an obstacle here: methotrexate, or an allergy to sulfonamides. "
    "Atovaquone, dapsone (after G6PD) or pentamidine are the other agents.",
)
FERTILITY = reference_flag(
    "prevention_fertility",
    "fertility is spoken of before the first dose",
    Topic.PREVENTION,
    "Before treatment, with all sexes: sperm banking for men; for women on monthly pulses of "
    "cyclophosphamide a GnRH agonist, ten to fourteen days before a dose where possible, perhaps "
    "not needed with the low-dose regimen.",
)
FERTILITY_MITOXANTRONE = reference_flag(
    "prevention_fertility_mitoxantrone",
    "fertility is spoken of before the first dose of mitoxantrone",
    Topic.PREVENTION,
    "Before treatment, with all sexes: sperm banking for men; in women, the older the likelier, "
    "periods may stay away (moderate confidence, check the source).",
)
CONTRACEPTION = reference_flag(
    "prevention_contraception",
    "contraception during cyclophosphamide and after it",
    Topic.PREVENTION,
    "Labels ask for contraception after the last dose for a year in women, and in men for four "
    "months (United States) or six (Europe). A reproductive guideline asks for less: the drug "
    "stops three months before conception, in women and men.",
)
CONTRACEPTION_MITOXANTRONE = reference_flag(
    "prevention_contraception_mitoxantrone",
    "contraception during mitoxantrone and after it",
    Topic.PREVENTION,
    "European texts ask for contraception after the last dose for four months in women and six in "
    "men (moderate confidence, check the source).",
)
BLADDER = reference_flag(
    "prevention_bladder",
    "the bladder is protected",
    Topic.PREVENTION,
    "Fluid for a day, doses in the morning, frequent emptying; mesna with pulses, often left out "
    "with 500 mg. Mesna itself can cause a reaction that looks like a flare or sepsis.",
)
VACCINES = reference_flag(
    "prevention_vaccines",
    "vaccines are planned before treatment",
    Topic.PREVENTION,
    "Inactivated and recombinant vaccines at any time, best before treatment; others than "
    "influenza wait while prednisone is 20 mg or more. Live vaccines wait: around them tablets of "
    "cyclophosphamide are held four weeks before and four after, pulses one interval before and "
    "four weeks after.",
)
VACCINES_MITOXANTRONE = reference_flag(
    "prevention_vaccines_mitoxantrone",
    "vaccines are planned before mitoxantrone",
    Topic.PREVENTION,
    "Inactivated and recombinant vaccines are planned now, best before treatment; live vaccines "
    "are deferred.",
)
END_DATE = reference_flag(
    "prevention_end_date",
    "induction has an end",
    Topic.PREVENTION,
    "Cyclophosphamide is for three to six months of induction, then another drug maintains. This "
    "course is longer, or its length is not recorded: an end date belongs into the plan.",
)
END_PLANNED = reference_flag(
    "prevention_end_planned",
    "the end is planned before the first dose",
    Topic.PREVENTION,
    "Induction with cyclophosphamide takes three to six months, then another drug maintains: the "
    "plan names that date before the first dose.",
)
FLAGS = (
    PNEUMOCYSTIS,
    AGENT_TRAP,
    FERTILITY,
    FERTILITY_MITOXANTRONE,
    CONTRACEPTION,
    CONTRACEPTION_MITOXANTRONE,
    BLADDER,
    VACCINES,
    VACCINES_MITOXANTRONE,
    END_DATE,
    END_PLANNED,
)
