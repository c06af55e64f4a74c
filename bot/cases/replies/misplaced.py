"""What came in place of a case code, turned down kindly."""

from __future__ import annotations

from bot.answers.reply import QuickReply, Reply
from bot.cases.replies.proving import FOUR, FOUR_SAID
from bot.cases.replies.said import EXAMPLE, asks_code, asks_proof


def no_photo(code: str | None) -> Reply:
    if code:
        return asks_proof(
            "no_photo",
            code,
            f"Ở đây không nhận ảnh. Anh/chị chỉ cần gõ {FOUR}.",
            f"Ở đây không nhận ảnh. Anh chị chỉ cần bấm {FOUR_SAID}.",
        )
    return asks_code(
        "no_photo",
        "Cảm ơn anh/chị, nhưng ở đây không nhận ảnh. Anh/chị chỉ cần gõ mã hồ sơ ghi trên giấy "
        f"hẹn, ví dụ {EXAMPLE}.",
        "Cảm ơn anh chị, nhưng ở đây không nhận ảnh. Anh chị chỉ cần đọc mã hồ sơ trên giấy hẹn.",
    )


def no_personal_number() -> Reply:
    """A CCCD or phone number in place of the code; the edge has taken it out."""
    return asks_code(
        "no_personal_number",
        "Ở đây không tra hồ sơ bằng số căn cước hay số điện thoại; số vừa gửi đã được che đi. "
        f"Anh/chị cho biết mã hồ sơ ghi trên giấy hẹn, ví dụ {EXAMPLE}.",
        "Ở đây không tra bằng số căn cước hay số điện thoại. Anh chị đọc mã hồ sơ trên giấy hẹn.",
    )


def code_first() -> Reply:
    """Digits that may be a proof came before any code."""
    return asks_code(
        "code_first",
        f"Trước hết anh/chị cho biết mã hồ sơ ghi trên giấy hẹn, ví dụ {EXAMPLE}. Sau đó mới cần 4 "
        "số cuối.",
        "Trước hết anh chị đọc mã hồ sơ ghi trên giấy hẹn. Sau đó mới cần bốn số cuối.",
    )


def procedure_code(code: str) -> Reply:
    """A procedure's code in place of a case's."""
    return asks_code(
        "procedure_code",
        f"{code} là mã thủ tục, chung cho mọi người. Mã hồ sơ thì riêng của anh/chị, ghi trên giấy "
        f"hẹn, ví dụ {EXAMPLE}.",
        "Số vừa đọc là mã thủ tục, chung cho mọi người. Anh chị đọc mã hồ sơ, ghi trên giấy hẹn.",
        QuickReply(label=f"Hỏi thủ tục {code}", text=f"thủ tục {code}"),
    )


def mistyped_code() -> Reply:
    """It looks like a case code and is none."""
    return asks_code(
        "mistyped_code",
        "Mã này chưa đủ hoặc có chỗ chưa đúng. Mã hồ sơ có ba phần: nơi nhận, ngày nhận và số thứ "
        f"tự, ví dụ {EXAMPLE}. Anh/chị xem lại giấy hẹn và gửi lại cả mã.",
        "Mã này chưa đủ hoặc có chỗ chưa đúng. Anh chị xem lại giấy hẹn và đọc lại cả mã.",
    )
