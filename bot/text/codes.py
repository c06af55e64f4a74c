"""Procedure codes and case codes in free text, as people really type them."""

from __future__ import annotations

import re
from datetime import date

from bot.text.said_codes import said_case_codes

# "1.001193"; the long form "1.001193.000.00.00.H26" is the same procedure.
_EXACT = re.compile(r"(?<![\w.,/-])([1-9])\.(\d{6})(?!\d)")
# "1001193", "1-001193", "1 001193", "1,001193", "1.001.193". National codes run to
# 029999, those of Hanoi from 110001 on: the beginning tells them from other numbers.
_LOOSE = re.compile(r"(?<![\w.,/-])([1-6])(?:[-, ]|\. )?((?:0[0-2]|11)\d{4})(?![\w/]|[.,-]\d)")
_GROUPED = re.compile(r"(?<![\w.,/-])([1-6])[.,]((?:0[0-2]|11)\d)[.,](\d{3})(?![\w/]|[.,-]\d)")
_MONEY_AFTER = re.compile(r"^\s*(?:đồng|dong|đ\b|d\b|vnđ|vnd|nghìn|ngàn|triệu|usd|\$|₫)", re.I)
_DIGIT_BESIDE = (re.compile(r"\d\s$"), re.compile(r"^\s\d"))


def find_procedure_codes(text: str) -> list[str]:
    """Procedure codes in `text`, canonical ("1.001193"), in order of appearance, each once.

    Loose spellings count only where nothing else is likely: not amounts of money, not parts of
    longer numbers. Whether the code exists is for the catalogue to say.
    """
    found: list[tuple[int, str]] = []
    for pattern in (_EXACT, _LOOSE, _GROUPED):
        for match in pattern.finditer(text):
            if pattern is _EXACT or _stands_alone(text, match):
                digits = "".join(match.groups())
                found.append((match.start(), f"{digits[0]}.{digits[1:]}"))
    return list(dict.fromkeys(code for _, code in sorted(found)))


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    if _MONEY_AFTER.match(after):
        return False
    return not (_DIGIT_BESIDE[0].search(before) or _DIGIT_BESIDE[1].match(after))


_O = "0-9Oo"  # people type the letter O for zero
_SEPARATED = re.compile(
    rf"(?<![\w.])(?P<head>[{_O}]{{3}}\.[{_O}]{{2}}\.[{_O}]{{2}}\.)?"
    rf"(?P<unit>[A-Za-z][{_O}]{{2}}(?:\.[{_O}]{{1,3}}){{0,3}})"
    rf"\s?[-–—_/]\s?(?P<date>[{_O}]{{8}}|[{_O}]{{6}})\s?[-–—_/]\s?(?P<serial>[{_O}]{{4,7}})(?!\w)"
)
# Without hyphens: everything from the letter on is one run, perhaps with dots and spaces; "so" and
# "ho" before a number are words.
_RUN = re.compile(
    rf"(?<!\w)([A-Za-z])(?![Oo]\s)[ .]?((?:[{_O}][ .–-]{{0,2}}){{11,26}}[{_O}])(?!\w)"
)
# "H26.12-250701 5678": the serial was left out, and a proof stands behind. A serial of four digits
# begins with 0 at nearly every counter, and is as likely to be typed behind a blank.
_NO_SERIAL = re.compile(rf"[^ –-]+[–-](?:[{_O}]{{8}}|[{_O}]{{6}}) {{1,2}}[1-9]\d{{3}}")
# Unit, day and serial with their hyphens, and more behind a blank.
_HYPHENED = re.compile(rf"[^ –-]+[–-][{_O}]+[–-][{_O}]+(?= )")


def find_case_codes(text: str) -> list[str]:
    """Case codes in `text`, canonical ("H26.12-250701-0001"), in order, each once.

    Dots and hyphens may be missing, O may stand for 0, and it may be read out; the date inside
    settles where the parts begin. Twelve bare digits (an identity number) are never a case code.
    """
    return list(dict.fromkeys(code for _, _, code in case_code_spans(text)))


def case_code_spans(text: str) -> list[tuple[int, int, str]]:
    """(start, end, canonical code) of every case code in `text`, in order."""
    found: list[tuple[int, int, str]] = []
    hyphened = list(_SEPARATED.finditer(text))
    for match in hyphened:
        digits = _zeros(match["date"])
        if _is_date(digits):
            head = _zeros(match["head"] or "")
            unit = match["unit"][0].upper() + _zeros(match["unit"][1:])
            code = f"{head}{unit}-{digits}-{_zeros(match['serial'])}"
            found.append((match.start(), match.end(), code))
    for match in _RUN.finditer(text):
        if any(m.start() <= match.start() < m.end() for m in hyphened):
            continue
        for end in _ends(match):
            run = _split_run(match[1].upper(), _zeros(text[match.start(2) : end]))
            if run:
                found.append((match.start(), end, run))
                break
    for start, end, code in said_case_codes(text, _split_run):
        if not any(start < other_end and other < end for other, other_end, _ in found):
            found.append((start, end, code))
    return sorted(found)


def _ends(run: re.Match[str]) -> list[int]:
    """Where the run may end: a last group of it may be four digits that prove whose it is."""
    if _NO_SERIAL.fullmatch(run[0]):
        return []
    if whole := _HYPHENED.match(run[0]):  # a slip in it must not swallow what stands behind
        return [run.start() + whole.end()]
    last = max(run[0].rfind(" "), 0)
    return [run.end(), *([run.start() + last] if last else [])]


def _split_run(letter: str, digits: str) -> str | None:
    """Unit, date and serial of a run without hyphens; an eight-digit date wins over six."""
    digits = re.sub(r"\D", "", digits)
    for length in (8, 6):
        for unit in (4, 2, 6):
            day, serial = digits[unit : unit + length], digits[unit + length :]
            if _is_date(day) and 4 <= len(serial) <= 7 and len(day) == length:
                groups = [digits[i : i + 2] for i in range(0, unit, 2)]
                return f"{letter}{'.'.join(groups)}-{day}-{serial}"
    return None


def _is_date(digits: str) -> bool:
    """Six digits yymmdd or eight digits yyyymmdd, a real day from 2015 to 2049."""
    full = digits if len(digits) == 8 else f"20{digits}"
    if len(full) != 8:
        return False
    try:
        day = date(int(full[:4]), int(full[4:6]), int(full[6:]))
    except ValueError:
        return False
    return 2015 <= day.year <= 2049


def _zeros(text: str) -> str:
    return text.replace("O", "0").replace("o", "0")
