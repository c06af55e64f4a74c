"""Raw Telex or VNI keystrokes back to Vietnamese: "lamf thur tucj", "la2m thu3 tu5c".

People type so when their input method is off. One word proves little ("car" is also "cả"), so a
text is decoded only when a good part of its words are keystrokes, and some can be nothing else.
"""

from __future__ import annotations

import re

from bot.text.input_methods import Method, decode, telex, vni
from bot.text.keystroke_words import ENGLISH, NEVER

SHARE = 0.34  # of the words must decode; where Vietnamese is typed so, two in three do
# Not e-mails, addresses, codes, numbers of decrees.
_WORD = re.compile(r"(?<![\w@])(?<!\w[._-])[A-Za-z][A-Za-z0-9]{0,10}(?![\w@]|[._-]\w)")
_LETTER = re.compile(r"[^\W\d_]")
_NAME = re.compile(r"[A-Z]+|[A-Za-z]|[A-Ea-e][0-4]")  # "WTO" is no "ưto"; driving licence "A1"


def typed(text: str) -> str:
    """`text` with its keystroke words decoded (NFC); unchanged where it is ordinary text."""
    words = _WORD.findall(text)
    size = sum(bool(_LETTER.search(part)) for part in text.split())
    for method in (telex, vni):
        found = {word: syllable for word in set(words) if (syllable := _read(word, text, method))}
        share = sum(word in found for word in words) / max(1, size)
        if share >= SHARE and _sure([word.lower() for word in found], share, method):
            return _WORD.sub(lambda match: found.get(match[0], match[0]), text)  # noqa: B023
    return text


def _read(word: str, text: str, method: Method) -> str | None:
    if word.lower() in NEVER or (_NAME.fullmatch(word) and not text.isupper()):
        return None
    return decode(word, method)


def _sure(words: list[str], share: float, method: Method) -> bool:
    """True when some of the words can hardly be anything but keystrokes."""
    if method is vni:  # "lop1", "tang2" may be the first form, the second floor
        many = len(words) > 1 and share > 0.5
        return many or any(re.search(r"[a-z][6-9]|\d[a-z\d]", word) for word in words)
    # "toj", "hoj" may be teen spelling of "tôi", "hỏi".
    strange = (word for word in words if word not in ENGLISH)
    return any(len(word) > 2 and not re.search("[aou]j$", word) for word in strange)
