"""Fixtures that more than one folder of tests needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.retrieval.pipeline import Searcher
    from tests.line import Line


@pytest.fixture(scope="session")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    """The whole running line, once for all tests; mark such tests with `line`."""
    # Here, because tests of Rasa's side load this file in an environment without these libraries.
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
