"""Amounts in fee texts: "400.000 đồng/hồ sơ", "02 triệu đồng/giấy", "145 USD/thẻ"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.catalogue.derive.clean import strip_bullet, tidy
from bot.catalogue.derive.period import Period, find_period
from bot.catalogue.model import FeeType

_PER_STOP = r"(?:kể|từ|áp|theo|cộng|đối|nhưng|và|được|trong|đăng ký|năm|là|mức|trường)\b|\d{2,}|-"
_PER = rf"[^\s,;:.()|+](?:(?!\s(?:{_PER_STOP}))[^,;:.()|+]){{0,30}}"
# Dotted numbers count without a currency too ("500.000/lần"); bare digits need one.
_DONG = re.compile(
    r"(?<![\d./])(?:(?P<dotted>\d{1,3}(?:\.\d{3})+)"
    r"|(?P<bare>\d+)(?=\s*(?:triệu\s*)?(?:đồng|đ\b|vnđ)))(?![\d%])"
    r"\s*(?P<million>triệu)?\s*(?P<unit>đồng|đ\b|vnđ)?(?:\s*\([^()]{3,60}\))?"
    rf"(?:\s*/\s*(?P<per>{_PER}))?",
    re.IGNORECASE,
)
_USD = re.compile(r"(?<![\d.,])(\d{1,5})\s*USD(?:\s*/\s*(\w[\w ]{0,20}))?", re.IGNORECASE)
_FORMULA = re.compile(
    r"(?<!giảm )(?<!giảm\s)\b\d+\s*%|tỷ lệ|\bx\s*\d|\bcộng (?:\(|thêm|với)|\d\s*\+\s*\(|\bblock\b",
    re.IGNORECASE,
)
# Names of laws and circulars say "phí, lệ phí" without saying which of them is due.
_LAW_NAMES = re.compile(
    r"(?:pháp luật|luật|quy định|khoản|điều chỉnh|hướng dẫn)(?: về)?(?: mức thu)? ?"
    r"phí(?: và|,) lệ phí|phí, lệ phí",
    re.IGNORECASE,
)
_APPRAISAL = re.compile(r"thẩm định|thẩm tra", re.IGNORECASE)


@dataclass(frozen=True)
class Money:
    """An amount in a text with the words before it, its unit and its period."""

    dong: int
    what: str
    per: str | None
    period: Period


def find_money(text: str) -> list[Money]:
    """Amounts in dong that `text` names, in order.

    A period counts for the amount in whose stretch of text it stands: from the end of
    the amount before to the beginning of the words for the next one.
    """
    matches = [m for m in _DONG.finditer(text) if _is_money(m)]
    found: list[Money] = []
    for index, match in enumerate(matches):
        after_previous = matches[index - 1].end() if index else 0
        before, after = _stretch(text, matches, index, after_previous)
        period = find_period(before) or find_period(after)
        found.append(Money(_dong(match), _what(before), _per(match["per"]), period))
    return _share_periods(text, matches, found)


def _share_periods(text: str, matches: list[re.Match[str]], found: list[Money]) -> list[Money]:
    """Amounts of one phrase, joined by commas only, share the period at its end."""
    for index in range(len(found) - 2, -1, -1):
        between = text[matches[index].end() : matches[index + 1].start()]
        joined = re.search(r"[;.()](?=\s|$)|\(|\s[-+]\s|\|", between) is None
        if joined and found[index + 1].period.end and not found[index].period:
            found[index] = replace(found[index], period=found[index + 1].period)
    return found


def find_usd(text: str) -> list[tuple[int, str | None]]:
    """Amounts in US dollars that `text` names, each with its unit."""
    return [(int(m[1]), _per(m[2])) for m in _USD.finditer(text) if int(m[1]) > 0]


def is_formula(text: str) -> bool:
    """Whether the fee is computed (a percentage, so much for each more), not a plain amount."""
    return _FORMULA.search(text) is not None


def fee_type(text: str) -> FeeType:
    """Appraisal fee, administrative fee, or OTHER: neither is said, or both are."""
    text = _LAW_NAMES.sub("", text)
    appraisal = _APPRAISAL.search(text) is not None
    administrative = "lệ phí" in text.lower()
    if appraisal == administrative:
        return FeeType.OTHER
    return FeeType.APPRAISAL if appraisal else FeeType.FEE


def _is_money(match: re.Match[str]) -> bool:
    """Whether a number is an amount: it has a currency, a unit, or ends its clause."""
    if _dong(match) < 500:
        return False
    rest = match.string[match.end() :]
    return bool(match["unit"] or match["per"]) or re.match(r"\s*(?:$|[;.)(])", rest) is not None


def _dong(match: re.Match[str]) -> int:
    value = int((match["dotted"] or match["bare"]).replace(".", ""))
    return value * 1_000_000 if match["million"] else value


def _stretch(text: str, matches: list[re.Match[str]], index: int, start: int) -> tuple[str, str]:
    """The words before and after the amount that belong to it."""
    before = text[start : matches[index].start()]
    if index:  # what follows the amount before, up to a boundary, belongs to that one
        boundary = list(re.finditer(r"[;.)](?=\s|$)|\s[-+]\s|\|", before))
        before = before[boundary[-1].end() :] if boundary else before
    rest = text[matches[index].end() :]
    if index + 1 < len(matches):
        rest = text[matches[index].end() : matches[index + 1].start()]
        boundary = list(re.finditer(r"[;.)](?=\s|$)|\s[-+]\s|\|", rest))
        rest = rest[: boundary[-1].end()] if boundary else ""
    return before, rest


def _what(before: str) -> str:
    words = re.split(r"(?<=[;.])\s|\n|\|", before)[-1]
    return strip_bullet(tidy(words)).rstrip(" :(=-").strip()


def _per(text: str | None) -> str | None:
    if text is None:
        return None
    unit = re.sub(r"\s*/\s*", "/", tidy(text)).strip(" .-;/")
    return re.sub(r"^0?1 (?=\D)", "", unit) or None
