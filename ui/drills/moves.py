"""What a learner can do in a drill: begin, commit twice, go on, stop, have it forgotten.

Callbacks, like those of the cases: they run to their end, read what is kept anew first, and doing
one twice comes to the same.
"""

from __future__ import annotations

import secrets
from collections import Counter

import streamlit as st

from cases.drills.choose import chosen
from cases.drills.item import item_of
from cases.load import library
from engine.errors import Problem
from ui import state
from ui.drills import kept
from ui.drills.record import LONGEST_DOUBT, Commit, Drills, Entry, Run
from ui.forgetting import Question
from ui.teaching import focus
from ui.teaching.judge import Failure, attempted
from ui.teaching.moves import NO_ANSWER, NOT_SURE, progress, to_its_end
from ui.teaching.progress import Sure

_PROBLEMS, _FAILED = "drill_problems", "drill_failed"

TO_FORGET = Question("drill")
"""Whether the runs are to be forgotten."""


@to_its_end
def begin(runs: int) -> None:
    """Begin a run; ``runs`` is how many there were when the button was shown."""
    state.start()
    found = kept.read()
    if len(found.runs) != runs or (found.last is not None and not found.last.over):
        return  # this click came twice, or another tab has begun
    seed = secrets.token_hex(8)
    keys = attempted(lambda: chosen(seed, answered(found)))
    if isinstance(keys, Failure):
        st.session_state[_FAILED] = keys
        return
    st.session_state.pop(_FAILED, None)
    entries = (Entry(case=key.case, step=key.step, mutation=key.mutation) for key in keys)
    kept.keep(found.begun(Run(seed=seed, items=tuple(entries))))
    focus.ask("top")


def failure() -> Failure | None:
    """Why no run could be begun."""
    found = st.session_state.get(_FAILED)
    return found if isinstance(found, Failure) else None


def answered(found: Drills) -> dict[tuple[str, int], int]:
    """How often each step was answered, as a case and in drills."""
    times = Counter((case.id, step) for case in library() for step in progress(case).answers)
    times.update(
        (entry.case, entry.step)
        for run in found.runs
        for entry in run.items
        if entry.first is not None
    )
    return times


def form_name(run: Run, number: int) -> str:
    """The key of the form that an item waits for."""
    return f"drill_{run.seed}_{number}_{run.items[number].stage.value}"


@to_its_end
def commit(seed: str, number: int, name: str) -> None:
    """Lock the answer in a form, once; an incomplete one is refused and stays as it is."""
    state.start()
    found = kept.read()
    run = found.last
    if run is None or run.seed != seed or run.over or run.at != number:
        return
    if form_name(run, number) != name:
        _locked(run, number)  # this answer was committed by a click before
        return
    pick, sure = st.session_state.get(f"{name}_pick"), st.session_state.get(f"{name}_sure")
    if pick is None or sure is None:
        wrong = ([NO_ANSWER] if pick is None else []) + ([NOT_SURE] if sure is None else [])
        st.session_state[_PROBLEMS] = (name, tuple(wrong))
        focus.ask("drill_error")
        return
    key = run.items[number].key
    item = attempted(lambda: item_of(key))
    if item is None or isinstance(item, Failure):
        return  # the screen says why
    answer = Commit(
        option=pick,
        text=item.options[pick].text,
        sure=Sure.of(sure),
        doubt=str(st.session_state.get(f"{name}_doubt") or "").strip()[:LONGEST_DOUBT],
    )
    run = run.with_commit(number, answer)
    kept.keep(found.with_last(run))
    _locked(run, number)


def _locked(run: Run, number: int) -> None:
    st.session_state.pop(_PROBLEMS, None)
    focus.ask(f"drill_{run.items[number].stage.value}")


def problems(name: str) -> tuple[Problem, ...]:
    """What was wrong with the last attempt to commit this form."""
    refused, found = st.session_state.get(_PROBLEMS, ("", ()))
    return tuple(found) if refused == name else ()


@to_its_end
def go_on(seed: str, number: int) -> None:
    """On to the item after an explained one, or to the summary."""
    state.start()
    found = kept.read()
    run = found.last
    if run is not None and run.seed == seed and run.at == number and not run.unexplained:
        kept.keep(found.with_last(run.moved(number + 1)))
        focus.ask("top")


@to_its_end
def stop(seed: str) -> None:
    """End a run before its last item; everything whose advice was shown is explained."""
    state.start()
    found = kept.read()
    run = found.last
    if run is not None and run.seed == seed and not run.over:
        kept.keep(found.with_last(run.model_copy(update={"ended": True})))
        focus.ask("top")


@to_its_end
def forget() -> None:
    """Delete every run."""
    state.start()
    TO_FORGET.close()
    kept.keep(Drills())
    focus.ask("top")
