"""What stands beside a verdict on autoimmune myopathy."""

from engine.language import Topic
from rules.reference.flagging import reference_flag

TRIPLE_AT_ONCE = reference_flag(
    "myopathy_triple_at_once",
    "anti-MDA5 and a rapidly failing lung: combination at once",
    Topic.URGENT,
    "With anti-MDA5, confirmed or suspected, the ladder is bypassed: one guideline (2023) uses "
    "glucocorticoid pulses with triple therapy, in which cyclophosphamide is one of several "
    "partners; a Spanish recommendation (2020) glucocorticoid with a calcineurin inhibitor, or "
    "triple with intravenous cyclophosphamide. High ferritin and spreading ground-glass shadows "
    "are signs of a poor prognosis. Normal muscle strength does not argue against it.",
)
COMBINATION = reference_flag(
    "myopathy_combination",
    "a rapidly failing lung: combination from the outset",
    Topic.URGENT,
    "A guideline names glucocorticoid pulses with combination from the outset: triple where "
    "anti-MDA5 is confirmed or suspected, otherwise double or triple; a meeting report speaks of "
    "two further drugs. Rituximab, cyclophosphamide, immunoglobulin, mycophenolate, a calcineurin "
    "inhibitor or a JAK inhibitor are the partners. Intensive care and lung medicine take part.",
)
WRONG_LABEL = reference_flag(
    "myopathy_wrong_label",
    "the label is looked at again before it is called refractory",
    Topic.SAFETY,
    "Much that was called polymyositis is inclusion body myositis, necrotising myopathy, "
    "antisynthetase syndrome or a steroid myopathy. The biopsy and the antibodies are looked at "
    "again before escalation.",
)
CANCER_SCREEN = reference_flag(
    "myopathy_cancer_screen",
    "a search for cancer comes before escalation",
    Topic.BEFORE_TREATMENT,
    "Dermatomyositis, and the antibodies anti-TIF1γ and anti-NXP2, go with cancer: the search is "
    "completed before cytotoxic escalation.",
)
NECROTISING_OPTIONS = reference_flag(
    "myopathy_necrotising",
    "necrotising myopathy: immunoglobulin or rituximab early",
    Topic.ALTERNATIVE,
    "With anti-HMGCR immunoglobulin early, with anti-SRP rituximab, are what general knowledge "
    "names (check the source).",
)
SWALLOWING = reference_flag(
    "myopathy_swallowing",
    "severe dysphagia: immunoglobulin",
    Topic.ALTERNATIVE,
    "Immunoglobulin, 2 g/kg every four to six weeks, is named for severe or refractory disease and "
    "for dysphagia.",
)
LUNG_OPTIONS = reference_flag(
    "myopathy_lung_options",
    "lung disease that is stable or progresses over months",
    Topic.ALTERNATIVE,
    "A guideline (2023) prefers mycophenolate first (it is no option in pregnancy or while "
    "breastfeeding); azathioprine, rituximab, a calcineurin or a JAK inhibitor and, conditionally, "
    "cyclophosphamide are options. On progression it names mycophenolate, rituximab, "
    "cyclophosphamide, nintedanib, a calcineurin or a JAK inhibitor and immunoglobulin. Unless it "
    "is rapid, cyclophosphamide is usually not combined.",
)
NEXT_STEPS = reference_flag(
    "myopathy_next_steps",
    "the ladder of myopathy",
    Topic.ALTERNATIVE,
    "Glucocorticoid, two conventional drugs (methotrexate, azathioprine, mycophenolate, tacrolimus "
    "or ciclosporin), immunoglobulin, rituximab or abatacept; cyclophosphamide is kept for what is "
    "refractory then.",
)
SYNTHETASE_DOSES = reference_flag(
    "myopathy_synthetase_doses",
    "regimens of antisynthetase lung disease",
    Topic.DOSE,
    "A review lists 0.5 to 1 g/m², or 10 to 15 mg/kg, monthly for six to twelve months. Shown for "
    "comparison; no regimen is suggested.",
)

FLAGS = (
    TRIPLE_AT_ONCE,
    COMBINATION,
    WRONG_LABEL,
    CANCER_SCREEN,
    NECROTISING_OPTIONS,
    SWALLOWING,
    LUNG_OPTIONS,
    NEXT_STEPS,
    SYNTHETASE_DOSES,
)
