"""Everything about hand-overs, opened once per process from the settings."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from time import monotonic

from bot.care.callbacks import CallBacks
from bot.care.handover_standing import DeskHours, types
from bot.channels.advisers import Adviser, Advisers
from bot.channels.conversations import Conversations
from bot.channels.handover_watch import HandOverWatch, Patience
from bot.channels.handovers import HandOvers
from bot.settings import Settings
from bot.staff.accounts import anybody_may
from bot.staff.roles import May
from bot.store import Store
from bot.web.views import HandOverView, handover_view

SIGN_S = 10.0  # between two signs of presence that are written down


def open_handovers(
    settings: Settings, store: Store, conversations: Conversations, key: bytes
) -> HandOvers:
    """
    Args:
        key: seals telephone numbers (`bot.keyed.load_key`).
    """
    desk = DeskHours(settings.desk_hours, settings.call_back_days)
    staffed = partial(anybody_may, right=May.TAKE_OVER)
    return HandOvers(store, conversations, CallBacks(store, key), desk, staffed)


def open_watch(settings: Settings, store: Store, conversations: Conversations) -> HandOverWatch:
    patience = Patience(
        citizen=timedelta(minutes=settings.desk_citizen_min),
        adviser=timedelta(seconds=settings.desk_adviser_s),
        hours=settings.desk_hours,
    )
    return HandOverWatch(store, conversations, patience)


class CitizenLooks:
    """How the hand-over stands, looked at by a page that is open: a sign of its citizen."""

    def __init__(self, handovers: HandOvers, sender: str) -> None:
        self._handovers = handovers
        self._sender = sender
        self._signed = -SIGN_S

    def __call__(self) -> HandOverView:
        stands = self._handovers.standing(self._sender)
        if stands and monotonic() > self._signed + SIGN_S:
            self._handovers.citizen_here(self._sender)
            self._signed = monotonic()
        return handover_view(stands)


class AdviserLooks:
    """The same from the page of an adviser who has the conversation."""

    def __init__(self, advisers: Advisers, handover: int, me: Adviser) -> None:
        self._advisers = advisers
        self._handover = handover
        self._me = me
        self._signed = -SIGN_S

    def __call__(self) -> HandOverView:
        one = self._advisers.held(self._handover, self._me)
        if one is None:
            return HandOverView(state="none")
        if monotonic() > self._signed + SIGN_S:
            self._advisers.here(self._handover, self._me)
            self._signed = monotonic()
        return HandOverView(state=one.state, typing=types(one.citizen_typing))
