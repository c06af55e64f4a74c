"""The outer layer of every answer: security headers, other sites' pages."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action {forms}; "
    "frame-ancestors {ancestors}"
)
_FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class SecurityHeaders:
    """Strict headers; only the chat page may be framed, and only by the allowed origins; only
    the staff console has forms."""

    def __init__(self, app: ASGIApp, allowed_origins: list[str]) -> None:
        self._app = app
        around = " ".join(["'self'", *allowed_origins])
        self._framed = _POLICY.format(forms="'none'", ancestors=around)
        self._alone = _POLICY.format(forms="'none'", ancestors="'none'")
        self._staff = _POLICY.format(forms="'self'", ancestors="'none'")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path = scope["path"]

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _FIXED.items():
                    headers.setdefault(name, value)
                headers["Content-Security-Policy"] = self._policy(path)
                shared = path == "/widget.js"
                headers["Cross-Origin-Resource-Policy"] = (
                    "cross-origin" if shared else "same-origin"
                )
                if path.startswith("/api/") or for_staff(path):
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self._app(scope, receive, with_headers)

    def _policy(self, path: str) -> str:
        if for_staff(path):
            return self._staff
        return self._framed if path == "/" else self._alone


def for_staff(path: str) -> bool:
    """Whether it belongs to the staff console."""
    return path == "/staff" or path.startswith("/staff/")
