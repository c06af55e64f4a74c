"""`motcua talk`: speaks to the running assistant, typed or from a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import httpx
import typer

from bot.batches import Row, read_batch
from bot.settings import settings
from bot.web.hearing import Hearing
from bot.web.talking import Caller, NoAnswer, NobodyThere

LIMIT_S = 30.0


def talk(
    batch: Annotated[
        Path | None, typer.Option(help="JSON lines {id, turns: [text, …]}, - is standard input")
    ] = None,
    url: Annotated[str, typer.Option(help="where the assistant is; default: this machine")] = "",
) -> None:
    """Talk to the running assistant."""
    # A proxy of the office has no way to this machine's own loopback.
    address, proxied = url or settings().web_url, bool(url)
    opened = partial(httpx.Client, base_url=address, timeout=LIMIT_S, trust_env=proxied)
    with opened() as client:
        try:
            if batch:
                _batch(client, batch)
            else:
                _typed(client, opened)
        except NoAnswer as reason:
            typer.echo(str(reason), err=True)
            raise typer.Exit(1) from None


def _batch(client: httpx.Client, path: Path) -> None:
    """One line out per line in; a conversation that breaks off has what came, and `error`."""
    for item in read_batch(path, _has_turns, '{"id": …, "turns": ["…", …]}'):
        caller = Caller(client)
        out: dict[str, Any] = {"id": item.get("id"), "replies": [], "ms": []}
        try:
            for text in item["turns"]:
                messages, ms = caller.say(text)
                out["replies"].append(messages)
                out["ms"].append(round(ms, 1))
        except NobodyThere:
            raise
        except NoAnswer as reason:
            out["error"] = str(reason)
        typer.echo(json.dumps(out, ensure_ascii=False))


def _has_turns(row: Row) -> bool:
    turns = row.get("turns")
    return isinstance(turns, list) and all(isinstance(text, str) for text in turns)


def _typed(client: httpx.Client, opened: Callable[[], httpx.Client]) -> None:
    caller = Caller(client)
    heard = None  # the session whose events are listened to
    typer.echo("Gõ câu hỏi rồi nhấn Enter; Ctrl-D để kết thúc.")
    while True:
        try:
            text = input("> ")
        except EOFError:
            return
        messages, ms = caller.say(text)
        if caller.notice:
            typer.echo(f"[{caller.notice}]")
        if caller.session and caller.session != heard:
            heard = caller.session
            Hearing(opened, heard, _said_between).start()
        if caller.with_person:
            typer.echo("[Cán bộ đang trò chuyện với anh/chị; câu trả lời sẽ hiện ở đây.]")
        for message in messages:
            typer.echo(message["text"])
            for n, choice in enumerate(message.get("payload", {}).get("choices", []), 1):
                typer.echo(f"  {n}. {choice.get('label')}")
        print(f"  ({ms:.0f} ms)", file=sys.stderr)


def _said_between(text: str) -> None:
    """What comes while the next question is being typed."""
    typer.echo(f"\n{text}\n> ", nl=False)
