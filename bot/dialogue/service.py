"""Turns that no single procedure answers; each says truthfully what can be done today."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers import notices
from bot.answers.reply import Reply
from bot.dialogue.cases.meant import Meant, meant
from bot.dialogue.cases.turns import where_is_it
from bot.dialogue.doubt import asks_after_all
from bot.dialogue.moves import choose
from bot.dialogue.ordinal import names_a_choice
from bot.dialogue.respond import ask
from bot.dialogue.searching import by_search, perhaps
from bot.dialogue.tickets.law import by_the_law
from bot.dialogue.tickets.turns import begin
from bot.dialogue.tickets.words import by_law
from bot.dialogue.topic import EXACT
from bot.dialogue.turn import Outcome, Turn, World
from bot.dialogue.walk import by_guide
from bot.dialogue.whereabouts import names_only_a_ward
from bot.text.codes import find_procedure_codes
from bot.text.fold import fold

# What people say who have handed in and wait.
_WAITING = re.compile(
    r"\b(?:ho so|hs|giay hen|phieu hen)\b.*\b(?:(?:den|toi) dau|(?:dau|sao|the nao) roi|chua$"
    r"|chua (?:thay|co|duoc|xong|tra|nhan))"
    r"|\b(?:tra cuu|tien do|tinh trang (?:ho so|giai quyet|xu ly)|(?:xong|duoc|co|ra) chua)\b"
)


def case_status(turn: Turn, world: World) -> Outcome:
    """Where is my case? A message that only names a procedure asks about that procedure.

    One with a case code does not come here (`bot.dialogue.cases.turns.first`).
    """
    if guided := by_guide(turn, world):  # "mới đến, chưa đăng ký" answers our own question
        return guided
    asks = not turn.personal and not _WAITING.search(fold(turn.text))
    if (asks and (turn.topical or asks_after_all(turn, world))) or find_procedure_codes(turn.text):
        return ask(turn, world)
    return where_is_it(turn, world)


def handover(turn: Turn, world: World) -> Outcome:
    return _unless_asked(notices.handover(), turn, world)


def complaint(turn: Turn, world: World) -> Outcome:
    """What can be handed in here, unless the message asks about a procedure: that of a complaint
    under the law is one, and no ticket stands for it."""
    found = (by_guide(turn, world) or by_search(turn, world)) if by_law(turn.text) else None
    if lawful := by_the_law(turn, found, world):
        return lawful
    return ask(turn, world) if asks_after_all(turn, world) else begin(turn)


def out_of_scope(turn: Turn, world: World) -> Outcome:
    """Not the service's business, unless the message names a procedure or a ward.

    The second time in a row nothing fits, whatever the reason, the hotline is given.
    """
    if guided := by_guide(turn, world):
        return guided
    if names_a_choice(turn.text):  # "số 9": whatever it was taken for
        return choose(turn, world)
    if turn.heard is not None and (close := by_search(turn, world) or perhaps(turn, world)):
        return close  # misheard words look like nothing of ours; the search knows better
    named = turn.topical or names_only_a_ward(turn.text)
    exact = world.searcher.search(turn.text).matched_by in EXACT
    if named or exact or asks_after_all(turn, world):
        return ask(turn, world)
    if meant(turn.text) is Meant.RUDE:
        return Outcome((notices.calm(),), turn.state, "notice")
    misses = turn.state.misses + 1
    reply = notices.out_of_scope() if misses == 1 else notices.none_found(2)
    return Outcome((reply,), replace(turn.state, misses=misses), "none")


def _unless_asked(reply: Reply, turn: Turn, world: World) -> Outcome:
    if asks_after_all(turn, world):
        return ask(turn, world)
    return Outcome((reply,), turn.state, "notice")
