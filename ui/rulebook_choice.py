"""What of the rule book is being looked at. The address is the only truth, so it can be passed on.

``?rule=LUP-2``, ``?statement=S13`` or ``?paragraph=3``; a search is not kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import streamlit as st

from engine.explain import condition_text, leaf_text
from engine.rule import Rule
from engine.rulebook import RuleBook
from engine.source import Statement
from engine.words import quoted

RULE, STATEMENT, PARAGRAPH, SEARCH = "rule", "statement", "paragraph", "find"


@dataclass(frozen=True, slots=True)
class Choice:
    """A rule, a statement, or else a paragraph; where there are ``words``, what they find."""

    paragraph: int
    rule: Rule | None = None
    statement: Statement | None = None
    words: str = ""


def chosen(book: RuleBook) -> Choice:
    """What the address and the search box ask for; what does not exist is passed over."""
    words = str(st.session_state.get(SEARCH) or "").strip()
    rule = book.rule.get(st.query_params.get(RULE, "").upper())
    statement = book.statement.get(st.query_params.get(STATEMENT, "").upper())
    if rule is not None:
        return Choice(paragraph_of(book, rule), rule=rule, words=words)
    if statement is not None:
        return Choice(statement.paragraph, statement=statement, words=words)
    asked = st.query_params.get(PARAGRAPH, "")
    numbers = paragraphs_of(book)
    return Choice(next((n for n in numbers if str(n) == asked), numbers[0]), words=words)


def not_found(book: RuleBook) -> str:
    """What the address asks for and the rule book does not have, in a sentence; else empty."""
    known = {
        RULE: set(book.rule),
        STATEMENT: set(book.statement),
        PARAGRAPH: {str(number) for number in paragraphs_of(book)},
    }
    missing = [
        f"There is no {name} {quoted(asked)}."
        for name, ids in known.items()
        if (asked := st.query_params.get(name, "")) and asked.upper() not in ids
    ]
    return " ".join(missing)


def choose(name: str, value: object) -> None:
    """Look at one rule, statement or paragraph (the name is the key in the address)."""
    for other in (RULE, STATEMENT, PARAGRAPH):
        if other != name and other in st.query_params:
            del st.query_params[other]
    if value is None:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = str(value)
    st.session_state[SEARCH] = ""


def paragraphs_of(book: RuleBook) -> list[int]:
    """The numbers of the document's paragraphs."""
    return list(dict.fromkeys(statement.paragraph for statement in book.statements))


def paragraph_of(book: RuleBook, rule: Rule) -> int:
    """The paragraph whose chapter holds a rule; of several the first."""
    return next(chapter.paragraphs[0] for chapter in book.chapters if rule in chapter.rules)


def title_of(book: RuleBook, paragraph: int) -> str:
    """A paragraph's number, with the title of its chapter where it has one of its own."""
    titles = [chapter.title for chapter in book.chapters if chapter.paragraphs == (paragraph,)]
    return f"Paragraph {paragraph}" + (f": {titles[0]}" if titles else "")


def matching_statements(book: RuleBook, words: str) -> tuple[Statement, ...]:
    """The statements in whose id, text or class every word occurs."""
    return tuple(
        found
        for found in book.statements
        if _matches(words, found.id, f"{found.text} {found.kind.label}")
    )


def matching_rules(book: RuleBook, words: str) -> tuple[Rule, ...]:
    """The rules in whose id, title, conditions, conclusion, reasons or examples every word is."""
    return tuple(
        rule
        for rule in book.rules
        if _matches(
            words,
            rule.id,
            " ".join(
                [
                    rule.title,
                    rule.then.label,
                    rule.because,
                    rule.misuse,
                    *condition_text(book, rule.when),
                    *(leaf_text(book, fact) for each in rule.examples for fact in each.facts),
                    *rule.cites,
                ]
            ),
        )
    )


def _matches(words: str, name: str, text: str) -> bool:
    """Ids are matched whole (S1 is not S13), other words anywhere."""
    names = {name.casefold(), *re.findall(r"\b[a-z]+-?\d+\b", text.casefold())}
    for word in words.casefold().split():
        if re.fullmatch(r"[a-z]+-?\d+", word):
            if word not in names:
                return False
        elif word not in f"{name} {text}".casefold():
            return False
    return True
