"""No message texts in Rasa's logs, not even in errors. Registered as a plugin by the launcher."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pluggy
from structlog.processors import ExceptionRenderer
from structlog.tracebacks import ExceptionDictTransformer


hookimpl = pluggy.HookimplMarker("rasa")


class _Hidden:
    """What Rasa calls an anonymization pipeline: sees every text that a log line would carry."""

    def log_run(self, value: Any) -> str:
        return "[hidden]"


@hookimpl
def get_anonymization_pipeline() -> _Hidden:
    """Rasa asks for this before each structured log line."""
    return _Hidden()


def tracebacks_without_values() -> Callable[..., Any]:
    """Rasa logs exceptions with all local variables, a citizen's message among them; not here."""
    return ExceptionRenderer(ExceptionDictTransformer(show_locals=False))
