"""The whole line as `make run` starts it, with databases of its own and without rate limits."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from pathlib import Path

from bench.servers import Server, free_ports, fresh, running
from bot.settings import ROOT, Settings
from deploy.serve import processes


def start(results: Path) -> AbstractContextManager[Server]:
    """Start all processes; conversations and logs go to `results`/line, not to var/."""
    rasa, actions, web = free_ports(3)
    var = _var(results / "line")
    env = {
        "MOTCUA_RASA_PORT": str(rasa),
        "MOTCUA_ACTIONS_PORT": str(actions),
        "MOTCUA_WEB_PORT": str(web),
        "MOTCUA_WEB_HOST": "127.0.0.1",
        "MOTCUA_VAR_DIR": str(var),
        "MOTCUA_DATABASE_URL": "",
        "MOTCUA_RASA_DATABASE_URL": f"sqlite:///{var / 'rasa.db'}",
        "MOTCUA_RATE_SESSION": "",  # one machine plays all citizens
        "MOTCUA_RATE_IP": "",
        "PYTHONPATH": str(ROOT),
    }
    config = Settings(rasa_port=rasa, actions_port=actions, web_port=web)
    calls = {p.name: f"http://127.0.0.1:{p.port}{p.ready}" for p in processes(config)}
    command = [sys.executable, "-m", "deploy.serve"]
    return running(command, cwd=ROOT, env=env, log=var / "serve.log", calls=calls)


def _var(folder: Path) -> Path:
    """An empty var folder that borrows the index and the imported catalogue."""
    var = fresh(folder)
    for name in ("index", "catalogue"):
        if (ROOT / "var" / name).exists():
            (var / name).symlink_to(ROOT / "var" / name)
    return var
