"""What the processes of the line print: a file each, bounded in size, for its owner only."""

from __future__ import annotations

import logging
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from honcho.printer import Message

from bot.private import private_file, private_folder

MOST_BYTES = 5_000_000
OLDER = 3  # rasa.log.1 is the youngest of them


class Logs:
    """A printer for honcho; its own messages (who was started and ended) go to system.log."""

    width = 0  # honcho sets it, for printers that align names

    def __init__(self, folder: Path) -> None:
        private_folder(folder)
        self._folder = folder
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
                path, maxBytes=MOST_BYTES, backupCount=OLDER, encoding="utf-8"
            )
            self._files[name].setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        return self._files[name]


class _Private(RotatingFileHandler):
    def _open(self) -> TextIOWrapper:
        private_file(Path(self.baseFilename))
        return super()._open()
