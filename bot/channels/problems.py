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
    return _later(
        "Gửi quá nhanh",
        f"Anh/chị đang gửi quá nhiều tin nhắn. Hãy thử lại sau {retry_after_s} giây.",
        retry_after_s,
    )


def too_many_reads(retry_after_s: int) -> Problem:
    """An office behind one address shares its limit: the sentence doesn't blame the reader."""
    return _later(
        "Quá nhiều yêu cầu",
        f"Có quá nhiều yêu cầu từ mạng này. Hãy thử lại sau {retry_after_s} giây.",
        retry_after_s,
    )


def too_many_tabs(limit: int, retry_after_s: int) -> Problem:
    return _later(
        "Mở ở quá nhiều nơi",
        f"Mỗi cuộc trò chuyện mở cùng lúc ở tối đa {limit} cửa sổ. "
        "Anh/chị hãy đóng bớt một cửa sổ; hỏi và đọc câu trả lời ở cửa sổ này vẫn được.",
        retry_after_s,
    )


def too_many_listeners(retry_after_s: int) -> Problem:
    return _later(
        "Hệ thống đang đông",
        "Đang có quá nhiều người dùng cùng lúc nên tin mới chưa tự hiện ra. "
        f"Hỏi và đọc câu trả lời vẫn được; hãy thử lại sau {retry_after_s} giây.",
        retry_after_s,
    )


def _later(title: str, detail: str, retry_after_s: int) -> Problem:
    return Problem(
        429,
        "too-many",
        title,
        detail,
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


def not_deleted() -> Problem:
    return Problem(
        503,
        "not-deleted",
        "Chưa xóa được",
        "Cuộc trò chuyện chưa được xóa hết. Anh/chị hãy thử lại sau ít giây.",
        headers={"Retry-After": "5"},
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
