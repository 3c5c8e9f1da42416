"""What a learner may take along: a report that prints, and everything kept of them as data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cases.coverage import Met, to_be_met
from cases.explain_back import facts_to_choose
from cases.model import Case
from cases.play import asked_of, trace_after
from cases.twins import twins
from engine.consult import BANNER
from engine.export.report import Item, Part, Report
from engine.words import and_list, counted, sentence
from rules import RULEBOOK
from ui.teaching.judge import agreements
from ui.teaching.learned import certainty_text, known_rules, met_text
from ui.teaching.progress import Answer, Progress

AGREED = {True: "the rules agree", False: "the rules see it differently", None: "not judged"}


def learner_report(
    cases: Sequence[Case], found: Mapping[str, Progress], nickname: str = ""
) -> Report:
    """Every answer beside the rules' verdict, what was met, and what is left."""
    known = known_rules(cases, found)
    answered = [case for case in cases if found[case.id].answers]
    steps = sum(len(found[case.id].answers) for case in cases)
    headline = f"{counted(steps, 'answer')} in {counted(len(answered), 'teaching case')}"
    return Report(
        banner=BANNER,
        headline=sentence(headline),
        lead=(
            *((f"Answers of: {nickname}",) if nickname else ()),
            "Nothing is marked. An answer that differs is one to talk about.",
        ),
        parts=(
            Part("How sure, and how often the rules agreed", _items(certainty_text(cases, found))),
            *(part for case in answered for part in _case(case, found[case.id])),
            Part("What was met", _items(met_text(known, cases)), intro=_not_met(known)),
        ),
        origin=f"Rule book {RULEBOOK.version}, SHA-256 {RULEBOOK.content_hash}",
    )


def _not_met(known: Met) -> str:
    left = [name for name in to_be_met() if name not in known.rules]
    return f"Rules of the document not met yet: {and_list(left)}." if left else ""


def _case(case: Case, found: Progress) -> Iterator[Part]:
    agreed = agreements(case, found)
    yield Part(
        case.title,
        tuple(
            Item(
                f"Step {step + 1}, {case.steps[step].title}: {answer.text} ({answer.sure.label})",
                tuple(_beside(case, step, answer, agreed[step])),
            )
            for step, answer in sorted(found.answers.items())
        ),
    )
    known = [twin for twin in twins(case) if twin.id in found.twins]
    if known:
        right = sum(found.twins[twin.id] is twin.decides for twin in known)
        yield Part("Twins", intro=f"Agreed on {right} of {len(known)}.", below=True)


def _beside(case: Case, step: int, answer: Answer, agreed: bool | None) -> Iterator[Item]:
    trace = trace_after(case, step)
    yield Item(f"The rules: {asked_of(case, step).summary} – {AGREED[agreed]}")
    if answer.facts:
        offered = facts_to_choose(trace)
        named = [offered[name] for name in answer.facts if name in offered]
        yield Item(f"Facts named: {and_list(named) or 'none that was told'}")
    if answer.reason:
        yield Item(f"Reason: {answer.reason}")


def _items(lines: Sequence[str]) -> tuple[Item, ...]:
    return tuple(map(Item, lines))


def as_data(
    cases: Sequence[Case],
    found: Mapping[str, Progress],
    nickname: str = "",
    documents: Mapping[str, Mapping[str, Any]] | None = None,
    gone: Mapping[str, Any] | None = None,
) -> str:
    """Everything that is kept of a learner but the code, as JSON.

    ``gone`` is what is kept of cases that are not there any more.
    """
    kept: dict[str, Any] = {
        case.id: found[case.id].as_kept()
        for case in cases
        if found[case.id].answers or found[case.id].shown or found[case.id].twins
    }
    return json.dumps(
        {
            "disclaimer": BANNER,
            "format": 1,
            "nickname": nickname,
            "progress": {**(gone or {}), **kept},
            "documents": documents or {},
        },
        ensure_ascii=False,
        indent=2,
    )
