"""The supervisor: what stands in the way is said, logs stay small, Ctrl-C leaves nothing behind."""

import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from honcho.printer import Message

from bot.settings import ROOT, Settings
from deploy import serve
from deploy.logs import Logs
from deploy.ready import is_ready
from tests.web.fake_rasa import free_port


def _main(config: Settings, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(serve, "settings", lambda: config)
    return serve.main()


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "0.0.0.0"])
def test_a_port_in_use_is_named_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], host: str
) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.2" if host == "127.0.0.2" else "127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        config = Settings(
            web_host=host, web_port=port, rasa_port=free_port(), actions_port=free_port()
        )
        assert _main(config, monkeypatch) == 1
    said = capsys.readouterr().err
    assert f"Port {port}, which web needs, is in use" in said
    assert "MOTCUA_WEB_PORT" in said


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host"])
def test_an_address_of_another_machine_is_named_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], host: str
) -> None:
    config = Settings(
        web_host=host, web_port=free_port(), rasa_port=free_port(), actions_port=free_port()
    )
    assert _main(config, monkeypatch) == 1
    assert f"{host} is no address of this machine" in capsys.readouterr().err


@contextmanager
def _supervised(var: Path, code: str, host: str = "127.0.0.1") -> Iterator[tuple[str, int]]:
    """What the supervisor says until it stops, of one Python process that listens on `port`."""
    port = free_port()
    program = textwrap.dedent(f"""
        import sys
        from pathlib import Path
        from bot.settings import Settings
        from deploy import serve
        config = Settings(var_dir=Path({str(var)!r}), web_host={host!r}, web_port={port})
        command = (sys.executable, "-c", {code!r}, {host!r}, "{port}")
        page = serve.Process(
            "page", "page", command, {port}, "/", host=config.web_host, url=config.web_url
        )
        sys.exit(serve._supervise([page], config))
    """)
    started = subprocess.Popen(
        [sys.executable, "-u", "-c", program],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    said = ""
    try:
        assert started.stdout is not None
        for line in iter(started.stdout.readline, ""):
            said += line
            if "Ctrl-C" in line:
                break
        yield said, port
        started.send_signal(signal.SIGINT)
        started.wait(timeout=60)
    finally:
        started.kill()


SITE = """
import runpy, sys
sys.argv[1:] = ["--bind", sys.argv[1], sys.argv[2]]
runpy.run_module("http.server", run_name="__main__")
"""


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2"])
def test_the_address_can_be_opened_and_ctrl_c_leaves_no_process_behind(
    tmp_path: Path, host: str
) -> None:
    with _supervised(tmp_path, SITE, host) as (said, port):
        assert "page: ready after" in said
        assert f"at http://{host}:{port} (" in said
        assert is_ready(f"http://{host}:{port}/")
    assert serve._trouble(serve.Process("page", "page", (), port, "/", host=host)) is None


@pytest.mark.parametrize(
    ("host", "asked"),
    [
        ("0.0.0.0", "http://127.0.0.1:8000"),
        ("::", "http://[::1]:8000"),
        ("::1", "http://[::1]:8000"),
        ("10.1.2.3", "http://10.1.2.3:8000"),
    ],
)
def test_where_the_web_is_asked_and_what_is_said(host: str, asked: str) -> None:
    config = Settings(web_host=host, web_port=8000)
    [web] = [one for one in serve.processes(config) if one.name == "web"]
    assert web.ready_url == f"{asked}/healthz"
    said = serve._addresses(config)
    assert said.startswith(asked)
    assert (f"http://{socket.gethostname()}:8000" in said) is (host in {"0.0.0.0", "::"})


def test_what_is_written_is_for_its_owner_only(tmp_path: Path) -> None:
    (tmp_path / "log").mkdir(mode=0o755)
    for older in ("rasa.db", "rasa.db-wal", "log/page.log"):
        (tmp_path / older).touch(mode=0o644)
    writes = f"open({str(tmp_path / 'new')!r}, 'w'); print('begun')" + SITE
    with _supervised(tmp_path, writes):
        pass
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.name for path in written} == {
        "rasa.db", "rasa.db-wal", "new", "page.log", "system.log",
    }  # fmt: skip
    for path in (tmp_path / "log", *written):
        assert path.stat().st_mode & 0o077 == 0, path.name
    assert (tmp_path / "log" / "page.log").read_text().splitlines()[0].endswith(" begun")
    assert "page stopped" in (tmp_path / "log" / "system.log").read_text()


def test_logs_stay_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deploy.logs.MOST_BYTES", 1000)
    logs = Logs(tmp_path / "log", days=3)
    for n in range(500):
        line = f"100 % of line {n}, không mất chữ\n".encode()
        logs.write(Message("line", line, None, "web", None))
    files = sorted((tmp_path / "log").iterdir())
    assert [path.name for path in files] == ["web.log", "web.log.1", "web.log.2", "web.log.3"]
    assert all(path.stat().st_size <= 1000 for path in files)
    assert files[0].read_text().endswith("100 % of line 499, không mất chữ\n")
    assert all(path.stat().st_mode & 0o077 == 0 for path in files)


def test_each_day_has_its_own_log_and_old_ones_go(tmp_path: Path) -> None:
    folder = tmp_path / "log"
    with time_machine.travel(datetime(2026, 7, 1, 23).astimezone(), tick=False) as clock:
        for day in range(5):
            # A new process each day, as when it is started again; then the same over midnight.
            logs = Logs(folder, days=2)
            logs.write(Message("line", f"evening {day}\n".encode(), None, "web", None))
            os.utime(folder / "web.log", (time.time(), time.time()))
            clock.shift(timedelta(hours=2))
            logs.write(Message("line", f"night {day}\n".encode(), None, "web", None))
            os.utime(folder / "web.log", (time.time(), time.time()))
            clock.shift(timedelta(hours=22))
    said = {path.name: _days(path) for path in folder.iterdir()}
    assert said == {
        "web.log": ["night 4"],
        "web.log.1": ["night 3", "evening 4"],
        "web.log.2": ["night 2", "evening 3"],
    }


def _days(path: Path) -> list[str]:
    return [line.split(" ", 2)[2] for line in path.read_text().splitlines()]
