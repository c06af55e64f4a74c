"""How far a long step is, read from the end of its log."""

from __future__ import annotations

import re
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

EVERY_S = 10.0
_PERCENT = re.compile(r"(\d{1,3}) ?%")


@contextmanager
def showing_progress(log: Path) -> Iterator[None]:
    """Until the block ends, print every few seconds how long it has taken and how far it is."""
    done = threading.Event()
    thread = threading.Thread(target=_show, args=(log, done), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join(timeout=1)


def _show(log: Path, done: threading.Event) -> None:
    began = time.monotonic()
    while not done.wait(EVERY_S):
        seconds = f"{time.monotonic() - began:.0f} s"
        percent = last_percent(log)
        print(f"    {seconds}" + (f", {percent} %" if percent else ""), file=sys.stdout, flush=True)


def last_percent(log: Path) -> int | None:
    """The last percentage that the log names near its end; None when it names none."""
    with log.open("rb") as file:
        file.seek(0, 2)
        file.seek(max(0, file.tell() - 2000))
        found = _PERCENT.findall(file.read().decode(errors="replace"))
    return int(found[-1]) if found else None
