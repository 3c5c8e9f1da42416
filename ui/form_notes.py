"""What is said beneath a question, each in the colour and with the mark of its meaning."""

from __future__ import annotations

from ui import markup


def note(symbol: str, tone: str, words: str) -> str:
    """A short note; the mark is for the eye, the words say all."""
    return (
        f'<p class="cds-note cds-{tone} cds-small"><strong aria-hidden="true">{symbol}</strong> '
        f"{markup.text(words)}</p>"
    )


def counts_as(words: str) -> str:
    """What an entry is taken for."""
    return note("→", "fact", words)


def equals(stored: str) -> str:
    """What a number in another unit comes to, in the unit that the rules use."""
    return f'<p class="cds-hint cds-small"><strong>= {markup.text(stored)}</strong></p>'


def not_used() -> str:
    """That an entry has no effect for this diagnosis."""
    return note("○", "outside", "Not used for this diagnosis.")


def unusual(words: str) -> str:
    """A question about a possible typing error."""
    return note("?", "open", words)


def wrong(words: str) -> str:
    """What is wrong with an entry, and how to mend it."""
    return note("!", "stop", words)


def hint(words: str) -> str:
    """What a question means."""
    return markup.paragraph(words, "cds-hint cds-muted cds-small")
