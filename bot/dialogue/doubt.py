"""A long message that was taken for no question, not surely, while the search knows its matter.

"Đánh rơi chứng chỉ đấu giá viên trên xe khách, xin lại" was out of scope to the classifier, which
has heard of few of the catalogue's matters; the search has heard of all. Of short messages
("tôi muốn khiếu nại") the classifier knows more.
"""

from __future__ import annotations

from bot.dialogue.turn import Turn, World

LONG = 6  # words
NEAR = 0.9  # probability that the message is about a procedure


def asks_after_all(turn: Turn, world: World) -> bool:
    if turn.sure or len(turn.text.split()) < LONG:
        return False
    found = world.searcher.search(turn.text)
    return found.decision != "none" and found.trace.figures.get("scope", 1.0) > NEAR
