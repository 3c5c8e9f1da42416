"""The numbers at which published criteria for lupus draw a line."""

from engine.language import Confidence, Threshold


def _number(
    name: str,
    label: str,
    value: float,
    unit: str,
    confidence: Confidence,
    cites: tuple[str, ...] = (),
    note: str = "",
) -> Threshold:
    return Threshold(
        id=f"lupus_{name}",
        label=label,
        value=value,
        unit=unit,
        confidence=confidence,
        cites=cites,
        note=note,
    )


PLATELETS_20 = _number(
    "platelets_severe",
    "Platelets of severe lupus",
    20,
    "×10⁹/L",
    Confidence.GENERAL,
    ("EULAR-SLE19",),
)
PLATELETS_25 = _number(
    "platelets_grey",
    "Platelets below which another society speaks of severe lupus",
    25,
    "×10⁹/L",
    Confidence.UNSURE,
    ("BSR-SLE18",),
    "Between 20 and 25 the two cuts differ; the team looks again.",
)
SLEDAI_12 = _number(
    "sledai_severe",
    "SLEDAI-2K above which lupus is severe",
    12,
    "points",
    Confidence.SECONDARY,
    ("MY-CPG-SLE", "SLEDAI-TAB"),
)
SLEDAI_10 = _number(
    "sledai_high",
    "SLEDAI-2K above which another band calls it high",
    10,
    "points",
    Confidence.READ,
    ("SLEDAI-TAB",),
)
SLEDAI_6 = _number(
    "sledai_six",
    "SLEDAI-2K at which two bands differ between mild and moderate",
    6,
    "points",
    Confidence.UNSURE,
    ("MY-CPG-SLE", "EULAR-SLE19"),
)
UPCR_HALF = _number(
    "upcr_biopsy",
    "Proteinuria above which a biopsy is discussed",
    0.5,
    "g/g",
    Confidence.READ,
    ("ACR-LN24",),
)
UPCR_1 = _number(
    "upcr_membranous",
    "Proteinuria from which membranous nephritis counts as active",
    1,
    "g/g",
    Confidence.READ,
    ("ACR-LN24",),
    "That it counts as severe is this program's own reading.",
)
UPCR_3 = _number(
    "upcr_nephrotic",
    "Proteinuria from which the arm with a calcineurin inhibitor is preferred",
    3,
    "g/g",
    Confidence.READ,
    ("ACR-LN24",),
)
EGFR_45 = _number(
    "egfr_calcineurin",
    "Filtration rate above which a calcineurin inhibitor is an option",
    45,
    "mL/min/1.73 m²",
    Confidence.READ,
    ("KDIGO-LN24",),
    "One sentence of the guideline prints the opposite sign; its own figure says above 45.",
)
EGFR_15 = _number(
    "egfr_end_stage",
    "Filtration rate of established kidney failure",
    15,
    "mL/min/1.73 m²",
    Confidence.OWN,
)
PREDNISONE_7_5 = _number(
    "prednisone",
    "Prednisone above which low disease activity is not reached",
    7.5,
    "mg/day",
    Confidence.READ,
    ("DORIS-TAB",),
)
PRIOR_10 = _number(
    "prior_dose_fertility",
    "Lifetime cyclophosphamide that matters for fertility",
    10,
    "g",
    Confidence.SECONDARY,
    ("KDIGO-GD21",),
)
HAEMOGLOBIN_80 = _number(
    "haemoglobin",
    "Haemoglobin up to which haemolytic anaemia is severe",
    8,
    "g/dL",
    Confidence.READ,
    ("GLADEL-AIHA",),
)
