"""Lupus: what stands beside the verdict, from other regimens to what to look at again."""

from engine.language import Confidence, Rule, all_of, any_of, fires, silent
from rules.reference.concepts import (
    CYC_NOT,
    CYC_STOP,
    CYC_TEAM,
    CYCLOPHOSPHAMIDE_CANDIDATE,
)
from rules.reference.guards import BREASTFEEDING, LUPUS, NO_CHILD_TO_HARM
from rules.reference.lupus_criteria import (
    BLOOD_EMERGENCY,
    CLASS_II,
    CLASS_IV,
    PROLIFERATIVE,
    has,
    has_not,
)
from rules.reference.lupus_facts import INFLAMMATORY, THROMBOTIC
from rules.reference.lupus_flags import (
    ALTERNATIVES,
    ANTITHROMBOTIC,
    BAND_CONFLICT,
    BIOPSY_FIRST,
    BLOOD_STEPS,
    CLASS_WITHOUT_THREAT,
    END_STAGE,
    PLATELETS_GREY,
    RESPONSE_TARGETS,
    STEROID_BURDEN,
)
from rules.reference.lupus_limits import (
    EGFR_15,
    PLATELETS_20,
    PLATELETS_25,
    PREDNISONE_7_5,
    SLEDAI_6,
    SLEDAI_10,
    SLEDAI_12,
    UPCR_HALF,
)
from rules.vocabulary.blood import platelets
from rules.vocabulary.heart import UrinaryFindings, urinary_findings
from rules.vocabulary.lupus import (
    NephritisClass,
    NeuropsychiatricMechanism,
    nephritis_class,
    neuropsychiatric_mechanism,
    sledai_2k,
)
from rules.vocabulary.organs import OrganThreat, egfr, upcr
from rules.vocabulary.treatments import (
    prednisone,
)

CYSTITIS = urinary_findings.is_(UrinaryFindings.HAEMORRHAGIC_CYSTITIS)
NORMAL_URINE = urinary_findings.is_(UrinaryFindings.NORMAL)

blood_ladder = Rule(
    id="RLUP-31",
    title="the steps of a blood emergency",
    cites=("EULAR-SLE23", "GENERAL"),
    when=all_of(LUPUS, BLOOD_EMERGENCY),
    then=BLOOD_STEPS,
    because="These steps stand before cyclophosphamide on the ladder.",
    misuse="Begun yesterday is not failed.",
    confidence=Confidence.UNSURE,
    examples=(fires(LUPUS, platelets.is_(12)), silent(LUPUS, platelets.is_(20))),
)

clots = Rule(
    id="RLUP-32",
    title="thrombosis takes part in neuropsychiatric lupus",
    cites=("BSR-SLE18", "NPSLE-REV"),
    when=all_of(
        LUPUS,
        neuropsychiatric_mechanism.is_one_of(
            NeuropsychiatricMechanism.THROMBOTIC, NeuropsychiatricMechanism.MIXED
        ),
    ),
    then=ANTITHROMBOTIC,
    because="The next clot is prevented by thinning the blood.",
    misuse="Antibodies without a clot are a risk, not a mechanism.",
    confidence=Confidence.READ,
    examples=(fires(LUPUS, THROMBOTIC), silent(LUPUS, INFLAMMATORY)),
)

other_steps = Rule(
    id="RLUP-33",
    title="what else there is when cyclophosphamide is closed or left open",
    cites=("EULAR-SLE23", "ACR-LN24", "KDIGO-LN24"),
    when=all_of(LUPUS, any_of(CYC_STOP.yes, CYC_NOT.yes, CYC_TEAM.yes), NO_CHILD_TO_HARM),
    then=ALTERNATIVES,
    because="Active lupus harms by itself; not this drug is never the same as nothing.",
    misuse="A list of steps, not an order for this patient; in pregnancy and while breastfeeding "
    "another list holds.",
    confidence=Confidence.READ,
    examples=(
        fires(LUPUS, CLASS_IV, CYSTITIS),
        silent(LUPUS, CLASS_IV, NORMAL_URINE),
        silent(LUPUS, CLASS_IV, CYSTITIS, BREASTFEEDING),
    ),
)

proteinuria = Rule(
    id="RLUP-34",
    title="protein in the urine and no biopsy",
    cites=("ACR-LN24",),
    when=all_of(LUPUS, upcr.above(UPCR_HALF), nephritis_class.is_(NephritisClass.NOT_BIOPSIED)),
    then=BIOPSY_FIRST,
    because="Treatment follows the class, and only tissue tells inflammation from scars.",
    misuse="Above the line a biopsy is discussed; below it kidney function may still ask for one.",
    confidence=Confidence.READ,
    examples=(
        fires(LUPUS, upcr.is_(0.6), nephritis_class.is_(NephritisClass.NOT_BIOPSIED)),
        silent(LUPUS, upcr.is_(0.5), nephritis_class.is_(NephritisClass.NOT_BIOPSIED)),
    ),
)

end_stage = Rule(
    id="RLUP-35",
    title="a filtration rate below 15, or class VI",
    cites=("ACR-LN24", "TEACH", "S13"),
    when=all_of(LUPUS, any_of(egfr.below(EGFR_15), nephritis_class.is_(NephritisClass.VI))),
    then=END_STAGE,
    because="Where the kidney is scarred and nothing is inflamed, immunosuppression may be futile.",
    misuse="A low rate in an acutely inflamed kidney may recover: how long it has been low counts.",
    confidence=Confidence.OWN,
    examples=(fires(LUPUS, egfr.is_(14)), silent(LUPUS, egfr.is_(15))),
)

two_bands = Rule(
    id="RLUP-36",
    title="a score on which two published bands differ",
    cites=("SLEDAI-TAB", "MY-CPG-SLE", "EULAR-SLE19"),
    when=all_of(
        LUPUS,
        any_of(
            all_of(sledai_2k.above(SLEDAI_10), sledai_2k.at_most(SLEDAI_12)),
            all_of(sledai_2k.at_least(SLEDAI_6), sledai_2k.at_most(SLEDAI_6)),
        ),
    ),
    then=BAND_CONFLICT,
    because="The bands come from different groups.",
    misuse="A band names a score; it does not measure a patient.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(LUPUS, sledai_2k.is_(11)),
        fires(LUPUS, sledai_2k.is_(6)),
        silent(LUPUS, sledai_2k.is_(10)),
    ),
)

grey_platelets = Rule(
    id="RLUP-37",
    title="platelets between 20 and 25",
    cites=("BSR-SLE18", "EULAR-SLE19", "TEACH"),
    when=all_of(LUPUS, platelets.at_least(PLATELETS_20), platelets.below(PLATELETS_25)),
    then=PLATELETS_GREY,
    because="Two societies cut at different counts, and both cuts are general knowledge here.",
    misuse="Whether the patient bleeds counts more than the number.",
    confidence=Confidence.OWN,
    examples=(fires(LUPUS, platelets.is_(20)), silent(LUPUS, platelets.is_(25))),
)

targets = Rule(
    id="RLUP-38",
    title="how a response of nephritis is judged",
    cites=("EULAR-LN19", "ACR-LN24"),
    when=all_of(LUPUS, CYCLOPHOSPHAMIDE_CANDIDATE.yes, PROLIFERATIVE),
    then=RESPONSE_TARGETS,
    because="Without a target and a date nobody notices that treatment fails.",
    misuse="A target missed once calls for adherence and dose first.",
    confidence=Confidence.GENERAL,
    examples=(fires(LUPUS, CLASS_IV), silent(LUPUS, CLASS_II)),
)

too_much_prednisone = Rule(
    id="RLUP-39",
    title="prednisone stays above 7.5 mg a day",
    cites=("DORIS-TAB", "EULAR-SLE23"),
    when=all_of(LUPUS, prednisone.above(PREDNISONE_7_5)),
    then=STEROID_BURDEN,
    because="A disease that needs more than this is not held: recommendations aim at 5 mg a day "
    "or less.",
    misuse="In the first weeks of a flare it is expected to be higher.",
    confidence=Confidence.READ,
    examples=(fires(LUPUS, prednisone.is_(10)), silent(LUPUS, prednisone.is_(7.5))),
)

biopsy_and_organs_differ = Rule(
    id="RLUP-40",
    title="a proliferative biopsy without a threatened kidney",
    cites=("TEACH",),
    when=all_of(LUPUS, PROLIFERATIVE, has_not(OrganThreat.GLOMERULONEPHRITIS)),
    then=CLASS_WITHOUT_THREAT,
    because="Proliferative nephritis is a threat to the kidney by definition.",
    misuse="An old biopsy may no longer describe the kidney of today.",
    confidence=Confidence.OWN,
    examples=(
        fires(LUPUS, CLASS_IV, has_not(OrganThreat.GLOMERULONEPHRITIS)),
        silent(LUPUS, CLASS_IV, has(OrganThreat.GLOMERULONEPHRITIS)),
    ),
)

BESIDE = (
    blood_ladder,
    clots,
    other_steps,
    proteinuria,
    end_stage,
    two_bands,
    grey_platelets,
    targets,
    too_much_prednisone,
    biopsy_and_organs_differ,
)
