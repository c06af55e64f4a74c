"""The outside inbox as the settings say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import select

from bot.channels.advisers import Adviser, Advisers
from bot.channels.conversations import Conversations
from bot.inbox.chatwoot import Chatwoot
from bot.inbox.courier import Courier
from bot.settings import Settings
from bot.staff.roles import RIGHTS, May
from bot.staff.tables import StaffAccount
from bot.store import Store


class BadInbox(Exception):
    """One sentence: which setting of the outside inbox is missing or wrong."""


@dataclass(frozen=True)
class Outside:
    secret: str
    courier: Courier


def open_inbox(
    settings: Settings, store: Store, conversations: Conversations, advisers: Advisers
) -> Outside | None:
    """None: no outside inbox is configured.

    Raises:
        BadInbox
    """
    if not settings.inbox_url:
        return None
    needed = ("account", "number", "token", "secret", "login")
    missing = [name for name in needed if not getattr(settings, f"inbox_{name}")]
    if missing:
        raise BadInbox("MOTCUA_INBOX_URL needs also " + ", ".join(
            f"MOTCUA_INBOX_{name.upper()}" for name in missing
        ))  # fmt: skip
    if not settings.inbox_url.startswith(("http://", "https://")):
        raise BadInbox("MOTCUA_INBOX_URL must begin with http:// or https://")
    inbox = Chatwoot(
        settings.inbox_url, settings.inbox_account, settings.inbox_number, settings.inbox_token
    )
    desk = _account(store, settings.inbox_login)
    courier = Courier(store, conversations, advisers, inbox, desk)
    return Outside(settings.inbox_secret, courier)


def _account(store: Store, login: str) -> Callable[[], Adviser | None]:
    def found() -> Adviser | None:
        roles = [role for role, rights in RIGHTS.items() if May.TAKE_OVER in rights]
        query = select(StaffAccount).where(
            StaffAccount.login == login, StaffAccount.active, StaffAccount.role.in_(roles)
        )
        with store.reading() as session:
            account = session.scalar(query)
            return Adviser(account.id, account.name) if account else None

    return found
