"""Taking one of the choices offered: now, another one than before, or one of what was talked of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.aspect import Aspect
from bot.catalogue.titles import both_names
from bot.dialogue.named import named
from bot.dialogue.options import option_said
from bot.dialogue.ordinal import chosen, names_a_choice
from bot.dialogue.outcomes import answer
from bot.dialogue.turn import Outcome, Turn, World
from bot.dialogue.walk import by_guide
from bot.guides.around import guides_around
from bot.text.fold import fold
from bot.text.phrases import normal, phrase_pattern

_SLIP = phrase_pattern(
    (
        *("à nhầm", "nhầm rồi", "nói nhầm", "gõ nhầm", "bấm nhầm", "chọn nhầm", "nhầm", "lộn rồi"),
        *("xin lỗi", "ấy chết", "mới đúng", "mới phải", "ý tôi là", "ý em là", "đổi ý rồi"),
        *("đúng ra là", "đúng ra", "thật ra là", "thật ra", "không phải", "lại nhầm"),
    )
)


def by_choice(turn: Turn, world: World) -> Outcome | None:
    """The choice that the message names, by number or by words."""
    offered = [code for code in turn.state.choices if world.catalogue.get(code)]
    position = chosen(turn.text, len(offered))
    if position is None:
        position = _in_peoples_words(turn.text, offered, world)
    if position is None:
        names = [both_names(world.catalogue.procedures[code]) for code in offered]
        position = named(turn.text, names)
    if position is None:
        return None
    aspects = turn.aspects or pending(turn, offered[position])
    return answer(offered[position], replace(turn, aspects=aspects), world)


def _in_peoples_words(text: str, offered: Sequence[str], world: World) -> int | None:
    """Position of the code whose option in a guide `text` says, "nghỉ hẳn" for ending a trade."""
    for _, guide in guides_around(offered[0], world.catalogue) if offered else ():
        options = [option for option in guide.all_options() if option.to in offered]
        if option := option_said(text, options):
            return offered.index(option.to)
    return None


def pending(turn: Turn, code: str) -> tuple[Aspect, ...]:
    """The aspect that was asked before a clarification is answered with the choice."""
    aspect = turn.state.aspect
    return (aspect,) if aspect and code in turn.state.choices else ()


def by_correction(turn: Turn, world: World) -> Outcome | None:
    """ "À nhầm, cái thứ ba cơ": another answer to the question that was answered before.

    A number is enough; words count only with a sign that something was mistaken.
    """
    state = turn.state
    if state.choices or state.guide:
        return None
    meant = without_slip(turn.text)
    slipped = meant != normal(turn.text)
    if not slipped and not names_a_choice(turn.text):
        return None
    again = replace(turn, text=meant if slipped else turn.text, state=state.reopened())
    return by_guide(again, world) or by_choice(again, world)


def by_order(turn: Turn, world: World) -> Outcome | None:
    """ "Cái đầu mất mấy ngày": nothing is offered, so it counts what was talked about."""
    state = turn.state
    talked = [code for code in dict.fromkeys(state.recent) if world.catalogue.get(code)]
    if state.choices or state.guide or len(talked) < 2 or fold(turn.text).isdigit():
        return None
    position = chosen(turn.text, len(talked))
    return None if position is None else answer(talked[position], turn, world)


def without_slip(text: str) -> str:
    """`text` in lower case, without the words that only say that something was mistaken."""
    return _SLIP.sub(" ", normal(text))
