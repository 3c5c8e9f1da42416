"""Numbers that several diseases share."""

from engine.language import Confidence, Threshold

RISE_50 = Threshold(
    id="kidney_creatinine_alarm",
    label="Creatinine rise within three months that raises the alarm",
    value=50,
    unit="%",
    confidence=Confidence.OWN,
    cites=("KDIGO-AKD",),
    note="Corresponds to a fall of the filtration rate of about 39 %.",
)
RISE_80 = Threshold(
    id="kidney_creatinine_classic",
    label="Creatinine rise of classic rapidly progressive nephritis",
    value=80,
    unit="%",
    confidence=Confidence.OWN,
    cites=("GENERAL",),
    note="Half of the filtration rate lost is a rise by about 80 to 100 %.",
)
SPO2_92 = Threshold(
    id="lung_saturation",
    label="Oxygen saturation below which lung bleeding threatens life",
    value=92,
    unit="%",
    confidence=Confidence.OWN,
    cites=("KDIGO-AAV24",),
    note="Guidelines speak of hypoxaemia; the number is this program's own.",
)
