"""Whole calls in virtual time: a telephone that a test scripts, and fakes for hearing and voice."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from datetime import datetime
from functools import cache, partial
from typing import Any

from bot.clock import HANOI
from voice.audio import FRAME, FRAME_MS, RATE, SILENCE, WIDTH, frames
from voice.call import Call
from voice.carriers.port import Broken, HungUp, Key, Played, Signal, Sound
from voice.hearing.port import Heard
from voice.manner import Ending, Manner
from voice.speaking.espeak import Espeak
from voice.speaking.mouth import Mouth
from voice.talk import NoReply, Reply

GREETING = "Xin chào anh chị."
LONGEST_S = 600.0
AFTER_MS = 300  # the caller waits so long after our last word
SECONDS_A_WORD = 0.3


class At(Executor):
    """Does the work at once, in the caller's thread."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


class Beeps:
    """A voice whose sounds say which text they are, as long as the text takes to say."""

    name = "beeps"

    def __init__(self) -> None:
        self.texts: dict[bytes, str] = {}
        self.paces: list[float] = []

    def speak(self, text: str, pace: float = 1.0) -> bytes:
        self.paces.append(pace)
        length = round(len(text.split()) * SECONDS_A_WORD * RATE) * WIDTH
        number = b"".join(bytes((int(digit), 2)) for digit in f"{len(self.texts):04d}")  # quiet
        sound = (number * (length // 8 + 1))[: max(length, FRAME)]
        self.texts[sound] = text
        return sound


class Words:
    """A recogniser that understands what the telephone says, or what a test makes it say."""

    def __init__(self, phone: Telephone) -> None:
        self._phone = phone
        self.expected: list[Sequence[str]] = []

    def along(self, sound: bytes) -> None:
        pass

    async def hear(self, sound: bytes, expected: Sequence[str] = ()) -> Heard:
        self.expected.append(expected)
        said = self._phone.saying
        return Heard(said, (f"hoặc {said}",) if said else (), 1.0)


class Answers:
    """The assistant: scripted replies, an echo for the rest; None: it cannot answer."""

    def __init__(self, replies: dict[str, Reply | None], clock: Callable[[], int]) -> None:
        self._replies = replies
        self._clock = clock
        self.asked: list[str] = []
        self.others: list[Sequence[str] | None] = []
        self.at: list[int] = []  # ms of the call

    async def ask(self, text: str, others: Sequence[str] | None = None) -> Reply:
        self.asked.append(text)
        self.others.append(others)
        self.at.append(self._clock())
        reply = self._replies.get(text, Reply(f"Về {text} đây ạ."))
        if reply is None:
            raise NoReply
        return reply


BROKEN = "0900000000"
KEPT_BY_FORCE = "0900000001"


class Book:
    """Where wishes to be called back are written down."""

    wording = "Đồng ý được gọi lại thì bấm phím một."
    promised = datetime(2026, 11, 24, 17, 0, tzinfo=HANOI)

    def __init__(self, own: str) -> None:
        self.own = own
        self.taken: list[str] = []

    async def take(self, number: str) -> bool:
        if self.own == BROKEN:
            return False
        self.taken.append(number)
        return True

    async def waits(self) -> bool:
        return bool(self.taken)

    async def withdraw(self) -> bool:
        if self.own == KEPT_BY_FORCE:
            return False
        self.taken.clear()
        return True


class Telephone:
    """A carrier's line in virtual time. What the caller does is scripted:

    ("say", text), ("press", keys), ("wait", seconds), ("interrupt", text) two seconds into our
    words, ("music", seconds), ("garbage", reason). At the end they hang up, or at `gone_at` ms.
    """

    name = "test"
    call = "CA1"

    def __init__(
        self, voice: Beeps, script: Sequence[tuple[str, Any]], gone_at: int | None = None
    ) -> None:
        self._voice = voice
        self._script = deque(script)
        self._say: deque[bytes] = deque()
        self._keys: deque[str] = deque()
        self._playing: deque[bytes | str] = deque()
        self._quiet_ms = 0
        self._ours_ms = 0
        self._wait_ms = 0
        self._gone_at = gone_at
        self._spoke_at = 0
        self.ms = 0
        self.saying = ""
        self.heard: list[str] = []  # every sentence that began to play
        self.stopped_after: list[int] = []  # ms from the caller's first sound to our silence
        self.closed: str | None = None

    async def receive(self) -> Signal:
        await asyncio.sleep(0)  # let the call work: virtual time does not wait for it
        if self._gone_at is not None and self.ms >= self._gone_at:
            return HungUp()
        if self._keys:
            return Key(self._keys.popleft())
        if self._playing and isinstance(self._playing[0], str):
            return Played(str(self._playing.popleft()))
        if self._due() and (signal := self._next()):
            return signal
        return Sound(self._frame())

    async def play(self, sound: bytes, mark: str) -> None:
        self.heard.append(self._voice.texts[sound])
        self._playing.extend([*frames(sound), mark])
        self._quiet_ms = 0

    async def clear(self) -> None:
        if self._playing:
            self.stopped_after.append(self.ms - self._spoke_at)
        self._playing.clear()

    async def close(self, reason: str = "") -> None:
        self.closed = reason

    def _frame(self) -> bytes:
        self.ms += FRAME_MS
        self._wait_ms = max(0, self._wait_ms - FRAME_MS)
        if self._playing and isinstance(self._playing[0], bytes):
            self._playing.popleft()
            self._ours_ms += FRAME_MS
            self._quiet_ms = 0
        else:
            self._quiet_ms = 0 if self._say else self._quiet_ms + FRAME_MS
            self._ours_ms = 0
        return self._say.popleft() if self._say else SILENCE

    def _due(self) -> bool:
        """Whether the caller does the next thing now."""
        if self._say or self._wait_ms:
            return False
        if self._script and self._script[0][0] == "interrupt":
            return self._ours_ms >= 2000
        # Their pause is longer than what ends their turn, and the answer has come.
        return not self._playing and self._quiet_ms >= AFTER_MS + 1000

    def _next(self) -> Signal | None:
        if not self._script:
            return HungUp()
        what, how = self._script.popleft()
        self._quiet_ms, self._spoke_at = 0, self.ms
        match what:
            case "say" | "interrupt":
                self.saying = how
                self._say.extend(frames(spoken(how or "ờ")))
            case "press":
                self._keys.extend(how)
            case "wait":
                self._wait_ms = round(how * 1000)
            case "music":
                self.saying = ""
                tune = list(frames(spoken("la là lá la là lá la")))
                self._say.extend(tune[at % len(tune)] for at in range(round(how * 50)))
            case "garbage":
                raise Broken(how)
        return None


@cache
def spoken(text: str) -> bytes:
    """A real voice: what listens for voices hears one, from the first frame on."""
    sound = Espeak().speak(text)
    first = next(at for at in range(0, len(sound), 2) if sound[at : at + 2] != b"\0\0")
    return sound[first:]


class Held:
    """A call that was held, and everything that was said and done in it."""

    def __init__(
        self,
        *script: tuple[str, Any],
        replies: dict[str, Reply | None] | None = None,
        person: bool = False,
        calls_back: bool = False,
        own: str = "",
        longest_s: float = LONGEST_S,
        gone_at: int | None = None,
    ) -> None:
        self.voice = Beeps()
        self.phone = Telephone(self.voice, script, gone_at)
        self.words = Words(self.phone)
        self.talk = Answers(replies or {}, lambda: self.phone.ms)
        self.book = Book(own)
        manner = Manner(
            greeting=GREETING,
            person=lambda: person,
            calls_back=calls_back,
            longest_s=longest_s,
        )
        mouth = partial(Mouth, self.phone, self.voice, At())
        call = Call(self.phone, self.words, mouth, self.talk, self.book, manner)
        self.ending: Ending = asyncio.run(asyncio.wait_for(call.run(), 20))

    @property
    def heard(self) -> str:
        return " ".join(self.phone.heard)
