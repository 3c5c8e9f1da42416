"""``ui``: serve the screens to a browser on this machine, after a self-check of both engines."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import threading
import time
from pathlib import Path
from typing import Annotated

import typer

from cases.own import every_case, own_cases
from cases.prepare import prepare as prepare_cases
from engine.consult import consult
from engine.errors import CaseError, InputError, Problem
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from ui.commands import terminal
from ui.commands.patient import PROFILE
from ui.database.place import DATABASE_VARIABLE, StoreError, make_absolute
from ui.memory import settle
from ui.store import current

HOME = Path(__file__).resolve().parents[2]
APP = HOME / "ui" / "app.py"
ADDRESS = "127.0.0.1"
FIRST_PORT = 8501
PORTS_TRIED = 100

EXAMPLE = {
    "diagnosis": "systemic_lupus_erythematosus",
    "severity": "severe",
    "kidney_failure": "yes",
}
"""The patient of the self-check: severe lupus with kidney failure."""

# Set here as well as in .streamlit/config.toml: an environment variable or a file in the user's
# home must neither open the server to others nor report to anybody.
SETTINGS = {
    "server.address": ADDRESS,
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": "false",
    "client.showErrorDetails": "none",
    "logger.hideWelcomeMessage": "true",
}


def serve(
    port: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=65535,
            help=f"The port to serve on; without it {FIRST_PORT}, or the next one that is free.",
            show_default=False,
        ),
    ] = None,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open a browser once it is ready.")
    ] = False,
    prepare: Annotated[
        bool,
        typer.Option(
            "--prepare",
            help="First work out the feedback of every case, for a class that begins at once.",
        ),
    ] = False,
) -> None:
    """Start the program in the browser.

    It can be reached from this machine only. Stop it with Ctrl-C.
    """
    chosen = _port(port)
    told = PROFILE.read(EXAMPLE).entries()
    trace = consult(RULEBOOK, told)
    # Built and tried before the first visitor, who would wait for it otherwise.
    consult(FULL_RULEBOOK, told)
    terminal.answer(f"Self-check: {trace.overall.summary}\n")
    _check_database()
    if wrong := own_cases().problems:
        terminal.refusal(CaseError(*wrong))
    if prepare:
        _prepare()
    settle()
    address = f"http://{ADDRESS}:{chosen}"
    threading.Thread(target=_announce, args=(chosen, address), daemon=True).start()
    _run_streamlit({**SETTINGS, "server.port": str(chosen), "server.headless": str(not browser)})


def _prepare() -> None:
    """Work out what the cases ask of the rules; nobody waits for it afterwards."""
    terminal.message("Working out the feedback of every case. This takes about a minute.")
    begun = time.monotonic()
    answers = prepare_cases(every_case())
    terminal.message(f"{answers} answers worked out in {time.monotonic() - begun:.0f} seconds.")


def _check_database() -> None:
    """Raise InputError when a database was asked for that cannot be used.

    Without the setting, the program is served all the same; the page then says what is not kept.
    """
    if os.environ.get(DATABASE_VARIABLE, "").strip():
        try:
            current()
        except StoreError as error:
            mend = "Correct the setting, or leave it out to keep entries in a file of your own."
            raise InputError(Problem("", str(error), mend)) from error


def _port(wanted: int | None) -> int:
    """The port to serve on. Raises InputError when the one that was asked for is taken."""
    if wanted is not None:
        if _is_free(wanted):
            return wanted
        mend = "Choose another, or leave --port out for the next free one."
        raise InputError(Problem("--port", f"Port {wanted} cannot be used: it is taken.", mend))
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        if _is_free(port):
            if port != FIRST_PORT:
                terminal.message(f"Port {FIRST_PORT} is taken, using {port}.")
            return port
    last = FIRST_PORT + PORTS_TRIED - 1
    wrong = f"Ports {FIRST_PORT} to {last} are all taken."
    raise InputError(Problem("--port", wrong, "Choose another."))


def _is_free(port: int) -> bool:
    """Whether the port can be listened on (not taken, and not kept for the system)."""
    with socket.socket() as probe:
        if os.name == "posix":
            # A port on which a server has just ended is free; elsewhere this would allow sharing.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError:
            return False
    return True


def _announce(port: int, address: str) -> None:
    """Say where to look, as soon as something answers there."""
    while True:
        with contextlib.suppress(OSError), socket.create_connection((ADDRESS, port), timeout=1):
            break
        time.sleep(0.1)
    # Nobody may be listening any more; the server is to go on.
    with contextlib.suppress(OSError):
        typer.echo(f"Ready: {address} (stop with Ctrl-C)")


def _run_streamlit(settings: dict[str, str]) -> None:
    """Serve until stopped. In this process, so that whatever stops it stops the server."""
    make_absolute()
    # Streamlit reads .streamlit/config.toml from the current folder.
    os.chdir(HOME)
    # Imported here: it takes a second, which no other command needs.
    from streamlit.web.cli import main as streamlit  # noqa: PLC0415

    flags = [f"--{name}={value}" for name, value in settings.items()]
    with contextlib.suppress(SystemExit):
        streamlit(["run", str(APP), *flags], standalone_mode=False)
    sys.stdout.flush()
