"""What stands beside a verdict on multiple sclerosis."""

from engine.language import Flag, Layer, Topic

NO_MRI = Flag(
    id="ms_no_mri",
    label="activity is indeterminate without an MRI",
    layer=Layer.REFERENCE,
    topic=Topic.BEFORE_TREATMENT,
    text="No recent MRI is recorded. Activity that was not assessed is indeterminate, not absent.",
)

LESIONS_NOT_SEEN = Flag(
    id="ms_lesions_not_seen",
    label="active by relapses; high activity not told without an MRI",
    layer=Layer.REFERENCE,
    topic=Topic.BEFORE_TREATMENT,
    text="The relapses make the disease active. No recent MRI is recorded: whether it is highly "
    "active by European wording is told by new lesions as well.",
)

NO_DEFINITION = Flag(
    id="ms_no_definition_of_aggressive",
    label="aggressive disease has no agreed definition",
    layer=Layer.REFERENCE,
    topic=Topic.EVIDENCE,
    text="An international workshop of 2020 found no agreed definition of aggressive multiple "
    "sclerosis. The numbers used here follow European labels; that two new T2 lesions are a "
    "significant increase, and how activity under a drug is counted, are this program's own.",
)

TRANSPLANTATION = Flag(
    id="ms_transplantation",
    label="transplantation may come into question",
    layer=Layer.REFERENCE,
    topic=Topic.ALTERNATIVE,
    text="Autologous stem cell transplantation may be considered at an expert centre after a "
    "high-efficacy drug failed: usually below 45 years, within ten years of onset, EDSS below 6. "
    "Its conditioning is itself high-dose chemotherapy, another meaning of the word.",
)

PLATEAU = Flag(
    id="ms_long_disabled",
    label="severe disability without activity",
    layer=Layer.REFERENCE,
    topic=Topic.STRATEGY,
    text="Unable to walk, without relapse or enhancing lesion: after two years a guideline "
    "considers ending disease-modifying drugs rather than stronger ones.",
)

ALTERNATIVES = Flag(
    id="ms_alternatives",
    label="newer drugs come before mitoxantrone",
    layer=Layer.REFERENCE,
    topic=Topic.ALTERNATIVE,
    text="Before mitoxantrone stand anti-CD20 antibodies, natalizumab (its risk of brain infection "
    "is told by the JC virus index), cladribine, S1P modulators or alemtuzumab, and "
    "transplantation at an expert centre. Newer is not simply safer: each has a main risk, and "
    "cladribine is contraindicated in pregnancy and with a cancer now.",
)

OCRELIZUMAB = Flag(
    id="ms_ocrelizumab",
    label="ocrelizumab in primary progressive disease",
    layer=Layer.REFERENCE,
    topic=Topic.ALTERNATIVE,
    text="With primary progressive disease, ocrelizumab is the drug to discuss with people who can "
    "still walk.",
)
