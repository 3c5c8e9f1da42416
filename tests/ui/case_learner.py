"""A learner at the cases screen, for tests: opens, answers, moves on, and sees what was sent."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Element, Node

from cases.load import case_by_id
from cases.model import Case
from cases.play import asked_of
from ui import markup, store
from ui.learning.learner import Learner as Known

APP = Path(__file__).parents[2] / "ui" / "app.py"
SCREEN = "screen_cases.py"


def as_the_rules(case: Case, step: int) -> int:
    """The option that the rules agree with."""
    verdict = asked_of(case, step)
    return [option.equals(verdict) for option in case.steps[step].question.options].index(True)


def in_one_line(text: str) -> str:
    """A text as it can be read on the screen."""
    return " ".join(text.split())


class Learner:
    """One browser tab; ``session`` is the id in the address of an earlier one."""

    def __init__(self, case: Case | str | None = None, session: str = "") -> None:
        self.app = AppTest.from_file(str(APP), default_timeout=30)
        if session:
            self.app.query_params["s"] = session
        self.app.run()
        self.app.switch_page(SCREEN)
        if case is not None:
            self.app.query_params["case"] = case if isinstance(case, str) else case.id
        self.settle()

    def settle(self) -> None:
        """Run the screen once more; it must not fail."""
        self.app.run()
        assert not self.app.exception

    @property
    def session(self) -> str:
        """The id in the address; there is one once something is kept."""
        return str(self.app.query_params["s"])

    def record(self) -> dict[str, Any]:
        """Everything that is kept of session and learner; nothing before the first entry."""
        if "s" not in self.app.query_params:
            return {"progress": {}}
        found = store.current().load(self.session)
        assert found is not None
        return {**found, "progress": dict(self.learner().cases)}

    def learner(self) -> Known:
        """The learner as the database has it."""
        return store.current().learners.fetch(self.session, Known())

    def kept(self, case: Case) -> dict[str, Any]:
        """What is kept of the learner's progress in a case."""
        found: dict[str, Any] = self.record()["progress"].get(case.id, {})
        return found

    def moved_elsewhere(self, case: Case, step: int) -> None:
        """Another tab has moved to a step of the case, allowed or not."""
        known = self.learner()
        moved = known.with_case(case.id, {**known.case(case.id), "at": step})
        store.current().learners.save(self.session, {}, known, moved)
        self.settle()

    def press(self, key: str) -> None:
        """Press a button."""
        self.app.button(key=key).click()
        self.settle()

    def buttons(self) -> dict[str, str]:
        """The labels of all buttons by their keys."""
        return {button.key or "": button.label for button in self.app.button}

    def choose(self, option: int | None, sure: str | None, reason: str = "") -> None:
        """Fill in the form; nothing is sent before it is committed."""
        if option is not None:
            self.app.radio[0].set_value(option)
        if sure is not None:
            self.app.segmented_control[0].set_value(sure)
        if reason:
            self.reason.set_value(reason)

    def ask_next(self, findings: Sequence[str]) -> None:
        """Choose the first of the findings that the step offers as the next question, if any."""
        for radio in self.app.radio:
            if findings and str(radio.key).endswith("_next"):
                radio.set_value(findings[0])

    @property
    def reason(self) -> Any:
        """The field for the learner's own reason."""
        return next(field for field in self.app.text_input if "reason" in field.label)

    def commit(self) -> None:
        """Press "Commit answer"."""
        self.press(next(key for key in self.buttons() if key.endswith("_commit")))

    def answer(self, option: int, sure: str = "fairly_sure", reason: str = "") -> None:
        """Choose and commit; where it is asked what to ask next, the first of the questions."""
        self.choose(option, sure, reason)
        for radio in self.app.radio:
            if str(radio.key).endswith("_next"):
                _, case, _, step, _ = str(radio.key).split("_")
                radio.set_value(case_by_id(case).steps[int(step)].question.next[0])
        self.commit()

    def asks(self) -> bool:
        """Whether the screen waits for an answer."""
        return bool(self.app.radio)

    def _shown(self) -> tuple[Node, ...]:
        """The page, and the dialog above it if there is one."""
        return (self.app.main, *self.app.get("dialog"))

    def sent(self) -> str:
        """Every text that the browser was sent, HTML included, without what it uses to render."""
        return "\n".join(_texts(*self._shown()))

    def labels(self) -> list[str]:
        """Every text that was sent, HTML aside: labels, titles, options, help."""
        return list(_texts(*self._shown(), with_html=False))

    def read(self) -> str:
        """What can be read on the screen: the same without tags and escapes."""
        plain = html.unescape(re.sub(r"<[^>]*>", " ", self.sent())).replace(markup.JOINER, "")
        return " ".join(re.sub(r"\\([^\w\s])", r"\1", plain).split())

    def pages(self) -> list[str]:
        """The HTML pieces of the screen, scripts and style sheets included."""
        nodes = [node for node in _walk(*self._shown()) if _is_html(node)]
        return [str(node.proto.body) for node in nodes if node.proto is not None]

    def headings(self) -> list[int]:
        """The levels of the headings, in the order of the page."""
        found: list[int] = []
        for node in _walk(*self._shown()):
            if isinstance(node, Element):
                if node.type in {"title", "header", "subheader"}:
                    found.append(int(node.proto.tag[1]))
                elif node.type == "html":
                    found += [int(n) for n in re.findall(r"<h([1-6])", str(node.proto.body))]
        return found


def _walk(*nodes: Node) -> Iterator[Node]:
    for node in nodes:
        yield node
        if isinstance(node, Block):
            yield from _walk(*node.children.values())


def _texts(*nodes: Node, with_html: bool = True) -> Iterator[str]:
    for found in _walk(*nodes):
        if found.proto is not None and (with_html or not _is_html(found)):
            yield from _strings(found.proto)


def _is_html(node: Node) -> bool:
    return isinstance(node, Element) and node.type == "html"


def _strings(value: Any) -> Iterator[str]:
    """Every text in a message to the browser, however deep."""
    if isinstance(value, str):
        yield value
    elif hasattr(value, "ListFields"):
        for _, part in value.ListFields():
            yield from _strings(part)
    elif hasattr(value, "__iter__") and not isinstance(value, bytes):
        for part in value:
            yield from _strings(part)
