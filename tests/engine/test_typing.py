"""The type checker catches a wrong answer or a wrong keyword in a rule before anything runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

HEAD = """
from engine.language import Rule, all_of
from rules.concepts import SEVERE
from rules.vocabulary.disease import age, diagnosis, life_threatening, severity
from rules.vocabulary.options import Diagnosis, Severity
"""

MISTAKES = {
    "an answer of another question": (
        "x = severity.is_(Diagnosis.LUPUS)",
        'incompatible type "Diagnosis"',
    ),
    "an answer that does not exist": ("x = severity.is_(Severity.TERRIBLE)", "has no attribute"),
    "a text for an answer": ('x = severity.is_("severe")', 'incompatible type "str"'),
    "one wrong answer among several": (
        "x = diagnosis.is_one_of(Diagnosis.LUPUS, Severity.MILD)",
        'incompatible type "Severity"',
    ),
    "a number without its unit": ("x = age.below(18)", 'No overload variant of "below"'),
    "a yes/no question compared with a number": (
        'x = life_threatening.below(3, "y")',
        "no attribute",
    ),
    "a plain value for a condition": ("x = all_of(True)", 'incompatible type "bool"'),
    "a finding for a condition": ("x = all_of(severity)", "incompatible type"),
    "a wrong keyword": (
        (
            'x = Rule(id="X", titel="x", cites=(), when=SEVERE.yes, then=SEVERE, because="",'
            ' misuse="", examples=())'
        ),
        'Unexpected keyword argument "titel"',
    ),
    "a missing keyword": (
        (
            'x = Rule(id="X", title="x", cites=(), when=SEVERE.yes, then=SEVERE, because="",'
            " examples=())"
        ),
        'Missing named argument "misuse"',
    ),
}


def checked(code: str, folder: Path) -> str:
    """What the type checker says of a rule file with this line."""
    path = folder / "trial_rule.py"
    path.write_text(HEAD + code + "\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_a_right_rule_passes(tmp_path: Path) -> None:
    assert not checked("x = all_of(severity.is_(Severity.MILD), life_threatening.no)", tmp_path)


@pytest.mark.parametrize(("code", "said"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_caught(code: str, said: str, tmp_path: Path) -> None:
    assert said in checked(code, tmp_path)
