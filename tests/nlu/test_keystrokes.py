"""Keystrokes and shorthand are read first, so that every later part reads Vietnamese."""

from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.keystrokes import KeystrokeReader


def read(text: str) -> str:
    (message,) = KeystrokeReader().process([Message({TEXT: text})])
    return str(message.get(TEXT))


def test_keystrokes_become_vietnamese() -> None:
    assert read("la2m giấy kết hôn") == "la2m giấy kết hôn"  # an input method was on
    assert read("la2m thu3 tu5c d9a8ng ky1") == "làm thủ tục đăng ký"


def test_shorthand_is_written_out() -> None:
    assert read("tui mún lm hộ chíu") == "tôi muốn làm hộ chiếu"


def test_examples_are_read_as_messages_are() -> None:
    data = TrainingData([Message.build("fee bao nhiêu dợ", "ask_fee")])
    (example,) = KeystrokeReader().process_training_data(data).training_examples
    assert example.get(TEXT) == "lệ phí bao nhiêu vậy"


def test_ordinary_text_stays() -> None:
    assert read("lam ho chieu het bao nhieu tien") == "lam ho chieu het bao nhieu tien"
    assert read("") == ""
