"""The searcher of the version in force, one for the whole process."""

from __future__ import annotations

from threading import Lock

import structlog

from bot.retrieval.current import current_version
from bot.retrieval.encoder import load_encoder
from bot.retrieval.errors import RetrievalError
from bot.retrieval.index import load_index
from bot.retrieval.learned import load_learned
from bot.retrieval.pipeline import Searcher
from bot.retrieval.synonyms import load_synonyms

log = structlog.get_logger()

_lock = Lock()
_open: Searcher | None = None


def open_searcher() -> Searcher:
    """The searcher of the version in force; kept until the pointer names another one.

    Raises:
        RetrievalError: there is no index, or it does not fit the code or the encoder.
    """
    global _open
    with _lock:
        try:
            _open = _newest(_open)
        except RetrievalError:
            if _open is None:
                raise
            # What works goes on working when a newer version cannot be read.
            log.exception("index not switched; the version in use stays", kept=_open.index.version)
        return _open


def _newest(current: Searcher | None) -> Searcher:
    """`current` while the pointer names its version, else a searcher of the version it names."""
    version = current_version()
    if current and current.index.version == version:
        return current
    encoder = current.encoder if current else load_encoder()
    return Searcher(load_index(version, encoder.name), encoder, load_synonyms(), load_learned())
