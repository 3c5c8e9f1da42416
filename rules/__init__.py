"""What the program knows: the numbered document, the vocabulary and the rules.

``RULEBOOK`` is the explicit, ordered list of everything. Nothing is discovered.
"""

from engine.language import RuleBook
from rules.concepts import CONCEPTS, Drug
from rules.document import (
    arthritis_myopathy,
    introduction,
    lupus,
    multiple_sclerosis,
    outlook,
    risks,
    scope,
    vasculitis,
)
from rules.source import AIMS, EXCUSES, GLOSSARY, SILENCES, STATEMENTS, VAGUE_WORDS
from rules.vocabulary import VOCABULARY

RULEBOOK = RuleBook(
    version="1.0.0",
    vocabulary=VOCABULARY,
    drugs=Drug,
    concepts=CONCEPTS,
    chapters=(
        introduction.CHAPTER,
        lupus.CHAPTER,
        multiple_sclerosis.CHAPTER,
        vasculitis.CHAPTER,
        arthritis_myopathy.CHAPTER,
        risks.CHAPTER,
        outlook.CHAPTER,
        scope.CHAPTER,
    ),
    statements=STATEMENTS,
    excuses=EXCUSES,
    glossary=GLOSSARY,
    aims=AIMS,
    silences=SILENCES,
    vague_words=VAGUE_WORDS,
)
