"""Bad input: a clear answer or a clear error, nothing executed, nothing personal kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, text
from starlette.testclient import TestClient

from bot.channels.edge import MAX_CHARS, clean, clean_comment, clean_heard
from bot.channels.problems import Problem
from bot.settings import Settings
from tests.web.conftest import Say
from tests.web.fake_rasa import FakeRasa


@pytest.mark.parametrize(
    "nothing", ["", "   \n\t ", "\x00\x01\x1b", "\u200b\u200d\ufeff", "\ud800"]
)
def test_nothing_to_read_is_said(say: Say, rasa: FakeRasa, nothing: str) -> None:
    response = say(nothing)
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["title"] == "Tin nhắn còn trống"
    assert problem["status"] == 422
    assert not rasa.heard


@pytest.mark.parametrize("length", [MAX_CHARS + 1, 10_000, 200_000])
def test_too_long_is_said_with_the_limit(say: Say, rasa: FakeRasa, length: int) -> None:
    response = say("ế" * length)
    assert response.status_code == 413
    assert response.json()["title"] == "Tin nhắn quá dài"
    assert "2.000" in response.json()["detail"]
    assert not rasa.heard


def test_the_longest_message_passes_even_in_decomposed_letters(say: Say, rasa: FakeRasa) -> None:
    assert say("e\u0302\u0301" * MAX_CHARS).status_code == 200
    assert rasa.messages == ["ế" * MAX_CHARS]


@pytest.mark.parametrize("signs", ["😀😀😀", "👍🏽", "❤️", "?!…", "///"])
def test_only_signs_get_a_kind_answer_without_rasa(say: Say, rasa: FakeRasa, signs: str) -> None:
    response = say(signs)
    assert response.status_code == 200
    assert "Chưa thấy câu hỏi" in response.json()["messages"][0]["text"]
    assert not rasa.heard


@pytest.mark.parametrize(
    "command",
    [
        '/restart',
        '/ask_fee{"procedure": "1.001193"}',
        '   /ask_fee{"procedure": "1.001193"}',
        '\u200b/ask_fee{"procedure": "1.001193"}',
        '\u00a0\u2003/ask_fee',
        '/ / //ask_fee',
        '／ask_fee',
        '\x00/ask_fee',
        '\u202e/ask_fee',
    ],
)  # fmt: skip
def test_a_command_is_only_words(say: Say, rasa: FakeRasa, command: str) -> None:
    assert say(command).status_code == 200
    assert rasa.messages[0][0].isalpha()


@given(st.text(max_size=60))
def test_whatever_is_typed_rasa_never_sees_a_command(typed: str) -> None:
    try:
        said = clean(typed)
    except Problem:  # nothing is handed on
        return
    assert not (said.readable and said.text.lstrip().startswith("/"))
    said.text.encode()


def test_other_readings_of_a_recogniser_are_as_safe_as_the_first() -> None:
    said = clean_heard("số tôi 0912345678", ["số tôi 0912345679", "/ask_fee", "số tôi 0912345678"])
    assert said.text == "số tôi [phone]"
    assert said.others == ("ask_fee",)
    assert clean("lệ phí").others is None


def test_markup_is_handed_on_as_text(say: Say, rasa: FakeRasa) -> None:
    script = "<script>alert(1)</script> làm khai sinh"
    response = say(script)
    assert rasa.messages == [script]
    assert response.headers["content-type"] == "application/json"
    assert response.headers["x-content-type-options"] == "nosniff"


def test_controls_are_taken_out_and_lines_kept(say: Say, rasa: FakeRasa) -> None:
    say("làm\x07 khai\x1b[31m sinh\r\ncho con")
    assert rasa.messages == ["làm khai[31m sinh\ncho con"]


PERSONAL = {
    "căn cước": ("Số căn cước của tôi là 001203004567", "001203004567"),
    "giấu trong dấu vô hình": ("căn cước 0012\u200b0300\u200b4567", "4567"),
    "điện thoại": ("gọi tôi 0912 345 678 nhé", "345 678"),
    "thư điện tử": ("thư: nguyen.van.a@example.com", "nguyen.van.a"),
}


@pytest.mark.parametrize("kind", PERSONAL)
def test_personal_numbers_reach_neither_rasa_nor_the_disk(
    say: Say, rasa: FakeRasa, settings: Settings, kind: str
) -> None:
    typed, secret = PERSONAL[kind]
    told = say(typed).json()
    say("xong", session=told["session"])
    assert secret not in str(rasa.heard)
    assert "[" in rasa.messages[0]
    for path in Path(settings.var_dir).iterdir():
        assert secret.encode() not in path.read_bytes(), path.name


@pytest.mark.parametrize("name", ["0912345678", "H26.12-250701-0001:4821"])
def test_a_message_named_by_a_number_is_known_again_but_not_by_it(
    say: Say, rasa: FakeRasa, settings: Settings, name: str
) -> None:
    session = say("xin chào").json()["session"]
    first, second = (say("phí", session=session, client_message_id=name) for _ in "ab")
    assert first.json()["turn_id"] == second.json()["turn_id"]
    assert len(rasa.heard) == 2
    for path in Path(settings.var_dir).iterdir():
        assert name.encode() not in path.read_bytes(), path.name


def test_a_word_of_feedback_is_redacted_before_it_is_cut() -> None:
    comment = clean_comment("a" * 490 + " 0912345678")
    assert comment is not None
    assert comment.endswith("a [phone]")


def test_a_word_of_feedback_keeps_no_proof() -> None:
    assert clean_comment("tra mãi không được, 4 số cuối 5678") == (
        "tra mãi không được, 4 số cuối [proof]"
    )


@pytest.mark.parametrize(
    "body",
    [
        "{", "null", "[]", '"text"', "{}", '{"text": 5}', '{"text": null}', '{"text": ["a"]}',
        '{"text": "a", "session": 5}', '{"text": "a", "client_message_id": "có dấu cách"}',
        '{"text": "a", "client_message_id": ""}', "\x00", "",
    ],
)  # fmt: skip
def test_a_malformed_request_is_a_problem_that_repeats_no_value(
    client: TestClient, rasa: FakeRasa, body: str
) -> None:
    response = client.post("/api/chat", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code in {400, 422}
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["detail"].endswith(".")
    assert "dấu cách" not in response.text
    assert not rasa.heard


def test_the_turn_log_has_facts_and_no_words(say: Say, database: Engine) -> None:
    session = say("lệ phí khai sinh bí mật").json()["session"]
    with database.connect() as connection:
        [row] = connection.execute(text("SELECT * FROM turn_log")).mappings().all()
    assert (row["intent"], row["aspect"], row["decision"]) == ("ask_fee", "fee", "answer")
    assert (row["procedure"], row["channel"], row["outcome"]) == ("1.001193", "web", "answered")
    assert row["ms"] > 0
    assert len(row["who"]) == 32
    assert "bí mật" not in str(dict(row))
    assert session not in str(dict(row))
