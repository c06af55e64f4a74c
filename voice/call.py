"""One call, from the greeting to its end. Read `Call.run` from top to bottom."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Protocol

from voice import prompts
from voice.carriers.port import Carrier
from voice.commands import command_of
from voice.digits import may_prove, said_code
from voice.ears import Act, Ears, Over, Pressed, Said
from voice.expecting import MENU, expected_after
from voice.hearing.port import Heard
from voice.hearing.vad import VoiceActivity
from voice.keypad import Choice, Command, Digits, Keypad, code_of, with_keys
from voice.manner import Cause, Ending, Manner
from voice.patience import Patience, patience
from voice.speaking.mouth import Mouth
from voice.survey import Survey
from voice.talk import NoReply, Reply, Talk
from voice.turns import Silent, Turns
from voice.wish import Wishes
from voice.wishing import Wishing

PLAYED_WITHIN_S = 30.0  # the last words
SAY_IT_AGAIN = {"repeat", "slower", "louder", "unknown"}  # what was asked stays asked
LONG_WAIT_S = 2.5  # for an answer: longer, and people ask whether anybody is there


class Listener(Protocol):
    def along(self, sound: bytes) -> None: ...

    async def hear(self, sound: bytes, expected: Sequence[str] = ()) -> Heard: ...


class Call:
    def __init__(
        self,
        carrier: Carrier,
        hearing: Listener,
        mouth: Callable[[Callable[[], float]], Mouth],
        talk: Talk,
        wishes: Wishes,
        manner: Manner,
    ) -> None:
        self._carrier = carrier
        self._hearing = hearing
        self._talk = talk
        self._wishing = Wishing(wishes)
        self._manner = manner
        self._keypad = Keypad()
        turns = Turns(manner.pauses)
        self._ears = Ears(
            carrier, turns, VoiceActivity(), self._recognise, hearing.along, self._patience
        )
        self._mouth = mouth(self._ears.clock)
        self._latest = prompts.ASK  # what "once more" repeats
        self._expected: tuple[str, ...] = MENU  # short answers to what was said last
        self._more = ""  # choices that were not read out
        self._answered = 0
        self._unheard = 0  # in a row
        self._survey = Survey()
        self._alive = False  # the caller has done something

    async def run(self) -> Ending:
        """Hold the call until it ends; the line is still open then, if the caller is there."""
        listening = asyncio.create_task(self._ears.listen(self._mouth))
        try:
            self._ears.working = True
            await self._mouth.say(self._manner.greeting)
            self._ears.working = False
            cause, reason = await self._talk_on()
            if cause not in {"hung_up", "broken"}:
                await self._last_words(listening)
        finally:
            listening.cancel()
            await asyncio.wait([listening])
        return Ending(cause, reason, self._ears.clock(), self._answered)

    async def _talk_on(self) -> tuple[Cause, str]:
        """One act of the caller after the other, until one ends the call."""
        while True:
            act = await self._ears.acts.get()
            if isinstance(act, Over):
                return ("broken", act.broken) if act.broken else ("hung_up", "")
            self._ears.working = True
            cause = await self._answer(act)
            self._ears.working = False
            if cause:
                return cause, ""
            if self._ears.clock() > self._manner.longest_s:
                await self._say(prompts.TOO_LONG)
                return "too_long", ""

    async def _answer(self, act: Act) -> Cause | None:
        match act:
            case Said(recognised):
                self._alive = True
                began = perf_counter()
                heard = await recognised
                understood = perf_counter()
                self._manner.timed("understanding", understood - began)
                cause = await self._said(heard)
                if self._mouth.began_at > understood:
                    self._manner.timed("answering", self._mouth.began_at - understood)
                return cause
            case Pressed(key):
                self._alive = True
                return await self._pressed(key)
            case Silent(times):
                return await self._silent(times)
        return None

    async def _pressed(self, key: str) -> Cause | None:
        if self._wishing.open:
            return await self._wished(await self._wishing.press(key))
        if score := self._survey.answer(key):
            return await self._ask(score)
        return await self._do(self._keypad.press(key))

    async def _said(self, heard: Heard) -> Cause | None:
        if self._survey.declined(heard.text):
            return await self._bye()
        if not heard.text:
            return await self._not_heard()
        self._unheard = 0
        if told := await self._wishing.said(heard.text):
            return await self._wished(told)
        command = command_of(heard.text)
        if command and (command != "others" or self._more):
            return await self._do(command)
        if self._keypad.expects == "proof" and may_prove(heard.text):
            return await self._say(prompts.PROOF_BY_KEYS)  # the room may hear it
        if code := said_code(heard.text, self._keypad.expects):
            return await self._ask(code)
        return await self._ask(heard.text, heard.alternatives)

    async def _not_heard(self) -> Cause | None:
        """Ask again, then offer the keys, then a person."""
        self._unheard += 1
        self._survey.not_heard(self._unheard)
        if self._unheard == 1:
            return await self._say(prompts.AGAIN)
        if self._unheard == 2:
            return await self._offer_keys()
        self._unheard = 0
        return await self._person()

    async def _do(self, meant: Command | Choice | Digits | None) -> Cause | None:
        self._survey.open &= meant in SAY_IT_AGAIN
        match meant:
            case Choice(number):
                return await self._ask(str(number))
            case Digits(digits):
                return await self._typed(digits)
            case "procedures":
                return await self._say(prompts.ASK)
            case "case":
                return await self._ask(prompts.WHAT_CASE)
            case "slower":
                self._mouth.slower()
                return await self._say(f"{prompts.SLOWER} {self._latest}")
            case "louder":
                self._mouth.louder()
                return await self._say(f"{prompts.LOUDER} {self._latest}")
            case "here":
                return await self._say(prompts.HERE)
            case "others":
                return await self._say(f"{self._more} {prompts.NONE_OF_THEM}")
            case "person":
                return await self._person()
            case "back":
                return await self._ask(prompts.NEVER_MIND if self._keypad.expects else prompts.BACK)
            case "repeat":
                return await self._say(self._latest)
            case "erased":
                return await self._say(prompts.ERASED)
            case "unknown":
                return await self._offer_keys()
        return None

    async def _typed(self, digits: str) -> Cause | None:
        expects = self._keypad.expects
        if code := code_of(digits, expects):  # also in place of a proof: the last one was wrong
            return await self._ask(code)
        if expects == "proof":
            return await self._ask(digits)
        return await self._say(prompts.BAD_TICKET if expects == "ticket" else prompts.BAD_CODE)

    async def _silent(self, times: int) -> Cause | None:
        if typed := self._keypad.rest():
            return await self._typed(typed.digits)
        if self._wishing.open and times < 3:
            return await self._wished(await self._wishing.rest())
        if self._survey.open:
            return await self._bye()
        if times > 3:
            if self._alive and self._manner.person():
                return await self._person()
            await self._say(prompts.BYE)
            return "silence"
        return await (self._offer_keys() if times == 3 else self._say(prompts.STILL_THERE))

    async def _ask(self, text: str, others: Sequence[str] | None = None) -> Cause | None:
        """Hand the question on and say the answer.

        Args:
            others: what may have been said instead; None: it was typed.
        """
        try:
            reply = await self._waited_for(asyncio.create_task(self._talk.ask(text, others)))
        except NoReply:
            return await self._say(prompts.TROUBLE)
        self._answered += 1
        self._keypad.expects, self._keypad.choices = reply.expects, reply.choices
        self._keypad.more, self._more = bool(reply.more), reply.more
        self._expected = expected_after(reply)
        if reply.kind == "handover":
            return await self._person()
        if self._survey.spares(reply):
            return await self._bye()
        self._latest = with_keys(reply)
        ends = self._survey.ends(reply)
        await self._say(self._latest)
        return self._unless_more("goodbye") if ends else None

    async def _bye(self) -> Cause | None:
        await self._say(prompts.BYE)
        return self._unless_more("goodbye")

    def _unless_more(self, cause: Cause) -> Cause | None:
        """Who does something more meanwhile is answered before the call ends."""
        return None if self._ears.caller_acts else cause

    async def _waited_for(self, reply: asyncio.Task[Reply]) -> Reply:
        """Who waits long is told so, once.

        Raises:
            NoReply
        """
        try:
            done, _ = await asyncio.wait([reply], timeout=LONG_WAIT_S)
            if not done:
                await self._say(prompts.WAIT)
            return await reply
        finally:
            reply.cancel()

    async def _person(self) -> Cause | None:
        if self._manner.person():
            await self._say(prompts.TO_PERSON)
            return "person"
        if not self._manner.calls_back:
            return await self._say(prompts.NO_PERSON)
        return await self._wished(await self._wishing.begin())

    async def _offer_keys(self) -> Cause | None:
        """Key 1 means what is said here, and no consent any more; while digits, a choice or a
        score are expected the keys do not mean what the menu says."""
        self._wishing.forget()
        asked = self._keypad.expects or self._keypad.choices or self._survey.open
        return await self._say(self._latest if asked else prompts.KEYS)

    async def _wished(self, told: str | None) -> Cause | None:
        """Say what the wish to be called back comes to; None: more has to be typed."""
        if told is None:
            return None
        self._survey.open = False
        self._latest = told
        return await self._say(told)

    async def _say(self, text: str) -> Cause | None:
        """The call goes on. A caller who speaks already, or has pressed more keys, is not spoken
        to: what they do now is answered instead."""
        if not self._ears.caller_acts:
            await self._mouth.say(text)
        return None

    async def _last_words(self, listening: asyncio.Task[None]) -> None:
        """Let them be heard before the line is closed."""
        heard = asyncio.create_task(self._mouth.finish())
        await asyncio.wait(
            [heard, listening], timeout=PLAYED_WITHIN_S, return_when=asyncio.FIRST_COMPLETED
        )
        heard.cancel()

    @property
    def _short_answers(self) -> tuple[str, ...]:
        return self._wishing.expected or self._expected

    def _recognise(self, sound: bytes) -> asyncio.Task[Heard]:
        return asyncio.create_task(self._hearing.hear(sound, self._short_answers))

    def _patience(self, text: str) -> Patience:
        return "short" if text in self._short_answers else patience(text, self._keypad.expects)
