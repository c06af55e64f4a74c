"""A caller of the web API: one conversation, answers and how long they took."""

from __future__ import annotations

import time
import uuid
from typing import Any

import httpx

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
        self.session: str | None = None
        self.notice = ""  # what is kept, told with the last answer
        self.with_person = False  # the last message went to a person, who answers by events

    def say(self, text: str) -> tuple[list[dict[str, Any]], float]:
        """The messages, and the milliseconds until they came.

        A refused message gives the problem's own sentence as the answer.

        Raises:
            NoAnswer: nobody there, too slow, cut off, or not our API.
        """
        body = {"text": text, "client_message_id": str(uuid.uuid4()), "session": self.session}
        started = time.perf_counter()
        answer = self._post(body)
        ms = (time.perf_counter() - started) * 1000
        self.session = answer.get("session", self.session)
        self.with_person = answer.get("with_person", False)
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
