"""Many made-up cases: whose they are, and their codes, are computed from a serial number."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta
from itertools import cycle, islice

from bot.cases.demo import CASES_EACH, made_up
from bot.cases.registry import Entry
from bot.catalogue.store import load_catalogue
from bot.clock import today

STORIES = 2000  # told in full; then they come again under other codes
DAYS = 1500  # that the codes are spread over


class Population:
    """`count` cases, the same from the same seed and day; serials from `count` on are nobody's."""

    def __init__(self, count: int, seed: int) -> None:
        self.count = count
        self.seed = seed
        self._today = today()

    def code(self, serial: int) -> str:
        day = self._today - timedelta(days=serial % DAYS)
        return f"H00-{day:%y%m%d}-{serial:07d}"

    def owner(self, serial: int) -> str:
        """The personal identification number of the case's owner; no province has 999."""
        return f"999{serial // CASES_EACH:09d}"

    def phone(self, serial: int) -> str:
        return f"{serial * 7919 % 10_000:04d}"

    def entries(self) -> Iterator[Entry]:
        procedures = list(load_catalogue().procedures.values())
        stories = [one.case for one in made_up(procedures, STORIES, self.seed, self._today)]
        for serial, story in enumerate(islice(cycle(stories), self.count)):
            case = story.model_copy(update={"code": self.code(serial)})
            number = self.owner(serial)
            yield Entry(case, self.phone(serial), number[-4:], number)

    def some(self, count: int, salt: int = 0) -> list[int]:
        """Serials of different cases, by chance."""
        return random.Random(self.seed + salt).sample(range(self.count), count)
