"""To keep and to share: files, a link to a read-only copy, and what somebody thinks of it."""

from __future__ import annotations

import json
from functools import partial

import streamlit as st

from engine.export import as_markdown
from engine.export.card import cards
from engine.export.web_page import as_web_page
from engine.export.whole_report import whole_report
from engine.opinion import LONGEST_COMMENT, Disagreement, Opinion, opinion_on, opinion_text
from engine.words import sentence
from ui import markup, sharing, show, state
from ui.explained import Explained

AGREE, DISAGREE = "agree", "disagree"


def keep(found: Explained) -> None:
    """Opinion and link on the left, files on the right."""
    left, right = st.columns([1.2, 1], gap="medium")
    with left:
        _opinion(found)
        if not found.read_only:
            _share(found)
    with right:
        _files(found)


def _opinion(found: Explained) -> None:
    """Agreement or disagreement with the chosen verdict."""
    about = (found.verdict.layer, found.verdict.drug)
    given = next((each for each in found.opinions if each.about == about), None)
    with st.container(border=True, key="opinion"):
        st.header("What do you think of it?", anchor=False)
        st.html(
            f'<p class="cds-text">{markup.text(show.drug_name(found.book, found.verdict.drug))} '
            f"{markup.kind_badge(found.verdict.kind, found.verdict.label)}</p>"
        )
        if given is not None:
            _given(found, given)
        elif found.read_only:
            st.html(markup.paragraph("Nobody has said."))
        else:
            _form(found)


def _given(found: Explained, given: Opinion) -> None:
    st.html(markup.paragraph(opinion_text(found.book, given)))
    if (given.kind, given.rulebook) != (found.verdict.kind, found.trace.rulebook):
        st.html(
            markup.paragraph(
                "That was said of another verdict: facts or rules have changed since.",
                "cds-text cds-muted",
            )
        )
    if not found.read_only:
        st.button(
            "Take it back",
            icon=":material/undo:",
            key="opinion_withdraw",
            on_click=state.withdraw_opinion,
            args=(found.verdict.layer, found.verdict.drug),
        )


def _form(found: Explained) -> None:
    choice = st.segmented_control(
        "Do you agree?",
        [AGREE, DISAGREE],
        format_func=sentence,
        key="opinion_choice",
    )
    if choice is None:
        return
    with st.form("opinion_form", border=False):
        reason = None
        if choice == DISAGREE:
            reason = st.selectbox(
                "Why?",
                list(Disagreement),
                format_func=lambda each: sentence(each.label),
                key="opinion_reason",
            )
        st.text_area(
            "Comment (optional)",
            max_chars=LONGEST_COMMENT,
            key="opinion_comment",
            help="It is kept with the patient and in every report. Write nothing about a real "
            "person.",
        )
        st.form_submit_button(
            "Keep it",
            icon=":material/save:",
            on_click=_say,
            args=(found, reason),
            key="opinion_keep",
        )


def _say(found: Explained, reason: Disagreement | None) -> None:
    if st.session_state.get("opinion_choice") == DISAGREE:
        reason = st.session_state.get("opinion_reason", reason)
    comment = str(st.session_state.get("opinion_comment") or "").strip()
    state.set_opinion(opinion_on(found.trace, found.verdict, reason, comment))
    st.session_state.pop("opinion_choice", None)


def _share(found: Explained) -> None:
    """A link that opens a read-only copy of what is shown."""
    with st.container(border=True, key="share"):
        st.header("A link to a copy", anchor=False)
        st.html(
            markup.paragraph(
                "The link opens a read-only copy of this patient, with the layers, readings and "
                "view as they are now. It holds no finding itself, and the copy is kept for "
                f"{sharing.KEPT_DAYS} days after it was last opened. Who has the link can see it."
            )
        )
        st.button(
            "Make a link", icon=":material/link:", key="share_make", on_click=sharing.make_copy
        )
        link = sharing.made(found.key)
        if link is not None:
            st.html(markup.paragraph("The link to the copy:", "cds-text cds-muted"))
            st.code(link, language=None)
        elif problem := sharing.problem():
            st.warning(show.escape(problem), icon=":material/save:")


def _files(found: Explained) -> None:
    with st.container(border=True, key="files"):
        st.header("Files", anchor=False)
        st.html(
            markup.paragraph(
                "The report is for reading and printing. The trace holds everything; loaded in the "
                "patient profile, it is run again. The card has the shape of CDS Hooks."
            )
        )
        for label, data, name, mime, icon in (
            ("Report as a page to print", _page, "report.html", "text/html", "print"),
            ("Report as Markdown", _markdown, "report.md", "text/markdown", "description"),
            ("Trace", _trace, "trace.json", "application/json", "data_object"),
            ("Card", _card, "card.json", "application/json", "branding_watermark"),
        ):
            st.download_button(
                label,
                # Written when it is asked for: it takes a moment, and most are never asked for.
                data=partial(data, found),
                file_name=f"{_STEM}-{name}",
                mime=mime,
                icon=f":material/{icon}:",
                key=f"save_{name}",
                on_click="ignore",
                width="stretch",
            )
        st.html(
            markup.labelled("Rule book:", f"version {found.trace.rulebook.version}")
            + '<p class="cds-text cds-small cds-muted cds-hash">SHA-256 '
            f"{markup.text(found.trace.rulebook.hash)}</p>"
        )


_STEM = "fictional-patient-not-for-clinical-use"


def _page(found: Explained) -> str:
    return as_web_page(
        whole_report(found.book, found.trace, found.warnings, found.opinions, full=True)
    )


def _markdown(found: Explained) -> str:
    return as_markdown(
        whole_report(found.book, found.trace, found.warnings, found.opinions, full=True)
    )


def _trace(found: Explained) -> str:
    return found.trace.model_dump_json(indent=2) + "\n"


def _card(found: Explained) -> str:
    return json.dumps(cards(found.book, found.trace), indent=2, ensure_ascii=False) + "\n"
