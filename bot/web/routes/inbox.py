"""An outside inbox says that something happened there."""

from __future__ import annotations

from fastapi import APIRouter, Request

from bot.channels.problems import Problem
from bot.inbox.chatwoot import signed
from bot.web.parts import Shared

router = APIRouter()


@router.post("/api/inbox/chatwoot", status_code=204, include_in_schema=False)
async def told(request: Request, parts: Shared) -> None:
    """Problems: 404 none is configured, 403 signature. What happened is looked up there."""
    if parts.outside is None:
        raise Problem(404, "not-found", "Không có", "Không có địa chỉ này.")
    stamp = request.headers.get("X-Chatwoot-Timestamp", "")
    mac = request.headers.get("X-Chatwoot-Signature", "")
    if not signed(parts.outside.secret, stamp, mac, await request.body()):
        raise Problem(403, "bad-signature", "Chữ ký sai", "Chữ ký thiếu, sai hoặc quá cũ.")
    parts.outside.courier.wake()
