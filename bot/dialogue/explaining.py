""" "Hưu trí xã hội là gì?" about an option is no choice: what is known of it, and the question."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.opening import opened
from bot.answers.who import name_of
from bot.answers.words import HOTLINE, listing, lower_first
from bot.catalogue.model import Procedure
from bot.catalogue.titles import both_names, short_title
from bot.dialogue.guided import node_of
from bot.dialogue.named import named
from bot.dialogue.options import option_of
from bot.dialogue.ordinal import chosen
from bot.dialogue.outcomes import offer
from bot.dialogue.turn import Outcome, Turn, World
from bot.dialogue.walk import ask_again
from bot.guides.model import Guide
from bot.notices.reply import being_checked
from bot.retrieval.question import strip_question
from bot.text.phrases import normal, phrase_pattern

_WHAT_IS = phrase_pattern(
    (
        *("là gì", "là cái gì", "là sao", "nghĩa là gì", "nghĩa là sao", "tức là gì"),
        *("tức là sao", "là thế nào", "là như thế nào", "là loại gì", "là ai"),
    )
)


def by_explaining(turn: Turn, world: World) -> Outcome | None:
    """What an offered option is, then the question again; None when no option is asked about."""
    if not _WHAT_IS.search(normal(turn.text)):
        return None
    found = node_of(turn.state.guide or "")
    line = _option(turn, found[1], found[2], world) if found else _choice(turn, world)
    if not line:
        return None
    aspects = (turn.state.aspect,) if turn.state.aspect else ()
    again = ask_again(turn) or offer(turn.state.choices, replace(turn, aspects=aspects), world)
    return replace(again, replies=(opened(again.replies[0], line),))


def _option(turn: Turn, guide: Guide, node: str, world: World) -> str | None:
    option = option_of(turn.text, guide.questions[node].options, world.catalogue)
    if option is None:
        return None
    procedure = world.catalogue.get(option.to)
    if procedure:
        return _what_it_is(f"“{option.label}” thuộc", procedure, world)
    labels = [lower_first(below.label) for below in guide.questions[option.to].options]
    return f"“{option.label}” gồm: {listing(labels)}."


def _choice(turn: Turn, world: World) -> str | None:
    procedures = [p for code in turn.state.choices if (p := world.catalogue.get(code))]
    position = chosen(turn.text, len(procedures))
    if position is None:
        position = named(strip_question(turn.text), [both_names(p) for p in procedures])
    return None if position is None else _what_it_is("Đây là", procedures[position], world)


def _what_it_is(opening: str, procedure: Procedure, world: World) -> str:
    """The little that the record says of it."""
    if down := world.notices.down.get(procedure.code):
        return being_checked(procedure, down).text
    people = listing([name_of(person, procedure) for person in procedure.applicants])
    whom = f", dành cho {people}" if people else ""
    return (
        f"{opening} thủ tục “{short_title(procedure)}” (mã {procedure.code}){whom}. Danh mục không "
        f"giải thích thêm; cần rõ hơn, anh/chị gọi {HOTLINE}."
    )
