"""Pregnancy and fertility: asked directly, never taken from sex or age."""

from engine.language import Choice, Code, Option, YesNo
from rules.vocabulary.sections import REPRODUCTION


class PregnancyStatus(Option):
    """Whether there is a pregnancy now."""

    NOT_PREGNANT = "not_pregnant", "not pregnant", "By a test now, or because it is impossible."
    TRIMESTER_1 = "trimester_1", "pregnant, first trimester"
    TRIMESTER_2 = "trimester_2", "pregnant, second trimester"
    TRIMESTER_3 = "trimester_3", "pregnant, third trimester"
    BREASTFEEDING = "breastfeeding", "breastfeeding", "Not pregnant, and breastfeeding."


pregnancy_possible = YesNo(
    id="pregnancy_possible",
    label="Pregnancy possible",
    question="Can this patient become pregnant?",
    help="Ask; neither sex nor age tells. No: for instance after removal of the uterus, after the "
    "menopause, or in a man.",
    section=REPRODUCTION.id,
    synonyms=("childbearing", "menopause", "hysterectomy"),
    said=("the patient can become pregnant", "the patient cannot become pregnant"),
)

pregnancy_status = Choice(
    id="pregnancy_status",
    label="Pregnancy",
    question="Is the patient pregnant or breastfeeding now?",
    help="By a test, not by what is likely. Without a test it is unknown.",
    section=REPRODUCTION.id,
    options=PregnancyStatus,
    synonyms=("pregnant", "trimester", "breastfeeding", "lactation", "hCG"),
    codes=(Code("LOINC", "2118-8"),),
    subject="the patient",
    said=(
        (PregnancyStatus.TRIMESTER_1, "the patient is in the first trimester of pregnancy"),
        (PregnancyStatus.TRIMESTER_2, "the patient is in the second trimester of pregnancy"),
        (PregnancyStatus.TRIMESTER_3, "the patient is in the third trimester of pregnancy"),
        (PregnancyStatus.BREASTFEEDING, "the patient is not pregnant but is breastfeeding"),
    ),
)

contraception_effective = YesNo(
    id="contraception_effective",
    label="Effective contraception",
    question="Is effective contraception in place?",
    help="Asked of every patient who can become pregnant or father a child. No: none, or one that "
    "is not reliable.",
    section=REPRODUCTION.id,
    synonyms=("contraceptive", "birth control"),
    said=(
        "effective contraception is in place",
        "effective contraception is not in place",
    ),
)

fertility_wish = YesNo(
    id="fertility_wish",
    label="Wish for children",
    question="Does the patient want children later, or want to keep that open?",
    help="Asked of patients of every sex. No: asked, and not wanted.",
    section=REPRODUCTION.id,
    synonyms=("fertility", "sperm", "ovary", "family planning"),
    said=(
        "the patient wants children later or wants to keep that open",
        "the patient does not want children later",
    ),
)

REPRODUCTION_FINDINGS = (
    pregnancy_possible,
    pregnancy_status,
    contraception_effective,
    fertility_wish,
)
