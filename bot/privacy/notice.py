"""What a person is told before anything is kept: what, how long, and how to end it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.settings import Settings
from bot.text.numbers import say

PAGE = "/privacy"


@dataclass(frozen=True)
class Notice:
    """The same in three forms: to read, to say, and the page that tells it all."""

    text: str
    spoken: str
    page: str


def notice(settings: Settings) -> Notice:
    kept = f"được lưu {settings.conversation_days} ngày sau tin cuối rồi tự xóa"
    hidden = "số giấy tờ, số điện thoại được che đi trước khi lưu"
    text = (
        f"Tin nhắn {kept}; {hidden}. Anh/chị có thể xem, tải về hoặc xóa bất cứ lúc nào; "
        f"không đồng ý thì xin đừng nhắn tiếp. Chi tiết ở trang {PAGE}."
    )
    spoken = (
        f"Nội dung trao đổi được lưu {settings.conversation_days} ngày rồi tự xóa. "
        f"{hidden[0].upper()}{hidden[1:]}. Anh chị có thể yêu cầu xem lại hoặc xóa bất cứ lúc nào. "
        "Nếu không đồng ý, anh chị có thể dừng ở đây."
    )
    return Notice(text=text, spoken=say(spoken), page=PAGE)
