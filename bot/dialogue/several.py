"""Two procedures in one message: "làm hộ chiếu mất bao lâu, còn tạm vắng thì nộp ở đâu"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answers.reply import QuickReply, Reply
from bot.answers.words import ear, lower_first
from bot.catalogue.model import Procedure
from bot.catalogue.titles import short_title
from bot.dialogue.matter import left_open
from bot.dialogue.outcomes import answer
from bot.dialogue.topic import EXACT
from bot.dialogue.turn import Outcome, Turn, World
from bot.text.fold import fold
from bot.text.numbers import say
from bot.text.phrases import normal

EACH = 2  # aspects answered of each
_BOTH = re.compile(r"(?<!\w)(?:vừa|vua)\s(.+?)\s(?:vừa|vua)\s(.+)", re.DOTALL)
_THEN = r"rồi(?!\s+(?:thì|thi|giờ|gio|nay|mà)\s)"  # "ly hôn rồi thì …" is one matter
_AND = re.compile(
    rf"[?;.\n]\s+|,?\s+(?:còn|thế còn|với cả|và cả|và|đồng thời|{_THEN}|cùng với|con|va)\s+|,\s+"
)

Part = tuple[int, int]  # where it begins and where it ends in the text


def by_several(turn: Turn, world: World) -> Outcome | None:
    """Both procedures, each in a message of its own; the second waits where nothing was asked."""
    said = normal(turn.text)
    for parts in _parts(said):
        codes = [_named(said[slice(*part)], world) for part in parts]
        first, second = codes
        if not first or not second or first == second:
            continue
        words = [word for part in parts for word in left_open(said[slice(*part)], world.searcher)]
        if _of_two(said, words, (first, second), world):
            return _together(turn, parts, (first, second), world)
    return None


def _parts(said: str) -> Iterator[tuple[Part, Part]]:
    """The ways to cut the text in two, the plainest first."""
    both = _BOTH.search(said)
    if both:
        yield both.span(1), both.span(2)
    for cut in _AND.finditer(said):
        if said.count("(", 0, cut.start()) == said.count(")", 0, cut.start()):
            yield (0, cut.start()), (cut.end(), len(said))


def _named(part: str, world: World) -> str | None:
    """The procedure that `part` names and nothing besides: all its words are of the title."""
    words = left_open(part, world.searcher)
    found = world.searcher.search(part) if words else None
    if not found or found.decision == "none":
        return None
    whole = all(word in _title(found.codes[0], world) for word in words)
    sure = found.decision == "answer" or len(words) > 1
    return found.codes[0] if found.matched_by in EXACT or (whole and sure) else None


def _of_two(said: str, words: Sequence[str], codes: tuple[str, str], world: World) -> bool:
    """Whether no one procedure is about both: "sửa chữa và cải tạo nhà"."""
    best = world.searcher.search(said).codes[0]
    return best in codes and not all(word in _title(best, world) for word in words)


def _title(code: str, world: World) -> set[str]:
    return set(fold(world.catalogue.procedures[code].title).split())


def _together(
    turn: Turn, parts: tuple[Part, Part], codes: tuple[str, str], world: World
) -> Outcome:
    first, second = (_about(part, turn) for part in parts)
    one = answer(codes[0], first, world)
    if not second.aspects:
        waiting = _waiting(world.catalogue.procedures[codes[1]])
        return replace(one, replies=(*one.replies, waiting), codes=codes)
    two = answer(codes[1], replace(second, state=one.state), world)
    return replace(two, replies=(*one.replies, *two.replies), codes=codes)


def _about(part: Part, turn: Turn) -> Turn:
    """The turn of one part: what its own words ask, else what the whole message asks."""
    start, end = part
    own = tuple(dict.fromkeys(aspect for at, aspect in turn.said if start <= at < end))
    return replace(turn, text=turn.text[start:end], aspects=(own or turn.aspects)[:EACH])


def _waiting(procedure: Procedure) -> Reply:
    title = short_title(procedure)
    spoken = f"Còn việc thứ hai là {lower_first(ear(title, 14, least=5))}. Anh chị nói tên để nghe."
    return Reply(
        text=f"Còn việc thứ hai là “{title}” (mã {procedure.code}). Anh/chị bấm nút hoặc gõ tên "
        "việc đó để xem.",
        payload={
            "type": "notice",
            "kind": "second",
            "quick_replies": [
                QuickReply(label=title, text=f"{title} ({procedure.code})").model_dump()
            ],
        },
        spoken=say(spoken),
    )
