"""Sources on diseases: criteria, recommendations, definitions."""

from engine.language import Confidence, Reference

DISEASE_REFERENCES: tuple[Reference, ...] = (
    Reference(
        id="ACR-LN24",
        organisation="American College of Rheumatology",
        title="Guideline for the screening, treatment and management of lupus nephritis: summary",
        year=2024,
        says=(
            "When to biopsy, initial triple therapy, the place of cyclophosphamide, "
            "responses, what to do after non-response."
        ),
        confidence=Confidence.READ,
    ),
    Reference(
        id="KDIGO-LN24",
        organisation="Kidney Disease: Improving Global Outcomes (KDIGO)",
        title="Clinical practice guideline for the management of lupus nephritis",
        year=2024,
        says=(
            "Options of initial therapy side by side, doses of mycophenolate and of low- "
            "dose cyclophosphamide, calcineurin inhibitors above an eGFR of 45."
        ),
        confidence=Confidence.READ,
    ),
    Reference(
        id="KDIGO-GD21",
        organisation="Kidney Disease: Improving Global Outcomes (KDIGO)",
        title="Clinical practice guideline for the management of glomerular diseases",
        year=2021,
        says="Anti-GBM disease, limits of the lifetime dose of cyclophosphamide.",
        confidence=Confidence.SECONDARY,
    ),
    Reference(
        id="KDIGO-AAV24",
        organisation="Kidney Disease: Improving Global Outcomes (KDIGO)",
        title="Clinical practice guideline for the management of ANCA-associated vasculitis",
        year=2024,
        says=(
            "Cyclophosphamide or rituximab by kidney function, dose reductions by age and "
            "kidney, plasma exchange, futility on dialysis, immunoglobulins."
        ),
        confidence=Confidence.SECONDARY,
        link="https://doi.org/10.1016/j.kint.2023.10.008",
    ),
    Reference(
        id="EULAR-SLE23",
        organisation="European Alliance of Associations for Rheumatology (EULAR)",
        title="Recommendations for the management of systemic lupus erythematosus: 2023 update",
        year=2024,
        says=(
            "Hydroxychloroquine, low glucocorticoids, early agents; cyclophosphamide "
            "considered in organ-threatening, rituximab in refractory disease."
        ),
        confidence=Confidence.READ,
        link="https://doi.org/10.1136/ard-2023-224762",
    ),
    Reference(
        id="EULAR-SLE19",
        organisation="European League Against Rheumatism (EULAR)",
        title="Recommendations for the management of systemic lupus erythematosus: 2019 update",
        year=2019,
        says="The bands of mild, moderate and severe disease in its severity figure.",
        confidence=Confidence.GENERAL,
    ),
    Reference(
        id="BSR-SLE18",
        organisation="British Society for Rheumatology",
        title="Guideline for the management of systemic lupus erythematosus in adults",
        year=2018,
        says=(
            "Management of severe disease: neuropsychiatric mechanisms, cyclophosphamide, "
            "plasma exchange."
        ),
        confidence=Confidence.READ,
    ),
    Reference(
        id="MY-CPG-SLE",
        organisation="Ministry of Health Malaysia",
        title="Clinical practice guidelines: systemic lupus erythematosus",
        year=2024,
        says="Bands of severity by SLEDAI-2K and BILAG, as it tabulates them.",
        confidence=Confidence.SECONDARY,
    ),
    Reference(
        id="SLEDAI-TAB",
        organisation="Annals of the Rheumatic Diseases",
        title="Main indices of activity in systemic lupus erythematosus: review table",
        year=None,
        says="Bands of SLEDAI-2K, severe flare, and what must not be scored.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="EULAR-LN19",
        organisation="EULAR with the European Renal Association",
        title="Recommendations for the management of lupus nephritis: 2019 update",
        year=2019,
        says="Targets for the fall of proteinuria over twelve months.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="RARE-SLE25",
        organisation="Lancet Rheumatology",
        title="International consensus on rare manifestations of systemic lupus erythematosus",
        year=2025,
        says="Treatment of pneumonitis, myocarditis, enteritis and other rare manifestations.",
        confidence=Confidence.READ,
        link="https://doi.org/10.1016/S2665-9913(25)00063-3",
    ),
    Reference(
        id="NPSLE-REV",
        organisation="Magro-Checa and others, Drugs",
        title="Management of neuropsychiatric systemic lupus erythematosus: review",
        year=2016,
        says="Inflammatory against thrombotic mechanism, and the treatment of each.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="ELNT",
        organisation="Houssiau and others, Arthritis and Rheumatism",
        title="Euro-Lupus Nephritis Trial: low-dose against high-dose intravenous cyclophosphamide",
        year=2002,
        says="The low-dose regimen of six fixed pulses, and its results beside the high dose.",
        confidence=Confidence.READ,
        link="https://doi.org/10.1002/art.10461",
    ),
    Reference(
        id="DORIS-TAB",
        organisation="Rheumatology",
        title="Definitions of low disease activity and remission in lupus (LLDAS, DORIS): table",
        year=2020,
        says="Prednisone and activity limits of low disease activity and remission.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="GLADEL-AIHA",
        organisation="GLADEL and PANLAR",
        title="Latin American guidelines for the treatment of systemic lupus erythematosus",
        year=None,
        says="Cuts for severe haemolytic anaemia and severe thrombocytopenia.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="KDIGO-AKD",
        organisation="Kidney Disease: Improving Global Outcomes (KDIGO)",
        title="Criteria for acute kidney diseases and disorders",
        year=None,
        says=(
            "A rise of creatinine by more than half, or a fall of the filtration rate by "
            "35 % or more, within three months."
        ),
        confidence=Confidence.SECONDARY,
    ),
    Reference(
        id="ACRVF21",
        organisation="American College of Rheumatology and Vasculitis Foundation",
        title=(
            "Guideline for the management of antineutrophil cytoplasmic antibody- "
            "associated vasculitis"
        ),
        year=2021,
        says=(
            "What severe and active mean, rituximab or cyclophosphamide as induction, "
            "relapse, refractory disease, plasma exchange, prophylaxis."
        ),
        confidence=Confidence.READ,
        link="https://doi.org/10.1002/acr.24634",
    ),
    Reference(
        id="EULAR-AAV22",
        organisation="European Alliance of Associations for Rheumatology (EULAR)",
        title="Recommendations for the management of ANCA-associated vasculitis: 2022 update",
        year=2022,
        says=(
            "Rituximab or cyclophosphamide for severe, rituximab first for non-severe "
            "disease; who takes part."
        ),
        confidence=Confidence.READ,
    ),
    Reference(
        id="AAV-DEF07",
        organisation="European League Against Rheumatism (EULAR)",
        title="Recommendations for conducting clinical studies in systemic vasculitis",
        year=2007,
        says="The definition of refractory vasculitis in weeks and activity.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="FFS-09",
        organisation="Guillevin and others, Medicine (Baltimore)",
        title="The Five-Factor Score revisited",
        year=2011,
        says="Prognosis of vasculitis by age, heart, gut, kidney and ear, nose and throat.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="EMA-RES",
        organisation="European Medicines Agency",
        title=(
            "Indication texts with rapidly evolving severe relapsing-remitting multiple sclerosis"
        ),
        year=None,
        says="What rapidly evolving severe and highly active despite treatment mean.",
        confidence=Confidence.SECONDARY,
    ),
    Reference(
        id="MS-COURSE",
        organisation="Lublin and others, as tabulated in a review",
        title="Courses and activity of multiple sclerosis",
        year=None,
        says="Active, worsening, progression; not assessed is indeterminate.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="AAN18",
        organisation="American Academy of Neurology",
        title="Practice guideline: disease-modifying therapies for adults with multiple sclerosis",
        year=2018,
        says="Adequate trial, when to switch, what to discuss in primary progressive disease.",
        confidence=Confidence.SECONDARY,
        link="https://doi.org/10.1212/WNL.0000000000005347",
    ),
    Reference(
        id="AGGR-MS",
        organisation="Iacobaeus and others, Multiple Sclerosis Journal",
        title="Aggressive multiple sclerosis: report of an ECTRIMS workshop",
        year=2020,
        says="No definition of aggressive disease was agreed upon.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="AHSCT25",
        organisation="ECTRIMS and EBMT",
        title=(
            "Recommendations on autologous haematopoietic stem cell transplantation in "
            "multiple sclerosis"
        ),
        year=2025,
        says="For whom transplantation is considered after high-efficacy treatment.",
        confidence=Confidence.SECONDARY,
    ),
    Reference(
        id="ACR-RA21",
        organisation="American College of Rheumatology",
        title="Guideline for the treatment of rheumatoid arthritis",
        year=2021,
        says="Methotrexate first, adding and switching; no alkylating drug among its options.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="EULAR-RA22",
        organisation="European Alliance of Associations for Rheumatology (EULAR)",
        title="Recommendations for the management of rheumatoid arthritis: 2022 update",
        year=2022,
        says="Steps, glucocorticoids only for a short time, cautions with JAK inhibitors.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="D2T",
        organisation="European Alliance of Associations for Rheumatology (EULAR)",
        title="Definition of difficult-to-treat rheumatoid arthritis",
        year=2021,
        says="Two mechanisms failed, signs of active disease, felt as a problem.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="RV-84",
        organisation="Scott and Bacon",
        title=(
            "Intravenous cyclophosphamide with methylprednisolone in systemic rheumatoid vasculitis"
        ),
        year=1984,
        says="An open study in which the combination did better.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="ILD23",
        organisation="American College of Rheumatology and American College of Chest Physicians",
        title=(
            "Guideline for the treatment of interstitial lung disease in systemic "
            "autoimmune rheumatic diseases"
        ),
        year=2023,
        says="Rapid progression is treated by a combination from the outset.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="ILD23-SUM",
        organisation="American College of Rheumatology and American College of Chest Physicians",
        title="Guideline for interstitial lung disease: summaries of its options",
        year=2023,
        says=(
            "Options first and on progression; cyclophosphamide among them, not typically "
            "combined unless progression is rapid."
        ),
        confidence=Confidence.SECONDARY,
    ),
    Reference(
        id="ACR-RPILD",
        organisation="American College of Rheumatology",
        title="Rapidly progressive interstitial lung disease: meeting report",
        year=None,
        says="Intravenous glucocorticoid and two further therapies.",
        confidence=Confidence.SECONDARY,
    ),
    Reference(
        id="BSR-IIM22",
        organisation="British Society for Rheumatology",
        title="Guideline on the management of idiopathic inflammatory myopathy",
        year=2022,
        says="Glucocorticoid, then conventional drugs, immunoglobulin.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="BMJ-IIM",
        organisation="BMJ Best Practice",
        title="Idiopathic inflammatory myopathies: management",
        year=None,
        says=(
            "What severe means; cyclophosphamide reserved for refractory disease; "
            "inclusion body myositis."
        ),
        confidence=Confidence.SECONDARY,
    ),
    Reference(
        id="ASYS-TAB",
        organisation="Review of antisynthetase syndrome",
        title="Treatment table",
        year=None,
        says="Regimens of cyclophosphamide and immunoglobulin.",
        confidence=Confidence.READ,
    ),
    Reference(
        id="MDA5-ES",
        organisation="Spanish working group (MEDRA5)",
        title="Recommendations for anti-MDA5 rapidly progressive interstitial lung disease",
        year=2020,
        says=(
            "Glucocorticoid with a calcineurin inhibitor, or triple with intravenous "
            "cyclophosphamide."
        ),
        confidence=Confidence.READ,
    ),
)
