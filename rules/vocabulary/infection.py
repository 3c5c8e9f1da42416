"""Infection now, infections that sleep, and what was checked before treatment."""

from engine.language import Choice, Code, Limits, Measurement, MultiChoice, Option
from rules.vocabulary.options import NOT_MULTIPLE_SCLEROSIS
from rules.vocabulary.sections import INFECTION


class ActiveInfection(Option):
    """Whether there is an infection now."""

    NONE = "none", "none", "Looked for, and none found."
    SUSPECTED = "suspected", "suspected", "Not settled yet."
    LOCALISED = "localised", "localised and mild"
    URINARY = "urinary", "urinary tract infection"
    SERIOUS = "serious", "serious", "Needs treatment by vein or admission, or threatens life."


class HepatitisB(Option):
    """Hepatitis B by surface antigen and core antibody."""

    SURFACE_ANTIGEN = "surface_antigen", "surface antigen positive"
    CORE_ANTIBODY_ONLY = "core_antibody_only", "core antibody positive, surface antigen negative"
    NEGATIVE = "negative", "both negative"


class Tuberculosis(Option):
    """Tuberculosis by test, picture and history."""

    NEGATIVE = "negative", "negative"
    LATENT_UNTREATED = "latent_untreated", "latent and not treated"
    LATENT_TREATED = "latent_treated", "latent and treated"
    ACTIVE = "active", "active"


class PneumocystisProphylaxis(Option):
    """How far prevention of pneumocystis pneumonia has come."""

    IN_PLACE = "in_place", "in place"
    PLANNED = "planned", "planned"
    NOT_PLANNED = "not_planned", "not planned"
    NOT_NEEDED = "not_needed", "judged not needed"


class BaselineCheck(Option):
    """What is checked before treatment begins."""

    HIV = "hiv", "HIV", "", "a test for HIV"
    HEPATITIS_C = "hepatitis_c", "hepatitis C", "", "a test for hepatitis C"
    VARICELLA = "varicella", "immunity to varicella", "", "a test of immunity to varicella"
    CHEST_X_RAY = "chest_x_ray", "chest X-ray", "", "a chest X-ray"
    ECG = "ecg", "ECG", "", "an ECG"
    IMMUNOGLOBULINS = "immunoglobulins", "immunoglobulins", "", "a measurement of immunoglobulins"
    TPMT_NUDT15 = (
        "tpmt_nudt15",
        "TPMT and NUDT15",
        "Before azathioprine.",
        "a test of TPMT and NUDT15",
    )
    G6PD = "g6pd", "G6PD", "Before dapsone.", "a test of G6PD"
    CERVICAL_SCREENING = "cervical_screening", "cervical screening"
    DENTAL = "dental", "dental check", "", "a dental check"


active_infection = Choice(
    id="active_infection",
    label="Infection now",
    question="Is there an infection now?",
    help="Infection mimics active disease. None: looked for and not found; not looked for is "
    "unknown.",
    section=INFECTION.id,
    options=ActiveInfection,
    synonyms=("sepsis", "fever", "pneumonia", "cystitis"),
    said=(
        (ActiveInfection.NONE, "there is no infection"),
        (ActiveInfection.SUSPECTED, "an infection is suspected"),
        (ActiveInfection.LOCALISED, "there is a localised and mild infection"),
        (ActiveInfection.URINARY, "there is a urinary tract infection"),
        (ActiveInfection.SERIOUS, "there is a serious infection"),
    ),
)

temperature = Measurement(
    id="temperature",
    label="Temperature",
    question="What is the body temperature?",
    help="Enter the highest value of the last 24 hours.",
    section=INFECTION.id,
    unit="°C",
    hard=Limits(30, 43),
    soft=Limits(34, 42),
    synonyms=("fever",),
    codes=(Code("LOINC", "8310-5"),),
    subject="the highest temperature of the last 24 hours",
)

hepatitis_b = Choice(
    id="hepatitis_b",
    label="Hepatitis B",
    question="What do the tests for hepatitis B say?",
    help="Surface antigen and core antibody together. Not tested is unknown.",
    section=INFECTION.id,
    options=HepatitisB,
    synonyms=("HBV", "HBsAg", "anti-HBc"),
    codes=(Code("LOINC", "5195-3"), Code("LOINC", "16933-4")),
    said=(
        (HepatitisB.SURFACE_ANTIGEN, "the hepatitis B surface antigen is positive"),
        (
            HepatitisB.CORE_ANTIBODY_ONLY,
            "the hepatitis B core antibody is positive and the surface antigen negative",
        ),
        (
            HepatitisB.NEGATIVE,
            "the hepatitis B surface antigen and core antibody are both negative",
        ),
    ),
)

tuberculosis = Choice(
    id="tuberculosis",
    label="Tuberculosis",
    question="What does screening for tuberculosis say?",
    help="By interferon release test or skin test, chest X-ray and history. Not tested is unknown.",
    section=INFECTION.id,
    options=Tuberculosis,
    synonyms=("TB", "IGRA", "QuantiFERON", "latent"),
    said=(
        (Tuberculosis.NEGATIVE, "screening for tuberculosis is negative"),
        (Tuberculosis.LATENT_UNTREATED, "there is latent tuberculosis that has not been treated"),
        (Tuberculosis.LATENT_TREATED, "there is latent tuberculosis that has been treated"),
        (Tuberculosis.ACTIVE, "there is active tuberculosis"),
    ),
)

igg = Measurement(
    id="igg",
    label="Immunoglobulin G",
    question="How high is immunoglobulin G?",
    help="Enter the serum value before the next dose.",
    section=INFECTION.id,
    unit="g/L",
    hard=Limits(0, 60),
    soft=Limits(0.5, 50),
    synonyms=("IgG", "hypogammaglobulinaemia", "antibodies"),
    subject="the serum immunoglobulin G",
)

pneumocystis_prophylaxis = Choice(
    id="pneumocystis_prophylaxis",
    label="Prevention of pneumocystis pneumonia",
    question="How far has prevention of pneumocystis pneumonia come?",
    help="In place: a drug is taken. Judged not needed is an answer; not thought of is unknown.",
    section=INFECTION.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    options=PneumocystisProphylaxis,
    synonyms=("PJP", "PCP", "co-trimoxazole", "prophylaxis"),
    subject="prophylaxis against pneumocystis pneumonia",
    said=(
        (
            PneumocystisProphylaxis.NOT_NEEDED,
            "prophylaxis against pneumocystis pneumonia is judged not to be needed",
        ),
    ),
)

baseline_checks = MultiChoice(
    id="baseline_checks",
    label="Checks before treatment",
    question="Which of these checks have been done?",
    help="Done counts, whatever the result. Those that are not chosen count as not done.",
    section=INFECTION.id,
    options=BaselineCheck,
    synonyms=("screening", "baseline", "HIV", "ECG", "varicella"),
    said=("{option} has been done", "{option} has not been done"),
)

INFECTION_FINDINGS = (
    active_infection,
    temperature,
    hepatitis_b,
    tuberculosis,
    igg,
    pneumocystis_prophylaxis,
    baseline_checks,
)
