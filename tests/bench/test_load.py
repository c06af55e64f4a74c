"""The load itself, against a server of this test."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from bench.load import drive
from bench.servers import NotStarted, family, free_ports, running
from bench.targets import DefaultRasa, Line

ECHO = """
import json, sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

class Echo(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_GET(self):
        self.reply({})
    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        text = asked.get("text") or asked["message"]
        if "message" in asked:
            self.reply([{"text": text}] if text != "mute" else [])
        else:
            kind = "outage" if text == "mute" else "help"
            session = asked.get("session") or "s" + text
            message = {"text": text, "payload": {"kind": kind}}
            self.reply({"session": session, "turn_id": "t", "messages": [message]})
    def reply(self, body):
        body = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *_):
        pass

ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Echo).serve_forever()
"""


@pytest.mark.parametrize("kind", [Line, DefaultRasa])
def test_every_turn_is_sent_once_and_a_turn_without_answer_counts_as_failed(
    kind: type[Line] | type[DefaultRasa], tmp_path: Path
) -> None:
    port = free_ports(1)[0]
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-c", ECHO, str(port)]
    log = tmp_path / "echo.log"
    with running(command, cwd=tmp_path, env={}, log=log, calls={"echo": url}) as server:
        talks = [[f"{number} a", f"{number} b", "mute"] for number in range(6)]
        load = asyncio.run(drive(kind(url), talks, 3, 10.0))
        assert server.memory_mb()["echo"] > 1
    assert (len(load.ms), load.failed) == (12, 6)
    assert all(ms > 0 for ms in load.ms)
    assert family(server.pid) == []


def test_a_server_that_ends_at_once_is_said_with_its_log(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "raise SystemExit(3)"]
    calls = {"none": f"http://127.0.0.1:{free_ports(1)[0]}/"}
    log = tmp_path / "x.log"
    with (
        pytest.raises(NotStarted, match=r"none.*x\.log"),
        running(command, cwd=tmp_path, env={}, log=log, calls=calls),
    ):
        pass
