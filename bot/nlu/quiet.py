"""No message texts in Rasa's logs, not even in errors; the launcher puts these in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from structlog.processors import ExceptionRenderer
from structlog.tracebacks import ExceptionDictTransformer

_SAYS_NOTHING_PERSONAL = {"event", "event_info", "event_key", "level", "action_name", "url"}


def hide_texts(_logger: Any, _method: str, event: dict[str, Any]) -> dict[str, Any]:
    """A structlog processor: of a log line's fields only the kind of event and numbers remain.

    Rasa's own processor in this place hides texts only in its paid edition.
    """
    return {
        key: value if key in _SAYS_NOTHING_PERSONAL or _is_plain(value) else "[hidden]"
        for key, value in event.items()
    }


def _is_plain(value: Any) -> bool:
    return value is None or isinstance(value, (bool, int, float, BaseException, tuple))


def tracebacks_without_values() -> Callable[..., Any]:
    """Rasa logs exceptions with all local variables, a citizen's message among them; not here."""
    return ExceptionRenderer(ExceptionDictTransformer(show_locals=False))
