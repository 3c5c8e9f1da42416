"""Saving a case into the folder of one's own cases. It is whole there, or not there at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from cases import load
from cases.check import check_case
from cases.draft import is_id
from cases.load import SUFFIX, read_case
from cases.own import own_folder, read_again
from engine.errors import CaseError, Problem
from engine.words import quoted


def exists_already(case_id: str) -> bool:
    """Whether the folder that is set holds a file of this name."""
    folder = own_folder()
    return folder is not None and is_id(case_id) and os.path.lexists(_file(folder, case_id))


def save_own(case_id: str, raw: bytes, *, replace: bool = False) -> Path:
    """Save a case file in the folder that is set, and return where it stands.

    Raises CaseError, and changes nothing, without a folder, for a name that cannot be used or is
    taken (unless it is to be replaced), for a file that is no sound case, and where the disk
    refuses.
    """
    folder = own_folder()
    if folder is None:
        raise _refused("No folder is set.", "Name one in AUTOIMMUNE_CDS_CASES and start again.")
    if not is_id(case_id):
        mend = "Use small letters, digits and hyphens, such as lupus-mild."
        raise _refused(f"{quoted(case_id)} cannot be the name of a case.", mend)
    if case_id in {case.id for case in load.library()}:
        raise _refused("A case that comes with the program has this name.", "Give it another.")
    case = read_case(raw, f"{case_id}{SUFFIX}")
    if problems := check_case(case):
        raise CaseError(*problems)
    file = _file(folder, case_id)
    if not replace and os.path.lexists(file):
        raise _refused(f"There is a file {file.name} already.", "Replace it, or give another id.")
    _write(file, raw)
    read_again()
    return file


def _file(folder: Path, case_id: str) -> Path:
    return folder / f"{case_id}{SUFFIX}"


def _write(file: Path, raw: bytes) -> None:
    """Write beside the file and rename, so that no reader ever sees half of it."""
    beside = file.with_name(f".{file.name}.{secrets.token_hex(6)}.part")
    try:
        with beside.open("xb") as out:
            out.write(raw)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(file)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        wrong = f"{file.name} cannot be saved in {file.parent}: {error.strerror or error}."
        raise _refused(
            wrong, "Make room there or allow writing, or download the file instead."
        ) from error


def _refused(wrong: str, mend: str) -> CaseError:
    return CaseError(Problem("", wrong, mend))
