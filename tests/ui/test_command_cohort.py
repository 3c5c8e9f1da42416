"""``cohort``: a file in, a file out, counts, and every bad line told of without stopping."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import polars as pl
import pytest

from engine.consult import consult
from engine.findings import Measurement, MultiChoice, Table
from engine.rule import Layer
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from tests.consulting import PROFILE
from tests.patients import EVERYONE
from tests.rules.reference.told import PROFILE as FULL_PROFILE
from tests.ui.command_line import run, run_apart
from ui.commands import cohort as command
from ui.commands.terminal import harmless

BOTH = "document,reference"
NAMES = list(dict.fromkeys(name for told in EVERYONE.values() for name in told))
LINES = [",".join(["id", *NAMES])]
LINES += [",".join([who, *(told.get(n, "") for n in NAMES)]) for who, told in EVERYONE.items()]
CSV = "\n".join(LINES) + "\n"


def written(tmp_path: Path, text: str | bytes, name: str = "patients.csv") -> str:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(path)


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))


def test_each_line_has_the_verdict_of_a_consultation(tmp_path: Path) -> None:
    out = tmp_path / "answers.csv"
    outcome = run("cohort", written(tmp_path, CSV), "--out", str(out))
    assert outcome.code == 0
    assert outcome.err == ""
    rows = rows_of(out)
    assert [row["id"] for row in rows] == list(EVERYONE)
    for line, row in enumerate(rows, start=2):
        trace = consult(RULEBOOK, PROFILE.read(EVERYONE[row["id"]]).entries())
        assert row["line"] == str(line)
        assert row["problem"] == ""
        assert row["document.verdict"] == trace.overall.kind
        assert row["document.drug"] == (trace.overall.drug or "")
        for verdict in trace.verdicts:
            assert row[f"document.{verdict.drug}"] == verdict.kind
        if trace.overall.drug:
            assert row["document.rules"] == "; ".join(trace.overall.rules)


def test_counts_are_printed_by_diagnosis_and_verdict(tmp_path: Path) -> None:
    outcome = run("cohort", written(tmp_path, CSV))
    assert f"{len(EVERYONE)} patients: {len(EVERYONE)} answered, no lines" in outcome.out
    assert "Multiple sclerosis: 2" in outcome.out
    data = json.loads(run("cohort", written(tmp_path, CSV), "--json").out)
    assert data["disclaimer"] in outcome.out
    assert (data["patients"], data["bad"], data["problems"]) == (len(EVERYONE), 0, [])
    assert sum(each["patients"] for each in data["counts"]) == len(EVERYONE)
    ms = [each for each in data["counts"] if each["diagnosis"] == "multiple_sclerosis"]
    assert [(each["verdict"], each["patients"]) for each in ms] == [
        ("may_be_considered", 1),
        ("not_indicated", 1),
    ]


def test_every_layout_in_and_out_says_the_same(tmp_path: Path) -> None:
    """Made-up patients of both layers, with lists and tables, by way of every layout."""
    text = run("cohort", "--random", "40", "--seed", "5", "--layers", BOTH).out
    assert text == run("cohort", "--random", "40", "--seed", "5", "--layers", BOTH).out
    assert text != run("cohort", "--random", "40", "--seed", "6", "--layers", BOTH).out
    vocabulary = FULL_RULEBOOK.vocabulary
    tables = {cell.id: f for f in vocabulary.findings if isinstance(f, Table) for cell in f.cells}
    objects, told = [], []
    for row in csv.DictReader(io.StringIO(text)):
        made: dict[str, object] = {"id": row["id"]}
        for name, cell in row.items():
            finding = vocabulary.atoms.get(name, vocabulary.by_id.get(name))
            if not cell or finding is None:
                continue
            if isinstance(finding, Measurement):
                made[name] = {"value": float(cell), "unit": finding.unit}
            elif isinstance(finding, MultiChoice):
                made[name] = cell.split("|")
            else:
                made[name] = cell
        objects.append(made)
        in_tables: dict[str, dict[str, dict[str, object]]] = {}
        flat = {k: v for k, v in made.items() if k != "id" and k not in tables}
        for name, cell in made.items():
            if name in tables:
                table, line, column = name.split(".")
                in_tables.setdefault(table, {}).setdefault(line, {})[column] = cell
        for table, lines in in_tables.items():
            key = vocabulary.by_id[table].key  # type: ignore[attr-defined]  # it is a table
            flat[table] = [{key: line, **cells} for line, cells in lines.items()]
        told.append(flat)
    lists = "\n".join(json.dumps({"id": o["id"], **f}) for o, f in zip(objects, told, strict=True))
    cells = "\n".join(map(json.dumps, objects))
    columns = {
        name: [each.get(name) for each in objects] for name in text.splitlines()[0].split(",")
    }
    plain = {
        name: [c["value"] if isinstance(c, dict) else c for c in each]
        for name, each in columns.items()
    }
    pl.DataFrame(plain).write_parquet(tmp_path / "p.parquet")
    written(tmp_path, text)
    written(tmp_path, lists, "lists.ndjson")
    written(tmp_path, cells, "cells.jsonl")
    answers = []
    for source in ("patients.csv", "lists.ndjson", "cells.jsonl", "p.parquet"):
        for ending in ("csv", "ndjson", "parquet"):
            out = tmp_path / f"{source}.{ending}"
            outcome = run("cohort", str(tmp_path / source), "-o", str(out), "--layers", BOTH)
            assert (outcome.code, outcome.err) == (0, "")
            frame = (
                pl.read_csv(out, infer_schema=False)
                if ending == "csv"
                else pl.read_parquet(out)
                if ending == "parquet"
                else pl.read_ndjson(out, infer_schema_length=None)
            )
            answers.append(frame.drop("line").cast(pl.String).to_dicts())
    assert all(each == answers[0] for each in answers)
    for findings, row in zip(told, answers[0], strict=True):
        trace = consult(FULL_RULEBOOK, FULL_PROFILE.read(findings).entries())
        assert row["document.verdict"] == trace.overall.kind
        assert trace.overall_reference is not None
        assert row["reference.verdict"] == trace.overall_reference.kind


def test_a_trace_gives_the_truth_of_every_rule(tmp_path: Path) -> None:
    out = tmp_path / "answers.ndjson"
    assert run("cohort", written(tmp_path, CSV), "--trace", "--out", str(out)).code == 0
    for line in out.read_text("utf-8").splitlines():
        row = json.loads(line)
        trace = consult(RULEBOOK, PROFILE.read(EVERYONE[row["id"]]).entries())
        assert {p.rule: p.truth for p in trace.proofs} == {
            name.removeprefix("rule:"): truth
            for name, truth in row.items()
            if name.startswith("rule:")
        }
        assert trace.concepts == {
            name.removeprefix("concept:"): truth
            for name, truth in row.items()
            if name.startswith("concept:")
        }


BAD = """id,diagnosis,severity,age,life_threatening
a,systemic_lupus_erythematosus,sever,50,
b,systemic_lupus_erythematosus,severe,500,
c,systemic_lupus_erythematosus,mild,50,yes
d,systemic_lupus_erythematosus,severe
e,systemic_lupus_erythematosus,severe,50,yes,no
f,"systemic_lupus_erythematosus,severe,50,yes
g,systemic_lupus_erythematosus,severe,fifty,maybe

h,systemic_lupus_erythematosus,severe,unknown,yes
"""


def test_bad_lines_are_told_of_and_the_others_answered(tmp_path: Path) -> None:
    out = tmp_path / "answers.csv"
    outcome = run("cohort", written(tmp_path, BAD), "--out", str(out))
    assert outcome.code == 1
    said = " ".join(outcome.err.split())
    assert "7 of 8 lines cannot be used:" in said
    for words in (
        'line 2 (a): severity: "sever" is not one of its answers. Use mild',
        'line 3 (b): age: "500" years is not possible. Give a whole number from',
        "line 4 (c): life_threatening, severity: ",
        "line 5: It has too few cells: 3 instead of 5.",
        "line 6: It has too many cells: 6 instead of 5.",
        "line 7: It cannot be split into cells",
        'line 8 (g): age: "fifty" is not a number.',
        'line 8 (g): life_threatening: "maybe" is not an answer to a yes/no question.',
    ):
        assert words in said, words
    rows = rows_of(out)
    assert [row["line"] for row in rows] == ["2", "3", "4", "5", "6", "7", "8", "10"]
    assert all(row["problem"] and not row["document.verdict"] for row in rows[:-1])
    assert rows[-1]["document.verdict"] == "may_be_considered"
    data = json.loads(run("cohort", written(tmp_path, BAD), "--json").out)
    assert (data["patients"], data["decided"], data["bad"]) == (8, 1, 7)
    assert len(data["problems"]) == 8


def test_the_same_problem_is_said_once(tmp_path: Path) -> None:
    lines = ["diagnosis,age", *(["multiple_sclerosis,-1"] * 500)]
    outcome = run("cohort", written(tmp_path, "\n".join(lines)))
    assert outcome.code == 1
    assert "line 2 and 499 more: age:" in " ".join(outcome.err.split())


def test_many_different_problems_fill_one_screen(tmp_path: Path) -> None:
    lines = ["diagnosis,age", *(f"multiple_sclerosis,{-n}" for n in range(1, 2_000))]
    outcome = run("cohort", written(tmp_path, "\n".join(lines)))
    assert outcome.code == 1
    assert len(outcome.err.splitlines()) < 60
    assert "more. --out tells all of them" in outcome.err


def test_bad_lines_of_ndjson() -> None:
    lines = [
        '{"id": 1, "diagnosis": "multiple_sclerosis", "severty": "severe"}',
        '{"id": 2, "diagnosis": "multiple_sclerosis"',
        '["multiple_sclerosis"]',
        '{"diagnosis": "multiple_sclerosis", "diagnosis": "other_vasculitis"}',
        '{"age": true}',
        '{"age": 1}',
        '{"age": NaN}',
        '{"highly_active": 1}',
        "[" * 100_000,
        '{"id": 10, "diagnosis": {"$ne": null}}',
    ]
    outcome = run("cohort", "-", "--json", stdin="\n".join(lines).encode())
    assert outcome.code == 1
    problems = {each["line"]: each for each in json.loads(outcome.out)["problems"]}
    assert set(problems) == {1, 2, 3, 4, 5, 7, 8, 9, 10}
    assert problems[1]["mend"] == "Did you mean severity?"
    assert problems[5]["wrong"] == '"true" is not a number.'
    assert "given twice" in problems[4]["wrong"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("id,diagnosis,severty\n", "There is no such finding. Did you mean severity?"),
        ("diagnosis,diagnosis\n", "diagnosis: Two columns tell it."),
        ("diagnosis,medicines,medicines.allopurinol\n", "medicines tells it too."),
        ("id,id,diagnosis\n", "id: Two columns have this name."),
        ("diagnosis,\n", "Column 2 has no name."),
        ("", "The file is empty."),
        ("\xff\xfed", "There is no such finding."),
        ('diagnosis,"sever\n', "line 1: It cannot be split into cells"),
    ],
)
def test_a_file_that_cannot_be_used(tmp_path: Path, text: str, words: str) -> None:
    out = tmp_path / "answers.csv"
    outcome = run("cohort", written(tmp_path, text), "--out", str(out))
    assert outcome.code == 2
    assert words in " ".join(outcome.err.split())
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "No file is named."),
        (["nowhere.csv"], "There is no such file."),
        (["patients.xlsx"], "Its layout is not known. Let its name end in .csv"),
        (["README.md"], "Its layout is not known."),
        (["-", "--layers", "documents"], 'There is no layer "documents".'),
        (["-", "--trace"], "There is nowhere to write it. Add --out FILE."),
        (["-", "--format", "csv"], "Nothing is written. Add --out FILE."),
        (["-", "--out", "x.csv", "--format", "xml"], '"xml" is not known.'),
        (["-", "--out", "x.xml"], "Its layout is not known."),
        (["-", "--out", "/nowhere/x.csv"], "It cannot be written"),
    ],
)
def test_what_cannot_be_asked(arguments: list[str], words: str) -> None:
    outcome = run("cohort", *arguments, stdin=b"diagnosis\n")
    assert outcome.code == 2
    assert words in " ".join(outcome.err.split())


def test_bytes_that_are_no_file_of_its_kind(tmp_path: Path) -> None:
    for name in ("p.parquet", "p.csv"):
        outcome = run("cohort", written(tmp_path, b"PK\x03\x04\xff\xfe" * 40, name))
        assert outcome.code == 2, name
        assert outcome.out == ""
    folder = tmp_path / "folder.csv"
    folder.mkdir()
    assert "This is a folder." in run("cohort", str(folder)).err


def test_it_does_not_write_over_what_it_reads(tmp_path: Path) -> None:
    path = written(tmp_path, CSV)
    outcome = run("cohort", path, "--out", path)
    assert outcome.code == 2
    assert Path(path).read_text("utf-8") == CSV


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_an_id_is_no_formula(tmp_path: Path, name: str) -> None:
    """In a spreadsheet; the other layouts are not opened by one and keep it."""
    cell = '"' + name.replace('"', '""') + '"'
    path = written(tmp_path, f"id,diagnosis\n{cell},multiple_sclerosis\nplain,\n")
    out, other = tmp_path / "answers.csv", tmp_path / "answers.parquet"
    assert run("cohort", path, "--out", str(out)).code == 0
    assert [row["id"] for row in rows_of(out)] == [f"'{name}", "plain"]
    assert run("cohort", path, "--out", str(other)).code == 0
    assert pl.read_parquet(other)["id"].to_list() == [name, "plain"]
    bad = written(tmp_path, f"id,age\n{cell},-5\n", "bad.csv")
    assert run("cohort", bad, "--out", str(out)).code == 1
    cells = [cell for row in rows_of(out) for cell in row.values() if cell]
    assert not [cell for cell in cells if cell[0] in "=+-@\t\r"]


def test_a_cell_can_inject_no_control_character(tmp_path: Path) -> None:
    path = written(tmp_path, "id,severity\n\x1b[31mred,\x1b[2J\n")
    outcome = run("cohort", path)  # Outcome refuses raw control characters
    assert outcome.code == 1
    assert harmless("\x1b") in outcome.err


def test_other_delimiters_a_mark_at_the_start_and_line_ends_of_windows(tmp_path: Path) -> None:
    for delimiter in ";\t":
        text = "\ufeff" + CSV.replace(",", delimiter).replace("\n", "\r\n")
        outcome = run("cohort", written(tmp_path, text), "--json")
        assert outcome.code == 0
        assert json.loads(outcome.out)["decided"] == len(EVERYONE)


def test_more_than_one_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {}
    for size in (50_000, 4):
        monkeypatch.setattr("engine.cohort.batches.BATCH", size)
        for ending in ("csv", "ndjson", "parquet"):
            out = tmp_path / f"answers-{size}.{ending}"
            assert run("cohort", written(tmp_path, BAD + CSV), "--out", str(out)).code == 1
            whole[size, ending] = out
    for ending in ("csv", "ndjson"):
        assert whole[4, ending].read_bytes() == whole[50_000, ending].read_bytes()
    assert pl.read_parquet(whole[4, "parquet"]).equals(pl.read_parquet(whole[50_000, "parquet"]))


@pytest.mark.parametrize(
    ("name", "text", "held"),
    [
        ("none.csv", "id,diagnosis\n", "only the line of names"),
        ("none.tsv", "id\tdiagnosis\n\n\n", "only the line of names"),
        ("none.ndjson", "", "it is empty"),
        ("none.ndjson", "\n\n", "it is empty"),
    ],
)
def test_a_file_without_patients_is_refused(
    tmp_path: Path, name: str, text: str, held: str
) -> None:
    path, out = written(tmp_path, text, name), tmp_path / "answers.csv"
    for more in ([], ["--json"], ["--out", str(out)]):
        outcome = run("cohort", path, *more)
        assert (outcome.code, outcome.out) == (2, "")
        said = " ".join(outcome.err.split())
        assert "There are no patients in " in said
        assert f": {held}. Give each patient a line." in said
        assert not out.exists()


def test_so_is_a_parquet_file_and_standard_input(tmp_path: Path) -> None:
    pl.DataFrame({"id": [], "diagnosis": []}).write_parquet(tmp_path / "none.parquet")
    for outcome in (
        run("cohort", str(tmp_path / "none.parquet")),
        run("cohort", "-", stdin=b"id,diagnosis\n"),
    ):
        assert outcome.code == 2
        assert "only the line of names" in " ".join(outcome.err.split())


def test_a_column_of_ids_that_there_is_not_is_blamed_on_the_option(tmp_path: Path) -> None:
    text = "id,diagnosis\na,multiple_sclerosis\n"
    pl.DataFrame({"id": ["a"], "diagnosis": ["x"]}).write_parquet(tmp_path / "p.parquet")
    for path in (written(tmp_path, text), str(tmp_path / "p.parquet")):
        outcome = run("cohort", path, "--id", "nope")
        assert outcome.code == 2
        said = " ".join(outcome.err.split())
        assert '--id: There is no column "nope". The columns are "id" and "diagnosis".' in said
        assert "finding" not in said
    wide = written(tmp_path, ",".join(f"c{n}" for n in range(1_000)) + "\n")
    said = " ".join(run("cohort", wide, "--id", "nope").err.split())
    assert '"c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7" and 992 more.' in said
    other = written(tmp_path, text.replace("id,", "nope,"), "other.csv")
    assert run("cohort", other, "--id", "nope").code == 0
    nameless = written(tmp_path, "diagnosis\nmultiple_sclerosis\n", "nameless.csv")
    assert run("cohort", nameless).code == 0


def test_lines_of_ndjson_without_the_name_that_was_asked_for() -> None:
    lines = b'{"id": "a", "diagnosis": "multiple_sclerosis"}\n{"nope": null}\n'
    outcome = run("cohort", "-", "--id", "nope", "--json", stdin=lines)
    assert outcome.code == 1
    (problem,) = json.loads(outcome.out)["problems"]
    assert (problem["line"], problem["field"]) == (1, "--id")
    assert problem["wrong"] == 'It names no patient under "nope".'
    assert run("cohort", "-", "--id", "id", "--json", stdin=lines.split(b"\n")[0]).code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["--random", str(command.MOST_MADE_UP + 1)],
        ["--random", "99999999999999999999"],
        ["--random", "0"],
        ["--random", "2", "--seed", "-1"],
    ],
)
def test_made_up_patients_have_a_bound_and_no_negative_seed(arguments: list[str]) -> None:
    outcome = run("cohort", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"'{arguments[-2]}'" in outcome.err
    assert "or equal to" in outcome.err


def test_columns_of_the_other_layer_are_left_out_and_it_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, "diagnosis,creatinine\nmultiple_sclerosis,80\n")
    outcome = run("cohort", path)
    assert outcome.code == 0
    assert "1 column is read by published criteria only" in outcome.err
    assert run("cohort", path, "--layers", BOTH).err == ""


def test_the_template_can_be_read_back(tmp_path: Path) -> None:
    for layers, book in ((Layer.DOCUMENT.value, RULEBOOK), (BOTH, FULL_RULEBOOK)):
        text = run("cohort", "--template", "--layers", layers).out
        assert text.count("\n") == 1
        nothing_told = text + "," * text.count(",") + "\n"
        assert run("cohort", written(tmp_path, nothing_told), "--layers", layers).code == 0
        told = {name for f in book.vocabulary.findings for name in [f.id]}
        assert told >= {n for n in text.strip().split(",") if "." not in n and n != "id"}


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "PACKAGE", "no_such_package")
    outcome = run("cohort", "-", stdin=b"diagnosis\n")
    assert outcome.code == 2
    assert 'pip install ".[cohort]"' in outcome.err


def test_the_rest_of_the_program_does_not_load_the_package(tmp_path: Path) -> None:
    """A folder in front of the path holds a package of the same name that cannot be imported."""
    (tmp_path / "polars.py").write_text("raise ImportError('not here')\n", encoding="utf-8")
    for words in (["--help"], ["cohort", "--template"], ["cohort", "--random", "2"]):
        assert run_apart(*words, PYTHONPATH=str(tmp_path)).code == 0
    assert run_apart("evaluate", "-", stdin=b"{}", PYTHONPATH=str(tmp_path)).code == 0
