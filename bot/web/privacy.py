"""Everything about kept data, opened once per process from the settings."""

from __future__ import annotations

from datetime import timedelta

from bot.cases.kept import LookUps
from bot.insight.kept import TurnLogs
from bot.keyed import Keyed, load_key
from bot.privacy.kinds import Kind
from bot.privacy.logfiles import LogFiles
from bot.privacy.service import Privacy
from bot.privacy.trackers import Trackers
from bot.settings import Settings
from bot.store import Store
from bot.web.conversations import SENDER_PREFIX, Conversations, Life
from bot.web.kept import KeptConversations
from bot.web.sessions import Sessions


def life(settings: Settings) -> Life:
    return Life(timedelta(hours=settings.session_hours), timedelta(days=settings.conversation_days))


def open_privacy(settings: Settings) -> Privacy:
    """Over databases whose schema is up to date (`bot.store.migrate`).

    Raises:
        StoreProblem: a database's driver is not installed.
    """
    store, rasas = Store(settings.database), Store(settings.rasa_database)
    keyed = Keyed(load_key(settings.secret_key, settings.var_dir))
    conversations = Conversations(store, life(settings))
    talks = KeptConversations(store, conversations, Sessions(conversations, keyed), life(settings))
    rules = [settings.case_lock_code, settings.case_lock_caller]
    kinds: list[Kind] = [
        Trackers(rasas, settings.tracker_days, SENDER_PREFIX, talks.known),
        TurnLogs(store, settings.turn_log_days),
        LookUps(store, keyed, settings.case_lookup_days, rules),
        LogFiles(settings.var_dir / "log", settings.log_days),
        talks,
    ]
    return Privacy(talks, kinds, [store, rasas])
