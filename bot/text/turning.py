"""How a message turns round before its matter: "à mà thôi, tôi đổi ý rồi, quay lại cái …"."""

from __future__ import annotations

import re

from bot.text.phrases import phrase_pattern

_PERSON = ("em", "tôi", "mình", "anh", "chị", "cháu", "con", "bác", "bà", "ông", "cô", "chú")
_BACK = ("quay lại", "quay về", "quay trở lại", "trở lại")
_WHAT = ("cái", "vụ", "chuyện", "phần", "câu", "việc", "với cái")
_PHRASES = (
    *("à mà", "à mà khoan", "khoan đã", "mà thôi", "à quên", "quên mất", "để sau", "đổi ý"),
    *("thế còn", "à thế còn", "vậy còn", "còn nếu", "nếu tôi", "nếu mình"),
    *(f"cảm ơn{p} nhiều" for p in ("", *(f" {p}" for p in _PERSON))),
    *("đổi ý rồi", "nghĩ lại"),
    *("nghĩ lại rồi", "giờ thì", "bây giờ", "quay lại", "thế còn cái", "vậy còn cái", "còn vụ"),
    *(f"{p} {turns}" for p in _PERSON for turns in ("đổi ý", "đổi ý rồi", "nghĩ lại rồi")),
    *(f"{back} {what}" for back in _BACK for what in _WHAT),
)
_SOUNDS = ("à", "ờ", "ừ", "dạ", "vâng", "haha")  # something else without their marks
# "Thế chấp" and "thôi quốc tịch" are matters: these go only where something else follows.
_LINK = r"(?:rồi|mà|thế|vậy|giờ|hay)(?:\s*[,.:!]|(?=\s+(?:thôi|quay|không phải)(?!\w)))"
_ENOUGH = (
    r"(?:thôi|thoi)(?:\s*[,.:!]|(?=\s+(?:không|khong|em|tôi|toi|mình|minh|anh|chị|cháu|bác|bà|ông"
    r"|cho|để|đổi|doi|quay|vậy|giờ|được)(?!\w)))"
)
_TURN = re.compile(
    rf"^(?:\W*(?:{phrase_pattern(_PHRASES, exact=_SOUNDS).pattern}|(?:{_LINK}|{_ENOUGH})))+\W*"
)
_NO_MORE = re.compile(r"^(?:không|khong|chẳng|thôi) [^,.;]{2,40}? (?:nữa|nua)\s*[,.;]\s*")
_EARLIER = phrase_pattern(
    ("lúc nãy", "hồi nãy", "khi nãy", "ban nãy", "vừa nãy", "lúc trước", "ban đầu", "hôm trước")
)


def without_turn(text: str) -> str:
    """`text` (as `phrases.normal` gives it) without the words by which it turns to its matter."""
    return _EARLIER.sub(" ", _NO_MORE.sub("", _TURN.sub("", text)))
