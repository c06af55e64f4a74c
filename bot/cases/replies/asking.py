"""Asking for the code of a case, as often as it takes; for the proof: `proving`."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.reply import QuickReply, Reply
from bot.answers.words import HOTLINE, PORTAL
from bot.cases.replies.said import EXAMPLE, STOP, asks_code, said

_BUTTONS = 3


def ask_code() -> Reply:
    return asks_code(
        "code",
        f"Để tra hồ sơ, anh/chị cho biết mã hồ sơ ghi trên giấy hẹn, ví dụ {EXAMPLE}.",
        "Để tra hồ sơ, anh chị đọc mã hồ sơ ghi trên giấy hẹn. Anh chị đọc từng chữ, từng số.",
    )


def ask_code_again() -> Reply:
    """The code that was read back is not the one that was meant."""
    return asks_code(
        "code",
        f"Anh/chị gửi lại mã hồ sơ, đúng như ghi trên giấy hẹn, ví dụ {EXAMPLE}.",
        "Anh chị đọc lại mã hồ sơ, từng chữ, từng số.",
    )


def forgotten_code() -> Reply:
    return asks_code(
        "forgotten_code",
        "Mã hồ sơ ghi trên giấy hẹn; hồ sơ của Hà Nội có mã bắt đầu bằng H26. Nộp qua mạng thì "
        f"đăng nhập {PORTAL} để xem mã. Mất giấy hẹn, anh/chị hỏi nơi đã nộp hoặc gọi {HOTLINE}. "
        "Có mã rồi thì gửi vào đây.",
        "Mã hồ sơ ghi trên giấy hẹn, bắt đầu bằng H26 nếu là hồ sơ của Hà Nội. Mất giấy hẹn, anh "
        f"chị hỏi nơi đã nộp hoặc gọi {HOTLINE}.",
        STOP,
    )


def no_hurry() -> Reply:
    return asks_code(
        "no_hurry",
        "Vâng, anh/chị cứ thong thả. Khi có mã hồ sơ thì gửi vào đây.",
        "Vâng, anh chị cứ thong thả. Khi có mã hồ sơ thì anh chị đọc lên.",
    )


def calm_code() -> Reply:
    """An insult in its place."""
    return asks_code(
        "calm",
        f"Mong anh/chị thông cảm. Để tra hồ sơ, anh/chị cho biết mã hồ sơ ghi trên giấy hẹn, ví dụ "
        f"{EXAMPLE}; muốn gặp người thật thì gọi {HOTLINE}.",
        "Mong anh chị thông cảm. Để tra hồ sơ, anh chị đọc mã ghi trên giấy hẹn. Muốn gặp người "
        f"thật, anh chị gọi {HOTLINE}.",
    )


def one_by_one(code: str, others: Sequence[str]) -> Reply:
    """Several codes in one message: which one is looked at, and that the others come next."""
    buttons = [QuickReply(label=f"Hồ sơ …{other[-4:]}", text=other) for other in others[:_BUTTONS]]
    return said(
        "one_by_one",
        f"Mỗi lần chỉ xem được một hồ sơ. Trước hết là {code}; sau đó anh/chị gửi tiếp "
        f"{', '.join(others)}.",
        "Mỗi lần chỉ xem được một hồ sơ. Trước hết là mã đọc đầu tiên; xem xong, anh chị nói: mã "
        "tiếp theo.",
        *buttons,
        code=code,
    )


def cancelled() -> Reply:
    return said(
        "cancelled",
        "Vâng, không tra hồ sơ nữa. Khi cần, anh/chị gửi mã hồ sơ hoặc hỏi thủ tục khác.",
        "Vâng, không tra hồ sơ nữa. Khi cần, anh chị cứ hỏi tiếp.",
    )


def calm() -> Reply:
    """An insult where nothing was asked for."""
    return said(
        "calm",
        f"Mong anh/chị thông cảm. Anh/chị hỏi tiếp về hồ sơ này, hoặc gọi {HOTLINE} để gặp người "
        "thật.",
        f"Mong anh chị thông cảm. Anh chị hỏi tiếp về hồ sơ này, hoặc gọi {HOTLINE}.",
    )
