"""The chain picture: well formed for every patient, complete, and the same in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.consult import consult
from engine.export.dot import as_dot
from engine.export.graph import VERDICT, Arrow, Box, Graph, chain_graph, described, outline
from engine.export.palette import KINDS, TONES, TRUTHS
from engine.lines import Line
from engine.trace import Kind, Trace, Verdict
from engine.truth import Truth
from rules import RULEBOOK
from tests import patients
from tests.consulting import consulted
from tests.engine.dot_reader import read_dot
from tests.engine.toy import TOY

TOY_PATIENTS: dict[str, dict[str, Any]] = {
    "sick_by_signs": {"kind": "rose", "signs.wilting": True, "signs.spots": True},
    "nothing_but_its_kind": {"kind": "other"},
    "not_tall": {"kind": "fern", "height": 30.0, "watered": True, "potted": False},
    "warm_fern": {"kind": "fern", "warmth": 31.0, "light": "sun"},
}


def graph_of(trace: Trace, verdict: Verdict | None = None) -> Graph:
    return chain_graph(RULEBOOK, trace, verdict or trace.overall)


def flat(lines: Iterable[Line]) -> list[Line]:
    return [found for line in lines for found in (line, *flat(line.children))]


def check(graph: Graph) -> None:
    """Well formed, no loose end, no cycle, everything leads to the verdict."""
    picture = read_dot(as_dot(graph))
    assert set(picture.nodes) == set(graph.boxes)
    assert picture.nodes[VERDICT]["label"]
    for tail, head, _ in picture.edges:
        assert tail in picture.nodes
        assert head in picture.nodes
    seen: set[str] = set()

    def follow(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, f"a circle through {name}"
        seen.add(name)
        for arrow in graph.into(name):
            follow(arrow.tail, (*above, name))

    follow(VERDICT, ())
    assert seen == set(graph.boxes)


@pytest.mark.parametrize("findings", patients.EVERYONE.values(), ids=patients.EVERYONE)
def test_every_verdict_of_every_patient_can_be_drawn(findings: dict[str, Any]) -> None:
    trace = consulted(findings)
    for verdict in (trace.overall, *trace.verdicts):
        graph = graph_of(trace, verdict)
        check(graph)
        assert graph.boxes[VERDICT].state == verdict.kind.label
        assert set(verdict.rules) <= set(graph.boxes)


@pytest.mark.parametrize("entries", TOY_PATIENTS.values(), ids=TOY_PATIENTS)
def test_every_kind_of_condition_can_be_drawn(entries: dict[str, Any]) -> None:
    trace = consult(TOY, entries)
    for verdict in trace.verdicts:
        check(chain_graph(TOY, trace, verdict))


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_verdict_has_a_mark_words_and_a_tone(kind: Kind) -> None:
    trace = consulted(patients.SEVERE_LUPUS)
    verdict = trace.overall.model_copy(update={"kind": kind})
    node = read_dot(as_dot(graph_of(trace, verdict))).nodes[VERDICT]
    mark, tone = KINDS[kind]
    assert mark
    assert node["color"] == TONES[tone].ink
    assert "".join(node["label"].split()).endswith("".join(kind.label.split()))


def test_the_chain_runs_from_facts_over_concepts_to_advice() -> None:
    graph = graph_of(consulted(patients.ONLY_KIDNEY_FAILURE))
    arrows = {(arrow.tail, arrow.head) for arrow in graph.arrows}
    assert arrows == {
        ("kidney_failure", "life_threatening"),
        ("life_threatening", "severity"),
        ("life_threatening", "GEN-1"),
        ("severity", "INT-1"),
        ("diagnosis", "LUP-2"),
        ("INT-1", "LUP-2"),
        ("GEN-1", "LUP-2"),
        ("LUP-2", VERDICT),
    }
    implied = {(a.tail, a.head) for a in graph.arrows if a.implies}
    assert implied == {("kidney_failure", "life_threatening"), ("life_threatening", "severity")}


def test_only_what_the_verdict_rests_on_is_drawn() -> None:
    trace = consulted({**patients.SEVERE_LUPUS, "age": 40, "monitoring_plan": "planned"})
    graph = graph_of(trace)
    assert "age" not in graph.boxes
    assert "GEN-9" in trace.fired
    assert "GEN-9" not in graph.boxes


def test_what_is_unknown_is_dashed_and_says_what_is_needed() -> None:
    picture = read_dot(as_dot(graph_of(consulted(patients.RESISTANT_LUPUS))))
    severity = picture.nodes["severity"]
    assert severity["label"] == "Severity\nunknown"
    assert "dashed" in severity["style"]
    labels = {(tail, head): style for tail, head, style in picture.edges}
    assert labels["severity", "INT-1"]["label"] == "needs severe"
    assert labels["severity", "INT-1"]["style"] == "dashed"
    assert labels["INT-1", "LUP-4"]["label"] == "needs no"
    assert labels["INT-1", "LUP-1"]["label"] == ""


def test_an_empty_patient_shows_what_is_missing_the_diagnosis_first() -> None:
    trace = consulted(patients.EMPTY)
    lines = outline(graph_of(trace))
    assert [line.text for line in lines][:2] == [
        "Diagnosis: unknown – needs to be known",
        "Severity: unknown – needs to be known",
    ]
    assert len(lines) == len(trace.overall.waiting_for)


def test_a_concept_that_no_rule_concludes_is_drawn_as_such() -> None:
    trace = consult(TOY, {"kind": "rose", "potted": False})
    spray = next(verdict for verdict in trace.verdicts if verdict.drug == "spray")
    assert "SPRAY-2" in spray.rules
    graph = chain_graph(TOY, trace, spray)
    assert graph.boxes["never_concluded"].state == "no rule concludes it"
    assert Arrow("never_concluded", "SPRAY-2", Truth.UNKNOWN) in graph.arrows


def test_a_choice_between_conditions_has_a_box_of_its_own() -> None:
    trace = consult(TOY, TOY_PATIENTS["sick_by_signs"])
    feed = next(verdict for verdict in trace.verdicts if verdict.drug == "feed")
    groups = [b.title for b in chain_graph(TOY, trace, feed).boxes.values() if b.kind == "group"]
    assert "At least 2 of these" in groups
    assert "At least 1 of these" in groups


@pytest.mark.parametrize("findings", patients.EVERYONE.values(), ids=patients.EVERYONE)
def test_the_words_say_the_same_as_the_picture(findings: dict[str, Any]) -> None:
    graph = graph_of(consulted(findings))
    said = {line.subject for line in flat(outline(graph))}
    assert said == {box.title for name, box in graph.boxes.items() if name != VERDICT}


def test_the_description_counts_what_there_is_to_see() -> None:
    assert described(graph_of(consulted(patients.ONLY_KIDNEY_FAILURE))) == (
        "The chain behind the verdict on cyclophosphamide: known facts 4, rules 3, then may be "
        "considered. The same stands beside it as text."
    )


@given(st.text())
def test_no_text_breaks_the_picture(text: str) -> None:
    graph = Graph(
        boxes={
            VERDICT: Box(VERDICT, "verdict", text, "x", Truth.YES, "good"),
            "a": Box("a", "rule", text, text, Truth.NO, "plain"),
        },
        arrows=[Arrow("a", VERDICT, Truth.NO, f"needs {text}")],
    )
    picture = read_dot(as_dot(graph))
    assert set(picture.nodes) == {VERDICT, "a"}
    shown = "".join(picture.nodes[VERDICT]["label"].split())
    assert shown == "".join(char for char in f"{text}x" if char.isprintable() and char != " ")


@pytest.mark.parametrize(
    "text",
    ['"]; evil [', "back\\slash \\N \\G", "a\nb", "<b>bold</b>", "&lt; & &amp;", "{a|b}", "ß ✓ –"],
)
def test_hostile_text_stays_text(text: str) -> None:
    graph = Graph(boxes={VERDICT: Box(VERDICT, "verdict", text, "x", Truth.YES, "good")})
    label = read_dot(as_dot(graph)).nodes[VERDICT]["label"]
    assert label.split() == [*text.split(), "x"]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", TONES)
def test_every_ink_can_be_read_on_its_ground_and_on_white(name: str) -> None:
    tone = TONES[name]
    for ground in (tone.ground, "#FFFFFF"):
        assert (luminance(ground) + 0.05) / (luminance(tone.ink) + 0.05) >= 4.5


def test_no_mark_stands_for_two_things() -> None:
    assert len({mark for mark, _ in KINDS.values()}) == len(KINDS)
    assert len({mark for mark, _, _ in TRUTHS.values()}) == len(TRUTHS)
