"""One small index, built once with the real encoder; and the index in force where there is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.catalogue.store import Catalogue, load_catalogue
from bot.retrieval import opened
from bot.retrieval.build import build_index
from bot.retrieval.encoder import load_encoder
from bot.retrieval.index import load_index
from bot.retrieval.learned import load_learned
from bot.retrieval.pipeline import Searcher
from bot.retrieval.synonyms import load_synonyms
from bot.settings import ROOT, settings

EVALUATION = ROOT.parent / "shared" / "evaluation"
FIELDS = ("Hộ tịch", "Đăng ký, quản lý cư trú", "Cấp, quản lý căn cước")


@pytest.fixture(scope="session")
def small() -> Catalogue:
    """The procedures of three fields: enough to search among, quick to encode."""
    whole = load_catalogue(settings().data_dir / "catalogue")
    kept = {c: p for c, p in whole.procedures.items() if p.field in FIELDS}
    return Catalogue(kept, "test", whole.asof, whole.withdrawn, whole.local)


@pytest.fixture(scope="session")
def var(tmp_path_factory: pytest.TempPathFactory, small: Catalogue) -> Path:
    """A var folder of its own with the small index in force."""
    folder = tmp_path_factory.mktemp("var")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings(), "var_dir", folder)
        build_index(small)
    return folder


@pytest.fixture(scope="session")
def searcher(var: Path) -> Searcher:
    """A searcher over the small index."""
    encoder = load_encoder()
    version = (var / "index" / "current").read_text(encoding="utf-8").strip()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings(), "var_dir", var)
        return Searcher(load_index(version, encoder.name), encoder, load_synonyms(), load_learned())


@pytest.fixture
def in_var(var: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings point at the var folder with the small index; nothing is open yet."""
    monkeypatch.setattr(settings(), "var_dir", var)
    monkeypatch.setattr(opened, "_open", None)
    return var
