"""How long a caller is waited for, by what they have said so far."""

from __future__ import annotations

import re
from typing import Literal

from bot.text.codes import find_case_codes
from voice.digits import reads_digits, said_code
from voice.talk import Expects

Patience = Literal["short", "usual", "long", "reading"]

# With their marks: "là" asks for more, "lá" does not. None of them ends a question.
_GOES_ON = re.compile(
    r"(?:^|\s)(?:ờ|ờm|ừm|ơ|là|thì|mà|và|của|để|hoặc|nếu|vì|rằng|cái|những|các|mỗi|cùng|tức là"
    r"|kiểu như|ví dụ|cho tôi hỏi|cho em hỏi|tôi muốn hỏi|em muốn hỏi)[\s.,…]*$"
)
_IS_WHOLE = re.compile(
    r"(?:^|\s)(?:ạ|nhé|nhỉ|hết rồi|thế thôi|vậy thôi|dạ hết|chỉ thế|chỉ vậy|đấy ạ)[\s.?!]*$"
)


def patience(text: str, expects: Expects | None = None) -> Patience:
    """
    Args:
        text: what a recogniser made of the words before the pause.
        expects: what the caller was asked for.
    """
    said = text.lower().strip()
    if find_case_codes(text) or said_code(text, expects):
        return "short"
    if expects in ("code", "ticket") and reads_digits(text):
        return "reading"  # from a paper, a few signs at a time
    if _GOES_ON.search(said):
        return "long"
    return "short" if _IS_WHOLE.search(said) else "usual"
