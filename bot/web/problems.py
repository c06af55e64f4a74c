"""Errors as problem documents (RFC 9457), in words a citizen can act on."""

from __future__ import annotations

from typing import Any

from starlette.responses import JSONResponse


class Problem(Exception):
    """An error with a status, a stable `kind`, and Vietnamese words.

    `extra` becomes members of the document; `headers` go with the response.
    """

    def __init__(
        self,
        status: int,
        kind: str,
        title: str,
        detail: str,
        *,
        headers: dict[str, str] | None = None,
        extra: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(f"{status} {kind}")
        self.status = status
        self.kind = kind
        self.title = title
        self.detail = detail
        self.headers = headers or {}
        self.extra = extra or {}

    def response(self) -> JSONResponse:
        body = {
            "type": f"urn:motcua:problem:{self.kind}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            **self.extra,
        }
        return JSONResponse(
            body, self.status, headers=self.headers, media_type="application/problem+json"
        )


def empty() -> Problem:
    return Problem(
        422, "empty", "Tin nhắn còn trống", "Anh/chị hãy gõ câu hỏi bằng chữ rồi gửi lại."
    )


def too_long(limit: int, length: int | None = None) -> Problem:
    now = f", tin nhắn này có {_vn(length)} ký tự" if length else ""
    return Problem(
        413,
        "too-long",
        "Tin nhắn quá dài",
        f"Mỗi tin nhắn dài tối đa {_vn(limit)} ký tự{now}. "
        "Anh/chị hãy viết ngắn lại hoặc gửi thành nhiều tin.",
        extra={"limit": limit},
    )


def malformed(where: str) -> Problem:
    return Problem(
        422,
        "malformed",
        "Yêu cầu không đúng mẫu",
        f"Phần sau bị thiếu hoặc không đúng kiểu: {where}.",
    )


def too_many(retry_after_s: int) -> Problem:
    return Problem(
        429,
        "too-many",
        "Gửi quá nhanh",
        f"Anh/chị đang gửi quá nhiều tin nhắn. Hãy thử lại sau {retry_after_s} giây.",
        headers={"Retry-After": str(retry_after_s)},
        extra={"retry_after": retry_after_s},
    )


def no_session() -> Problem:
    return Problem(
        404,
        "no-session",
        "Không có cuộc trò chuyện này",
        "Cuộc trò chuyện không tồn tại hoặc đã hết hạn. Gửi một tin nhắn để bắt đầu lại.",
    )


def no_turn() -> Problem:
    return Problem(
        404, "no-turn", "Không có câu trả lời này", "Không tìm thấy câu trả lời để đánh giá."
    )


def internal(hotline: str) -> Problem:
    return Problem(
        500,
        "internal",
        "Hệ thống gặp lỗi",
        f"Đã có lỗi ngoài ý muốn. Hãy thử lại sau, hoặc gọi tổng đài {hotline}.",
    )


def by_status(status: int) -> Problem:
    """For errors raised by the framework itself."""
    title, detail = {
        400: ("Yêu cầu không đọc được", "Nội dung gửi lên không đúng định dạng."),
        404: ("Không tìm thấy", "Địa chỉ này không có trên hệ thống."),
        405: ("Cách gọi không được hỗ trợ", "Địa chỉ này không nhận kiểu yêu cầu đó."),
    }.get(status, ("Yêu cầu không thực hiện được", "Hãy kiểm tra lại yêu cầu rồi thử lại."))
    return Problem(status, f"http-{status}", title, detail)


def _vn(number: int | None) -> str:
    return f"{number or 0:,}".replace(",", ".")
