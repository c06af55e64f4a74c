"""What the telephone says by itself: short, polite, without digits."""

from __future__ import annotations

from datetime import datetime

from bot.answers.words import stop
from bot.clock import HANOI, weekday
from bot.privacy.notice import notice
from bot.settings import Settings
from bot.text.numbers import say

ASK = "Anh chị muốn hỏi thủ tục nào?"
KEYS = (
    "Anh chị có thể bấm phím. Phím một, hỏi thủ tục. Phím hai, xem hồ sơ đến đâu. "
    "Phím chín, nghe chậm hơn. Phím không, gặp cán bộ."
)
AGAIN = "Xin lỗi, tôi nghe chưa rõ. Anh chị nói lại giúp, hoặc bấm phím."
STILL_THERE = "Anh chị còn nghe máy không? Anh chị muốn hỏi gì?"
BYE = "Cảm ơn anh chị đã gọi. Xin chào anh chị."
TOO_LONG = "Cuộc gọi đã lâu nên xin dừng ở đây. Anh chị có thể gọi lại bất cứ lúc nào. Xin chào."
WAIT = "Anh chị chờ một chút."
TROUBLE = "Hệ thống đang gián đoạn nên chưa trả lời được. Anh chị hỏi lại sau ít phút giúp."
NOBODY = (
    "Xin lỗi, cán bộ đang bận nên chưa nghe máy được. Anh chị gọi lại sau ít phút giúp. Xin chào."
)
SLOWER = "Vâng, tôi nói chậm hơn."
LOUDER = "Vâng, tôi nói to hơn."
HERE = "Dạ, tôi nghe đây. Anh chị muốn hỏi gì?"
OTHERS = "Trường hợp khác thì nói: khác, hoặc bấm phím thăng."
NONE_OF_THEM = "Không đúng thì anh chị nói: không phải."
TYPE_CODE = (
    "Anh chị cũng có thể bấm các chữ số của mã hồ sơ, không cần bấm chữ, rồi bấm phím thăng."
)
TYPE_TICKET = "Anh chị cũng có thể bấm mười hai chữ số của mã, rồi bấm phím thăng."
TYPE_PROOF = "Bấm đủ số, anh chị bấm phím thăng."
OR_KEY = "Hoặc anh chị bấm phím số."
PROOF_BY_KEYS = "Để giữ kín, xin đừng đọc số. Anh chị bấm bốn số đó trên bàn phím. " + TYPE_PROOF
ERASED = "Đã xóa. Anh chị bấm lại từ đầu."
BAD_CODE = "Mã vừa bấm chưa đúng. Anh chị bấm lại các chữ số của mã hồ sơ, rồi bấm phím thăng."
BAD_TICKET = "Mã vừa bấm chưa đúng. Anh chị bấm lại mười hai chữ số của mã, rồi bấm phím thăng."
TO_PERSON = "Tôi nối máy đến cán bộ. Anh chị chờ một chút."
_CLOSED = "Lúc này ngoài giờ làm việc nên chưa gặp được cán bộ."
_NOT_THROUGH = "Lúc này chưa nối máy đến cán bộ được."
NO_PERSON = f"{_NOT_THROUGH} Anh chị gọi lại trong giờ làm việc, hoặc hỏi tiếp."
_CALL_BACK = (
    "{why} Nếu anh chị muốn, cán bộ sẽ gọi lại, chậm nhất {until}. Số điện thoại sẽ được giữ, có "
    "khóa, cho đến khi cán bộ gọi, lâu nhất {days} ngày, và chỉ dùng để gọi lại. Đồng ý thì bấm "
    "phím một, hoặc nói có. Không thì bấm phím hai, hoặc nói không."
)
WHICH_NUMBER = (
    "Gọi lại số máy này thì anh chị bấm phím thăng. Muốn số khác thì bấm số đó, rồi bấm phím thăng."
)
TYPE_NUMBER = "Anh chị bấm số điện thoại, rồi bấm phím thăng."
BAD_NUMBER = "Số vừa bấm chưa đúng."
NUMBER_BY_KEYS = "Để giữ kín, xin đừng đọc số. " + TYPE_NUMBER
TAKEN_DOWN = "Đã ghi lại."
_WILL_CALL = "Cán bộ sẽ gọi, chậm nhất {until}, tới số có ba số cuối là {last}."
WITHDRAW = "Muốn rút lại, anh chị bấm phím không."
ALREADY = (
    "Số điện thoại để gọi lại đã được ghi, cán bộ sẽ gọi trong giờ làm việc. "
    "Muốn rút lại thì bấm phím hai, hoặc nói rút lại. Giữ nguyên thì bấm phím một."
)
WITHDRAWN = "Đã xóa số điện thoại, cán bộ sẽ không gọi lại."
NOT_WITHDRAWN = "Chưa rút lại được, anh chị gọi lại sau ít phút giúp."
KEPT = "Vâng, tôi giữ nguyên."
ELSE = "Anh chị muốn hỏi gì nữa không?"
NOT_WRITTEN = "Chưa ghi lại được, anh chị gọi lại sau ít phút giúp. " + ELSE
NOT_TAKEN_DOWN = "Vâng, tôi không ghi lại. Anh chị muốn hỏi gì nữa không?"
WHAT_CASE = "Hồ sơ của tôi đến đâu rồi"  # what key 2 asks in the caller's stead
BACK = "Quay lại"
NEVER_MIND = "Thôi, không tra nữa"

_ENDS = (".", "!", "?")

FIXED = (
    ASK, KEYS, AGAIN, STILL_THERE, BYE, TOO_LONG, WAIT, TROUBLE, SLOWER, LOUDER, HERE, TYPE_CODE,
    TYPE_TICKET, TYPE_PROOF, OR_KEY, PROOF_BY_KEYS, ERASED, BAD_CODE, BAD_TICKET, TO_PERSON,
    NO_PERSON, WHICH_NUMBER, TYPE_NUMBER, BAD_NUMBER, NUMBER_BY_KEYS, TAKEN_DOWN, WITHDRAW, ALREADY,
    WITHDRAWN, NOT_WITHDRAWN, KEPT, ELSE, NOT_TAKEN_DOWN, NOT_WRITTEN, OTHERS, NONE_OF_THEM, NOBODY,
)  # fmt: skip


def call_back(settings: Settings, until: datetime, *, closed: bool) -> str:
    """The words to which a caller agrees, as they are kept with the number.

    Args:
        closed: it is outside of the hours of who calls back.
    """
    why, days = _CLOSED if closed else _NOT_THROUGH, f"{settings.call_back_days:.0f}"
    return say(_CALL_BACK.format(why=why, days=days, until=_moment(until)))


def will_call(until: datetime, last: str) -> str:
    """
    Args:
        last: digits of the number, as they are said.
    """
    return _WILL_CALL.format(until=say(_moment(until)), last=last)


def greeting(settings: Settings, banner: str = "") -> str:
    """Who speaks, what everyone is told now, what is kept, and how to go on."""
    whose = "của thành phố" if settings.official else "tự động, không phải dịch vụ chính thức"
    return (
        f"Xin chào anh chị. Đây là trợ lý thủ tục hành chính Hà Nội, {whose}. "
        f"{_for_everyone(banner)}{notice(settings).spoken} {say(ASK)}"
    )


def news(banner: str) -> str:
    """What everyone began to be told during a call, with a space behind it."""
    return f"Có thông báo mới. {_for_everyone(banner)}" if banner else ""


def _for_everyone(banner: str) -> str:
    return f"{say(banner if banner.endswith(_ENDS) else stop(banner))} " if banner else ""


def _moment(at: datetime) -> str:
    """ "17:00 thứ Ba, ngày 24 tháng 11"."""
    here = at.astimezone(HANOI)
    return f"{here:%H:%M} {weekday(here)}, ngày {here.day} tháng {here.month}"
