"""The directions of imports, and the few places where a foreign package may be imported."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("engine", "rules", "cases", "ui")
MAY_IMPORT = {
    "engine": {"engine"},
    "rules": {"rules", "engine"},
    "cases": {"cases", "rules", "engine"},
    "ui": {"ui", "cases", "rules", "engine"},
}
SOURCES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written out in full"
            yield node.module or ""


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_imports_go_one_way(path: Path) -> None:
    allowed = MAY_IMPORT[room_of(path)]
    for module in imported(path):
        top = module.split(".")[0]
        if top in ROOMS:
            assert top in allowed, f"{name_of(path)} imports {module}"


def test_rules_import_only_the_language() -> None:
    for path in SOURCES:
        if room_of(path) == "rules":
            for module in imported(path):
                if module.split(".")[0] == "engine":
                    assert module == "engine.language", f"{name_of(path)} imports {module}"


def test_durable_rules_is_known_to_one_file() -> None:
    users = {
        name_of(path)
        for path in SOURCES
        if any(module.startswith("durable") for module in imported(path))
    }
    assert users == {"engine/forward.py"}


def test_the_solver_is_known_to_one_file() -> None:
    users = {
        name_of(path)
        for path in SOURCES
        if any(module.startswith("pysat") for module in imported(path))
    }
    assert users == {"engine/inquiry/search.py"}


def test_the_second_solver_is_known_to_one_file_that_only_its_option_imports() -> None:
    users = {name_of(p) for p in SOURCES if any(m.split(".")[0] == "z3" for m in imported(p))}
    assert users == {"engine/verify/reals.py"}
    asking = {name_of(p) for p in SOURCES if "engine.verify.reals" in set(imported(p))}
    assert asking == {"ui/commands/verify.py"}


def test_columns_are_known_to_the_cohort_alone() -> None:
    """An optional package: everything else runs without it, also the command until it is used."""
    users = {
        name_of(path)
        for path in SOURCES
        if any(module.split(".")[0] == "polars" for module in imported(path))
    }
    assert users
    assert all(user.startswith("engine/cohort/") for user in users), users
    for path in SOURCES:
        if not name_of(path).startswith("engine/cohort/"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            at_once = {node.module for node in tree.body if isinstance(node, ast.ImportFrom)}
            assert not any((module or "").startswith("engine.cohort") for module in at_once), path


def names_imported(path: Path) -> set[str]:
    """Every name imported from a module, as "module.name"."""
    return {
        f"{node.module}.{alias.name}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def test_broken_rule_books_are_run_by_one_module_for_drills() -> None:
    """Made and run in one place; nothing else gets past the refusal of ``engine.consult``."""
    users = {name_of(p) for p in SOURCES if "engine.broken" in set(imported(p))}
    assert users == {"cases/drills/altered.py", "engine/verify/altered.py"}
    running = {name_of(p) for p in SOURCES if "engine.broken.consult_broken" in names_imported(p)}
    assert running == {"cases/drills/altered.py"}
    past = {name_of(p) for p in SOURCES if "engine.consult.run_both" in names_imported(p)}
    assert past == {"engine/broken.py"}
    whole = {name_of(p) for p in SOURCES if "import engine.consult" in p.read_text("utf-8")}
    assert whole == set()


def test_only_drills_know_altered_books_and_only_their_screen_knows_drills() -> None:
    for path in SOURCES:
        name = name_of(path)
        modules = set(imported(path))
        if "cases.drills.altered" in modules:
            assert name.startswith("cases/drills/"), name
        if any(module.startswith("cases.drills") for module in modules):
            drills = ("cases/drills/", "ui/drills/", "ui/commands/drills")
            assert name.startswith(drills), name


def test_the_mark_of_a_broken_book_is_set_in_one_place() -> None:
    setting = {
        name_of(path)
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and any(keyword.arg == "broken" for keyword in node.keywords)
        and getattr(node.func, "id", "") in {"replace", "RuleBook"}
    }
    assert setting == {"engine/broken.py"}


def test_the_database_is_known_to_the_rooms_that_keep() -> None:
    """So that another one can stand in its place."""
    for driver, homes in {
        "sqlalchemy": ("ui/database/", "ui/learning/r", "ui/store.py"),
        "sqlite3": ("ui/database/",),
    }.items():
        users = {
            name_of(path)
            for path in SOURCES
            if any(module.split(".")[0] == driver for module in imported(path))
        }
        assert users
        assert all(user.startswith(homes) for user in users), users


def test_other_processes_are_started_in_one_room() -> None:
    """The rules of another rule base run in a process of their own, and nothing else does."""
    users = {name_of(path) for path in SOURCES if "subprocess" in set(imported(path))}
    assert users == {"ui/rulebase/place.py", "ui/rulebase/process.py"}
    for path in SOURCES:
        name = name_of(path)
        if any(module.startswith("ui.rulebase") for module in imported(path)):
            homes = ("ui/rulebase/", "ui/commands/rules_diff.py", "ui/__main__.py")
            assert name.startswith(homes), name
    for name in ("ui/__main__.py", "ui/rulebase/child.py"):  # read errors of rules, nothing more
        ours = {m for m in imported(ROOT / name) if m.startswith("ui.rulebase")}
        assert ours <= {"ui.rulebase.raised", "ui.rulebase.answer"}, name
    raised = set(imported(ROOT / "ui" / "rulebase" / "raised.py"))
    assert not {module for module in raised if module.split(".")[0] in ROOMS}


def test_the_comparison_of_rule_bases_knows_no_rules() -> None:
    """What reads another side imports the engine, and the rules only where it is started."""
    for name in ("describe", "answer"):
        modules = set(imported(ROOT / "ui" / "rulebase" / f"{name}.py"))
        assert not any(module.split(".")[0] in {"rules", "cases"} for module in modules)


def test_streamlit_stays_under_ui() -> None:
    for path in SOURCES:
        if room_of(path) != "ui":
            assert not any(m.split(".")[0] in {"streamlit", "typer"} for m in imported(path)), path


def test_nothing_evaluates_text_or_reaches_the_network() -> None:
    forbidden = {"pickle", "marshal", "requests", "urllib.request", "http.client", "ftplib"}
    for path in SOURCES:
        assert not forbidden & set(imported(path)), path
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"eval", "exec", "compile", "__import__"}, path


def test_rules_contain_no_lambda() -> None:
    for path in SOURCES:
        if room_of(path) == "rules":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            assert not any(isinstance(node, ast.Lambda) for node in ast.walk(tree)), path


def test_scripts_are_sent_by_three_modules_only() -> None:
    """They send constants, one with a finding's id; nothing entered can become a script."""
    users = {name_of(p) for p in SOURCES if "unsafe_allow_javascript" in p.read_text("utf-8")}
    assert users == {"ui/finish_typing.py", "ui/profile_moves.py", "ui/teaching/focus.py"}


def test_no_module_hides_another() -> None:
    names = sys.stdlib_module_names | set(ROOMS) | {"durable", "pydantic", "streamlit", "typer"}
    for path in (ROOT / "ui").glob("*.py"):
        assert path.stem == "__init__" or path.stem not in names, path


def test_files_stay_small_enough_to_think_about_one_thing() -> None:
    for path in SOURCES:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= 350, f"{name_of(path)} has {lines} lines"
