"""Sources on drugs and prevention: labels, doses, monitoring, calculations."""

from engine.language import Confidence, Reference

DRUG_REFERENCES: tuple[Reference, ...] = (
    Reference(
        id="CYCLOPS-TAB",
        organisation="European League Against Rheumatism (EULAR)",
        title=(
            "Recommendations for the management of primary small and medium vessel "
            "vasculitis: pulse reductions of the CYCLOPS trial"
        ),
        year=2009,
        says=(
            "Reductions of pulsed cyclophosphamide by age and creatinine; the cut-offs of "
            "the columns are general knowledge."
        ),
        confidence=Confidence.READ,
    ),
    Reference(
        id="EDREN",
        organisation="Edinburgh Renal Unit",
        title="Handbook: systemic vasculitis",
        year=None,
        says="The cap of a single pulse of cyclophosphamide.",
        confidence=Confidence.SECONDARY,
    ),
    Reference(
        id="AAN18-MED",
        organisation="American Academy of Neurology",
        title="Practice guideline: the sentence on mitoxantrone, as reported",
        year=2018,
        says="Mitoxantrone only where benefits greatly outweigh risks.",
        confidence=Confidence.SECONDARY,
    ),
    Reference(
        id="AAN10",
        organisation="American Academy of Neurology",
        title="Evidence report: safety of mitoxantrone in multiple sclerosis",
        year=2010,
        says="How often the ejection fraction falls, heart failure and leukaemia occur.",
        confidence=Confidence.SECONDARY,
    ),
    Reference(
        id="MITOX-US",
        organisation="United States label",
        title="Mitoxantrone: boxed warning and warnings",
        year=None,
        says="Neutrophils, heart, infection, route of injection, tests before each dose.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="MITOX-EU",
        organisation="European Medicines Agency",
        title="Novantrone and associated names: referral under Article 30",
        year=2016,
        says=(
            "The harmonised indication without alternatives, the cap of 72 mg/m², no second course."
        ),
        confidence=Confidence.READ,
        link="https://www.ema.europa.eu/en/medicines/human/referrals/novantrone-associated-names",
    ),
    Reference(
        id="MITOX-EDAN",
        organisation="Edan and others, Journal of the Neurological Sciences",
        title="When and how to use mitoxantrone in multiple sclerosis",
        year=2003,
        says="Progression by one EDSS point or more within a year.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="MITOX-CARD",
        organisation="Avasarala and others",
        title="Early fall of the ejection fraction under mitoxantrone",
        year=2003,
        says="Toxicity of the heart far below the cap.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="FDA-MITOX",
        organisation="United States Food and Drug Administration",
        title="Mitoxantrone: information page",
        year=2008,
        says="Ejection fraction before every dose and yearly afterwards.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="MITOX-NOV",
        organisation="United States label",
        title="Novantrone: earlier label",
        year=None,
        says="Risk factors of heart failure and how often it occurs, the earlier limit of 50 %.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="MITOX-LATER",
        organisation="United States label",
        title="Mitoxantrone: later label",
        year=None,
        says=(
            "Ejection fraction below the lower limit of normal, lifetime dose of 140 "
            "mg/m², dose and interval."
        ),
        confidence=Confidence.SECONDARY,
    ),
    Reference(
        id="MITOX-MS05",
        organisation="United States indication, as reported",
        title="Mitoxantrone in multiple sclerosis",
        year=2005,
        says="The courses it is licensed for; primary progressive disease is not one.",
        confidence=Confidence.SECONDARY,
    ),
    Reference(
        id="MITOX-SULF",
        organisation="United States label",
        title="Mitoxantrone: warning on sulfites",
        year=None,
        says="Metabisulfite in the product.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="MITOX-TEVA",
        organisation="European patient leaflet",
        title="Mitoxantrone",
        year=None,
        says=(
            "Allergy, sulfite, pregnancy and breastfeeding exclude it; infection is treated first."
        ),
        confidence=Confidence.SECONDARY,
    ),
    Reference(
        id="RENEW",
        organisation="RENEW study, BMC Neurology",
        title="Long-term safety of mitoxantrone in multiple sclerosis",
        year=2013,
        says="How often heart failure, low ejection fraction and leukaemia occurred.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="CYC-UK",
        organisation="United Kingdom product information",
        title="Cyclophosphamide: injection and tablets",
        year=2017,
        says="Life-threatening autoimmune disease as an indication; contraindications.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="CYC-US",
        organisation="United States label",
        title="Cyclophosphamide",
        year=None,
        says=(
            "Its one non-malignant indication, contraindications; numbers of its warnings "
            "are general knowledge."
        ),
        confidence=Confidence.READ,
    ),
    Reference(
        id="CYC-CONTRA-US",
        organisation="United States label",
        title="Cyclophosphamide: contraception",
        year=None,
        says="How long contraception lasts after the last dose.",
        confidence=Confidence.SECONDARY,
    ),
    Reference(
        id="CYC-CONTRA-EU",
        organisation="European-type product information",
        title="Cyclophosphamide: contraception",
        year=None,
        says="How long contraception lasts after the last dose.",
        confidence=Confidence.SECONDARY,
    ),
    Reference(
        id="CYC-BLADDER",
        organisation="Review in a Brazilian dermatology journal",
        title="Cyclophosphamide and cancer of the bladder",
        year=None,
        says="Risk above a lifetime dose of 36 g.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="BSR-AAV",
        organisation=(
            "British Society for Rheumatology and British Health Professionals in Rheumatology"
        ),
        title="Guideline for the management of adults with ANCA-associated vasculitis",
        year=None,
        says="Counts before a pulse, reductions by the lowest count, weekly counts with tablets.",
        confidence=Confidence.UNSURE,
    ),
    Reference(
        id="OXPARC",
        organisation="Oxford University Hospitals",
        title="Drug monitoring in rheumatology",
        year=None,
        says="Blood count on day 10 and within two days before each pulse.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="SPS",
        organisation="NHS Specialist Pharmacy Service",
        title="Monitoring of disease-modifying drugs",
        year=None,
        says="Schedule and thresholds for methotrexate and its kind.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="MTX-LBL",
        organisation="Labels of Canada and the United States",
        title="Methotrexate",
        year=None,
        says="Contraindications, once a week only, monitoring.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="ACR-REPRO20",
        organisation="American College of Rheumatology",
        title="Guideline for the management of reproductive health in rheumatic diseases",
        year=2020,
        says="Which drugs in pregnancy and breastfeeding, fertility, time before conception.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="ACR-VAX22",
        organisation="American College of Rheumatology",
        title="Guideline for vaccinations in rheumatic diseases",
        year=2022,
        says="Inactivated vaccines at any time, live vaccines deferred, how long to hold a drug.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="EULAR-OI22",
        organisation="European Alliance of Associations for Rheumatology (EULAR)",
        title="Recommendations for screening and prophylaxis of opportunistic infections",
        year=2022,
        says="Screening for hepatitis B and tuberculosis, pneumocystis prophylaxis.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="MESNA-W",
        organisation="Product information",
        title="Mesna: warnings",
        year=None,
        says="Hypersensitivity that can look like a flare in autoimmune disease.",
        confidence=Confidence.SECONDARY,
    ),
    Reference(
        id="FEBUX",
        organisation="United States label and Medsafe",
        title="Febuxostat with azathioprine",
        year=2018,
        says="The combination is contraindicated or not advised.",
        confidence=Confidence.SECONDARY,
    ),
    Reference(
        id="TAVNEOS26",
        organisation="United States Food and Drug Administration and European Medicines Agency",
        title="Avacopan: status",
        year=2026,
        says="Withdrawal proposed and revocation advised; final decisions not seen.",
        confidence=Confidence.SECONDARY,
    ),
    Reference(
        id="OBI-LN25",
        organisation="United States Food and Drug Administration",
        title="Obinutuzumab: approval for lupus nephritis, as reported",
        year=2025,
        says="Approved with standard therapy for active lupus nephritis.",
        confidence=Confidence.SECONDARY,
    ),
    Reference(
        id="US-LABELS",
        organisation="United States labels",
        title="Cladribine tablets and alemtuzumab: boxed warnings",
        year=None,
        says=(
            "Malignancy and teratogenicity; autoimmunity, infusion reactions, stroke and "
            "malignancy."
        ),
        confidence=Confidence.READ,
    ),
    Reference(
        id="CKD-EPI-2021",
        organisation="Inker and others, New England Journal of Medicine",
        title="New creatinine- and cystatin C-based equations to estimate GFR without race",
        year=2021,
        says="The creatinine equation for adults.",
        confidence=Confidence.GENERAL,
        link="https://doi.org/10.1056/NEJMoa2102953",
    ),
    Reference(
        id="MOSTELLER",
        organisation="Mosteller, New England Journal of Medicine",
        title="Simplified calculation of body-surface area",
        year=1987,
        says="Body surface from height and weight.",
        confidence=Confidence.GENERAL,
    ),
    Reference(
        id="GENERAL",
        organisation="General medical knowledge",
        title="Well known, and not read at a source for this program",
        year=None,
        says="Facts of textbooks that no single source was read for.",
        confidence=Confidence.GENERAL,
    ),
    Reference(
        id="TEACH",
        organisation="This program",
        title="Its own operationalisation",
        year=None,
        says="A choice made for teaching, because no source gives a rule that can be computed.",
        confidence=Confidence.OWN,
    ),
)
