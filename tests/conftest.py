"""Fixtures that more than one folder of tests needs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.line import Line, LineProblem, running_line


@pytest.fixture(scope="session")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    """The whole running line, once for all tests; mark such tests with `line`."""
    try:
        with running_line(tmp_path_factory.mktemp("line")) as running:
            yield running
    except LineProblem as problem:
        pytest.fail(str(problem), pytrace=False)
