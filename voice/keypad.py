"""What the keys mean: a menu, or digits while digits are expected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.text.codes import find_case_codes
from bot.text.ticket_codes import of_digits
from voice import prompts
from voice.talk import Expects, Reply

Command = Literal[
    "procedures", "case", "slower", "louder", "person", "back", "repeat", "others", "here",
    "erased", "unknown",
]  # fmt: skip
MENU: dict[str, Command] = {
    "1": "procedures", "2": "case", "9": "slower", "0": "person", "*": "back", "#": "repeat",
}  # fmt: skip
MOST = 24  # digits of the longest code


@dataclass(frozen=True)
class Choice:
    number: int


@dataclass(frozen=True)
class Digits:
    """Typed to the end; they may be secret."""

    digits: str


class Keypad:
    """`expects`, `choices` and `more` are those of the latest reply."""

    def __init__(self) -> None:
        self.expects: Expects | None = None
        self.choices = 0
        self.more = False
        self._typed = ""

    def press(self, key: str) -> Command | Choice | Digits | None:
        """None: more has to come."""
        if self.expects:
            return self._digit(key)
        if key.isdecimal() and 1 <= int(key) <= self.choices:
            return Choice(int(key))
        if key == "#" and self.more:
            return "others"
        return MENU.get(key, "unknown")

    def rest(self) -> Digits | None:
        """What was typed without an end; the caller waits."""
        return self._done() if self._typed else None

    def _digit(self, key: str) -> Command | Digits | None:
        if key == "#":
            return self._done() if self._typed else "repeat"
        if key == "*":
            erased, self._typed = self._typed, ""
            return "erased" if erased else "back"
        self._typed = (self._typed + key)[:MOST]
        return None

    def _done(self) -> Digits:
        typed, self._typed = self._typed, ""
        return Digits(typed)


def code_of(digits: str, expects: Expects | None = None) -> str | None:
    """The code that was typed: a telephone has no letters, a ticket's are PA, and Hanoi's is H."""
    if expects == "ticket":
        return of_digits(digits)
    return next(iter(find_case_codes(f"H{digits}")), None)


def with_keys(reply: Reply) -> str:
    """The reply, and how to answer it by keys where it asks for digits or for a choice."""
    if reply.choices:
        others = (prompts.OTHERS,) if reply.more else ()
        return " ".join([reply.spoken, *others, prompts.OR_KEY])
    extra = {
        "code": prompts.TYPE_CODE,
        "proof": prompts.TYPE_PROOF,
        "ticket": prompts.TYPE_TICKET,
    }
    return f"{reply.spoken} {extra[reply.expects]}" if reply.expects else reply.spoken
