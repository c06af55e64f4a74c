"""Is a question about the procedure in play, or does it open a new topic?"""

from __future__ import annotations

from bot.catalogue.model import Procedure
from bot.retrieval.pipeline import Searcher
from bot.retrieval.question import strip_question
from bot.text.fold import fold

# Words that say nothing about which procedure is meant: persons, pointing, handing in, waiting.
_WORDS = """
toi em minh anh chi chau con ba bac ong co chu no ho nguoi ta ban ad
the va voi la vay do nay kia ay day a nhe nha oi ha nhi luon roi cung khac thi
noi hoi them biet duoc khong phai can lam nop gui mang cam theo dem di den ra len ve qua tai o
lay nhan cho doi xong mat het ton tra dong tien phi le bao nhieu may ngay gio lau som khi
sau trong truc tiep tan dung tinh dien thoai giay to so thu tuc viec buoc
gom nhung cac gi nao dau sao ai bang
"""
_EMPTY = frozenset(_WORDS.split())


def is_followup(text: str, current: Procedure, searcher: Searcher) -> bool:
    """Whether a question about an aspect, as `text` asks it, is about `current`."""
    left = content(text)
    own = set(fold(" ".join([current.title, *current.results])).split())
    if left <= own:
        return True
    found = searcher.search(text)
    if found.decision == "answer":
        return found.codes[0] == current.code
    if found.decision == "clarify":
        return current.code in found.choices or len(left) < 2
    return True


def content(text: str) -> set[str]:
    """Folded words of `text` that can name a topic."""
    return set(fold(strip_question(text)).split()) - _EMPTY
