"""The document read in another way: its vague words by published criteria, not by the clinician.

The document's own row never changes. Another reading gives a verdict of its own: the same rules of
the document, on the same patient, with the chosen words taken from the criteria.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from engine.conditions import Is
from engine.consult import consult
from engine.findings import YesNo
from engine.missing import missing_for
from engine.reasons import proofs_of
from engine.rule import Example, Layer, Rule
from engine.rulebook import RuleBook
from engine.source import ReadingOption, VagueWord
from engine.trace import Trace, Verdict
from engine.truth import Truth

PREFIX = "read_"
"""Before the id of a concept: whether the word holds, in the reading that was chosen."""


@dataclass(frozen=True, slots=True)
class Reread:
    """The document's verdict under other readings, and how each word came out.

    ``changed`` are the words whose chosen reading and the clinician's judgement do not agree.
    """

    verdict: Verdict
    chosen: tuple[tuple[VagueWord, ReadingOption], ...]
    words: tuple[WordRead, ...]

    @property
    def label(self) -> str:
        """How the words were read, for the name of the row."""
        named = "; ".join(f"{word.word}: {option.label}" for word, option in self.chosen)
        return f"The document, read otherwise ({named})"

    @property
    def changed(self) -> tuple[WordRead, ...]:
        """The words that come out otherwise than the clinician judges."""
        return tuple(read for read in self.words if read.judged is not read.read)


@dataclass(frozen=True, slots=True)
class WordRead:
    """One vague word: as the clinician judges it, and in the reading in force."""

    word: VagueWord
    option: ReadingOption
    judged: Truth
    read: Truth


def chosen_readings(
    book: RuleBook, readings: Mapping[str, str]
) -> tuple[tuple[VagueWord, ReadingOption], ...]:
    """The readings in force that are not the clinician's; what is none of ours is left out."""
    return tuple(
        (word, option)
        for word in book.vague_words
        for option in word.options
        if option.id == readings.get(word.id) and option.concept is not None
    )


def read_otherwise(book: RuleBook, trace: Trace, readings: Mapping[str, str]) -> Reread | None:
    """The document's verdict under the readings chosen; None where every word is the clinician's.

    Raises DefectError when the two engines disagree.
    """
    chosen = chosen_readings(book, readings)
    if not chosen:
        return None
    reading = _reading_book(book)
    by_word = {word.id: option for word, option in chosen}
    entries = {
        fact.finding: fact.value for fact in trace.facts if fact.finding in reading.vocabulary.atoms
    }
    words = []
    for word in book.vague_words:
        option = by_word.get(word.id, word.options[0])
        judged = trace.concepts[word.concept.id]
        found = judged if option.concept is None else trace.concepts[option.concept.id]
        if found is not Truth.UNKNOWN and not _is_flag(book, word):
            entries[PREFIX + word.concept.id] = found is Truth.YES
        words.append(WordRead(word, option, judged, found))
    verdict = consult(reading, entries).overall
    return Reread(_asking_for_criteria(book, trace, verdict, by_word), chosen, tuple(words))


def _asking_for_criteria(
    book: RuleBook, trace: Trace, verdict: Verdict, by_word: Mapping[str, ReadingOption]
) -> Verdict:
    """What the reading waits for, as findings that can be told."""
    known = {fact.finding: fact.value for fact in trace.facts}
    proofs = proofs_of(trace)
    waiting: dict[str, None] = {}
    for name in verdict.waiting_for:
        concept = name.removeprefix(PREFIX)
        if concept == name:
            waiting[name] = None
            continue
        option = by_word.get(concept)
        source = concept if option is None or option.concept is None else option.concept.id
        rules = [r for r in book.rules_for[source] if proofs[r.id].truth is Truth.UNKNOWN]
        waiting |= dict.fromkeys(missing_for(book, known, proofs, rules))
    return verdict.model_copy(update={"waiting_for": tuple(waiting)})


def _is_flag(book: RuleBook, word: VagueWord) -> bool:
    return word.concept in book.flags


@cache
def _reading_book(book: RuleBook) -> RuleBook:
    """The document alone, with a question for each vague word in place of the rules for it."""
    words = {word.concept.id: word for word in book.vague_words if not _is_flag(book, word)}
    asked = tuple(
        YesNo(
            id=PREFIX + name,
            label=word.concept.label,
            question=f"Does “{word.word}” hold in this reading?",
            help="Yes or no as the criterion of the reading comes out.",
            section=book.vocabulary.sections[0].id,
        )
        for name, word in words.items()
    )
    chapters = tuple(
        replace(chapter, rules=tuple(_reread(rule, words) for rule in chapter.rules))
        for chapter in book.chapters
        if all(rule.layer is Layer.DOCUMENT for rule in chapter.rules)
    )
    concepts = tuple(c for c in book.concepts if c.layer is Layer.DOCUMENT)
    return replace(
        book,
        vocabulary=replace(book.vocabulary, findings=(*book.vocabulary.findings, *asked)),
        concepts=concepts,
        chapters=tuple(chapter for chapter in chapters if chapter.rules),
        vague_words=(),
        shown_doses=(),
    )


def _reread(rule: Rule, words: Mapping[str, VagueWord]) -> Rule:
    if rule.then.id not in words:
        return rule
    asked = Is(PREFIX + rule.then.id, True)
    return replace(rule, when=asked, examples=(Example((asked,), fires=True),))
