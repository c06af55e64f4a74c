"""The ruler finds names with and without diacritics, and only names."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from bot.nlu.build_spacy import build

DATA = Path("data")


@pytest.fixture(scope="module")
def nlp(tmp_path_factory: pytest.TempPathFactory) -> Language:
    target = tmp_path_factory.mktemp("spacy") / "vi"
    assert build(target, DATA) > 1500
    return spacy.load(target)


def found(nlp: Language, text: str) -> list[tuple[str, str]]:
    return [(entity.label_, entity.id_) for entity in nlp(text).ents]


@pytest.mark.parametrize(
    ("text", "ward"),
    [
        ("nhà ở phường Yên Hòa", "Phường Yên Hòa"),
        ("nha o phuong yen hoa", "Phường Yên Hòa"),
        ("p. Yên Hoà", "Phường Yên Hòa"),
        ("tôi ở Ba Đình", "Phường Ba Đình"),
        ("toi o ba dinh", "Phường Ba Đình"),
        ("thị trấn Đông Anh cũ", "Thị trấn Đông Anh"),
    ],
)
def test_wards_in_any_spelling(nlp: Language, text: str, ward: str) -> None:
    assert ("ward", ward) in found(nlp, text)


@pytest.mark.parametrize(
    "text", ["quán có đóng cửa không", "co dong phi khong", "thành công ty", "hai bên thống nhất"]
)
def test_ordinary_words_are_no_wards(nlp: Language, text: str) -> None:
    assert not [kind for kind, _ in found(nlp, text) if kind == "ward"]


def test_two_aspects_in_one_question(nlp: Language) -> None:
    entities = found(nlp, "làm hộ chiếu cần giấy tờ gì và phí bao nhiêu")
    assert [value for kind, value in entities if kind == "aspect"] == ["papers", "fee"]
    assert ("procedure_mention", "hộ chiếu") in entities


def test_aspects_without_diacritics(nlp: Language) -> None:
    assert ("aspect", "time") in found(nlp, "bao lau thi co")


@pytest.mark.parametrize("text", ["", " ", "🙂🙂", "\u200b", "___", "<b>x</b>", "a\u0300" * 50])
def test_odd_texts_do_no_harm(nlp: Language, text: str) -> None:
    assert isinstance(found(nlp, text), list)


def test_combining_diacritics_keep_their_places(nlp: Language) -> None:
    import unicodedata

    text = unicodedata.normalize("NFD", "Lệ phí ở phường Yên Hòa là bao nhiêu tiền")
    spans = {entity.id_: entity.text for entity in nlp(text).ents}
    assert unicodedata.normalize("NFC", spans["Phường Yên Hòa"]) == "phường Yên Hòa"
