"""How a turn about a case ends."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.reply import Reply
from bot.cases.replies.details import Topic, detail
from bot.cases.replies.told import told
from bot.dialogue.cases.memory import CaseTalk
from bot.dialogue.turn import Outcome, Turn, World


def said(reply: Reply, turn: Turn, talk: CaseTalk) -> Outcome:
    """An open question of another matter is closed: a short answer is now about the case."""
    state = replace(turn.state, case=talk, choices=(), guide=None, misses=0)
    return Outcome((reply,), state, "notice")


def shown(turn: Turn, talk: CaseTalk, world: World) -> Outcome:
    """The case of `talk` as a whole; what is asked next may also be about its procedure."""
    assert talk.shown
    procedure = world.catalogue.get(talk.shown.procedure or "")
    outcome = said(told(talk.shown, world.today, procedure), turn, talk.in_play())
    if procedure is None:
        return replace(outcome, decision="answer")
    state = replace(outcome.state.remembering(procedure.code), procedure=procedure.code)
    return replace(
        outcome, state=replace(state, aspect=None), decision="answer", codes=(procedure.code,)
    )


def detailed(topic: Topic, turn: Turn, talk: CaseTalk, world: World) -> Outcome:
    """One question about the case of `talk`."""
    assert talk.shown
    reply = detail(topic, talk.shown, world.today)
    return replace(said(reply, turn, talk.in_play()), decision="answer")
