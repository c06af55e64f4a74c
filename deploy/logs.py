"""What the processes of the line print: files bounded in size and age, for their owner only."""

from __future__ import annotations

import logging
from datetime import date
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from honcho.printer import Message

from bot.private import private_file, private_folder

MOST_BYTES = 5_000_000


class Logs:
    """A printer for honcho; its own messages (who was started and ended) go to system.log.

    Args:
        days: a file is begun each day, and when one is full; so many older ones are kept.
    """

    width = 0  # honcho sets it, for printers that align names

    def __init__(self, folder: Path, days: int) -> None:
        private_folder(folder)
        self._folder = folder
        self._days = days
        self._files: dict[str, RotatingFileHandler] = {}

    def write(self, message: Message) -> None:
        """Add the line, with the time, to the file of the process that printed it."""
        text = message.data
        if isinstance(text, bytes):
            text = text.decode(errors="replace")
        record = logging.makeLogRecord({"msg": text.rstrip()})
        self._file(message.name).handle(record)

    def _file(self, name: str) -> RotatingFileHandler:
        if name not in self._files:
            path = self._folder / f"{name}.log"
            self._files[name] = _Private(
                path, maxBytes=MOST_BYTES, backupCount=self._days, encoding="utf-8"
            )
            self._files[name].setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        return self._files[name]


class _Private(RotatingFileHandler):
    def _open(self) -> TextIOWrapper:
        path = Path(self.baseFilename)
        private_file(path)
        self._day = date.fromtimestamp(path.stat().st_mtime)  # of its last line, or today
        return super()._open()

    def shouldRollover(self, record: logging.LogRecord) -> int:
        new_day = self._day != date.fromtimestamp(record.created)
        return int(new_day or super().shouldRollover(record))
