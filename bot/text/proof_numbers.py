"""The numbers in a message of which one may be the four digits of a proof."""

from __future__ import annotations

import re

from bot.text.called import called_otherwise
from bot.text.codes import find_case_codes
from bot.text.personal.said import PAUSE, Token, readings, token
from bot.text.personal.survives import codes

DIGITS = 4  # of a proof
_FEWEST = 3  # digits: fewer are the number of a choice; more than four are a proof with a slip
# One or two digits behind a letter are keystrokes of its marks: "la2 5678".
_TOKEN = re.compile(r"(?<![^\W\d_])\d+|\d{3,}|[^\W\d_]+")
_SLIP = re.compile(r"(?<=\d)[il|]|[il|](?=\d)")  # an l or I beside digits is a 1
_DATE = re.compile(
    r"\d{1,2}([/.-])\d{1,2}\1\d{2,4}|(?<!\d)(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?![\d/])"
)
_YEAR = re.compile(r"20[12]\d")
_KNOWN = re.compile(r"19\d\d|20\d\d|1022")
# What people say around the digits, without diacritics; none of it is a number.
_AROUND = set(
    re.findall(
        r"\w+",
        "cuoi duoi cua toi em minh anh chi chau bac chu ong me bo con nha day nay do nhe nha a doc "
        "go gui xin dien thoai sdt dt di dong can cuoc cong dan cccd cmnd chung minh ho so ma dang "
        "ky hoac hay va cai khau xac nhan hinh nhu chac le dung thu xem day",
    )
)


def numbers(text: str, plain: str, fewest: int = _FEWEST) -> tuple[list[list[Token]], int]:
    """Numbers that may be a proof, and how many words do not belong around one.

    Args:
        plain: the shadow of `text`, blank where something else was found.
        fewest: digits that a number has.
    """
    plain = _SLIP.sub("1", plain)
    runs: list[list[Token]] = [[]]
    strange = 0
    for word in _TOKEN.finditer(plain):
        new = token(text, plain, *word.span())
        if new is None:
            strange += word[0] not in _AROUND
            runs.append([])
        elif new.sign != PAUSE:
            runs[-1].append(new)
    said = [_without_code(run) for run in runs if run]
    return [run for run in said if run and len(digits_of(run)) >= fewest], strange


def digits_of(run: list[Token]) -> str:
    """The reading of four digits, where there is one."""
    either = readings(run)
    return next((digits for digits in either if len(digits) == DIGITS), either[0])


def only_a_proof(run: list[Token]) -> bool:
    """Four digits that are neither a year nor a public number."""
    digits = digits_of(run)
    return len(digits) == DIGITS and not _KNOWN.fullmatch(digits)


def beside_a_code(run: list[Token]) -> bool:
    """Four digits in a message with a case code: the proof, if not the year it was handed in."""
    digits = digits_of(run)
    return len(digits) == DIGITS and not _YEAR.fullmatch(digits)


def held(text: str, seen: str) -> list[tuple[int, int]]:
    """Codes, dates, amounts and the like: their digits prove nothing.

    Args:
        seen: the shadow of `text`.
    """
    dates = [date.span() for date in _DATE.finditer(seen)]
    return [*(span[:2] for span in codes(text, seen)), *dates, *called_otherwise(text, seen)]


def blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """`text`, as long as before, with blanks for what stands at `spans`."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _without_code(run: list[Token]) -> list[Token]:
    """What is left of it behind a case code of Hanoi without its letter."""
    if not run[0].sign.startswith("2"):
        return run
    ends = (end for end in range(len(run), 0, -1) if _is_code(digits_of(run[:end])))
    return run[next(ends, 0) :]


def _is_code(digits: str) -> bool:
    return digits.startswith("26") and bool(find_case_codes(f"H{digits}"))
