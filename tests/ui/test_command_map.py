"""``map``: the decision map on the command line."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from markdown_it import MarkdownIt

from engine.consult import BANNER
from rules import RULEBOOK
from tests import patients
from tests.ui.command_line import Outcome, run

TWO = ("--by", "severity", "--by", "life_threatening")
LUPUS = ("--disease", patients.SLE)


def mapped(findings: dict[str, Any], *options: str) -> Outcome:
    return run("map", "-", *options, stdin=json.dumps(findings).encode())


class Tables(HTMLParser):
    """Counts the tables of a page, their rows and their headed rows."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: dict[str, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = f"{tag}[{dict(attrs).get('scope')}]" if tag == "th" else tag
        self.seen[name] = self.seen.get(name, 0) + 1


def test_a_patient_is_found_on_the_map() -> None:
    outcome = mapped({"diagnosis": patients.SLE, "severity": "moderate"}, *TWO)
    assert (outcome.code, outcome.err) == (0, "")
    assert BANNER in outcome.out
    assert "Severity: severe instead of moderate would make it “cannot be told yet”." in outcome.out
    assert "Life-threatening: unknown: ✗ Not indicated by the document (LUP-4) – this patient" in (
        outcome.out
    )


@pytest.mark.parametrize("whoever", [(), ("--whoever",)])
def test_as_data_every_cell_is_there(whoever: tuple[str, ...]) -> None:
    outcome = run("map", *LUPUS, *TWO, "--by", "kidney-failure", *whoever, "--format", "json")
    table = json.loads(outcome.out)
    assert table["disclaimer"] == BANNER
    assert table["rulebook"]["hash"] == RULEBOOK.content_hash
    sizes = [len(axis["regions"]) for axis in table["axes"]]
    assert len(table["cells"]) == sizes[0] * sizes[1] * sizes[2]
    assert sum(each["cells"] for each in table["counts"]) == len(table["cells"])
    assert sum(each["values"] for each in table["counts"]) == 4 * 3 * 3
    assert table["here"] == [size - 1 for size in sizes]
    for cell in table["cells"]:
        assert bool(cell["kinds"]) is (cell["cannot_be"] is None)


def test_whoever_it_may_be_somebody_is_named_for_each_verdict() -> None:
    outcome = run("map", *LUPUS, *TWO, "--whoever")
    assert "For each verdict: somebody who gets it, told by as few facts as can be" in outcome.out
    listed = outcome.out.partition("For each verdict")[2].partition("Why some")[0].split()
    assert " ".join(listed).endswith(
        "- May be considered - Diagnosis: systemic lupus erythematosus - Life-threatening: yes "
        "- Not indicated by the document - Diagnosis: systemic lupus erythematosus "
        "- Severity: mild - Cannot be told yet - Diagnosis: systemic lupus erythematosus"
    )
    assert "For each verdict" not in run("map", *LUPUS, *TWO).out
    table = json.loads(run("map", *LUPUS, *TWO, "--whoever", "--format", "json").out)
    assert [each["kind"] for each in table["examples"]] == [
        "may_be_considered",
        "not_indicated",
        "not_enough_data",
    ]
    for each in table["examples"]:
        told = json.dumps(each["entries"]).encode()
        seen = json.loads(run("evaluate", "-", "--format", "json", stdin=told).out)["verdicts"]
        kinds = {found["drug"]: found["kind"] for found in seen}
        assert kinds[table["drug"]] == each["kind"]
    assert json.loads(run("map", *LUPUS, *TWO, "--format", "json").out)["examples"] == []


def test_another_disease_than_the_patients_own_is_said_to_be_supposed() -> None:
    told = {"diagnosis": patients.GPA, "severity": "severe"}
    mapped_as = mapped(told, *TWO, *LUPUS).out
    assert (
        "The patient has granulomatosis with polyangiitis (GPA); here it is supposed to be "
        "systemic lupus erythematosus." in " ".join(mapped_as.split())
    )
    assert "supposed" not in mapped(told, "--by", "severity", "--by", "life_threatening").out
    assert "supposed" not in run("map", *LUPUS, *TWO).out


def test_what_only_published_criteria_read_is_said_to_be_theirs() -> None:
    outcome = run("map", "--disease", patients.MS, "--by", "lvef", "--by", "highly_active")
    assert outcome.code == 2
    assert 'The document does not read "lvef"; published criteria do.' in outcome.err
    assert "Add --layer reference." in " ".join(outcome.err.split())


def test_a_disease_that_is_none_is_answered_with_those_there_are() -> None:
    outcome = run("map", "--disease", "headache", *TWO)
    assert outcome.code == 2
    assert patients.SLE in outcome.err
    assert patients.MS in outcome.err


def test_markdown_and_the_page_hold_the_map_as_tables() -> None:
    told = {"diagnosis": patients.SLE}
    markdown = mapped(told, *TWO, "--by", "kidney_failure", "--format", "markdown").out
    tokens = MarkdownIt().enable("table").parse(markdown)
    assert sum(token.type == "table_open" for token in tokens) == 3
    page = Tables()
    page.feed(mapped(told, *TWO, "--by", "kidney_failure", "--format", "html").out)
    assert page.seen["table"] == 3
    assert page.seen["th[row]"] == 9
    assert page.seen["th[col]"] == 12
    assert "script" not in page.seen


def test_without_findings_those_that_can_be_chosen_are_listed() -> None:
    outcome = run("map", *LUPUS)
    assert outcome.code == 0
    names = [line.split()[0] for line in outcome.out.splitlines()]
    assert names[:2] == ["severity", "life_threatening"]
    assert run("map", *LUPUS, "--by", names[0], "--by", names[-1]).code == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (TWO, "A map is about one disease. Give"),
        (("--disease", "lupus", *TWO), "There is no disease"),
        ((*LUPUS, "--by", "severity"), "two or three findings"),
        ((*LUPUS, "--by", "severity", "--by", "Severity"), "chosen twice"),
        ((*LUPUS, "--by", "severity", "--by", "severitie"), "Did you mean severity?"),
        ((*LUPUS, "--by", "severity", "--by", "highly_active"), "Those that are read: severity"),
        ((*LUPUS, *TWO, "--drug", "mitoxantrone"), "says nothing on mitoxantrone"),
        ((*LUPUS, *TWO, "--drug", "aspirin"), "There is no drug"),
        (("--disease", "other_autoimmune", *TWO), "nothing to map"),
        (
            ("--disease", patients.MS, "--layer", "reference", "--by", "lvef", "--by",
             "lvef_baseline"),
            "into one number together",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_mapped_is_refused(options: tuple[str, ...], said: str) -> None:
    outcome = run("map", *options)
    assert outcome.code == 2
    assert said in " ".join(outcome.err.split())
    assert outcome.out == ""


def test_published_criteria_are_mapped_with_their_own_words() -> None:
    outcome = run(
        "map", *LUPUS, "--layer", "reference", "--by", "platelets", "--by", "active_infection"
    )
    assert outcome.code == 0
    assert "by published criteria" in outcome.out
    assert "×10⁹/L" in outcome.out
