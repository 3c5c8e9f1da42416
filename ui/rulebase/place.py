"""Where one side of a comparison comes from: a folder, a git revision, or this program itself.

What is needed of it is copied into a folder of its own: ``rules``, and beside it ``engine`` and
``cases`` where there are any. Nothing is run here.
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import rules
from engine.errors import InputError, Problem
from engine.words import quoted

PARTS = {"rules": "alone", "engine": "beside", "cases/library": "beside"}
"""What is taken of a side, and into which folder; only the first has to be there.

The rules are put into one of their own: nothing else of a side may come before this program.
"""

PATIENCE = 60
"""How many seconds git may take."""

NAME_ONE = "Name a folder or a git revision."

LARGEST = 200_000_000
"""The most bytes of a revision that are unpacked."""


@dataclass(frozen=True, slots=True)
class Place:
    """One side: what it is called, and the folder with copies of its parts.

    ``name`` is as it was asked for, ``what`` says what that is ("git revision 1a2b3c4d5e6f").
    """

    side: str
    name: str
    what: str
    folder: Path

    @property
    def has_engine(self) -> bool:
        """Whether it has an engine of its own."""
        return (self.folder / "beside" / "engine" / "__init__.py").is_file()

    def cases(self) -> Mapping[str, bytes]:
        """The files of its case library by name; none where it has none."""
        files = sorted((self.folder / "beside" / "cases" / "library").glob("*.toml"))
        return {file.name: file.read_bytes() for file in files}


def find_place(side: str, name: str | None, folder: Path) -> Place:
    """Copy one side into ``folder``; ``name`` is a folder, else a git revision, None this program.

    Raises InputError naming the side where it is neither, or holds no rules.
    """
    if name is None:
        return _of_folder(side, "this program", Path(rules.__file__).parent, folder)
    if not name.strip():  # an empty path would be the present folder
        raise refused(side, "Its name is empty.", NAME_ONE)
    path = Path(name)
    try:
        if path.is_dir():
            return _of_folder(side, name, path, folder)
        if path.exists():
            raise refused(side, f"{quoted(name)} is a file.", NAME_ONE)
    except OSError as error:
        if error.errno != errno.ENAMETOOLONG:  # then it is no folder, but may be a revision
            wrong = f"{quoted(name)} cannot be looked at ({_first(error)})."
            raise refused(side, wrong, NAME_ONE) from error
    return _of_revision(side, name, folder)


def refused(side: str, wrong: str, mend: str) -> InputError:
    """That a side cannot be compared, and what to do about it."""
    return InputError(Problem(side, wrong, mend))


def _of_folder(side: str, name: str, path: Path, folder: Path) -> Place:
    path = path.resolve()
    if not (path / "rules" / "__init__.py").is_file() and path.name == "rules":
        path = path.parent
    if not (path / "rules" / "__init__.py").is_file():
        raise refused(
            side,
            f"The folder {quoted(name)} holds no rules: there is no rules/__init__.py in it.",
            "Name the folder rules, or the folder that it is in.",
        )
    hidden = shutil.ignore_patterns("__pycache__", ".*")
    try:
        for part, home in PARTS.items():
            if (path / part).is_dir():
                shutil.copytree(path / part, folder / home / part, ignore=hidden)
    except (OSError, shutil.Error) as error:
        raise refused(
            side, f"The folder {quoted(name)} cannot be read ({_first(error)}).", "Name another."
        ) from error
    return Place(side, name, "these rules" if name == "this program" else "folder", folder)


def _of_revision(side: str, name: str, folder: Path) -> Place:
    top = _git(side, name, "rev-parse", "--show-toplevel").decode().strip()
    wanted = f"{name}^{{commit}}"
    commit = _git(side, name, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    revision = commit.decode().strip()
    there = _git(
        side, name, "-C", top, "ls-tree", "-d", "-z", "--name-only", revision, "--", *PARTS
    )
    parts = [part for part in there.decode().split("\0") if part]
    if "rules" not in parts:
        raise refused(
            side,
            f"The git revision {quoted(name)} holds no folder rules.",
            "Name a revision of the repository that the rules are kept in.",
        )
    for part in parts:
        packed = _git(side, name, "-C", top, "archive", "--format=tar", revision, "--", part)
        with tarfile.open(fileobj=BytesIO(packed)) as archive:
            if sum(member.size for member in archive) > LARGEST:
                raise refused(side, "It is too large to be rules.", "Name another revision.")
            _unpack(archive, (folder / PARTS[part]).resolve())
    if not (folder / "alone" / "rules" / "__init__.py").is_file():
        raise refused(
            side,
            f"The git revision {quoted(name)} holds no rules: there is no rules/__init__.py in it.",
            "Name a revision in which the rules can be imported.",
        )
    return Place(side, name, f"git revision {revision[:12]}", folder)


def _unpack(archive: tarfile.TarFile, home: Path) -> None:
    """Write the plain files of an archive; links, and what lies outside, are left out."""
    for member in archive:
        target = (home / member.name).resolve()
        if not member.isreg() or not target.is_relative_to(home):
            continue
        content = archive.extractfile(member)
        if content is not None:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.read())


def _git(side: str, name: str, *arguments: str) -> bytes:
    """What git answers in the present folder; it neither asks for a password nor goes online."""
    program = shutil.which("git")
    if program is None:
        raise refused(
            side,
            f"{quoted(name)} is no folder, and there is no git to look it up with.",
            "Name a folder, or install git.",
        )
    apart = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(
            [program, *arguments],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env={**os.environ, **apart},
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise refused(side, f"git took longer than {PATIENCE} s.", "Name a folder.") from error
    except ValueError as error:
        raise _not_found(side, name, "") from error
    except OSError as error:
        raise refused(side, f"git cannot be run ({_first(error)}).", "Name a folder.") from error
    if done.returncode != 0:
        raise _not_found(side, name, done.stderr.decode(errors="replace"))
    return done.stdout


def _not_found(side: str, name: str, said: str) -> InputError:
    if "not a git repository" in said:
        return refused(
            side,
            f"{quoted(name)} is no folder, and the present folder is in no git repository.",
            "Name a folder, or run it in the repository that the revision is in.",
        )
    because = f" git says: {said.strip().splitlines()[-1]}" if said.strip() else ""
    return refused(
        side,
        f"{quoted(name)} is neither a folder nor a git revision.{because}",
        "Check its spelling; git log --oneline lists revisions.",
    )


def _first(error: BaseException) -> str:
    said = error.strerror if isinstance(error, OSError) else None
    text = str(said or (error.args[0] if error.args else error))
    return text.splitlines()[0][:200] if text else type(error).__name__
