"""Vasculitis: severe, life-threatening, rapid and refractory in published criteria."""

from engine.language import Confidence, Is, Rule, all_of, any_of, fires, silent
from rules.reference.concepts import (
    CRITERIA_LIFE_THREATENING,
    CRITERIA_RAPID,
    CRITERIA_REFRACTORY,
    CRITERIA_SEVERE,
)
from rules.reference.guards import ANY_VASCULITIS, GPA, OTHER_VASCULITIS
from rules.reference.shared_limits import RISE_50, RISE_80, SPO2_92
from rules.reference.trials import VASCULITIS_INDUCTION, failed_adequately
from rules.vocabulary.organs import (
    OrganThreat,
    active_urinary_sediment,
    creatinine_rise,
    dialysis_needed,
    organ_threats,
    spo2,
)
from rules.vocabulary.patient import mimics_excluded
from rules.vocabulary.treatments import (
    Outcome,
    Treatment,
    full_dose,
    outcome,
    taken_as_agreed,
    treatments,
    weeks,
)
from rules.vocabulary.vasculitis import VasculitisSubtype, anti_gbm, vasculitis_subtype

SEVERE_ORGANS = (
    OrganThreat.ALVEOLAR_HAEMORRHAGE,
    OrganThreat.GLOMERULONEPHRITIS,
    OrganThreat.RAPIDLY_PROGRESSIVE_GLOMERULONEPHRITIS,
    OrganThreat.CENTRAL_NERVOUS_SYSTEM,
    OrganThreat.SPINAL_CORD,
    OrganThreat.OPTIC_NERVE,
    OrganThreat.MONONEURITIS,
    OrganThreat.HEART,
    OrganThreat.MESENTERIC,
    OrganThreat.LIMB_OR_DIGIT,
    OrganThreat.SCLERA_OR_ORBIT,
    OrganThreat.SUBGLOTTIC,
    OrganThreat.PNEUMONITIS,
)
BLEEDING_LUNGS = organ_threats.has(OrganThreat.ALVEOLAR_HAEMORRHAGE)
FALLING_KIDNEYS = organ_threats.has(OrganThreat.RAPIDLY_PROGRESSIVE_GLOMERULONEPHRITIS)
NEPHRITIS = organ_threats.has(OrganThreat.GLOMERULONEPHRITIS)
EGPA = vasculitis_subtype.is_(VasculitisSubtype.EGPA)
ANTI_GBM_DISEASE = vasculitis_subtype.is_(VasculitisSubtype.ANTI_GBM_DISEASE)
# Which other vasculitis it is, is not asked in GPA and MPA: it may not be waited for there.
ANTI_GBM = any_of(anti_gbm.yes, all_of(OTHER_VASCULITIS, ANTI_GBM_DISEASE))


def induction_failed(treatment: Treatment) -> tuple[Is, ...]:
    """Six weeks of induction in full, taken, and in vain: for examples."""
    return (
        treatments.cell(treatment, outcome).is_(Outcome.FAILED),
        treatments.cell(treatment, weeks).is_(6),
        treatments.cell(treatment, full_dose).yes,
        treatments.cell(treatment, taken_as_agreed).yes,
    )


severe = Rule(
    id="RVAS-1",
    title="severe vasculitis: an organ or a nerve is threatened",
    cites=("ACRVF21", "TEACH", "S25"),
    when=all_of(ANY_VASCULITIS, any_of(*(organ_threats.has(organ) for organ in SEVERE_ORGANS))),
    then=CRITERIA_SEVERE,
    because="Inflamed vessels starve what they supply; these organs do not recover from it.",
    misuse="Sinusitis, joints, skin and mild symptoms are active, not severe. Eye, airway and cord "
    "stand here by analogy.",
    confidence=Confidence.OWN,
    examples=(
        fires(GPA, organ_threats.has(OrganThreat.MONONEURITIS)),
        silent(GPA, organ_threats.has_not(OrganThreat.MONONEURITIS)),
    ),
)

dangerous_lungs = Rule(
    id="RVAS-2",
    title="life-threatening vasculitis: lung bleeding with hypoxaemia",
    cites=("KDIGO-AAV24", "TEACH", "S36"),
    when=all_of(ANY_VASCULITIS, BLEEDING_LUNGS, spo2.below(SPO2_92)),
    then=CRITERIA_LIFE_THREATENING,
    because="Blood where air belongs: with low oxygen, life is in danger.",
    misuse="Without a saturation the danger is open, not absent.",
    confidence=Confidence.OWN,
    examples=(
        fires(GPA, BLEEDING_LUNGS, spo2.is_(91)),
        silent(GPA, BLEEDING_LUNGS, spo2.is_(92)),
    ),
)

dangerous_kidneys = Rule(
    id="RVAS-3",
    title="life-threatening vasculitis: the kidneys are failing within weeks",
    cites=("KDIGO-AKD", "GENERAL", "S36"),
    when=all_of(
        ANY_VASCULITIS,
        any_of(
            FALLING_KIDNEYS,
            all_of(creatinine_rise.at_least(RISE_80), active_urinary_sediment.yes),
            all_of(dialysis_needed.yes, any_of(NEPHRITIS, active_urinary_sediment.yes)),
        ),
    ),
    then=CRITERIA_LIFE_THREATENING,
    because="A kidney lost in weeks is lost for good unless the inflammation stops.",
    misuse="Dialysis for months with nothing inflamed is another matter.",
    confidence=Confidence.OWN,
    examples=(
        fires(GPA, creatinine_rise.is_(80), active_urinary_sediment.yes),
        silent(GPA, creatinine_rise.is_(79), active_urinary_sediment.yes),
    ),
)

dangerous_organs = Rule(
    id="RVAS-4",
    title="life-threatening vasculitis: heart, gut, brain or cord",
    cites=("ACRVF21", "TEACH", "S36"),
    when=all_of(
        ANY_VASCULITIS,
        any_of(
            organ_threats.has(OrganThreat.HEART),
            organ_threats.has(OrganThreat.MESENTERIC),
            organ_threats.has(OrganThreat.CENTRAL_NERVOUS_SYSTEM),
            organ_threats.has(OrganThreat.SPINAL_CORD),
        ),
    ),
    then=CRITERIA_LIFE_THREATENING,
    because="Each can kill or cripple within days.",
    misuse="A nerve of the leg is severe; it does not threaten life.",
    confidence=Confidence.OWN,
    examples=(
        fires(GPA, organ_threats.has(OrganThreat.HEART)),
        silent(GPA, organ_threats.has_not(OrganThreat.HEART)),
    ),
)

dangerous_antibody = Rule(
    id="RVAS-5",
    title="life-threatening vasculitis: anti-GBM disease with lungs or kidneys",
    cites=("KDIGO-GD21", "TEACH"),
    when=all_of(ANY_VASCULITIS, ANTI_GBM, any_of(FALLING_KIDNEYS, BLEEDING_LUNGS)),
    then=CRITERIA_LIFE_THREATENING,
    because="A guideline asks for treatment of this disease without delay.",
    misuse="A low titre without disease is not meant.",
    confidence=Confidence.OWN,
    examples=(
        fires(GPA, anti_gbm.yes, BLEEDING_LUNGS),
        silent(GPA, anti_gbm.no, BLEEDING_LUNGS),
        fires(OTHER_VASCULITIS, ANTI_GBM_DISEASE, BLEEDING_LUNGS),
        silent(OTHER_VASCULITIS, EGPA, BLEEDING_LUNGS),
    ),
)

kidney_alarm = Rule(
    id="RVAS-6",
    title="rapid progression: creatinine up by half, with a nephritic sediment",
    cites=("KDIGO-AKD", "TEACH"),
    when=all_of(ANY_VASCULITIS, creatinine_rise.at_least(RISE_50), active_urinary_sediment.yes),
    then=CRITERIA_RAPID,
    because="Half again as much creatinine in three months is a third or more of the filtration "
    "lost.",
    misuse="Dehydration and drugs raise creatinine too, without casts.",
    confidence=Confidence.OWN,
    examples=(
        fires(GPA, creatinine_rise.is_(50), active_urinary_sediment.yes),
        silent(GPA, creatinine_rise.is_(49), active_urinary_sediment.yes),
    ),
)

refractory = Rule(
    id="RVAS-7",
    title="refractory vasculitis: an adequate induction failed",
    cites=("AAV-DEF07", "ACRVF21", "S26"),
    when=all_of(
        ANY_VASCULITIS,
        any_of(
            failed_adequately(Treatment.ANTI_CD20, VASCULITIS_INDUCTION),
            failed_adequately(Treatment.CYCLOPHOSPHAMIDE, VASCULITIS_INDUCTION),
        ),
        mimics_excluded.yes,
    ),
    then=CRITERIA_REFRACTORY,
    because="Activity unchanged after four weeks of full induction is one limb of the published "
    "definition.",
    misuse="Infection mimics failure and is looked for first.",
    confidence=Confidence.OWN,
    examples=(
        fires(GPA, *induction_failed(Treatment.ANTI_CD20), mimics_excluded.yes),
        silent(GPA, *induction_failed(Treatment.ANTI_CD20), mimics_excluded.no),
    ),
)

CRITERIA = (
    severe,
    dangerous_lungs,
    dangerous_kidneys,
    dangerous_organs,
    dangerous_antibody,
    kidney_alarm,
    refractory,
)
