"""The second proof in a message: the last four digits of a phone or identity number.

They must not be kept, so they are taken out of every message that may hold them before anything
else is done with it. Who knows whether a proof was asked for puts them back when it was not.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.text.codes import find_case_codes
from bot.text.hanoi_codes import SURELY, codes_in
from bot.text.personal.said import PAUSE, Token, readings, token
from bot.text.personal.shadow import shadow
from bot.text.personal.survives import codes
from bot.text.redact import redact
from bot.text.said_codes import LAST_FOUR

PLACE = "[proof]"
METADATA = "proof"  # the key under which what was given is handed over, from web to Rasa to action
DIGITS = 4
_FEWEST = 3  # digits: fewer are the number of a choice; more than four are a proof with a slip
_FEW = 3  # words besides that may stand around four digits, but not around a year or a hotline
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_SLIP = re.compile(r"(?<=\d)[il|]|[il|](?=\d)")  # an l or I beside digits is a 1
_WHOLE = re.compile(r"\[(?:phone|cccd)\]")
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


class Veiled(NamedTuple):
    """A redacted message without the digits that may prove something.

    Attributes:
        text: with PLACE where they stood; where a whole number stood, with its kind as ever.
        given: what stood there, as it was written; of a whole number its last four digits, for
            they are what is asked for. None when nothing in the message can be a proof.
    """

    text: str
    given: str | None = None


def veil(raw: str) -> Veiled:
    """Redact, and take out the digits that may be a proof: they are named, or stand nearly alone.

    "1234", "một hai ba bốn", "4 số cuối là 1234 ạ", "nó là 1234 đó con", "H26.12-250701-0001 xong
    chưa, 1234"; not the year in "lệ phí năm 2024". `unveil` gives `redact(raw)`.
    """
    text = redact(raw)
    wholes = [found.span() for found in _WHOLE.finditer(text)]
    plain = _blanked(shadow(text), [*_held(text), *wholes])
    named = LAST_FOUR.search(plain)
    if named:
        plain = _blanked(plain, [named.span()])
    runs, strange = _numbers(text, plain)
    alone = not strange or (strange <= _FEW and bool(runs) and all(map(_only_a_proof, runs)))
    if not (alone or says_so(text)):
        return Veiled(text)
    if named and not alone:  # the number that comes next
        runs = [run for run in runs if run[0].start >= named.end()][:1] or runs[-1:]
    elif not alone:
        runs = [run for run in runs if _beside_a_code(_digits(run))][-1:]
    if runs:
        start, end = runs[0][0].start, runs[-1][-1].end
        return Veiled(f"{text[:start]}{PLACE}{text[end:]}", text[start:end])
    return Veiled(text, _last_four(raw) if wholes else None)


def says_so(text: str) -> bool:
    """Whether a veiled message itself says that its digits are a proof, asked for or not."""
    seen = shadow(text)
    return bool(codes_in(text, asked=False) or LAST_FOUR.search(seen) or SURELY.search(seen))


def unveil(text: str, given: str) -> str:
    """The message as it was."""
    return text.replace(PLACE, given, 1)


def four(given: str) -> str:
    """The four digits that were given, as digits; "" when they are not four."""
    runs, _ = _numbers(given, shadow(given), fewest=1)
    digits = "".join(_digits(run) for run in runs)
    return digits if len(digits) == DIGITS else ""


def _held(text: str) -> list[tuple[int, int]]:
    """Codes of cases and procedures, dates: their digits prove nothing."""
    seen = shadow(text)
    return [span[:2] for span in codes(text, seen)] + [d.span() for d in _DATE.finditer(seen)]


def _numbers(text: str, plain: str, fewest: int = _FEWEST) -> tuple[list[list[Token]], int]:
    """Numbers in `plain`, and how many words besides do not belong around such numbers."""
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
    return [run for run in said if run and len(_digits(run)) >= fewest], strange


def _without_code(run: list[Token]) -> list[Token]:
    """What is left of it behind a case code of Hanoi without its letter."""
    if not run[0].sign.startswith("2"):
        return run
    ends = (end for end in range(len(run), 0, -1) if _is_code(_digits(run[:end])))
    return run[next(ends, 0) :]


def _is_code(digits: str) -> bool:
    return digits.startswith("26") and bool(find_case_codes(f"H{digits}"))


def _digits(run: list[Token]) -> str:
    """The reading of four digits, where there is one."""
    either = readings(run)
    return next((digits for digits in either if len(digits) == DIGITS), either[0])


def _beside_a_code(digits: str) -> bool:
    """Four digits in a message with a case code: the proof, if not the year it was handed in."""
    return len(digits) == DIGITS and not _YEAR.fullmatch(digits)


def _only_a_proof(run: list[Token]) -> bool:
    """Four digits that are neither a year nor a public number."""
    digits = _digits(run)
    return len(digits) == DIGITS and not _KNOWN.fullmatch(digits)


def _last_four(raw: str) -> str | None:
    runs, _ = _numbers(raw, _blanked(shadow(raw), _held(raw)), DIGITS)
    return _digits(runs[-1])[-DIGITS:] if runs else None


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
