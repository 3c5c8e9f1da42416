"""``rules diff``: each kind of change of a rule base is found, with cases and patients."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from engine.words import counted, sentence
from tests.difference.altered import (
    DISEASE,
    HEART,
    LIMITS,
    LUPUS,
    SCLEROSIS,
    Edit,
    compared,
    copy_of_rules,
    diff,
    edit,
    rules_of,
)
from tests.ui.command_line import run

LESS_ASKED: Edit = (
    SCLEROSIS,
    "when=all_of(MS, HIGHLY_ACTIVE.yes, first_line_tried.yes)",
    "when=all_of(MS, HIGHLY_ACTIVE.yes)",
)
"""MS-2 without first-line therapy."""

NASTY = "<img src=x onerror=alert(1)> | [x](javascript:1) `a` **b** </details>"


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of_rules(tmp_path_factory.mktemp("base"))


def altered(base: Path, tmp_path: Path, *edits: Edit) -> tuple[int, dict[str, Any]]:
    return compared(base, copy_of_rules(tmp_path / "after", *edits))


def test_the_same_rules_are_the_same(base: Path, tmp_path: Path) -> None:
    code, data = altered(base, tmp_path)
    assert code == 0
    assert data["proof"] == "The two rule bases are the same, word for word."
    assert (data["rules"], data["content"], data["patients"]) == ([], [], [])
    assert data["before"]["hash"] == data["after"]["hash"]


def test_a_dropped_condition_is_found_with_case_share_and_patient(
    base: Path, tmp_path: Path
) -> None:
    code, data = altered(base, tmp_path, LESS_ASKED)
    assert code == 1
    (rule,) = data["rules"]
    assert (rule["id"], rule["changes"], rule["seen"]) == ("MS-2", ["condition"], "verdict")
    assert rule["said"] == ["no longer asked: “First-line therapy tried: yes”"]
    steps = {(each["case"], each["step"]): each for each in data["cases"]["differences"]}
    first = steps["ms-first-things-first", 2]
    (overall,) = first["overall"]
    assert (overall["before"], overall["after"]) == ("not_indicated", "document_ambiguous")
    assert any("expects not_indicated, and gets document_ambiguous" in f for f in first["fails"])
    assert not first["failed_before"]
    document = data["document"]
    assert document["exact"]
    touched = [each["diagnosis"] for each in document["diseases"] if each["changed"]]
    assert touched == ["multiple_sclerosis"]
    (sclerosis,) = (e for e in document["diseases"] if e["diagnosis"] == "multiple_sclerosis")
    # Highly active yes, and first-line therapy no or not told: two of three times three.
    assert (sclerosis["patients"], sclerosis["changed"]) == (9, 2)
    changes = {(e["change"]["before"], e["change"]["after"]): e for e in data["patients"]}
    shown = changes["not_enough_data", "may_be_considered"]
    assert shown["facts"] == {"diagnosis": "multiple_sclerosis", "highly_active": True}
    assert shown["fired_after"][0] == "MS-2"


def test_every_patient_shown_is_minimal_and_at_most_three_a_change(
    base: Path, tmp_path: Path
) -> None:
    edits = ((LUPUS, "when=all_of(LUPUS, SEVERE.yes, UNRESPONSIVE.yes)", "when=all_of(LUPUS)"),)
    _, data = altered(base, tmp_path, *edits)
    counts: dict[str, int] = {}
    for each in data["patients"]:
        if each["change"]["flag"] is None:
            counts[each["change"]["words"]] = counts.get(each["change"]["words"], 0) + 1
    assert counts
    assert max(counts.values()) <= 3
    least = [p["facts"] for p in data["patients"] if p["change"]["after"] == "may_be_considered"]
    assert {"diagnosis": "systemic_lupus_erythematosus"} in least


def test_patients_can_be_opened(base: Path, tmp_path: Path) -> None:
    after = copy_of_rules(tmp_path / "after", LESS_ASKED)
    folder = tmp_path / "patients"
    outcome = diff(base, after, "--patients", str(folder))
    files = sorted(folder.iterdir())
    assert sentence(f"{counted(len(files), 'patient')} written") in outcome.err
    assert any("to-may_be_considered" in file.name for file in files)
    for file in files:
        assert run("evaluate", str(file)).code == 0
        assert json.loads(file.read_text(encoding="utf-8"))["findings"]["diagnosis"]


def test_a_moved_threshold_is_one_and_numbers_around_it_show_it(base: Path, tmp_path: Path) -> None:
    edits = ((LIMITS, 'anywhere",\n    value=50,', 'anywhere",\n    value=45,'),)
    code, data = altered(base, tmp_path, *edits)
    assert code == 1
    changes = rules_of(data)
    assert "threshold" in changes["RMIT-5"]
    assert "condition" not in changes["RMIT-5"]
    assert data["unchanged_layers"] == ["document"]
    assert data["document"] is None
    (mark,) = [each for each in data["content"] if each["kind"] == "threshold"]
    assert (mark["id"], mark["said"]) == ("mitox_lvef_50", ["value: 50 → 45"])
    stops = [p for p in data["patients"] if p["change"]["before"] == "excluded_or_paused"]
    assert any(45 <= p["facts"].get("lvef", 0) < 50 for p in stops)


def test_a_rule_that_is_gone_or_new_is_found(base: Path, tmp_path: Path) -> None:
    gone = (SCLEROSIS, "        not_first_line,\n", "")
    after = copy_of_rules(tmp_path / "after", gone)
    code, data = compared(base, after)
    assert code == 1
    assert rules_of(data) == {"MS-3": ["removed"]}
    code, data = compared(after, base)
    assert code == 1
    assert rules_of(data) == {"MS-3": ["added"]}
    (shown,) = (
        p
        for p in data["patients"]
        if (p["change"]["before"], p["change"]["after"]) == ("not_enough_data", "not_indicated")
    )
    assert shown["facts"] == {"diagnosis": "multiple_sclerosis", "first_line_tried": False}


def test_a_renamed_rule_changes_nobody(base: Path, tmp_path: Path) -> None:
    code, data = altered(base, tmp_path, (LUPUS, 'id="LUP-4"', 'id="LUP-44"'))
    assert code == 0
    (rule,) = data["rules"]
    assert (rule["id"], rule["was"], rule["changes"]) == ("LUP-44", "LUP-4", ["renamed"])


def test_words_alone_are_proven_to_change_nobody(base: Path, tmp_path: Path) -> None:
    edits = (
        (LUPUS, 'title="lupus that is not severe"', 'title="lupus, not severe"'),
        (LUPUS, 'cites=("S5", "S11"),', 'cites=("S5",),'),
        (DISEASE, 'label="Life-threatening"', 'label="Threatens life"'),
        (LUPUS, "when=all_of(LUPUS, SEVERE.no)", "when=all_of(SEVERE.no, LUPUS)"),
    )
    code, data = altered(base, tmp_path, *edits)
    assert code == 0
    assert data["proof"] == "No patient changes: the same conditions and conclusions."
    assert rules_of(data)["LUP-4"] == ["words", "citations"]
    assert not any(rule["decides"] for rule in data["rules"])
    (finding,) = [each for each in data["content"] if each["kind"] == "finding"]
    assert finding["said"] == ["label: Life-threatening → Threatens life"]
    assert (data["document"], data["reference"], data["patients"]) == (None, None, [])


def test_a_turned_conclusion_is_found(base: Path, tmp_path: Path) -> None:
    old = "when=all_of(MS, first_line_tried.no),\n    then=MITOXANTRONE_NOT"
    new = "when=all_of(MS, first_line_tried.no),\n    then=MITOXANTRONE_MAY"
    code, data = altered(base, tmp_path, (SCLEROSIS, old, new))
    assert code == 1
    assert rules_of(data) == {"MS-3": ["conclusion"]}
    assert data["rules"][0]["said"] == [
        "mitoxantrone: not indicated → mitoxantrone: may be considered"
    ]


def test_a_finding_with_a_new_answer_is_found(base: Path, tmp_path: Path) -> None:
    options = "rules/vocabulary/options.py"
    new = '    MILD = "mild", "mild"\n    NONE_SEEN = "none_seen", "none seen"\n'
    code, data = altered(base, tmp_path, (options, '    MILD = "mild", "mild"\n', new))
    (finding,) = [each for each in data["content"] if each["kind"] == "finding"]
    assert finding["id"] == "severity"
    assert finding["said"] == ["options: new “none seen” (none_seen)"]
    assert finding["decides"]
    # Who is told so cannot be told before.
    assert code == 1
    assert any(p["change"]["before"] == "untold" for p in data["patients"])


def test_a_case_that_expects_otherwise_is_found(base: Path, tmp_path: Path) -> None:
    after = copy_of_rules(tmp_path / "after")
    file = "cases/library/ms-after-first-line.toml"
    edit(after, file, 'verdict = "not_enough_data"\nfired', 'verdict = "not_indicated"\nfired')
    code, data = compared(base, after)
    assert code == 0
    assert data["rules"] == []
    (step,) = [each for each in data["cases"]["differences"] if each["library"] == "after"]
    assert (step["case"], step["step"]) == ("ms-after-first-line", 1)
    assert step["fails"] == ["document: it expects not_indicated, and gets not_enough_data"]


def test_modules_that_print_do_not_break_the_conversation(base: Path, tmp_path: Path) -> None:
    noisy = "import os\nimport sys\nprint('{}')\nos.write(1, b'{\"ready\": 1}\\n')\n"
    noisy += "sys.stderr.write('x' * 300000)\nassert not sys.stdin.read()\n\nLUPUS = diag"
    code, data = altered(base, tmp_path, (LUPUS, "\nLUPUS = diag", noisy))
    assert (code, data["rules"]) == (0, [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("raise ZeroDivisionError('on purpose')\n", "ZeroDivisionError: on purpose"),
        ("raise SystemExit(0)\n", "SystemExit: 0"),
        ("def broken(:\n", "SyntaxError"),
        ("from engine.language import Nothing\n", "ImportError"),
        ("import os\nos._exit(7)\n", "exit code 7"),
        ("import rules.nowhere\n", "No module named 'rules.nowhere'"),
    ],
)
def test_a_side_that_cannot_be_read_is_named_with_the_line(
    base: Path, tmp_path: Path, text: str, said: str
) -> None:
    after = copy_of_rules(tmp_path / "after", (LUPUS, "\nLUPUS = diag", f"\n{text}\nLUPUS = diag"))
    outcome = diff(base, after)
    told = " ".join(outcome.err.split())
    assert outcome.code == 2
    assert outcome.out == ""
    assert "- after: The rules of" in told
    assert said in told
    if "exit" not in said:
        assert "(rules/document/lupus.py, line" in told


def test_what_contradicts_itself_is_refused_as_a_rule_book(base: Path, tmp_path: Path) -> None:
    outcome = diff(base, copy_of_rules(tmp_path / "after", (LUPUS, 'id="LUP-4"', 'id="LUP-5"')))
    assert outcome.code == 2
    assert "RuleBookError" in outcome.err


def test_a_side_that_hangs_is_given_up(base: Path, tmp_path: Path) -> None:
    hang = "\nimport time\n\ntime.sleep(3600)\nLUPUS = diag"
    after = copy_of_rules(tmp_path / "after", (LUPUS, "\nLUPUS = diag", hang))
    outcome = diff(base, after, "--time-limit", "4")
    assert outcome.code == 2
    assert "It took longer than 4 s to answer." in " ".join(outcome.err.split())
    assert "--time-limit" in outcome.err


def test_a_missing_module_is_not_taken_from_this_program(base: Path, tmp_path: Path) -> None:
    after = copy_of_rules(tmp_path / "after")
    (after / "rules" / "document" / "scope.py").unlink()
    outcome = diff(base, after)
    assert outcome.code == 2
    assert "cannot import name 'scope'" in " ".join(outcome.err.split())


def test_rules_that_need_another_engine_are_read_with_their_own(base: Path, tmp_path: Path) -> None:
    after = copy_of_rules(tmp_path / "after")
    engine = Path(__file__).parents[2] / "engine"
    shutil.copytree(engine, after / "engine")
    edit(
        after,
        "engine/language.py",
        "import Option\n",
        "import Option\nfrom engine.option import Option as Novel\n",
    )
    edit(
        after,
        LUPUS,
        "\nLUPUS = diag",
        "\nfrom engine.language import Novel\n\nNOVEL = Novel\nLUPUS = diag",
    )
    code, data = compared(base, after)
    assert code == 0
    assert (data["before"]["own_engine"], data["after"]["own_engine"]) == (False, True)
    # Another engine may come to something else by itself: nothing follows from the rules alone.
    assert data["proof"] == ""
    assert data["document"]["changed"] == 0


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nowhere", '"nowhere" is neither a folder nor a git revision.'),
        ("--upload-pack=x", "No such option"),
        ("a\0b", "is neither a folder nor a git revision"),
        ("a" * 300, "is neither a folder nor a git revision"),
        ("/".join(["a" * 200] * 30), "is neither a folder nor a git revision"),
        ("", "before: Its name is empty. Name a folder or a git revision."),
        (" ", "before: Its name is empty."),
    ],
)
def test_what_is_neither_folder_nor_revision_is_refused(base: Path, name: str, said: str) -> None:
    outcome = diff(name, base)
    assert outcome.code == 2
    assert said in " ".join(outcome.err.split())


def test_a_folder_without_rules_is_refused(base: Path, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    for folder in (tmp_path, tmp_path / "rules"):
        outcome = diff(base, folder)
        assert outcome.code == 2
        assert "holds no rules" in " ".join(outcome.err.split())


def git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    program = shutil.which("git")
    assert program is not None
    subprocess.run([program, *names, *arguments], cwd=folder, check=True, capture_output=True)


def test_two_revisions_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copy_of_rules(tmp_path / "repository")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "one")
    edit(folder, *LESS_ASKED)
    git(folder, "commit", "-qam", "two")
    monkeypatch.chdir(folder / "cases")
    outcome = diff("HEAD~1", "HEAD", "--format", "json")
    data = json.loads(outcome.out)
    assert outcome.code == 1
    assert rules_of(data) == {"MS-2": ["condition"]}
    assert data["before"]["what"].startswith("git revision ")
    # What is not committed is not in the revision.
    edit(folder, LUPUS, 'id="LUP-4"', 'id="LUP-44"')
    assert "LUP-44" not in diff("HEAD~1", "HEAD").out


def test_outside_a_repository_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = diff("HEAD", None)
    assert outcome.code == 2
    assert "the present folder is in no git repository" in " ".join(outcome.err.split())


def test_hostile_words_stay_words(base: Path, tmp_path: Path) -> None:
    edits = (
        (LUPUS, 'title="lupus that is not severe"', f"title={NASTY!r}"),
        (DISEASE, 'label="Life-threatening"', f"label={NASTY!r}"),
        (LUPUS, "when=all_of(LUPUS, SEVERE.no)", "when=all_of(LUPUS, LIFE_THREATENING.no)"),
        LESS_ASKED,
    )
    after = copy_of_rules(tmp_path / "after", *edits)
    outcome = diff(base, after, "--format", "markdown")
    assert outcome.code == 1
    tokens = MarkdownIt("commonmark").enable("table").parse(outcome.out)
    inline = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inline} <= {"text", "strong_open", "strong_close", "softbreak"}
    assert any(NASTY in child.content for child in inline)
    # The only HTML is that of the folded parts, with their titles escaped.
    html = [token.content for token in tokens if token.type == "html_block"]
    assert html
    for block in html:
        bare = block.replace("<details>", "").replace("</details>", "")
        assert bare.replace("<summary>", "").replace("</summary>", "").count("<") == 0


def test_markdown_has_tables_and_folds_what_is_long(base: Path, tmp_path: Path) -> None:
    after = copy_of_rules(tmp_path / "after", LESS_ASKED)
    text = diff(base, after, "--format", "markdown").out
    assert "| Rule | About | Change | Before → after | Patients around it |" in text
    assert "| Case | Step | Before → after | Expected |" in text
    assert text.count("<details>") == text.count("</details>") >= 1


def test_text_says_what_is_exact_and_what_is_an_estimate(base: Path, tmp_path: Path) -> None:
    edits = (LESS_ASKED, (HEART, "when=all_of(MS, lvef.below(LVEF_50))", "when=all_of(MS)"))
    after = copy_of_rules(tmp_path / "after", *edits)
    text = " ".join(diff(base, after, "--seed", "7").out.split())
    assert "Exact: 2 of" in text
    assert "95 % interval (Wilson)" in text
    assert "seed 7" in text
    assert "An estimate, not a proof." in text
    assert " of 40 patients drawn" in text
    assert "Each is told by as few findings as can be: without one, nothing would" in text
    assert re.search(r"Fired only after: [A-Z0-9, -]*\bMS-2\b", text)


def test_a_negative_seed_is_refused(base: Path) -> None:
    outcome = diff(base, base, "--seed", "-1")
    assert (outcome.code, outcome.out) == (2, "")
    assert "'--seed'" in outcome.err


def test_the_same_seed_draws_the_same_patients(base: Path, tmp_path: Path) -> None:
    after = copy_of_rules(tmp_path / "after", (HEART, "lvef.below(LVEF_50))", "lvef.is_known())"))
    one, other = (compared(base, after, "--seed", "3")[1] for _ in range(2))
    assert one == other
    assert one["reference"]["seed"] == 3
