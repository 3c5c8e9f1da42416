"""A learner as rows. Everything here happens inside of the caller's transaction.

Whoever writes has locked the learner's row before, so nobody else writes meanwhile.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, select

from ui.database.place import StoreError
from ui.database.tables import ANSWER, DOCUMENT, LEARNER, OF_A_LEARNER, PROGRESS, TWIN
from ui.learning.learner import Learner, Reached, joined, parted, round_of
from ui.learning.three_way import merged

Key = dict[str, Any]
"""The columns that find a row, with their values."""


def read(connection: Connection, learner: str, database: str) -> Learner:
    """Everything that is kept of a learner; an empty one when there is none."""
    own = connection.execute(select(LEARNER).where(LEARNER.c.id == learner)).one_or_none()
    if own is None:
        return Learner(database=database)
    answers: dict[str, dict[int, Any]] = {}
    twins: dict[str, dict[str, Any]] = {}
    places = _of(connection, PROGRESS, learner)
    rounds = {row.case: row.round for row in places}
    for row in _of(connection, ANSWER, learner):
        if rounds.get(row.case) == row.round:
            answers.setdefault(row.case, {})[row.step] = _data(row.content)
    for row in _of(connection, TWIN, learner):
        if rounds.get(row.case) == row.round:
            twins.setdefault(row.case, {})[row.twin] = _data(row.content)
    return Learner(
        id=learner,
        database=database,
        revision=own.revision,
        name=own.name,
        cases={
            row.case: joined(answers.get(row.case, {}), twins.get(row.case, {}), _data(row.content))
            for row in places
        },
        documents={
            (row.kind, row.key): _data(row.content) for row in _of(connection, DOCUMENT, learner)
        },
    )


def write(connection: Connection, learner: str, known: Learner, now: Learner) -> None:
    """Keep what has changed since ``known``; what others have added meanwhile stays."""
    if now.name != known.name:
        connection.execute(LEARNER.update().where(LEARNER.c.id == learner).values(name=now.name))
    for case in {**known.cases, **now.cases}:
        before, ours = known.cases.get(case, {}), now.cases.get(case, {})
        if not ours:
            for table in (ANSWER, TWIN, PROGRESS):
                connection.execute(
                    _where(table.delete(), table, {"learner": learner, "case": case})
                )
        elif ours != before:
            _reach(connection, {"learner": learner, "case": case}, before, ours)
    for name in {**known.documents, **now.documents}:
        if now.documents.get(name) != known.documents.get(name):
            key = {"learner": learner, "kind": name[0], "key": name[1]}
            _put(connection, DOCUMENT, key, now.documents.get(name))


def add_missing(connection: Connection, learner: str, own: Learner) -> None:
    """Add what the learner lacks; what is there stays as it is."""
    there = read(connection, learner, own.database)
    for case, reached in own.cases.items():
        key = {"learner": learner, "case": case}
        theirs = there.cases.get(case)
        if theirs is None:
            _reach(connection, key, {}, reached)
        else:
            answers, twins, rest = parted(reached)
            place = {**merged({}, parted(theirs)[2], rest), "round": round_of(theirs)}
            _reach(connection, key, theirs, joined(answers, twins, place), replacing=False)
    for name, data in own.documents.items():
        if name not in there.documents:
            _put(connection, DOCUMENT, {"learner": learner, "kind": name[0], "key": name[1]}, data)
    if own.name and not there.name:
        connection.execute(LEARNER.update().where(LEARNER.c.id == learner).values(name=own.name))


def delete(connection: Connection, learner: str) -> None:
    """Delete a learner, and those who have become part of it."""
    delete_rows(connection, learner)
    here = (LEARNER.c.id == learner) | (LEARNER.c.joined == learner)
    connection.execute(LEARNER.delete().where(here))


def delete_rows(connection: Connection, learner: str) -> None:
    """Delete everything that a learner has; only the id is left."""
    for table in OF_A_LEARNER:
        connection.execute(table.delete().where(table.c.learner == learner))


def _reach(
    connection: Connection, key: Key, before: Reached, ours: Reached, *, replacing: bool = True
) -> None:
    """Keep how far somebody has come in a case.

    Of a round that was begun again elsewhere nothing is kept. An answer that was committed stays;
    one in ``before`` gives way only where it was seen and another put in its place, as when the
    case was edited since.
    """
    answers, twins, rest = parted(ours)
    count = round_of(ours)
    if round_of(before) != count:
        before = {}
    old_answers, old_twins, old_rest = parted(before)
    place = connection.execute(
        _where(select(PROGRESS.c.round, PROGRESS.c.content), PROGRESS, key)
    ).one_or_none()
    if place is not None and place.round > count:
        return
    if place is not None and place.round < count:
        for table in (ANSWER, TWIN):
            connection.execute(_where(table.delete(), table, key))
    elif place is not None:
        rest = merged(old_rest, rest, _data(place.content))
    _put(connection, PROGRESS, key, rest, round=count)
    for step, answer in answers.items():
        if answer != old_answers.get(step):
            seen = old_answers.get(step) if replacing else None
            _commit(connection, ANSWER, {**key, "round": count, "step": step}, answer, seen)
    for twin, said in twins.items():
        if said != old_twins.get(twin):
            _commit(connection, TWIN, {**key, "round": count, "twin": twin}, said, None)


def _commit(connection: Connection, table: Table, key: Key, data: Any, seen: Any) -> None:
    """Keep what was committed, once: what is there stays, unless it is what was to be replaced."""
    there = connection.scalar(_where(select(table.c.content), table, key))
    if there is None:
        connection.execute(table.insert().values(**key, content=_text(data)))
    elif seen is not None and _data(there) == seen:
        connection.execute(_where(table.update(), table, key).values(content=_text(data)))


def _put(connection: Connection, table: Table, key: Key, data: Any, **columns: Any) -> None:
    """Keep data in a row, in place of what was there; None deletes it."""
    if data is None:
        connection.execute(_where(table.delete(), table, key))
        return
    told = {"content": _text(data), **columns}
    if not connection.execute(_where(table.update(), table, key).values(told)).rowcount:
        connection.execute(table.insert().values(**key, **told))


def _of(connection: Connection, table: Table, learner: str) -> list[Any]:
    return list(connection.execute(select(table).where(table.c.learner == learner)))


def _where(statement: Any, table: Table, key: Mapping[str, Any]) -> Any:
    return statement.where(*(table.c[name] == value for name, value in key.items()))


def _text(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


def _data(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise StoreError("What is kept of this learner is broken.") from error
