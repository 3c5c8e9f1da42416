"""What stands beside a verdict on mitoxantrone."""

from engine.language import Flag, Layer, Topic


def _flag(name: str, label: str, topic: Topic, text: str) -> Flag:
    return Flag(id=name, label=label, layer=Layer.REFERENCE, topic=topic, text=text)


LIMIT_UNKNOWN = _flag(
    "mitox_lvef_limit_unknown",
    "borderline ejection fraction, laboratory limit not known",
    Topic.SAFETY,
    "The ejection fraction lies between 50 and 55 % and the laboratory's lower limit is not "
    "recorded: below that limit mitoxantrone is excluded. Ask the laboratory, and cardiology.",
)
REGION_UNKNOWN = _flag(
    "mitox_region_unknown",
    "the lower cap counts while the region is not known",
    Topic.SAFETY,
    "The region is not recorded. By the European decision the next dose would exceed the lifetime "
    "cap of 72 mg/m²; by the United States label (140 mg/m²) it would not. The lower one is to be "
    "reckoned with until the region is known.",
)
SULFITE_US = _flag(
    "mitox_sulfite_us",
    "sulfite allergy under the United States label",
    Topic.SAFETY,
    "The product may contain sulfite. Under the United States label this is a warning, elsewhere "
    "an exclusion: allergology and the team decide.",
)
NEAR_CAP = _flag(
    "mitox_near_cap",
    "extra caution from 100 mg/m² on",
    Topic.RISK,
    "With the next dose the lifetime dose reaches 100 mg/m²: harm to the heart becomes more "
    "likely, and it is seen far below as well.",
)
STALE_LVEF = _flag(
    "mitox_lvef_stale",
    "the ejection fraction is older than one dose interval",
    Topic.BEFORE_TREATMENT,
    "The ejection fraction is to be measured before every dose; this one is from before the last "
    "interval. A normal value at the start is no clearance.",
)
CARDIOLOGY = _flag(
    "mitox_cardiology",
    "cardiology takes part",
    Topic.TEAM,
    "The ejection fraction is low or has fallen, or there is heart disease: cardiology takes part "
    "now, whether or not the drug is discussed further.",
)
SEQUENCE = _flag(
    "mitox_after_natalizumab",
    "brain infection after natalizumab",
    Topic.RISK,
    "Natalizumab was given before: progressive multifocal leukoencephalopathy has to be thought of "
    "when drugs follow one another.",
)
KNOWN_RISKS = _flag(
    "mitox_known_risks",
    "how often mitoxantrone does harm",
    Topic.RISK,
    "A review of 2010 counted a fall of the ejection fraction in 12 %, heart failure in 0.4 % and "
    "leukaemia in 0.81 %; a safety study counted a low ejection fraction in 5.3 %, heart failure "
    "in 2.0 % and leukaemia in 0.6 %. In people with cancer a label reports heart failure in 2.6 % "
    "up to 140 mg/m².",
)
ROUTE = _flag(
    "mitox_route",
    "into a freely running infusion only",
    Topic.RISK,
    "It is given slowly into a freely running infusion; beside the vein it destroys tissue, and "
    "into the spinal canal, under the skin or into muscle it is never given.",
)
