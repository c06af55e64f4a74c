"""No message texts in Rasa's logs, not even in errors; the launcher puts this in place."""

from __future__ import annotations

import sys
from typing import Any

from bot.text.loglines import way_of
from bot.text.redact import redact

_SAYS_WHAT_HAPPENED = {"event", "event_info", "event_key", "level", "action_name", "url"}


def hide_texts(_logger: Any, method: str, event: dict[str, Any]) -> dict[str, Any]:
    """A structlog processor: of a log line's fields only the kind of event and numbers remain.

    Rasa's own processor in this place hides texts only in its paid edition. An exception is told by
    its type and way: Rasa logs it with its message and all local variables.
    """
    error = _error(event.pop("exc_info", method == "exception"))
    shown = {key: _shown(key, value) for key, value in event.items()}
    shown["exc_info"] = None  # the processors behind this one find nothing to add
    return shown | ({"exception": way_of(error)} if error else {})


def _shown(key: str, value: Any) -> Any:
    if value is None or isinstance(value, (bool, float)):
        return value
    if isinstance(value, int) or key in _SAYS_WHAT_HAPPENED:
        said = redact(str(value))
        return value if said == str(value) else said
    return "[hidden]"


def _error(exc_info: Any) -> BaseException | None:
    """The exception in what people hand to `exc_info`: itself, a triple, or True for "this one"."""
    if isinstance(exc_info, BaseException):
        return exc_info
    if isinstance(exc_info, tuple):
        return exc_info[1]
    return sys.exc_info()[1] if exc_info else None
