"""The closed sets of answers about earlier and planned treatment."""

from engine.language import Option


class Treatment(Option):
    """The steps of the published ladders before or beside chemotherapy."""

    HYDROXYCHLOROQUINE = "hydroxychloroquine", "hydroxychloroquine"
    GLUCOCORTICOID = (
        "glucocorticoid",
        "glucocorticoid",
        "Tablets or pulses by vein.",
        "a glucocorticoid",
    )
    MYCOPHENOLATE = "mycophenolate", "mycophenolate"
    AZATHIOPRINE = "azathioprine", "azathioprine"
    METHOTREXATE = "methotrexate", "methotrexate", "Low dose, once a week."
    CALCINEURIN_INHIBITOR = (
        "calcineurin_inhibitor",
        "calcineurin inhibitor",
        "Tacrolimus, ciclosporin or voclosporin.",
        "a calcineurin inhibitor",
    )
    BELIMUMAB = "belimumab", "belimumab"
    ANIFROLUMAB = "anifrolumab", "anifrolumab"
    ANTI_CD20 = (
        "anti_cd20",
        "anti-CD20 antibody",
        "Rituximab or obinutuzumab; in multiple sclerosis ocrelizumab, ofatumumab or ublituximab.",
        "an anti-CD20 antibody",
    )
    CYCLOPHOSPHAMIDE = "cyclophosphamide", "cyclophosphamide"
    IMMUNOGLOBULIN = "immunoglobulin", "immunoglobulin by vein"
    PLASMA_EXCHANGE = "plasma_exchange", "plasma exchange"
    PLATFORM_MS_DRUG = (
        "platform_ms_drug",
        "platform drug for multiple sclerosis",
        "Interferon beta, glatiramer, teriflunomide or dimethyl fumarate.",
        "a platform drug for multiple sclerosis",
    )
    NATALIZUMAB = "natalizumab", "natalizumab"
    CLADRIBINE_S1P_OR_ALEMTUZUMAB = (
        "cladribine_s1p_or_alemtuzumab",
        "cladribine, an S1P modulator or alemtuzumab",
        "One of them is enough for this step; the S1P modulators are fingolimod and its kind.",
    )
    STEM_CELL_TRANSPLANTATION = (
        "stem_cell_transplantation",
        "autologous stem cell transplantation",
        "At an expert centre.",
    )
    LEFLUNOMIDE_OR_SULFASALAZINE = (
        "leflunomide_or_sulfasalazine",
        "leflunomide or sulfasalazine",
    )
    TNF_INHIBITOR = "tnf_inhibitor", "TNF inhibitor", "", "a TNF inhibitor"
    ABATACEPT = "abatacept", "abatacept"
    IL6_INHIBITOR = "il6_inhibitor", "IL-6 inhibitor", "", "an IL-6 inhibitor"
    JAK_INHIBITOR = "jak_inhibitor", "JAK inhibitor", "", "a JAK inhibitor"
    MEPOLIZUMAB = "mepolizumab", "mepolizumab"


class Outcome(Option):
    """What came of a treatment. Not tolerated is not the same as failed."""

    NOT_TRIED = "not_tried", "not tried", "It has never been started."
    IN_PROGRESS = "in_progress", "in progress", "It is running and cannot be judged yet."
    WORKED = "worked", "worked", "The disease is or was controlled by it."
    PARTIAL = "partial", "worked in part", "Better, but the aim was not reached."
    FAILED = "failed", "failed", "Taken, and the disease stayed active or came back under it."
    NOT_TOLERATED = (
        "not_tolerated",
        "not tolerated",
        "Stopped for side effects; whether it would have worked is unknown.",
    )
    CONTRAINDICATED = "contraindicated", "contraindicated", "Ruled out for this patient."
    NOT_AVAILABLE = (
        "not_available",
        "not available",
        "Cannot be had here, or declined by the patient.",
    )


class MitoxantroneCourse(Option):
    """Whether mitoxantrone was ever given."""

    NEVER = "never", "never", "No dose so far, for any disease."
    ONGOING = "ongoing", "ongoing", "A course is running."
    STOPPED = "stopped", "stopped", "There was a course, and it has ended or was interrupted."


class PlannedRegimen(Option):
    """What is under discussion."""

    EURO_LUPUS = "euro_lupus", "Euro-Lupus", "500 mg by vein every two weeks, six times."
    PULSE_PER_KG = (
        "pulse_per_kg",
        "pulses by weight",
        "15 mg/kg by vein, reduced by age and kidney.",
    )
    MONTHLY_HIGH_DOSE = "monthly_high_dose", "monthly high dose", "0.5 to 1 g/m² by vein monthly."
    ORAL_DAILY = "oral_daily", "tablets every day", "About 2 mg/kg a day."
    WITH_RITUXIMAB = "with_rituximab", "cyclophosphamide together with rituximab"
    MITOXANTRONE_12 = "mitoxantrone_12", "mitoxantrone 12 mg/m²", "Every three months by vein."
    OTHER = "other", "another regimen"


class MethotrexateFrequency(Option):
    """How often methotrexate is taken as entered."""

    WEEKLY = "weekly", "once a week"
    DAILY = "daily", "every day"
    OTHER = "other", "at another interval"


class Medicine(Option):
    """Medicines that matter to the rules."""

    ALLOPURINOL = "allopurinol", "allopurinol"
    FEBUXOSTAT = "febuxostat", "febuxostat"
    CO_TRIMOXAZOLE = (
        "co_trimoxazole",
        "co-trimoxazole (trimethoprim with sulfamethoxazole)",
        "",
        "co-trimoxazole",
    )
    AZATHIOPRINE = "azathioprine", "azathioprine"
    MYCOPHENOLATE = "mycophenolate", "mycophenolate"
    METHOTREXATE = "methotrexate", "methotrexate"
    ETANERCEPT = "etanercept", "etanercept"
    WARFARIN = "warfarin", "warfarin"
    SUXAMETHONIUM_PLANNED = (
        "suxamethonium_planned",
        "an anaesthetic with suxamethonium planned",
        "Also called succinylcholine.",
        "an anaesthetic with suxamethonium",
    )
    ACE_INHIBITOR = "ace_inhibitor", "ACE inhibitor", "", "an ACE inhibitor"
    THIAZIDE = "thiazide", "thiazide", "", "a thiazide"
    ENZYME_INDUCER = (
        "enzyme_inducer",
        "enzyme inducer",
        "Phenytoin, rifampicin, a barbiturate or the like.",
        "an enzyme inducer",
    )
    OTHER_CARDIOTOXIC = "other_cardiotoxic", "another drug that harms the heart"
    LIVE_VACCINE_PLANNED = "live_vaccine_planned", "a live vaccine planned", "", "a live vaccine"
