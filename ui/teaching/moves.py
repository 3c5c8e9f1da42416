"""What a learner can do in the cases: open one, move, commit, begin again, explore.

Most of these are callbacks. They run to their end whatever else the browser reports meanwhile, and
doing one twice comes to the same. They read what is kept anew first, since another tab may have
committed an answer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from cases.guide import Cues
from cases.model import Case
from engine.errors import Problem
from ui import learner, state
from ui.forgetting import Question
from ui.teaching import focus as case_focus
from ui.teaching.progress import LONGEST_REASON, Answer, Progress, Sure

P = ParamSpec("P")

CASE = "case"
"""The query parameter that names the open case."""

MATTERS, SAME = "another verdict", "the same verdict"
"""What may be said of a twin."""

LAST, EXPLORE, CUES = "last_case", "explore_cases", "case_cues"
KIND = "cases"
"""The kind of what is kept of the learner beside the answers."""
_PROBLEMS, _RESTART = "case_problems", "case_restart"

TO_FORGET = Question("case")
"""Whether everything is to be forgotten."""

NO_ANSWER = Problem("", "No answer is chosen.", "Choose one of the answers.")
NOTHING_NEXT = Problem("", "What to ask next is not told.", "Choose one of the questions.")
NOT_SURE = Problem("", "How sure you are is not told.", "Choose a guess, fairly sure or certain.")


def to_its_end(act: Callable[P, None]) -> Callable[P, None]:
    """A callback that nothing else interrupts."""

    @wraps(act)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        state.uninterrupted(lambda: act(*args, **kwargs))

    return run


def progress(case: Case) -> Progress:
    """How far the learner has come in a case."""
    return Progress.read(case, state.progress(case.id))


@to_its_end
def open_case(case: Case) -> None:
    """Show a case where it was left."""
    st.query_params[CASE] = case.id
    case_focus.ask("top")


@to_its_end
def close_case() -> None:
    """Show the library."""
    st.query_params.pop(CASE, None)
    forget_problems()
    case_focus.ask("top")


@to_its_end
def go(case: Case, step: int) -> None:
    """Look at a step of the case, or at the recap after the last one."""
    state.start()
    _keep(case, progress(case).moved(step))
    forget_problems()
    case_focus.ask("step" if step < len(case.steps) else "recap")


def form_name(case: Case, step: int, found: Progress) -> str:
    """The key of a step's form; a new one whenever the case is begun again."""
    return f"answer_{case.id}_{found.round}_{step}"


@to_its_end
def commit(case: Case, step: int, name: str) -> None:
    """Lock the answer in the form, once; an incomplete one is refused and stays as it is."""
    state.start()
    found = progress(case)
    pick, sure = st.session_state.get(f"{name}_pick"), st.session_state.get(f"{name}_sure")
    if step in found.answers:
        _committed(case)
        return
    if step > found.next_open(case):
        return
    asked = case.steps[step].question
    ask_next = st.session_state.get(f"{name}_next")
    wrong = ([NO_ANSWER] if pick is None else []) + ([NOT_SURE] if sure is None else [])
    wrong += [NOTHING_NEXT] if asked.next and ask_next is None else []
    if pick is None or sure is None or wrong:
        st.session_state[_PROBLEMS] = (name, tuple(wrong))
        case_focus.ask("error")
        return
    answer = Answer(
        option=pick,
        text=asked.options[pick].text,
        sure=Sure.of(sure),
        reason=str(st.session_state.get(f"{name}_reason") or "").strip()[:LONGEST_REASON],
        facts=tuple(st.session_state.get(f"{name}_facts") or ()),
        next=str(ask_next or "") if asked.next else "",
        flags=tuple(f for f in asked.flags if st.session_state.get(f"{name}_flag_{f}")),
        shown_before=step in found.shown,
    )
    _keep(case, found.with_answer(step, answer))
    _committed(case)


@to_its_end
def commit_twin(case: Case, number: int, twin: str, name: str) -> None:
    """Lock what was said of a twin, once; ``number`` is its place on the screen."""
    state.start()
    said = st.session_state.get(name)
    if said is not None:
        _keep(case, progress(case).with_twin(twin, said == MATTERS))
        case_focus.ask(f"twin_{number}")


def _committed(case: Case) -> None:
    """An answer is locked now, by this click or one before it."""
    if state.kept(KIND, LAST) != case.id:
        state.keep_document(KIND, LAST, case.id)
    forget_problems()
    case_focus.ask("feedback")


def last_case() -> str | None:
    """The case that was answered last; older versions kept it with the session."""
    found: str | None = state.kept(KIND, LAST) or state.setting(LAST)
    return found


def problems(name: str) -> tuple[Problem, ...]:
    """What was wrong with the last attempt to commit this form."""
    refused, found = st.session_state.get(_PROBLEMS, ("", ()))
    return tuple(found) if refused == name else ()


def forget_problems() -> None:
    """They were mended, or something else was done since."""
    st.session_state.pop(_PROBLEMS, None)


def ask_restart(case: Case) -> None:
    """Ask whether the case is to begin again."""
    st.session_state[_RESTART] = case.id


def restart_asked(case: Case) -> bool:
    """Whether the question is still open for this case."""
    return bool(st.session_state.get(_RESTART) == case.id)


def keep_answers() -> None:
    """The case is not to begin again."""
    st.session_state.pop(_RESTART, None)


@to_its_end
def restart(case: Case) -> None:
    """Forget what was answered in this case and begin again."""
    state.start()
    keep_answers()
    forget_problems()
    _keep(case, progress(case).begun_again())
    case_focus.ask("top")


@to_its_end
def forget_all() -> None:
    """Delete all that is kept of the learner, and what stands in a form and was not committed."""
    state.start()
    TO_FORGET.close()
    forget_problems()
    learner.forget()
    if state.setting(LAST) is not None:
        state.save_setting(LAST, None)
    for key in [str(key) for key in st.session_state]:
        if key.startswith(("answer_", "twin_", "elsewhere_", "nickname_")):
            del st.session_state[key]
    case_focus.ask("top")


def exploring() -> bool:
    """Whether steps are shown with the rules' answer at once."""
    return bool(state.setting(EXPLORE, False))


@to_its_end
def explore_chosen(name: str) -> None:
    """Remember the choice made with a toggle."""
    forget_problems()
    state.save_setting(EXPLORE, bool(st.session_state[name]))


def note_shown(case: Case, step: int) -> None:
    """Remember that the rules' answer was seen before the learner's own was given."""
    found = progress(case)
    if step not in found.shown and step not in found.answers:
        _keep(case, found.with_shown(step))


@to_its_end
def open_example(case: Case) -> None:
    """Show a case as a worked example: the rules work out every step but the last."""
    state.start()
    _keep(case, progress(case).as_example())
    st.query_params[CASE] = case.id
    case_focus.ask("top")


def note_worked(case: Case, step: int) -> None:
    """Remember that a step was worked out."""
    found = progress(case)
    if step not in found.worked:
        _keep(case, found.with_worked(step))


def cues() -> Cues:
    """When cues are to be shown."""
    return Cues.of(state.setting(CUES, Cues.AS_NEEDED.value))


@to_its_end
def cues_chosen(name: str) -> None:
    """Remember when cues are to be shown."""
    state.save_setting(CUES, Cues.of(st.session_state[name] or Cues.AS_NEEDED.value).value)


def _keep(case: Case, found: Progress) -> None:
    state.save_progress(case.id, found.as_kept())
