"""How many patients a change of rules touches, and who: the parts of the report about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from engine.difference.compare import Comparison
from engine.difference.description import REFERENCE, Sides
from engine.difference.examples import Example
from engine.difference.turns import Turn
from engine.export.report import Item, Part, Table, items_of
from engine.words import and_list

InWords = Callable[[Sides, Turn], str]
"""A turn as a line."""

EVERYBODY = (
    "A patient is one answer, or none, to each question that the document's verdicts depend on, in "
    "one disease; all of them count alike, those who cannot exist are left out. It is a share of "
    "what can be told, not of people."
)
DRAWN = (
    "An estimate, not a proof. Patients were drawn at random: a disease, how much is told, then "
    "answers that some condition tells apart. It is a share of what can be told, not of people."
)


def percent(share: float) -> str:
    """A share from 0 to 1 in percent, never rounded to none or to all of them."""
    number = 100 * share
    if 0 < number < 0.01:
        return "less than 0.01 %"
    if 99.99 < number < 100:
        return "more than 99.99 %"
    return f"{number:.2f}".rstrip("0").rstrip(".") + " %"


def document_part(sides: Sides, found: Comparison, in_words: InWords) -> Part:
    """The share of the document's patients that comes to another verdict, disease by disease."""
    title = "Every patient of the document"
    swept = found.sweep
    if swept is None:
        why = found.same.why or "No verdict of the document depends on what changed."
        return Part(title, intro=f"None comes to another verdict. {why}")
    touched = [each for each in swept.diseases if each.changed]
    how = "Exact" if swept.exact else "An estimate, as not everybody could be asked"
    share = percent(swept.changed / swept.patients) if swept.patients else "0 %"
    intro = (
        f"{how}: {swept.changed:,} of {swept.patients:,} patients ({share}) come to another "
        f"verdict. {EVERYBODY}"
    )
    items = tuple(
        Item(
            f"{each.label}: {each.changed:,} of {each.patients:,} ({percent(each.share)})",
            items_of(_counts(sides, each.turns, in_words)),
        )
        for each in touched
    )
    rows = tuple(
        (
            each.label,
            f"{each.patients:,}",
            f"{each.changed:,}",
            percent(each.share),
            "; ".join(_counts(sides, each.turns, in_words)),
        )
        for each in touched
    )
    head = ("Disease", "Patients", "Another verdict", "Share", "Before → after")
    return Part(title, items, intro=intro, table=Table(head, rows) if rows else None)


def estimate_part(sides: Sides, found: Comparison, in_words: InWords) -> Part:
    """The share of patients by published criteria, estimated."""
    title = "Patients by published criteria"
    estimate = found.estimate
    if estimate is None:
        return Part(title, intro=_not_estimated(sides, found))
    low, high = estimate.interval
    intro = (
        f"{estimate.changed:,} of {estimate.patients:,} patients drawn ({percent(estimate.share)}) "
        f"come to another verdict; 95 % interval (Wilson) {percent(low)} to {percent(high)}, seed "
        f"{estimate.seed}. {DRAWN}"
    )
    return Part(title, items_of(_counts(sides, estimate.turns, in_words)), intro=intro)


def _not_estimated(sides: Sides, found: Comparison) -> str:
    """Why no share by published criteria was estimated."""
    having = [
        word
        for word, side in (("before", sides.before), ("after", sides.after))
        if REFERENCE in side.layers
    ]
    if not having:
        return "Neither side has rules of published criteria."
    if len(having) == 1:
        return (
            f"Only the side {having[0]} has rules of published criteria: there is nothing to "
            "compare its verdicts by them with."
        )
    if REFERENCE in found.same.layers:
        why = found.same.why or "No verdict by published criteria depends on what changed."
        return f"None comes to another verdict. {why}"
    return "No patient was drawn, as asked for (--sample 0)."


def _counts(sides: Sides, turns: Mapping[Turn, int], in_words: InWords) -> Iterator[str]:
    for turn, count in sorted(turns.items(), key=lambda each: (-each[1], each[0])):
        yield f"{in_words(sides, turn)} ({count:,})"


def example_parts(sides: Sides, found: Comparison, in_words: InWords) -> Iterator[Part]:
    """Patients who show what changes: first verdicts, then flags, which are folded."""
    verdicts = [each for each in found.examples if not each.turn.flag]
    flags = [each for each in found.examples if each.turn.flag]
    if verdicts:
        intro = "Each is told by as few findings as can be: without one, nothing would differ."
        yield Part("Patients who come to another verdict", intro=intro)
        for turn in dict.fromkeys(each.turn for each in verdicts):
            yield _of_turn(sides, turn, verdicts, in_words)
    if flags:
        title = "Patients for whom another flag stands beside the verdict"
        together: dict[tuple[str, ...], list[Example]] = {}
        for each in flags:
            together.setdefault(each.told, []).append(each)
        items = [
            Item(_told(those[0]), items_of(in_words(sides, each.turn) for each in those))
            for those in together.values()
        ]
        yield Part(title, tuple(items), folded=True)


def _of_turn(sides: Sides, turn: Turn, shown: list[Example], in_words: InWords) -> Part:
    return Part(in_words(sides, turn), _patients(turn, shown), below=True)


def _patients(turn: Turn, shown: list[Example]) -> tuple[Item, ...]:
    return tuple(_patient(each) for each in shown if each.turn == turn)


def _patient(each: Example) -> Item:
    under = [f"Found: {each.source}."]
    if each.before:
        under.append(f"Fired only before: {and_list(each.before)}.")
    if each.after:
        under.append(f"Fired only after: {and_list(each.after)}.")
    if each.findings is None:
        under.append("No profile file can hold this patient.")
    return Item(_told(each), items_of(under))


def _told(each: Example) -> str:
    return "; ".join(each.told) or "Nothing is told."
