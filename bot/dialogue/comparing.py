"""Two procedures side by side: "tạm trú khác gì thường trú", "hai cái đó cái nào nhanh hơn"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers import compare
from bot.answers.aspect import Aspect
from bot.dialogue.pairs import compared_codes
from bot.dialogue.turn import Outcome, Turn, World
from bot.text.fold import fold

MAX_WORDS = 25  # a longer message tells of something that differs: "… khác nhau, nay muốn sửa"
_THING = r"(?:cai|loai|ben|thu tuc|viec|cach|kieu|giay)"
_DIFFER = re.compile(
    r"\bkhac (?:gi )?nhau\b|\bkhac gi\b|\bkhac .{1,60}\b(?:cho nao|diem nao|the nao|ra sao)\b"
    r"|\bgiong (?:gi )?nhau\b|\bso sanh\b|\bphan biet\b"
    rf"|\b{_THING} nao\b.{{1,40}}\b(?:hon|nhat)\b"
    rf"|\b{_THING} nao (?:thi )?(?:nhanh|lau|re|dat|mien phi|de|don gian|it)\b"
)
# What is compared by; folded.
_BY: tuple[tuple[Aspect, re.Pattern[str]], ...] = (
    (Aspect.TIME, re.compile(r"\b(?:nhanh|lau|som|cham|thoi gian|thoi han|may ngay)\b")),
    (Aspect.FEE, re.compile(r"\b(?:re|dat|ton|tien|phi|mien phi)\b")),
    (Aspect.PAPERS, re.compile(r"\b(?:giay to|ho so|don gian|phuc tap|rac roi|de (?:lam )?hon)\b")),
    (Aspect.WHO, re.compile(r"\b(?:ai duoc|doi tuong|danh cho ai|cho ai)\b")),
    (Aspect.PLACE, re.compile(r"\b(?:nop (?:o )?dau|noi nop|co quan nao)\b")),
)


def by_comparison(turn: Turn, world: World) -> Outcome | None:
    """Procedures side by side, where the message's form asks for it."""
    folded = fold(turn.text)
    asked = len(folded.split()) <= MAX_WORDS and _DIFFER.search(folded)
    return compared(turn, world) if asked else None


def compared(turn: Turn, world: World) -> Outcome | None:
    """Those named, else those offered, else the last two talked about; None without two."""
    codes = compared_codes(turn, world)
    if len(codes) < 2:
        return None
    procedures = [world.catalogue.procedures[code] for code in codes]
    reply = compare.compare(
        procedures,
        aspects_of(turn.text),
        local=world.local,
        asof=world.catalogue.asof,
        today=world.today,
    )
    state = replace(turn.state, choices=codes, guide=None, aspect=None, misses=0)
    for code in codes:
        state = state.remembering(code)
    return Outcome((reply,), state, "answer", codes)


def aspects_of(text: str) -> tuple[Aspect, ...]:
    """What `text` compares by; empty for everything."""
    folded = fold(text)
    return tuple(aspect for aspect, words in _BY if words.search(folded))
