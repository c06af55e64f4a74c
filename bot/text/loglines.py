"""Log lines without what a citizen wrote, whichever library writes them."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from typing import Any

from bot.text.redact import redact


def keep_quiet() -> None:
    """From now on no log record of this process quotes a citizen; call it once, at its start.

    Messages are redacted. Of an exception its type and way are told and never its own message,
    which may quote anything, escaped in ways that no redaction sees through.
    """
    usual = logging.getLogRecordFactory()
    if getattr(usual, "quiet", False):
        return

    def make(*args: Any, **kwargs: Any) -> logging.LogRecord:
        record = usual(*args, **kwargs)
        record.msg, record.args = redact(_message(record)), None
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            # Formatters print this text as it is, and make their own only from exc_info.
            record.exc_info, record.exc_text = None, way_of(error)
        return record

    make.quiet = True  # type: ignore[attr-defined]
    logging.setLogRecordFactory(make)


def way_of(error: BaseException) -> str:
    """ "KeyError at speak.py:34, fee.py:58", and likewise what it came from."""
    way = traceback.extract_tb(error.__traceback__)
    places = ", ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in way)
    told = f"{type(error).__name__} at {places or 'no place'}"
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return told if before is None else f"{told}; from {way_of(before)}"


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except Exception:  # values that don't fit: logging itself would print them all
        return f"a log line of {record.name} whose values don't fit"
