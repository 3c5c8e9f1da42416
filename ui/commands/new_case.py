"""``cases new``: the skeleton of a case file, to be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cases import draft as drafts
from cases.draft import Begun
from cases.draft_answers import settled
from cases.load import SUFFIX
from cases.own import every_case
from cases.survey import every_file
from cases.toml_file import as_toml
from engine.errors import CaseError, Problem
from engine.reading import LARGEST_TRACE, read_request
from engine.words import quoted
from rules.full import FULL_RULEBOOK
from ui.commands import terminal
from ui.commands.find import find
from ui.commands.patient import PROFILE
from ui.commands.reading import STANDARD_INPUT, read_bytes

Profile = Annotated[
    str | None,
    typer.Option(
        "--from-profile",
        metavar="FILE",
        help="Begin with this patient: what is known becomes what the first steps tell. "
        "- is standard input.",
        show_default=False,
    ),
]
Copied = Annotated[
    str | None,
    typer.Option(
        "--from-case", metavar="ID", help="Begin with a copy of this case.", show_default=False
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to this file, which must not exist yet; without it, to standard output.",
        show_default=False,
    ),
]


def new_case(profile: Profile = None, case: Copied = None, output: Output = None) -> None:
    """Write the skeleton of a case: everything that the program can fill in.

    What the rules answer at each step is asked of them. Fill in the texts and the options, then
    see what is left with check.
    """
    if profile is not None and case is not None:
        raise typer.BadParameter("Give --from-profile or --from-case, not both.")
    file = None if output is None else _file(output)
    begun = _begun(profile, case)
    raw = as_toml(settled(begun.draft))
    if begun.left_out:
        terminal.message("\n".join(["Left out:", *(f"- {each}" for each in begun.left_out)]))
    if file is None:
        terminal.answer(raw.decode())
        return
    _write(file, raw)
    terminal.message(f"Written to {file}. Fill it in, then: {terminal.PROGRAM} cases check {file}")


def _begun(profile: str | None, case: str | None) -> Begun:
    taken = [name.removesuffix(SUFFIX) for name, _ in every_file()]
    if profile is not None:
        request = read_request(read_bytes(profile, LARGEST_TRACE), FULL_RULEBOOK, PROFILE)
        return drafts.from_profile(request.profile.as_file(), taken, request.layers)
    if case is not None:
        known = {each.id: each for each in every_case()}
        return drafts.from_case(find("case", case, known, "cases list"), taken)
    return Begun(drafts.new_draft())


def _file(output: str) -> Path:
    """The file to write. Raises CaseError for one that could not be a case."""
    file = Path(output)
    if output == STANDARD_INPUT or file.suffix != SUFFIX or not drafts.is_id(file.stem):
        mend = "Name it with small letters, digits and hyphens, such as lupus-mild.toml."
        raise CaseError(Problem("output", f"{quoted(output)} cannot be a case file.", mend))
    return file


def _write(file: Path, raw: bytes) -> None:
    try:
        with file.open("xb") as out:
            out.write(raw)
    except FileExistsError:
        wrong, mend = "There is such a file already.", "Name another."
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        wrong, mend = f"It cannot be written: {reason}.", "Name another file."
    else:
        return
    raise CaseError(Problem(terminal.shortened(str(file)), wrong, mend))
