"""Keystrokes are decoded first, so that every later part reads Vietnamese."""

from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.keystrokes import KeystrokeReader


def read(text: str) -> str:
    (message,) = KeystrokeReader().process([Message({TEXT: text})])
    return str(message.get(TEXT))


def test_keystrokes_become_vietnamese() -> None:
    assert read("la2m giấy kết hôn") == "la2m giấy kết hôn"  # an input method was on
    assert read("la2m thu3 tu5c d9a8ng ky1") == "làm thủ tục đăng ký"


def test_ordinary_text_stays() -> None:
    assert read("lam ho chieu het bao nhieu tien") == "lam ho chieu het bao nhieu tien"
    assert read("") == ""
