"""Each word counts where a procedure says it best, in whichever of its texts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.retrieval.lexical import Lexical
from bot.retrieval.phrases import Phrases
from bot.retrieval.wordwise import Wordwise

TITLES = ["Đăng ký kết hôn", "Đăng ký khai tử", "Cấp phép xây dựng"]
PHRASINGS = ["lấy vợ", "sắp cưới", "nhà có người mất"]
OWNERS = np.array([0, 0, 1], np.int32)  # nobody wrote words for the third


@pytest.fixture(scope="module")
def wordwise() -> Wordwise:
    phrases = Phrases(PHRASINGS, OWNERS, Lexical.build({"phrase": PHRASINGS}))
    return Wordwise.of(TITLES, phrases)


def test_words_of_two_phrasings_and_the_title_add_up(wordwise: Wordwise) -> None:
    scores = wordwise.scores("sắp lấy vợ, đăng ký")
    assert scores.argmax() == 0
    assert scores[0] > wordwise.scores("lấy vợ")[0]
    assert scores[2] == 0.0


def test_a_text_is_judged_without_the_phrasing_that_fits_best(wordwise: Wordwise) -> None:
    assert wordwise.scores("lấy vợ", unaided=(0,))[0] == 0.0
    assert wordwise.scores("kết hôn", unaided=(0,))[0] > 0.0  # the title stays


def test_which_share_of_the_words_is_known(wordwise: Wordwise) -> None:
    share, known = wordwise.said("lấy vợ")
    assert share.tolist() == pytest.approx([1.0, 0.0, 0.0])
    assert known == pytest.approx(1.0)
    share, known = wordwise.said("lấy bitcoin")
    assert 0.0 < share[0] < 0.5  # the strange word is the rarer one
    assert known == pytest.approx(share[0])


def test_nothing_asked_finds_nothing(wordwise: Wordwise) -> None:
    assert not wordwise.scores("").any()
    share, known = wordwise.said("")
    assert not share.any()
    assert known == 0.0


def test_it_is_the_same_after_a_restart(wordwise: Wordwise, tmp_path: Path) -> None:
    wordwise.save(tmp_path)
    again = Wordwise.load(tmp_path)
    assert again.scores("sắp cưới").tolist() == wordwise.scores("sắp cưới").tolist()
