"""Back to a procedure that was talked about: "quay lại cái kết hôn", "cái đầu tiên tôi hỏi"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue import prompts
from bot.dialogue.outcomes import answer
from bot.dialogue.topic import content
from bot.dialogue.turn import Outcome, Turn, World
from bot.text.fold import fold
from bot.text.phrases import normal, phrase_pattern

NEAR = 5  # among so many best finds a procedure of the talk is the one that is meant

_THING = ("cái", "thủ tục", "việc", "vụ", "chuyện", "phần", "món")
_RETURN = ("quay lại", "quay về", "quay trở lại", "quay trở về", "quay sang lại")
# "Trở lại quốc tịch" is a procedure of its own.
_RETURN_TO = ("trở lại", "trở về", "về lại", "nói lại", "nói tiếp")
_FIRST = ("đầu tiên", "lúc đầu", "ban đầu", "thứ nhất", "trước nhất", "đầu")
_EARLIER = (
    *("lúc nãy", "ban nãy", "vừa nãy", "hồi nãy", "khi nãy", "nãy giờ", "nãy", "lúc trước"),
    *("trước đó", "vừa hỏi", "đã hỏi", "mới hỏi", "hỏi trước", "hỏi lúc nãy", "hỏi hồi nãy"),
)
_BACK = phrase_pattern(
    [*_RETURN, *(f"{verb} {noun}" for verb in _RETURN_TO for noun in (*_THING, "với"))]
)
_OTHER = phrase_pattern(("cái kia", "thủ tục kia", "cái còn lại", "thủ tục còn lại", "việc kia"))
_A_THING = phrase_pattern(_THING)
_SAID_EARLIER = phrase_pattern(_EARLIER)
_ASKED_FIRST = phrase_pattern(
    (
        *(f"{first} {who} hỏi" for first in _FIRST for who in ("tôi", "em", "mình", "anh", "chị")),
        *(f"hỏi {first}" for first in _FIRST),
        *(f"{first} hỏi" for first in _FIRST),
        *("lúc đầu", "ban đầu"),
    )
)
_POINTING = phrase_pattern(
    (
        *(*_THING, *_RETURN, *_RETURN_TO, *_FIRST, *_EARLIER, "hỏi", "trước", "kia", "còn lại"),
        *("thôi", "rồi", "giờ", "với", "đi", "xem", "nhé", "ấy", "đó", "tôi", "em", "cơ"),
    )
)


def by_memory(turn: Turn, world: World) -> Outcome | None:
    """The earlier procedure that the message goes back to; None when it goes to something new."""
    said = normal(turn.text)
    first = bool(_ASKED_FIRST.search(said) and _A_THING.search(said))
    earlier = bool(_SAID_EARLIER.search(said) and _A_THING.search(said))
    talked = [code for code in dict.fromkeys(turn.state.recent) if world.catalogue.get(code)]
    other = bool(len(talked) > 1 and _OTHER.search(said))
    if not (first or earlier or other or _BACK.search(said)):
        return None
    matter = _POINTING.sub(" ", said)
    if words := content(matter):
        code = _titled(words, talked, world) or _found(matter, talked, world)
        return answer(code, turn, world) if code else None
    if not talked:
        return Outcome((prompts.nothing_to_go_back_to(),), turn.state, "notice")
    return answer(talked[0] if first else _before(turn, talked), turn, world)


def _titled(words: set[str], talked: Sequence[str], world: World) -> str | None:
    """The only one of `talked` whose title and field have all the words."""
    procedures = [world.catalogue.procedures[code] for code in talked]
    own = [p.code for p in procedures if words <= set(fold(f"{p.title} {p.field}").split())]
    return own[0] if len(own) == 1 else None


def _found(matter: str, talked: Sequence[str], world: World) -> str | None:
    """The one of `talked` that a search finds first."""
    found = world.searcher.search(matter).codes[:NEAR]
    return next((code for code in found if code in talked), None)


def _before(turn: Turn, talked: Sequence[str]) -> str:
    """The last of `talked` that is not in play, else the one in play."""
    others = (code for code in reversed(turn.state.recent) if code in talked)
    return next((code for code in others if code != turn.state.procedure), talked[-1])
