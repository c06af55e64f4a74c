"""What is kept of the person: how to see it and end it, whatever the classifier made of the wish.

Such words are near the procedures about data in the population register, which nobody means here.
"""

from __future__ import annotations

import re

from bot.answers.reply import Reply
from bot.dialogue.turn import Outcome, Respond, Turn, World
from bot.privacy.notice import PAGE
from bot.settings import settings
from bot.text.fold import fold
from bot.text.numbers import say

# Folded.
_WISH = re.compile(
    r"\bxoa (?:het |di |toan bo |giup |ho |gium )*"
    r"(?:(?:thong tin|du lieu|so dien thoai|so can cuoc) (?:ca nhan )?(?:cua )?(?:toi|em|minh|chau)"
    r"|tin nhan|lich su chat|(?:cuoc |doan )?(?:tro chuyen|chat))\b"
    r"|\b(?:khong dong y|khong muon|khong cho|dung) (?:bi )?(?:luu|ghi) (?:lai )?"
    r"(?:tin nhan|thong tin|du lieu|so)\b"
)


def first(respond: Respond) -> Respond:
    """`respond`, but who wants their words deleted is told how; nothing else changes."""

    def told(turn: Turn, world: World) -> Outcome:
        if turn.topical or turn.proof is not None or not _WISH.search(fold(turn.text)):
            return respond(turn, world)
        return Outcome((my_data(),), turn.state, "notice")

    return told


def my_data() -> Reply:
    days = settings().conversation_days
    return Reply(
        text="Muốn xem, tải về hoặc xóa cuộc trò chuyện này, anh/chị mở mục “Dữ liệu của tôi” trên "
        f"trang trò chuyện. Không làm gì thì sau {days} ngày tin nhắn tự xóa. Chi tiết: {PAGE}.",
        payload={"type": "notice", "kind": "my_data"},
        spoken=say(
            "Muốn xem hoặc xóa, anh chị mở mục Dữ liệu của tôi trên trang trò chuyện. Không làm gì "
            f"thì sau {days} ngày tin nhắn tự xóa."
        ),
    )
