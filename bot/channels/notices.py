"""The few sentences that the web itself says, because Rasa couldn't or needn't."""

from __future__ import annotations

from typing import Any

_EXAMPLE = {"label": "Cách hỏi", "text": "Hướng dẫn sử dụng"}


def outage(hotline: str) -> dict[str, Any]:
    text = (
        "Hệ thống đang gián đoạn nên chưa trả lời được câu hỏi này. "
        f"Tin nhắn đã được giữ lại, hãy thử lại sau ít phút, hoặc gọi tổng đài {hotline}."
    )
    return {"text": text, "payload": {"type": "notice", "kind": "outage", "quick_replies": []}}


def unclear() -> dict[str, Any]:
    text = (
        "Chưa thấy câu hỏi nào trong tin nhắn. "
        "Anh/chị hãy viết việc cần làm, ví dụ: “Làm giấy khai sinh cho con cần giấy tờ gì?”"
    )
    payload = {"type": "notice", "kind": "unclear", "quick_replies": [_EXAMPLE]}
    return {"text": text, "payload": payload}


# It ended, was deleted, or is another person's: nobody is told which.
RENEWED = "Không mở lại được cuộc trò chuyện trước nên một cuộc trò chuyện mới được bắt đầu."
