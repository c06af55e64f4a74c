"""What the keys of Telex and VNI mean, one word at a time."""

from __future__ import annotations

from collections.abc import Callable

from bot.text.fold import strip_diacritics
from bot.text.rhymes import RHYMES, TONES, fits, splits, toned

_MARKS = {"ă": "w", "â": "^a", "ê": "^e", "ô": "^o", "ơ": "w", "ư": "w"}
_TONE_OF_DIGIT = dict(zip("12345", "sfrxj", strict=True))
_MARKED_BY = {"6": "aeo", "7": "uo", "8": "a", "9": "d"}  # letters that a digit of VNI marks

Keys = tuple[str, frozenset[str]]  # bare letters and their marks: "^a", "w", "đ", a tone's key
Method = Callable[[str], Keys | None]
_RHYME_OF: dict[Keys, str] = {
    (strip_diacritics(rhyme), frozenset(_MARKS[c] for c in rhyme if c in _MARKS)): rhyme
    for rhyme in RHYMES
}


def decode(word: str, method: Method) -> str | None:
    """The syllable that the keys of `word` write; None where they write none, or bare letters."""
    letters, marks = method(word.lower()) or ("", frozenset())
    if not marks:
        return None
    tone = next((mark for mark in marks if mark in TONES), "")
    for onset, rest in splits(letters):
        rhyme = _RHYME_OF.get((rest, marks - {"đ", tone}))
        written = toned(rhyme, tone) if rhyme and fits(onset, rhyme) else None
        if written and ("đ" not in marks or onset == "d"):
            syllable = ("đ" if "đ" in marks else onset) + written
            if word.isupper():
                return syllable.upper()
            return syllable.capitalize() if word[0].isupper() else syllable
    return None


def telex(word: str) -> Keys | None:
    """Tones are s f r x j; aa ee oo dd and w mark letters. None: these keys write no word."""
    letters, marks, before = "", set[str](), ""
    for key in word:
        vowels = any(letter in "aeiouy" for letter in letters)
        mark = ""
        if key in TONES and vowels:
            mark = key
        elif key == "w":
            letters += "" if vowels else "u"  # "nhw" is "như"
            mark = "w"
        elif key == before and key in "aeo":
            mark = f"^{key}"
        elif key == "d" and letters == "d":
            mark = "đ"
        elif not key.isalpha() or key in "fjz":
            return None
        else:
            letters += key
        if mark and (_clashes(mark, marks) or key == before == mark):
            return None  # the same key again takes its mark away
        marks |= {mark} - {""}
        before = key
    return letters, frozenset(marks)


def vni(word: str) -> Keys | None:
    """Tones are 1 to 5; 6 to 9 mark letters. None: these keys write no word."""
    letters, marks = "", set[str]()
    for key in word:
        if key.isalpha():
            letters += key
            continue
        target = next((c for c in reversed(letters) if c in _MARKED_BY.get(key, "")), "")
        marked = {"6": f"^{target}", "9": "đ"}.get(key, "w") if target else ""
        mark = _TONE_OF_DIGIT.get(key, marked)
        if not mark or _clashes(mark, marks):
            return None
        marks.add(mark)
    return letters, frozenset(marks)


def _clashes(mark: str, marks: set[str]) -> bool:
    """A word has one tone, and each mark once ("w" may come twice: "uwow")."""
    if mark in TONES:
        return bool(marks & TONES.keys())
    return mark in marks and mark != "w"
