"""What is changed inside Rasa: if Rasa's insides moved, these tests say so."""

import asyncio
import logging
from collections.abc import Iterator

import pytest
import rasa.core.actions.action as action
import rasa.core.channels.channel as channel
import rasa.core.channels.console as console
import rasa.core.processor as processor
import structlog
from jsonschema import ValidationError
from rasa.core.channels import CollectingOutputChannel
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig
from rasa.utils.log_utils import configure_structlog

from bot.nlu import adjust


@pytest.fixture(autouse=True)
def adjusted(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    usual = logging.getLogRecordFactory()
    monkeypatch.setattr(channel.UserMessage, "__init__", channel.UserMessage.__init__)
    turns = processor.MessageProcessor
    usually = turns._handle_message_with_tracker
    monkeypatch.setattr(turns, "_handle_message_with_tracker", usually)
    adjust.adjust_rasa()
    yield
    logging.setLogRecordFactory(usual)


def test_the_wait_for_an_action_is_bounded() -> None:
    assert action.DEFAULT_REQUEST_TIMEOUT == adjust.ACTION_TIMEOUT_S < 8


def test_answers_of_the_action_server_are_still_checked() -> None:
    remote = action.RemoteAction("action_answer", None)
    assert remote._validate_action_result({"events": [], "responses": [{"custom": {}}]})
    with pytest.raises(ValidationError):
        remote._validate_action_result({"events": [], "responses": "no list"})


def test_the_shell_prints_text_and_buttons(capsys: pytest.CaptureFixture[str]) -> None:
    replies = [{"label": "Lệ phí", "text": "Lệ phí bao nhiêu?"}]
    custom = {"text": "Cần 2 giấy tờ", "payload": {"quick_replies": replies}, "meta": {"a": 1}}
    console._print_bot_output({"custom": custom})
    shown = capsys.readouterr().out
    assert "Cần 2 giấy tờ" in shown
    assert "[Lệ phí] → Lệ phí bao nhiêu?" in shown
    assert "{" not in shown


def test_the_log_hides_texts_even_in_tracebacks(caplog: pytest.LogCaptureFixture) -> None:
    configure_structlog(logging.INFO)
    secret = "căn cước của tôi"
    try:
        local = secret * 2
        raise RuntimeError(f"{len(local)}")
    except RuntimeError:
        structlog.get_logger("t").exception("rest.message.received.failure", text=secret)
    assert "rest.message.received.failure" in caplog.text
    assert "RuntimeError" in caplog.text
    assert secret not in caplog.text


def test_what_an_exception_says_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    configure_structlog(logging.INFO)
    secret = "căn cước của tôi 001099012345"
    for log in (structlog.get_logger("t"), logging.getLogger("rasa.core.processor")):
        try:
            raise ValueError(secret)
        except ValueError:
            log.exception("a turn failed")
    structlog.get_logger("t").error("x", exc_info=ValueError(secret), error=ValueError(secret))
    assert caplog.text.count("ValueError at") == 3
    assert "001099012345" not in caplog.text
    assert "căn cước" not in caplog.text


def test_what_enters_by_any_channel_is_redacted_at_the_door() -> None:
    message = channel.UserMessage(
        "gọi 0912 345 678", sender_id="0912345678", input_channel="zalo-0912345678"
    )
    assert message.text == "gọi [phone]"
    assert "0912345678" not in f"{message.sender_id} {message.input_channel}"
    again = channel.UserMessage("xin chào", sender_id="0912345678")
    assert again.sender_id == message.sender_id
    assert len(message.message_id) == 32


def test_names_that_machines_made_stay() -> None:
    name = f"web-{'0123456789' * 3}ab"
    assert channel.UserMessage("xin chào", sender_id=name, input_channel="rest").sender_id == name


def test_actions_that_are_down_are_said_with_the_hotline() -> None:
    endpoint = EndpointConfig("http://127.0.0.1:9/webhook")  # nothing listens there
    remote = action.RemoteAction("action_answer", endpoint)
    tracker = DialogueStateTracker("someone", [])
    nlg = TemplatedNaturalLanguageGenerator({})
    running = remote.run(CollectingOutputChannel(), nlg, tracker, Domain.empty())
    (said,) = asyncio.run(running)
    assert isinstance(said, BotUttered)
    assert "19001009" in said.data["custom"]["text"]
    assert said.data["custom"]["payload"]["kind"] == "outage"
