from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import BinaryIO

import pytest

from bot.catalogue.store import Catalogue
from bot.catalogue.words import load_words
from bot.retrieval import index as module
from bot.retrieval import vectors
from bot.retrieval.build import build_index
from bot.retrieval.current import current_version
from bot.retrieval.encoder import Encoder
from bot.retrieval.errors import RetrievalError
from bot.retrieval.index import load_index
from bot.retrieval.opened import open_searcher
from bot.retrieval.texts import phrases
from bot.settings import settings


def test_index_holds_the_catalogue_that_it_was_built_from(in_var: Path, small: Catalogue) -> None:
    searcher = open_searcher()
    assert searcher.catalogue.procedures == small.procedures
    assert searcher.catalogue.withdrawn == small.withdrawn
    assert searcher.index.codes == tuple(sorted(small.procedures))
    assert open_searcher() is searcher


def test_no_index_names_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "var_dir", tmp_path)
    with pytest.raises(RetrievalError, match="There is no search index: run `make setup`"):
        current_version()


def test_another_encoder_is_refused(in_var: Path) -> None:
    with pytest.raises(RetrievalError, match=r"the encoder e5-small-.*bot\.retrieval\.build"):
        load_index(current_version(), "another-12345678")


def test_other_code_is_refused(in_var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FORMAT", module.FORMAT + 1)
    with pytest.raises(RetrievalError, match=r"built by other code: run .*bot\.retrieval\.build"):
        open_searcher()


@pytest.mark.parametrize("broken", ["meta.json", "dense/title.faiss", "lexical/title"])
def test_damage_is_said(
    in_var: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    shutil.copytree(in_var / "index", tmp_path / "index")
    monkeypatch.setattr(settings(), "var_dir", tmp_path)
    version = current_version()
    path = tmp_path / "index" / version / broken
    encoder = json.loads((in_var / "index" / version / "meta.json").read_text())["encoder"]
    if path.is_dir():
        shutil.rmtree(path.parent)
    else:
        path.write_bytes(path.read_bytes()[:20])
    with pytest.raises(RetrievalError, match=r"damaged: run .*bot\.retrieval\.build"):
        load_index(version, encoder)


def test_rebuild_encodes_only_what_changed_and_switches_the_pointer(
    in_var: Path, tmp_path: Path, small: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(in_var, tmp_path / "var")
    monkeypatch.setattr(settings(), "var_dir", tmp_path / "var")
    before = open_searcher()
    encoded: list[str] = []
    passages = Encoder.passages

    def spy(self: Encoder, texts: list[str]) -> object:
        encoded.extend(texts)
        return passages(self, texts)

    monkeypatch.setattr(Encoder, "passages", spy)
    code = next(iter(small.procedures))
    new = small.procedures[code].model_copy(update={"title": "Một thủ tục hoàn toàn mới"})
    changed = Catalogue({**small.procedures, code: new}, "changed", small.asof)
    folder = build_index(changed)
    assert len(encoded) == 2
    assert all("Một thủ tục hoàn toàn mới" in text for text in encoded)
    after = open_searcher()
    assert after is not before
    assert after.index.version == folder.name
    assert after.search("một thủ tục hoàn toàn mới").codes[0] == code
    # A turn that began before the switch still has its own version, whole.
    assert before.search("đăng ký kết hôn").codes[0] == "1.000894"


def test_failed_build_leaves_the_index_in_force(
    in_var: Path, small: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = current_version()

    def fail(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(module, "write_withdrawn", fail)
    with pytest.raises(OSError, match="no space"):
        build_index(small)
    assert current_version() == version
    assert [path.name for path in (in_var / "index").iterdir() if path.is_dir()] == [version]


def test_interrupted_encoding_resumes(
    tmp_path: Path, small: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings(), "var_dir", tmp_path)
    codes = list(small.procedures)[:3]
    few = Catalogue({c: small.procedures[c] for c in codes[:2]}, "few", small.asof)
    more = Catalogue({c: small.procedures[c] for c in codes}, "more", small.asof)
    build_index(few)
    seen: list[tuple[int, int]] = []
    build_index(more, lambda done, total: seen.append((done, total)))
    texts = 2 * len(codes) + sum(len(phrases(load_words()[code])) for code in codes)
    assert seen == [(texts, texts)]  # only the third procedure's were still to do, in one go
    assert len(list((tmp_path / "cache").rglob("*.npz"))) == 2


def test_a_cache_file_that_was_half_written_is_not_read(
    tmp_path: Path, small: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings(), "var_dir", tmp_path)
    codes = list(small.procedures)[:2]
    few = Catalogue({c: small.procedures[c] for c in codes}, "few", small.asof)

    def stops(stream: BinaryIO, **_: object) -> None:
        stream.write(b"PK")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(vectors.np, "savez", stops)
        with pytest.raises(KeyboardInterrupt):
            build_index(few)
    assert build_index(few).is_dir()
