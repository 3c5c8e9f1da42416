"""``why``, ``why-not``, ``what-if``, ``ask-next``, ``compare`` and ``report``, on every patient."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from engine.consult import BANNER
from engine.opinion import Disagreement, opinion_on
from engine.profile import findings_of
from engine.reading import Request, write_request
from engine.trace import Kind
from engine.truth import Truth
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from tests import patients
from tests.consulting import consulted
from tests.ui.command_line import Outcome, run
from tests.ui.nasty import NASTY
from ui.commands.patient import PROFILE

EACH = pytest.mark.parametrize("findings", patients.EVERYONE.values(), ids=patients.EVERYONE)


def asked(command: str, findings: dict[str, Any], *options: str) -> Outcome:
    return run(command, "-", *options, stdin=json.dumps(findings).encode())


@EACH
@pytest.mark.parametrize("command", ["why", "what-if", "ask-next"])
@pytest.mark.parametrize("by", ["document", "reference"])
def test_every_question_has_an_answer(findings: dict[str, Any], command: str, by: str) -> None:
    text = asked(command, findings, "--by", by)
    assert (text.code, text.err) == (0, "")
    assert BANNER in text.out
    data = asked(command, findings, "--by", by, "--format", "json")
    assert data.code == 0
    answer = json.loads(data.out)
    assert answer["disclaimer"] == BANNER
    assert answer["words"]
    assert asked(command, findings, "--by", by, "--format", "markdown").code == 0


@EACH
def test_every_kind_is_reached_or_has_a_why_not(findings: dict[str, Any]) -> None:
    overall = consulted(findings).overall
    for kind in Kind:
        outcome = asked("why-not", findings, "--to", kind.value, "--format", "json")
        if kind is overall.kind and overall.drug is not None:
            assert outcome.code == 2
            assert "Ask why, or for another." in outcome.err
        else:
            assert outcome.code == 0 or "Ask why, or for another." in outcome.err
            if outcome.code == 0:
                assert json.loads(outcome.out)["words"][0]["intro"]


def test_what_if_gives_the_patients_after_and_their_verdicts() -> None:
    outcome = asked("what-if", patients.MILD_LUPUS, "--to", "may_be_considered", "-f", "json")
    answer = json.loads(outcome.out)
    assert (answer["size"], answer["number"], answer["all_found"]) == (2, 4, True)
    for each in answer["sets"]:
        told = findings_of(RULEBOOK.vocabulary, each["facts"])
        assert consulted(told).overall.kind is Kind.MAY_BE_CONSIDERED


def test_what_stays_as_it_is_and_what_may_change_is_chosen() -> None:
    kept = asked("what-if", patients.MILD_LUPUS, "--keep", "severity", "-f", "json")
    assert json.loads(kept.out)["size"] is None
    assert json.loads(kept.out)["kept"] == ["severity"]
    free = asked(
        "what-if", patients.PSORIASIS, "--drug", "cyclophosphamide", "--change", "diagnosis"
    )
    assert "Diagnosis: " in free.out
    wrong = asked("what-if", patients.MILD_LUPUS, "--keep", "severty")
    assert wrong.code == 2
    assert "Did you mean severity" in wrong.err


def test_a_conclusion_on_the_way_can_be_asked_about() -> None:
    severe = asked("why", patients.SEVERE_LUPUS, "--concept", "severe")
    assert "Severe disease: yes, because the disease is severe." in severe.out
    absent = asked("why", patients.SEVERE_LUPUS, "--concept", "severe=no")
    assert (absent.code, "Ask why-not." in absent.err) == (2, True)
    blocked = asked("why-not", patients.SEVERE_LUPUS, "--concept", "severe=no")
    assert "One rule that would make it yes is not ruled out." in blocked.out
    assert "needs mild or moderate" in blocked.out
    changed = asked("what-if", patients.MILD_LUPUS, "--concept", "severe", "-f", "json")
    answer = json.loads(changed.out)
    assert answer["goal"] == {"concept": "severe", "yes": True}
    assert answer["size"] == 1
    for each in answer["sets"]:
        told = findings_of(RULEBOOK.vocabulary, each["facts"])
        assert consulted(told).concepts["severe"] is Truth.YES


@pytest.mark.parametrize(
    ("options", "mend"),
    [
        (("--concept", "severe=maybe"), "Write severe=yes or severe=no."),
        (("--concept", "sever"), "Did you mean severe?"),
        (("--concept", "severe", "--to", "not_indicated"), "Give one of --to"),
        (("--undo", "--to", "not_indicated"), "Give one of --to"),
        (("--to", "perhaps"), "It is may_be_considered, not_indicated, excluded_or_paused"),
    ],
)
def test_what_is_asked_for_has_to_be_one_thing_that_there_is(
    options: tuple[str, ...], mend: str
) -> None:
    outcome = asked("what-if", patients.SEVERE_LUPUS, *options)
    assert outcome.code == 2
    assert mend in outcome.err.replace("\n  ", " ")


@pytest.mark.parametrize(
    ("findings", "to", "said"),
    [
        (patients.SEVERE_LUPUS, "not_enough_data", "What is known settles it: LUP-2"),
        (patients.SEVERE_LUPUS, "outside_document", "There are rules on this drug for systemic"),
        ({}, "outside_document", "The diagnosis is not known"),
        (patients.PSORIASIS, "not_enough_data", "No rule names this drug for another autoimmune"),
    ],
)
def test_the_kinds_that_no_rule_concludes_have_a_why_not(
    findings: dict[str, Any], to: str, said: str
) -> None:
    outcome = asked("why-not", findings, "--to", to, "--drug", "cyclophosphamide")
    assert said in outcome.out


def test_undoing_asks_for_anything_else() -> None:
    outcome = asked("what-if", patients.SEVERE_LUPUS, "--undo")
    assert "anything but “may be considered”" in outcome.out


def test_a_file_that_cannot_be_used_is_refused() -> None:
    for command in ("why", "why-not", "what-if", "ask-next", "report", "compare"):
        outcome = asked(command, {"severity": "dreadful"})
        assert (outcome.code, outcome.out) == (2, "")
        assert "Traceback" not in outcome.err


def test_two_patients_are_compared(tmp_path: Path) -> None:
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    one.write_text(json.dumps(patients.SEVERE_LUPUS), encoding="utf-8")
    two.write_text(json.dumps(patients.MILD_LUPUS), encoding="utf-8")
    outcome = run("compare", str(one), str(two))
    assert outcome.code == 0
    assert "- Severity: severe | mild" in outcome.out
    answer = json.loads(run("compare", str(one), str(two), "-f", "json").out)
    assert {f["finding"] for f in answer["facts"]} >= {"severity", "kidney_failure"}
    same = run("compare", str(one), str(one))
    assert "No difference" in same.out
    assert run("compare", str(one)).code == 2


def test_two_readings_of_one_patient_are_compared() -> None:
    told = {**patients.MILD_LUPUS, "nephritis_class": "iv", "life_threatening": "no"}
    outcome = asked("compare", told, "--reading", "severe_disease=severe_criteria")
    readings = {word.id: [o.id for o in word.options] for word in FULL_RULEBOOK.vague_words}
    if outcome.code == 2:  # the ids are those of the ledger
        word = next(iter(readings))
        outcome = asked("compare", told, "--reading", f"{word}={readings[word][1]}")
    assert outcome.code == 0
    assert "read otherwise" in outcome.out
    assert asked("compare", told, "--reading", "severe").code == 2


class Page(HTMLParser):
    """Reads a page strictly enough: every tag is closed, nothing runs, nothing is fetched."""

    VOID = frozenset({"meta", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {"script", "img", "iframe", "link", "object", "a", "form"}
        assert not any(name.startswith("on") or name in {"src", "href"} for name, _ in attrs)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@EACH
def test_the_report_is_a_whole_page(findings: dict[str, Any]) -> None:
    outcome = asked("report", findings, "--format", "html", "--criteria", "--full")
    assert outcome.code == 0
    page = Page()
    page.feed(outcome.out)
    assert page.open == []
    said = " ".join(" ".join(page.text).split())
    assert said.count(BANNER) == 2
    assert FULL_RULEBOOK.content_hash in said
    assert "@media print" in outcome.out


@EACH
def test_the_card_has_the_shape_of_cds_hooks(findings: dict[str, Any]) -> None:
    answer = json.loads(asked("report", findings, "-f", "card", "--criteria").out)
    assert len(answer["cards"]) == 2
    for card in answer["cards"]:
        assert 0 < len(card["summary"]) < 140
        assert card["indicator"] in {"info", "warning", "critical"}
        assert card["source"]["label"]
        assert BANNER.split(".", maxsplit=1)[0] in card["detail"].replace("\\", "")
        assert {reason["code"] for reason in card["overrideReasons"]} == set(Disagreement)
        assert len(card["uuid"]) == 36
    again = json.loads(asked("report", findings, "-f", "card", "--criteria").out)
    assert again == answer


@EACH
@pytest.mark.parametrize("criteria", ["--criteria", "--no-criteria"])
def test_a_trace_is_read_back_and_comes_to_the_same(
    findings: dict[str, Any], criteria: str
) -> None:
    trace = asked("report", findings, "-f", "trace", criteria).out
    again = run("report", "-", "-f", "trace", stdin=trace.encode())
    assert (again.code, again.err) == (0, "")
    assert again.out == trace


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"may_be_considered"', '"not_indicated"', "altered after it was saved"),
        (RULEBOOK.content_hash, "0" * 64, "which is another one"),
        ('"sequence": 1', '"sequence": "1"', "no trace of this program"),
    ],
)
def test_an_altered_trace_is_refused(old: str, new: str, said: str) -> None:
    trace = asked("report", patients.SEVERE_LUPUS, "-f", "trace").out
    assert old in trace
    outcome = run("evaluate", "-", stdin=trace.replace(old, new).encode())
    assert (outcome.code, outcome.out) == (2, "")
    assert said in " ".join(outcome.err.split())


@pytest.mark.parametrize("text", ["Newer drugs come first.", *NASTY])
def test_an_opinion_travels_with_the_file_into_every_report(text: str) -> None:
    trace = consulted(patients.SEVERE_LUPUS)
    opinion = opinion_on(trace, trace.overall, Disagreement.OUTDATED, text)
    file = write_request(Request(PROFILE.read(patients.SEVERE_LUPUS), opinions=(opinion,))).encode()
    for written in ("text", "markdown", "html"):
        outcome = run("report", "-", "-f", written, stdin=file)
        assert outcome.code == 0
        assert "the source is out of date" in " ".join(outcome.out.split())
        if written == "html":
            page = Page()
            page.feed(outcome.out)
            assert page.open == []


@pytest.mark.parametrize(
    "opinions",
    [
        "yes",
        [{}],
        [{"layer": "document"}],
        [{"layer": "document", "drug": None, "kind": "no", "agrees": True, "rulebook": {}}],
        [{}] * 21,
    ],
)
def test_an_opinion_that_is_none_is_refused(opinions: object) -> None:
    file = {"format": 1, "findings": patients.SEVERE_LUPUS, "opinions": opinions}
    outcome = asked("report", file)
    assert (outcome.code, outcome.out) == (2, "")
    assert "opinions:" in outcome.err
