"""Life in danger: the number to call, at once, whatever else was understood.

By patterns and before everything else: no classifier is asked whether a house is on fire. They read
what is happening now ("đang", "cứu"), not papers about it ("phòng cháy", "bị trộm mất hộ chiếu").
"""

from __future__ import annotations

import re

from bot.answers.reply import Reply
from bot.dialogue.turn import Outcome, Respond, Turn, World
from bot.text.fold import fold
from bot.text.numbers import say

_FAMILY = r"(?:bo|me|ba|ong|vo|chong|con|chau|em|anh|chi|ban|be|nguoi nha|hang xom|toi|minh)"
# Folded; in the order in which they are looked for.
_SIGNS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "114",
        "cứu hỏa, cứu nạn",
        re.compile(
            r"\b(?:dang chay|chay) (?:nha|lon|to|bep|xe|phong|kho|chung cu|can ho|hang)\b.*"
            r"\b(?:cuu|roi|hang xom|giup)\b|\bnha\b.*\b(?:dang|bi|boc) chay\b(?! mat| het)"
            r"|\bdang co (?:dam |vu )?chay\b|\bhoa hoan\b"
            r"|\bchay roi\b.*\bcuu\b|\bket (?:trong )?thang may\b|\bduoi nuoc\b"
        ),
    ),
    (
        "115",
        "cấp cứu",
        re.compile(
            rf"\b{_FAMILY}\b.*\b(?:ngat xiu|bat tinh|ngung tho|kho tho|dot quy|co giat|hon me)\b"
            r"|\b(?:can|goi|xin|xe) cap cuu\b(?! ngoai)|\bcap cuu (?:voi|gap|ngay)\b"
            r"|\bchay mau (?:nhieu|khong cam)\b|\btu tu\b|\buong thuoc sau\b"
        ),
    ),
    (
        "111",
        "tổng đài bảo vệ trẻ em",
        re.compile(
            r"\b(?:chau|be|tre|hoc sinh|con)\b.*\bbi\b.*\b(?:danh|bao hanh|xam hai|dam o|bo doi)\b"
        ),
    ),
    (
        "113",
        "công an",
        re.compile(
            r"\b(?:co|ke) (?:trom|cuop)\b|\b(?:trom|cuop) dang\b"
            r"|\bdang (?:bi )?(?:cuop|danh|dam|chem|bat coc|de doa|doa giet)\b"
            r"|\bdang danh (?:toi|em|me|vo|con|nhau)\b|\bbi bat coc\b"
            r"|\bcuu (?:toi|em|chau|me|nha) voi\b|\bdoa giet\b"
        ),
    ),
)
# It is over, and now there are papers to do.
_PAST = re.compile(
    r"\b(?:da mat|qua doi|tuan truoc|hom qua|hom truoc|hom no|thang truoc|nam ngoai|ngay truoc"
    r"|nam vien \d|vien phi|tien thuoc|khai tu|cap lai|lam lai|xin lai|giay to|thu tuc|ho so)\b"
)


def number_to_call(text: str) -> tuple[str, str] | None:
    """The number, and whose it is, when `text` tells of danger now; else None."""
    folded = fold(text)
    if _PAST.search(folded):
        return None
    return next(((n, whose) for n, whose, sign in _SIGNS if sign.search(folded)), None)


def first(respond: Respond) -> Respond:
    """`respond`, but danger goes first; what was talked about stays as it was."""

    def looked_at(turn: Turn, world: World) -> Outcome:
        call = number_to_call(turn.text)
        if call is None:
            return respond(turn, world)
        return Outcome((_call(*call),), turn.state, "notice")

    return looked_at


def _call(number: str, whose: str) -> Reply:
    text = (
        f"Anh/chị gọi ngay {number} ({whose}), gọi được cả ngày đêm, không mất tiền. Ở đây không "
        "báo tin giúp được. Khi đã an toàn, cần làm giấy tờ gì anh/chị cứ hỏi tiếp."
    )
    spoken = f"Anh chị gọi ngay số {number}, {whose}. Ở đây không báo tin giúp được."
    payload = {"type": "notice", "kind": "emergency", "quick_replies": []}
    return Reply(text=text, payload=payload, spoken=say(spoken))
