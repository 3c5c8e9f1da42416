"""What stands beside a verdict on rheumatoid arthritis."""

from engine.language import Topic
from rules.reference.flagging import reference_flag

DIFFICULT = reference_flag(
    "arthritis_difficult_to_treat",
    "difficult to treat is not all options failed",
    Topic.EVIDENCE,
    "The criteria of difficult-to-treat arthritis are met: two mechanisms failed and signs of "
    "activity remain. That is not the same as the document's “all other options failed”, and it "
    "can include complaints without inflammation: confirm inflammation first.",
)
NOT_INFLAMED = reference_flag(
    "arthritis_not_inflamed",
    "no joint inflammation was found",
    Topic.SAFETY,
    "Inflammation of the joints was looked for and not found. Pain of another kind does not answer "
    "to stronger immunosuppression; no escalation before the cause is clear.",
)
VASCULITIS_OPTIONS = reference_flag(
    "arthritis_vasculitis_options",
    "rheumatoid vasculitis: glucocorticoid with cyclophosphamide or rituximab",
    Topic.ALTERNATIVE,
    "An open study of 1984 found intravenous cyclophosphamide with glucocorticoid better in "
    "systemic rheumatoid vasculitis; rituximab has its own series. The document names no drug "
    "here.",
)
LUNG_OPTIONS = reference_flag(
    "arthritis_lung_options",
    "interstitial lung disease: mycophenolate is preferred first",
    Topic.ALTERNATIVE,
    "For the lung disease of arthritis a guideline (2023) prefers mycophenolate first (it is no "
    "option in pregnancy or while breastfeeding); "
    "azathioprine, rituximab and, conditionally, cyclophosphamide are options. On progression it "
    "names mycophenolate, rituximab, cyclophosphamide and nintedanib. Unless it is rapid, "
    "cyclophosphamide is usually not combined with others, in contrast to the document's broader "
    "strategy.",
)
COMBINATION = reference_flag(
    "arthritis_combination",
    "a rapidly failing lung: combination from the outset",
    Topic.URGENT,
    "For a lung that fails rapidly a guideline (2023) names glucocorticoid pulses with a "
    "combination of drugs from the outset, cyclophosphamide among the partners. Intensive care and "
    "lung medicine take part.",
)
NEXT_STEPS = reference_flag(
    "arthritis_next_steps",
    "the ladder of rheumatoid arthritis",
    Topic.ALTERNATIVE,
    "Methotrexate in full dose, also under the skin; leflunomide or sulfasalazine where it cannot "
    "be; glucocorticoid for a short time only; then a biologic or, after weighing heart, clots and "
    "cancer, a JAK inhibitor; then another class. Alkylating drugs are not on the list of the "
    "guidelines.",
)

FLAGS = (
    DIFFICULT,
    NOT_INFLAMED,
    VASCULITIS_OPTIONS,
    LUNG_OPTIONS,
    NEXT_STEPS,
    COMBINATION,
)
