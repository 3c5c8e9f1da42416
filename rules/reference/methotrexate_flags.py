"""What is said of methotrexate in the small weekly dose."""

from engine.language import Topic
from rules.reference.flagging import reference_flag

RELATED_DRUG = reference_flag(
    "methotrexate_related",
    "low-dose methotrexate: same molecule, another purpose",
    Topic.EVIDENCE,
    "Methotrexate is an antimetabolite by class, but 7.5 to 25 mg once a week acts as an "
    "antirheumatic drug, the anchor of arthritis treatment. It lies outside the document's general "
    "reservation.",
)
NOT_WEEKLY = reference_flag(
    "methotrexate_not_weekly",
    "methotrexate that is not weekly: hard stop",
    Topic.URGENT,
    "Methotrexate is entered as not weekly. In low dose it is a once-weekly drug; daily use by "
    "mistake has been fatal. Stop and correct the entry or the prescription.",
)
EXCLUDED_BY_CHILD = reference_flag(
    "methotrexate_excluded",
    "methotrexate is excluded: pregnancy or breastfeeding",
    Topic.SAFETY,
    "The patient is pregnant or breastfeeding: that excludes methotrexate, in every trimester.",
)
EXCLUDED_BY_ALLERGY = reference_flag(
    "methotrexate_excluded_allergy",
    "methotrexate is excluded: hypersensitivity",
    Topic.SAFETY,
    "A hypersensitivity to methotrexate is recorded: that excludes it.",
)
EXCLUDED_BY_KIDNEY = reference_flag(
    "methotrexate_excluded_kidney",
    "methotrexate is excluded: dialysis, or a filtration rate below 30",
    Topic.SAFETY,
    "The kidneys do not remove methotrexate: dialysis is needed, or the filtration rate is below "
    "30. That excludes it.",
)
CO_TRIMOXAZOLE = reference_flag(
    "methotrexate_co_trimoxazole",
    "methotrexate with co-trimoxazole",
    Topic.INTERACTION,
    "Co-trimoxazole or trimethoprim with methotrexate can wipe out the marrow: the combination is "
    "contraindicated. Another agent is chosen for prevention or for the infection.",
)
KIDNEY_TEAM = reference_flag(
    "methotrexate_kidney",
    "methotrexate with a moderately low filtration rate",
    Topic.DOSE,
    "Between 30 and 60 methotrexate is a question for the team: lower doses by some practice, not "
    "at all for vasculitis maintenance by KDIGO.",
)
HOLD_AND_CALL = reference_flag(
    "methotrexate_hold",
    "methotrexate: hold and call",
    Topic.SAFETY,
    "White cells below 3.5, neutrophils below 1.6, platelets below 140 or liver enzymes above "
    "about two and a half times the limit: hold methotrexate and call.",
)
FLAGS = (
    RELATED_DRUG,
    NOT_WEEKLY,
    EXCLUDED_BY_CHILD,
    EXCLUDED_BY_ALLERGY,
    EXCLUDED_BY_KIDNEY,
    CO_TRIMOXAZOLE,
    KIDNEY_TEAM,
    HOLD_AND_CALL,
)
