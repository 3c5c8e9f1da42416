"""Pieces of a drill as HTML, made from plain text; everything is escaped on its way in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cases.drills.advice import Shown, ShownRule
from cases.drills.debrief import Alteration, Debrief, Worded
from cases.drills.item import Item
from cases.drills.results import Calibration, Switched
from engine.trace import Kind, Verdict
from engine.words import and_list, sentence
from rules import RULEBOOK
from ui import card, markup, show
from ui.drills.record import Entry
from ui.drills.words import BAND
from ui.teaching.progress import Sure

FIRST = markup.badge("●", "Your first answer", "fact")
SECOND = markup.badge("●", "Your second answer", "fact")
ADVICE = markup.badge("!", "The advice", "split")
TRUE = markup.badge("§", "The true rules", "good")


def band(*, sticky: bool = False) -> str:
    """The words that stand wherever advice of a drill does."""
    style = "drill-band drill-sticky" if sticky else "drill-band"
    return f'<p class="{style}" role="note">{markup.text(BAND)}</p>'


def verdict(found: Verdict) -> str:
    """Kind, drug and sentence, as everywhere in the program."""
    words = f"<strong>{markup.text(show.drug_name(RULEBOOK, found.drug))}.</strong>"
    if found.kind is not Kind.NOT_ENOUGH_DATA:
        words += f" {markup.text(show.verdict_text(RULEBOOK, found))}"
    return f'<p class="cds-text">{markup.kind_badge(found.kind)} {words}</p>'


def decisive(found: Shown) -> str:
    """What decides, or what is waited for."""
    waits = found.verdict.kind is Kind.NOT_ENOUGH_DATA
    title = "What it waits for" if waits else "What decides it"
    if not found.decisive:
        return ""
    return markup.small_heading(title) + markup.lines(found.decisive)


def advice(found: Shown) -> str:
    """The whole advice: verdict, what decides it, and the rules with their words."""
    waits = found.verdict.kind is Kind.NOT_ENOUGH_DATA
    parts = [f'<div class="case-answer">{verdict(found.verdict)}</div>', decisive(found)]
    if found.rules:
        parts.append(markup.small_heading("Rules that wait" if waits else "The rules that say so"))
        parts += map(_folded if waits else _open, found.rules)
    if found.behind:
        parts.append(markup.small_heading("The rules behind them"))
        parts += map(_folded, found.behind)
    return "".join(parts)


def _open(found: ShownRule) -> str:
    return f'<div class="drill-rule">{rule(found)}</div>'


def _folded(found: ShownRule) -> str:
    return markup.folded(f"{found.rule.id} {sentence(found.rule.title)}", _open(found))


def rule(found: ShownRule) -> str:
    """A rule as advice shows it: its reason, its conditions, the sentences it rests on."""
    each = found.rule
    return (
        markup.labelled(f"{each.id} {sentence(each.title)}.", each.because)
        + card.conditions(RULEBOOK, each)
        + f'<p class="cds-text">It concludes: <strong>{markup.text(each.then.label)}</strong></p>'
        + markup.paragraph(f"What the document says ({and_list(each.cites)}):")
        + card.cited(RULEBOOK, each.cites)
    )


def answers(item: Item, entry: Entry) -> str:
    """Every option, tagged with who gave it, and what raised a doubt."""
    rows = []
    for number, option in enumerate(item.options):
        tags = [
            tag
            for tag, stands in (
                (FIRST, entry.first is not None and entry.first.option == number),
                (SECOND, entry.second is not None and entry.second.option == number),
                (ADVICE, item.advised(number)),
                (TRUE, item.right(number)),
            )
            if stands
        ]
        style = "" if tags else ' class="cds-muted"'
        rows.append(f"<li{style}>{markup.text(option.text)} {' '.join(tags)}</li>")
    sure = [
        f"{label}: {each.sure.label}"
        for label, each in (("before", entry.first), ("after", entry.second))
        if each is not None
    ]
    made = f'<ul class="case-options">{"".join(rows)}</ul>'
    made += markup.labelled("How sure:", "; ".join(sure))
    if entry.second is not None and entry.second.doubt:
        made += markup.labelled("What made you doubt it:", entry.second.doubt)
    return made


def debriefed(found: Debrief) -> str:
    """What was behind the advice, without the headline."""
    if found.alteration is None:
        return (
            markup.paragraph(
                "No rule was altered: the advice is what the true rules say of this patient, and "
                "what they rest on stands in it."
            )
            + verdict(found.truth.verdict)
            + decisive(found.truth)
        )
    return _altered(found.alteration) + _truth(found.truth)


def _altered(found: Alteration) -> str:
    name = f"{found.rule.id} ({found.rule.title})"
    both = (
        (f"Rule {found.rule.id} in truth", found.truth),
        (f"Rule {found.rule.id} as shown", found.shown),
    )
    sides = "".join(
        f"<div>{markup.small_heading(title)}{_worded(lines)}</div>" for title, lines in both
    )
    return (
        markup.labelled(f"The rule that was altered: {name}.", found.mutation.words)
        + f'<div class="drill-two">{sides}</div>'
        + markup.small_heading("How one could have noticed")
        + markup.rows((markup.BULLET, markup.text(way)) for way in found.ways)
        + markup.small_heading("What the document says")
        + card.cited(RULEBOOK, [statement.id for statement in found.cited])
    )


def _worded(lines: Iterable[Worded]) -> str:
    made = []
    for line in lines:
        indent = "&emsp;" * ((len(line.text) - len(line.text.lstrip())) // 2)
        words = markup.text(line.text)
        if line.mark:
            words = (
                f'<strong class="drill-differs">{words}</strong> '
                f'<span class="cds-small">({markup.text(line.mark)})</span>'
            )
        made.append(indent + words)
    return f'<p class="cds-conditions">{"<br>".join(made)}</p>'


def _truth(found: Shown) -> str:
    names = and_list(each.rule.id for each in found.rules)
    rules = markup.labelled("Rules:", names) if names else ""
    return (
        markup.small_heading("What the true rules say of this patient")
        + verdict(found.verdict)
        + decisive(found)
        + rules
    )


def matrix(found: Iterable[Switched]) -> str:
    """The switch matrix as a table with headers for rows and columns."""
    rows = [
        (sentence(each.switch.label), str(each.sound), str(each.broken), str(each.both))
        for each in found
    ]
    head = ("Your answer", "Sound advice", "Altered advice", "All")
    caption = "What became of your answers after the advice. Right: as the true rules say."
    return markup.table(caption, head, rows)


def calibration(found: Sequence[Calibration]) -> str:
    """Bars for how often answers of each certainty were right, and the same as a table."""
    bars, rows = [], []
    for each in found:
        name = sentence(Sure.of(each.sure).label)
        bars.append(f'<strong class="drill-name">{markup.text(name)}</strong>')
        bars.append(_bar("before", each.right_before, each.given_before))
        bars.append('<span class="cds-wide"></span>')
        bars.append(_bar("after", each.right_after, each.given_after))
        rows.append(
            (
                name,
                _of(each.right_before, each.given_before),
                _of(each.right_after, each.given_after),
            )
        )
    # The picture says nothing that the table does not: a screen reader is given the table.
    return f'<div class="drill-bars" aria-hidden="true">{"".join(bars)}</div>' + markup.table(
        "How sure you were, and how often you were right",
        ("How sure", "Before the advice", "After the advice"),
        rows,
    )


def _bar(when: str, right: int, given: int) -> str:
    share = round(100 * right / given) if given else 0
    fill = f'<span class="drill-fill drill-{when}" style="width:{share}%"></span>'
    return (
        f'<span class="cds-small">{when}</span><span class="drill-track">{fill}</span>'
        f'<span class="cds-small">{markup.text(_of(right, given))}</span>'
    )


def _of(right: int, given: int) -> str:
    return f"right in {right} of {given}" if given else "none given"
