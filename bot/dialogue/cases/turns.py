"""Turns about a case: ask for its code and its proof, show it, answer what is asked about it.

`first` stands before every other move, as the emergency does: four digits or a code are about a
case whatever the classifier took them for.
"""

from __future__ import annotations

from dataclasses import replace

from bot.cases.replies import asking, misplaced, proving
from bot.cases.replies.details import Topic
from bot.cases.replies.mine import my_cases
from bot.dialogue.cases.aside import aside
from bot.dialogue.cases.asked import (
    asks_for_mine,
    comes_back,
    is_not_mine,
    names_another_matter,
    points_at_it,
    topic_of,
    wants_another,
    wants_it_again,
)
from bot.dialogue.cases.listed import one_by_one
from bot.dialogue.cases.looking import by_looking_up, by_own
from bot.dialogue.cases.meant import stops_first
from bot.dialogue.cases.memory import CaseTalk
from bot.dialogue.cases.outcome import detailed, said, shown
from bot.dialogue.cases.waiting import by_code, by_digits, by_photo, by_slip, by_waiting
from bot.dialogue.turn import Outcome, Respond, Turn, World
from bot.text.codes import find_procedure_codes


def first(respond: Respond) -> Respond:
    """`respond`, but a case goes first; a question in between is answered, and the case waits."""

    def looked_at(turn: Turn, world: World) -> Outcome:
        for way in _WAYS:
            if outcome := way(turn, world):
                return one_by_one(turn, outcome)
        if turn.state.case.asks and turn.topical and stops_first(turn.text):
            turn = replace(turn, state=replace(turn.state, case=turn.state.case.over()))
        return aside(turn, respond(turn, world), world)

    return looked_at


def where_is_it(turn: Turn, world: World) -> Outcome:
    """Where is my case? The one talked about before, where it was left; else: which one?"""
    talk = turn.state.case
    if talk.asks == "proof" and talk.code and not turn.topical:
        return said(proving.ask_proof_again(talk.code), turn, talk.asking("proof", talk.code))
    if turn.signed_in and asks_for_mine(turn.text):
        return _list_own(turn, world)
    if talk.asks or not talk.shown or turn.topical or wants_another(turn.text):
        return ask_for_code(turn)
    topic = topic_of(turn.text, talk.shown)
    if topic and topic is not Topic.STATE:
        return detailed(topic, turn, talk, world)
    return shown(turn, talk, world)


def ask_for_code(turn: Turn) -> Outcome:
    """Which case? Nobody is known here, so its code must say it."""
    reply = misplaced.no_personal_number() if turn.personal else asking.ask_code()
    return said(reply, turn, turn.state.case.asking("code"))


def _list_own(turn: Turn, world: World) -> Outcome:
    """Their own cases, of which one may then be chosen by its number; others by their code."""
    mine = my_cases(turn.own, world.today, world.catalogue.procedures)
    return said(mine, turn, turn.state.case.asking("code"))


def _by_shown(turn: Turn, world: World) -> Outcome | None:
    """A question about the case that was shown."""
    talk = turn.state.case
    if (talk.shown or talk.asks) and wants_another(turn.text):
        return _list_own(turn, world) if turn.signed_in else ask_for_code(turn)
    if talk.shown and not talk.asks and is_not_mine(turn.text):
        return said(asking.ask_code_again(), turn, CaseTalk().asking("code"))
    if talk.shown is None or talk.asks or find_procedure_codes(turn.text):
        return None
    if (talk.aside or turn.topical) and not points_at_it(turn.text):
        return None
    if wants_it_again(turn.text):
        return shown(turn, talk, world)
    topic = topic_of(turn.text, talk.shown)
    if topic is None or names_another_matter(turn.text, topic, world.searcher):
        return None
    return detailed(topic, turn, talk, world)


def _by_return(turn: Turn, world: World) -> Outcome | None:
    """ "Quay lại hồ sơ lúc nãy"."""
    talk = turn.state.case
    known = talk.asks or talk.shown
    return where_is_it(turn, world) if known and comes_back(turn.text) else None


_WAYS = (
    by_own,
    by_looking_up,
    by_code,
    by_slip,
    by_digits,
    by_waiting,
    _by_shown,
    _by_return,
    by_photo,
)
