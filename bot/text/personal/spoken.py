"""Numbers said as words, as people group them: "không chín trăm mười hai, ba bốn năm …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile

from bot.text.codes import find_case_codes
from bot.text.personal.kinds import kind_of, strict_kind
from bot.text.personal.said import PAUSE, WORDS, Token, readings, token
from bot.text.personal.spans import Span

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_GAP = r"[\s,.;:)…-]{1,4}"
_SAID = rf"(?:{'|'.join(WORDS)})(?![^\W\d_])"
_STRETCH = re.compile(rf"(?:\d+|(?<![^\W_]){_SAID})(?:{_GAP}(?:\d+|{_SAID})){{2,}}")
_YEAR = re.compile(r"(?:19|20)\d\d$")
# "hát hai sáu …": a case code read out; "quyết định hai một hai bốn …": a document's number.
_LETTER = re.compile(r"(?<!\w)(?:hat|ho|h|gie|go|g)[\s,.-]{1,3}$")
_CASE = re.compile(r"(?<!\w)(?:ho so|bien nhan)(?: (?:so|ma|la))*[\s:]{1,2}$")
_LAW = re.compile(r"(?<!\w)(?:nghi dinh|quyet dinh|thong tu|nghi quyet|luat)(?: so)?[\s:]{1,2}$")
_FEWEST = 9  # digits
_FEWEST_SAID = 3  # of them as words, where the others are typed
_MOST_PAUSES = 2  # fillers in a row


def spoken(text: str, shadow: str) -> Iterator[Span]:
    """Numbers of nine digits or more with a word in them: a digit, or one between typed digits."""
    for stretch in _STRETCH.finditer(shadow):
        for run in _runs(text, shadow, *stretch.span()):
            digits = max(readings(run), key=len)
            if len(digits) < _FEWEST or all(t.typed for t in run):
                continue
            found = _exact(run) or _whole(run, digits)
            if found and not _may_be_said(shadow[: found.start], digits):
                yield found


def _runs(text: str, shadow: str, start: int, end: int) -> Iterator[list[Token]]:
    """Number words, typed digits and the fillers between them, as long as nothing else comes."""
    run: list[Token] = []
    for match in _TOKEN.finditer(shadow, start, end):
        new = token(text, shadow, *match.span())
        if run and (new is None or not _goes_on(run, new)):
            yield _trimmed(run)
            run = []
        elif new and _other_spelling(run, new):
            yield _trimmed(run)
            run = _either_at_end(run)
        if new and (run or new.sign != PAUSE):
            run.append(new)
    if run:
        yield _trimmed(run)


def _goes_on(run: list[Token], new: Token) -> bool:
    if new.sign == PAUSE:
        return any(t.sign != PAUSE for t in run[-_MOST_PAUSES:])
    # "năm 2025" is a year, not a five before it.
    return not (_YEAR.match(new.sign) and run[-1].sign == "5")


def _other_spelling(run: list[Token], new: Token) -> bool:
    """Without diacritics "nam" may be five; beside number words that have them it is a name."""
    return new.marked is not None and any(t.marked is (not new.marked) for t in run)


def _either_at_end(run: list[Token]) -> list[Token]:
    """The last tokens, as far as they fit both spellings; a pause doesn't begin a number."""
    last = max(at for at, t in enumerate(run) if t.marked is not None)
    return list(dropwhile(lambda t: t.sign == PAUSE, run[last + 1 :]))


def _trimmed(run: list[Token]) -> list[Token]:
    while run and run[-1].sign == PAUSE:
        run = run[:-1]
    return run


def _exact(run: list[Token]) -> Span | None:
    """The run, perhaps without a word or two at its ends, when its digits leave no doubt."""
    for left, right in ((0, 0), (0, 1), (1, 0), (0, 2), (1, 1), (2, 0)):
        part = run[left : len(run) - right]
        for digits in readings(part) if part else ():
            kind = strict_kind(digits)
            if kind:
                return Span(part[0].start, part[-1].end, kind)
    return None


def _whole(run: list[Token], digits: str) -> Span | None:
    """The run, when most of it is words or its digits are something."""
    kind = kind_of(digits)
    said = len(digits) - sum(len(t.sign) for t in run if t.typed)
    if said < _FEWEST and not (kind and said >= _FEWEST_SAID):
        return None
    other = "phone" if len(digits) in (10, 11) else "cccd"
    return Span(run[0].start, run[-1].end, kind or other)


def _may_be_said(before: str, digits: str) -> bool:
    """Whether the digits are the number of a case or of a document, by what stands before them."""
    if _LAW.search(before):
        return True
    if not (_LETTER.search(before) or _CASE.search(before)) or digits[0] == "0":
        return False
    return digits.startswith("26") or bool(find_case_codes(f"H{digits}"))
