"""Everything about kept data, opened once per process from the settings."""

from __future__ import annotations

from bot.care.kept import KeptCallBacks, KeptHandOvers, KeptRatings, KeptTickets
from bot.cases.kept import LookUps
from bot.channels.conversations import CHANNELS, Conversations, life
from bot.channels.sessions import Sessions
from bot.inbox.kept import KeptLinks
from bot.insight.kept import CallRecords, TurnLogs
from bot.keyed import Keyed, load_key
from bot.learning.kept import Decisions, LearningItems
from bot.privacy.kinds import Kind
from bot.privacy.logfiles import LogFiles
from bot.privacy.service import Privacy
from bot.privacy.trackers import Trackers
from bot.settings import Settings
from bot.staff.service import kept_of_staff
from bot.store import Store
from bot.web.kept import KeptConversations


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
        Trackers(rasas, settings.tracker_days, [f"{name}-" for name in CHANNELS], talks.known),
        TurnLogs(store, settings.turn_log_days),
        CallRecords(store, settings.turn_log_days),
        KeptHandOvers(store, settings.turn_log_days),
        # After the hand-overs: without one nobody leaves a number meanwhile.
        KeptCallBacks(store, settings.call_back_days),
        KeptLinks(store),
        LearningItems(store, settings.conversation_days),
        Decisions(store, settings.staff_audit_days),
        KeptTickets(store, settings.ticket_days),
        KeptRatings(store, settings.turn_log_days),
        LookUps(store, keyed, settings.case_lookup_days, rules),
        kept_of_staff(settings, store),
        LogFiles(settings.var_dir / "log", settings.log_days),
        talks,
    ]
    return Privacy(talks, kinds, [store, rasas])
