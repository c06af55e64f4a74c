"""Which procedures a comparison is about: those named, those offered, those talked about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.catalogue.titles import both_names
from bot.dialogue.guided import node_of
from bot.dialogue.named import named
from bot.dialogue.options import option_of
from bot.dialogue.outcomes import MAX_CHOICES
from bot.dialogue.topic import content
from bot.dialogue.turn import Turn, World
from bot.guides.model import Guide, Option
from bot.text.codes import find_procedure_codes
from bot.text.fold import fold
from bot.text.phrases import normal, phrase_pattern

# Ways of filing one procedure are compared by its own fee and time.
_WAYS = re.compile(r"\b(?:mang|online|truc tuyen|truc tiep|tan noi|buu dien|buu chinh)\b")
# What joins the two, the surest first: "kết hôn với người nước ngoài" is one matter by itself.
_DIFFERS = phrase_pattern(
    ("so với", "khác gì với", "khác gì so với", "khác gì", "khác với", "khác")
)
_AND = phrase_pattern((), exact=("và", "hay là", "hay", "hoặc", "va", "hoac"))
_WITH = phrase_pattern((), exact=("với", "cùng", "voi"))
_BOTH = phrase_pattern(("giữa",))  # "khác gì giữa … và …": both come behind
_ASKED = phrase_pattern(
    (
        *("so sánh giúp", "so sánh", "phân biệt giúp", "phân biệt", "sự khác nhau", "giữa"),
        *("khác gì nhau", "khác nhau", "giống nhau", "chỗ nào", "điểm nào", "như thế nào"),
        *("thế nào", "cái nào", "loại nào", "bên nào", "thủ tục nào", "việc nào", "cách nào"),
        *("hai cái", "hai loại", "hai thủ tục", "hai việc", "mấy cái", "các loại", "cả hai"),
        *("nhanh", "lâu", "rẻ", "miễn phí", "dễ", "đơn giản", "này", "đó", "kia", "ấy", "trên"),
        *("xem nào", "xem", "giúp", "loại", "vừa hỏi", "vừa rồi", "lúc nãy", "ban nãy"),
    )
)
# "thủ tục nào ít giấy tờ hơn": what stands in it says what is compared by, no matter.
_WHICH = re.compile(
    r"(?<!\w)(?:cái|cai|loại|loai|bên|ben|thủ tục|thu tuc|việc|viec|cách|cach|giấy|giay) n[àa]o"
    r".{1,40}?(?<!\w)(?:hơn|hon|nhất|nhat)(?!\w)"
)
_THIS = phrase_pattern(("cái này", "cái đó", "cái ấy", "thủ tục này", "thủ tục đó", "việc này"))


def compared_codes(turn: Turn, world: World) -> tuple[str, ...]:
    """Two to four codes, in the order in which they are named; fewer when they are not clear."""
    written = [code for code in find_procedure_codes(turn.text) if world.catalogue.get(code)]
    if len(written) > 1:
        return tuple(dict.fromkeys(written))[:MAX_CHOICES]
    for left, right in _sides(normal(turn.text)):
        pair = tuple(filter(None, (_before(left, turn, world), _meant(right, turn, world))))
        if len(set(pair)) == 2:
            return pair
    if _WAYS.search(fold(turn.text)) or content(without_asking(normal(turn.text))):
        return ()
    latest_first = dict.fromkeys(reversed(turn.state.recent))
    codes = _open(turn) or tuple(reversed(list(latest_first)[:2]))
    return tuple(code for code in codes if world.catalogue.get(code))


def without_asking(said: str) -> str:
    """`said` without the words that only ask for a comparison."""
    return _ASKED.sub(" ", _WHICH.sub(" ", said))


def _open(turn: Turn) -> tuple[str, ...]:
    """What the open question offers: its codes, or where each option of a guide leads first."""
    found = node_of(turn.state.guide or "")
    if not found:
        return turn.state.choices
    _, guide, node = found
    return tuple(_end(option, guide) for option in guide.questions[node].options)


def _end(option: Option, guide: Guide) -> str:
    ends = guide.leads_to(option.to)
    return next(code for code in guide.codes if code in ends)


def _sides(said: str) -> Iterator[tuple[str, str]]:
    """What stands on both sides of each word that may join the two."""
    for joins in (_DIFFERS, _AND, _WITH):
        if joins is _WITH and _left_out(said):
            return  # all of "khác gì kết hôn với người nước ngoài" is the second one
        for between in joins.finditer(said):
            yield said[: between.start()], said[between.end() :]


def _left_out(said: str) -> bool:
    """Whether nothing stands before the word that asks for the difference, and both not behind."""
    found = _DIFFERS.search(said)
    before = said[: found.start()] if found else said
    return not content(without_asking(before)) and not _BOTH.search(said)


def _before(side: str, turn: Turn, world: World) -> str | None:
    """As `_meant`; "khác gì kết hôn?" leaves out the first, which is the one in play."""
    if content(without_asking(side)) or _BOTH.search(normal(turn.text)):
        return _meant(side, turn, world)
    return turn.state.procedure


def _meant(side: str, turn: Turn, world: World) -> str | None:
    """The procedure that one side names: an option, a choice, the one in play, or a find."""
    words = without_asking(side)
    if _THIS.search(side) or not content(words):
        return turn.state.procedure if _THIS.search(side) else None
    return _offered(words, turn, world) or _found(words, world)


def _offered(words: str, turn: Turn, world: World) -> str | None:
    found = node_of(turn.state.guide or "")
    if found:
        _, guide, node = found
        option = option_of(words, guide.questions[node].options, world.catalogue)
        return _end(option, guide) if option else None
    known = [world.catalogue.get(code) for code in turn.state.choices]
    titles = [both_names(procedure) if procedure else "" for procedure in known]
    position = named(words, titles)
    # "Kết hôn với người nước ngoài" is more than the "kết hôn" that was offered.
    if position is None or len(content(words) - set(fold(titles[position]).split())) > 1:
        return None
    return turn.state.choices[position]


def _found(words: str, world: World) -> str | None:
    found = world.searcher.search(words)
    return None if found.decision == "none" else found.codes[0]
