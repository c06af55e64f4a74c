"""Build the search index of a catalogue: `python -m bot.retrieval.build`."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from bot.catalogue.store import Catalogue, load_catalogue
from bot.catalogue.taught import read_taught, words_with
from bot.catalogue.words import Words
from bot.retrieval.current import index_root
from bot.retrieval.encoder import Encoder, load_encoder
from bot.retrieval.errors import RetrievalError
from bot.retrieval.index import write_index
from bot.retrieval.lexical import Lexical
from bot.retrieval.phrases import Phrases
from bot.retrieval.texts import dense_texts
from bot.retrieval.vectors import Progress, cached_passages


def quiet(done: int, total: int) -> None:
    """No progress shown."""


def build_index(
    catalogue: Catalogue,
    progress: Progress = quiet,
    threads: int = 1,
    *,
    words: Mapping[str, Words] | None = None,
    root: Path | None = None,
    encoder: Encoder | None = None,
) -> Path:
    """Index `catalogue`, put the index in force, return its folder.

    What was encoded before is taken from var/cache: minutes the first time, seconds after a
    small change.

    Args:
        words: people's words; None: the repository's with what is taught besides.
        root: folder of indexes, each with its own pointer; None: that of the assistant.
        encoder: an open one; None: it is loaded.

    Raises:
        RetrievalError: the encoder has not been built.
    """
    procedures = list(catalogue.procedures.values())
    words = words_with(read_taught()) if words is None else words
    texts = [dense_texts(procedure) for procedure in procedures]
    titles = [procedure.title for procedure in procedures]
    lexical = Lexical.build({"title": titles, "runs": titles})
    phrases = Phrases.of(procedures, words)
    encoder = encoder or load_encoder(threads=threads)
    flat = [*(row[name] for name in texts[0] for row in texts), *phrases.texts]
    vectors = cached_passages(encoder, flat, progress)
    size = len(procedures)
    dense = {name: vectors[i * size : (i + 1) * size] for i, name in enumerate(texts[0])}
    dense["phrases"] = vectors[len(texts[0]) * size :]
    return write_index(catalogue, lexical, phrases, dense, encoder.name, root or index_root())


def _print_progress(done: int, total: int) -> None:
    print(f"  encoded {done} of {total} texts ({100 * done // total} %)", flush=True)


def main() -> None:
    """Index the catalogue in force and say where the index is."""
    try:
        folder = build_index(load_catalogue(), _print_progress, threads=os.cpu_count() or 1)
    except RetrievalError as error:
        sys.exit(str(error))
    print(f"Search index written to {folder}")


if __name__ == "__main__":
    main()
