"""Properties and what became of them, as a report and as data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from engine.export.report import Item, Part, items_of
from engine.rulebook import RuleBook
from engine.verify.outcome import Found
from engine.verify.proof import Proof, State
from engine.verify.story import Said, story
from engine.words import counted, sentence

SECOND = {
    True: "A second solver, for which numbers are real numbers, proves it too.",
    False: "A second solver, for which numbers are real numbers, does not prove it.",
}
WHAT_IT_MEANS = (
    "A solver was asked for a patient who breaks each property, over every combination of what can "
    "be known of a patient and what is not known. Proven means that there is none."
)


MATTERS = "What matters here"
BESIDES = "Told besides, so that nothing else decides"
TURNED = "Rules that turn with it"


def headline(proofs: Sequence[Proof]) -> str:
    """How many properties hold, in a sentence."""
    wrong = sum(proof.state is not State.PROVEN for proof in proofs)
    if wrong:
        return f"{wrong} of {len(proofs)} properties {'is' if wrong == 1 else 'are'} not proven."
    if len(proofs) == 1:
        return "The property is proven for every patient."
    return f"All {len(proofs)} properties are proven for every patient."


def lead(proofs: Sequence[Proof]) -> tuple[str, ...]:
    """What a proof is, and what these took."""
    questions = sum(proof.outcome.questions for proof in proofs)
    seconds = sum(proof.seconds for proof in proofs)
    return (
        WHAT_IT_MEANS,
        f"{sentence(counted(questions, 'question'))} in {seconds:.1f} seconds.",
    )


def nobody(proof: Proof) -> str:
    """That a property says nothing, and why."""
    return f"No patient is left of whom it speaks. {proof.outcome.nobody}".rstrip()


def worst_first(proofs: Iterable[Proof]) -> list[Proof]:
    """The proofs with those first that fail or say nothing; else in their order."""
    order = [State.FAILED, State.EMPTY, State.PROVEN]
    return sorted(proofs, key=lambda proof: order.index(proof.state))


def proof_part(book: RuleBook, proof: Proof, second: bool | None = None) -> Part:
    """A property with its state and, where it does not hold, the patients who show it.

    ``second`` is whether another solver proves it too; None where none was asked.
    """
    about = proof.property
    cites = f" ({', '.join(about.cites)})" if about.cites else ""
    items = [
        Item(f"It rests on: {about.because}{cites}"),
        Item(f"Asked {counted(proof.outcome.questions, 'question')} in {proof.seconds:.2f} s."),
    ]
    if second is not None:
        items.append(Item(SECOND[second]))
    if proof.state is State.EMPTY:
        items.insert(0, Item(nobody(proof)))
    against = [_against(book, proof, found) for found in proof.outcome.against]
    return Part(f"{about.id}: {proof.state.label}", (*against, *items), intro=about.sentence)


def _against(book: RuleBook, proof: Proof, found: Found) -> Item:
    told = story(book, proof.property, found)
    under = [
        Item("Whom it would harm", items_of([told.harm])),
        Item(MATTERS, items_of(told.matters or ["Nothing is told."])),
        Item("What the rules say", _said(told.said)),
    ]
    if told.changed:
        under.append(Item("What is told then", items_of(told.changed)))
        if told.turned:
            under.append(Item(TURNED, items_of(told.turned)))
        under.append(Item("What the rules say then", _said(told.afterwards)))
    if told.besides:
        under.append(Item(BESIDES, items_of(told.besides)))
    return Item(f"Does not hold for this patient. {told.wrong}", tuple(under))


def _said(found: Sequence[Said]) -> tuple[Item, ...]:
    if not found:
        return items_of(["Nothing on any drug."])
    return tuple(Item(each.words, items_of(each.rules)) for each in found)


def proof_data(book: RuleBook, proof: Proof) -> dict[str, Any]:
    """A property and what became of it as JSON data."""
    about, outcome = proof.property, proof.outcome
    return {
        "id": about.id,
        "sentence": about.sentence,
        "because": about.because,
        "cites": list(about.cites),
        "state": proof.state.value,
        "seconds": round(proof.seconds, 3),
        "questions": outcome.questions,
        "nobody": nobody(proof) if proof.state is State.EMPTY else "",
        "example": None if outcome.example is None else dict(outcome.example),
        "against": [_found_data(book, proof, found) for found in outcome.against],
    }


def _found_data(book: RuleBook, proof: Proof, found: Found) -> dict[str, Any]:
    told = story(book, proof.property, found)
    data: dict[str, Any] = {
        "why": found.why,
        "harm": told.harm,
        "patient": dict(found.entries),
        "matters": list(told.matters),
        "besides": list(told.besides),
        "said": [{"words": each.words, "rules": list(each.rules)} for each in told.said],
    }
    if found.then is not None:
        data["then"] = dict(found.then)
        data["turned"] = list(told.turned)
        data["said_then"] = [
            {"words": each.words, "rules": list(each.rules)} for each in told.afterwards
        ]
    return data
