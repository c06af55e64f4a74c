"""Sentences to vectors. `python -m bot.retrieval.encoder` converts the bundled model."""

from __future__ import annotations

import hashlib
import os
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bot.retrieval.adapter import adapter_path
from bot.retrieval.e5_file import FINGERPRINT, bundled_file, convert
from bot.retrieval.errors import RetrievalError
from bot.settings import settings

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]
QUERY_TOKENS = 64  # a citizen's question is rarely longer, and time grows with length
PASSAGE_TOKENS = 128
CACHED_QUERIES = 4096
BATCH = 32
BUNDLED = "e5-small"


class Encoder:
    """A sentence-transformers model with the prefixes of e5, on one thread.

    Thread-safe; the vectors of the last queries are kept.
    """

    def __init__(self, model: SentenceTransformer, name: str) -> None:
        self.name = name  # changes with the model: an index is only valid with its own
        self._model = model
        self._lock = Lock()
        self._cache: OrderedDict[str, Vectors] = OrderedDict()

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors (one row a text) of questions."""
        with self._lock:
            missing = list(dict.fromkeys(t for t in texts if t not in self._cache))
            if missing:
                for text, vector in zip(
                    missing, self._encode("query: ", missing, QUERY_TOKENS), strict=True
                ):
                    self._cache[text] = vector
            rows = [self._cache[text] for text in texts]
            for text in texts:
                self._cache.move_to_end(text)
            while len(self._cache) > CACHED_QUERIES:
                self._cache.popitem(last=False)
        return np.stack(rows)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors (one row a text) of what is searched."""
        with self._lock:
            return self._encode("passage: ", texts, PASSAGE_TOKENS)

    def _encode(self, prefix: str, texts: Sequence[str], tokens: int) -> Vectors:
        self._model.max_seq_length = tokens
        vectors = self._model.encode(
            [prefix + text for text in texts],
            batch_size=BATCH,
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, np.float32)


def load_encoder(name: str | None = None, threads: int = 1) -> Encoder:
    """The encoder `name`: a folder under models_dir, a path, or a name of a model hub.

    None is the setting `encoder`. One thread serves, so that nothing else waits; a build takes all.

    Raises:
        RetrievalError: its folder has not been built.
    """
    name = name or settings().encoder
    folder = settings().models_dir / name
    if name == BUNDLED and not (folder / "modules.json").is_file():
        raise RetrievalError(f"The sentence encoder {folder} is missing: run `make setup`.")
    os.environ.setdefault("HF_HUB_OFFLINE", "1" if folder.is_dir() else "0")
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # type: ignore[no-untyped-call]
    torch.set_num_threads(threads)
    model = SentenceTransformer(str(folder) if folder.is_dir() else name, device="cpu")
    return Encoder(model, f"{Path(name).name}-{_fingerprint(folder)}")


def build_bundled() -> Path:
    """Convert the bundled model into models_dir; returns the folder."""
    folder = settings().models_dir / BUNDLED
    convert(bundled_file(), folder, adapter_path())
    return folder


def _fingerprint(folder: Path) -> str:
    """Eight hex digits of the weights: another model has another, and other vectors.

    Ours has them beside it; of another folder the weights' end and size must do: cheap.
    """
    if (folder / FINGERPRINT).is_file():
        return (folder / FINGERPRINT).read_text(encoding="utf-8")
    path = folder / "model.safetensors"
    if not path.is_file():
        return "hub"
    with path.open("rb") as stream:
        stream.seek(-(1 << 16), os.SEEK_END)
        digest = hashlib.sha256(stream.read())
    digest.update(str(path.stat().st_size).encode())
    return digest.hexdigest()[:8]


if __name__ == "__main__":
    print(f"Sentence encoder written to {build_bundled()}")
