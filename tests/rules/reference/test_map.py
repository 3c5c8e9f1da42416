"""The map of published criteria names every rule of that layer, and none that there is not."""

from __future__ import annotations

import re
from pathlib import Path

from engine.rule import Layer
from rules.full import FULL_RULEBOOK

DOCS = Path(__file__).resolve().parents[3] / "docs"
MAP = (DOCS / "reference-layer.md").read_text(encoding="utf-8")
LEFT_OUT = (DOCS / "not-encoded.md").read_text(encoding="utf-8")
RULES = {rule.id for rule in FULL_RULEBOOK.rules if rule.layer is Layer.REFERENCE}
NAMED = re.compile(r"\b(R[A-Z]{2,4})-(\d+)((?:(?: to |, )\d+)*)")


def named(text: str) -> set[str]:
    """The ids in a text, where "RLUP-1 to 3, 5" stands for four."""
    found = set()
    for prefix, first, rest in NAMED.findall(text):
        last = int(first)
        found.add(f"{prefix}-{last}")
        for word, number in re.findall(r"( to |, )(\d+)", rest):
            start = last + 1 if word == " to " else int(number)
            last = int(number)
            found |= {f"{prefix}-{each}" for each in range(start, last + 1)}
    return found


def test_ranges_are_read_as_they_are_meant() -> None:
    assert named("RLUP-1 to 3, 5; RMS-2, RCYC-27, 28") == {
        "RLUP-1", "RLUP-2", "RLUP-3", "RLUP-5", "RMS-2", "RCYC-27", "RCYC-28",
    }  # fmt: skip


def test_the_map_names_every_rule_and_only_rules_that_there_are() -> None:
    assert named(MAP) - RULES == set(), "the map names rules that do not exist"
    assert RULES - named(MAP) == set(), "docs/reference-layer.md does not say where these belong"
    assert named(LEFT_OUT) <= RULES


def test_every_trap_and_every_proposal_of_the_draft_has_a_row() -> None:
    for letter, last in (("T", 42), ("R", 68)):
        rows = [line for line in MAP.splitlines() if re.match(rf"\| {letter}\d", line)]
        numbers: set[int] = set()
        for line in rows:
            cell = line.split("|")[1]
            for start, end in re.findall(rf"{letter}(\d+)[ab]?(?: to {letter}(\d+))?", cell):
                numbers |= set(range(int(start), int(end or start) + 1))
        assert numbers == set(range(1, last + 1)), letter


def test_the_map_lists_every_word_and_every_other_reading() -> None:
    table = MAP.partition("## Readings")[2].partition("## Earlier")[0]
    rows = {line.split("|")[1].strip(): line for line in table.splitlines() if line[:2] == "| "}
    for word in FULL_RULEBOOK.vague_words:
        (row,) = (line for name, line in rows.items() if name.split(",")[0] in word.word)
        offered = row.split("|")[2]
        assert offered.count(";") + 1 == max(len(word.options) - 1, 1), word.word


def test_the_links_of_both_pages_lead_somewhere() -> None:
    for text in (MAP, LEFT_OUT):
        for target in re.findall(r"\]\(([^)#]+)", text):
            assert (DOCS / target).exists(), target
