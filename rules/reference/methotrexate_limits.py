"""Thresholds for methotrexate in the small weekly dose."""

from engine.language import Confidence, Threshold

EGFR_30 = Threshold(
    id="mtx_egfr_30",
    label="Filtration rate below which methotrexate is not given",
    value=30,
    unit="mL/min/1.73 m²",
    confidence=Confidence.UNSURE,
    cites=("MTX-LBL",),
    note="The label speaks of severe impairment; the number is general knowledge.",
)
EGFR_60 = Threshold(
    id="mtx_egfr_60",
    label="Filtration rate below which methotrexate is a question for the team",
    value=60,
    unit="mL/min/1.73 m²",
    confidence=Confidence.SECONDARY,
    cites=("KDIGO-AAV24", "SPS"),
)
WBC_35 = Threshold(
    id="mtx_wbc",
    label="White cells below which methotrexate is held",
    value=3.5,
    unit="×10⁹/L",
    confidence=Confidence.READ,
    cites=("SPS",),
)
NEUTROPHILS_16 = Threshold(
    id="mtx_neutrophils",
    label="Neutrophils below which methotrexate is held",
    value=1.6,
    unit="×10⁹/L",
    confidence=Confidence.READ,
    cites=("SPS",),
)
PLATELETS_140 = Threshold(
    id="mtx_platelets",
    label="Platelets below which methotrexate is held",
    value=140,
    unit="×10⁹/L",
    confidence=Confidence.READ,
    cites=("SPS",),
)
ALT_25 = Threshold(
    id="mtx_alt",
    label="Liver enzymes above which methotrexate is held",
    value=2.5,
    unit="× ULN",
    confidence=Confidence.OWN,
    cites=("SPS",),
    note="The source says 100 U/L, about two and a half times the usual limit.",
)
