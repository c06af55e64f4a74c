"""Links to an outside inbox as a kind of kept data."""

from __future__ import annotations

from sqlalchemy import select

from bot.care.tables import HandOver
from bot.inbox.tables import InboxLink
from bot.privacy.kinds import Counts, Nobodys
from bot.privacy.rows import count, delete_all
from bot.store import Store


class KeptLinks(Nobodys):
    """Numbers alone. A link goes when the inbox has forgotten its conversation, which the courier
    sees to as soon as ours is deleted; here ends what never reached the inbox."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def expire(self, *, dry: bool) -> Counts:
        end = count if dry else delete_all
        gone = InboxLink.handover.not_in(select(HandOver.id))
        return {
            "inbox_link": end(self._store, InboxLink.handover, gone & InboxLink.contact.is_(None)),
        }
