"""E-mail addresses, typed and as people say them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.text.personal.spans import Span

_HOST = r"(?:gmail|gmai|yahoo|ymail|outlook|hotmail|icloud|live|protonmail|zoho)"
_AT = r"(?:@+|#|\(at\)|\[at\]|(?<!\w)(?:a ?cong|a ?moc|a vong|at)(?!\w))"
_DOT = r"(?:\.|(?<=\w) ?\. ?|(?: |^)?(?:\(dot\)|\[dot\])(?: )?| (?:cham|dot) )"
_END = r"(?:com|vn|net|org|edu|gov|info|io|me|us|uk|biz)"
_DOMAIN = rf"[\w-]+(?:{_DOT}[\w-]+)*?{_DOT}{_END}(?:{_DOT}[a-z]{{2,3}}(?!\w))?"
_AFTER = re.compile(
    rf"{_AT} {{0,2}}(?:{_DOMAIN}|{_HOST}|(?:(?<=@)|(?<=@ ))[\w-]+(?:\.[\w-]+)+)(?!\w)"
)
# "lan.tran8 gmail.com": the "@" left out; "vào gmail.com" is no address.
_BARE = re.compile(
    rf"(?<![\w.+-])[\w+]*[\d.][\w.+-]* ({_HOST}{_DOT}{_END}(?:{_DOT}[a-z]{{2}}(?!\w))?)(?!\w)"
)
# A name as people make them for an address, alone or before a domain: "lan.tran88", "… mail.vn".
_NAME = re.compile(
    rf"(?<![\w.+@/-])[a-z]{{2,12}}\.[a-z]{{2,12}}\d{{2,4}}(?: {_DOMAIN})?(?![\w@/-]|\.\w)"
)
_JOINED = re.compile(r"[\w.+%'-]+ {0,2}$")
# "lan chấm nguyễn tám tám a còng": words before are of the name while a sign word joins them.
_SPOKEN = re.compile(
    r"[\w.+%'-]+(?: (?:cham|gach duoi|gach ngang|gach|dot|underscore) [\w.+%'-]+"
    r"| (?:\w|\d+|khong|mot|hai|ba|bon|nam|sau|bay|tam|chin)(?!\w))*[ ,]{0,2}$"
)
_LABEL = re.compile(
    r"(?<!\w)(?:e-?mail|gmail|mail|thu dien tu|hom thu)(?: (?:cua|toi|em|minh|chau|me|bo|la|"
    r"nay|nhu sau|dia chi))*[ :]{1,3}((?:[\w.+%'-]+[ ,]{1,2}){1,8})$"
)
_LOOK_BACK = 80


def emails(shadow: str) -> Iterator[Span]:
    """Addresses: "a.b@gmail.com", "lan a còng gmail chấm com", "lan at gmail dot com"."""
    for match in _AFTER.finditer(shadow):
        start = _name(shadow, match.start(), spoken=match[0][0] not in "@#")
        if start < match.start():
            yield Span(start, match.end(), "email")
    for pattern in (_BARE, _NAME):
        for match in pattern.finditer(shadow):
            yield Span(*match.span(), "email")


def _name(shadow: str, end: int, *, spoken: bool) -> int:
    """Where the part before the "@" at `end` begins; `end` itself when there is none."""
    before = shadow[max(0, end - _LOOK_BACK) : end]
    offset = end - len(before)
    labelled = _LABEL.search(before)
    if labelled and (spoken or labelled[1].count(" ") <= 1):
        return offset + labelled.start(1)
    found = (_SPOKEN if spoken else _JOINED).search(before)
    return offset + found.start() if found else end
