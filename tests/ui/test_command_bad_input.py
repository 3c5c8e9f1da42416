"""Whatever stands in a patient file: one screen that names field and mend, and exit code 2."""

from __future__ import annotations

import io
import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.reading import LARGEST_TRACE
from rules import RULEBOOK
from tests.ui.command_line import SCREEN, Outcome, run

FIELDS = [finding.id for finding in RULEBOOK.vocabulary.findings]


@pytest.fixture(autouse=True)
def _small_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def refused(raw: bytes) -> str:
    """The message about a file that is refused."""
    return checked(run("evaluate", "-", stdin=raw))


def checked(outcome: Outcome) -> str:
    assert outcome.code == 2
    assert outcome.out == ""
    assert "Traceback" not in outcome.err
    lines = outcome.err.splitlines()
    assert len(lines) <= SCREEN
    assert all(len(line) <= 80 for line in lines)
    return " ".join(outcome.err.split())


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", ["The file is empty."]),
        (b" \n\t", ["The file is empty."]),
        (b"\xff\xfe{", ["not text in UTF-8", "Save it as UTF-8."]),
        (b"{", ["not JSON", "line 1"]),
        (b"diagnosis: lupus", ["neither JSON nor TOML", "line 1"]),
        (b"[]", ["does not hold a table"]),
        (b'{"age": 1, "age": 2}', ['"age" is given twice']),
        (b"age = 1\nage = 2\n", ["neither JSON nor TOML"]),
        (b'{"age": NaN}', ["NaN is not a number"]),
        (b'{"age": 1e999}', ["age:", "from 0 to 120 years"]),
        (b"age = inf", ["age:", "from 0 to 120 years"]),
        (b'{"age": 200}', ["age:", '"200" years is not possible', "from 0 to 120 years"]),
        (b'{"age": 34.5}', ["age:", "not a whole number"]),
        (b'{"age": "34"}', ["age:", "is not a number", "from 0 to 120 years"]),
        (b'{"age": {"value": 3, "unit": "days"}}', ["age:", "not a unit", "Use years"]),
        (b'{"severity": 3}', ["severity:", "Use mild, moderate, severe or unknown."]),
        (b'{"life_threatening": "maybe"}', ["life_threatening:", "Use yes, no or unknown."]),
        (b'{"diagnosis": ["x"]}', ["diagnosis:", "not one of its answers"]),
        (b'{"severty": "mild"}', ["severty:", "no such finding", "Did you mean severity?"]),
        (b'{"format": 2}', ["format:", 'Write "format": 1.']),
        (b'\xef\xbb\xbf\n {"format": 2}', ["format:", 'Write "format": 1.']),
        (b"format = 2", ["format:", "Write format = 1."]),
        (b"[findings]", ["format:", "Write format = 1."]),
        (b'{"format": 1, "findings": []}', ["findings:", "not a table"]),
        (b'{"format": 1, "x": 1}', ["x:", "does not belong here"]),
        (b'{"format": 1, "layers": ["guesses"]}', ["layers:", "document"]),
        (b'{"format": 1, "readings": {"severe": "x"}}', ["readings:", "clinician"]),
    ],
)
def test_what_is_wrong_and_how_to_mend_it(raw: bytes, said: list[str]) -> None:
    message = refused(raw)
    for words in said:
        assert words in message


def test_a_contradiction_names_both_sides() -> None:
    findings = {
        "diagnosis": "systemic_lupus_erythematosus",
        "severity": "mild",
        "life_threatening": "yes",
    }
    message = refused(json.dumps(findings).encode())
    assert "Two answers contradict each other" in message
    assert "life_threatening, severity:" in message
    assert "set it to unknown" in message


@pytest.mark.parametrize("depth", [100, 900, 990, 1000, 5_000, 100_000])
@pytest.mark.parametrize(
    ("around", "opening", "inside", "closing"),
    [
        ('{"diagnosis": %s}', "[", "", "]"),
        ('{"diagnosis": %s}', '{"a": ', "1", "}"),
        ("%s", "[", "", "]"),
        ("age = %s", "[", "", "]"),
        ("age = %s", "{a = ", "1", "}"),
    ],
    ids=["JSON lists", "JSON tables", "JSON alone", "TOML lists", "TOML tables"],
)
def test_deep_nesting(depth: int, around: str, opening: str, inside: str, closing: str) -> None:
    refused((around % (opening * depth + inside + closing * depth)).encode())


def test_a_deep_dotted_key_is_refused_at_once() -> None:
    started = time.monotonic()
    message = refused(b".".join([b"a"] * 300_000) + b" = 1")
    assert "nested too deeply" in message
    assert time.monotonic() - started < 10


def test_a_file_of_ten_megabytes_is_refused() -> None:
    assert "more than 1,000,000 bytes" in refused(b" " * 10_000_000)


class Endless(io.RawIOBase):
    """A file without an end, which counts what is read of it."""

    def __init__(self) -> None:
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what callers pass
        buffer[:] = b" " * len(buffer)
        self.given += len(buffer)
        return len(buffer)


def test_no_more_is_read_than_is_allowed() -> None:
    endless = Endless()
    message = checked(run("evaluate", "-", stdin=endless))
    assert "more than 1,000,000 bytes" in message
    assert endless.given < LARGEST_TRACE + 100_000


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_nor_of_a_named_file() -> None:
    assert "more than 1,000,000 bytes" in checked(run("evaluate", "/dev/zero"))


def test_many_problems_fill_one_screen_and_the_rest_is_counted() -> None:
    table = {f"finding_{number}": number for number in range(1_000)}
    message = refused(json.dumps(table).encode())
    assert "finding_0: There is no such finding." in message
    assert "more problems." in message


def test_everything_wrong_at_once_still_fits() -> None:
    assert "more problems." in refused(json.dumps(dict.fromkeys(FIELDS, "x" * 5_000)).encode())


def test_one_more_problem_is_said_in_the_singular() -> None:
    one = len(refused(b'{"a1": 1}').split("There is no such finding.")) - 1
    assert one == 1
    for count in range(2, 40):
        message = refused(json.dumps({f"a{n}": n for n in range(count)}).encode())
        shown = message.count("There is no such finding.")
        if shown == count - 1:
            assert "... and 1 more problem." in message
            return
    pytest.fail("no message left exactly one problem out")


@pytest.mark.parametrize(
    "raw",
    [
        b'{"\\u001b[31mred": 1}',
        b'{"\\u202egnp": 1, "\\u0007": 2, "a\\nb": 3}',
        b'{"diagnosis": "\\u001b]0;title\\u0007"}',
        b'{"format": 1, "readings": {"\\u001b[2J": "x"}}',
        b'diagnosis = "\x1b[31m"',
        b'"\\u001B[31m" = 1',
        b'{"<script>alert(1)</script>": "<img src=x onerror=alert(1)>"}',
        b'{"[bold red]x[/]": 1}',
        b'{"\\ud800": "\\udfff"}',
        b"\x00\x01\x02",
    ],
)
def test_control_characters_never_reach_the_terminal(raw: bytes) -> None:
    refused(raw)  # every outcome is searched for them


def test_markup_is_shown_as_it_is() -> None:
    message = refused(b'{"[bold]x[/bold]": 1, "<b>": 2}')
    assert "[bold]x[/bold]:" in message
    assert "<b>:" in message


def test_a_missing_file() -> None:
    message = checked(run("evaluate", "nowhere.json"))
    assert "nowhere.json: There is no such file." in message


def test_a_folder(tmp_path: Path) -> None:
    message = checked(run("evaluate", str(tmp_path)))
    assert "Name a file" in message


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may be allowed to read every file, so the system's refusal is made."""
    file = tmp_path / "secret.json"
    file.write_text("{}", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "may not be read" in checked(run("evaluate", str(file)))


@pytest.mark.parametrize("name", ["\x1b[31mred", "a\0b", "x" * 100_000, "\udc80", "a\nb"])
def test_a_strange_file_name(name: str) -> None:
    checked(run("evaluate", name))


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from([*FIELDS, "format", "findings", "layers", "readings"])
        | st.text(max_size=9),
        values,
        max_size=6,
    )
)
def test_any_table_is_answered_or_refused(table: dict[str, object]) -> None:
    outcome = run("evaluate", "-", stdin=json.dumps(table).encode())
    assert outcome.code in {0, 2}
    assert bool(outcome.out) is (outcome.code == 0)
    assert bool(outcome.err) is (outcome.code == 2)


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode()))
def test_any_bytes_are_answered_or_refused(raw: bytes) -> None:
    assert run("evaluate", "-", stdin=raw).code in {0, 2}
