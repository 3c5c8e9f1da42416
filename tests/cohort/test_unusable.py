"""Files of patients that are damaged, or made to be hard to read: refused in words, and in time."""

from __future__ import annotations

import difflib
import json
import tracemalloc
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.cohort import batches
from engine.cohort.answers import MOST_UNKNOWN, answers
from engine.cohort.fields import NEAREST
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from tests.ui.command_line import run

GOOD = '{"id": "good", "diagnosis": "multiple_sclerosis", "highly_active": "no"}'
HALF = "\ud800"


def problems_of(lines: list[str]) -> dict[int, list[dict[str, Any]]]:
    """What is wrong with each line of an NDJSON file."""
    outcome = run("cohort", "-", "--json", stdin="\n".join(lines).encode())
    assert outcome.code == 1, outcome.err
    found: dict[int, list[dict[str, Any]]] = {}
    for each in json.loads(outcome.out)["problems"]:
        found.setdefault(each["line"], []).append(each)
    return found


def test_lines_keyed_by_patient_take_no_square_of_memory_or_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table from patient to findings on each line: each line has a name of its own."""
    searched = 0
    search = difflib.get_close_matches

    def counting(*given: Any, **named: Any) -> list[str]:
        nonlocal searched
        searched += 1
        return search(*given, **named)

    monkeypatch.setattr(difflib, "get_close_matches", counting)
    count = 3_000
    path = tmp_path / "keyed.ndjson"
    path.write_text("".join(f'{{"patient {n}": {{}}}}\n' for n in range(count)), encoding="utf-8")
    tracemalloc.start()
    try:
        with batches.opened(str(path), "id") as source:
            (found,) = answers(source, FULL_RULEBOOK.vocabulary, RULEBOOK)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(found.bad) == count
    assert found.bad[-1].problems[0].field == f'"patient {count - 1}"'
    assert searched <= NEAREST
    assert peak < count * 10_000  # bytes: a cell for each name and line alone would take 24,000


def test_many_names_that_are_none_on_one_line_are_counted() -> None:
    many = {f"name {n}": 1 for n in range(40_000)}
    lines = [GOOD, json.dumps({"severty": 1, "age": -1, "nothing": None, **many}), GOOD]
    (found,) = problems_of(lines).values()
    assert [each["line"] for each in found] == [2] * (MOST_UNKNOWN + 2)
    assert found[0]["mend"] == "Did you mean severity?"
    left = 40_001 - MOST_UNKNOWN
    assert found[MOST_UNKNOWN]["wrong"] == f"{left:,} more of its names are no finding's."
    assert found[-1]["field"] == "age"  # what is known is read all the same


def test_a_first_line_of_wrong_names_is_searched_for_the_first_only(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text(",".join(f"name {n}" for n in range(60_000)) + ",severty\n", encoding="utf-8")
    outcome = run("cohort", str(path))
    assert outcome.code == 2
    assert '"name 0": There is no such finding.' in outcome.err


def test_long_lines_are_looked_at_few_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f'{{"id": "{n}", "diagnosis": null}}' for n in range(10)]
    path = tmp_path / "patients.ndjson"
    path.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(batches, "BATCH_LETTERS", 2 * len(lines[0]) + 1)
    with batches.opened(str(path), "id") as source:
        found = list(source.batches)
    assert [len(each.lines) for each in found] == [3, 3, 3, 1]
    assert [name for each in found for name in each.ids] == [str(n) for n in range(10)]


def patients(path: Path, compression: Any = "zstd") -> bytes:
    rows = 300
    columns = {
        "id": [f"p{n}" for n in range(rows)],
        "diagnosis": [
            ["multiple_sclerosis", "rheumatoid_arthritis", None][n % 3] for n in range(rows)
        ],
        "age": [float(n % 90) for n in range(rows)],
        "rapidly_progressing": [bool(n % 2) for n in range(rows)],
        "medicines": [["allopurinol"]] * rows,
    }
    pl.DataFrame(columns).write_parquet(path, compression=compression, statistics=False)
    return path.read_bytes()


@pytest.mark.parametrize("compression", ["zstd", "snappy", "uncompressed"])
def test_parquet_with_a_whole_end_and_damaged_pages_is_refused(
    tmp_path: Path, compression: str
) -> None:
    """Its end says what is in it, so that it opens: the damage shows when it is read."""
    path = tmp_path / "patients.parquet"
    raw = patients(path, compression)
    path.write_bytes(raw[:4] + b"\xff" * 200 + raw[204:])
    with batches.opened(str(path), "id") as opened:
        assert opened.columns is not None
    outcome = run("cohort", str(path))
    assert outcome.code == 2
    assert "Rows 1 to 300 cannot be read: it is damaged." in " ".join(outcome.err.split())


@pytest.mark.parametrize(
    "error", [pl.exceptions.ComputeError("damaged"), pl.exceptions.PanicException("damaged")]
)
def test_rows_that_cannot_be_read_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    path = tmp_path / "patients.parquet"
    patients(path)
    out = tmp_path / "answers.csv"
    monkeypatch.setattr(batches, "BATCH", 200)
    collect = pl.LazyFrame.collect
    reads = 0

    def failing(frame: pl.LazyFrame, *given: Any, **named: Any) -> Any:
        nonlocal reads
        if "medicines" in frame.collect_schema().names():
            reads += 1
            if reads == 2:
                raise error
        return collect(frame, *given, **named)

    monkeypatch.setattr(pl.LazyFrame, "collect", failing)
    outcome = run("cohort", str(path), "--out", str(out))
    said = " ".join(outcome.err.split())
    assert outcome.code == 2
    assert '"patients.parquet": Rows 201 to 300 cannot be read: it is damaged.' in said
    assert not out.exists()


def test_what_cannot_be_read_is_called_a_file_of_patients(tmp_path: Path) -> None:
    (tmp_path / "p.parquet").write_bytes(b"PK\x03\x04" * 40)
    (tmp_path / "p.csv").write_bytes(b"")
    for name in ("p.parquet", "p.csv", "nowhere.csv"):
        outcome = run("cohort", str(tmp_path / name))
        assert outcome.code == 2
        assert outcome.err.startswith("This file cannot be read as a file of patients:"), name


def test_half_a_letter_in_an_id_spoils_its_line_only(tmp_path: Path) -> None:
    lines = [GOOD, f'{{"id": "{HALF}x", "diagnosis": null}}', '{"id": "\\ud83d\\ude00"}']
    path = tmp_path / "patients.ndjson"
    path.write_text("\n".join(lines).replace(HALF, "\\ud800"), encoding="utf-8")
    for ending in ("csv", "parquet", "ndjson"):
        out = tmp_path / f"answers.{ending}"
        outcome = run("cohort", str(path), "--out", str(out))
        assert outcome.code == 1
        assert "line 2: id: It holds half of a pair of surrogates" in " ".join(outcome.err.split())
        assert "1 of 3 lines cannot be used" in outcome.err
        assert out.stat().st_size > 0
    assert "\U0001f600" in (tmp_path / "answers.ndjson").read_text("utf-8")


TEXTS = st.sampled_from(
    ["", "id", "age", "severity", "medicines", "multiple_sclerosis", HALF, "x" + HALF]
)
CELLS = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=5,
)


ROWS: st.SearchStrategy[dict[str, Any]] = st.builds(
    dict, st.dictionaries(TEXTS | st.just("diagnosis"), CELLS, max_size=5), id=TEXTS | CELLS
)
"""Tables of all kinds, with an id of all kinds."""


@given(ROWS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_a_line_holds_the_others_are_answered(row: dict[str, Any]) -> None:
    text = "\n".join([GOOD, json.dumps(row), GOOD])
    outcome = run("cohort", "-", "--json", stdin=text.encode())
    assert outcome.code in {0, 1}
    data = json.loads(outcome.out)
    assert data["patients"] == 3
    assert data["decided"] >= 2


@pytest.mark.parametrize(
    ("lines", "headline", "said"),
    [
        (["{}"], "One patient: one answered, no lines that cannot be used", ""),
        (["{"], "One patient: none answered", "The only line cannot be used:"),
        (["{", "{}"], "Two patients: one answered, one line that cannot be used", "1 of 2 lines"),
    ],
)
def test_one_is_not_said_of_as_many(lines: list[str], headline: str, said: str) -> None:
    outcome = run("cohort", "-", stdin="\n".join(lines).encode())
    assert headline in outcome.out
    assert said in outcome.err
