"""What a citizen is told of a hand-over. Each is a whole sentence on its own."""

from __future__ import annotations

from datetime import datetime

from bot.answers.words import HOTLINE
from bot.care.handover import Why
from bot.clock import HANOI, weekday

_CONSENT = (
    "Tôi đồng ý để số điện thoại này được giữ, có khóa, cho đến khi cán bộ gọi, lâu nhất "
    "{days} ngày, và chỉ dùng để gọi lại."
)


def queued(position: int, wait_min: int | None) -> str:
    first = "Anh/chị đang chờ gặp cán bộ, "
    place = "là người tiếp theo." if position == 1 else f"ở vị trí thứ {position}."
    usual = f" Những người vừa gặp cán bộ chờ khoảng {wait_min} phút." if wait_min else ""
    return first + place + usual


def queued_reply(position: int, wait_min: int | None, *, asked: bool = False) -> str:
    """The answer to who asks for a person: also what follows from it.

    Args:
        asked: how long it takes was asked: that it is not known is said.
    """
    unknown = " Chưa biết còn phải chờ bao lâu." if asked and not wait_min else ""
    return (
        f"{queued(position, wait_min)}{unknown} Anh/chị giữ trang này mở; trong lúc chờ vẫn hỏi "
        "trợ lý được. Cán bộ sẽ đọc được cuộc trò chuyện này, các số cá nhân đã che. "
        f"Cần gấp, anh/chị gọi tổng đài {HOTLINE}."
    )


def nobody_there(until: datetime) -> str:
    return (
        "Lúc này chưa có cán bộ trực. Anh/chị để lại số điện thoại thì cán bộ gọi lại, "
        f"chậm nhất {moment(until)}."
    )


def nobody_there_reply(hours: str, until: datetime) -> str:
    opens, closes = (part.strip() for part in hours.split("-"))
    return (
        f"{nobody_there(until)} Giờ trực: {opens} đến {closes} các ngày làm việc. "
        f"Cần ngay, anh/chị gọi tổng đài {HOTLINE}; trợ lý ở đây vẫn trả lời."
    )


def taken(shown: str) -> str:
    return f"Cán bộ {shown} đang trò chuyện với anh/chị."


def joined(shown: str) -> str:
    return f"Cán bộ {shown} đã vào cuộc trò chuyện. Từ lúc này cán bộ trả lời thay trợ lý."


PUT_BACK = "Cán bộ vừa phải rời cuộc trò chuyện. Anh/chị vẫn giữ chỗ và đang chờ cán bộ khác."
QUEUED_AGAIN = "Đã đến giờ trực. Anh/chị đang chờ gặp cán bộ."
PUT_OFF = "Đã hết giờ trực nên hôm nay chưa có cán bộ nhận cuộc trò chuyện này."


def given_back(why: Why) -> str:
    if why is Why.CITIZEN:
        return "Anh/chị đã trở lại với trợ lý. Anh/chị cứ hỏi tiếp."
    return "Cán bộ đã chuyển cuộc trò chuyện lại cho trợ lý. Anh/chị cứ hỏi tiếp."


def closed(why: Why) -> str:
    """All but `Why.CALL_BACK`, which has a promise to tell (`called_back`)."""
    return {
        Why.CITIZEN: "Anh/chị đã thôi gặp cán bộ. Trợ lý vẫn trả lời khi anh/chị hỏi.",
        Why.ADVISER: "Cán bộ đã kết thúc cuộc trò chuyện. Trợ lý vẫn trả lời khi anh/chị hỏi tiếp.",
        Why.AWAY: "Vì trang này đã đóng khá lâu nên việc gặp cán bộ được dừng lại. "
        "Nếu còn cần, anh/chị nhắn “gặp cán bộ”.",
    }[why]


def called_back(until: datetime) -> str:
    return (
        f"Đã ghi lại số điện thoại. Cán bộ sẽ gọi, chậm nhất {moment(until)}. "
        "Muốn rút lại, anh/chị nói với cán bộ khi được gọi, hoặc xóa cuộc trò chuyện này."
    )


def consent(days: float) -> str:
    """To what is agreed, as it is kept with the number."""
    return _CONSENT.format(days=f"{days:.0f}")


def moment(at: datetime) -> str:
    """ "17:00 thứ Hai, 23/11/2026"."""
    here = at.astimezone(HANOI)
    return f"{here:%H:%M} {weekday(here)}, {here:%d/%m/%Y}"
