"""Who is there for callers: a person on the line now, or one who calls them back."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.exc import SQLAlchemyError

from bot.care.callbacks import CallBacks
from bot.care.hours import next_session, open_now
from bot.settings import Settings
from bot.staff.accounts import anybody_may
from bot.staff.roles import May
from bot.store import Store
from bot.text.loglines import way_of
from voice import prompts
from voice.wishes import CallWishes

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Offer:
    """
    Attributes:
        wording: what a caller is asked to agree to.
        promised: until when they are called then; it is in the wording.
    """

    wording: str
    promised: datetime


def offer(settings: Settings, moment: datetime) -> Offer:
    """To be called back, as it is offered at `moment`: by the telephone's desk, or, where there
    is none, by who works at the console."""
    hours = settings.voice_person_hours if settings.voice_person else settings.desk_hours
    until = next_session(hours, moment)[1]
    return Offer(prompts.call_back(settings, until, closed=not open_now(hours, moment)), until)


class People:
    """
    Args:
        key: seals telephone numbers (`bot.keyed.load_key`).
    """

    def __init__(self, settings: Settings, store: Store, key: bytes) -> None:
        self._settings = settings
        self._store = store
        self._callbacks = CallBacks(store, key)

    def there(self) -> bool:
        """Whether a caller can be put through to somebody now."""
        settings = self._settings
        answers = open_now(settings.voice_person_hours, datetime.now(UTC))
        return bool(settings.voice_person) and answers

    def call_back(self) -> bool:
        """Whether anybody calls back: the telephone's desk, or staff at the console. False also
        where the database does not tell of any. Blocking."""
        if self._settings.voice_person:
            return True
        try:
            with self._store.reading() as session:  # the inbox's account never signs in here
                return anybody_may(session, May.TAKE_OVER, but=self._settings.inbox_login)
        except SQLAlchemyError as error:
            log.error("who calls back was not looked for: %s", way_of(error))
            return False

    def wishes(self, sender: str, number: str) -> CallWishes:
        """Where the wish of a call is written down.

        Args:
            sender: the name of the call's conversation.
            number: who calls; "" where the line does not tell it.
        """
        offered = offer(self._settings, datetime.now(UTC))
        return CallWishes(self._callbacks, sender, number, offered.wording, offered.promised)
