"""What a person reads when the host app's token does not hold."""

from __future__ import annotations

from bot.channels.problems import Problem

RETRY_S = 30
_INVALID = {"WWW-Authenticate": 'Bearer error="invalid_token"'}


def refused() -> Problem:
    return Problem(
        401,
        "sign-in-refused",
        "Chưa xác nhận được đăng nhập",
        "Anh/chị hãy đăng nhập lại trong ứng dụng rồi gửi lại tin nhắn.",
        headers=_INVALID,
    )


def expired() -> Problem:
    return Problem(
        401,
        "sign-in-expired",
        "Phiên đăng nhập đã hết hạn",
        "Anh/chị hãy đăng nhập lại trong ứng dụng rồi gửi lại tin nhắn.",
        headers=_INVALID,
    )


def off() -> Problem:
    return Problem(
        401,
        "sign-in-off",
        "Ở đây chưa nhận đăng nhập",
        "Anh/chị vẫn hỏi được mà không cần đăng nhập; tra hồ sơ thì cần mã hồ sơ.",
        headers={"WWW-Authenticate": "Bearer"},
    )


def unavailable() -> Problem:
    return Problem(
        503,
        "sign-in-unavailable",
        "Chưa kiểm tra được đăng nhập",
        "Nơi xác nhận đăng nhập đang gián đoạn. Anh/chị hãy thử lại sau ít phút, "
        "hoặc hỏi mà không cần đăng nhập.",
        headers={"Retry-After": str(RETRY_S)},
    )
