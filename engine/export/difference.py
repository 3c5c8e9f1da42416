"""The difference between two rule bases as a report: what is written otherwise, and for whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.consult import BANNER
from engine.difference.compare import Comparison
from engine.difference.description import Sides
from engine.difference.steps import StepDifference
from engine.difference.turns import LOWERED, NOTHING, RAISED, Turn
from engine.export.difference_patients import document_part, estimate_part, example_parts
from engine.export.report import Item, Part, Report, Table, items_of
from engine.trace import Kind
from engine.words import counted, number_word, sentence

OTHERWISE = {
    "answered": "a patient who can be",
    "refused": "refused as contradictory",
    "untold": "cannot be told there",
    "fault": "no verdict (a fault of the rules)",
    NOTHING: "nothing said",
    RAISED: "raised",
    LOWERED: "not raised",
}
"""What may stand in place of a kind of verdict."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a side is called: as it was asked for, and what that is."""

    name: str
    what: str
    own_engine: bool

    @property
    def text(self) -> str:
        """Both in one."""
        engine = ", read with its own engine" if self.own_engine else ""
        return f"{self.name} ({self.what}{engine})"


def state_text(layer: str, state: str) -> str:
    """A kind of verdict in the words of its layer, or what stands in its place."""
    kinds = {kind.value: kind for kind in Kind}
    return kinds[state].said_by(layer) if state in kinds else OTHERWISE.get(state, state)


def turn_text(sides: Sides, turn: Turn) -> str:
    """A turn in a line: "The document, cyclophosphamide: Not indicated → May be considered"."""
    states = " → ".join(state_text(turn.layer, state) for state in (turn.before, turn.after))
    if turn.flag:
        return f"Flag “{flag_label(sides, turn.flag)}” ({turn.flag}): {states}"
    drugs = {**sides.before.drugs, **sides.after.drugs}
    if not turn.layer:
        return f"The patient as a whole: {states}"
    about = [layer_text(turn.layer), drugs.get(turn.drug, turn.drug)]
    return f"{sentence(', '.join(part for part in about if part))}: {states}"


def layer_text(layer: str) -> str:
    """What a layer is called."""
    return {"document": "the document", "reference": "published criteria"}.get(layer, layer)


def flag_label(sides: Sides, flag: str) -> str:
    """What a flag is called."""
    concept = sides.after.concepts.get(flag) or sides.before.concepts.get(flag)
    return str(concept["label"]) if concept else flag


def difference_report(sides: Sides, found: Comparison, before: Named, after: Named) -> Report:
    """Everything that was found, for a reader who reviews a change of rules."""
    return Report(
        banner=BANNER,
        headline=headline(found),
        lead=tuple(_lead(sides, found, before, after)),
        parts=(
            _rules(found),
            *_cases(sides, found),
            document_part(sides, found, turn_text),
            estimate_part(sides, found, turn_text),
            *example_parts(sides, found, turn_text),
            *_content(found),
        ),
        origin=" · ".join(
            f"{word}: rule book {side.version}, SHA-256 {side.hash}"
            for word, side in (("Before", sides.before), ("After", sides.after))
        ),
    )


def headline(found: Comparison) -> str:
    """The answer in a sentence."""
    if found.same.why:
        return found.same.why
    if not found.verdicts_change:
        return "No patient was found who comes to another verdict."
    changed = found.cases.changed
    steps = f"{counted(changed, 'step')} of teaching cases" if changed else "no teaching case"
    return f"Some patients come to another verdict, {steps} among them."


def _lead(sides: Sides, found: Comparison, before: Named, after: Named) -> Iterator[str]:
    yield f"Before: {before.text}. After: {after.text}."
    if not found.nothing:
        rules, parts = len(found.rules), len(found.content)
        deciding = sum(rule.decides for rule in found.rules)
        yield sentence(
            f"{counted(rules, 'rule')} {'differs' if rules == 1 else 'differ'}, "
            f"{number_word(deciding)} in what {'it asks' if rules == 1 else 'they ask'} or "
            f"{'concludes' if rules == 1 else 'conclude'}; "
            f"{counted(parts, 'difference')} beside the rules."
        )
    elif sides.before.hash != sides.after.hash:
        yield "Only the order in which rules and other parts are written differs."
    if before.own_engine or after.own_engine:
        yield (
            "A side was read with its own engine: what differs may come from the engine as well, "
            "and nothing is proven from the rules alone."
        )
    if found.same.why == "" and found.same.layers:
        layers = " and ".join(layer_text(layer) for layer in found.same.layers)
        yield f"No verdict by {layers} can change: none depends on what changed."
    if not found.verdicts_change and not found.same.why:
        yield "That is no proof: a patient who was not looked at may still come to another verdict."


def _rules(found: Comparison) -> Part:
    seen = {
        "verdict": "another verdict",
        "flag": "another flag",
        "nothing": "no patient found",
    }
    items, rows = [], []
    for rule in found.rules:
        shows = seen.get(found.seen.get(rule.id, ""), "not looked for" if rule.decides else "none")
        items.append(
            Item(
                f"{rule.id} ({rule.title}): {rule.called}. Patients around it: {shows}.",
                items_of(rule.said),
            )
        )
        rows.append((rule.id, rule.title, rule.called, "; ".join(rule.said), shows))
    head = ("Rule", "About", "Change", "Before → after", "Patients around it")
    return Part(
        "Rules",
        tuple(items),
        intro="" if items else "Every rule is the same.",
        table=Table(head, tuple(rows)) if rows else None,
    )


def _cases(sides: Sides, found: Comparison) -> Iterator[Part]:
    cases = found.cases
    if not cases.steps:
        yield Part("Teaching cases", intro="Neither side has teaching cases.")
    else:
        intro = (
            f"{sentence(counted(cases.steps, 'step'))} of the cases of both sides: "
            f"{cases.changed} to another verdict, {cases.fails} no longer as the case expects."
        )
        told = [each for each in cases.differences if each.turns or each.fails or each.flags]
        yield Part(
            "Teaching cases",
            tuple(_step_item(sides, each) for each in told),
            intro=intro,
            table=Table(
                ("Case", "Step", "Before → after", "Expected"),
                tuple(_step_row(sides, each) for each in told),
            )
            if told
            else None,
        )
    if cases.unread:
        yield Part("Cases that could not be read", items_of(cases.unread), folded=True)


def _step_item(sides: Sides, each: StepDifference) -> Item:
    step = each.step
    where = "" if step.library == "both" else f" (only in the library {step.library})"
    return Item(
        f"{step.case}, step {step.number}, {step.title}{where}", items_of(_step_says(sides, each))
    )


def _step_row(sides: Sides, each: StepDifference) -> tuple[str, ...]:
    step = each.step
    where = "" if step.library == "both" else f" ({step.library} only)"
    says = "; ".join(turn_text(sides, turn) for turn in _shown(each)) or "the same verdict"
    return f"{step.case}{where}", str(step.number), says, _expected(each)


def _step_says(sides: Sides, each: StepDifference) -> Iterator[str]:
    for turn in _shown(each):
        yield turn_text(sides, turn)
    yield sentence(f"{_expected(each)}.")
    for turn in each.flags:
        yield turn_text(sides, turn)


def _shown(each: StepDifference) -> Sequence[Turn]:
    """The overall verdicts that differ; where none does, those on single drugs."""
    return each.overall or each.turns


def _expected(each: StepDifference) -> str:
    if not each.fails:
        return "as the case expects"
    failed = "failed before too" if each.failed else "no longer as the case expects"
    return f"{failed}: {'; '.join(each.fails)}"


def _content(found: Comparison) -> Iterator[Part]:
    """What is different beside the rules, one folded part for each kind."""
    for kind in dict.fromkeys(each.kind for each in found.content):
        these = [each for each in found.content if each.kind == kind]
        items = tuple(
            Item(
                f"{each.id}{'' if each.label == each.id else f' ({each.label})'}: {each.how}",
                items_of(each.said),
            )
            for each in these
        )
        title = f"{sentence(these[0].called)}: {counted(len(these), 'difference')}"
        yield Part(title, items, folded=True)
