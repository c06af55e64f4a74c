"""Takes calls of any carrier: seat, record, the call itself, and its end. Read `take`."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from anyio.to_thread import run_sync
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.chat import Chat
from bot.channels.sessions import Seat, Sessions
from bot.notices.watch import Watch
from bot.settings import Settings
from bot.text.loglines import way_of
from voice import prompts
from voice.announcing import Announcing
from voice.call import Call
from voice.carriers.port import Carrier
from voice.hearing.beside import Hearing
from voice.manner import Ending, Manner
from voice.metrics import VoiceMetrics
from voice.people import People
from voice.records import Records
from voice.speaking.mouth import Mouth
from voice.speaking.port import Voice
from voice.talk import CallTalk, Talk
from voice.turns import Pauses

log = logging.getLogger(__name__)


class Switchboard:
    """Args: what all calls share."""

    def __init__(
        self,
        settings: Settings,
        sessions: Sessions,
        chat: Chat,
        records: Records,
        people: People,
        hearing: Hearing,
        voice: Voice,
        metrics: VoiceMetrics,
        notices: Watch,
    ) -> None:
        self._settings = settings
        self._sessions = sessions
        self._chat = chat
        self._records = records
        self._people = people
        self._hearing = hearing
        self._voice = voice
        self._metrics = metrics
        self._notices = notices
        self._speaking = ThreadPoolExecutor(2, thread_name_prefix="speaking")
        self._open: set[str] = set()

    @property
    def busy(self) -> bool:
        return len(self._open) >= self._settings.voice_calls

    def holds(self, call: str) -> bool:
        return call in self._open

    async def take(self, carrier: Carrier, number: str = "") -> None:
        """Hold a call to its end. A second stream of the same call is closed at once, and so is
        one call too many: of calls that come in together, more than fit may have been let in.

        Args:
            number: who calls, as far as the line tells; it is not kept.
        """
        if self.busy or self.holds(carrier.call):
            await carrier.close("busy" if self.busy else "this call had its stream")
            return
        self._open.add(carrier.call)
        try:
            await self._take(carrier, number)
        finally:
            self._open.discard(carrier.call)

    async def _take(self, carrier: Carrier, number: str) -> None:
        try:
            seat = await run_sync(self._begun, carrier, number)
        except SQLAlchemyError as error:
            log.error("a call found no database: %s", way_of(error))
            await carrier.close("no database")
            return
        if seat is None:
            await carrier.close("this call had its stream")
            return
        ending = Ending("broken", "stopped", 0.0, 0)
        try:
            with self._metrics.open.track_inprogress():
                banner = await run_sync(self._banner)
                manner = self._manner(banner, await run_sync(self._people.call_back))
                talk = Announcing(self._talk(seat, manner), self._banner, banner)
                ending = await self._call(carrier, seat, number, talk, manner).run()
        except Exception:
            log.exception("a call broke off")
        finally:
            # Also when this process is told to stop: the record comes before the line's end,
            # for the carrier asks at once what follows.
            await asyncio.shield(self._ended(carrier, seat, ending))

    def close(self) -> None:
        self._speaking.shutdown(wait=False, cancel_futures=True)

    def _begun(self, carrier: Carrier, number: str) -> Seat | None:
        """The call's seat, its record begun; None where it had one."""
        seat = self._sessions.of_call(carrier.call)
        caller, sender = self._records.caller(number), seat.conversation.sender
        new = self._records.open(carrier.call, caller, sender, carrier.name)
        return seat if new else None

    def _banner(self) -> str:
        return self._notices.now().banner

    def _talk(self, seat: Seat, manner: Manner) -> CallTalk:
        here = self._settings.hotline if manner.calls_back else ""
        return CallTalk(self._chat, seat, self._settings.turn_timeout_s, here)

    def _call(self, carrier: Carrier, seat: Seat, number: str, talk: Talk, manner: Manner) -> Call:
        mouth: Callable[[Callable[[], float]], Mouth] = partial(
            Mouth, carrier, self._voice, self._speaking
        )
        wishes = self._people.wishes(seat.conversation.sender, number)
        return Call(carrier, self._hearing.line(), mouth, talk, wishes, manner)

    def _manner(self, banner: str, calls_back: bool) -> Manner:
        settings = self._settings
        silence = round(settings.voice_silence_s * 1000)
        return Manner(
            greeting=prompts.greeting(settings, banner),
            person=self._people.there,
            calls_back=calls_back,
            longest_s=settings.voice_longest_min * 60,
            timed=self._metrics.part,
            pauses=Pauses(end=settings.voice_pause_ms, silence=silence),
        )

    async def _ended(self, carrier: Carrier, seat: Seat, ending: Ending) -> None:
        self._metrics.call(carrier.name, ending)
        if ending.reason:
            log.warning("a line broke: %s", ending.reason)
        try:
            await run_sync(self._records.close, carrier.call, seat.conversation.id, ending)
        except SQLAlchemyError as error:  # `Records.lost` ends it when the carrier tells its length
            log.error("a call's end was not written: %s", way_of(error))
        await carrier.close(ending.reason)
