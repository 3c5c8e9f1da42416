"""What follows from what, and what no patient can be, among the findings of both layers."""

from engine.language import Entailment, Impossible, Ordered, all_of, any_of
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
from rules.vocabulary.organs import OrganThreat, organ_threats
from rules.vocabulary.reproduction import PregnancyStatus, pregnancy_possible, pregnancy_status
from rules.vocabulary.sclerosis import disabling_relapses_12_months, relapses_12_months
from rules.vocabulary.treatment import first_line_tried
from rules.vocabulary.treatments import (
    MS_DRUG_GIVEN,
    MitoxantroneCourse,
    mitoxantrone_course,
    prior_mitoxantrone,
)

FULL_ENTAILMENTS = (
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
