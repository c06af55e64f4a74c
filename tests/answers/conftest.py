"""One catalogue for all tests of answers; the day on which they are asked is fixed."""

from collections.abc import Callable
from datetime import date

import pytest

from bot.answers.aspect import Aspect
from bot.answers.compose import answer
from bot.answers.reply import Reply
from bot.catalogue.local_status import LocalStatus
from bot.catalogue.store import Catalogue, load_catalogue
from bot.settings import settings

TODAY = date(2026, 7, 20)
UNKNOWN = LocalStatus()

Ask = Callable[..., Reply]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(settings().data_dir / "catalogue")


@pytest.fixture(scope="session")
def ask(catalogue: Catalogue) -> Ask:
    def _ask(code: str, aspect: Aspect, local: LocalStatus = UNKNOWN, today: date = TODAY) -> Reply:
        return answer(
            catalogue.procedures[code], aspect, local=local, asof=catalogue.asof, today=today
        )

    return _ask
