"""The screen *Rule book*: from every sentence to its rules, from every rule to its sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from engine.source import Statement
from engine.words import sentence
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from tests import patients
from tests.ui.nasty import NASTY
from tests.ui.screens import clean, headings, opened, pieces, read
from ui import rulebook_choice as choice
from ui.screen_rulebook import TABS

SCREEN = "screen_rulebook.py"
STATES = ("fired", "blocked", "waiting")


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AUTOIMMUNE_CDS_DATA", str(tmp_path))


@pytest.fixture
def app() -> AppTest:
    return opened(SCREEN)


def look(app: AppTest, name: str, value: str) -> AppTest:
    """Follow a link within the screen."""
    for other in (choice.RULE, choice.STATEMENT, choice.PARAGRAPH):
        if other in app.query_params:
            del app.query_params[other]
    app.query_params[name] = value
    return clean(app.run())


def block(found: Statement) -> str:
    """A statement in full, as no rule card quotes it."""
    return f"{found.id} {found.text} {found.kind.label} · modality: {found.modality}"


def address(app: AppTest) -> dict[str, str]:
    """What the address says is looked at."""
    names = (choice.RULE, choice.STATEMENT, choice.PARAGRAPH)
    found = {name: app.query_params[name] for name in names if name in app.query_params}
    return {name: value[0] if isinstance(value, list) else value for name, value in found.items()}


def test_the_version_and_the_hash_are_shown(app: AppTest) -> None:
    assert f"Version {RULEBOOK.version}" in read(app)
    assert RULEBOOK.content_hash[:12] in read(app)
    assert [tab.label for tab in app.tabs] == list(TABS)


def test_every_paragraph_shows_its_statements_beside_its_rules(app: AppTest) -> None:
    for paragraph in choice.paragraphs_of(RULEBOOK):
        look(app, choice.PARAGRAPH, str(paragraph))
        words = read(app)
        assert headings(app)[0] == choice.title_of(RULEBOOK, paragraph)
        for found in RULEBOOK.statements:
            assert (block(found) in words) is (found.paragraph == paragraph)
        rules = {
            rule.id
            for rule in RULEBOOK.rules
            for name in rule.cites
            if RULEBOOK.statement[name].paragraph == paragraph
        }
        for name in rules:
            assert RULEBOOK.rule[name].because in words


def test_behind_every_statement_stand_its_rules_or_the_reason_for_none(app: AppTest) -> None:
    for found in RULEBOOK.statements:
        look(app, choice.STATEMENT, found.id)
        words = read(app)
        assert block(found) in words
        for rule in RULEBOOK.rules:
            assert (rule.because in words) is (rule in RULEBOOK.citing[found.id])
        if not RULEBOOK.citing[found.id]:
            assert headings(app) == ["The sentence", "No rule rests on it"]
            assert RULEBOOK.excuse[found.id] in words


def test_behind_every_rule_stand_its_statements(app: AppTest) -> None:
    for rule in RULEBOOK.rules:
        look(app, choice.RULE, rule.id)
        words = read(app)
        assert headings(app) == ["The rule", "The sentences it rests on"]
        assert f"{rule.id} · {sentence(rule.title)}" in words
        for found in RULEBOOK.statements:
            assert (block(found) in words) is (found.id in rule.cites)


def test_from_a_sentence_to_a_rule_and_on_to_the_whole_paragraph(app: AppTest) -> None:
    look(app, choice.PARAGRAPH, "3")
    app.button(key="to_S13_LUP-2").click().run()
    assert address(clean(app)) == {"rule": "LUP-2"}
    assert headings(app) == ["The rule", "The sentences it rests on"]
    app.button(key="to_S36_VAS-4").click().run()
    assert address(clean(app)) == {"rule": "VAS-4"}
    app.button(key="whole_paragraph").click().run()
    assert address(clean(app)) == {"paragraph": "5"}
    assert headings(app)[0] == "Paragraph 5: Autoimmune vasculitis"


@pytest.mark.parametrize(
    ("picker", "value", "said"),
    [
        ("pick_statement", "S13", {"statement": "S13"}),
        ("pick_rule", "LUP-2", {"rule": "LUP-2"}),
        ("pick_paragraph", "5", {"paragraph": "5"}),
    ],
)
def test_the_pickers_lead_there_and_back(
    app: AppTest, picker: str, value: str, said: dict[str, str]
) -> None:
    app.selectbox(key=picker).set_value(value).run()
    assert address(clean(app)) == said
    assert app.selectbox(key=picker).value == value
    others = {"pick_statement", "pick_rule", "pick_paragraph"} - {picker}
    assert all(app.selectbox(key=other).value is None for other in others)
    app.selectbox(key=picker).set_value(None).run()
    assert address(clean(app)) == {}
    assert headings(app)[0] == "Paragraph 1: Severe autoimmune disease"


def test_a_search_finds_statements_and_rules(app: AppTest) -> None:
    app.text_input(key="find").set_value("kidney failure").run()
    assert headings(clean(app)) == ["1 statement found", "1 rule found"]
    assert "S13 When lupus brings" in read(app)
    assert "LUP-2 · Severe lupus that threatens life" in read(app)
    app.text_input(key="find").set_value("no such words").run()
    assert headings(clean(app)) == ["No statements found", "No rules found"]
    app.text_input(key="find").set_value(" ").run()
    assert headings(clean(app))[0] == "Paragraph 1: Severe autoimmune disease"


def test_an_id_in_a_search_is_matched_whole(app: AppTest) -> None:
    app.text_input(key="find").set_value("s1").run()
    assert headings(clean(app)) == ["1 statement found", "1 rule found"]
    assert {r.id for r in choice.matching_rules(RULEBOOK, "s1")} == {"SCO-2"}
    assert [s.id for s in choice.matching_statements(RULEBOOK, "S13")] == ["S13"]
    assert [r.id for r in choice.matching_rules(RULEBOOK, "gen-1")] == ["GEN-1"]


def test_a_choice_ends_the_search(app: AppTest) -> None:
    app.text_input(key="find").set_value("kidney").run()
    app.button(key="to_S13_LUP-5").click().run()
    assert app.text_input(key="find").value == ""
    assert address(clean(app)) == {"rule": "LUP-5"}


@pytest.mark.parametrize("text", [*NASTY, "LUP-99", "S0", "9", ""])
def test_an_address_that_leads_nowhere_shows_the_first_paragraph(text: str) -> None:
    for name in (choice.RULE, choice.STATEMENT, choice.PARAGRAPH):
        found = opened(SCREEN, None, **{name: text})
        assert headings(found)[0] == "Paragraph 1: Severe autoimmune disease"
        assert not any("<script" in piece or "<img" in piece for piece in pieces(found))


def test_an_address_that_leads_nowhere_is_said_and_one_that_leads_somewhere_is_not() -> None:
    (told,) = opened(SCREEN, None, rule="LUP-99").info
    assert 'There is no rule "LUP-99".' in told.value
    assert not opened(SCREEN, None, rule="lup-2").info
    assert not opened(SCREEN, None).info


@pytest.mark.parametrize("text", NASTY)
def test_markup_in_a_search_stays_text(app: AppTest, text: str) -> None:
    app.text_input(key="find").set_value(text).run()
    assert len(headings(clean(app))) == 2
    assert not any("<script" in piece or "<img" in piece for piece in pieces(app))


def test_small_letters_lead_there_too() -> None:
    assert headings(opened(SCREEN, rule="lup-2"))[0] == "The rule"


def test_rules_show_how_they_stand_for_the_patient_if_there_is_one() -> None:
    nobody = opened(SCREEN, paragraph="3")
    assert not any(word in found.label for found in nobody.expander for word in STATES)
    somebody = opened(SCREEN, patients.SEVERE_LUPUS, paragraph="3")
    labels = [found.label for found in somebody.expander]
    assert "LUP-2 · Severe lupus that threatens life · ✓ fired" in labels
    assert "LUP-1 · Severe lupus that resists safer therapies · ? waiting" in labels
    assert "LUP-4 · Lupus that is not severe · ✗ blocked" in labels


def test_without_a_trace_the_rules_are_still_readable() -> None:
    contradiction = {**patients.MILD_LUPUS, "life_threatening": "yes"}
    words = read(opened(SCREEN, contradiction, rule="LUP-2"))
    assert "LUP-2 · Severe lupus that threatens life When" in words


def test_the_ledger_of_vague_words() -> None:
    words = read(opened(SCREEN, part="Vague words"))
    for word in FULL_RULEBOOK.vague_words:
        assert sentence(word.word) in words
        assert word.says in words
        assert all(sentence(option.label) in words for option in word.options)
        assert all(option.consequence in words for option in word.options)
        assert ", ".join(word.cites) in words


def test_the_silences_and_the_glossary() -> None:
    for part, notes in (
        ("What the document does not say", RULEBOOK.silences),
        ("Glossary", RULEBOOK.glossary),
    ):
        app = opened(SCREEN, part=part)
        assert headings(app) == [part]
        for note in notes:
            assert f"{note.title}. {note.text}" in read(app)


def test_how_it_reasons_explains_every_word_of_the_screens() -> None:
    words = read(opened(SCREEN, part="How it reasons"))
    for label in ("May be considered", "Not indicated by the document", "Excluded or paused"):
        assert label in words
    for label in ("Cannot be told yet", "Outside the document", "The document is ambiguous"):
        assert label in words
    assert all(word in words for word in STATES)
    assert FULL_RULEBOOK.content_hash in words
