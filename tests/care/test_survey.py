"""One score of a conversation, the newest; gone with it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.care.kept import KeptRatings
from bot.care.survey import Survey
from bot.privacy.kinds import Names
from bot.store import Store

LAN = Names(1, "web-lan", ())


def test_the_newest_score_holds(store: Store) -> None:
    Survey(store).take("web-lan", "web", 2)
    Survey(store).take("web-lan", "web", 5)
    [row] = KeptRatings(store, 180).export(LAN)["survey"]
    assert (row["score"], row["channel"]) == (5, "web")


def test_two_at_once_are_one_row(store: Store) -> None:
    with ThreadPoolExecutor(4) as several:
        list(several.map(lambda n: Survey(store).take("web-lan", "web", n), (1, 2, 3, 4)))
    assert len(KeptRatings(store, 180).export(LAN)["survey"]) == 1


@pytest.mark.parametrize("score", [0, 6])
def test_other_numbers_are_no_score(store: Store, score: int) -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        Survey(store).take("web-lan", "web", score)


def test_it_goes_with_its_conversation(store: Store) -> None:
    Survey(store).take("web-lan", "web", 2)
    Survey(store).take("web-minh", "web", 4)
    assert KeptRatings(store, 180).delete(LAN) == {"survey": 1}
    assert KeptRatings(store, 180).export(Names(2, "web-minh", ()))["survey"]
