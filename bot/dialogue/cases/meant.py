"""What people mean while a case code or its proof is asked for."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.dialogue.cases.words import first_said, load_words, only_says, says
from bot.text.phrases import normal

_SHORT = 12  # words: a longer message is a matter of its own, however it begins
_ENOUGH = re.compile(r"^\W*(?:thôi|thoi|hủy|huy|dừng|dung|stop)(?:\W+(?:vậy|ạ|nhé|em|đi))?\W*$")


class Meant(StrEnum):
    """Names as in `data/cases/words.yml`."""

    YES = "yes"
    WRONG = "wrong"  # the code that was read back
    FORGOTTEN = "forgotten"
    WHY = "why"
    PHOTO = "photo"
    AGAIN = "again"
    STOP = "stop"
    WAIT = "wait"  # looks for the slip, or asks at home first
    RUDE = "rude"


def meant(text: str) -> Meant | None:
    """The one thing a short message says about code and proof; None when it says none of them."""
    said = normal(text)
    if len(said.split()) > _SHORT:
        return None
    if _ENOUGH.match(said):
        return Meant.STOP
    words = load_words()
    if only_says(text, words.agreed):
        return Meant.YES
    found = first_said(text, words.meant)
    if found is None and stops_first(text) and len(said.split()) <= _SHORT / 2:
        return Meant.STOP
    return Meant(found) if found else None


def offers_a_photo(text: str) -> bool:
    """Of the slip with the code, whatever was talked about."""
    words = load_words()
    return says(text, words.meant[Meant.PHOTO]) and says(text, words.slip)


def stops_first(text: str) -> bool:
    """ "Thôi, …": what follows is another matter."""
    return bool(re.match(r"\W*thôi\b", normal(text)))
