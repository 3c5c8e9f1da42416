"""Lupus: what published criteria leave to a team."""

from engine.language import Confidence, Rule, all_of, fires, silent
from rules.reference.concepts import CRITERIA_SEVERE, CYC_TEAM, CYCLOPHOSPHAMIDE_CANDIDATE
from rules.reference.guards import LUPUS
from rules.reference.lupus_criteria import (
    BLOOD_EMERGENCY,
    CLASS_II,
    CLASS_IV,
    MEMBRANOUS,
    failed_facts,
    has,
    has_not,
)
from rules.reference.lupus_facts import (
    INFLAMMATORY,
    MIXED,
    NO_ORGAN,
    NOT_BIOPSIED,
    unless_the_class_decides,
)
from rules.reference.lupus_limits import UPCR_1
from rules.reference.lupus_refractory import COURSES_MATTER, TWO_COURSES_FAILED
from rules.vocabulary.blood import platelets
from rules.vocabulary.lupus import neuropsychiatric_mechanism
from rules.vocabulary.organs import OrganThreat, upcr
from rules.vocabulary.patient import mimics_excluded
from rules.vocabulary.treatments import Treatment

REFRACTORY_NEPHRITIS = (
    LUPUS,
    CLASS_IV,
    *failed_facts(Treatment.MYCOPHENOLATE, 39),
    *failed_facts(Treatment.CYCLOPHOSPHAMIDE, 12),
)

refractory_nephritis = Rule(
    id="RLUP-16",
    title="refractory nephritis: guidelines name other steps",
    cites=("ACR-LN24", "S12"),
    when=all_of(LUPUS, COURSES_MATTER, TWO_COURSES_FAILED),
    then=CYC_TEAM,
    because="After two failed courses the guideline turns to anti-CD20 antibodies, three agents or "
    "a trial; repeating what failed is not among its steps.",
    misuse="The document links resistance to cyclophosphamide; both stand, the team weighs.",
    confidence=Confidence.READ,
    examples=(
        fires(*REFRACTORY_NEPHRITIS, mimics_excluded.yes),
        silent(*REFRACTORY_NEPHRITIS, mimics_excluded.no),
        silent(*REFRACTORY_NEPHRITIS[:1], CLASS_II, *REFRACTORY_NEPHRITIS[2:], mimics_excluded.yes),
    ),
)

blood_emergency = Rule(
    id="RLUP-17",
    title="a blood emergency of lupus: other steps come first",
    cites=("EULAR-SLE23", "BSR-SLE18", "S13"),
    when=all_of(LUPUS, BLOOD_EMERGENCY, CYCLOPHOSPHAMIDE_CANDIDATE.no),
    then=CYC_TEAM,
    because="On the ladder glucocorticoid, immunoglobulin and anti-CD20 antibodies stand before "
    "it; cyclophosphamide stays an option.",
    misuse="The low count is the reason to treat here, not the reason not to; an organ for which "
    "the drug is listed decides for itself.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(LUPUS, CLASS_II, *NO_ORGAN, platelets.is_(12)),
        silent(LUPUS, CLASS_II, *NO_ORGAN, platelets.is_(20)),
        silent(LUPUS, CLASS_IV, *NO_ORGAN, platelets.is_(12)),
    ),
)

both_mechanisms = Rule(
    id="RLUP-18",
    title="inflammation and thrombosis together: a team question",
    cites=("NPSLE-REV", "BSR-SLE18"),
    when=all_of(LUPUS, unless_the_class_decides(neuropsychiatric_mechanism), MIXED),
    then=CYC_TEAM,
    because="Both mechanisms need treatment, and each treatment has its price.",
    misuse="Treating one mechanism only leaves the other at work.",
    confidence=Confidence.READ,
    examples=(
        fires(LUPUS, MIXED),
        silent(LUPUS, INFLAMMATORY),
        fires(LUPUS, CLASS_IV, MIXED),
        silent(LUPUS, CLASS_IV, INFLAMMATORY),
    ),
)

membranous_nephritis = Rule(
    id="RLUP-19",
    title="active membranous nephritis: no rule here names cyclophosphamide",
    cites=("ACR-LN24", "TEACH"),
    when=all_of(LUPUS, MEMBRANOUS, upcr.at_least(UPCR_1), CYCLOPHOSPHAMIDE_CANDIDATE.no),
    then=CYC_TEAM,
    because="The criteria that were read name the drug for classes III and IV; pure class V is "
    "treated by the ladder, with a team.",
    misuse="No rule is not a rule against; another organ that is inflamed decides for itself.",
    confidence=Confidence.OWN,
    examples=(
        fires(LUPUS, MEMBRANOUS, *NO_ORGAN, upcr.is_(1)),
        silent(LUPUS, MEMBRANOUS, *NO_ORGAN, upcr.is_(0.9)),
        silent(
            LUPUS,
            MEMBRANOUS,
            *(fact for fact in NO_ORGAN if fact != has_not(OrganThreat.HEART)),
            has(OrganThreat.HEART),
            upcr.is_(1),
        ),
    ),
)

not_biopsied = Rule(
    id="RLUP-20",
    title="severe lupus, nephritis suspected and not biopsied",
    cites=("ACR-LN24", "TEACH"),
    when=all_of(LUPUS, NOT_BIOPSIED, CRITERIA_SEVERE.yes, CYCLOPHOSPHAMIDE_CANDIDATE.no),
    then=CYC_TEAM,
    because="The class decides the regimen; where a biopsy is not possible, a team decides without "
    "it.",
    misuse="Not a reason to wait while a kidney is being lost.",
    confidence=Confidence.OWN,
    examples=(
        fires(
            LUPUS,
            NOT_BIOPSIED,
            *(fact for fact in NO_ORGAN if fact != has_not(OrganThreat.GLOMERULONEPHRITIS)),
            has(OrganThreat.GLOMERULONEPHRITIS),
        ),
        silent(LUPUS, NOT_BIOPSIED, *NO_ORGAN),
    ),
)

TEAM = (refractory_nephritis, blood_emergency, both_mechanisms, membranous_nephritis, not_biopsied)
