"""Personal numbers and addresses out of a text, before anything is stored or passed on.

What a citizen must be able to say survives: procedure codes, case codes, numbers of decrees,
dates, amounts of money, public short numbers such as 1022 or 19001009.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.text.codes import case_code_spans
from bot.text.number_words import DIGIT_WORDS

_SEP = "[ .\u00a0\u200b\u2011\u2013_-]"
_EMAIL = re.compile(r"[\w.+%'-]+ ?@ ?[\w-]+(?:\.[\w-]+)+")
_DATE = re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}(?![.\-]?\d)")
_GROUPED_MONEY = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?P<s>[.,])\d{3}(?:(?P=s)\d{3})+(?!\d)")
_PLAIN_MONEY = re.compile(r"(?<!\d)[1-9]\d{5,14}(?=\s?(?:đồng|dong|vnđ|vnd|đ\b|₫))", re.I)
_CODE = re.compile(r"(?<![\w.])[1-9]\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?(?![\w-]|\.\d)")
_MONEY_AFTER = re.compile(r"^\s?(?:đồng|dong|vnđ|vnd|đ\b|d\b|₫|usd)", re.I)
_DIGITS = re.compile(rf"(?:\(?\+ ?)?\(?\d(?:(?:{_SEP}|[()]){{0,3}}\d){{8,30}}")
_MOBILE = re.compile(r"(?:0|84|0084)[35789]\d{8}$")
_LANDLINE = re.compile(r"(?:0|84|0084)2\d{9}$")
_OLD_MOBILE = re.compile(r"(?:0|84)1[2689]\d{8}$")
_WORD = "|".join(sorted(DIGIT_WORDS, key=len, reverse=True))
_SPOKEN = re.compile(rf"(?<!\w)(?:{_WORD})(?:[ ,.-]{{1,2}}(?:{_WORD})){{8,18}}(?!\w)", re.I)


def redact(text: str) -> str:
    """Replace e-mails, bank cards, phones and identity numbers by [email], [card], [phone], [cccd].

    Typed digits may be grouped by dots, spaces or hyphens; digits spoken as words count too.
    Redacting twice changes nothing.
    """
    text = _EMAIL.sub("[email]", text)
    text = _SPOKEN.sub(_spoken, text)
    spans = _protected(text)
    return _sub_outside(_DIGITS, text, spans, _typed)


def _protected(text: str) -> list[tuple[int, int]]:
    spans = [m.span() for p in (_DATE, _CODE, _PLAIN_MONEY) for m in p.finditer(text)]
    for match in _GROUPED_MONEY.finditer(text):
        if match[0].endswith("000") or _MONEY_AFTER.match(text[match.end() :]):
            spans.append(match.span())
    for start, end, _ in case_code_spans(text):
        # A letter before a bare run that begins with 0 may be a slip before an identity number.
        if "-" in text[start:end] or text[start + 1] not in "0Oo":
            spans.append((start, end))
    return spans


def _sub_outside(
    pattern: re.Pattern[str],
    text: str,
    spans: list[tuple[int, int]],
    replace: Callable[[str], str],
) -> str:
    """Apply `replace` to the matches of `pattern` in the stretches between the protected spans."""
    out, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            out += [pattern.sub(lambda m: replace(m[0]), text[at:start]), text[start:end]]
            at = end
    return "".join(out) + pattern.sub(lambda m: replace(m[0]), text[at:])


def _typed(run: str) -> str:
    """The run of digits and separators, or a placeholder, or a mix when several numbers touch."""
    kind = _kind(re.sub(r"\D", "", run), grouped=not run.isdigit())
    if kind:
        return kind
    parts = re.split(rf"({_SEP}+)", run)
    if len(parts) < 3:
        return run
    # Several numbers in a row: take the longest stretches that are something by themselves.
    for size in range(len(parts) - 2, 0, -2):
        for start in range(0, len(parts) - size + 1, 2):
            piece = "".join(parts[start : start + size])
            kind = _kind(re.sub(r"\D", "", piece), grouped=not piece.isdigit())
            if kind:
                gap, rest = (
                    (parts[start + size : start + size + 1] or [""])[0],
                    parts[start + size + 1 :],
                )
                return _typed("".join(parts[:start])) + kind + gap + _typed("".join(rest))
    return run


def _kind(digits: str, *, grouped: bool) -> str | None:
    if _MOBILE.match(digits) or _LANDLINE.match(digits) or _OLD_MOBILE.match(digits):
        return "[phone]"
    if len(digits) in (9, 12) and (not grouped or digits[0] == "0" or len(digits) == 9):
        return "[cccd]"
    if 13 <= len(digits) <= 19 and (_luhn(digits) or digits.startswith("9704")):
        return "[card]"
    return None


def _luhn(digits: str) -> bool:
    doubled = [int(d) * (1 + i % 2) for i, d in enumerate(reversed(digits))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


def _spoken(match: re.Match[str]) -> str:
    words = re.findall(rf"(?<!\w)(?:{_WORD})(?!\w)", match[0], re.I)
    digits = "".join(DIGIT_WORDS[w.lower()] for w in words)
    return _kind(digits, grouped=False) or match[0]
