"""The numbers at which published criteria for vasculitis draw a line."""

from engine.language import Confidence, Threshold

CREATININE_4 = Threshold(
    id="vasculitis_creatinine_severe",
    label="Creatinine of very severe kidney disease",
    value=4.0,
    unit="mg/dL",
    confidence=Confidence.SECONDARY,
    cites=("KDIGO-AAV24", "ACRVF21"),
    note="354 µmol/L.",
)
CREATININE_300 = Threshold(
    id="vasculitis_creatinine_exchange",
    label="Creatinine above which plasma exchange is considered",
    value=300,
    unit="µmol/L",
    confidence=Confidence.SECONDARY,
    cites=("KDIGO-AAV24",),
    note="3.4 mg/dL.",
)
CREATININE_150 = Threshold(
    id="vasculitis_creatinine_prognosis",
    label="Creatinine of the five-factor score",
    value=150,
    unit="µmol/L",
    confidence=Confidence.READ,
    cites=("FFS-09",),
)
AGE_65 = Threshold(
    id="vasculitis_age_prognosis",
    label="Age of the five-factor score",
    value=65,
    unit="years",
    confidence=Confidence.READ,
    cites=("FFS-09",),
)
AGE_75 = Threshold(
    id="vasculitis_age_benefit",
    label="Age above which treatment still benefits",
    value=75,
    unit="years",
    confidence=Confidence.SECONDARY,
    cites=("KDIGO-AAV24",),
)
