"""Words that steer the call itself; whatever else is said is for the assistant."""

from __future__ import annotations

import re

from bot.text.fold import fold
from voice.keypad import Command

_SAID: dict[Command, str] = {
    "repeat": r"(?:noi|nhac|doc|lap|nghe) lai(?: (?:cai )?ma(?: so)?)?(?: (?:lan nua|tu dau))?"
    r"|gi co|chua nghe ro|nghe (?:khong|chua) ro",
    "louder": r"(?:noi |doc )?(?:to|lon) (?:len|hon)(?: mot| 1)?(?: chut| ti| it)?|noi to|noi lon"
    r"|(?:noi )?(?:nho|be) (?:qua|the)",
    "others": r"(?:cai |truong hop |y )?khac|con gi nua"
    r"|con (?:truong hop|cai) (?:nao )?(?:khac|nua)",
    "here": r"(?:a ?lo ?)+|(?:(?:a ?lo ?)*)(?:co |con )?(?:"
    r"(?:ai|nguoi) (?:nghe|tra loi|(?:o )?(?:do|day|dau day))(?: may)?"
    r"|nghe (?:may|thay|ro|duoc)?(?: ?(?:toi|em|minh|chau)(?: noi)?)?"
    r"|(?:o )?do) ?(?:khong|chua|ha|day)",
    "slower": r"(?:noi |doc )?(?:cham|tu tu)(?: hon| lai| thoi)?(?: mot| 1)?(?: chut| ti| it)?"
    r"|nhanh qua|noi nhanh (?:qua|the)",
}
_BEFORE = (
    r"(?:(?:da|vang|a|o|u|xin|lam on|phien|hay|co the|(?:cho )?"
    r"(?:toi|em|minh|con|chau|bac|ong|ba|chu|co|anh|chi)) )*"
)
_AFTER = r"(?: (?:a|nhe|nha|voi|di|duoc khong|giup (?:toi|em|minh)|giup|ho|em|anh|chi|oi|cai))*"
_PATTERNS = {
    command: re.compile(f"{_BEFORE}(?:{words}){_AFTER}") for command, words in _SAID.items()
}


def command_of(text: str) -> Command | None:
    """The command that the whole of `text` is: "nói lại giúp tôi", "đọc chậm hơn một chút"."""
    said = fold(text)
    return next((name for name, words in _PATTERNS.items() if words.fullmatch(said)), None)
