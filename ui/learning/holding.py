"""The learner of an open page: held in memory, and kept as soon as that is possible.

``known`` is what the database held when it was last seen, ``now`` what the screens show. Where they
differ, something is still to be kept; nothing else has to be remembered for that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ui import store
from ui.learning.learner import Learner
from ui.learning.repository import old_cases


@dataclass(slots=True)
class Holding:
    """What is held of a learner. The session's lock is held by whoever calls."""

    known: Learner = field(default_factory=Learner)
    now: Learner = field(default_factory=Learner)
    forgetting: str = ""
    """The id of a learner who is still to be deleted."""
    reason: str = ""
    """Why something is not kept yet."""

    @property
    def saved(self) -> bool:
        """Whether everything is kept."""
        return not (self.forgetting or self.now.differs_from(self.known))

    def refresh(self, session: str, record: Mapping[str, Any]) -> dict[str, Any]:
        """Keep what is still to be kept, or take over what others have; the record without it."""
        found = self._adopted(session, record)
        try:
            if self.saved:
                self._fetch(session)
            if not self.saved:
                self._save(session, found)
        except store.StoreError as error:
            self.reason = str(error)
        return found

    def change(self, session: str, record: Mapping[str, Any], changed: Learner) -> None:
        """Show the changed learner from now on, and keep it."""
        self.now = changed
        try:
            if not self.saved:
                self._save(session, record)
        except store.StoreError as error:
            self.reason = str(error)

    def attach(self, session: str, record: Mapping[str, Any], learner: str, *, bring: bool) -> None:
        """Go on as another learner. Raises StoreError or UnknownCodeError; then nothing changes."""
        if not self.saved:
            self._save(session, record)
        found = store.current().learners.attach(session, record, learner, bring=bring)
        self.known = self.now = found

    def forget(self, session: str, record: Mapping[str, Any]) -> None:
        """Delete the learner; as long as that is not possible, it is tried again."""
        self.forgetting = self.known.id or self.forgetting
        self.known = self.now = Learner(database=self.known.database)
        self.change(session, record, self.now)

    def _fetch(self, session: str) -> None:
        found = store.current().learners.fetch(session, self.known)
        if self.known.database and found.database != self.known.database:
            # Another database stands in its place, which is to hold what this page shows.
            self.known = found
        else:
            self.known = self.now = found

    def _save(self, session: str, record: Mapping[str, Any]) -> None:
        learners = store.current().learners
        if self.forgetting:
            learners.forget(self.forgetting)
            self.forgetting = ""
        if self.now.differs_from(self.known):
            self.known = self.now = learners.save(session, record, self.known, self.now)
        self.reason = ""

    def _adopted(self, session: str, record: Mapping[str, Any]) -> dict[str, Any]:
        """The record without the answers that an older version kept in it."""
        if "progress" not in record:
            return dict(record)
        without = {name: part for name, part in record.items() if name != "progress"}
        if not record["progress"]:
            return without
        try:
            store.current().learners.adopt(session)
        except store.StoreError:
            if self.now.is_empty:  # shown all the same, and kept as soon as that is possible
                self.now = Learner(cases=old_cases(record["progress"]))
            return dict(record)
        return without
