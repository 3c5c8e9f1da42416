"""How a line of the monitoring plan is written, and on which days the regimens fall."""

from typing import Any

from engine.language import (
    Confidence,
    Crossing,
    Finding,
    MultiChoice,
    Option,
    PlanItem,
    Regimen,
    When,
)
from rules.concepts import Drug
from rules.reference.plan_settled import SETTLED

WEEK, YEAR = 7, 365
CYC, MITOX = Drug.CYCLOPHOSPHAMIDE, Drug.MITOXANTRONE
PULSED = ("euro_lupus", "pulse_per_kg", "monthly_high_dose")
TABLETS = ("oral_daily",)

REGIMENS = (
    Regimen(
        id="euro_lupus",
        label="Euro-Lupus: 500 mg every two weeks, six times",
        drug=CYC,
        doses=tuple(range(0, 6 * 2 * WEEK, 2 * WEEK)),
        cites=("ELNT", "KDIGO-LN24"),
        confidence=Confidence.READ,
        total="3 g",
    ),
    Regimen(
        id="pulse_per_kg",
        label="pulses by weight in weeks 0, 2, 4, 7, 10 and 13",
        drug=CYC,
        doses=tuple(week * WEEK for week in (0, 2, 4, 7, 10, 13)),
        cites=("KDIGO-AAV24", "ACRVF21"),
        confidence=Confidence.SECONDARY,
        total="about 8 g",
    ),
    Regimen(
        id="monthly_high_dose",
        label="monthly high dose, six times",
        drug=CYC,
        doses=tuple(range(0, 6 * 4 * WEEK, 4 * WEEK)),
        cites=("ELNT", "GENERAL"),
        confidence=Confidence.GENERAL,
        total="often more than 10 g, with the quarterly pulses that used to follow",
    ),
    Regimen(
        id="oral_daily",
        label="tablets every day for three months",
        drug=CYC,
        doses=(0, 13 * WEEK),
        daily=True,
        cites=("KDIGO-AAV24",),
        confidence=Confidence.SECONDARY,
        total="about 16 g",
    ),
    Regimen(
        id="mitoxantrone_12",
        label="12 mg/m² every three months; four doses, as this program's example",
        drug=MITOX,
        doses=tuple(range(0, 4 * 13 * WEEK, 13 * WEEK)),
        cites=("MITOX-LATER", "MITOX-EU", "TEACH"),
        confidence=Confidence.OWN,
    ),
)

FIRST = When(text="before the first dose", before=WEEK)


def listed(finding: MultiChoice[Any], *options: Option) -> tuple[Finding, ...]:
    """Some members of a finding of several."""
    wanted = {finding.has(option).finding for option in options}
    return tuple(member for member in finding.members() if member.id in wanted)


def plan_item(  # noqa: PLR0913, PLR0917  (a line of a table has as many columns)
    name: str,
    drug: Drug,
    what: str,
    why: str,
    when: When,
    action: str,
    cites: tuple[str, ...],
    confidence: Confidence,
    measures: tuple[Finding, ...] = (),
    crossings: tuple[Crossing, ...] = (),
    regimens: tuple[str, ...] = (),
) -> PlanItem:
    """One line of a plan."""
    return PlanItem(
        id=name,
        drug=drug,
        what=what,
        why=why,
        when=when,
        action=action,
        cites=cites,
        confidence=confidence,
        findings=tuple(finding.id for finding in measures),
        settled=SETTLED.get(name),
        crossings=crossings,
        regimens=regimens,
    )
