"""A complaint through the whole line: handed in, asked about by its code, answered for, rated."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, text

from bot.text.numbers import say
from bot.text.ticket_codes import find_ticket_codes
from tests.conversations.channels import CHANNELS, Message, Say
from tests.line import Line

STORY = "sáng nay cán bộ một cửa bắt tôi đi lại ba lần, gọi tôi số 0912345678"


def kinds(messages: list[Message]) -> list[str]:
    return [message["payload"].get("kind") for message in messages]


def handed_in(speak: Say) -> str:
    assert kinds(speak("tôi muốn phản ánh cán bộ phường Ba Đình")) == ["complaint"]
    no_law, asked = speak("3")
    assert "không thay cho đơn khiếu nại, tố cáo theo luật" in no_law["text"]
    assert asked["payload"]["kind"] == "text"
    [shown] = speak(STORY)
    assert shown["payload"]["kind"] == "confirm"
    assert "Phường Ba Đình" in shown["text"]
    assert "0912345678" not in shown["text"]
    [told] = speak("đồng ý gửi")
    assert told["payload"]["kind"] == "received"
    return str(told["payload"]["code"])


@pytest.mark.line
@pytest.mark.parametrize("channel", CHANNELS)
def test_a_complaint_and_its_code(line: Line, channel: str) -> None:
    code = handed_in(CHANNELS[channel](line))
    someone = CHANNELS[channel](line)
    [standing] = someone(f"phản ánh {code} đến đâu rồi")
    assert standing["payload"]["kind"] == "standing"
    assert "Đã tiếp nhận" in standing["text"]
    assert "đi lại" not in standing["text"], "the code shows how it stands, not what was written"
    assert kinds(someone("phản ánh của tôi đến đâu rồi")) == ["code"]
    assert kinds(someone(say(code))) == ["standing"]
    assert kinds(someone(f"tôi muốn rút phản ánh {code}")) == ["withdraw"]
    assert kinds(someone("đồng ý")) == ["withdrawn"]
    assert "Đã rút lại" in someone(code)[0]["text"]


@pytest.mark.line
def test_what_is_written_down_of_it(line: Line) -> None:
    code = handed_in(CHANNELS["web"](line))
    engine = create_engine(line.settings.database)
    with engine.connect() as database:
        row = database.execute(text("SELECT * FROM ticket ORDER BY received DESC LIMIT 1")).one()
    engine.dispose()
    assert (row.kind, row.ward, row.channel, row.state) == ("official", "00004", "web", "received")
    assert "đi lại ba lần" in row.text
    assert code not in str(row)
    assert "0912345678" not in str(row)


@pytest.mark.line
def test_a_yes_out_of_nowhere_sends_nothing(line: Line) -> None:
    speak = CHANNELS["web"](line)
    assert "received" not in kinds(speak("đồng ý gửi"))


@pytest.mark.line
@pytest.mark.parametrize("channel", CHANNELS)
def test_how_it_was_at_the_end(line: Line, channel: str) -> None:
    speak = CHANNELS[channel](line)
    speak("đăng ký kết hôn cần giấy tờ gì")
    [bye] = speak("tạm biệt")
    assert bye["payload"]["survey"] is True
    assert len(bye["payload"]["quick_replies"]) == 5
    assert kinds(speak(bye["payload"]["quick_replies"][3]["text"])) == ["rated"]
    assert "survey" not in speak("tạm biệt")[0]["payload"]
    assert find_ticket_codes(bye["text"]) == []
