"""The document beside later evidence: what other sources add, and how sure that is.

Nothing here changes the document's verdict; where the notes are shown, that is said once.
"""

from engine.language import Chapter, Concept, Confidence, Flag, Rule, Topic, all_of, fires, silent
from rules.concepts import CYCLOPHOSPHAMIDE_MAY, MITOXANTRONE_MAY
from rules.reference.flagging import reference_flag
from rules.reference.guards import ARTHRITIS, GPA, GPA_OR_MPA, LUPUS, MYOPATHY, SCLEROSIS
from rules.reference.lupus_criteria import CLASS_II, CLASS_IV, PROLIFERATIVE
from rules.vocabulary.disease import diagnosis, highly_active, severity
from rules.vocabulary.options import Diagnosis, Severity
from rules.vocabulary.treatment import first_line_tried, unresponsive_to_safer_therapy


def _note(name: str, label: str, topic: Topic, text: str) -> Flag:
    return reference_flag(f"since_{name}", label, topic, text)


AVACOPAN = _note(
    "avacopan",
    "avacopan: check its status",
    Topic.OUTLOOK,
    "Avacopan spares glucocorticoid and is named by guidelines of 2022 and 2024. In 2026 its "
    "withdrawal was proposed in the United States and its revocation advised in Europe, over trial "
    "data and harm to the liver; final decisions were not seen.",
)
OBINUTUZUMAB = _note(
    "obinutuzumab",
    "obinutuzumab in lupus nephritis",
    Topic.OUTLOOK,
    "Obinutuzumab with standard therapy was approved in the United States for active lupus "
    "nephritis in October 2025; a guideline of 2024 lists it for refractory disease.",
)
LUPUS_OUTLOOK = _note(
    "lupus_outlook",
    "targeted therapies in lupus by name",
    Topic.OUTLOOK,
    "The document names no targeted therapy. European recommendations of 2023 and KDIGO 2024 name "
    "belimumab (against BAFF, also added in nephritis), anifrolumab (against the interferon "
    "receptor, beyond the kidney) and voclosporin (added to mycophenolate above an eGFR of 45; one "
    "statement misprints the sign).",
)
OUTCOMES = _note(
    "lupus_outcomes",
    "improved outcomes: how strong is that?",
    Topic.EVIDENCE,
    "The document says that cyclophosphamide improves outcomes in severe lupus and does not grade "
    "it. A trial of 2002 found a low dose and a high dose similar.",
)
MITOXANTRONE_TODAY = _note(
    "mitoxantrone_today",
    "mitoxantrone today",
    Topic.EVIDENCE,
    "Historically effective, now a reserve drug: the American guideline of 2018 asks that benefits "
    "greatly outweigh risks, the European decision of 2016 that no alternative exists.",
)
NEWER_IS_NOT_SAFER = _note(
    "newer_is_not_safer",
    "newer is not simply safer",
    Topic.OUTLOOK,
    "Natalizumab has its brain infection, alemtuzumab autoimmunity, infusion reactions, stroke and "
    "cancer, cladribine cancer and harm to an unborn child as main warnings.",
)
JAK = _note(
    "jak_inhibitors",
    "JAK inhibitors: weigh first",
    Topic.OUTLOOK,
    "JAK inhibitors are steps of the ladder of arthritis after weighing heart disease, cancer and "
    "clots (European recommendations, 2022); in lung disease of myopathy they are an option (a "
    "guideline of 2023).",
)
SCLEROSIS_OUTLOOK = _note(
    "ms_outlook",
    "targeted therapies in multiple sclerosis by name",
    Topic.OUTLOOK,
    "The document names no targeted therapy. Since mitoxantrone came, there are ocrelizumab and "
    "its kind (against CD20), natalizumab (against α4-integrin), alemtuzumab (against CD52), "
    "cladribine tablets and S1P modulators; the American guideline of 2018 names "
    "ocrelizumab also in primary progressive disease, for people who can still walk.",
)


def _on_trial(disease: str, treatments: str) -> Flag:
    return _note(
        f"on_trial_{disease}",
        "on the horizon: look up the status",
        Topic.OUTLOOK,
        f"{treatments} being studied. The field moves fast; the status was not checked here "
        "(general knowledge, check the source).",
    )


ON_TRIAL_IN_LUPUS = _on_trial("lupus", "In lupus CAR T cells are")
ON_TRIAL_IN_MYOPATHY = _on_trial("myopathy", "In myopathy CAR T cells and efgartigimod are")
ON_TRIAL_IN_SCLEROSIS = _on_trial("ms", "In multiple sclerosis BTK inhibitors are")
FLAGS = (
    AVACOPAN,
    OBINUTUZUMAB,
    LUPUS_OUTLOOK,
    OUTCOMES,
    MITOXANTRONE_TODAY,
    NEWER_IS_NOT_SAFER,
    JAK,
    SCLEROSIS_OUTLOOK,
    ON_TRIAL_IN_LUPUS,
    ON_TRIAL_IN_MYOPATHY,
    ON_TRIAL_IN_SCLEROSIS,
)

RESISTANT = (LUPUS, severity.is_(Severity.SEVERE), unresponsive_to_safer_therapy.yes)
TREATED = (SCLEROSIS, highly_active.yes, first_line_tried.yes)
JOINTS_OR_MUSCLES = diagnosis.is_one_of(
    Diagnosis.RHEUMATOID_ARTHRITIS, Diagnosis.AUTOIMMUNE_MYOPATHY
)

avacopan = Rule(
    id="REVI-1",
    title="avacopan in GPA and MPA",
    cites=("TAVNEOS26", "KDIGO-AAV24", "S44"),
    when=GPA_OR_MPA,
    then=AVACOPAN,
    because="A drug that guidelines name may lose its licence while the guideline stands.",
    misuse="Its status changes; look it up before it is taught.",
    confidence=Confidence.SECONDARY,
    examples=(fires(GPA), silent(LUPUS)),
)

obinutuzumab = Rule(
    id="REVI-2",
    title="obinutuzumab in proliferative nephritis",
    cites=("OBI-LN25", "ACR-LN24", "S44"),
    when=all_of(LUPUS, PROLIFERATIVE),
    then=OBINUTUZUMAB,
    because="It was approved after the guidelines were written.",
    misuse="Approved does not mean preferred or first.",
    confidence=Confidence.SECONDARY,
    examples=(fires(LUPUS, CLASS_IV), silent(LUPUS, CLASS_II)),
)

lupus_outlook = Rule(
    id="REVI-3",
    title="targeted therapies that lupus has gained",
    cites=("EULAR-SLE23", "KDIGO-LN24", "S44", "S45"),
    when=LUPUS,
    then=LUPUS_OUTLOOK,
    because="The document hopes for targeted therapies without a name; these have names.",
    misuse="May reduce the need is not has replaced.",
    confidence=Confidence.SECONDARY,
    examples=(fires(LUPUS), silent(GPA)),
)

outcomes = Rule(
    id="REVI-4",
    title="the claim of improved outcomes in severe lupus",
    cites=("ELNT", "S17"),
    when=all_of(LUPUS, CYCLOPHOSPHAMIDE_MAY.yes),
    then=OUTCOMES,
    because="A sentence without a grade is read as stronger than it is.",
    misuse="Ungraded does not mean untrue.",
    confidence=Confidence.READ,
    examples=(
        fires(*RESISTANT),
        silent(LUPUS, severity.is_(Severity.MILD), unresponsive_to_safer_therapy.yes),
    ),
)

mitoxantrone_today = Rule(
    id="REVI-5",
    title="the place of mitoxantrone has changed",
    cites=("AAN18-MED", "MITOX-EU", "S20", "S21"),
    when=all_of(SCLEROSIS, MITOXANTRONE_MAY.yes),
    then=MITOXANTRONE_TODAY,
    because="A guideline and a European decision put newer drugs before it, and transplantation "
    "has a place there too.",
    misuse="The document speaks of what has been used, not of what comes first today.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(*TREATED),
        silent(SCLEROSIS, highly_active.yes, first_line_tried.no),
    ),
)

newer_is_not_safer = Rule(
    id="REVI-6",
    title="newer drugs for multiple sclerosis have warnings of their own",
    cites=("US-LABELS", "AAN18", "S44"),
    when=SCLEROSIS,
    then=NEWER_IS_NOT_SAFER,
    because="Their labels carry boxed or serious warnings of their own.",
    misuse="A rare grave risk and a common mild one are hard to compare.",
    confidence=Confidence.SECONDARY,
    examples=(fires(SCLEROSIS), silent(LUPUS)),
)

jak = Rule(
    id="REVI-7",
    title="JAK inhibitors in arthritis and myopathy",
    cites=("EULAR-RA22", "ILD23-SUM", "S44"),
    when=JOINTS_OR_MUSCLES,
    then=JAK,
    because="The document names none of them; recommendations do, each with what is weighed first.",
    misuse="Tablets are not milder because they are tablets.",
    confidence=Confidence.SECONDARY,
    examples=(fires(ARTHRITIS), fires(MYOPATHY), silent(LUPUS)),
)

sclerosis_outlook = Rule(
    id="REVI-8",
    title="targeted therapies that multiple sclerosis has gained",
    cites=("AAN18", "US-LABELS", "GENERAL", "S44", "S45"),
    when=SCLEROSIS,
    then=SCLEROSIS_OUTLOOK,
    because="The document hopes for newer targeted therapies without a name; these have names.",
    misuse="A name on a list says nothing about this patient.",
    confidence=Confidence.GENERAL,
    examples=(fires(SCLEROSIS), silent(LUPUS)),
)

on_trial_in_lupus = Rule(
    id="REVI-9",
    title="a treatment of lupus that is still being studied",
    cites=("GENERAL", "S43", "S44"),
    when=LUPUS,
    then=ON_TRIAL_IN_LUPUS,
    because="Hope in refractory disease is a sentence of the document; these cells carry it at "
    "present.",
    misuse="A trial is no treatment to wait for while an organ is in danger.",
    confidence=Confidence.UNSURE,
    examples=(fires(LUPUS), silent(GPA)),
)

on_trial_in_myopathy = Rule(
    id="REVI-10",
    title="treatments of myopathy that are still being studied",
    cites=("GENERAL", "S43", "S44"),
    when=MYOPATHY,
    then=ON_TRIAL_IN_MYOPATHY,
    because="Both are named for disease in which the steps of the ladder have failed.",
    misuse="A trial is no treatment to wait for while breath or swallowing fails.",
    confidence=Confidence.UNSURE,
    examples=(fires(MYOPATHY), silent(ARTHRITIS)),
)

on_trial_in_sclerosis = Rule(
    id="REVI-11",
    title="treatments of multiple sclerosis that are still being studied",
    cites=("GENERAL", "S43", "S44"),
    when=SCLEROSIS,
    then=ON_TRIAL_IN_SCLEROSIS,
    because="The document hopes for newer drugs here too; these are the next that are named.",
    misuse="A trial is no reason to leave active disease untreated meanwhile.",
    confidence=Confidence.UNSURE,
    examples=(fires(SCLEROSIS), silent(LUPUS)),
)

CONCEPTS: tuple[Concept, ...] = FLAGS

CHAPTER = Chapter(
    id="reference_evidence",
    title="The document beside later evidence",
    paragraphs=(),
    intro="What later or other sources add: drugs by name, their status, the strength of evidence. "
    "Nothing here changes the document's verdict.",
    rules=(
        avacopan,
        obinutuzumab,
        lupus_outlook,
        outcomes,
        mitoxantrone_today,
        newer_is_not_safer,
        jak,
        sclerosis_outlook,
        on_trial_in_lupus,
        on_trial_in_myopathy,
        on_trial_in_sclerosis,
    ),
)
