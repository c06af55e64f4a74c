"""Case codes read out: "hát hai sáu chấm mười hai gạch hai lăm không bảy không một …"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bot.text.personal.said import PAUSE, Token, readings, token
from bot.text.personal.shadow import shadow

# How the letter of a unit is said, and heard by a recogniser: H for provinces, G for ministries.
# "Hồ" and "giờ" are words.
_H = ("hát", "hat", "hắt", "hét", "hắc", "hác", "hạt", "ếch", "ech", "hờ", "hơ", "h")
_G = ("giê", "gie", "gi", "ghê", "gờ", "gơ", "g")
_LETTERS = {**dict.fromkeys(_H, "H"), **dict.fromkeys(_G, "G")}
_LETTER = re.compile(
    rf"(?<!\w)({'|'.join(_LETTERS)})(?:[\s,.:-]{{1,3}}(?=\w)|(?=\d+ [^\W\d]))", re.IGNORECASE
)
# What the second proof is called: the "four" in it is none of the code's digits. As keystrokes, too
# ("boosn soos cuoois", "bo61n so61 cuo61i"), for it must not stay; and in English.
LAST_FOUR = re.compile(
    r"(?<!\w)(?:(?:4|bo+[s16]*n[s16]*) (?:chu[7wx4]* )?(?:so+[s16]*|con)"
    r"(?: (?:o[r3]* )?(?:cuo+[s16]*i[s16]*|d+u+o*[6]*i|sau)(?: cu[f2]*ng[f2]*)?"
    r"| (?:do |nay )?la|(?=:? \d{3}))"
    r"|last (?:four|4)(?: (?:digits?|numbers?))?)(?!\w)"
)
_WORD = re.compile(r"\d+|[^\W\d_]+")
_GAP = re.compile(r"[\s,.;:/–-]{0,4}")
_BETWEEN = {"xuyet", "xoet", "tru", "tren", "noi", "dau"}  # "xuyệt", "dấu gạch": also signs
_FEWEST = 12  # digits: H26, a date of six, a serial of four
_LEAST_TOKENS = 2  # "hát 26 250701 0001" has three
_MOST_TOKENS = 40
_PROOF = 4  # digits that may be said behind a code

Split = Callable[[str, str], "str | None"]


def said_case_codes(text: str, split: Split) -> Iterator[tuple[int, int, str]]:
    """(start, end, code) of every code whose letter is said or stands apart, in order.

    Args:
        text: NFC.
        split: puts the unit's letter and the digits behind it into the form of a code, or None.
    """
    at = 0
    plain = ""  # most texts need none
    while letter := _LETTER.search(text, at):
        at = letter.end()
        plain = plain or shadow(text)
        tokens = _tokens(text, plain, letter.end())
        for size in _sizes(tokens):
            code = _code(_LETTERS[letter[1].lower()], tokens[:size], split)
            if code:
                at = tokens[size - 1].end
                yield letter.start(), at, code
                break


def _sizes(tokens: list[Token]) -> list[int]:
    """How many tokens may be the code: all, else up to four digits of a proof, else as fit."""

    def unlikely(size: int) -> bool:
        rest = tokens[size:]
        return bool(rest) and all(len(digits) != _PROOF for digits in readings(rest))

    if all(len(digits) < _FEWEST for digits in readings(tokens)):
        return []
    return sorted(range(len(tokens), _LEAST_TOKENS, -1), key=unlikely)


def _code(letter: str, tokens: list[Token], split: Split) -> str | None:
    if tokens[-1].sign == PAUSE:
        return None
    for digits in readings(tokens):
        found = split(letter, digits) if len(digits) >= _FEWEST else None
        if found:
            return found
    return None


def _tokens(text: str, plain: str, start: int) -> list[Token]:
    """Number words, digits and what is said between them, as far as nothing else comes."""
    found: list[Token] = []
    at = start
    proof = LAST_FOUR.search(plain, start)
    end = proof.start() if proof else len(plain)
    while (word := _WORD.match(plain, at, end)) and len(found) < _MOST_TOKENS:
        new = token(text, plain, *word.span())
        if new is None and word[0] in _BETWEEN:
            new = Token(*word.span(), PAUSE)
        if new is None:
            break
        found.append(new)
        at = _GAP.match(plain, word.end()).end()  # type: ignore[union-attr]
    return [_repeating(found, at, plain) for at in range(len(found))]


def _repeating(tokens: list[Token], at: int, plain: str) -> Token:
    """The "số" in "ba số không" says how often the zero comes, as "con" does."""
    one = tokens[at]
    around = tokens[at - 1].sign if at else "", tokens[at + 1].sign if at + 1 < len(tokens) else ""
    counts = plain[one.start : one.end] == "so" and around[0] in {"2", "3", "4"}
    return one._replace(sign="R") if counts and around[1] == "0" else one
