"""`python -m bench.voice [PART…]`: on the line that runs on this machine (`make run`) speech,
together, keys, frames, questions, voices; without it words, thousand. All when none is named.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
from collections.abc import Callable, Iterable

from bench.voice import parts
from bench.voice.asked import (
    LONGEST,
    QUESTIONS,
    SPOKEN,
    Heard,
    asked,
    found,
    listened,
    questions,
    right,
)
from bench.voice.calls import keyed, name, question, spoken, together
from bench.voice.frames import LATE_MS, lateness
from bench.voice.misheard import misheard, word_error
from bench.voice.thousand import thousand
from bench.voice.words import shares
from bot.keyed import Keyed, load_key
from bot.settings import settings
from voice.caller import Caller
from voice.hearing.opening import open_recogniser
from voice.speaking.espeak import VOICES, Espeak
from voice.tokens import Tokens

CALLS = 5
AT_ONCE = (1, 25, 50)
SPEAK_AT_ONCE = (2, 4, 8)
EXCHANGE_S = 40.0
LOOKS = (100, 400, 700, 1000)  # calls


def main() -> None:
    every: dict[str, Callable[[], None]] = {
        "speech": speech, "together": speech_together, "keys": keys, "frames": frames,
        "words": words, "questions": misread, "voices": voices, "thousand": one_after_the_other,
    }  # fmt: skip
    if unknown := set(sys.argv[1:]) - set(every):
        sys.exit(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(every)}")
    for part in sys.argv[1:] or every:
        every[part]()


def speech() -> None:
    url = settings().voice_url
    before = parts.read(url)
    rounds = asyncio.run(spoken(_opened(), CALLS))
    split = parts.since(before, parts.read(url))
    print("end of speech → first sound:", _ms(r.first_sound_ms for r in rounds))
    for part, row in sorted(split.items()):
        half, most = (parts.at_most(row, share) * 1000 for share in (0.5, 0.95))
        print(f"  {part}: half within {half:.0f} ms, 95 % within {most:.0f} ms")
    print("barge-in → silence:", _ms(r.stopped_ms for r in rounds))


def speech_together() -> None:
    for at_once in SPEAK_AT_ONCE:
        rounds = asyncio.run(together(_opened(), at_once))
        told = _ms(r.first_sound_ms for r in rounds)
        print(f"end of speech → first sound, {at_once} calls at once:", told)


def keys() -> None:
    for at_once in AT_ONCE:
        pressed = asyncio.run(keyed(_opened(), at_once))
        print(f"key → first sound, {at_once} calls:", _ms(r.first_sound_ms for r in pressed))


def _opened() -> Callable[[], Caller]:
    """New calls to the service of this machine."""
    config = settings()
    tokens = Tokens(Keyed(load_key(config.secret_key, config.var_dir)))
    stream = f"{config.voice_url.replace('http', 'ws', 1)}/voice/stream"

    def open_call() -> Caller:
        call = name()
        return Caller(stream, call, tokens.issue(call, ""))

    return open_call


def frames() -> None:
    host, port = settings().voice_audiosocket_host, settings().voice_audiosocket_port
    if not port:
        print("late frames: not measured, MOTCUA_VOICE_AUDIOSOCKET_PORT is not set")
        return
    asking = question("đăng ký kết hôn cần giấy tờ gì")
    for calls, asked_, doing in ((8, asking, "half of them speaking"), (50, b"", "keys alone")):
        lates, cut = asyncio.run(lateness(host, port, calls, asked_, EXCHANGE_S))
        late = sum(one > LATE_MS for one in lates)
        print(
            f"frames of {calls} calls, {doing}: {late} of {len(lates)} later than {LATE_MS:.0f} ms"
            f" (longest {max(lates, default=0):.0f}), {_ms(lates)}; calls cut off: {cut}"
        )


def words() -> None:
    for accent, (good, tried) in shares(open_recogniser(settings())).items():
        print(f"expected words, {accent}: {good} of {tried} = {good / tried:.2f}")


def misread() -> None:
    own, ask = questions(QUESTIONS), asked(settings().rasa_url)
    wrong = f"misheard at a word error of {word_error([q.text for q in own]):.2f}"
    hearing: dict[str, Callable[[str], Heard]] = {
        "as written": lambda text: (text, ()),
        wrong: lambda text: (misheard(text), ()),
    }
    for title, hear in hearing.items():
        outcomes = found(own, hear, ask)
        print(f"{QUESTIONS} questions {title}: right {right(outcomes):.2f}", dict(outcomes))


def voices() -> None:
    own, ask = questions(SPOKEN, LONGEST), asked(settings().rasa_url)
    recogniser = open_recogniser(settings())
    for accent in VOICES:
        outcomes = found(own, listened(recogniser, Espeak(accent)), ask)
        good = f"right {right(outcomes):.2f}"
        print(f"{SPOKEN} short questions, voice {accent}: {good}", dict(outcomes))


def one_after_the_other() -> None:
    for held in thousand(LOOKS):
        print(
            f"after {held.calls} calls: {held.memory:.0f} MB, {held.files} open files, "
            f"{held.threads} threads, {held.tasks} tasks"
        )


def _ms(times: Iterable[float | None]) -> str:
    told = list(times)
    known = sorted(time for time in told if time is not None)
    if len(known) < 2:
        return f"{len(known)} of {len(told)} came"
    p95 = statistics.quantiles(known, n=20, method="inclusive")[-1]
    came = f"{len(known)} of {len(told)}"
    return f"median {statistics.median(known):.0f} ms, p95 {p95:.0f} ms ({came})"


if __name__ == "__main__":
    main()
