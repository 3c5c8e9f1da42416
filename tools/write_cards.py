"""Write the rule cards in ``docs/rules`` from the rule book: ``python -m tools.write_cards``."""

from __future__ import annotations

from pathlib import Path

from engine.export.cards import pages
from rules.full import FULL_RULEBOOK

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "rules"


def write(folder: Path) -> None:
    """Write every page, and remove pages of chapters that are no more."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = pages(FULL_RULEBOOK)
    for old in folder.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        print(folder / name)


if __name__ == "__main__":
    write(FOLDER)
