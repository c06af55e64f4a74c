"""A look-up that shows no case, and why as far as it may be told."""

from __future__ import annotations

from datetime import datetime

from bot.answers.reply import Reply
from bot.answers.words import HOTLINE, day
from bot.cases.replies.said import asks_code, asks_proof, said
from bot.clock import HANOI


def refused(code: str) -> Reply:
    """No such case or a wrong proof: the same words, for nobody is told which."""
    return asks_proof(
        "refused",
        code,
        f"Chưa tra được hồ sơ {code}: mã hoặc 4 số chưa đúng. Anh/chị xem lại mã trên giấy hẹn, và "
        f"4 số cuối đã ghi khi nộp, rồi gửi lại. Vẫn không được, anh/chị gọi {HOTLINE}.",
        "Chưa tra được: mã hồ sơ hoặc bốn số chưa đúng. Anh chị bấm lại bốn số, hoặc đọc lại mã. "
        f"Vẫn không được, anh chị gọi {HOTLINE}.",
    )


def unknown(code: str) -> Reply:
    """No such case, where the city lets anyone see whether there is one."""
    return asks_code(
        "unknown",
        f"Không thấy hồ sơ nào có mã {code}. Anh/chị xem lại mã trên giấy hẹn và gửi lại, hoặc gọi "
        f"{HOTLINE}.",
        f"Không thấy hồ sơ nào có mã này. Anh chị đọc lại mã, hoặc gọi {HOTLINE}.",
    )


def locked(until: datetime) -> Reply:
    """Too many wrong tries; `until` is the first moment at which one more is free."""
    end = until.astimezone(HANOI)
    when = f"{end:%H:%M} ngày {day(end.date())}"
    return said(
        "locked",
        "Đã thử sai quá nhiều lần, với mã hồ sơ này hoặc trong cuộc trò chuyện này. Để giữ kín hồ "
        f"sơ, việc tra cứu tạm dừng đến {when}; sau đó anh/chị tra lại được. Cần ngay, anh/chị gọi "
        f"{HOTLINE}.",
        "Đã thử sai quá nhiều lần. Để giữ kín hồ sơ, việc tra cứu tạm dừng. Anh chị tra lại được "
        f"từ {when}. Cần ngay, anh chị gọi {HOTLINE}.",
        until=when,
    )


def source_down(code: str) -> Reply:
    """The proof was not kept: it must be given again."""
    return asks_proof(
        "source_down",
        code,
        f"Hệ thống lưu hồ sơ hiện không trả lời, nên chưa tra được hồ sơ {code}. Anh/chị gửi lại 4 "
        f"số cuối sau ít phút, hoặc gọi {HOTLINE}.",
        "Hệ thống lưu hồ sơ hiện không trả lời. Anh chị bấm lại bốn số cuối sau ít phút, hoặc gọi "
        f"{HOTLINE}.",
    )
