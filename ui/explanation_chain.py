"""The chain as text and as a picture; any box of it can be looked at."""

from __future__ import annotations

import streamlit as st

from engine.explain import fact_line, rule_story
from engine.export.dot import as_dot
from engine.export.graph import VERDICT, Graph, chain_graph, decisive_part, described, outline
from engine.export.inquiry import why_part
from engine.inquiry.goal import ConceptIs
from engine.rule import Advice, Flag
from ui import inquiries, markup, show
from ui.explained import Explained

MANY = 14
"""More boxes than this are drawn only when they are asked for."""


def chain(found: Explained) -> None:
    """The text comes first where there is no room for both."""
    whole = chain_graph(found.book, found.trace, found.verdict)
    graph = _chosen_part(found, whole)
    left, right = st.columns([1, 2.2], gap="medium")
    with left, st.container(border=True):
        st.header("The chain in words", anchor=False)
        st.html(
            f'<p class="cds-text">'
            f"{markup.text(show.drug_name(found.book, found.verdict.drug))} "
            f"{markup.kind_badge(found.verdict.kind, found.verdict.label)}</p>"
        )
        show.trees(outline(graph))
    with right:
        with st.container(border=True):
            st.header("The chain as a picture", anchor=False)
            st.html(markup.legend())
            st.graphviz_chart(as_dot(graph), width="content", alt=described(graph))
        _one_box(found, graph)


def _chosen_part(found: Explained, whole: Graph) -> Graph:
    """Of a long chain only what decides, unless the rest is asked for."""
    if len(whole.boxes) <= MANY:
        return whole
    decisive = decisive_part(found.book, found.trace, found.verdict, whole)
    left = len(whole.boxes) - len(decisive.boxes)
    if not left:
        return whole
    everything = st.toggle(
        f"Show the whole chain ({left} more boxes)", key="whole_chain", value=False
    )
    return whole if everything else decisive


def _one_box(found: Explained, graph: Graph) -> None:
    """The proof behind one box of the picture."""
    names = [name for name, box in graph.boxes.items() if box.kind in {"rule", "fact"}]
    name = st.selectbox(
        "Look at one box",
        names,
        index=None,
        format_func=lambda each: f"{graph.boxes[each].title}: {graph.boxes[each].state}",
        placeholder="Choose a fact or a rule of the picture",
        key="chain_box",
    )
    if name is None or name == VERDICT:
        return
    if name in found.book.rule:
        story = rule_story(found.book, found.trace, name)
        with st.container(border=True, key="chain_rule"):
            st.header(show.escape(f"Why rule {name} came out so"), anchor=False)
            show.tree(story.chain)
            _suffices(found, name)
            st.page_link(
                "screen_rulebook.py",
                label="Read the rule",
                icon=":material/menu_book:",
                query_params={"rule": name},
            )
        return
    fact = next((fact for fact in found.trace.facts if fact.finding == name), None)
    with st.container(border=True, key="chain_fact"):
        if fact is None:
            st.html(markup.paragraph(f"{graph.boxes[name].title}: it has not been told."))
        else:
            line = fact_line(found.book, fact)
            how = line.how or fact.provenance.label
            st.html(markup.paragraph(f"{line.text} ({how}). {fact.because}".strip()))


def _suffices(found: Explained, rule: str) -> None:
    """The facts that suffice for what a rule concluded on the way to the verdict."""
    concept = found.book.rule[rule].then
    goal = ConceptIs(concept.id)
    if goal.holds_for(found.trace) and not isinstance(concept, Advice | Flag):
        part = why_part(found.book, found.trace, inquiries.reasons(found.key, goal))
        st.html(markup.small_heading(part.title) + markup.part(part))
