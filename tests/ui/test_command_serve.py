"""``ui``: checks itself, serves on this machine only, and stops cleanly."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.errors import EnginesDisagreeError
from tests.ui.command_line import ROOT, run
from ui.commands import serve as command_serve
from ui.commands.serve import ADDRESS, FIRST_PORT, PORTS_TRIED


@contextlib.contextmanager
def listening(port: int = 0) -> Iterator[int]:
    """A port that is taken."""
    with socket.socket() as taken:
        taken.bind((ADDRESS, port))
        taken.listen()
        yield taken.getsockname()[1]


def free_port() -> int:
    with listening() as port:
        return port


@contextlib.contextmanager
def started(folder: Path, *options: str, cwd: Path = ROOT) -> Iterator[subprocess.Popen[str]]:
    """The server as a person would start it; killed at the end if it still runs."""
    with subprocess.Popen(
        [sys.executable, "-m", "ui", "ui", *options],
        cwd=cwd,
        env={
            **os.environ,
            "AUTOIMMUNE_CDS_DATA": str(folder),
            "PYTHONPATH": str(ROOT),
            # Neither may open the server to other machines.
            "STREAMLIT_SERVER_ADDRESS": "0.0.0.0",  # noqa: S104  (what is guarded against)
            "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "true",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    ) as server:
        try:
            yield server
        finally:
            server.kill()


def said(server: subprocess.Popen[str], start: str) -> str:
    """The first line of its output that starts so."""
    assert server.stdout is not None
    for line in server.stdout:
        if line.startswith(start):
            return line.strip()
    raise AssertionError(f"it ended without saying {start!r}")


def asked(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310  (our own address)
        body: bytes = answer.read()
    return body


def answers(address: str, port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection((address, port), timeout=5):
        return True
    return False


@pytest.mark.skipif(os.name != "posix", reason="signals are sent otherwise on this system")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM], ids=lambda ending: ending.name)
def test_it_checks_itself_serves_and_stops_cleanly(tmp_path: Path, ending: signal.Signals) -> None:
    port = free_port()
    with started(tmp_path, "--port", str(port), cwd=tmp_path) as server:
        check = said(server, "Self-check: ")
        assert check == (
            "Self-check: May be considered: cyclophosphamide – severe lupus that threatens life."
        )
        ready = said(server, "Ready: ")
        assert ready == f"Ready: http://127.0.0.1:{port} (stop with Ctrl-C)"
        assert asked(f"http://127.0.0.1:{port}/_stcore/health") == b"ok"
        if sys.platform == "linux":  # where every address of 127.0.0.0/8 is this machine
            assert not answers("127.0.0.2", port)
        server.send_signal(ending)
        assert server.wait(30) == 0
    assert not answers(ADDRESS, port)


def test_the_next_free_port_is_taken_and_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with listening() as port:
        monkeypatch.setattr(command_serve, "FIRST_PORT", port)
        chosen = command_serve._port(None)  # noqa: SLF001  (serving would not return)
        assert port < chosen < port + PORTS_TRIED
        assert f"Port {port} is taken, using {chosen}." in capsys.readouterr().err


def test_the_usual_port_is_used_without_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command_serve, "_is_free", lambda _: True)
    assert command_serve._port(None) == FIRST_PORT == 8501  # noqa: SLF001
    assert capsys.readouterr().err == ""


def test_a_port_that_was_asked_for_but_is_taken_is_refused() -> None:
    with listening() as port:
        outcome = run("ui", "--port", str(port))
    assert (outcome.code, outcome.out) == (2, "")
    assert f"Port {port} cannot be used" in outcome.err


def test_when_every_port_is_taken_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command_serve, "_is_free", lambda _: False)
    outcome = run("ui")
    assert (outcome.code, outcome.out) == (2, "")
    assert "Ports 8501 to 8600 are all taken." in outcome.err


def test_a_broken_installation_shows_before_anything_is_served(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def disagree(*_: object) -> None:
        raise EnginesDisagreeError("LUP-2")

    served: list[object] = []
    monkeypatch.setattr(command_serve, "consult", disagree)
    monkeypatch.setattr(command_serve, "_run_streamlit", served.append)
    outcome = run("ui", "--port", str(free_port()))
    assert (outcome.code, outcome.out, served) == (3, "", [])
    assert "EnginesDisagreeError" in outcome.err


def test_the_settings_keep_to_this_machine_wherever_it_is_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    served: list[dict[str, str]] = []
    monkeypatch.setattr(command_serve, "_run_streamlit", served.append)
    monkeypatch.setattr(command_serve, "_announce", lambda *_: None)
    port = free_port()
    assert run("ui", "--port", str(port), "--browser").code == 0
    (settings,) = served
    assert settings["server.address"] == "127.0.0.1"
    assert settings["server.port"] == str(port)
    assert settings["server.headless"] == "False"
    assert settings["browser.gatherUsageStats"] == "false"
    assert settings["client.showErrorDetails"] == "none"
