"""What screens may read and change of the learner: progress, documents, name and code.

Like everything of a session, a change is saved at once, or as soon as that is possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ui import store
from ui.keeping import learn, session
from ui.learning.learner_code import as_code, read_code
from ui.learning.nickname import read_name
from ui.learning.repository import UnknownCodeError


def progress(case_id: str) -> dict[str, Any]:
    """How far the learner has come in a case: a copy of what was saved, empty at first."""
    return session().learning.now.case(case_id)


def save_progress(case_id: str, reached: Mapping[str, Any]) -> None:
    """Keep how far the learner has come in a case (JSON data; empty forgets it).

    ``reached`` is to come of what ``progress`` said last. An answer that another tab has committed
    meanwhile stays, in place of one to the same step.
    """
    learn(lambda now: now.with_case(case_id, reached))


def kept(kind: str, key: str, default: Any = None) -> Any:
    """A copy of what is kept of the learner under a kind and a key, whatever it is."""
    found = session().learning.now.document(kind, key)
    return default if found is None else found


def keep_document(kind: str, key: str, data: Any) -> None:
    """Keep JSON data under a kind and a key, as a whole; None deletes it.

    It goes with the learner's code, is forgotten with the answers and stands in the learner's data.
    Of two tabs that keep the same key, the later one counts; what must not be lost so has a key of
    its own. Raises ValueError for what is no JSON data, or more than ``LARGEST_DOCUMENT``.
    """
    learn(lambda now: now.with_document(kind, key, data))


def documents() -> dict[str, dict[str, Any]]:
    """Every document of the learner, by kind and key."""
    found: dict[str, dict[str, Any]] = {}
    now = session().learning.now
    for kind, key in sorted(now.documents):
        found.setdefault(kind, {})[key] = now.document(kind, key)
    return found


def cases_but(these: Iterable[str]) -> dict[str, Any]:
    """How far the learner has come in all other cases."""
    now, left_out = session().learning.now, set(these)
    return {name: now.case(name) for name in now.cases if name not in left_out}


def nickname() -> str:
    """The name that the report shows; empty without one."""
    return session().learning.now.name


def save_nickname(typed: str) -> None:
    """Keep a name for the report; empty for none. Raises WrongNameError."""
    name = read_name(typed)
    learn(lambda now: now.named(name))


def is_known() -> bool:
    """Whether anything is kept of the learner."""
    return not session().learning.now.is_empty


def answered() -> int:
    """How many answers were committed."""
    return session().learning.now.answered()


def code() -> str | None:
    """The code that leads back to the learner; None while nothing is kept."""
    found = session().learning.known.id
    return as_code(found) if found else None


def find(typed: str) -> str:
    """The learner whose code was typed. Raises WrongCodeError, or StoreError."""
    learner = read_code(typed)
    if not store.current().learners.exists(learner):
        raise UnknownCodeError
    return learner


def is_own(learner: str) -> bool:
    """Whether this is the learner already."""
    return learner == session().learning.known.id


def go_on_as(learner: str, *, bring: bool) -> None:
    """Let this session go on as another learner, with what was answered here or without.

    Raises UnknownCodeError or StoreError; then nothing has changed.
    """
    ours = session()
    with ours.lock:
        ours.refresh()
        if not ours.record["revision"]:
            ours.apply(lambda _record: None)
        ours.learning.attach(ours.id, ours.record, learner, bring=bring)


def forget() -> None:
    """Delete everything that is kept of the learner, in every session."""
    ours = session()
    with ours.lock:
        if ours.record["revision"]:
            ours.refresh()
        if "progress" in ours.record:
            ours.apply(lambda record: record.pop("progress", None))
        ours.learning.forget(ours.id, ours.record)
