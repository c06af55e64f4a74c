"""Questions about procedures and the short moves around them."""

from bot.dialogue import moves, respond
from bot.dialogue.turn import Respond

ACTIONS: dict[str, Respond] = {
    "action_answer": respond.ask,
    "action_choose": moves.choose,
    "action_compare": moves.compare,
    "action_not_that": moves.not_that,
    "action_affirm": moves.affirm,
    "action_deny": moves.deny,
    "action_repeat": moves.repeat,
}
