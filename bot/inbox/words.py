"""What advisers read in an outside inbox, as notes of ours."""

from __future__ import annotations

from bot.channels.problems import Problem

WAITS = (
    "Một người dân đang chờ gặp cán bộ. Gửi một lời chào để nhận cuộc trò chuyện; lời của họ hiện "
    "ra sau đó. Chuyển sang “pending” là trả lại cho trợ lý, “resolved” là kết thúc."
)
ELSEWHERE = (
    "Cuộc trò chuyện này không còn chờ ở đây: đã có cán bộ khác nhận, hoặc đã kết thúc. Lời viết "
    "thêm ở đây không đến được người dân."
)


def assistant(text: str) -> str:
    return f"Trợ lý: {text}"


def not_said(error: Exception) -> str:
    if isinstance(error, Problem):
        return f"Chưa gửi được: {error.detail}"
    return "Chưa gửi được: đã có cán bộ khác nhận, hoặc đã kết thúc."
