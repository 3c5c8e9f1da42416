"""What stands beside a verdict on lupus."""

from engine.language import Topic
from rules.reference.flagging import reference_flag

TRIPLE_THERAPY = reference_flag(
    "lupus_triple_therapy",
    "the regimens of lupus nephritis stand side by side",
    Topic.EVIDENCE,
    "Low-dose cyclophosphamide, alone or with belimumab, is one accepted initial option beside "
    "mycophenolate alone, mycophenolate with belimumab and mycophenolate with a calcineurin "
    "inhibitor (KDIGO 2024). The American College of Rheumatology (2024) prefers a triple regimen "
    "built on mycophenolate. Mycophenolate is no option in pregnancy or while breastfeeding. "
    "Towards cyclophosphamide lean doubtful adherence, access and severe disease elsewhere; away "
    "from it fertility and earlier doses. The document's verdict stays as it is.",
)
CALCINEURIN_ARM = reference_flag(
    "lupus_calcineurin_arm",
    "much protein in the urine: the arm with a calcineurin inhibitor",
    Topic.ALTERNATIVE,
    "With 3 g/g of protein or more and a filtration rate above 45, the arm with a calcineurin "
    "inhibitor is preferred within triple therapy.",
)
BELIMUMAB_ARM = reference_flag(
    "lupus_belimumab_arm",
    "disease beyond the kidney: the arm with belimumab",
    Topic.ALTERNATIVE,
    "With active lupus beyond the kidney, the arm with belimumab is preferred within triple "
    "therapy.",
)
FERTILITY = reference_flag(
    "lupus_mycophenolate_for_fertility",
    "a wish for children speaks for mycophenolate",
    Topic.ALTERNATIVE,
    "The wish for children speaks for a regimen built on mycophenolate, with contraception "
    "meanwhile, as mycophenolate harms an unborn child.",
)
MUCH_BEFORE = reference_flag(
    "lupus_mycophenolate_after_10_g",
    "the lifetime dose speaks for mycophenolate",
    Topic.ALTERNATIVE,
    "There have been 10 g of cyclophosphamide or more: that speaks for a regimen built on "
    "mycophenolate, with contraception, as mycophenolate harms an unborn child.",
)
LOW_DOSE = reference_flag(
    "lupus_low_dose_preferred",
    "the low-dose regimen is preferred in nephritis",
    Topic.DOSE,
    "In lupus nephritis the low-dose regimen (500 mg every two weeks, six times) is preferred: "
    "strongly over daily tablets, conditionally over high monthly pulses.",
)
REFRACTORY_OPTIONS = reference_flag(
    "lupus_refractory_options",
    "what guidelines name for refractory nephritis",
    Topic.ALTERNATIVE,
    "The document links resistance to cyclophosphamide. For nephritis in which two courses failed, "
    "a guideline of 2024 names anti-CD20 antibodies, three agents together, or a trial; it does "
    "not name cyclophosphamide as the next step. The two stand side by side.",
)
BLOOD_STEPS = reference_flag(
    "lupus_blood_steps",
    "other steps come first in blood emergencies",
    Topic.ALTERNATIVE,
    "Glucocorticoid pulses, immunoglobulin and anti-CD20 antibodies come first; cyclophosphamide "
    "stays an option in severe thrombocytopenia. Thrombotic microangiopathy calls for plasma "
    "exchange at once.",
)
ANTITHROMBOTIC = reference_flag(
    "lupus_antithrombotic",
    "thrombosis needs antithrombotic treatment",
    Topic.ALTERNATIVE,
    "Where clots and antiphospholipid antibodies are the mechanism, anticoagulation or platelet "
    "inhibition is the treatment, not cytotoxic drugs; where both mechanisms are at work, both "
    "treatments.",
)
ALTERNATIVES = reference_flag(
    "lupus_alternatives",
    "what else there is in lupus",
    Topic.ALTERNATIVE,
    "Steps without cyclophosphamide: hydroxychloroquine for everyone, glucocorticoid as a bridge, "
    "mycophenolate, azathioprine or methotrexate, belimumab, anifrolumab beyond the kidney, "
    "calcineurin inhibitors in nephritis, and anti-CD20 antibodies in refractory disease. "
    "Mycophenolate and methotrexate are no options in pregnancy.",
)
BIOPSY_FIRST = reference_flag(
    "lupus_biopsy_first",
    "a biopsy comes before the word nephritis",
    Topic.BEFORE_TREATMENT,
    "Protein above 0.5 g/g or an unexplained fall of kidney function is a reason to discuss a "
    "biopsy. Proteinuria alone is not active nephritis: scars, diabetes and pressure cause it too.",
)
END_STAGE = reference_flag(
    "lupus_end_stage",
    "inflamed or scarred: two kinds of kidney failure",
    Topic.EVIDENCE,
    "The document's kidney failure does not tell active inflammation from end-stage scarring. At "
    "this filtration rate or in class VI there may be little left that immunosuppression could "
    "save.",
)
BAND_CONFLICT = reference_flag(
    "lupus_band_conflict",
    "two published bands name this score differently",
    Topic.EVIDENCE,
    "Scores of 11 and 12 are high in one band and moderate in another; 6 is mild for one society "
    "and moderate for another. The threatened organ comes before the score.",
)
PLATELETS_GREY = reference_flag(
    "lupus_platelets_grey",
    "platelets between two published cuts",
    Topic.SAFETY,
    "Platelets between 20 and 25: severe for one society, not yet for another. The team looks "
    "again, and at bleeding before the number.",
)
RESPONSE_TARGETS = reference_flag(
    "lupus_response_targets",
    "how a response is judged",
    Topic.STRATEGY,
    "Targets of nephritis: a quarter less protein at three months and half at six (general "
    "knowledge, check the source), 0.5 g/g or less with stable kidney function within six to "
    "twelve months. Missed targets call for dose and adherence first.",
)
STEROID_BURDEN = reference_flag(
    "lupus_steroid_burden",
    "prednisone stays above what low disease activity allows",
    Topic.STRATEGY,
    "Prednisone stays above 7.5 mg a day; guidelines aim for 5 mg or less in the long run. That it "
    "cannot be lowered is itself a sign that treatment does not suffice.",
)
CLASS_WITHOUT_THREAT = reference_flag(
    "lupus_class_without_threat",
    "a proliferative biopsy, yet no kidney among the threatened organs",
    Topic.MISMATCH,
    "The biopsy shows proliferative nephritis, but glomerulonephritis is not among the threatened "
    "organs. One of the two has to be looked at again.",
)

ANAEMIA_NOT_SEVERE = reference_flag(
    "lupus_anaemia_not_severe",
    "haemolysis, but not severe by a published cut",
    Topic.MISMATCH,
    "Severe haemolytic anaemia is recorded, but haemoglobin is above 8 g/dL, the cut of a Latin "
    "American guideline. One of the two has to be looked at again.",
)

FLAGS = (
    ANAEMIA_NOT_SEVERE,
    TRIPLE_THERAPY,
    CALCINEURIN_ARM,
    BELIMUMAB_ARM,
    FERTILITY,
    MUCH_BEFORE,
    LOW_DOSE,
    REFRACTORY_OPTIONS,
    BLOOD_STEPS,
    ANTITHROMBOTIC,
    ALTERNATIVES,
    BIOPSY_FIRST,
    END_STAGE,
    BAND_CONFLICT,
    PLATELETS_GREY,
    RESPONSE_TARGETS,
    STEROID_BURDEN,
    CLASS_WITHOUT_THREAT,
)
