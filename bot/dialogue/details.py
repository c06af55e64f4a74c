"""A question about a detail of the procedure in play that no field of its record is about.

It stays with the procedure: the nearest field is said, and that the record does not say more.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.aspect import Aspect
from bot.answers.opening import opened
from bot.answers.words import HOTLINE
from bot.dialogue.ages import age_in
from bot.dialogue.matter import left_open
from bot.dialogue.othercase import besides_age
from bot.dialogue.outcomes import answer
from bot.dialogue.persons import names_a_person, without_persons
from bot.dialogue.topic import EXACT
from bot.dialogue.turn import Outcome, Turn, World
from bot.retrieval.pipeline import Searcher
from bot.text.fold import fold
from bot.text.phrases import normal, phrase_pattern

_NOT_TOLD = (
    "Danh mục không ghi riêng điều anh/chị hỏi; dưới đây là phần gần nhất. Cần chắc chắn, "
    f"anh/chị gọi {HOTLINE}."
)
_ASKED = r"(?:khong|ko|k|hong|chua|a|ha|dung khong|nhi)(?: a| em| chi| anh| ban| nhi| chau)*$"
_ACT = r"(?:di|lam|nop|ky|khai|den|xin|lo|mang|dung ten)"
_DOING = {"ky", "khai", "dung", "cu", "gap", "chung"}  # says no matter beside persons
_EITHER = re.compile(rf"\b{_ACT}\b.*\bhay(?: la)?\b.*\b{_ACT}\b")
_TOO = re.compile(rf"\bcung\b.*{_ASKED}|\bthi sao\b|\bco khac (?:gi )?khong\b|^con\b.*\bthi\b")
_NEEDED = re.compile(rf"\b(?:co|can|phai)\b.*{_ASKED}|\b(?:co|can|phai)\b.*\bhay\b")
_ACCEPTED = re.compile(
    r"\b(?:dung|nop|thay|su dung|chap nhan|hop le|gia tri)\b.*\b(?:duoc|dc|khong|ko)\b"
    r"|\b(?:duoc|dc) (?:dung|nop|chap nhan|thay)\b.*\b(?:khong|ko)\b"
)
_REQUIRED = re.compile(rf"\bco (?:can|phai)\b.*{_ASKED}|^(?:can|phai)\b.*{_ASKED}")
_BEFOREHAND = re.compile(r"\b(?:truoc|them|kem|kem theo|luon|nua) (?:khong|ko|k|a|ha)\b")
_PAPER = phrase_pattern(
    (
        *("giấy", "sổ", "thẻ", "bản", "ảnh", "hợp đồng", "đơn", "hóa đơn", "bằng", "hộ chiếu"),
        *("căn cước", "cccd", "cmnd", "chứng minh", "khai sinh"),
    )
)


def by_detail(turn: Turn, world: World) -> Outcome | None:
    """A detail by its form alone, whatever a search would find for its words."""
    if not turn.state.procedure:
        return None
    aspect = _by_form(turn.text, world.searcher)
    if not aspect or world.searcher.search(turn.text).matched_by in EXACT:
        return None
    return _told(aspect, turn, world)


def by_requirement(turn: Turn, world: World) -> Outcome | None:
    """ "Có phải khám sức khỏe trước không": what one would have to do for the one in play."""
    if not turn.state.procedure or turn.topical or not _REQUIRED.search(fold(turn.text)):
        return None
    if world.searcher.search(turn.text).matched_by in EXACT:
        return None
    left = left_open(without_persons(turn.text), world.searcher)
    if len(left) > 1 and not _BEFOREHAND.search(fold(turn.text)):
        return None
    return _told(Aspect.WHO if names_a_person(turn.text) else Aspect.PAPERS, turn, world)


def by_circumstance(turn: Turn, world: World) -> Outcome | None:
    """ "Cho con 3 tuổi": an age and nothing else, which no guide asks for."""
    alone = age_in(turn.text) is not None and not besides_age(turn.text)
    return _told(Aspect.WHO, turn, world) if alone else None


def still_about(turn: Turn, world: World) -> Outcome | None:
    """Words that name nothing we know: what they ask is about the procedure in play."""
    aspect = _nearest(turn.text)
    if aspect:
        return _told(aspect, turn, world)
    current = world.catalogue.get(turn.state.procedure or "")
    return answer(current.code, turn, world) if current and turn.aspects else None


def _told(aspect: Aspect, turn: Turn, world: World) -> Outcome | None:
    current = world.catalogue.get(turn.state.procedure or "")
    if not current:
        return None
    outcome = answer(current.code, replace(turn, aspects=turn.aspects or (aspect,)), world)
    return replace(outcome, replies=(opened(outcome.replies[0], _NOT_TOLD), *outcome.replies[1:]))


def _by_form(text: str, searcher: Searcher) -> Aspect | None:
    """Whose part it is, of persons alone; whether a paper is accepted."""
    folded = fold(text)
    if _PAPER.search(normal(text)) and _ACCEPTED.search(folded):
        return Aspect.PAPERS
    alone = names_a_person(text) and set(left_open(without_persons(text), searcher)) <= _DOING
    if alone and any(form.search(folded) for form in (_EITHER, _TOO, _NEEDED)):
        return Aspect.WHO
    return None


def _nearest(text: str) -> Aspect | None:
    """The field that a question comes closest to whose words name no procedure."""
    folded = fold(text)
    if names_a_person(text) and any(form.search(folded) for form in (_EITHER, _TOO, _NEEDED)):
        return Aspect.WHO
    return Aspect.PAPERS if _NEEDED.search(folded) else None
