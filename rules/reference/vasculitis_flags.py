"""What stands beside a verdict on vasculitis."""

from engine.language import Topic
from rules.reference.flagging import reference_flag

RITUXIMAB_BESIDE = reference_flag(
    "vasculitis_rituximab_beside",
    "rituximab stands beside cyclophosphamide",
    Topic.EVIDENCE,
    "For severe GPA and MPA, rituximab or cyclophosphamide with glucocorticoid is the first "
    "treatment; the American guideline (2021) prefers rituximab, the European one (2022) names "
    "both and prefers rituximab in relapse. The document names cyclophosphamide only, and its "
    "verdict stays as it is.",
)
SEVERE_KIDNEY = reference_flag(
    "vasculitis_severe_kidney",
    "very severe kidney disease: two societies differ",
    Topic.EVIDENCE,
    "Above a creatinine of 4 mg/dL (354 µmol/L), or where the filtration rate falls rapidly, there "
    "is little experience with rituximab alone: KDIGO (2024) favours cyclophosphamide, or both "
    "together; the American guideline calls it controversial. The team decides, and records why.",
)
NO_WAITING = reference_flag(
    "vasculitis_no_waiting",
    "no failure has to be awaited: delay may harm",
    Topic.URGENT,
    "The document speaks of conventional drugs that do not suffice. In organ-threatening GPA and "
    "MPA published criteria ask for no earlier failure: induction is the first treatment, and the "
    "danger lies in delay.",
)
REGAINED_PLACE = reference_flag(
    "vasculitis_relapse_on_rituximab",
    "severe relapse on rituximab: cyclophosphamide regains its place",
    Topic.STRATEGY,
    "A severe relapse under rituximab maintenance is treated by a change to cyclophosphamide; a "
    "relapse without rituximab rather by rituximab.",
)
SWITCH = reference_flag(
    "vasculitis_switch",
    "refractory: the other of the two, not both",
    Topic.STRATEGY,
    "After one adequate induction in vain, guidelines change to the other of rituximab and "
    "cyclophosphamide rather than combine them, look for infection first, and use immunoglobulin "
    "as a short bridge.",
)
EXCHANGE_CONFLICT = reference_flag(
    "vasculitis_plasma_exchange",
    "plasma exchange: guidelines conflict",
    Topic.EVIDENCE,
    "KDIGO (2024) considers plasma exchange above a creatinine of 300 µmol/L, with dialysis or a "
    "rapid rise, and in lung bleeding with hypoxaemia; the American guideline (2021) does not use "
    "it as a routine in nephritis and is conditionally against it in lung bleeding. With anti-GBM "
    "antibodies it belongs to the treatment.",
)
MILDER_WITHOUT_METHOTREXATE = reference_flag(
    "vasculitis_milder_without_methotrexate",
    "not severe, and methotrexate is excluded",
    Topic.ALTERNATIVE,
    "Where no organ is threatened, the American guideline puts methotrexate with glucocorticoid "
    "first, which is excluded here; the European one names rituximab with glucocorticoid. A rising "
    "ANCA titre alone is never a trigger.",
)
MILDER_OPTIONS = reference_flag(
    "vasculitis_milder_options",
    "what comes first where it is not severe",
    Topic.ALTERNATIVE,
    "Where no organ is threatened, the American guideline puts methotrexate with glucocorticoid "
    "first, the European one rituximab with glucocorticoid. A rising ANCA titre alone is never a "
    "trigger.",
)
EGPA_OPTIONS = reference_flag(
    "vasculitis_egpa",
    "EGPA: adjacent to the document",
    Topic.ALTERNATIVE,
    "The document does not name EGPA. Severe: cyclophosphamide or rituximab, the former favoured "
    "for the heart. Not severe: mepolizumab, methotrexate, azathioprine or mycophenolate "
    "(methotrexate and mycophenolate not in pregnancy or while breastfeeding).",
)
ANTI_GBM_URGENT = reference_flag(
    "vasculitis_anti_gbm",
    "anti-GBM disease is treated without delay",
    Topic.URGENT,
    "Cyclophosphamide for two to three months, glucocorticoid, and plasma exchange every day "
    "until the antibody is gone are the published first treatment; days decide about the kidneys. "
    "Only with dialysis, crescents in every glomerulus and no lung bleeding is it withheld. The "
    "document does not name this disease.",
)
OLDER_PATIENT = reference_flag(
    "vasculitis_older_patient",
    "age changes dose and watching, not eligibility",
    Topic.DOSE,
    "People above 75 benefit from treatment as well; doses are lower and watching is closer.",
)
ALTERNATIVES = reference_flag(
    "vasculitis_alternatives",
    "what else there is in vasculitis",
    Topic.ALTERNATIVE,
    "Without cyclophosphamide: rituximab; immunoglobulin as a bridge while infection or pregnancy "
    "forbids more; glucocorticoid; plasma exchange where its place is agreed. For maintenance "
    "rituximab, azathioprine or methotrexate (not in pregnancy or while breastfeeding); "
    "cyclophosphamide is not a maintenance drug.",
)
WITHOUT_RITUXIMAB = reference_flag(
    "vasculitis_alternatives_without_rituximab",
    "what else there is in vasculitis where rituximab is no way out",
    Topic.ALTERNATIVE,
    "Without cyclophosphamide, and with rituximab closed or in vain: immunoglobulin as a bridge, "
    "glucocorticoid, and plasma exchange where its place is agreed. For maintenance azathioprine "
    "or methotrexate (not in pregnancy or while breastfeeding).",
)
PROGNOSIS = reference_flag(
    "vasculitis_five_factors",
    "two or more factors of poor prognosis",
    Topic.RISK,
    "Two or more factors of the five-factor score of 2009 (age above 65, heart, gut, creatinine "
    "of 150 µmol/L or more; absence of ear, nose and throat signs is not asked here): in its "
    "series 40 % died within five years, against 9 % with none. For EGPA a guideline takes the "
    "score of 1996, which is not calculated here.",
)

FLAGS = (
    RITUXIMAB_BESIDE,
    SEVERE_KIDNEY,
    NO_WAITING,
    REGAINED_PLACE,
    SWITCH,
    EXCHANGE_CONFLICT,
    MILDER_OPTIONS,
    MILDER_WITHOUT_METHOTREXATE,
    EGPA_OPTIONS,
    ANTI_GBM_URGENT,
    OLDER_PATIENT,
    ALTERNATIVES,
    WITHOUT_RITUXIMAB,
    PROGNOSIS,
)
