"""Another case of the guide around the procedure in play: another age, another person's part."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.ages import age_in, only_of_age
from bot.dialogue.choosing import without_slip
from bot.dialogue.options import option_said, own_words
from bot.dialogue.persons import without_persons
from bot.dialogue.topic import content
from bot.dialogue.turn import Outcome, Turn, World
from bot.dialogue.walk import walk
from bot.guides.around import guides_around
from bot.guides.model import START, Guide, Option

MAX_OTHER_WORDS = 1  # besides an option's own: more of them are a matter of their own
_FILING = {"dang", "ky", "cap", "lam"}  # in titles, and in place of one another in talk
_OF_AGE = {"tuoi", "thang", "moi", "gan", "hon"}


def by_other_case(turn: Turn, world: World) -> Outcome | None:
    """ "Chồng tôi là người Hàn" after the usual answer: another option of the same guide."""
    text, current = without_slip(turn.text), turn.state.procedure or ""
    for name, guide in guides_around(current, world.catalogue):
        option = option_said(text, _options(guide))
        if not option or len(content(text) - own_words(option)) > MAX_OTHER_WORDS:
            continue
        found = world.searcher.search(text)
        if guide.codes[0] != current and found.codes[:1] == [current]:
            return None  # another guide's words, and yet the one in play is nearest
        if found.decision != "none" and _names(text, found.codes[0], guide, world):
            continue  # "làm khai sinh" after a divorce abroad: a matter of its own
        return walk(name, option.to, turn, world)
    return None


def by_age(turn: Turn, world: World) -> Outcome | None:
    """ "Thằng em nó mới 8 tuổi thì sao?": the option that lets in this age."""
    if age_in(turn.text) is None or len(besides_age(turn.text)) > MAX_OTHER_WORDS:
        return None
    for name, guide in guides_around(turn.state.procedure or "", world.catalogue):
        options = guide.questions[START].options if guide.questions else ()
        position = only_of_age(turn.text, [option.label for option in options])
        if position is not None:
            state = turn.state if turn.aspects else replace(turn.state, aspect=None)
            return walk(name, options[position].to, replace(turn, state=state), world)
    return None


def besides_age(text: str) -> set[str]:
    """Folded words of `text` that are neither of its age nor of persons."""
    return content(without_persons(text)) - _OF_AGE - {str(age_in(text))}


def _names(text: str, code: str, guide: Guide, world: World) -> bool:
    """Whether `text` says the title of a procedure beside the guide, and nothing else."""
    procedure = world.catalogue.get(code)
    if procedure is None or code in guide.codes:
        return False
    return content(text) - _FILING == content(procedure.title) - _FILING


def _options(guide: Guide) -> tuple[Option, ...]:
    """What is asked first, and below the usual option what makes it another procedure.

    Not what is asked below another option: "qua mạng" there is about that option alone.
    """
    first = guide.questions[START].options if guide.questions else ()
    return (*first, *(option for option in guide.beside_usual() if option not in first))
