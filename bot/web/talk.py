"""`motcua talk`: speaks to the running assistant, typed or from a file."""

from __future__ import annotations

import json
import sys
import time
import uuid
from pathlib import Path
from typing import Annotated, Any

import httpx
import typer

from bot.settings import settings

LIMIT_S = 30.0
TRIES = 5


class NoAnswer(Exception):
    """The assistant gave no answer that can be read; says why, in Vietnamese."""


class NobodyThere(NoAnswer):
    """Nothing listens at the address: asking again is of no use."""


class Caller:
    """One conversation with the web API.

    Args:
        client: its base URL is the assistant's address.
    """

    def __init__(self, client: httpx.Client) -> None:
        self._client = client
        self._session: str | None = None
        self.notice = ""  # what is kept, told with the last answer

    def say(self, text: str) -> tuple[list[dict[str, Any]], float]:
        """The messages, and the milliseconds until they came.

        A refused message gives the problem's own sentence as the answer.

        Raises:
            NoAnswer: nobody there, too slow, cut off, or not our API.
        """
        body = {"text": text, "client_message_id": str(uuid.uuid4()), "session": self._session}
        started = time.perf_counter()
        answer = self._post(body)
        ms = (time.perf_counter() - started) * 1000
        self._session = answer.get("session", self._session)
        self.notice = answer.get("privacy", {}).get("text", "")
        if "messages" in answer:
            return answer["messages"], ms
        problem = {"type": "problem", "status": answer.get("status")}
        return [{"text": answer.get("detail", "?"), "payload": problem}], ms

    def _post(self, body: dict[str, Any]) -> dict[str, Any]:
        where = self._client.base_url
        try:
            for attempt in range(1, TRIES + 1):
                response = self._client.post("/api/chat", json=body)
                if response.status_code != 429 or attempt == TRIES:
                    break
                time.sleep(float(response.headers.get("Retry-After", "1")))
            answer = response.json()
        except httpx.ConnectError:
            raise NobodyThere(
                f"Không có gì trả lời tại {where}: hãy khởi động trợ lý bằng `make run`."
            ) from None
        except httpx.TimeoutException:
            raise NoAnswer(
                f"Trợ lý tại {where} không trả lời trong {self._client.timeout.read:g} giây: "
                "hãy thử lại sau, hoặc xem nhật ký trong var/log."
            ) from None
        except (httpx.HTTPError, ValueError):
            raise NoAnswer(
                f"Trợ lý tại {where} ngắt kết nối hoặc trả lời không đọc được: "
                "hãy kiểm tra địa chỉ và nhật ký trong var/log."
            ) from None
        if not isinstance(answer, dict):
            raise NoAnswer(f"Tại {where} không phải là trợ lý này: hãy kiểm tra địa chỉ.")
        return answer


def talk(
    batch: Annotated[
        Path | None, typer.Option(help="JSON lines {id, turns: [text, …]}; one line out per line")
    ] = None,
    url: Annotated[str, typer.Option(help="where the assistant is; default: this machine")] = "",
) -> None:
    """Talk to the running assistant."""
    # A proxy of the office has no way to this machine's own loopback.
    address, proxied = url or settings().web_url, bool(url)
    with httpx.Client(base_url=address, timeout=LIMIT_S, trust_env=proxied) as client:
        try:
            if batch:
                _batch(client, batch)
            else:
                _typed(client)
        except NoAnswer as reason:
            typer.echo(str(reason), err=True)
            raise typer.Exit(1) from None


def _batch(client: httpx.Client, path: Path) -> None:
    """One line out per line in; a conversation that breaks off has what came, and `error`."""
    with path.open(encoding="utf-8") as lines:
        for line in filter(str.strip, lines):
            item = json.loads(line)
            caller = Caller(client)
            out: dict[str, Any] = {"id": item["id"], "replies": [], "ms": []}
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


def _typed(client: httpx.Client) -> None:
    caller = Caller(client)
    typer.echo("Gõ câu hỏi rồi nhấn Enter; Ctrl-D để kết thúc.")
    while True:
        try:
            text = input("> ")
        except EOFError:
            return
        messages, ms = caller.say(text)
        if caller.notice:
            typer.echo(f"[{caller.notice}]")
        for message in messages:
            typer.echo(message["text"])
            for n, choice in enumerate(message.get("payload", {}).get("choices", []), 1):
                typer.echo(f"  {n}. {choice.get('label')}")
        print(f"  ({ms:.0f} ms)", file=sys.stderr)
