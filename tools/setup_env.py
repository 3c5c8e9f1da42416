"""Create or refresh the project's virtual environment.

    python3 tools/setup_env.py [--dev] [--venv DIRECTORY]

It installs exactly what the lock files name, every file checked against its
hash, and then the project itself in editable mode. A stamp in the environment
records what it was made from, so a second run with nothing changed returns at
once. Standard library only: it runs before anything is installed. It also has
to be readable by a Python too old or too new for the project, so that such a
Python gets a clear message instead of a syntax error.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"

OLDEST, NEWEST = (3, 11), (3, 13)

# Needed before the rest, because they install and build it.
BUILD_TOOLS = frozenset({"pip", "setuptools"})
# Published as C source only, so it is compiled here.
COMPILED = frozenset({"durable-rules"})

STAMP_NAME = "setup-stamp.json"


class SetupError(Exception):
    """A problem the user can solve; its text says how."""


def check_python() -> None:
    """Refuse an interpreter the locked packages are not meant for."""
    version = sys.version_info[:2]
    if not OLDEST <= version <= NEWEST or platform.python_implementation() != "CPython":
        raise SetupError(
            f"CPython 3.{OLDEST[1]} to 3.{NEWEST[1]} is needed, and this is "
            f"{platform.python_implementation()} {platform.python_version()} ({sys.executable}).\n"
            f"Name another one, for example:  make run PYTHON=python3.{NEWEST[1]}"
        )


def toolchain_help() -> str:
    """Say what to install, per system, to compile a Python extension."""
    python = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    return (
        "Install what is missing, then give the same command again:\n"
        f"  Debian, Ubuntu  sudo apt-get install build-essential {python}-dev {python}-venv\n"
        f"  Fedora          sudo dnf install gcc {python}-devel\n"
        "  macOS           xcode-select --install\n"
        "  Windows         Visual Studio Build Tools with 'Desktop development with C++'"
    )


def check_toolchain() -> None:
    """Find out in a second, and not in a page of compiler output, whether C can be built."""
    if importlib.util.find_spec("ensurepip") is None:
        raise SetupError(f"this Python cannot make virtual environments.\n{toolchain_help()}")
    problem = windows_problem() if os.name == "nt" else compile_problem()
    if problem:
        raise SetupError(
            f"{problem}.\ndurable-rules, the rule engine, is published as C source and has to be "
            f"compiled.\n{toolchain_help()}"
        )


def windows_problem() -> str:
    """Return why Visual C++ cannot be used, or an empty string."""
    # Visual C++ is found through vswhere, which every installer since 2017 puts here.
    programs = Path(os.environ.get("PROGRAMFILES(X86)", "C:/Program Files (x86)"))
    vswhere = programs / "Microsoft Visual Studio" / "Installer" / "vswhere.exe"
    return "" if vswhere.is_file() or shutil.which("cl") else "there is no Visual C++ compiler"


def compile_problem() -> str:
    """Return why a C file that includes Python.h cannot be compiled, or an empty string."""
    # The same choice that setuptools makes.
    command = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")
    if shutil.which(command[0]) is None:
        return f"there is no C compiler ('{command[0]}' was not found)"
    headers = Path(sysconfig.get_path("include"))
    if not (headers / "Python.h").is_file():
        return f"Python's C headers are not installed ({headers / 'Python.h'} is missing)"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "probe.c")
        source.write_text("#include <Python.h>\n", encoding="utf-8")
        include = [f"-I{sysconfig.get_path(name)}" for name in ("include", "platinclude")]
        result = subprocess.run(
            [*command, *include, "-c", str(source), "-o", str(source.with_suffix(".o"))],
            capture_output=True,
            text=True,
            check=False,
        )
    if result.returncode == 0:
        return ""
    reasons = [line for line in result.stderr.splitlines() if "error" in line]
    return f"the C compiler does not work ({(reasons or ['no reason given'])[0]})"


def build_environment() -> dict[str, str]:
    """Return the environment variables under which durable-rules compiles and loads."""
    environment = dict(os.environ)
    if sys.version_info >= (3, 13):
        # Python 3.13 removed PyEval_CallObject, which durable-rules calls.
        # PyObject_CallObject takes the same arguments. Without this it still
        # compiles, but cannot be imported.
        name, flag = ("CL", "/D") if os.name == "nt" else ("CPPFLAGS", "-D")
        equals = "#" if os.name == "nt" else "="  # the CL variable has no other way to say '='
        define = f"{flag}PyEval_CallObject{equals}PyObject_CallObject"
        environment[name] = f"{environment.get(name, '')} {define}".strip()
    return environment


def locked(lock: Path, names: frozenset[str]) -> str:
    """Return the entries of a lock file for the named packages, with their hashes."""
    entries = re.findall(r"^\S+==.*(?:\n[ ].*)*", lock.read_text(encoding="utf-8"), re.MULTILINE)
    chosen = [entry for entry in entries if entry.split("==", 1)[0] in names]
    if len(chosen) != len(names):
        raise SetupError(f"{lock.name} does not name all of: {', '.join(sorted(names))}.")
    return "\n".join(chosen) + "\n"


class Environment:
    """One virtual environment and what is installed in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        scripts = folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = scripts / ("python.exe" if os.name == "nt" else "python")
        self.stamp = folder / STAMP_NAME

    def read_stamp(self) -> dict[str, str]:
        """Return what the last complete set-up recorded; nothing if there was none."""
        if not self.python.exists():
            return {}
        try:
            stamp: dict[str, str] = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp

    def create(self) -> None:
        """Make the environment anew, so that nothing from before is left in it."""
        say(f"creating {self.folder} with Python {platform.python_version()}")
        venv.EnvBuilder(clear=True, symlinks=os.name != "nt", with_pip=True).create(self.folder)
        self.pip("--only-binary=:all:", entries=locked(RUN_LOCK, BUILD_TOOLS))

    def install_compiled(self) -> None:
        """Compile durable-rules.

        Never from pip's cache, and not into it: pip would also reuse a build made
        without the definition that Python 3.13 needs.
        """
        say("compiling durable-rules")
        self.pip(
            "--no-binary=durable-rules",
            "--no-build-isolation",
            "--no-cache-dir",
            entries=locked(RUN_LOCK, COMPILED),
            environment=build_environment(),
        )
        check = [str(self.python), "-I", "-c", "import durable_rules_engine, durable.lang"]
        result = subprocess.run(check, capture_output=True, text=True, check=False)
        if result.returncode != 0:
            reason = result.stderr.strip().splitlines()[-1:] or ["no reason given"]
            raise SetupError(
                f"durable-rules was compiled but cannot be imported ({reason[0]}).\n"
                "A CC, CFLAGS, CPPFLAGS or LDFLAGS variable in the environment can be the cause."
            )

    def install_locked(self, lock: Path) -> None:
        """Install everything a lock file names."""
        say(f"installing {lock.name} (the first time, some 150 MB are downloaded)")
        self.pip("--only-binary=:all:", "-r", str(lock))

    def install_project(self) -> None:
        """Install the project itself, which provides the console command."""
        say("installing the project")
        self.pip("--no-build-isolation", "--no-index", "--editable", str(ROOT), hashes=False)

    def pip(
        self,
        *arguments: str,
        entries: str = "",
        hashes: bool = True,
        environment: dict[str, str] | None = None,
    ) -> None:
        """Run the environment's own pip, optionally on entries cut from a lock file."""
        # --no-deps: the lock names everything, so nothing may be added to it here.
        command = [str(self.python), "-I", "-m", "pip", "install", "-qq", "--no-deps"]
        command += ["--disable-pip-version-check", "--no-input", *arguments]
        if hashes:
            command.append("--require-hashes")
        with tempfile.TemporaryDirectory() as folder:
            if entries:
                requirements = Path(folder, "requirements.txt")
                requirements.write_text(entries, encoding="utf-8")
                command += ["-r", str(requirements)]
            result = subprocess.run(command, cwd=ROOT, env=environment, check=False)
        if result.returncode != 0:
            raise SetupError(
                "pip failed; its reason is above ('no matching distribution' can also mean that "
                "the package index could not be reached)."
            )


def say(text: str) -> None:
    """Report a step."""
    print(f"setup: {text}", flush=True)


def digest(*parts: bytes) -> str:
    """Return one hash over all parts."""
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def set_up(folder: Path, *, dev: bool) -> None:
    """Bring the environment up to date, doing no more than needed."""
    check_python()
    environment = Environment(folder)
    interpreter = f"{sys.version} {sys.base_prefix} {platform.machine()}".encode()
    files = [path.read_bytes() for path in (RUN_LOCK, DEV_LOCK, Path(__file__))]
    packages = digest(interpreter, *files)
    project = digest((ROOT / "pyproject.toml").read_bytes(), str(ROOT).encode())

    stamp = environment.read_stamp()
    same = stamp.get("packages") == packages
    complete = same and (stamp.get("kind") == "dev" or not dev)
    if complete and stamp.get("project") == project:
        return

    environment.stamp.unlink(missing_ok=True)  # until all is done, nothing is
    if not same:
        check_toolchain()
        environment.create()
        environment.install_compiled()
    if not complete:
        environment.install_locked(DEV_LOCK if dev else RUN_LOCK)
    environment.install_project()
    kind = "dev" if dev or (same and stamp.get("kind") == "dev") else "run"
    new = {"packages": packages, "project": project, "kind": kind}
    environment.stamp.write_text(json.dumps(new), encoding="utf-8")
    say("ready")


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Create or refresh the virtual environment.")
    parser.add_argument("--dev", action="store_true", help="also install what the checks need")
    parser.add_argument("--venv", type=Path, default=ROOT / ".venv", help="where (default: .venv)")
    arguments = parser.parse_args()
    try:
        set_up(arguments.venv.absolute(), dev=arguments.dev)
    except (SetupError, OSError, subprocess.CalledProcessError) as error:
        print(f"setup: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("setup: interrupted; the next run starts over", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
