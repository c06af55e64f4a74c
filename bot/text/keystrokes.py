"""Raw Telex or VNI keystrokes back to Vietnamese: "lamf thur tucj", "la2m thu3 tu5c".

People type so when their input method is off. One word proves little ("car" is also "cả"), so a
text is decoded only when a good part of its words are keystrokes, and some can be nothing else; or
when a few are, and all others are words that have no marks to type ("giaays khai sinh").
"""

from __future__ import annotations

import re

from bot.text.input_methods import Method, decode, telex, vni
from bot.text.keystroke_words import ENGLISH, NEVER
from bot.text.rhymes import RHYMES, fits, splits, toned

SHARE = 0.34  # of the words must decode; where Vietnamese is typed so, two in three do
FEW = 0.2  # is enough where the others have no marks; two words at least
# Not e-mails, addresses, codes, numbers of decrees.
_WORD = re.compile(r"(?<![\w@])(?<!\w[._-])[A-Za-z][A-Za-z0-9]{0,10}(?![\w@]|[._-]\w)")
_LETTER = re.compile(r"[^\W\d_]")
# "WTO" is no "ưto", form "DA59" no "đạ"; driving licence "A1".
_NAME = re.compile(r"[A-Z]+|[A-Z]{2,}\d+|[A-Za-z]|[A-Ea-e][0-4]")


def typed(text: str) -> str:
    """`text` with its keystroke words decoded (NFC); unchanged where it is ordinary text."""
    words = _WORD.findall(text)
    size = sum(bool(_LETTER.search(part)) for part in text.split())
    for method in (telex, vni):
        found = {word: syllable for word in set(words) if (syllable := _read(word, text, method))}
        share = sum(word in found for word in words) / max(1, size)
        rest = [word for word in words if word not in found]
        few = share >= FEW and len(found) > 1 and all(_unmarked(word) for word in rest)
        if (share >= SHARE or few) and _sure([word.lower() for word in found], share, method):
            return _WORD.sub(lambda match: found.get(match[0], match[0]), text)  # noqa: B023
    return text


def _read(word: str, text: str, method: Method) -> str | None:
    if word.lower() in NEVER or (_NAME.fullmatch(word) and not text.isupper()):
        return None
    return decode(word, method)


def _unmarked(word: str) -> bool:
    """True when `word` is a whole word of Vietnamese as it stands: "sinh", but not "tuc"."""
    return any(
        rest in RHYMES and fits(onset, rest) and toned(rest, "")
        for onset, rest in splits(word.lower())
    )


def _sure(words: list[str], share: float, method: Method) -> bool:
    """True when some of the words can hardly be anything but keystrokes."""
    if method is vni:  # "lop1", "tang2" may be the first form, the second floor
        many = len(words) > 1 and share > 0.5
        return many or any(re.search(r"[a-z][6-9]|\d[a-z\d]", word) for word in words)
    # "toj", "hoj" may be teen spelling of "tôi", "hỏi".
    strange = (word for word in words if word not in ENGLISH)
    return any(len(word) > 2 and not re.search("[aou]j$", word) for word in strange)
