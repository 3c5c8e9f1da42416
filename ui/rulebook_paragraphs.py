"""The document by paragraph: its statements, and beside them the rules that rest on them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from engine.explain import RuleStory, rule_story
from engine.rule import Rule
from engine.rulebook import RuleBook
from engine.source import Statement
from engine.trace import Trace
from engine.words import sentence
from ui import markup, show
from ui import rulebook_choice as choice
from ui.rulebook_choice import Choice

OPEN_UP_TO = 2
"""As many rules are shown in full; of more, only their titles."""


def paragraphs(book: RuleBook, trace: Trace | None) -> None:
    """The pickers, and under them statements and rules side by side."""
    picked = choice.chosen(book)
    _pickers(book, picked)
    widths = [1.35, 1] if picked.rule and not picked.words else [1, 1.35]
    left, right = st.columns(widths, gap="medium")
    if picked.words:
        statements = choice.matching_statements(book, picked.words)
        rules = choice.matching_rules(book, picked.words)
        with left:
            _statements(book, _found(len(statements), "statement"), statements, picked)
        with right:
            _rules(book, _found(len(rules), "rule"), rules, trace)
    elif picked.rule is not None:
        with left:
            st.header("The rule", anchor=False)
            story = _story(book, picked.rule, trace)
            show.rule_card(book, picked.rule, story, sentences=False)
        with right:
            cited = [book.statement[name] for name in picked.rule.cites]
            _statements(book, "The sentences it rests on", cited, picked)
            _back(picked)
    elif picked.statement is not None:
        with left:
            _statements(book, "The sentence", [picked.statement], picked)
            _back(picked)
        with right:
            behind = book.citing[picked.statement.id]
            _rules(book, _resting(len(behind)), behind, trace)
    else:
        _paragraph(book, picked, trace, left, right)


def _paragraph(
    book: RuleBook,
    picked: Choice,
    trace: Trace | None,
    left: st.delta_generator.DeltaGenerator,
    right: st.delta_generator.DeltaGenerator,
) -> None:
    statements = [s for s in book.statements if s.paragraph == picked.paragraph]
    own = [
        rule
        for chapter in book.chapters
        if chapter.paragraphs == (picked.paragraph,)
        for rule in chapter.rules
    ]
    cited = {s.id for s in statements}
    elsewhere = [rule for rule in book.rules if rule not in own and cited & set(rule.cites)]
    with left:
        _statements(book, choice.title_of(book, picked.paragraph), statements, picked)
    with right:
        if own:
            _rules(book, "Its rules" if len(own) > 1 else "Its rule", own, trace)
        if elsewhere:
            _rules(
                book, "Rules of other paragraphs that rest on it", elsewhere, trace, opened=False
            )
        if not own and not elsewhere:
            _rules(book, _resting(0), (), trace)


def _pickers(book: RuleBook, picked: Choice) -> None:
    """Four ways in; each works from the keyboard and finds while one types."""
    columns = st.columns([1.2, 1, 1, 1], gap="small")
    columns[0].text_input(
        "Search",
        key=choice.SEARCH,
        type="search",
        placeholder="an id or words: S13, kidney",
        icon=":material/search:",
        live=True,
    )
    statement, rule = picked.statement, picked.rule
    everywhere = statement is None and rule is None
    _picker(
        columns[1],
        "Paragraph",
        {str(n): choice.title_of(book, n) for n in choice.paragraphs_of(book)},
        (choice.PARAGRAPH, str(picked.paragraph) if everywhere else None),
    )
    _picker(
        columns[2],
        "Statement",
        {s.id: f"{s.id} {s.text}" for s in book.statements},
        (choice.STATEMENT, statement.id if statement else None),
    )
    _picker(
        columns[3],
        "Rule",
        {r.id: f"{r.id} {r.title}" for r in book.rules},
        (choice.RULE, rule.id if rule else None),
    )


def _picker(
    place: st.delta_generator.DeltaGenerator,
    label: str,
    options: dict[str, str],
    stands: tuple[str, str | None],
) -> None:
    """A list to choose from that shows what the address (name, value) says."""
    name, value = stands
    key = f"pick_{name}"
    st.session_state[key] = value
    place.selectbox(
        label,
        list(options),
        index=None,
        format_func=options.__getitem__,
        key=key,
        placeholder=f"Choose a {label.lower()}",
        on_change=lambda: choice.choose(name, st.session_state[key]),
    )


def _statements(
    book: RuleBook, title: str, statements: Sequence[Statement], picked: Choice
) -> None:
    st.header(show.escape(title), anchor=False)
    for found in statements:
        with st.container(gap="xxsmall", key=f"rules_of_{found.id}"):
            show.statement(book, found, chosen=found == picked.statement, rules=False)
            if found == picked.statement:
                continue  # its rules stand beside it in full
            for rule in (other for other in book.citing[found.id] if other != picked.rule):
                st.button(
                    show.escape(f"{rule.id} {rule.title}"),
                    key=f"to_{found.id}_{rule.id}",
                    type="tertiary",
                    icon=":material/arrow_forward:",
                    on_click=choice.choose,
                    args=(choice.RULE, rule.id),
                )


def _rules(
    book: RuleBook,
    title: str,
    rules: Sequence[Rule],
    trace: Trace | None,
    *,
    opened: bool = True,
) -> None:
    st.header(show.escape(title), anchor=False)
    if opened and len(rules) <= OPEN_UP_TO:
        for rule in rules:
            show.rule_card(book, rule, _story(book, rule, trace))
        return
    with st.container(gap="xsmall"):
        for rule in rules:
            story = _story(book, rule, trace)
            with st.expander(_label(rule, story), key=f"card_{title}_{rule.id}"):
                show.rule_card(book, rule, story, framed=False)


def _story(book: RuleBook, rule: Rule, trace: Trace | None) -> RuleStory | None:
    return None if trace is None else rule_story(book, trace, rule.id)


def _label(rule: Rule, story: RuleStory | None) -> str:
    head = show.escape(f"{rule.id} · {sentence(rule.title)}")
    if story is None:
        return head
    mark = markup.status_mark(story.status)
    return f"{head} · {mark} {story.status.label}"


def _back(picked: Choice) -> None:
    st.button(
        f"Show all of paragraph {picked.paragraph}",
        key="whole_paragraph",
        icon=":material/article:",
        on_click=choice.choose,
        args=(choice.PARAGRAPH, picked.paragraph),
    )


def _resting(count: int) -> str:
    names = {0: "No rule rests on it", 1: "The rule that rests on it"}
    return names.get(count, f"The {count} rules that rest on it")


def _found(count: int, word: str) -> str:
    return f"{count or 'No'} {word}{'' if count == 1 else 's'} found"
