"""Complaints handed in or asked about, and scores: done before the turn, beside the rest."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import structlog
from rasa_sdk import Tracker
from sqlalchemy.exc import SQLAlchemyError

from actions.desk import beside
from bot.care.survey import Rated, Survey
from bot.care.tickets.counter import Counter
from bot.care.tickets.model import Answer, Down
from bot.care.tickets.opening import open_counter
from bot.dialogue.rating import Rate
from bot.dialogue.tickets.wanted import HandIn, LookUp, Wish, wanted
from bot.dialogue.turn import Turn
from bot.settings import settings
from bot.store import Store, migrate
from bot.text import overheard
from bot.text.loglines import way_of

log = structlog.get_logger(__name__)


@cache
def _opened() -> tuple[Counter, Survey]:
    """Over a database that is up to date: in the shell nobody else has seen to that."""
    migrate(settings().database)
    store = Store(settings().database)
    return open_counter(settings(), store), Survey(store)


async def dealt_with(turn: Turn, tracker: Tracker) -> Turn:
    """The turn, with what the counter did where the turn wants something of it."""
    wish = wanted(turn)
    if wish is None:
        return turn
    if (tracker.latest_message.get("metadata") or {}).get(overheard.METADATA):
        return replace(turn, counter=Down())  # a yes to a person is no yes to us
    sender, channel = tracker.sender_id, tracker.get_latest_input_channel() or "rasa"
    return replace(turn, counter=await beside(lambda: _perform(wish, sender, channel), Down()))


def _perform(wish: Wish, sender: str, channel: str) -> Answer | Rated:
    try:
        counter, survey = _opened()
        match wish:
            case HandIn(draft):
                return counter.hand_in(draft, sender, channel)
            case LookUp(code):
                return counter.look_up(code, sender, channel)
            case Rate(score):
                survey.take(sender, channel, score)
                return Rated()
            case _:
                return counter.withdraw(wish.code, sender, channel)
    except SQLAlchemyError as error:
        log.error("counter_failed", where=way_of(error))
        return Down()
