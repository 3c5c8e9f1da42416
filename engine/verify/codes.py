"""The codes of diagnostics: a table of what can be wrong with a rule base, and why it matters.

A code stays what it is: a retired one is not given to something else. Those of the hundreds 1 to 3
that are errors and marked ``refuses`` keep a rule book from being built at all.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.option import Option


class Severity(Option):
    """How bad a diagnostic is."""

    ERROR = "error", "error", "The rule base is wrong, or cannot be used."
    WARNING = "warning", "warning", "Very likely a slip; somebody has to look."
    NOTE = "note", "note", "May well be meant; it is good to know."


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of diagnostic: its id, how bad it is, a title, what it means and why it matters.

    ``refuses`` says that no rule book with such a fault is built.
    """

    id: str
    severity: Severity
    title: str
    means: str
    matters: str
    refuses: bool = False


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

TABLE: tuple[Code, ...] = (
    # 1: names, links and sources
    Code("RB101", _E, "id used twice",
         "Two things of one kind, or a concept and a finding, have the same id.",
         "What is said of one would be taken for the other.", refuses=True),
    Code("RB102", _E, "id not allowed",
         "An id contains the mark that joins a list and its member.",
         "It could be taken for a member of a list.", refuses=True),
    Code("RB103", _E, "dangling name",
         "Something names a finding, concept, section, diagnosis, drug, table, regimen or other "
         "part that does not exist.",
         "What hangs on the name would silently never happen.", refuses=True),
    Code("RB104", _E, "dangling citation",
         "A statement or a reference is cited that does not exist.",
         "A reader cannot look up what the rule rests on.", refuses=True),
    Code("RB105", _E, "missing citation",
         "A rule rests on no statement and no reference.",
         "Nobody can tell whether it is true.",),
    Code("RB106", _E, "statement without a rule",
         "A statement is cited by no rule of the document, and no excuse says why.",
         "The document says something that the rules leave out.",),
    Code("RB107", _W, "needless excuse",
         "A statement is excused although a rule of the document cites it.",
         "The excuse says that it decides nothing, and it does.",),
    Code("RB108", _E, "number without a source",
         "A rule of the reference layer compares with a number that names no source, or does not "
         "say how sure we are of it.",
         "Every number of the reference layer can be looked up.", refuses=True),
    Code("RB109", _E, "wording missing",
         "A crossing of several conditions has no words of its own.",
         "It would be shown as only one of its conditions.", refuses=True),
    # 2: conditions
    Code("RB201", _E, "unknown value",
         "A condition compares a finding with a value that it cannot have.",
         "The condition can never hold, so the rule is weaker than it looks.", refuses=True),
    Code("RB202", _E, "wrong comparison",
         "A condition compares with a range what is no number, in a unit that the finding does "
         "not have, or with what is not finite.",
         "It has no meaning.", refuses=True),
    Code("RB203", _E, "group that counts wrongly",
         "A group has no conditions, or asks for more or fewer of them than can be.",
         "It always holds or never does, whatever the patient is.", refuses=True),
    Code("RB204", _E, "asks what is not known",
         "A condition asks that something is not known, where what follows would settle something.",
         "Telling more would take back what was settled.", refuses=True),
    Code("RB205", _E, "layers mixed",
         "A rule of the document reads a concept of the reference layer.",
         "The document's row would say more than the document.", refuses=True),
    Code("RB206", _E, "chain goes on after a flag",
         "A rule reads a flag.",
         "Flags stand beside a verdict and decide nothing.", refuses=True),
    Code("RB207", _E, "reads what it may not",
         "An entailment or a plan item reads something else than findings that are known.",
         "It is closed before any rule runs.", refuses=True),
    Code("RB208", _E, "number that nobody can have",
         "A condition asks for a range that is empty, outside the hard limits of the finding or "
         "between two of its steps, or for a number that is no step.",
         "The condition can never hold, so the rule is weaker than it looks.",),
    # 3: the chain of concepts
    Code("RB301", _E, "cycle of concepts",
         "Concepts read each other in a circle.",
         "Whether they hold would depend on which is looked at first.", refuses=True),
    Code("RB302", _W, "concept never concluded",
         "No rule concludes a concept.",
         "It is unknown for every patient, and so is whatever rests on it.",),
    Code("RB303", _W, "concept never used",
         "No rule, reading or dose reads a concept, and it is neither advice nor a flag.",
         "Its rules run for nothing; perhaps a rule that should read it reads another.",),
    # 4: one rule, or two that say the same
    Code("RB401", _E, "rule never fires",
         "There is no patient for whom the rule fires.",
         "What it was written for is not done.",),
    Code("RB402", _W, "rule always fires",
         "The rule fires for every patient of the diseases that it speaks of, although it asks for "
         "more than the diagnosis.",
         "Its other conditions decide nothing.",),
    Code("RB403", _W, "duplicate rule",
         "Two rules for the same conclusion fire for exactly the same patients.",
         "One may be changed, and the other forgotten.",),
    Code("RB404", _W, "shadowed rule",
         "Whenever the rule fires, another rule for the same conclusion fires too.",
         "It adds nothing: either it or the wider rule is not what was meant.",),
    Code("RB405", _N, "rule never ruled out",
         "No patient of the diseases that the rule speaks of rules it out: it fires or waits.",
         "Whoever it is about gets it in the end; it only waits for enough to be known.",),
    # 5: verdicts
    Code("RB501", _N, "paragraphs of the document clash",
         "For one patient a rule of the document says “may be considered” and another “not "
         "indicated” of one drug, and no rule declares an ambiguity. The verdict is “the document "
         "is ambiguous”.",
         "It should be seen that the two meet, and a rule should say why.",),
    Code("RB502", _N, "criteria for and against",
         "Two rules of one chapter of the reference layer, for one patient and one drug, say “may "
         "be considered” and “not indicated”. “Not indicated” wins. Rules of different chapters "
         "may meet so: one weighs the need, another the harm.",
         "A chapter that both opens and closes a question has a border drawn wrongly.",),
    Code("RB503", _E, "gap",
         "For a patient with a named disease every advice rule on a drug is ruled out.",
         "The patient gets no verdict at all.",),
    Code("RB504", _E, "safety lost when a finding worsens",
         "A rule that stops or withholds a drug fires, and when a finding gets worse neither it "
         "nor another such rule fires.",
         "The sicker patient would lose the warning that the healthier one gets.",),
    Code("RB505", _W, "hole between thresholds",
         "Two rules that differ only in where a number lies leave a narrow hole between them.",
         "A patient who is just there falls through.",),
    Code("RB506", _W, "overlap of thresholds",
         "Two rules with different conclusions that differ only in where a number lies overlap "
         "narrowly.",
         "A patient who is just there is counted twice.",),
    # 6: examples and cases
    Code("RB601", _E, "example is wrong",
         "An example of a rule does not do what it says.",
         "A learner would be taught something that is not so.",),
    Code("RB602", _W, "example missing",
         "A rule lacks an example that fires or a near miss that does not.",
         "Nobody can see where the rule begins.",),
    Code("RB603", _W, "near miss is not near",
         "An example that does not fire differs in more than one finding from every one that does.",
         "It does not show which finding makes the difference.",),
    Code("RB604", _N, "rule met by no case",
         "A rule fires at no step of any teaching case.",
         "No learner sees it at work.",),
    Code("RB605", _N, "condition that decides no case",
         "A rule fires in some case, but nowhere because of this condition: it holds with others "
         "to spare, or is not the one that is met.",
         "It could be left out, and no case would tell.",),
    Code("RB606", _N, "condition that fails in no case",
         "A condition is known to be no at no step of any teaching case.",
         "A rule without it would be noticed by no case.",),
    Code("RB607", _E, "edges of no rule",
         "Patients on the edge of a rule are written down, and there is no such rule.",
         "A rule was left out, and what it said of them is said no more.",),
    Code("RB608", _E, "case comes to something else",
         "The rules do not say of a teaching case what is expected of it.",
         "A learner would be taught what the rules do not say.",),
    Code("RB609", _E, "concludes something else",
         "A rule does not conclude what is written down for it, or it advises and nothing is "
         "written down for it.",
         "A reason against a drug could become one for it, or a new one be noticed by nothing.",),
    # 7: the engine
    Code("RB701", _W, "limit of the engine near",
         "The rule book takes up four fifths or more of what durable-rules can carry in one place.",
         "A few rules more and it cannot be run.",),
    Code("RB702", _E, "limit of the engine passed",
         "The rule book is more than durable-rules can carry.",
         "It cannot be run.",),
)  # fmt: skip

CODES: dict[str, Code] = {code.id: code for code in TABLE}
"""Every code by its id."""
