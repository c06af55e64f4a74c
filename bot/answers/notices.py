"""What is said when there is no procedure to answer about."""

from __future__ import annotations

from typing import Literal

from bot.answers.reply import Reply
from bot.answers.words import HOTLINE, shorten
from bot.text.numbers import say

_EXAMPLES = ("Đăng ký khai sinh", "Cấp hộ chiếu", "Đăng ký thường trú")


def none_found(step: Literal[1, 2]) -> Reply:
    """Step 1 asks for other words, with an example; step 2 gives the hotline."""
    if step == 1:
        return _notice(
            "none",
            "Chưa tìm được thủ tục phù hợp. Anh/chị cho biết rõ hơn việc cần làm, ví dụ: "
            "“làm giấy khai sinh cho con”, “đổi hộ chiếu hết hạn”.",
            "Chưa tìm được thủ tục phù hợp. Anh chị nói rõ hơn việc cần làm nhé. "
            "Ví dụ: làm giấy khai sinh cho con.",
            _EXAMPLES,
        )
    return _notice(
        "none",
        "Xin lỗi, vẫn chưa tìm được thủ tục anh/chị cần. Anh/chị gọi tổng đài "
        f"{HOTLINE} để được cán bộ hướng dẫn, hoặc thử gõ tên hay mã thủ tục ghi trên giấy tờ.",
        "Xin lỗi, vẫn chưa tìm được thủ tục anh chị cần. "
        f"Anh chị gọi tổng đài {HOTLINE} để được cán bộ hướng dẫn.",
    )


def withdrawn(code: str, title: str) -> Reply:
    """The code was on the national portal once and has left it."""
    name = f" (“{shorten(title, 160)}”)" if title else ""
    return _notice(
        "withdrawn",
        f"Mã thủ tục {code}{name} không còn trên Cổng dịch vụ công quốc gia. Thủ tục có thể đã "
        "được bãi bỏ hoặc thay bằng mã khác. Anh/chị gõ tên việc cần làm để tìm thủ tục hiện "
        f"hành, hoặc gọi {HOTLINE}.",
        f"Mã thủ tục {code} không còn trên Cổng dịch vụ công quốc gia. "
        "Anh chị nói tên việc cần làm để tìm thủ tục hiện hành.",
    )


def unknown_code(code: str) -> Reply:
    """A code that is neither in the catalogue nor among the withdrawn ones."""
    return _notice(
        "unknown_code",
        f"Danh mục đang dùng không có mã thủ tục {code}. Anh/chị kiểm tra lại mã, hoặc gõ tên "
        f"việc cần làm. Mã mới ban hành có thể chưa được cập nhật; hỏi thêm: {HOTLINE}.",
        f"Danh mục không có mã {code}. Anh chị kiểm tra lại mã, hoặc nói tên việc cần làm.",
    )


def handover() -> Reply:
    """No person can take the conversation over here yet; the hotline can."""
    return _notice(
        "handover",
        f"Để gặp cán bộ, anh/chị gọi tổng đài {HOTLINE}. Ở đây chưa nối máy trực tiếp được; "
        "anh/chị vẫn có thể hỏi tiếp về giấy tờ, lệ phí, thời hạn của thủ tục.",
        f"Để gặp cán bộ, anh chị gọi tổng đài {HOTLINE}. Ở đây chưa nối máy trực tiếp được.",
    )


def calm() -> Reply:
    """An insult, and nothing else that could be answered."""
    return _notice(
        "calm",
        "Mong anh/chị thông cảm. Anh/chị cần làm thủ tục nào thì cứ hỏi; có việc chưa hài lòng thì "
        f"nhắn “tôi muốn phản ánh”. Muốn gặp người thật, anh/chị gọi {HOTLINE}.",
        "Mong anh chị thông cảm. Anh chị cần thủ tục nào thì cứ hỏi; có việc chưa hài lòng thì "
        "nói: tôi muốn phản ánh.",
        ("Tôi muốn phản ánh",),
    )


def out_of_scope() -> Reply:
    """Kindly, what this service is for."""
    return _notice(
        "out_of_scope",
        "Câu này nằm ngoài phạm vi hỗ trợ. Ở đây trả lời về thủ tục hành chính ở Hà Nội: giấy tờ, "
        "lệ phí, thời hạn, nơi nộp, cách nộp trực tuyến. Anh/chị cần làm thủ tục nào?",
        "Câu này nằm ngoài phạm vi hỗ trợ. Ở đây trả lời về thủ tục hành chính ở Hà Nội. "
        "Anh chị cần làm thủ tục nào?",
        _EXAMPLES,
    )


def english() -> Reply:
    """To who writes English, before what was understood of it."""
    text = (
        "This assistant speaks only Vietnamese and may misunderstand English. To reach a person, "
        f"write “gặp cán bộ” or call {HOTLINE}; we do not know whether English is spoken there."
    )
    return _in_english(text)


def english_waiting() -> Reply:
    """To who asked for a person in English, before how they stand."""
    return _in_english(
        "You have asked for a person. Where you stand follows in Vietnamese; please keep this page "
        "open. We do not know whether the person speaks English."
    )


def _in_english(text: str) -> Reply:
    payload = {"type": "notice", "kind": "english", "lang": "en", "quick_replies": []}
    return Reply(text=text, payload=payload, spoken=text)


def not_that() -> Reply:
    """The person says that none of what was shown is meant."""
    return _notice(
        "not_that",
        "Xin lỗi vì chưa đúng ý. Anh/chị nói rõ hơn: làm giấy tờ gì, cho ai, cấp mới hay cấp lại?",
        "Xin lỗi vì chưa đúng ý. Anh chị cần làm giấy tờ gì, cho ai, cấp mới hay cấp lại?",
    )


def _notice(kind: str, text: str, spoken: str, buttons: tuple[str, ...] = ()) -> Reply:
    replies = [{"label": name, "text": name} for name in buttons]
    payload = {"type": "notice", "kind": kind, "quick_replies": replies}
    return Reply(text=text, payload=payload, spoken=say(spoken))
