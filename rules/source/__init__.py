"""The document: its statements by paragraph, and what is shown beside them.

The text is paraphrased statement by statement. ``EXCUSES`` says why a statement is cited by no
rule.
"""

from rules.source.excuses import EXCUSES
from rules.source.notes import AIMS, GLOSSARY, SILENCES
from rules.source.statements import STATEMENTS
from rules.source.vague_words import VAGUE_WORDS

__all__ = ["AIMS", "EXCUSES", "GLOSSARY", "SILENCES", "STATEMENTS", "VAGUE_WORDS"]
