"""The tables. What screens keep is JSON text in them; what must be unique is a column.

An answer is a row of its own, so that committing it twice, or in two tabs, keeps the first one.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

LONGEST_ID = 64
LONGEST_NAME = 200
"""The most characters of a case's, twin's or document's name."""

METADATA = MetaData()


def _learner() -> Column[str]:
    """Whose row it is; it goes with the learner."""
    return Column(
        "learner",
        String(LONGEST_ID),
        ForeignKey("learner.id", ondelete="CASCADE"),
        primary_key=True,
    )


def _key(name: str) -> Column[str]:
    return Column(name, String(LONGEST_NAME), primary_key=True)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


ABOUT = Table(
    "about",
    METADATA,
    Column("name", String(LONGEST_ID), primary_key=True),
    Column("value", String(LONGEST_NAME), nullable=False),
)
"""``schema``: the version of these tables; ``id``: which database this is, by chance."""

SESSION = Table(
    "session",
    METADATA,
    Column("id", String(LONGEST_ID), primary_key=True),
    Column("content", Text, nullable=False),
    Column("touched", BigInteger, nullable=False),
    Column("learner", String(LONGEST_ID)),
)
"""What was entered under an address; ``touched`` in seconds since 1970."""

LEARNER = Table(
    "learner",
    METADATA,
    Column("id", String(LONGEST_ID), primary_key=True),
    Column("name", String(LONGEST_NAME), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("touched", BigInteger, nullable=False),
    Column("joined", String(LONGEST_ID)),
)
"""``revision`` counts what was kept; ``joined`` is the learner whose part this one has become."""

PROGRESS = Table(
    "progress",
    METADATA,
    _learner(),
    _key("case"),
    Column("round", Integer, nullable=False),
    Column("content", Text, nullable=False),
)
"""Where a learner stands in a case: position, what was shown, and what else belongs to it."""

ANSWER = Table(
    "answer",
    METADATA,
    _learner(),
    _key("case"),
    _number("round"),
    _number("step"),
    Column("content", Text, nullable=False),
)

TWIN = Table(
    "twin",
    METADATA,
    _learner(),
    _key("case"),
    _number("round"),
    _key("twin"),
    Column("content", Text, nullable=False),
)

DOCUMENT = Table(
    "document",
    METADATA,
    _learner(),
    _key("kind"),
    _key("key"),
    Column("content", Text, nullable=False),
)
"""Whatever else is kept of a learner."""

OF_A_LEARNER = (ANSWER, TWIN, PROGRESS, DOCUMENT)

Index("by_age", SESSION.c.touched)
Index("by_learner", SESSION.c.learner)
Index("learner_by_age", LEARNER.c.touched)
Index("by_joined", LEARNER.c.joined)
