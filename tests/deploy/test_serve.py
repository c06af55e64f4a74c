"""The supervisor: a port in use is said, and Ctrl-C leaves no process behind."""

import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from bot.settings import ROOT, Settings
from deploy import serve


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_port_in_use_is_named_with_the_remedy(
    free_port: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    config = Settings(web_port=free_port, rasa_port=free_port + 1, actions_port=free_port + 2)
    monkeypatch.setattr(serve, "settings", lambda: config)
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", free_port))
        holder.listen()
        assert serve.main() == 1
    said = capsys.readouterr().err
    assert f"Port {free_port}, which web needs, is in use" in said
    assert "MOTCUA_WEB_PORT" in said


def test_ctrl_c_leaves_no_process_behind(free_port: int, tmp_path: Path) -> None:
    program = textwrap.dedent(f"""
        import sys
        from pathlib import Path
        from bot.settings import Settings
        from deploy import serve
        site = (sys.executable, "-m", "http.server", "{free_port}", "--bind", "127.0.0.1")
        line = [serve.Process("page", "page", site, {free_port}, "/")]
        sys.exit(serve._supervise(line, Settings(var_dir=Path({str(tmp_path)!r}))))
    """)
    started = subprocess.Popen(
        [sys.executable, "-u", "-c", program],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert started.stdout is not None
        lines = iter(started.stdout.readline, "")
        assert any("ready after" in said for said in lines)
        started.send_signal(signal.SIGINT)
        started.wait(timeout=20)
    finally:
        started.kill()
    time.sleep(0.3)
    assert not serve._port_taken(free_port)
