"""What takes complaints and proposals, over the test's own database."""

from __future__ import annotations

import pytest

from bot.care.tickets.counter import Counter
from bot.care.tickets.opening import open_counter
from bot.settings import Settings
from bot.store import Store


@pytest.fixture
def counter(config: Settings, store: Store) -> Counter:
    return open_counter(config, store)
