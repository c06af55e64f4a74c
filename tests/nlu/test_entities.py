"""Codes in messages, and what the classifier is shown instead of names."""

from types import SimpleNamespace

import pytest
from rasa.shared.nlu.constants import ENTITIES
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.entities import CodeExtractor
from bot.nlu.masking import masked


@pytest.mark.parametrize(
    ("text", "kind", "value", "part"),
    [
        ("thủ tục 1.001193 cần gì", "procedure_code", "1.001193", "1.001193"),
        ("tra H26.12-250701-0001 giúp", "case_code", "H26.12-250701-0001", "H26.12-250701-0001"),
        ("ma ho so h26.12-25O701-0001", "case_code", "H26.12-250701-0001", "h26.12-25O701-0001"),
        (
            "tra hát hai sáu một hai hai lăm không bảy không một ba số không một giúp",
            "case_code",
            "H26.12-250701-0001",
            "hát hai sáu một hai hai lăm không bảy không một ba số không một",
        ),
    ],
)
def test_codes_are_found_where_they_stand(text: str, kind: str, value: str, part: str) -> None:
    message = Message.build(text)
    CodeExtractor().process([message])
    (entity,) = message.get(ENTITIES)
    assert (entity["entity"], entity["value"]) == (kind, value)
    assert text[entity["start"] : entity["end"]] == part


def test_identity_numbers_are_no_codes() -> None:
    message = Message.build("số căn cước 001099012345")
    CodeExtractor().process([message])
    assert message.get(ENTITIES) == []


def test_masking_hides_names_and_codes() -> None:
    text = "Sang tên xe ở Láng mất bao lâu, mã 1.001193"
    entities = [
        SimpleNamespace(label_="procedure_mention", start_char=0, end_char=11),
        SimpleNamespace(label_="ward", start_char=14, end_char=18),
        SimpleNamespace(label_="aspect", start_char=23, end_char=30),
    ]
    doc = SimpleNamespace(ents=entities)
    assert masked(text, doc) == "startx topicx o wardx mat bao lau ma codex endx"


def test_masking_hides_a_case_code_however_it_is_given() -> None:
    typed = masked("H26.12 250701 0001 xong chưa", None)
    said = "hát hai sáu một hai hai lăm không bảy không một ba số không một xong chưa"
    assert typed == masked(said, None) == "startx casex xong chua endx"


def test_unmasked_and_unfolded_for_the_ablation() -> None:
    assert masked("Lệ phí", None, mask=False, folded=False) == "startx lệ phí endx"
