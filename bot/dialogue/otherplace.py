"""A matter to be done in another province: what is told holds there only in part, and that is said.

The catalogue is the nation's, so papers and time are the same; fees, places and local support are
not, and Hanoi's are of no use there.
"""

from __future__ import annotations

from dataclasses import replace

from bot.answers.reply import Reply
from bot.catalogue.local import load_city_rules
from bot.dialogue.turn import Outcome, Respond, Turn, World
from bot.places.provinces import done_in
from bot.text.numbers import say


def noted(respond: Respond) -> Respond:
    """`respond`, and before what it tells of a procedure, that the place is another."""

    def told(turn: Turn, world: World) -> Outcome:
        outcome = respond(turn, world)
        place = done_in(turn.text)
        if place is None or outcome.decision not in ("answer", "clarify"):
            return outcome
        return replace(outcome, replies=(_only_hanoi(place), *outcome.replies))

    return told


def _only_hanoi(place: str) -> Reply:
    line = load_city_rules().national_line
    text = (
        f"Trợ lý chỉ biết quy định riêng của Hà Nội. Nếu làm ở {place}, giấy tờ và thời hạn theo "
        "danh mục quốc gia dưới đây; nơi nộp, mức thu, mức hỗ trợ thì anh/chị hỏi trung tâm phục "
        f"vụ hành chính công ở {place}, hoặc gọi {line} (Cổng dịch vụ công quốc gia)."
    )
    spoken = (
        f"Ở đây chỉ biết quy định riêng của Hà Nội. Nếu làm ở {place}, nơi nộp và mức thu thì "
        f"anh chị hỏi nơi đó, hoặc gọi {line}."
    )
    payload = {"type": "notice", "kind": "other_place", "quick_replies": []}
    return Reply(text=text, payload=payload, spoken=say(spoken))
