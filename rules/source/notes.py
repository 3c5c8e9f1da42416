"""Texts shown beside the rules: the document's terms, its stated aims, and what it does not say.

They decide nothing, so they are data and not rules that would always fire.
"""

from engine.language import Aim, Note
from rules.concepts import Drug
from rules.vocabulary.options import LUPUS, MULTIPLE_SCLEROSIS, VASCULITIS

GLOSSARY: tuple[Note, ...] = (
    Note(
        id="autoimmune_disease",
        title="Autoimmune disease",
        text="The immune system attacks the body's own tissue by mistake; this keeps inflammation "
        "going and damages organs. Infection, in contrast, comes from outside.",
        cites=("S1", "S2"),
    ),
    Note(
        id="usual_treatment",
        title="Usual treatment",
        text="Often immunosuppressive; most treatments aim to control symptoms and to prevent "
        "progression.",
        cites=("S3", "S4"),
    ),
    Note(
        id="chemotherapy",
        title="Chemotherapy, in this program",
        text="Powerful drugs that suppress or modulate the immune system. Some are the drugs used "
        "against cancer, but the purpose differs: to reset or strongly dampen immunity so that "
        "tissues can recover.",
        cites=("S6", "S7", "S8", "S9", "S10"),
    ),
    Note(
        id="autoimmune_vasculitis",
        title="Autoimmune vasculitis",
        text="A group of diseases in which blood vessels are inflamed. The document names two of "
        "them: granulomatosis with polyangiitis and microscopic polyangiitis.",
        cites=("S23", "S25"),
    ),
)

AIMS: tuple[Aim, ...] = (
    Aim(
        id="aim_lupus",
        title="What it is meant to do in lupus",
        text="Suppress the immune response, reduce inflammation and prevent further organ damage. "
        "The document says that outcomes of severe lupus improve; it does not grade the evidence.",
        cites=("S15", "S17"),
        drug=Drug.CYCLOPHOSPHAMIDE,
        diagnoses=LUPUS,
    ),
    Aim(
        id="aim_multiple_sclerosis",
        title="What it is meant to do in multiple sclerosis",
        text="Fewer relapses and slower progression, by modifying the immune activity that attacks "
        "the nervous system.",
        cites=("S21", "S22"),
        drug=Drug.MITOXANTRONE,
        diagnoses=MULTIPLE_SCLEROSIS,
    ),
    Aim(
        id="aim_vasculitis",
        title="What it is meant to do in vasculitis",
        text="Help to eliminate the immune cells that damage the vessels.",
        cites=("S27",),
        drug=Drug.CYCLOPHOSPHAMIDE,
        diagnoses=VASCULITIS,
    ),
)

SILENCES: tuple[Note, ...] = (
    Note(
        id="doses",
        title="Doses and duration",
        text="No dose, no schedule, no length of treatment.",
    ),
    Note(
        id="thresholds",
        title="Thresholds",
        text='No number behind "severe", "highly active" or "rapidly progressing".',
    ),
    Note(
        id="contraindications",
        title="Contraindications",
        text="Nothing on when these drugs must not be given. Silence is not permission.",
    ),
    Note(
        id="pregnancy",
        title="Pregnancy and fertility",
        text="Not mentioned at all. Silence is not permission.",
    ),
    Note(
        id="arthritis_drug",
        title="Which drug in arthritis and myopathy",
        text="The paragraph names none, so no rule does.",
        cites=("S28",),
    ),
    Note(
        id="other_drugs",
        title="Other drugs of the kind",
        text='"Agents such as" and "agents like" leave open which other drugs are meant.',
        cites=("S14", "S20", "S24"),
    ),
    Note(
        id="methotrexate",
        title="Methotrexate",
        text="Not mentioned. Nothing here says whether low-dose methotrexate counts as "
        "chemotherapy.",
    ),
    Note(
        id="alternatives",
        title="Named alternatives",
        text="Newer targeted therapies are mentioned, but none is named, rituximab included.",
        cites=("S44", "S45"),
    ),
    Note(
        id="other_vasculitis",
        title="Other forms of vasculitis",
        text="EGPA, anti-GBM disease, Behçet's disease and others are not named; only the "
        "sentences about the group reach them.",
        cites=("S23", "S24"),
    ),
    Note(
        id="untreated_vasculitis",
        title="Organ-threatening vasculitis that has not been treated",
        text="The text speaks of conventional drugs that did not suffice, not of disease that "
        "cannot wait for them.",
        cites=("S26", "S36"),
    ),
    Note(
        id="monitoring_tests",
        title="Which tests, and how often",
        text="Close monitoring is required; no test and no interval is named.",
        cites=("S40",),
    ),
    Note(
        id="team_members",
        title="Who sits in the team",
        text="A multidisciplinary team considers; its members are not named.",
        cites=("S38",),
    ),
)
