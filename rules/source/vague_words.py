"""The ledger of vague words: what the document says, and how each word may be read.

In the document layer each is read as the clinician judges it.
"""

from engine.language import Concept, ReadingOption, VagueWord
from rules.concepts import (
    ALL_OTHER_OPTIONS_FAILED,
    CLOSE_MONITORING,
    HIGHLY_ACTIVE,
    LIFE_THREATENING,
    RAPIDLY_PROGRESSING,
    SEVERE,
    UNRESPONSIVE,
)

BY_THE_CLINICIAN = ReadingOption(id="clinician", label="as judged by the clinician")


def _word(concept: Concept, word: str, says: str, *cites: str) -> VagueWord:
    return VagueWord(
        id=concept.id,
        word=word,
        says=says,
        cites=cites,
        concept=concept,
        options=(BY_THE_CLINICIAN,),
    )


VAGUE_WORDS: tuple[VagueWord, ...] = (
    _word(
        SEVERE,
        "severe",
        "Used of every disease but multiple sclerosis; never with a number.",
        "S5",
        "S11",
        "S25",
    ),
    _word(
        LIFE_THREATENING,
        "life-threatening",
        "For lupus two complications are named; elsewhere nothing is said.",
        "S13",
        "S36",
    ),
    _word(
        UNRESPONSIVE,
        "resistant, unresponsive to safer therapies, refractory",
        "Neither which therapies, nor how long, nor at which dose.",
        "S12",
        "S37",
        "S43",
    ),
    _word(
        HIGHLY_ACTIVE,
        "aggressive, highly active",
        "Two words for one idea; no count of relapses or lesions.",
        "S18",
        "S21",
    ),
    _word(
        ALL_OTHER_OPTIONS_FAILED, "all other options failed", "Which options is not said.", "S29"
    ),
    _word(RAPIDLY_PROGRESSING, "rapidly progressing", "No pace is given.", "S29"),
    _word(
        CLOSE_MONITORING,
        "close supervision, close monitoring",
        "Required throughout treatment; no test and no interval is named.",
        "S16",
        "S40",
    ),
)
