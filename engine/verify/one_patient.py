"""Properties of one patient: what goes with what, what never does, exactly one verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from engine.inquiry.everyone import Everyone, everyone
from engine.property import Exactly, Fact, Never, OneVerdict, VerdictIs, Whenever
from engine.rulebook import RuleBook
from engine.trace import Kind
from engine.verify.facts import conditions_read, must_be_so, proposition, rules_read
from engine.verify.looked import Looked
from engine.verify.outcome import Found, Outcome
from engine.verify.wording import for_nothing, lacking, together, wanted_words


def whenever(book: RuleBook, claim: Whenever) -> Outcome:
    """Ask for a patient with all that is given, who lacks something that should follow."""
    facts = (*claim.given, *claim.then)
    against: list[Found] = []
    with everyone(book, rules_read(book, facts), conditions_read(facts)) as (encoding, patients):
        given = [proposition(encoding, fact) for fact in claim.given]
        then = [proposition(encoding, fact) for fact in claim.then]
        for fact, lit in zip(claim.then, then, strict=True):
            found = patients.one(*given, -lit)
            if found is not None:
                must_be_so(book, found, claim.given)
                must_be_so(book, found, [fact], so=False)
                words = lacking(Looked(book, found), fact, claim.given, claim.then)
                against.append(Found(found, words))
        example = patients.one(*given, *then) if not against else patients.one(*given)
        empty = not against and example is None
        nobody = _nobody(book, patients, claim.given, given) if empty else ""
    return Outcome(tuple(against), example, len(then) + 1, nobody)


def never(book: RuleBook, claim: Never) -> Outcome:
    """Ask for a patient of whom everything is so at once."""
    facts = (*claim.given, *claim.together_with)
    with everyone(book, rules_read(book, facts), conditions_read(facts)) as (encoding, patients):
        given = [proposition(encoding, fact) for fact in claim.given]
        also = [proposition(encoding, fact) for fact in claim.together_with]
        found = patients.one(*given, *also)
        example = patients.one(*given) if patients.can(*also) else None
        empty = found is None and example is None
        nobody = _nobody(book, patients, facts, [*given, *also]) if empty else ""
    if found is None:
        return Outcome((), example, 3, nobody)
    must_be_so(book, found, facts)
    return Outcome((Found(found, together(Looked(book, found), facts)),), example, 3)


def _nobody(book: RuleBook, patients: Everyone, facts: Sequence[Fact], lits: Sequence[int]) -> str:
    """What of the facts that a property supposes nobody has, if one of them by itself."""
    for fact, lit in zip(facts, lits, strict=True):
        if not patients.can(lit):
            return f"Nobody has this: {wanted_words(book, fact)}."
    return "Each of the things that it supposes can be, but not together."


def exactly(book: RuleBook, claim: Exactly) -> Outcome:
    """Ask for a patient who lacks what should follow, and for one who has it for nothing."""
    there, back = (whenever(book, way) for way in claim.ways)
    back = replace(back, against=tuple(_for_nothing(book, claim, each) for each in back.against))
    against = (*there.against, *back.against)
    example = None if there.example is None else back.example
    nobody = "" if against else there.nobody or back.nobody
    return Outcome(against, example, there.questions + back.questions, nobody)


def _for_nothing(book: RuleBook, claim: Exactly, found: Found) -> Found:
    """The patient who has for nothing what a claim is about, told so."""
    looked = Looked(book, found.entries)
    lacks = next(fact for fact in claim.when if not looked.is_so(fact))
    return replace(found, why=for_nothing(looked, claim.then, lacks))


def one_verdict(book: RuleBook, claim: OneVerdict) -> Outcome:
    """Ask for each drug for a patient without any kind of verdict, and for one with two."""
    against: list[Found] = []
    example, questions = None, 0
    for drug in book.drugs:
        facts: dict[Kind, Fact] = {kind: VerdictIs(claim.layer, drug, (kind,)) for kind in Kind}
        rules = rules_read(book, facts.values())
        with everyone(book, rules) as (encoding, patients):
            lits = encoding.verdict(claim.layer, drug.value)
            found = patients.one(*(-lit for lit in lits.values()))
            if found is not None:
                must_be_so(book, found, facts.values(), so=False)
                against.append(Found(found, f"The rules give no verdict on {drug.label}."))
            for one, other in combinations(Kind, 2):
                if patients.can(lits[one], lits[other]):
                    two = patients.one(lits[one], lits[other]) or {}
                    words = f"“{one.label}” and “{other.label}” at once for {drug.label}."
                    against.append(Found(two, words))
            example = example or patients.one(lits[Kind.MAY_BE_CONSIDERED])
            questions += 2 + len(Kind) * (len(Kind) - 1) // 2
    return Outcome(tuple(against), example, questions)
