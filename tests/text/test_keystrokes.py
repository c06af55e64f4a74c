from __future__ import annotations

import time
import unicodedata

import pytest

from bot.text.fold import strip_diacritics
from bot.text.keystrokes import typed
from bot.text.rhymes import RHYMES, TONES, fits, is_syllable, splits, toned, without_tone

ONSETS = (
    *"bcdghklmnprstvx",
    *("ch", "gh", "gi", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr"),
)


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("lamf thur tucj ddawng kys keets hoon", "làm thủ tục đăng ký kết hôn"),
        ("dduwowngf, ddwowngf, dduowngf, dduongwf", "đường, đường, đường, đường"),
        ("thur tujc, thuees, thuesse", "thủ tục, thuế, thuesse"),  # "ss" takes the mark away
        ("nhw thees naof", "như thế nào"),
        ("Giaays khai sinh cuar con tooi", "Giấy khai sinh của con tôi"),
        ("GIAAYS TOWF NHAF DDAATS", "GIẤY TỜ NHÀ ĐẤT"),
        ("giuwx gif, quyeenf gif, giieengs", "giữ gì, quyền gì, giieengs"),
        ("giaays/ddaats", "giấy/đất"),
        ("lamf giaays khai sinh cho con", "làm giấy khai sinh cho con"),  # the others have no marks
        ("thu3 tuc5", "thủ tục"),
        ("thu3 tu5c la2m gia6y1 to72 d9a61t", "thủ tục làm giấy tờ đất"),
        ("d9uo7ng2 d9u7o7ng2 duo7ng92 duong92", "đường đường đường duong92"),
        ("Tre3 em du7o7i1 6 tuoi63", "Trẻ em dưới 6 tuổi"),
    ],
)
def test_keystrokes_become_vietnamese(keys: str, text: str) -> None:
    assert typed(keys) == text


def test_tones_stand_where_people_write_them() -> None:
    assert typed("hoaf thuyr quys muas oair hoanf nguwowif") == "hòa thủy quý múa oải hoàn người"
    assert typed("khuyur tieefn cuar giaf gias giuwowngf") == "khuỷu tiền của già giá giường"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "làm thủ tục đăng ký kết hôn",
        "lam thu tuc dang ky ket hon o dau",
        "xin visa di Laos het bao nhieu",
        "lam lai cccd bi mat can j",
        "e muon dki tam tru thi lm ntn vs a/c oi",
        "toj muon hoj cach lam laj bang laj xe",  # teen spelling, j for i
        "This is too far, we must see those terms for two cars",
        "how does my car tax work",
        "I lost my passport last week and must get one as soon as possible",
        "lamf giaays khai sinh cho con tuc la gi",  # "tuc" lacks a mark: typed without any
        "mẫu DA59, form DA59",
        "UBND, HDND, WTO, ISO 9001, A1, B2, H26",
        "ma ho so H26.12-250701-0001, thu tuc 1.001193",
        "bang lai a1 va b2 tang3 toa4",
        "hoc sinh lop1 truong cap2",
        "gui ve thuees.teen@example.com hoac https://dichvucong.gov.vn/teen",
        "teen",
        "test",
        "thủ tục đăng ký khai sinh cho cháu tên Max",
        "nhà đất giấy tờ gì w x aj",
        "12 345 a5",
    ],
)
def test_ordinary_text_stays(text: str) -> None:
    assert typed(text) == text
    assert typed(unicodedata.normalize("NFD", text)) == unicodedata.normalize("NFD", text)


def test_words_that_are_also_english_are_decoded_beside_sure_ones() -> None:
    assert typed("max soos thuees") == "mã số thuế"
    assert typed("ddooir teen trong khai sinh") == "đổi tên trong khai sinh"
    assert typed("xin visa ddi lamf") == "xin visa đi làm"


def test_codes_and_addresses_stay_inside_keystrokes() -> None:
    assert typed("thur tucj 1.001193 noopj owr ddaau, CMND") == "thủ tục 1.001193 nộp ở đâu, CMND"
    assert typed("thu3 tuc5 cho A1, gui73 a.teen@mail.vn") == "thủ tục cho A1, gửi a.teen@mail.vn"


def test_decoding_twice_changes_nothing() -> None:
    once = typed("Xin hoir: thur tucj ddawng kys khai sinh, leej phis bao nhieeu?")
    assert once == "Xin hỏi: thủ tục đăng ký khai sinh, lệ phí bao nhiêu?"
    assert typed(once) == once


def test_no_bare_syllable_is_ever_decoded() -> None:
    bare = {o + strip_diacritics(r) for o in ("", *ONSETS) for r in RHYMES if fits(o, r)}
    assert len(bare) > 1500
    assert {word for word in bare if typed(word) != word} == set()


def test_long_words_cost_nothing() -> None:
    start = time.thread_time()
    text = f"lamf thur tucj {'b' * 100_000} {'a1' * 50_000}"
    assert typed(text).startswith("làm thủ tục bbb")
    assert time.thread_time() - start < 1


def test_spelling() -> None:
    assert splits("gieng") == [("gi", "eng"), ("g", "ieng")]
    assert [fits(*pair) for pair in (("k", "ê"), ("c", "ê"), ("qu", "ăn"), ("gi", "êng"))] == [
        True, False, True, False,
    ]  # fmt: skip
    assert [toned("ach", tone) for tone in ("", *TONES)] == [None, "ách", None, None, None, "ạch"]


@pytest.mark.parametrize("word", ["giấy", "gì", "hoà", "hòa", "thuở", "quyền", "đường", "giay"])
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["", "kếthôn", "ket2", "hocp", "cê", "áá", "việc̣", "t", "tuc3"])
def test_what_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)


def test_the_tone_comes_off() -> None:
    assert [without_tone(word) for word in ("giấy", "quả", "an")] == [
        ("giây", "s"), ("qua", "r"), ("an", ""),
    ]  # fmt: skip
