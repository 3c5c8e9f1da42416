"""The numbers at which mitoxantrone is excluded, held or watched more closely."""

from engine.language import Confidence, Threshold

LVEF_50 = Threshold(
    id="mitox_lvef_50",
    label="Ejection fraction below which mitoxantrone is excluded anywhere",
    value=50,
    unit="%",
    confidence=Confidence.SECONDARY,
    cites=("MITOX-NOV",),
    note="The earlier United States label; the later one names the laboratory's lower limit. Here "
    "both count.",
)
LVEF_55 = Threshold(
    id="mitox_lvef_55",
    label="Ejection fraction from which a limit that is not known is not asked for",
    value=55,
    unit="%",
    confidence=Confidence.OWN,
    cites=("MITOX-LATER",),
    note="A laboratory's limit that is known counts above this as well.",
)
AT_THE_LIMIT = Threshold(
    id="mitox_lvef_limit",
    label="Distance from the laboratory's lower limit",
    value=0,
    unit="points",
    confidence=Confidence.SECONDARY,
    cites=("MITOX-LATER",),
)
FALL_OF_TEN = Threshold(
    id="mitox_lvef_fall",
    label="Fall of the ejection fraction under treatment",
    value=10,
    unit="points",
    confidence=Confidence.OWN,
    cites=("MITOX-LATER",),
    note="The label speaks of a clinically significant fall and gives no number.",
)
NEVER_GIVEN = Threshold(
    id="mitox_none_so_far",
    label="No mitoxantrone so far",
    value=0,
    unit="mg/m²",
    confidence=Confidence.OWN,
)
NEUTROPHILS_1500 = Threshold(
    id="mitox_neutrophils",
    label="Neutrophils below which mitoxantrone is not given",
    value=1.5,
    unit="×10⁹/L",
    confidence=Confidence.READ,
    cites=("MITOX-US",),
)
CAP_US = Threshold(
    id="mitox_cap_us",
    label="Lifetime dose of mitoxantrone by the United States label",
    value=140,
    unit="mg/m²",
    confidence=Confidence.READ,
    cites=("MITOX-LATER", "MITOX-US"),
    note="The label bars those who have received it; reckoning one dose of 12 ahead, eleven full "
    "doses fit, the twelfth does not.",
)
CAP_EU = Threshold(
    id="mitox_cap_eu",
    label="Lifetime dose of mitoxantrone by the European decision",
    value=72,
    unit="mg/m²",
    confidence=Confidence.SECONDARY,
    cites=("MITOX-EU",),
    note="Six full doses.",
)
CAUTION_100 = Threshold(
    id="mitox_caution",
    label="Lifetime dose from which extra caution is advised",
    value=100,
    unit="mg/m²",
    confidence=Confidence.SECONDARY,
    cites=("MITOX-US",),
    note="Harm to the heart was seen far below it as well.",
)
ALT_3 = Threshold(
    id="mitox_alt",
    label="Liver enzymes above which mitoxantrone is held",
    value=3,
    unit="× ULN",
    confidence=Confidence.UNSURE,
    cites=("MITOX-US",),
    note="The label speaks of impaired liver function; the number is general knowledge.",
)
LVEF_STALE = Threshold(
    id="mitox_lvef_age",
    label="Age of the ejection fraction from which it is too old",
    value=13,
    unit="weeks",
    confidence=Confidence.OWN,
    cites=("FDA-MITOX",),
    note="It is measured before every dose, and doses are three months apart.",
)
