"""The perturbations themselves, by examples worked out by hand."""

from __future__ import annotations

import unicodedata

import pytest

from bench.understanding import keyboard, perturb, sounds
from bench.understanding.perturb import PERTURBATIONS
from bench.understanding.syllables import ACUTE, GRAVE, cut, other_tone

QUESTION = "Tôi muốn làm giấy khai sinh cho con, nộp ở đâu và hết bao nhiêu tiền?"


@pytest.mark.parametrize(
    ("text", "telex", "vni"),
    [
        ("thủ tục", "thur tucj", "thu3 tuc5"),
        ("đường", "dduwowngf", "d9uo7ng2"),
        ("Đặng Ưng", "DDawngj Uwng", "D9a8ng5 U7ng"),
        ("giấy khai sinh", "giaays khai sinh", "gia6y1 khai sinh"),
        ("nghĩa vụ, hộ chiếu?", "nghiax vuj, hooj chieeus?", "nghia4 vu5, ho65 chie6u1?"),
        ("thuở", "thuowr", "thuo73"),
        ("Ở PHƯỜNG", "OWR PHUWOWNGF", "O73 PHUO7NG2"),
        ("le phi 50.000", "le phi 50.000", "le phi 50.000"),
    ],
)
def test_keystrokes(text: str, telex: str, vni: str) -> None:
    assert (keyboard.telex(text), keyboard.vni(text)) == (telex, vni)
    decomposed = unicodedata.normalize("NFD", text)
    assert (keyboard.telex(decomposed), keyboard.vni(decomposed)) == (telex, vni)


@pytest.mark.parametrize(
    ("name", "text", "heard"),
    [
        ("l/n", "Lệ phí làm lại năm nay", "Nệ phí nàm nại lăm lay"),
        ("d/gi/r", "di dân, giấy ra rừng", "di giân, dấy da dừng"),
        ("s/x", "sửa xe sinh xã", "xửa se xinh sã"),
        ("ch/tr", "Trẻ trước cha", "Chẻ chước tra"),
    ],
)
def test_onsets_that_people_confuse(name: str, text: str, heard: str) -> None:
    assert sounds.onsets(name, text) == heard


def test_hook_and_tilde_change_places() -> None:
    assert sounds.hook_tilde("đổi mã số ở xã, nghỉ lễ") == "đỗi mả số ỡ xả, nghĩ lể"


def test_a_recogniser_writes_no_capitals_and_no_punctuation_and_keeps_the_words() -> None:
    heard = sounds.recognised(QUESTION)
    assert heard == heard.lower()
    assert not set(heard) & set(",?")
    assert len(heard.split()) == len(QUESTION.split())
    assert heard != QUESTION.lower().replace(",", "").replace("?", "")


@pytest.mark.parametrize(("slip", "longer"), [("neighbours", 0), ("dropped", -1), ("doubled", 1)])
def test_one_slip_in_five_words(slip: str, longer: int) -> None:
    text = "mot hai ba bon nam sau bay tam chin muoi"
    typed = getattr(keyboard, slip)(text)
    changed = [(a, b) for a, b in zip(text.split(), typed.split(), strict=True) if a != b]
    assert len(changed) == 2
    assert len(typed) - len(text) == 2 * longer
    assert all(a[0] == b[0] for a, b in changed)


def test_a_neighbour_lies_beside_the_key() -> None:
    assert keyboard.neighbours("aa") in ("as",)
    assert keyboard.neighbours("ah") in ("ag", "aj")


def test_teen_spelling() -> None:
    short = perturb.teen("Không được thì làm gì vậy, em ở phường")
    assert short.split()[0] in ("K", "Ko")
    assert short.split()[1:5] == ["dc", "thj", "lm", "j"]
    assert short.split()[5] == "z,"
    assert short.endswith(("e ở fường", "e ở phường"))


def test_words_run_together_lose_spaces_and_nothing_else() -> None:
    joined = perturb.run_together(QUESTION)
    assert joined.replace(" ", "") == QUESTION.replace(" ", "")
    assert 0 < joined.count(" ") < QUESTION.count(" ")


def test_the_question_stands_whole_inside_what_surrounds_it() -> None:
    for name in ("greeting, story, complaint", "two questions"):
        text = PERTURBATIONS[name](QUESTION)
        assert QUESTION in text
        assert len(text) > len(QUESTION) + 20


def test_marks_and_capitals() -> None:
    assert perturb.no_marks("Đổi thẻ ở đâu?") == "Doi the o dau?"
    assert PERTURBATIONS["all capitals"]("thẻ") == "THẺ"


@pytest.mark.parametrize("name", PERTURBATIONS)
def test_the_same_text_is_always_changed_in_the_same_way(name: str) -> None:
    change = PERTURBATIONS[name]
    assert change(QUESTION) == change(QUESTION)
    assert change(QUESTION) != QUESTION
    for odd in ("", "?!", "1.001193", "x", "H26.12-250701-0001"):
        assert isinstance(change(odd), str)


def test_syllables_are_taken_apart() -> None:
    assert cut("giấy") == ("gi", "ây", ACUTE)
    assert cut("nghề") == ("ngh", "ê", GRAVE)
    assert cut("án") == ("", "an", ACUTE)
    assert other_tone("giấy", GRAVE) == "giầy"
