"""Is every part there that an answer needs? Each question has its own time limit."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
from anyio.to_thread import run_sync
from sqlalchemy import text

from bot.channels.rasa import Rasa
from bot.settings import Settings
from bot.store import Store

LIMIT_S = 2.0
Check = Callable[[], Awaitable[bool]]


def checks(settings: Settings, rasa: Rasa, store: Store) -> dict[str, Check]:
    return {
        "rasa": rasa.ready,
        "actions": lambda: _actions(settings.actions_port),
        "index": lambda: run_sync(_index, settings.var_dir),
        "database": lambda: run_sync(_database, store),
    }


async def run(parts: dict[str, Check]) -> dict[str, str]:
    """`ok`, `slow` or `down` for each part."""
    states = await asyncio.gather(*(_state(check) for check in parts.values()))
    return dict(zip(parts, states, strict=True))


async def _state(check: Check) -> str:
    try:
        async with asyncio.timeout(LIMIT_S):
            return "ok" if await check() else "down"
    except TimeoutError:
        return "slow"
    except Exception:
        return "down"


async def _actions(port: int) -> bool:
    async with httpx.AsyncClient(timeout=LIMIT_S, trust_env=False) as client:
        return (await client.get(f"http://127.0.0.1:{port}/readyz")).status_code == 200


def _index(var_dir: Path) -> bool:
    return (var_dir / "index" / "current").exists()


def _database(store: Store) -> bool:
    with store.reading() as session:
        return bool(session.scalar(text("SELECT 1")))
