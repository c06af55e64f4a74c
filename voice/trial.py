"""A call to the service of this machine, and what became of it: heard, understood, timed."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.channels.chat import Answer
from bot.channels.conversations import Conversations, life
from bot.channels.sessions import Sessions
from bot.keyed import Keyed, load_key
from bot.notices.notices import Notices
from bot.settings import Settings
from bot.store import Store, now
from voice import prompts
from voice.audio import write_wav
from voice.caller import Caller, Do, Line, Round
from voice.people import offer
from voice.speaking.opening import open_voice
from voice.talk import reply_of
from voice.tokens import Tokens
from voice.transcript import transcript


@dataclass(frozen=True)
class Told:
    """
    Attributes:
        rounds: times in milliseconds, and `heard`: the sentences that were said.
        turns: what the service understood, and answered.
        closed: why it closed the line; None: we hung up.
    """

    rounds: list[dict[str, Any]]
    turns: list[dict[str, Any]]
    closed: str | None


class Trial:
    """
    Args:
        url: of the stream; "": this machine's.
    """

    def __init__(self, settings: Settings, url: str = "") -> None:
        self._settings = settings
        self._url = url or f"{settings.voice_url.replace('http', 'ws', 1)}/voice/stream"
        self._keyed = Keyed(load_key(settings.secret_key, settings.var_dir))
        self._call = f"CA{secrets.token_hex(16)}"

    def hold(self, acts: Sequence[Do], line: Line, keep: Path | None = None) -> Told:
        """
        Args:
            keep: a folder for what was heard.

        Raises:
            OSError: nothing answers.
        """
        rounds, closed = asyncio.run(self._talk(acts, line))
        if keep:
            keep.mkdir(parents=True, exist_ok=True)
            for at, one in enumerate(rounds):
                write_wav(keep / f"{at}.wav", bytes(one.sound))
        turns, said = self._turns()
        said += [
            *prompts.FIXED,
            prompts.greeting(self._settings, self._banner()),
            offer(self._settings, now()).wording,
        ]
        voice = open_voice(self._settings)
        told = [
            {"round": at, **one.told(), "heard": transcript(bytes(one.sound), said, voice)}
            for at, one in enumerate(rounds)
        ]
        return Told(told, turns, closed)

    async def _talk(self, acts: Sequence[Do], line: Line) -> tuple[list[Round], str | None]:
        token = Tokens(self._keyed).issue(self._call, "")
        caller = Caller(self._url, self._call, token, line=line)
        return await caller.talk(list(acts)), caller.closed

    def _banner(self) -> str:
        store = Store(self._settings.database)
        banner = Notices(store).in_force().banner
        store.close()
        return banner

    def _turns(self) -> tuple[list[dict[str, Any]], list[str]]:
        """What was understood and answered; and how the telephone may have put the answers: it
        names itself where nobody can be reached through it."""
        store = Store(self._settings.database)
        conversations = Conversations(store, life(self._settings))
        seat = Sessions(conversations, self._keyed).of_call(self._call)
        turns = [turn for turn, _ in conversations.turns(seat.conversation.id)]
        store.close()
        answers = [Answer(turn.turn_id, turn.state, turn.messages) for turn in turns]
        told = [
            {"text": turn.text, "answer": [m.get("spoken") or m["text"] for m in turn.messages]}
            for turn in turns
        ]
        heres = ("", self._settings.hotline)
        return told, [reply_of(answer, here).spoken for answer in answers for here in heres]
