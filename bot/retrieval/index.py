"""The search index on disk: a folder per version, written whole, then pointed at.

var/index/current                 the name of the version in force
var/index/<version>/meta.json     what it was built with
                    catalogue/    the procedures that it was built from
                    lexical/      BM25, one folder per field
                    phrases/      people's words, whose they are, BM25 over them
                    wordwise/     BM25 over titles and people's words together
                    dense/        FAISS, one file per text
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import faiss
import numpy as np
from numpy.typing import NDArray

from bot.catalogue.files import write_procedures, write_withdrawn
from bot.catalogue.store import Catalogue, load_catalogue
from bot.retrieval.current import index_root
from bot.retrieval.encoder import Vectors
from bot.retrieval.errors import RetrievalError
from bot.retrieval.lexical import Lexical
from bot.retrieval.phrases import Phrases, Rows
from bot.retrieval.wordwise import Wordwise

# Raise it when what is written, or the texts that go into it, change.
FORMAT = 5
KEPT_VERSIONS = 3  # a process that just read the pointer may still load the version before
REBUILD = "run `.venv/app/bin/python -m bot.retrieval.build`"


@dataclass(frozen=True)
class Index:
    """One version, loaded. Rows are procedures in the order of their codes.

    Attributes:
        version: name of its folder.
        encoder: name of the encoder that made its vectors.
        phrases: people's words for the procedures.
        wordwise: titles and phrasings, word by word.
        dense: per text of `dense_texts`, a FAISS index of inner products; "phrases" likewise.
    """

    version: str
    encoder: str
    catalogue: Catalogue
    codes: tuple[str, ...]
    lexical: Lexical
    phrases: Phrases
    wordwise: Wordwise
    dense: dict[str, faiss.IndexFlat]

    def nearest(self, name: str, queries: Vectors) -> NDArray[np.float32]:
        """Cosine of each query (row) with each text `name` (column)."""
        index = self.dense[name]
        # All are wanted, in their own order: the product itself, without FAISS's sorting.
        vectors = faiss.rev_swig_ptr(index.get_xb(), index.ntotal * index.d)
        return np.asarray(queries @ vectors.reshape(index.ntotal, index.d).T, np.float32)

    def meanings(self, query: Vectors, unaided: Rows = ()) -> dict[str, NDArray[np.float32]]:
        """Cosine of one query (1 × dimensions) with every procedure, by kind of text."""
        found = {name: self.nearest(name, query)[0] for name in self.dense}
        # Who has no phrasings yet is known by its title.
        found["phrases"] = self.phrases.best(found["phrases"], found["title"], unaided)
        return found


def write_index(
    catalogue: Catalogue,
    lexical: Lexical,
    phrases: Phrases,
    dense: dict[str, Vectors],
    encoder: str,
    root: Path,
) -> Path:
    """Write a version below `root` and put it in force there; returns its folder."""
    root.mkdir(parents=True, exist_ok=True)
    building = Path(tempfile.mkdtemp(prefix=".new-", dir=root))
    try:
        _write_parts(building, catalogue, lexical, phrases, dense)
        meta = {"format": FORMAT, "catalogue": catalogue.version, "encoder": encoder}
        (building / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
        folder = root / _version(building, catalogue.version)
        building.chmod(0o755)
        shutil.rmtree(folder, ignore_errors=True)
        building.rename(folder)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    waiting = root / ".current.new"
    waiting.write_text(folder.name + "\n", encoding="utf-8")
    waiting.replace(root / "current")
    _drop_old(root, folder)
    return folder


def load_index(version: str, encoder: str, root: Path | None = None) -> Index:
    """Load `version`, which must have been built with `encoder`; `root` as of `write_index`.

    Raises:
        RetrievalError: it is damaged, or was built by other code or with another encoder.
    """
    folder = (root or index_root()) / version
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        if meta["format"] != FORMAT:
            raise RetrievalError(f"The search index was built by other code: {REBUILD}.")
        if meta["encoder"] != encoder:
            raise RetrievalError(
                f"The search index was built with the encoder {meta['encoder']}, "
                f"not {encoder}: {REBUILD}."
            )
        catalogue = load_catalogue(folder / "catalogue")
        codes = tuple(catalogue.procedures)
        files = sorted((folder / "dense").glob("*.faiss"))
        dense = {path.stem: cast(faiss.IndexFlat, faiss.read_index(str(path))) for path in files}
        lexical = Lexical.load(folder / "lexical", len(codes))
        phrases = Phrases.load(folder / "phrases")
        wordwise = Wordwise.load(folder / "wordwise")
    except (OSError, KeyError, ValueError, RuntimeError) as error:
        if isinstance(error, RetrievalError):
            raise
        raise RetrievalError(f"The search index {version} is damaged: {REBUILD}.") from error
    return Index(version, meta["encoder"], catalogue, codes, lexical, phrases, wordwise, dense)


def _write_parts(
    folder: Path,
    catalogue: Catalogue,
    lexical: Lexical,
    phrases: Phrases,
    dense: dict[str, Vectors],
) -> None:
    write_procedures(folder / "catalogue", catalogue.procedures)
    write_withdrawn(folder / "catalogue", catalogue.withdrawn)
    lexical.save(folder / "lexical")
    phrases.save(folder / "phrases")
    titles = [procedure.title for procedure in catalogue.procedures.values()]
    Wordwise.of(titles, phrases).save(folder / "wordwise")
    (folder / "dense").mkdir()
    for name, vectors in dense.items():
        flat = faiss.IndexFlatIP(vectors.shape[1])
        flat.add(vectors)
        faiss.write_index(flat, str(folder / "dense" / f"{name}.faiss"))


def _version(folder: Path, catalogue: str) -> str:
    """The catalogue's version and eight hex digits of what was built from it."""
    digest = hashlib.sha256((folder / "meta.json").read_bytes())
    for path in sorted((folder / "dense").glob("*.faiss")):
        digest.update(path.read_bytes())
    digest.update((folder / "phrases" / "texts.json").read_bytes())
    return f"{catalogue}-{digest.hexdigest()[:8]}"


def _drop_old(root: Path, current: Path) -> None:
    versions = [path for path in root.iterdir() if path.is_dir() and path != current]
    versions.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for path in versions[KEPT_VERSIONS - 1 :]:
        shutil.rmtree(path, ignore_errors=True)
