"""The rule cards: every rule and statement is there, every link leads somewhere, nothing drifts."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from engine.consult import BANNER
from engine.export.cards import (
    INDEX,
    REFERENCES,
    STATEMENTS,
    page_name,
    pages,
    rule_card,
    suppliers,
    users,
)
from engine.export.markdown import escaped
from engine.rule import Rule
from engine.source import Statement
from rules.full import FULL_RULEBOOK as RULEBOOK
from tests.engine.toy import TOY
from tools.write_cards import FOLDER, write

PAGES = pages(RULEBOOK)
LINK = re.compile(r"\]\(([^)#]*)(?:#([^)]*))?\)")


def test_the_written_cards_are_those_of_the_rule_book() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*")}
    assert written == PAGES, "run python -m tools.write_cards"


def test_writing_them_removes_pages_of_chapters_that_are_no_more(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("old", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"")
    write(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {*PAGES, "picture.png"}


@pytest.mark.parametrize("rule", RULEBOOK.rules, ids=lambda rule: rule.id)
def test_every_rule_has_a_card_on_the_page_of_its_chapter(rule: Rule) -> None:
    chapter = next(chapter for chapter in RULEBOOK.chapters if rule in chapter.rules)
    card = rule_card(RULEBOOK, rule)
    assert card in PAGES[page_name(chapter)]
    for text in (rule.because, rule.misuse, rule.id):
        assert escaped(text) in card
    for name in rule.cites:
        page = STATEMENTS if name in RULEBOOK.statement else REFERENCES
        assert f"[{name}]({page}#{name.lower()})" in card
    if rule.reading:
        assert escaped(rule.reading.chosen) in card
        assert escaped(rule.reading.other) in card
    assert card.count("- Fires: ") == sum(example.fires for example in rule.examples)
    assert card.count("- Does not fire (near miss): ") == sum(
        not example.fires for example in rule.examples
    )


@pytest.mark.parametrize("found", RULEBOOK.statements, ids=lambda found: found.id)
def test_every_statement_has_a_row_with_its_rules_or_the_reason_for_none(
    found: Statement,
) -> None:
    row = next(
        line for line in PAGES[STATEMENTS].splitlines() if f'id="{found.id.lower()}"' in line
    )
    assert escaped(found.text) in row
    for rule in RULEBOOK.citing[found.id]:
        assert f"[{rule.id}](" in row
    if not RULEBOOK.citing[found.id]:
        assert escaped(RULEBOOK.excuse[found.id]) in row


def test_every_link_leads_to_an_anchor() -> None:
    anchors = {name: set(re.findall(r'<a id="([^"]+)">', text)) for name, text in PAGES.items()}
    count = 0
    for text in PAGES.values():
        for page, anchor in LINK.findall(text):
            assert page in PAGES
            assert not anchor or anchor in anchors[page], f"{page}#{anchor}"
            count += 1
    assert count > 300


@pytest.mark.parametrize("name", [INDEX, STATEMENTS])
def test_every_row_of_a_table_has_as_many_cells_as_its_head(name: str) -> None:
    rows = [line for line in PAGES[name].splitlines() if line.startswith("|")]
    assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) == 1
    assert len(rows) > 2


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_every_page_carries_the_banner_and_one_title(text: str) -> None:
    assert f"> {BANNER}" in text
    assert len(re.findall(r"^# ", text, flags=re.MULTILINE)) == 1
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_a_rule_knows_what_it_rests_on_and_who_uses_it() -> None:
    rule = RULEBOOK.rule["LUP-2"]
    assert [other.id for other in suppliers(RULEBOOK, rule)] == ["INT-1", "GEN-1"]
    assert [other.id for other in users(RULEBOOK, rule)] == ["LUP-3", "GEN-4", "REVI-4"]


def test_markup_in_a_rule_stays_text() -> None:
    evil = "<script>x</script> | [y](javascript:z) `c` *b*"
    rule = replace(TOY.rules[0], title=evil, because=evil, misuse=evil)
    card = rule_card(TOY, rule)
    assert "<script>" not in card
    assert "](javascript:" not in card.replace("\\]", "")
    assert card.count(escaped(evil)) >= 2
