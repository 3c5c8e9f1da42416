"""Every fact of both vocabularies as a clause that can be read aloud.

``tests/golden/clauses.txt`` was read aloud line by line. After a change that is meant to be heard,
write it again with ``AUTOIMMUNE_CDS_WRITE_GOLDEN=1`` in the environment, and read the difference.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.clauses import clause
from engine.conditions import Value
from engine.findings import Choice, Finding, Measurement, MultiChoice, Table, member_id
from engine.words import inside
from rules.vocabulary import VOCABULARY
from rules.vocabulary.full import FULL_VOCABULARY
from rules.vocabulary.myopathy import weakest_muscle_grade
from rules.vocabulary.sclerosis import relapses_12_months
from rules.vocabulary.treatment_options import Treatment
from rules.vocabulary.treatments import Outcome, outcome, treatments
from tests.engine.test_export_golden import FOLDER, compare

READ_IN_FULL = (Treatment.ANTI_CD20, Treatment.CLADRIBINE_S1P_OR_ALEMTUZUMAB)
"""The rows of the table of treatments of which the golden file has every clause."""


def answers(finding: Finding) -> list[Value]:
    """Every answer; of a number, one that is likely."""
    if isinstance(finding, Choice):
        return [option.value for option in finding.options]
    if not isinstance(finding, Measurement):
        return [True, False]
    low = finding.hard.low if finding.soft.low is None else finding.soft.low
    high = finding.hard.high if finding.soft.high is None else finding.soft.high
    assert low is not None
    assert high is not None
    return [float(round((low + high) / 2))]


def clauses(finding: Finding) -> list[str]:
    return [clause(finding, value) for value in answers(finding)]


CLAUSES = {name: clauses(atom) for name, atom in FULL_VOCABULARY.atoms.items()}


def wrong(*bad: str) -> list[str]:
    """The clauses in which one of these stands."""
    return [said for each in CLAUSES.values() for said in each if any(b in said for b in bad)]


def test_the_document_s_facts_are_said_in_the_same_words() -> None:
    for name, atom in VOCABULARY.atoms.items():
        assert clauses(atom) == CLAUSES[name]


def test_a_clause_begins_small_and_has_no_full_stop() -> None:
    for said in (said for each in CLAUSES.values() for said in each):
        assert inside(said) == said
        assert not said.endswith((".", ",", ";", ":"))
        assert said == said.strip()


def test_a_clause_has_no_gap_no_open_place_and_no_word_of_the_form() -> None:
    assert wrong("  ", "{", "}", ": ") == []
    assert wrong(" is yes", " unknown") == []


def test_no_two_answers_of_the_whole_vocabulary_sound_alike() -> None:
    said = [each for several in CLAUSES.values() for each in several]
    assert len(set(said)) == len(said)


def test_a_clause_about_a_member_or_a_row_names_it() -> None:
    for finding in FULL_VOCABULARY.findings:
        if isinstance(finding, MultiChoice):
            for option in finding.options:
                member = member_id(finding.id, option.value)
                assert all(option.phrase in said for said in CLAUSES[member])
        if isinstance(finding, Table):
            for row in finding.rows:
                for column in finding.columns:
                    cell = finding.cell(row, column)
                    assert all(row.phrase in said for said in CLAUSES[cell.id])


def test_numbers_are_said_with_their_unit_unless_they_count_or_grade() -> None:
    assert clause(relapses_12_months, 2.0) == "the number of relapses in twelve months is 2"
    assert clause(weakest_muscle_grade, 3.0) == "the weakest muscle group has MRC grade 3"
    taken = FULL_VOCABULARY.atoms["treatments.tnf_inhibitor.weeks"]
    assert clause(taken, 1.0) == "the duration of treatment with a TNF inhibitor is 1 week"
    assert clause(taken, 12.0) == "the duration of treatment with a TNF inhibitor is 12 weeks"


def written() -> Iterator[str]:
    """The golden file: each finding, and under it every clause once."""
    for finding in (*FULL_VOCABULARY.findings, *FULL_VOCABULARY.derived):
        if finding.id == treatments.id:
            continue
        yield finding.id
        atoms = finding.members() if isinstance(finding, MultiChoice) else (finding,)
        yield from (f"    {said}" for atom in atoms for said in CLAUSES[atom.id])
    for row in READ_IN_FULL:
        yield f"{treatments.id}, {row.value}"
        for column in treatments.columns:
            yield from (f"    {said}" for said in CLAUSES[treatments.cell(row, column).id])
    yield f"{treatments.id}, the other rows"
    for row in Treatment:
        if row not in READ_IN_FULL:
            yield f"    {clause(treatments.cell(row, outcome), Outcome.FAILED.value)}"


def test_every_clause_as_it_was_read_aloud() -> None:
    compare(FOLDER / "clauses.txt", "\n".join(written()) + "\n")
