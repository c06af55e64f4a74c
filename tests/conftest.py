"""Fixtures that more than one folder of tests needs. What they import is inside them: tests of
Rasa's side load this file in an environment without these libraries."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.retrieval.pipeline import Searcher
    from bot.settings import Settings
    from bot.store import Store
    from tests.line import Line

if find_spec("hypothesis"):  # Rasa's side has none
    from hypothesis import settings as properties

    properties.load_profile("ci")  # the same examples each time, however busy the machine is


@pytest.fixture(scope="session")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    """The whole running line, once for all tests; mark such tests with `line`."""
    from tests.line import LineProblem, running_line

    try:
        with running_line(tmp_path_factory.mktemp("line")) as running:
            yield running
    except LineProblem as problem:
        pytest.fail(str(problem), pytrace=False)


@pytest.fixture(scope="session")
def whole() -> Searcher:
    """The searcher over the index in force, which `make setup` builds."""
    from bot.retrieval.errors import RetrievalError
    from bot.retrieval.opened import open_searcher

    try:
        return open_searcher()
    except RetrievalError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """Settings over a database of the test's own, up to date."""
    from bot.settings import settings
    from bot.store import migrate
    from tests.postgresql import chosen

    monkeypatch.setenv("MOTCUA_VAR_DIR", str(tmp_path))
    with chosen() as url:
        monkeypatch.setenv("MOTCUA_DATABASE_URL", url)
        settings.cache_clear()
        migrate(settings().database)
        yield settings()
    settings.cache_clear()


@pytest.fixture
def store(config: Settings) -> Iterator[Store]:
    from bot.store import Store

    store = Store(config.database)
    yield store
    store.close()
