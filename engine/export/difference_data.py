"""The difference between two rule bases as JSON data, and its patients as profile files."""

from __future__ import annotations

import json
from typing import Any

from engine.consult import BANNER
from engine.difference.compare import Comparison
from engine.difference.description import Plain, Sides
from engine.difference.drawn import Estimate
from engine.difference.every import Sweep
from engine.difference.examples import Example
from engine.difference.steps import StepDifference
from engine.difference.turns import Turn
from engine.export.difference import Named, turn_text

FORMAT = 1


def difference_data(sides: Sides, found: Comparison, before: Named, after: Named) -> dict[str, Any]:
    """Everything that was found."""
    return {
        "disclaimer": BANNER,
        "format": FORMAT,
        "verdicts_change": found.verdicts_change,
        "proof": found.same.why,
        "unchanged_layers": list(found.same.layers),
        "before": _side(before, sides.before.version, sides.before.hash),
        "after": _side(after, sides.after.version, sides.after.hash),
        "rules": [
            {
                "id": rule.id,
                "was": rule.was or None,
                "title": rule.title,
                "layer": rule.layer,
                "changes": [change.value for change in rule.changes],
                "said": list(rule.said),
                "decides": rule.decides,
                "seen": found.seen.get(rule.id),
            }
            for rule in found.rules
        ],
        "content": [
            {
                "kind": each.kind,
                "id": each.id,
                "label": each.label,
                "how": each.how,
                "said": list(each.said),
                "decides": each.decides,
            }
            for each in found.content
        ],
        "cases": {
            "steps": found.cases.steps,
            "changed": found.cases.changed,
            "fails": found.cases.fails,
            "unread": list(found.cases.unread),
            "differences": [_step(sides, each) for each in found.cases.differences],
        },
        "document": None if found.sweep is None else _sweep(sides, found.sweep),
        "reference": None if found.estimate is None else _estimate(sides, found.estimate),
        "patients": [_patient(sides, each) for each in found.examples],
    }


def patient_files(found: Comparison) -> dict[str, str]:
    """Every patient who can be written as a profile file, by the file's name."""
    files = {}
    for number, each in enumerate(found.examples, start=1):
        if each.findings is not None:
            turn = each.turn
            about = "-".join(filter(None, (turn.layer, turn.before, "to", turn.after)))
            about = "flag" if turn.flag else about
            files[f"{number:02}-{about}.json"] = _profile(each.findings)
    return files


def _profile(findings: Plain) -> str:
    table = {"disclaimer": BANNER, **_profile_table(findings)}
    return json.dumps(table, indent=2, ensure_ascii=False) + "\n"


def _profile_table(findings: Plain) -> Plain:
    return {"format": 1, "findings": findings, "layers": ["document", "reference"]}


def _side(named: Named, version: str, hash_: str) -> dict[str, Any]:
    return {
        "name": named.name,
        "what": named.what,
        "own_engine": named.own_engine,
        "version": version,
        "hash": hash_,
    }


def _turn(sides: Sides, turn: Turn) -> dict[str, Any]:
    return {
        "layer": turn.layer or None,
        "drug": turn.drug or None,
        "flag": turn.flag or None,
        "before": turn.before,
        "after": turn.after,
        "words": turn_text(sides, turn),
    }


def _step(sides: Sides, each: StepDifference) -> dict[str, Any]:
    return {
        "case": each.step.case,
        "step": each.step.number,
        "title": each.step.title,
        "library": each.step.library,
        "verdicts": [_turn(sides, turn) for turn in each.turns],
        "overall": [_turn(sides, turn) for turn in each.overall],
        "flags": [_turn(sides, turn) for turn in each.flags],
        "fails": list(each.fails),
        "failed_before": each.failed,
    }


def _counts(sides: Sides, turns: dict[Turn, int]) -> list[dict[str, Any]]:
    return [{**_turn(sides, turn), "patients": count} for turn, count in sorted(turns.items())]


def _sweep(sides: Sides, swept: Sweep) -> dict[str, Any]:
    return {
        "exact": swept.exact,
        "patients": swept.patients,
        "changed": swept.changed,
        "share": swept.changed / swept.patients if swept.patients else 0.0,
        "diseases": [
            {
                "diagnosis": each.diagnosis,
                "exact": each.exact,
                "patients": each.patients,
                "changed": each.changed,
                "share": each.share,
                "turns": _counts(sides, each.turns),
            }
            for each in swept.diseases
        ],
    }


def _estimate(sides: Sides, estimate: Estimate) -> dict[str, Any]:
    low, high = estimate.interval
    return {
        "exact": False,
        "seed": estimate.seed,
        "patients": estimate.patients,
        "changed": estimate.changed,
        "share": estimate.share,
        "low": low,
        "high": high,
        "turns": _counts(sides, estimate.turns),
    }


def _patient(sides: Sides, each: Example) -> dict[str, Any]:
    return {
        "change": _turn(sides, each.turn),
        "told": list(each.told),
        "source": each.source,
        "fired_before": list(each.before),
        "fired_after": list(each.after),
        "facts": dict(each.entries),
        "profile": None if each.findings is None else _profile_table(each.findings),
    }
