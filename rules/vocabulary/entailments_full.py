"""What follows from what, and what no patient can be, among the findings of both layers."""

from engine.language import Entailment, Impossible, Ordered, all_of, any_of
from rules.reference.shared_limits import RISE_50, RISE_80
from rules.vocabulary.arthritis import ExtraArticular, extra_articular
from rules.vocabulary.blood import (
    CytopeniaCause,
    cytopenia_cause,
    nadir_neutrophils,
    nadir_wbc,
    neutrophils,
    platelets,
    wbc,
)
from rules.vocabulary.disease import diagnosis
from rules.vocabulary.entailments import ENTAILMENTS
from rules.vocabulary.myopathy import LungDiseaseCourse, lung_disease_course
from rules.vocabulary.options import Diagnosis
from rules.vocabulary.organs import (
    ActivityEvidence,
    OrganThreat,
    active_urinary_sediment,
    activity_evidence,
    creatinine_rise,
    dialysis_needed,
    organ_threats,
)
from rules.vocabulary.reproduction import PregnancyStatus, pregnancy_possible, pregnancy_status
from rules.vocabulary.sclerosis import disabling_relapses_12_months, relapses_12_months
from rules.vocabulary.treatment import first_line_tried
from rules.vocabulary.treatments import (
    MS_DRUG_GIVEN,
    MitoxantroneCourse,
    Outcome,
    Treatment,
    full_dose,
    mitoxantrone_course,
    outcome,
    prior_cyclophosphamide,
    prior_mitoxantrone,
    taken_as_agreed,
    treatments,
    weeks,
)
from rules.vocabulary.vasculitis import VasculitisPhase, vasculitis_phase

# A course that is only beginning may not have added to the lifetime dose yet.
ENDED = (Outcome.WORKED, Outcome.PARTIAL, Outcome.FAILED)

FINDING_ENTAILMENTS = (
    *ENTAILMENTS,
    Entailment(
        when=pregnancy_possible.no,
        then=pregnancy_status.is_(PregnancyStatus.NOT_PREGNANT),
        cites=(),
        because="Where pregnancy is not possible, there is none.",
    ),
    Entailment(
        when=all_of(
            diagnosis.is_(Diagnosis.RHEUMATOID_ARTHRITIS),
            lung_disease_course.is_one_of(
                LungDiseaseCourse.STABLE,
                LungDiseaseCourse.PROGRESSIVE,
                LungDiseaseCourse.RAPIDLY_PROGRESSIVE,
            ),
        ),
        then=extra_articular.has(ExtraArticular.INTERSTITIAL_LUNG_DISEASE),
        cites=(),
        because="A lung disease that has a course is there.",
    ),
    Entailment(
        when=all_of(
            diagnosis.is_(Diagnosis.RHEUMATOID_ARTHRITIS),
            lung_disease_course.is_(LungDiseaseCourse.NONE),
        ),
        then=extra_articular.has_not(ExtraArticular.INTERSTITIAL_LUNG_DISEASE),
        cites=(),
        because="Where there is no interstitial lung disease, arthritis has caused none.",
    ),
    Entailment(
        when=all_of(
            diagnosis.is_(Diagnosis.RHEUMATOID_ARTHRITIS),
            any_of(
                organ_threats.has(OrganThreat.MONONEURITIS),
                organ_threats.has(OrganThreat.MESENTERIC),
                organ_threats.has(OrganThreat.LIMB_OR_DIGIT),
            ),
        ),
        then=extra_articular.has(ExtraArticular.SYSTEMIC_VASCULITIS),
        cites=(),
        because="Nerves, gut vessels and digits that active arthritis threatens are rheumatoid "
        "vasculitis.",
    ),
    Entailment(
        when=all_of(
            diagnosis.is_(Diagnosis.RHEUMATOID_ARTHRITIS),
            organ_threats.has(OrganThreat.SCLERA_OR_ORBIT),
        ),
        then=extra_articular.has(ExtraArticular.SCLERITIS_OR_KERATITIS),
        cites=(),
        because="An eye that active arthritis threatens is inflamed.",
    ),
)

KIDNEY_DISEASE = diagnosis.is_one_of(
    Diagnosis.LUPUS, Diagnosis.GPA, Diagnosis.MPA, Diagnosis.OTHER_VASCULITIS
)
VASCULITIS = diagnosis.is_one_of(Diagnosis.GPA, Diagnosis.MPA, Diagnosis.OTHER_VASCULITIS)
IN_REMISSION = vasculitis_phase.is_(VasculitisPhase.REMISSION)

# What the list of organs says and what the kidneys show are one thing: two answers that differ are
# refused, and one that is missing follows from the other.
ORGAN_ENTAILMENTS = (
    Entailment(
        when=all_of(KIDNEY_DISEASE, creatinine_rise.at_least(RISE_50), active_urinary_sediment.yes),
        then=organ_threats.has(OrganThreat.GLOMERULONEPHRITIS),
        cites=(),
        because="Creatinine up by half within three months with a nephritic sediment is an active "
        "glomerulonephritis that threatens the kidneys.",
    ),
    Entailment(
        when=all_of(KIDNEY_DISEASE, creatinine_rise.at_least(RISE_80), active_urinary_sediment.yes),
        then=organ_threats.has(OrganThreat.RAPIDLY_PROGRESSIVE_GLOMERULONEPHRITIS),
        cites=(),
        because="Creatinine up by 80 % within three months with a nephritic sediment is a rapidly "
        "progressive glomerulonephritis.",
    ),
    Entailment(
        when=all_of(KIDNEY_DISEASE, dialysis_needed.yes, active_urinary_sediment.yes),
        then=organ_threats.has(OrganThreat.GLOMERULONEPHRITIS),
        cites=(),
        because="Kidneys that need dialysis with a nephritic sediment are threatened by an active "
        "glomerulonephritis.",
    ),
    *(
        Entailment(
            when=all_of(VASCULITIS, IN_REMISSION),
            then=organ_threats.has_not(organ),
            cites=(),
            because="In remission no organ is threatened by active vasculitis.",
        )
        for organ in OrganThreat
    ),
    Entailment(
        when=any_of(*(organ_threats.has(organ) for organ in OrganThreat)),
        then=activity_evidence.is_(ActivityEvidence.CLINICAL),
        cites=(),
        because="An organ that active disease threatens is a clinical sign of active disease.",
    ),
)

FULL_ENTAILMENTS = (*FINDING_ENTAILMENTS, *ORGAN_ENTAILMENTS)

IMPOSSIBLE = (
    Impossible(
        when=all_of(
            cytopenia_cause.is_(CytopeniaCause.NO_CYTOPENIA),
            any_of(
                neutrophils.at_most(1.5, "×10⁹/L"),
                wbc.below(4.0, "×10⁹/L"),
                platelets.below(100, "×10⁹/L"),
            ),
        ),
        because="A count is low, so it cannot be that none is.",
    ),
    Impossible(
        when=all_of(
            mitoxantrone_course.is_(MitoxantroneCourse.NEVER),
            prior_mitoxantrone.above(0, "mg/m²"),
        ),
        because="Who has had mitoxantrone has had a course of it.",
    ),
    Impossible(
        when=all_of(
            treatments.cell(Treatment.CYCLOPHOSPHAMIDE, outcome).is_(Outcome.NOT_TRIED),
            prior_cyclophosphamide.above(0, "g"),
        ),
        because="Who has had cyclophosphamide has tried it.",
    ),
    Impossible(
        when=all_of(
            treatments.cell(Treatment.CYCLOPHOSPHAMIDE, outcome).is_one_of(*ENDED),
            prior_cyclophosphamide.at_most(0, "g"),
        ),
        because="A course of cyclophosphamide that was given adds to the lifetime dose.",
    ),
    *(
        Impossible(
            when=all_of(
                treatments.cell(each, outcome).is_(Outcome.NOT_TRIED),
                any_of(
                    treatments.cell(each, weeks).above(0, "weeks"),
                    treatments.cell(each, full_dose).yes,
                    treatments.cell(each, taken_as_agreed).yes,
                ),
            ),
            because="What was never started was not taken for weeks, nor in full, nor as agreed.",
        )
        for each in Treatment
    ),
    # Refused rather than implied: what the document reads is never concluded from the table.
    Impossible(
        when=all_of(first_line_tried.no, MS_DRUG_GIVEN),
        because="Who has had a drug for multiple sclerosis, whatever came of it, has tried one.",
    ),
)

ORDERED = (
    Ordered(
        lesser=neutrophils, greater=wbc, because="Neutrophils are a part of the white blood cells."
    ),
    Ordered(
        lesser=nadir_neutrophils,
        greater=nadir_wbc,
        because="Neutrophils are a part of the white blood cells.",
    ),
    Ordered(
        lesser=disabling_relapses_12_months,
        greater=relapses_12_months,
        because="The disabling relapses are among all relapses.",
    ),
)
