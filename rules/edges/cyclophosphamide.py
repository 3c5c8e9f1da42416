"""Edges of the safety of cyclophosphamide: what excludes it, pauses it, or speaks against it."""

from engine.language import Edges, edges, fires_for_each, silent_for_each
from rules.edges.diagnoses import GPA, LUPUS, cyclophosphamide_named
from rules.vocabulary.blood import CytopeniaCause, cytopenia_cause, neutrophils, platelets, wbc
from rules.vocabulary.heart import (
    Hypersensitivity,
    Malignancy,
    UrinaryFindings,
    hypersensitivity,
    malignancy,
    urinary_findings,
    urinary_outflow_obstruction,
)
from rules.vocabulary.lupus import (
    HaematologicalEmergency,
    NephritisClass,
    haematological_emergency,
    nephritis_class,
)
from rules.vocabulary.organs import OrganThreat, organ_threats
from rules.vocabulary.treatments import Medicine, medicines

BY_DRUG = cytopenia_cause.is_(CytopeniaCause.DRUG)
BY_MARROW = cytopenia_cause.is_(CytopeniaCause.MARROW)
BY_INFECTION = cytopenia_cause.is_(CytopeniaCause.INFECTION)
BY_DISEASE = cytopenia_cause.is_(CytopeniaCause.DISEASE)
LIFELONG = cytopenia_cause.is_(CytopeniaCause.BENIGN_CONSTITUTIONAL)

CLASS_IV = (LUPUS, nephritis_class.is_(NephritisClass.IV))
CLASS_II = (LUPUS, nephritis_class.is_(NephritisClass.II))
NERVES = (GPA, organ_threats.has(OrganThreat.MONONEURITIS))

# Counts just normal for this drug, each told: what is low is then told in their place.
NOT_LOW = (neutrophils.is_(1.6), platelets.is_(100), wbc.is_(4))
LOW_COUNTS = (
    neutrophils.is_(1.5),
    (neutrophils.is_(2), platelets.is_(49)),
    (neutrophils.is_(2), wbc.is_(3.9)),
)
NOT_LOW_ENOUGH = (neutrophils.is_(1.6), platelets.is_(50), wbc.is_(4))

CYCLOPHOSPHAMIDE: tuple[Edges, ...] = (
    edges(
        "RCYC-1",
        cyclophosphamide_named(hypersensitivity.has(Hypersensitivity.CYCLOPHOSPHAMIDE)),
        # An allergy to another drug on the list is no allergy to this one.
        silent_for_each(
            (GPA, hypersensitivity.has_not(Hypersensitivity.CYCLOPHOSPHAMIDE)),
            hypersensitivity.has(Hypersensitivity.MITOXANTRONE),
            hypersensitivity.has(Hypersensitivity.RITUXIMAB),
            hypersensitivity.has(Hypersensitivity.SULFONAMIDE),
        ),
    ),
    edges("RCYC-2", cyclophosphamide_named(urinary_outflow_obstruction.yes)),
    edges(
        "RCYC-3",
        cyclophosphamide_named(neutrophils.is_(0.4)),
        # Below 0.5 whatever the cause.
        fires_for_each(
            (LUPUS, neutrophils.is_(0.4)), BY_DISEASE, BY_DRUG, BY_MARROW, BY_INFECTION, LIFELONG
        ),
        silent_for_each((LUPUS, neutrophils.is_(0.5)), BY_DISEASE, BY_DRUG),
    ),
    edges(
        "RCYC-4",
        cyclophosphamide_named(neutrophils.is_(1.5), BY_DRUG),
        fires_for_each((GPA, neutrophils.is_(1.5)), BY_DRUG, BY_MARROW, BY_INFECTION),
        silent_for_each((GPA, neutrophils.is_(1.5)), (), BY_DISEASE, LIFELONG),
        # Either count alone is enough.
        fires_for_each((GPA, *NOT_LOW, BY_DRUG), neutrophils.is_(1.5), platelets.is_(49)),
        silent_for_each((GPA, *NOT_LOW, BY_DRUG), neutrophils.is_(1.6), platelets.is_(50)),
        fires_for_each((GPA, BY_DRUG), neutrophils.is_(1.5), platelets.is_(49)),
        silent_for_each((GPA, BY_DRUG), (), wbc.is_(3.9)),
    ),
    edges(
        "RCYC-5",
        cyclophosphamide_named(wbc.is_(3.9), BY_DRUG),
        fires_for_each((GPA, wbc.is_(3.9)), BY_DRUG, BY_MARROW, BY_INFECTION),
        silent_for_each((GPA, wbc.is_(3.9)), (), BY_DISEASE, LIFELONG),
        silent_for_each((GPA, BY_DRUG), (), wbc.is_(4)),
    ),
    edges(
        "RCYC-6",
        fires_for_each((*CLASS_IV, *NOT_LOW, BY_DISEASE), *LOW_COUNTS),
        fires_for_each((*NERVES, *NOT_LOW, BY_DISEASE), *LOW_COUNTS),
        silent_for_each((*CLASS_IV, *NOT_LOW, BY_DISEASE), (), *NOT_LOW_ENOUGH),
        # The neutrophils have to be known, and not below what excludes the drug anyway.
        fires_for_each((*CLASS_IV, BY_DISEASE), neutrophils.is_(0.5), neutrophils.is_(1.5)),
        silent_for_each(
            (*CLASS_IV, BY_DISEASE), neutrophils.is_(0.4), wbc.is_(3.9), platelets.is_(49)
        ),
        fires_for_each((*CLASS_IV, neutrophils.is_(1.3)), BY_DISEASE, LIFELONG),
        silent_for_each((*CLASS_IV, neutrophils.is_(1.3)), (), BY_DRUG, BY_MARROW, BY_INFECTION),
        # Where no organ names the drug, a blood emergency of lupus does: each of them.
        silent_for_each((*CLASS_II, neutrophils.is_(1.3), BY_DISEASE), ()),
        fires_for_each(
            (*CLASS_II, neutrophils.is_(1.3), BY_DISEASE),
            haematological_emergency.has(HaematologicalEmergency.SEVERE_THROMBOCYTOPENIA),
            haematological_emergency.has(HaematologicalEmergency.SEVERE_HAEMOLYTIC_ANAEMIA),
            haematological_emergency.has(HaematologicalEmergency.THROMBOTIC_MICROANGIOPATHY),
            haematological_emergency.has(HaematologicalEmergency.HAEMOPHAGOCYTOSIS),
            haematological_emergency.has(HaematologicalEmergency.MAJOR_BLEEDING),
            platelets.is_(19),
        ),
        silent_for_each((*CLASS_II, neutrophils.is_(1.3), BY_DISEASE), platelets.is_(20)),
        # Of lupus only: in vasculitis such a count is another emergency.
        silent_for_each((GPA, neutrophils.is_(1.3), BY_DISEASE), (), platelets.is_(19)),
    ),
    edges(
        "RCYC-7",
        cyclophosphamide_named(wbc.is_(3.9), BY_DISEASE),
        fires_for_each((GPA, *NOT_LOW, BY_DISEASE), *LOW_COUNTS),
        fires_for_each((GPA, BY_DISEASE), neutrophils.is_(1.5), platelets.is_(49), wbc.is_(3.9)),
        silent_for_each((GPA, *NOT_LOW, BY_DISEASE), (), *NOT_LOW_ENOUGH),
        fires_for_each((GPA, wbc.is_(3.9)), BY_DISEASE, LIFELONG),
        silent_for_each((GPA, wbc.is_(3.9)), (), BY_DRUG, BY_MARROW, BY_INFECTION),
    ),
    edges(
        "RCYC-8",
        cyclophosphamide_named(platelets.is_(50), BY_DRUG),
        fires_for_each((GPA, platelets.is_(99)), BY_DRUG, BY_MARROW, BY_INFECTION),
        silent_for_each((GPA, platelets.is_(99)), (), BY_DISEASE, LIFELONG),
        fires_for_each((GPA, BY_DRUG), platelets.is_(50), platelets.is_(99)),
        silent_for_each((GPA, BY_DRUG), (), platelets.is_(49), platelets.is_(100)),
    ),
    edges(
        "RCYC-36",
        fires_for_each((*CLASS_IV, platelets.is_(70)), BY_DRUG, BY_MARROW, BY_INFECTION),
        silent_for_each((*CLASS_IV, platelets.is_(70)), (), BY_DISEASE, LIFELONG),
        fires_for_each((*NERVES, BY_DRUG), platelets.is_(50), platelets.is_(99)),
        silent_for_each((*NERVES, BY_DRUG), (), platelets.is_(49), platelets.is_(100)),
        silent_for_each((GPA, platelets.is_(70), BY_DRUG)),
    ),
    edges(
        "RCYC-9",
        cyclophosphamide_named(urinary_findings.is_(UrinaryFindings.HAEMORRHAGIC_CYSTITIS)),
        silent_for_each(
            (GPA,),
            urinary_findings.is_(UrinaryFindings.NORMAL),
            urinary_findings.is_(UrinaryFindings.GLOMERULAR_HAEMATURIA),
            urinary_findings.is_(UrinaryFindings.NON_GLOMERULAR_HAEMATURIA),
        ),
    ),
    edges(
        "RCYC-10",
        cyclophosphamide_named(urinary_findings.is_(UrinaryFindings.NON_GLOMERULAR_HAEMATURIA)),
        # Blood from the kidney is the disease, and no reason to hold the drug.
        silent_for_each(
            (LUPUS,),
            urinary_findings.is_(UrinaryFindings.NORMAL),
            urinary_findings.is_(UrinaryFindings.GLOMERULAR_HAEMATURIA),
        ),
    ),
    edges("RCYC-11", cyclophosphamide_named(medicines.has(Medicine.ETANERCEPT))),
    edges(
        "RCYC-13",
        cyclophosphamide_named(malignancy.is_(Malignancy.PAST_BLADDER)),
        silent_for_each(
            (GPA,),
            malignancy.is_(Malignancy.NONE),
            malignancy.is_(Malignancy.CURRENT),
            malignancy.is_(Malignancy.PAST_OTHER),
        ),
    ),
    edges(
        "RCYC-16",
        cyclophosphamide_named(malignancy.is_(Malignancy.PAST_BLADDER)),
        silent_for_each(
            (GPA,), malignancy.is_(Malignancy.CURRENT), malignancy.is_(Malignancy.PAST_OTHER)
        ),
    ),
)
