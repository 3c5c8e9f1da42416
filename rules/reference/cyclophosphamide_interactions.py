"""Cyclophosphamide: what labels of regions say, and which other drugs matter."""

from engine.language import Confidence, Rule, all_of, any_of, fires, silent
from rules.reference.cyclophosphamide_flags import (
    ALLOPURINOL,
    ANTICOAGULANT,
    CARDIOTOXIC,
    INDUCER,
    LEUKOPENIC_DRUGS,
    MARROW_DRUGS,
    SUXAMETHONIUM,
    UK_STATUS,
    US_STATUS,
)
from rules.reference.guards import CYCLOPHOSPHAMIDE_NAMED, GPA, LUPUS
from rules.vocabulary.patient import Region, region
from rules.vocabulary.treatments import (
    Medicine,
    anthracycline_or_chest_radiotherapy,
    medicines,
)

us_status = Rule(
    id="RCYC-27",
    title="regulatory status in the United States",
    cites=("CYC-US",),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, region.is_(Region.US)),
    then=US_STATUS,
    because="The label's only use outside cancer is a kidney disease of children.",
    misuse="Off-label is a legal word, not a judgement of evidence.",
    confidence=Confidence.READ,
    examples=(fires(LUPUS, region.is_(Region.US)), silent(LUPUS, region.is_(Region.UK))),
)

uk_status = Rule(
    id="RCYC-28",
    title="regulatory status in the United Kingdom",
    cites=("CYC-UK", "S36"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, region.is_(Region.UK)),
    then=UK_STATUS,
    because="The same drug for the same disease is worded differently by country.",
    misuse="A licence is not an indication for this patient.",
    confidence=Confidence.READ,
    examples=(fires(LUPUS, region.is_(Region.UK)), silent(LUPUS, region.is_(Region.US))),
)

marrow_drugs = Rule(
    id="RCYC-29",
    title="azathioprine, mycophenolate or methotrexate at the same time",
    cites=("GENERAL", "FEBUX"),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        any_of(
            medicines.has(Medicine.AZATHIOPRINE),
            medicines.has(Medicine.MYCOPHENOLATE),
            medicines.has(Medicine.METHOTREXATE),
        ),
    ),
    then=MARROW_DRUGS,
    because="Two drugs that lower counts lower them further together.",
    misuse="Combined with a glucocorticoid or a biologic is another matter.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(GPA, medicines.has(Medicine.AZATHIOPRINE)),
        silent(GPA, medicines.has_not(Medicine.AZATHIOPRINE)),
    ),
)

allopurinol = Rule(
    id="RCYC-30",
    title="allopurinol at the same time",
    cites=("GENERAL",),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, medicines.has(Medicine.ALLOPURINOL)),
    then=ALLOPURINOL,
    because="More marrow toxicity was seen with the two together.",
    misuse="With azathioprine allopurinol is more dangerous still.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(GPA, medicines.has(Medicine.ALLOPURINOL)),
        silent(GPA, medicines.has_not(Medicine.ALLOPURINOL)),
    ),
)

warfarin = Rule(
    id="RCYC-31",
    title="warfarin at the same time",
    cites=("GENERAL",),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, medicines.has(Medicine.WARFARIN)),
    then=ANTICOAGULANT,
    because="The drug changes how the liver handles it, in either direction.",
    misuse="Lupus with clots needs both the watching and the warfarin.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(LUPUS, medicines.has(Medicine.WARFARIN)),
        silent(LUPUS, medicines.has_not(Medicine.WARFARIN)),
    ),
)

suxamethonium = Rule(
    id="RCYC-32",
    title="an anaesthetic with suxamethonium is planned",
    cites=("GENERAL",),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, medicines.has(Medicine.SUXAMETHONIUM_PLANNED)),
    then=SUXAMETHONIUM,
    because="The enzyme that ends its effect is inhibited for days.",
    misuse="Only this muscle relaxant is meant.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(GPA, medicines.has(Medicine.SUXAMETHONIUM_PLANNED)),
        silent(GPA, medicines.has_not(Medicine.SUXAMETHONIUM_PLANNED)),
    ),
)

pressure_drugs = Rule(
    id="RCYC-33",
    title="a thiazide or an ACE inhibitor at the same time",
    cites=("GENERAL",),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        any_of(medicines.has(Medicine.THIAZIDE), medicines.has(Medicine.ACE_INHIBITOR)),
    ),
    then=LEUKOPENIC_DRUGS,
    because="Both were reported to add to low white cells.",
    misuse="Nephritis needs its ACE inhibitor: watch, do not stop.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(LUPUS, medicines.has(Medicine.ACE_INHIBITOR)),
        silent(LUPUS, medicines.has_not(Medicine.ACE_INHIBITOR)),
    ),
)

inducer = Rule(
    id="RCYC-34",
    title="an inducer of liver enzymes at the same time",
    cites=("GENERAL",),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, medicines.has(Medicine.ENZYME_INDUCER)),
    then=INDUCER,
    because="The drug is made active in the liver.",
    misuse="Which way the effect goes cannot be told in advance.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(GPA, medicines.has(Medicine.ENZYME_INDUCER)),
        silent(GPA, medicines.has_not(Medicine.ENZYME_INDUCER)),
    ),
)

cardiotoxic = Rule(
    id="RCYC-35",
    title="other treatment that harms the heart",
    cites=("GENERAL", "CYC-UK"),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        any_of(medicines.has(Medicine.OTHER_CARDIOTOXIC), anthracycline_or_chest_radiotherapy.yes),
    ),
    then=CARDIOTOXIC,
    because="Harm to heart muscle adds up over a lifetime and over drugs.",
    misuse="At the doses used here the heart is seldom harmed by this drug alone.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(GPA, anthracycline_or_chest_radiotherapy.yes),
        silent(GPA, anthracycline_or_chest_radiotherapy.no),
    ),
)

INTERACTIONS = (
    us_status,
    uk_status,
    marrow_drugs,
    allopurinol,
    warfarin,
    suxamethonium,
    pressure_drugs,
    inducer,
    cardiotoxic,
)
