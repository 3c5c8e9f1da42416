"""Markdown in which nothing that was supplied acts as markup, read by a Markdown reader."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from engine.export import Item, Part, Report, as_markdown
from engine.export.markdown import escaped
from engine.export.report import one_line

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

MARKUP = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "![x](http://example.org/x.png)",
    "`code`",
    "*a* _b_ **c** __d__ ~~e~~",
    "# heading",
    "> quote",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "1) item",
    "---",
    "===",
    "***",
    "~~~",
    "```",
    "| a | b |",
    "&lt;b&gt; &amp; &#60;",
    "\\<b> \\\\",
    "<!-- x -->",
    "<http://example.org>",
    "    indented",
    "\ttab",
    "[x]: http://example.org",
    "a\n\n# b",
    "a\r\n- b",
    "$x$ :smile: {x}",
    "\x1b \x1b \x1b \x1b \x1b code",
    "",
]
LETTERS = st.text(st.sampled_from("ab1 .)(-+*_=#>`~[]<>!&;|\\:$\n\t\x1b"), max_size=25)


def shown(markdown: str) -> str:
    """What a person sees of one paragraph; fails if it holds anything but text."""
    page = READER.render(markdown)
    found = re.fullmatch(r"(?s)<p>(.*)</p>\n", page)
    assert found or not page, page
    inner = found[1] if found else ""
    assert "<" not in inner
    return html.unescape(inner)


@pytest.mark.parametrize("words", MARKUP)
def test_markup_is_shown_as_it_was_written(words: str) -> None:
    assert shown(escaped(words)) == one_line(words)


@given(LETTERS | st.text(max_size=25))
def test_so_is_anything_else(words: str) -> None:
    assert shown(escaped(words)) == one_line(words)


@given(LETTERS, st.booleans())
def test_neither_can_a_point_of_a_list_become_anything_else(words: str, numbered: bool) -> None:
    report = Report(
        banner=words,
        headline=words,
        lead=(words,),
        parts=(Part("t", (Item(words, (Item(words),)),), intro=words, numbered=numbered),),
        origin=words,
    )
    tokens = {token.type for token in READER.parse(as_markdown(report))}
    inline = {
        child.type for token in READER.parse(as_markdown(report)) for child in token.children or ()
    }
    assert inline <= {"text", "text_special", "strong_open", "strong_close"}
    assert not tokens & {"html_block", "code_block", "fence", "table_open"}


def test_what_is_written_reads_as_intended() -> None:
    report = Report(
        banner="Banner",
        headline="Headline",
        lead=(),
        parts=(
            Part("Part", (Item("a", (Item("b", (Item("c", (Item("d"),)),)),)),), numbered=True),
        ),
        origin="Origin",
    )
    page = re.sub(r"\s*\n\s*", "", READER.render(as_markdown(report)))
    assert page == (
        "<blockquote><p><strong>Banner</strong></p></blockquote><h1>Headline</h1><h2>Part</h2>"
        "<ol><li>a<ul><li>b<ul><li>c<ul><li>d</li></ul></li></ul></li></ul></li></ol>"
        "<hr /><p>Origin</p>"
    )
