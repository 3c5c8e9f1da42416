"""The learner code: the learner's id, written so that it can be copied and typed.

Digits and capital letters without I, L, O and U, as in Crockford's Base 32; the last one checks
the others.
"""

from __future__ import annotations

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 25
GROUP = 5
LONGEST_TYPED = 200

_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_PARTING = str.maketrans("", "", "-–—−_. \t\r\n\u00a0\u2010\u2011\u2060\u200b")


class WrongCodeError(ValueError):
    """What was typed is no learner's code; the message says what to look at."""


def new_learner_id() -> str:
    """An id that cannot be guessed (120 bits of randomness)."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
    return drawn + _check(drawn)


def as_code(learner: str) -> str:
    """An id in groups, as it is shown."""
    return "-".join(learner[start : start + GROUP] for start in range(0, len(learner), GROUP))


def read_code(typed: str) -> str:
    """The id in a code that somebody typed, in groups or not, in small letters or capitals.

    Raises WrongCodeError for what cannot be a code.
    """
    if not typed.strip():
        raise WrongCodeError("No code is entered. Type or paste it.")
    if len(typed) > LONGEST_TYPED:
        raise WrongCodeError(f"This is too long for a code: one has {LENGTH} characters.")
    found = typed.translate(_PARTING).upper().translate(_READ_AS)
    if any(character not in ALPHABET for character in found):
        raise WrongCodeError(
            "A code holds only digits and letters, in groups. Look for a character that is neither."
        )
    if len(found) != LENGTH:
        raise WrongCodeError(
            f"A code has {LENGTH} characters without the dashes; this has {len(found)}."
        )
    if found[-1] != _check(found[:-1]):
        raise WrongCodeError("A character of the code is mistyped. Compare it with the original.")
    return found


def _check(drawn: str) -> str:
    """One wrong character always changes this; two that changed places nearly always do."""
    total = sum((2 * place + 1) * ALPHABET.index(each) for place, each in enumerate(drawn))
    return ALPHABET[total % len(ALPHABET)]
