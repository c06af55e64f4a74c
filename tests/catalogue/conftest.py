"""The catalogue of the repository, and the raw records beside it where there are any."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.catalogue.model import Channel, ChannelKind, Fee, Procedure
from bot.catalogue.store import Catalogue, load_catalogue
from bot.settings import ROOT, settings

SHARED = ROOT.parent / "shared" / "catalogue"
GATHERED = SHARED / "portal_2026-07.jsonl.gz"
API = SHARED / "portal_api" / "details.jsonl.gz"

needs_shared = pytest.mark.skipif(
    not GATHERED.is_file(), reason="../shared/catalogue is absent: no raw records to read"
)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(ROOT / "data" / "catalogue")


@pytest.fixture(scope="session")
def get(catalogue: Catalogue) -> Callable[[str], Procedure]:
    return lambda code: catalogue.procedures[code]


@pytest.fixture(scope="session")
def fee(get: Callable[[str], Procedure]) -> Callable[[str, ChannelKind], Fee]:
    def find(code: str, kind: ChannelKind) -> Fee:
        return channel(get(code), kind).fee

    return find


def channel(procedure: Procedure, kind: ChannelKind) -> Channel:
    return next(c for c in procedure.channels if c.kind is kind)


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty `var`, so that an import meets only the catalogue of the repository.

    No search index is built with it: that takes minutes, and tests/retrieval tests it.
    """
    monkeypatch.setenv("MOTCUA_VAR_DIR", str(tmp_path / "var"))
    monkeypatch.setattr("bot.catalogue.switch.on_switch", [])
    settings.cache_clear()
    yield tmp_path / "var"
    settings.cache_clear()


def read_raw(path: Path, code: str) -> dict[str, Any]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            if f'"{code}"' in line[:4000]:
                record: dict[str, Any] = json.loads(line)
                if code in (record["code"], record.get("data", {}).get("code")):
                    return record
    raise KeyError(code)


def write_lines(path: Path, records: list[Any]) -> Path:
    text = "\n".join(r if isinstance(r, str) else json.dumps(r) for r in records)
    path.write_text(text + "\n", encoding="utf-8")
    return path
