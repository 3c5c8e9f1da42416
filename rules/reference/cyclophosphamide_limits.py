"""The numbers at which cyclophosphamide is excluded, held, reduced or capped."""

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
        id=f"cyc_{name}",
        label=label,
        value=value,
        unit=unit,
        confidence=confidence,
        cites=cites,
        note=note,
    )


COUNT = "×10⁹/L"
NEUTROPHILS_05 = _number(
    "neutrophils_half",
    "Neutrophils below which nothing is given, whatever the cause",
    0.5,
    COUNT,
    Confidence.GENERAL,
    ("CYC-US",),
)
NEUTROPHILS_10 = _number(
    "neutrophils_one",
    "Neutrophils of a marked fall",
    1.0,
    COUNT,
    Confidence.GENERAL,
    ("GENERAL",),
)
NEUTROPHILS_15 = _number(
    "neutrophils_hold",
    "Neutrophils at or below which a dose is held",
    1.5,
    COUNT,
    Confidence.GENERAL,
    ("CYC-US",),
    "The label pairs it with platelets; either alone is this program's stricter choice.",
)
PLATELETS_50 = _number(
    "platelets_hold",
    "Platelets below which a dose is held",
    50,
    COUNT,
    Confidence.GENERAL,
    ("CYC-US",),
    "The label pairs it with neutrophils; either alone is this program's stricter choice.",
)
PLATELETS_100 = _number(
    "platelets_look", "Platelets below which the team looks again", 100, COUNT, Confidence.OWN
)
WBC_4 = _number(
    "wbc_postpone",
    "White cells below which the next pulse is postponed",
    4.0,
    COUNT,
    Confidence.UNSURE,
    ("BSR-AAV",),
)
NADIR_WBC_3 = _number(
    "nadir_wbc_3", "Lowest white cells, first band", 3, COUNT, Confidence.UNSURE, ("BSR-AAV",)
)
NADIR_WBC_2 = _number(
    "nadir_wbc_2", "Lowest white cells, second band", 2, COUNT, Confidence.UNSURE, ("BSR-AAV",)
)
NADIR_WBC_1 = _number(
    "nadir_wbc_1", "Lowest white cells, third band", 1, COUNT, Confidence.UNSURE, ("BSR-AAV",)
)
NADIR_ANC_15 = _number(
    "nadir_neutrophils_15",
    "Lowest neutrophils, first band",
    1.5,
    COUNT,
    Confidence.UNSURE,
    ("BSR-AAV",),
)
NADIR_ANC_10 = _number(
    "nadir_neutrophils_10",
    "Lowest neutrophils, second band",
    1.0,
    COUNT,
    Confidence.UNSURE,
    ("BSR-AAV",),
)
NADIR_ANC_05 = _number(
    "nadir_neutrophils_05",
    "Lowest neutrophils, third band",
    0.5,
    COUNT,
    Confidence.UNSURE,
    ("BSR-AAV",),
)
LIFETIME_36 = _number(
    "lifetime_36",
    "Lifetime dose that is associated with cancer",
    36,
    "g",
    Confidence.SECONDARY,
    ("KDIGO-AAV24", "KDIGO-GD21", "CYC-BLADDER"),
)
LIFETIME_25_G = _number(
    "lifetime_25",
    "Lifetime dose that some national practice aims not to exceed",
    25,
    "g",
    Confidence.UNSURE,
    ("GENERAL",),
)
LIFETIME_10_G = _number(
    "lifetime_10",
    "Lifetime dose that matters for fertility",
    10,
    "g",
    Confidence.SECONDARY,
    ("KDIGO-GD21",),
)
DOSE_1200 = _number(
    "dose_1200",
    "Cap of a single pulse that one unit derives from the trial",
    1200,
    "mg",
    Confidence.SECONDARY,
    ("EDREN",),
)
DOSE_1500 = _number(
    "dose_1500",
    "Single dose beyond every cap that was found",
    1500,
    "mg",
    Confidence.OWN,
    (),
    "Some practice caps at 1,500 mg (general knowledge of moderate confidence).",
)
CREATININE_500 = _number(
    "creatinine_500",
    "Creatinine at which the dose table ends",
    500,
    "µmol/L",
    Confidence.GENERAL,
    ("CYCLOPS-TAB",),
)
EGFR_30 = _number(
    "egfr_30",
    "Filtration rate below which the dose is reduced",
    30,
    "mL/min/1.73 m²",
    Confidence.SECONDARY,
    ("KDIGO-AAV24",),
)
AGE_70 = _number(
    "age_70",
    "Age at which two dose tables differ",
    70,
    "years",
    Confidence.READ,
    ("CYCLOPS-TAB", "KDIGO-AAV24"),
)
ALT_3 = _number(
    "alt_3",
    "Liver enzymes above which a dose is held",
    3,
    "× ULN",
    Confidence.UNSURE,
    ("GENERAL",),
)
FEVER = _number("fever", "Fever", 38.0, "°C", Confidence.GENERAL, ("GENERAL",))
