"""The forty-five statements of the document, numbered in order, paraphrased one by one."""

from engine.language import Statement, StatementClass

_DEFINITION = StatementClass.DEFINITION
_INDICATION = StatementClass.INDICATION
_PRECONDITION = StatementClass.PRECONDITION
_DRUG = StatementClass.DRUG
_RISK = StatementClass.RISK
_MONITORING = StatementClass.MONITORING
_GOVERNANCE = StatementClass.GOVERNANCE
_OUTLOOK = StatementClass.OUTLOOK


def _paragraph(number: int, *rows: tuple[str, StatementClass, str, str]) -> tuple[Statement, ...]:
    """The statements of one paragraph; a row is id, class, modality, text."""
    return tuple(
        Statement(id=name, paragraph=number, kind=kind, modality=modality, text=text)
        for name, kind, modality, text in rows
    )


STATEMENTS: tuple[Statement, ...] = (
    *_paragraph(
        1,
        (
            "S1",
            _DEFINITION,
            "fact",
            (
                "Autoimmune disease: the immune system mistakenly attacks the body's own tissue, "
                "causing chronic inflammation and damage."
            ),
        ),
        (
            "S2",
            _DEFINITION,
            "fact",
            (
                "Infection comes from outside pathogens; autoimmunity comes from immunity that is "
                "itself dysregulated."
            ),
        ),
        (
            "S3",
            _DEFINITION,
            "often",
            "Autoimmune disease is often managed with immunosuppressive treatment.",
        ),
        (
            "S4",
            _DEFINITION,
            "most",
            "Most treatments aim to control symptoms and to prevent progression.",
        ),
        (
            "S5",
            _INDICATION,
            "some",
            "Some severe autoimmune diseases are treated with chemotherapy.",
        ),
        ("S6", _DEFINITION, "fact", "Chemotherapy is more commonly associated with cancer."),
    ),
    *_paragraph(
        2,
        (
            "S7",
            _DEFINITION,
            "fact",
            "Chemotherapy here means powerful drugs that suppress or modulate the immune system.",
        ),
        ("S8", _DRUG, "can", "These drugs can reduce the abnormal activity of the immune system."),
        (
            "S9",
            _DEFINITION,
            "fact",
            "It differs from chemotherapy for cancer, although some of the drugs are the same.",
        ),
        (
            "S10",
            _DEFINITION,
            "fact",
            (
                "The goal is to reset or strongly dampen immunity so that tissues can recover and "
                "work better."
            ),
        ),
    ),
    *_paragraph(
        3,
        (
            "S11",
            _INDICATION,
            "fact",
            (
                "Severe systemic lupus erythematosus is among the best-known diseases treated in "
                "this way."
            ),
        ),
        (
            "S12",
            _PRECONDITION,
            "particularly",
            "This applies particularly to lupus that is resistant to standard therapies.",
        ),
        (
            "S13",
            _INDICATION,
            "when",
            (
                "When lupus brings life-threatening complications: kidney failure from lupus "
                "nephritis, or severe blood abnormalities."
            ),
        ),
        ("S14", _DRUG, "may", "Clinicians may then resort to agents such as cyclophosphamide."),
        (
            "S15",
            _DRUG,
            "can",
            (
                "Cyclophosphamide can suppress the immune response, reduce inflammation and "
                "prevent further organ damage."
            ),
        ),
        ("S16", _MONITORING, "fact", "Cyclophosphamide is given under close supervision."),
        (
            "S17",
            _DRUG,
            "claim",
            "Cyclophosphamide has been shown to improve outcomes in severe lupus.",
        ),
    ),
    *_paragraph(
        4,
        (
            "S18",
            _INDICATION,
            "especially",
            "In multiple sclerosis chemotherapy has a role, especially in aggressive forms.",
        ),
        ("S19", _PRECONDITION, "fact", "It is not a first-line treatment of multiple sclerosis."),
        (
            "S20",
            _DRUG,
            "have been used",
            "Agents like mitoxantrone have been used in multiple sclerosis.",
        ),
        (
            "S21",
            _INDICATION,
            "fact",
            (
                "Its purpose in highly active multiple sclerosis is fewer relapses and slower "
                "progression."
            ),
        ),
        (
            "S22",
            _DEFINITION,
            "fact",
            "The rationale is to modify the immune activity that attacks the nervous system.",
        ),
    ),
    *_paragraph(
        5,
        (
            "S23",
            _DEFINITION,
            "fact",
            "Autoimmune vasculitis is a group of diseases in which blood vessels are inflamed.",
        ),
        (
            "S24",
            _DRUG,
            "can",
            "Autoimmune vasculitis can also be treated with drugs such as cyclophosphamide.",
        ),
        (
            "S25",
            _INDICATION,
            "such as",
            (
                "Severe cases are named, such as granulomatosis with polyangiitis or microscopic "
                "polyangiitis."
            ),
        ),
        (
            "S26",
            _PRECONDITION,
            "when",
            "Chemotherapy helps when conventional immunosuppressants are insufficient.",
        ),
        (
            "S27",
            _DRUG,
            "fact",
            "These drugs help to eliminate the immune cells that damage the vessels.",
        ),
    ),
    *_paragraph(
        6,
        (
            "S28",
            _INDICATION,
            "may sometimes",
            (
                "Certain severe cases of rheumatoid arthritis, and autoimmune myopathies, may "
                "sometimes be managed in this way."
            ),
        ),
        (
            "S29",
            _PRECONDITION,
            "especially",
            (
                "Especially when all other options have failed, or when the disease is rapidly "
                "progressing."
            ),
        ),
        (
            "S30",
            _DRUG,
            "typically",
            "Use is then typically part of a broader immunosuppressive strategy.",
        ),
        ("S31", _DRUG, "often", "It is often combined with corticosteroids and biologic agents."),
    ),
    *_paragraph(
        7,
        ("S32", _DRUG, "can", "Chemotherapy can be effective in severe autoimmune disease."),
        ("S33", _RISK, "fact", "A significant risk is infection."),
        ("S34", _RISK, "fact", "A significant risk is suppression of the bone marrow."),
        (
            "S35",
            _RISK,
            "fact",
            (
                "There is a significant risk of other side effects, which the document does not "
                "specify."
            ),
        ),
        (
            "S36",
            _PRECONDITION,
            "generally",
            "Chemotherapy is generally reserved for disease that is life-threatening ...",
        ),
        ("S37", _PRECONDITION, "generally", "... or that does not respond to safer therapies."),
        (
            "S38",
            _GOVERNANCE,
            "fact",
            "The decision involves careful consideration by a multidisciplinary team.",
        ),
        ("S39", _GOVERNANCE, "fact", "The team balances the benefits against the risks."),
        ("S40", _MONITORING, "require", "Patients require close monitoring throughout treatment."),
    ),
    *_paragraph(
        8,
        (
            "S41",
            _INDICATION,
            "summary",
            "Chemotherapy is a potent tool in certain severe autoimmune diseases.",
        ),
        ("S42", _OUTLOOK, "opinion", "Its use reflects advances in immunology and pharmacology."),
        ("S43", _OUTLOOK, "opinion", "It offers hope in conditions that are otherwise refractory."),
        ("S44", _OUTLOOK, "may", "Newer targeted therapies may further improve outcomes."),
        ("S45", _OUTLOOK, "may", "They may reduce the need for such aggressive interventions."),
    ),
)
