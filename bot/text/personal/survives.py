"""Numbers that a citizen must be able to say: codes, amounts, dates, years, public numbers."""

from __future__ import annotations

import re

from bot.text.codes import case_code_spans
from bot.text.personal.spans import Span
from bot.text.ticket_codes import ticket_code_spans

_CODE = re.compile(r"(?<![\w.])[1-9]\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.[a-z]\d{2})?(?![\w-]|\.\d)")
# A case code with a slip in it: a wrong day, the serial or the letter left out.
_CASE_LIKE = re.compile(
    r"(?<![\w.])(?:[a-z]\d{2}(?:\.\d{1,3}){0,3}-(?:\d{8}|\d{6})-\d{1,9}(?!\d)|"
    r"[a-z]\d{2}(?:\.\d{1,3}){0,3} ?[-/] ?(?:20)?[1-4]\d(?:0[1-9]|1[0-2])[0-3]\d(?![\d-])|"
    r"(?:[1-9]\d(?:\.\d{1,3}){0,3}-)?(?:20)?[1-4]\d(?:0[1-9]|1[0-2])[0-3]\d-\d{4,7}(?!\d))"
)
_UNITS = "HG"  # the letters that units have: provinces, ministries
_IN_PARTS = re.compile(
    r"[^\W\d]+[ .,:]{0,2}[\do]{2}(?:[ .][\do]{1,3}){0,3}[ .](?:[\do]{8}|[\do]{6})[ .][\do]{4,7}"
)
# In the addresses of pages, and the names that our own processes give things.
_UUID = re.compile(r"(?<!\w)[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}(?!\w)")
_UNIT = r"\s?(?:dong|vnd|d(?!\w|[/.]\w)|₫|usd|nghin|ngan|trieu|tr\b|ty\b|ti\b|k\b)"
_GROUPED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:([.,])\d{3}(?:\1\d{3})+|(?: \d{3}){2,})(?!\d)")
_PLAIN = re.compile(rf"(?<!\d)[1-9]\d{{5,14}}(?={_UNIT})")
_AFTER = re.compile(_UNIT)
_PRICED = re.compile(
    r"(?<!\w)(?:phi|gia|von|tien|tri gia|thu nhap|luong|doanh thu|tong|muc|phat|no|vay|het)"
    r"(?: (?:la|khoang|tren|duoi|tu|den|toi da|toi thieu|them|co so))?[ :]{1,2}"
    r"([1-9]\d{4,11}000|[1-9]\d{0,2}(?: \d{3})+ 000)(?!\d)"
)
_DATE = re.compile(
    r"(?<!\d)(?<!\d\.)(?:(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d{2}|[12]\d)"
    r"|(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-[0-3]\d)(?![.-]?\d)"
)
_TIME = re.compile(r"(?<!\d)20[1-4]\d(?:0[1-9]|1[0-2])[0-3]\d[0-2]\d(?:[0-5]\d){2}(?!\d)")
_YEAR = r"(?:19|20)\d{2}"
_YEARS = re.compile(rf"(?<!\d){_YEAR}(?:[ ,-]{{1,3}}{_YEAR})+(?![ .-]{{0,3}}\d)")
_SHORT = r"(?:11[1-5]|1022|1[89]00[ .]?(?:\d{4}|\d{2}(?:[ .]?\d{2}){2}|\d{3}[ .]?\d{3}))"
_PUBLIC = re.compile(rf"(?<!\d){_SHORT}(?:[ ,-]{{1,3}}{_SHORT})*(?![ .-]{{0,3}}\d)")
_TAIL = re.compile(
    r"\d(?:[ ./-]{1,4}|[,;:*|~=])$"
)  # what follows may be the end of a longer number


def codes(text: str, shadow: str) -> list[Span]:
    """Codes (procedures, cases, tickets), amounts with their unit: they hold against any word."""
    spans = [
        Span(*m.span()) for p in (_CODE, _CASE_LIKE, _PLAIN, _UUID) for m in p.finditer(shadow)
    ]
    spans += [Span(*m.span()) for m in _GROUPED.finditer(shadow) if _AFTER.match(shadow, m.end())]
    for start, end, code in case_code_spans(text):
        if not _may_be_personal(shadow[start:end], code):
            spans.append(Span(start, end))
    spans += [Span(start, end) for start, end, _ in ticket_code_spans(text)]
    return spans


def _may_be_personal(seen: str, code: str) -> bool:
    """Whether what reads as a `code` may be a personal number with a letter before it.

    The letter may be a word: "e" (em), "a" (anh). And units that begin with 0 (H01, the made-up
    H00), typed without hyphens, look like an identity number. But of a real one the fourth digit,
    which tells sex and century, is 0 to 3 until 2099; and nobody groups one as unit, day, serial.
    """
    if "-" in seen or not re.search(r"\d", seen):
        return False
    unit, digits = code[0] in _UNITS, re.sub(r"\D", "", code)
    if digits[0] != "0":
        return not unit and seen[1] in " ."
    return not (unit and (digits[3] in "456789" or _IN_PARTS.fullmatch(seen)))


def ordinary(shadow: str) -> list[Span]:
    """Round amounts, dates, years, public short numbers: they hold where no word says otherwise."""
    spans = [Span(*m.span()) for p in (_DATE, _TIME) for m in p.finditer(shadow)]
    for pattern in (_YEARS, _PUBLIC):
        alone = (m for m in pattern.finditer(shadow) if not _TAIL.search(shadow[: m.start()][-6:]))
        spans += [Span(*m.span()) for m in alone]
    spans += [Span(*m.span(1)) for m in _PRICED.finditer(shadow)]
    for match in _GROUPED.finditer(shadow):
        # "1.234.567.890" can only be an amount: grouped so, an identity number begins with 0.
        large = match[1] and match[0].count(match[1]) > 2
        if large or match[0].endswith("000" if match[1] else " 000 000"):
            spans.append(Span(*match.span()))
    return spans
