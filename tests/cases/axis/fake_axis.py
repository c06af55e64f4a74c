"""A server that behaves as the national sharing axis is described: login, then questions."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

CODE = "G22.99-251225-020175"
USERNAME, PASSWORD = "motcua", "a password of the tests"

Answer = Callable[[], Awaitable[Response]]

RECORD: dict[str, Any] = {
    "MaHoSo": CODE,
    "MaTTHC": "2.001194",
    "TenTTHC": "Cấp hộ chiếu phổ thông",
    "ChuHoSo": "Nguyễn Văn An",
    "LoaiDoiTuong": "1",
    "SoDienThoai": "0912345678",
    "Email": "an@example.vn",
    "NgayTiepNhan": "20251225083000",
    "NgayHenTra": "20260106170000",
    "TrangThaiHoSo": "5",
    "NgayTra": "",
    "NgayKetThucXuLy": None,
    "DonViXuLy": "Cục Quản lý xuất nhập cảnh",
    "GhiChu": "Ông An sẽ gọi lại từ số 0912345678",
    "DanhSachHoSoBoSung": [
        {
            "NoiDungBoSung": "Ảnh chân dung nền trắng, gọi 0912345678 nếu cần",
            "NgayBoSung": "20251229100000",
            "NgayHenTraTruoc": "20260106170000",
            "NgayHenTraMoi": "",
        }
    ],
    "DanhSachLePhi": [{"TenPhiLePhi": "Lệ phí hộ chiếu", "Gia": "200.000"}],
    "TienTrinh": [
        {
            "NguoiXuLy": "Trần Thị Bình",
            "PhongBanXuLy": "Bộ phận một cửa",
            "NoiDungXuLy": "Chị Bình chuyển hồ sơ",
            "ThoiDiemXuLy": "25/12/2025 08:45",
            "TrangThai": "2",
        }
    ],
    "CapNhatLuc": "20251229101500",
}


class FakeAxis:
    """Knows one case. `answers` come first, one a question, before it behaves well again."""

    def __init__(self) -> None:
        self.logins = 0
        self.asked: list[dict[str, Any]] = []
        self.answers: list[Answer] = []
        self.always: Answer | None = None
        self.record: Any = RECORD
        self.session: str | None = None
        self.app = Starlette(
            routes=[
                Route("/adapter/login", self._login, methods=["POST"]),
                Route("/adapter/mapi", self._question, methods=["POST"]),
            ]
        )

    def end_sessions(self) -> None:
        self.session = None

    async def _login(self, request: Request) -> Response:
        self.logins += 1
        if await request.json() != {"username": USERNAME, "password": PASSWORD}:
            return JSONResponse({"session": "", "error_code": 1})
        self.session = f"session {self.logins}"
        return JSONResponse({"session": self.session, "error_code": 0})

    async def _question(self, request: Request) -> Response:
        body = await request.json()
        self.asked.append(body)
        if self.answers or self.always:
            return await (self.answers.pop(0) if self.answers else self.always)()  # type: ignore[misc]
        if body["session"] != self.session:
            return JSONResponse({"error_code": -1, "message": "session expired"})
        known = body["service"] == "TraCuuHoSo" and body["mahoso"] == CODE
        return JSONResponse({"error_code": 0, "result": [self.record] if known else []})


def says(content: Any, status: int = 200) -> Answer:
    """An answer: text as it is, everything else as JSON."""

    async def answer() -> Response:
        text = content if isinstance(content, str) else json.dumps(content)
        return Response(text, status, media_type="application/json")

    return answer


def after(seconds: float, then: Answer) -> Answer:
    async def answer() -> Response:
        await asyncio.sleep(seconds)
        return await then()

    return answer
