"""Times of calls on the running service: to the first sound of an answer, to our silence."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Sequence

from voice.audio import SILENCE
from voice.caller import Caller, Do, Round
from voice.speaking.espeak import Espeak

QUESTIONS = (
    "làm giấy khai sinh cho con cần giấy tờ gì",
    "lệ phí làm hộ chiếu là bao nhiêu",
    "đăng ký kết hôn ở đâu",
    "làm lại thẻ căn cước bị mất",
    "bao lâu thì có giấy phép xây dựng",
    "thủ tục sang tên sổ đỏ",
)
INTO = 1.5  # seconds of our words after which the caller goes on, or breaks in

Open = Callable[[], Caller]  # a new call of its own


def question(text: str) -> bytes:
    return SILENCE * 10 + Espeak().speak(text, 0.9) + SILENCE * 5


async def spoken(open_call: Open, calls: int) -> list[Round]:
    """Every question breaks into what is said before: times of the answers, and of the stops."""
    acts = [Do(sound=question(text), into=INTO) for text in QUESTIONS]
    found = []
    for _ in range(calls):
        found += (await open_call().talk(acts))[1:]
    return found


async def together(open_call: Open, at_once: int, questions: int = 3) -> list[Round]:
    """Calls at the same time that ask questions: one recogniser hears them all."""
    acts = [Do(sound=question(text), into=INTO) for text in QUESTIONS[:questions]]

    async def one(number: int) -> Sequence[Round]:
        await asyncio.sleep(number * 0.3)
        return (await open_call().talk(acts))[1:]

    return [each for rounds in await asyncio.gather(*map(one, range(at_once))) for each in rounds]


async def keyed(open_call: Open, at_once: int, keys: int = 4) -> list[Round]:
    """Calls at the same time that only press keys."""

    async def one(number: int) -> Sequence[Round]:
        await asyncio.sleep(number * 0.05)
        return (await open_call().talk([Do(keys="1", into=INTO)] * keys))[1:]

    return [each for rounds in await asyncio.gather(*map(one, range(at_once))) for each in rounds]


def name() -> str:
    return f"CA{secrets.token_hex(16)}"
