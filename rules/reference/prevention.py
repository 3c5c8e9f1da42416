"""Prevention: pneumocystis, fertility, bladder, vaccines, and an end date."""

from engine.language import (
    Chapter,
    Concept,
    Confidence,
    Rule,
    Threshold,
    all_of,
    any_of,
    fires,
    silent,
)
from rules.reference.concepts import CYCLOPHOSPHAMIDE_CANDIDATE, MITOXANTRONE_CANDIDATE
from rules.reference.guards import CYCLOPHOSPHAMIDE_NAMED, GPA, LUPUS, SCLEROSIS
from rules.reference.lupus_criteria import CLASS_II, CLASS_IV
from rules.reference.prevention_flags import (
    AGENT_TRAP,
    BLADDER,
    CONTRACEPTION,
    CONTRACEPTION_MITOXANTRONE,
    END_DATE,
    END_PLANNED,
    FERTILITY,
    FERTILITY_MITOXANTRONE,
    FLAGS,
    PNEUMOCYSTIS,
    VACCINES,
    VACCINES_MITOXANTRONE,
)
from rules.reference.sclerosis_criteria import ARM_A, RELAPSING
from rules.vocabulary.heart import Hypersensitivity, hypersensitivity
from rules.vocabulary.infection import PneumocystisProphylaxis, pneumocystis_prophylaxis
from rules.vocabulary.reproduction import fertility_wish
from rules.vocabulary.sclerosis import MsCourse, ms_course
from rules.vocabulary.treatments import (
    Medicine,
    cyclophosphamide_months,
    medicines,
    on_cyclophosphamide,
)

SIX_MONTHS = Threshold(
    id="prevention_induction",
    label="Longest induction with cyclophosphamide",
    value=6,
    unit="months",
    confidence=Confidence.READ,
    cites=("ACRVF21",),
    note="Three to six months, then maintenance with another drug.",
)

UNDER_DISCUSSION = all_of(
    CYCLOPHOSPHAMIDE_NAMED, any_of(CYCLOPHOSPHAMIDE_CANDIDATE.yes, on_cyclophosphamide.yes)
)
MITOXANTRONE_DISCUSSED = all_of(SCLEROSIS, MITOXANTRONE_CANDIDATE.yes)
NOT_UNWISHED = any_of(fertility_wish.yes, fertility_wish.is_not_known())
NO_CO_TRIMOXAZOLE = hypersensitivity.has(Hypersensitivity.SULFONAMIDE)

pneumocystis = Rule(
    id="RPRE-1",
    title="a plan against pneumocystis pneumonia",
    cites=("ACRVF21", "KDIGO-AAV24", "EULAR-OI22"),
    when=all_of(
        UNDER_DISCUSSION,
        any_of(
            pneumocystis_prophylaxis.is_not_known(),
            pneumocystis_prophylaxis.is_one_of(
                PneumocystisProphylaxis.NOT_PLANNED, PneumocystisProphylaxis.NOT_NEEDED
            ),
        ),
    ),
    then=PNEUMOCYSTIS,
    because="The germ is everywhere, and the cells that hold it in check are what the drug "
    "removes.",
    misuse="Judged not needed is a judgement to look at again: a plan names agent, dose and end.",
    confidence=Confidence.SECONDARY,
    strength="conditional, in ANCA-associated vasculitis (American College of Rheumatology)",
    examples=(
        fires(LUPUS, CLASS_IV),
        silent(LUPUS, CLASS_IV, pneumocystis_prophylaxis.is_(PneumocystisProphylaxis.IN_PLACE)),
        silent(LUPUS, CLASS_IV, pneumocystis_prophylaxis.is_(PneumocystisProphylaxis.PLANNED)),
        fires(LUPUS, CLASS_IV, pneumocystis_prophylaxis.is_(PneumocystisProphylaxis.NOT_NEEDED)),
    ),
)

agent = Rule(
    id="RPRE-2",
    title="an obstacle to co-trimoxazole",
    cites=("MTX-LBL", "GENERAL"),
    when=all_of(UNDER_DISCUSSION, any_of(NO_CO_TRIMOXAZOLE, medicines.has(Medicine.METHOTREXATE))),
    then=AGENT_TRAP,
    because="The usual agent interacts, raises creatinine and potassium, and sulfonamides can make "
    "lupus flare.",
    misuse="An obstacle to one agent is no reason for none.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(LUPUS, CLASS_IV, NO_CO_TRIMOXAZOLE),
        silent(LUPUS, CLASS_IV, hypersensitivity.has_not(Hypersensitivity.SULFONAMIDE)),
    ),
)

fertility = Rule(
    id="RPRE-3",
    title="fertility before the first dose of cyclophosphamide",
    cites=("ACR-REPRO20",),
    when=all_of(UNDER_DISCUSSION, NOT_UNWISHED),
    then=FERTILITY,
    because="What was not banked before treatment cannot be banked after it.",
    misuse="It is not a question for women only.",
    confidence=Confidence.READ,
    strength="conditional for GnRH agonists, good practice for sperm banking",
    examples=(
        fires(LUPUS, CLASS_IV),
        silent(LUPUS, CLASS_IV, fertility_wish.no),
    ),
)

bladder = Rule(
    id="RPRE-4",
    title="protection of the bladder",
    cites=("MESNA-W", "GENERAL"),
    when=UNDER_DISCUSSION,
    then=BLADDER,
    because="A breakdown product of the drug burns the bladder while it waits there.",
    misuse="Protected is not watched: urine is looked at for life.",
    confidence=Confidence.GENERAL,
    examples=(fires(LUPUS, CLASS_IV), silent(LUPUS, CLASS_II)),
)

vaccines = Rule(
    id="RPRE-5",
    title="vaccines before cyclophosphamide",
    cites=("ACR-VAX22",),
    when=UNDER_DISCUSSION,
    then=VACCINES,
    because="Vaccines need the immune cells that treatment takes away.",
    misuse="In an emergency treatment does not wait for vaccines.",
    confidence=Confidence.READ,
    examples=(fires(LUPUS, CLASS_IV), silent(LUPUS, CLASS_II)),
)

end_date = Rule(
    id="RPRE-6",
    title="a course of more than six months, or of unknown length",
    cites=("ACRVF21", "KDIGO-AAV24"),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        on_cyclophosphamide.yes,
        any_of(cyclophosphamide_months.above(SIX_MONTHS), cyclophosphamide_months.is_not_known()),
    ),
    then=END_DATE,
    because="The benefit comes early, while the harm adds up.",
    misuse="Ending the drug without maintenance invites relapse.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(GPA, on_cyclophosphamide.yes, cyclophosphamide_months.is_(7)),
        silent(GPA, on_cyclophosphamide.yes, cyclophosphamide_months.is_(6)),
    ),
)

contraception = Rule(
    id="RPRE-7",
    title="contraception with cyclophosphamide: how long it is kept",
    cites=("CYC-CONTRA-US", "CYC-CONTRA-EU", "ACR-REPRO20"),
    when=UNDER_DISCUSSION,
    then=CONTRACEPTION,
    because="The drug harms ovaries, testes and an unborn child; labels count beyond the last "
    "dose.",
    misuse="No wish for children is not the same as contraception.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(LUPUS, CLASS_IV, fertility_wish.no),
        silent(LUPUS, CLASS_II, fertility_wish.no),
    ),
)

contraception_sclerosis = Rule(
    id="RPRE-8",
    title="contraception with mitoxantrone: how long it is kept",
    cites=("GENERAL",),
    when=MITOXANTRONE_DISCUSSED,
    then=CONTRACEPTION_MITOXANTRONE,
    because="The drug harms an unborn child, and labels count beyond the last dose.",
    misuse="The numbers were not read at a source.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(*ARM_A, RELAPSING),
        silent(*ARM_A, ms_course.is_(MsCourse.PRIMARY_PROGRESSIVE)),
    ),
)

end_planned = Rule(
    id="RPRE-9",
    title="a course that has not begun needs an end in its plan",
    cites=("ACRVF21", "KDIGO-AAV24"),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        CYCLOPHOSPHAMIDE_CANDIDATE.yes,
        any_of(on_cyclophosphamide.no, on_cyclophosphamide.is_not_known()),
    ),
    then=END_PLANNED,
    because="An induction without a planned end is continued too long, and the harm adds up.",
    misuse="The date may be moved by the response; without one nobody notices that it has passed.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(LUPUS, CLASS_IV, on_cyclophosphamide.no),
        silent(LUPUS, CLASS_IV, on_cyclophosphamide.yes),
        silent(LUPUS, CLASS_II, on_cyclophosphamide.no),
    ),
)

fertility_sclerosis = Rule(
    id="RPRE-10",
    title="fertility before the first dose of mitoxantrone",
    cites=("ACR-REPRO20", "GENERAL"),
    when=all_of(MITOXANTRONE_DISCUSSED, NOT_UNWISHED),
    then=FERTILITY_MITOXANTRONE,
    because="What was not banked before treatment cannot be banked after it.",
    misuse="It is not a question for women only; what is done around cyclophosphamide was not "
    "studied here.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(*ARM_A, RELAPSING),
        silent(*ARM_A, RELAPSING, fertility_wish.no),
        silent(*ARM_A, ms_course.is_(MsCourse.PRIMARY_PROGRESSIVE)),
    ),
)

vaccines_sclerosis = Rule(
    id="RPRE-11",
    title="vaccines before mitoxantrone",
    cites=("ACR-VAX22", "GENERAL"),
    when=MITOXANTRONE_DISCUSSED,
    then=VACCINES_MITOXANTRONE,
    because="Vaccines need the immune cells that treatment takes away.",
    misuse="How long before and after a dose is told by the label, which was not read for this.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(*ARM_A, RELAPSING),
        silent(*ARM_A, ms_course.is_(MsCourse.PRIMARY_PROGRESSIVE)),
    ),
)

CONCEPTS: tuple[Concept, ...] = FLAGS

CHAPTER = Chapter(
    id="reference_prevention",
    title="Prevention",
    paragraphs=(),
    intro="What is put in place before and during treatment, so that the risks that the document "
    "names become smaller.",
    rules=(
        pneumocystis,
        agent,
        fertility,
        bladder,
        vaccines,
        end_date,
        contraception,
        contraception_sclerosis,
        end_planned,
        fertility_sclerosis,
        vaccines_sclerosis,
    ),
)
