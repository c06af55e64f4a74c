from __future__ import annotations

import time

from bot.text.fold import fold
from bot.text.language import Language
from bot.text.restore import Restorer, restore

TEXTS = [
    "Thủ tục đăng ký kết hôn",
    "Thủ tục đăng ký khai sinh",
    "Cấp thẻ căn cước cho người dưới 14 tuổi",
    "Lệ phí bao nhiêu",
]


def test_restores_a_bare_text() -> None:
    guessed = restore("dang ky ket hon can giay to gi")
    assert guessed != fold(guessed)
    assert fold(guessed) == "dang ky ket hon can giay to gi"


def test_text_with_diacritics_stays() -> None:
    assert restore("đăng ky ket hon") == "đăng ky ket hon"


def test_words_that_the_general_model_cannot_spell() -> None:
    # pyvi predicts marks for which it has no letter and raises KeyError.
    for text in ("vw", "r", "www wwr", "xin vwr giay"):
        assert len(restore(text).split()) == len(text.split())


def test_restorer_knows_the_words_of_its_texts() -> None:
    restorer = Restorer(Language(TEXTS * 3))
    assert restorer("dang ky ket hon le phi bao nhieu") == "đăng ký kết hôn lệ phí bao nhiêu"
    assert restorer("cap the can cuoc") == "cấp thẻ căn cước"


def test_restorer_leaves_marked_words_and_marked_texts() -> None:
    restorer = Restorer(Language(TEXTS))
    assert restorer("Cấp thẻ căn cước?") == "Cấp thẻ căn cước?"
    assert restorer("thẻ can cuoc cho em").startswith("thẻ ")
    assert restorer("") == ""


def test_long_words_cost_nothing() -> None:
    # pyvi alone takes minutes and gigabytes for this.
    start = time.thread_time()
    text = f"xin chao {'a' * 5_000} cam on {'b,' * 3_000}"
    assert fold(restore(text)) == fold(text)
    assert time.thread_time() - start < 1
