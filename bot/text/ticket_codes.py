"""Codes of complaints and proposals, typed or read out: "PA-4821-9350-7712".

Letters that no case code has, twelve digits of which the first is no 0 (an identity number begins
with one) and the last checks the others: a slip is seen before anybody is asked.
"""

from __future__ import annotations

import re

from bot.text.number_words import DIGIT_WORDS

LETTERS = "PA"  # phản ánh
DIGITS = 12  # with the check digit; all but the first and the last are drawn freely
GROUP = 4
# "PA", "P.A", "pê a"; "bê a" is what a recogniser makes of it.
_LETTERS = re.compile(r"(?<!\w)(?:pê|pe|bê|be|pờ|p)[\s.-]{0,2}(?:a|á)(?![^\W\d_])", re.IGNORECASE)
_WORD = re.compile(r"[\s,.;:–-]{0,4}(\d+|[^\W\d_]+)")
_BETWEEN = {"gạch", "gach", "ngang", "chấm", "cham", "nối", "noi", "số", "so", "là", "la"}


def ticket_code(digits: str) -> str:
    """The code of eleven digits: "48219350771" → "PA-4821-9350-771" and the check digit."""
    whole = digits + _check(digits)
    groups = [whole[at : at + GROUP] for at in range(0, DIGITS, GROUP)]
    return "-".join([LETTERS, *groups])


def find_ticket_codes(text: str) -> list[str]:
    """Canonical codes in `text`, in order, each once."""
    return list(dict.fromkeys(code for _, _, code in ticket_code_spans(text)))


def ticket_code_spans(text: str) -> list[tuple[int, int, str]]:
    """(start, end, canonical code) of every code in `text`, in order."""
    found = []
    for letters in _LETTERS.finditer(text):
        digits, end = _digits(text, letters.end())
        if code := of_digits(digits):
            found.append((letters.start(), end, code))
    return found


def of_digits(digits: str) -> str | None:
    """The code that has these twelve digits; None when no code can have them."""
    fits = len(digits) == DIGITS and digits[0] != "0" and _check(digits[:-1]) == digits[-1]
    return ticket_code(digits[:-1]) if fits else None


def names_a_ticket(text: str) -> bool:
    """Whether the letters of a code stand before digits, be it with a slip in them."""
    return any(len(_digits(text, m.end())[0]) >= GROUP for m in _LETTERS.finditer(text))


def _digits(text: str, at: int) -> tuple[str, int]:
    """Up to DIGITS digits from `at` on, typed or said, and where they end."""
    digits, end = "", at
    while len(digits) < DIGITS and (word := _WORD.match(text, end)):
        said = word[1].lower()
        if said not in _BETWEEN:
            more = said if said.isascii() and said.isdigit() else DIGIT_WORDS.get(said, "")
            if not more:
                break
            digits += more
        end = word.end()
    return digits, end


def _check(digits: str) -> str:
    """Luhn's check digit: one wrong digit, and nearly every two that changed places, are seen."""
    doubled = (int(digit) * 2 for digit in digits[::-2])
    total = sum(value - 9 if value > 9 else value for value in doubled)
    total += sum(int(digit) for digit in digits[-2::-2])
    return str(-total % 10)
