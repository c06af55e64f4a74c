"""Carries words between citizens and an outside inbox. Runs in every web process.

There is no outbox: each link knows how far either side has heard. What could not be carried is
carried next time, in order, whichever process comes first. A process that ends between sending and
writing that down sends that one message again; what advisers write is said once.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import suppress

from anyio.to_thread import run_sync
from sqlalchemy.exc import SQLAlchemyError

from bot.care.tables import HandOver
from bot.channels.advisers import Adviser, Advisers
from bot.channels.conversations import Conversations, Gone
from bot.channels.edge import clean_staff
from bot.channels.for_leads import masked
from bot.channels.handovers import NotPossible
from bot.channels.problems import Problem
from bot.channels.tables import Turn
from bot.inbox import words
from bot.inbox.links import Links, Loose, heard
from bot.inbox.port import Inbox, InboxDown, NotThere, Refused, Said, Status
from bot.inbox.tables import InboxLink
from bot.store import Store
from bot.text.loglines import way_of

EVERY_S = 3.0
LONGEST_S = 60.0  # between two tries while the inbox is down
log = logging.getLogger(__name__)


class Courier:
    """
    Args:
        desk: the account in whose name the inbox's advisers act; None: there is none.
    """

    def __init__(
        self,
        store: Store,
        conversations: Conversations,
        advisers: Advisers,
        inbox: Inbox,
        desk: Callable[[], Adviser | None],
    ) -> None:
        self._links = Links(store)
        self._conversations = conversations
        self._advisers = advisers
        self._inbox = inbox
        self._desk = desk
        self._news = asyncio.Event()

    def wake(self) -> None:
        """Something happened there: look now."""
        self._news.set()

    async def keep_going(self) -> None:
        """Until it is cancelled; while the inbox is down more and more seldom."""
        wait = EVERY_S
        while True:
            self._news.clear()
            try:
                await run_sync(self.go)
                wait = EVERY_S
            except (InboxDown, SQLAlchemyError) as error:
                wait = min(wait * 2, LONGEST_S)
                log.error("the outside inbox was not reached: %s", way_of(error))
            try:
                await asyncio.wait_for(self._news.wait(), wait)
            except TimeoutError:
                continue

    def go(self) -> None:
        """One round. What is refused for one conversation keeps no other waiting.

        Raises:
            InboxDown: nothing is lost; the next round goes on.
        """
        me = self._desk()
        if me is None:
            raise InboxDown("no active account for it may take conversations over")
        here = {one.id: one for one in [*self._advisers.queue(), *self._advisers.mine(me)]}
        refused: list[Refused] = []
        for one in here.values():
            try:
                with self._links.claimed(one.id) as link:
                    if link:
                        self._exchange(one, link, me)
            except Refused as error:
                refused.append(error)
        for loose in self._links.loose():
            try:
                if loose.handover not in here:
                    self._settle(loose)
            except Refused as error:
                refused.append(error)
        if refused:
            raise refused[0]

    def _exchange(self, one: HandOver, link: InboxLink, me: Adviser) -> None:
        talk = self._conversations.of_sender(one.sender)
        if talk is None:
            return
        remote = self._opened(link)
        try:
            there = self._inbox.look(remote, link.heard)
        except NotThere:  # deleted there; the citizen is still here
            self._open_anew(link)
            return
        for said in there.said:
            self._say(one.id, remote, said, me)
        if there.status is not Status.OPEN:
            self._end(one.id, there.status, me)
        elif self._advisers.held(one.id, me):
            self._tell(link, remote, talk.id)
            self._advisers.here(one.id, me)  # the inbox answers: its people are there

    def _opened(self, link: InboxLink) -> int:
        if link.remote is None:
            opened = self._inbox.open(link.handover)
            self._links.put(link.handover, remote=opened.remote, contact=opened.contact)
            self._inbox.note(opened.remote, words.WAITS)
            return opened.remote
        if link.closed:  # it was put off overnight, or put back
            self._inbox.set_status(link.remote, Status.OPEN)
            self._inbox.note(link.remote, words.WAITS)
            self._links.put(link.handover, closed=False)
        return link.remote

    def _open_anew(self, link: InboxLink) -> None:
        """In the next round, with all that was said."""
        if link.contact is not None:
            self._inbox.forget(link.contact)
        self._links.put(link.handover, remote=None, contact=None, sent=-1, heard=0, closed=False)

    def _say(self, handover: int, remote: int, said: Said, me: Adviser) -> None:
        """The first words take the conversation. Who wrote what did not arrive is told."""
        try:
            text = clean_staff(said.text)
            if not self._advisers.held(handover, me):
                self._advisers.take(handover, me)
            self._advisers.say(
                handover, me, text, lambda session: heard(session, handover, said.message)
            )
        except (Problem, NotPossible, Gone) as error:
            self._inbox.note(remote, words.not_said(error))
            self._links.put(handover, heard=said.message)

    def _end(self, handover: int, status: Status, me: Adviser) -> None:
        over = status is Status.RESOLVED
        try:
            if not self._advisers.held(handover, me):
                self._advisers.take(handover, me)
            (self._advisers.close if over else self._advisers.give_back)(handover, me)
        except (NotPossible, Gone):
            return  # somebody here was first

    def _tell(self, link: InboxLink, remote: int, talk: int) -> None:
        for turn, _ in self._conversations.turns(talk, link.sent):
            if turn.state == "waiting":
                continue  # it comes with its answer, under a later revision
            for private, text in _words(masked(turn)):
                (self._inbox.note if private else self._inbox.citizen_said)(remote, text)
            self._links.put(link.handover, sent=turn.revision)

    def _settle(self, loose: Loose) -> None:
        """Close there what is over or elsewhere here; forget there what is deleted here."""
        with self._links.claimed(loose.handover) as link:
            if link is None:
                return
            if loose.gone and link.contact is not None:
                self._inbox.forget(link.contact)
            elif not loose.gone and link.remote is not None and not link.closed:
                with suppress(NotThere):  # deleted there: it is over there, too
                    self._inbox.note(link.remote, words.ELSEWHERE)
                    self._inbox.set_status(link.remote, Status.RESOLVED)
                self._links.put(loose.handover, closed=True)
        if loose.gone:
            self._links.drop(loose.handover)


def _words(turn: Turn) -> Iterator[tuple[bool, str]]:
    """What of a turn goes over: the citizen's words, and as notes what the assistant said. What a
    person or the desk said is not the assistant's."""
    if turn.text:
        yield False, turn.text
        for message in turn.messages:
            yield True, words.assistant(message["text"])
