"""Made-up personal numbers: right in form, nobody's on purpose."""

from __future__ import annotations

import unicodedata
from random import Random

NAMES = ("Nguyễn Văn A", "Trần Thị B", "Lê Văn C", "Phạm Thị D", "Đỗ Minh E", "Vũ Thị G")
_SYLLABLES = ("lan", "minh", "hoa", "tuan", "ngoc", "thao", "binh", "phuong")
_HOSTS = ("gmail.com", "yahoo.com.vn", "example.com", "mail.example.vn")


def digits(rng: Random, count: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(count))


def cccd(rng: Random) -> str:
    """Province, century and sex, year, six digits."""
    return f"{rng.randint(1, 96):03d}{rng.randint(0, 3)}{digits(rng, 8)}"


def cmnd(rng: Random) -> str:
    return f"0{rng.randint(1, 3)}{digits(rng, 6)}{rng.randint(1, 9)}"


def mobile(rng: Random) -> str:
    return f"0{rng.choice('35789')}{digits(rng, 8)}"


def landline(rng: Random) -> str:
    return f"024{rng.choice('236')}{digits(rng, 7)}"


def email(rng: Random) -> str:
    name = f"{rng.choice(_SYLLABLES)}.{rng.choice(_SYLLABLES)}{rng.randint(10, 99)}"
    return f"{name}@{rng.choice(_HOSTS)}"


def card(rng: Random) -> str:
    """A domestic card (9704…) or one with a right check digit."""
    body = rng.choice(("9704" + digits(rng, 11), "4" + digits(rng, 14), "5" + digits(rng, 14)))
    doubled = [int(d) * (2 - i % 2) for i, d in enumerate(body)]
    return body + str(-sum(d - 9 if d > 9 else d for d in doubled) % 10)


def account(rng: Random) -> str:
    return rng.choice("123456789") + digits(rng, rng.choice((7, 9, 11, 13)))


def birth(rng: Random) -> str:
    """Day, month and year with slashes."""
    return f"{rng.randint(1, 28)}/{rng.randint(1, 12)}/{rng.randint(1940, 2025)}"


def passport(rng: Random) -> str:
    return rng.choice("BC") + digits(rng, 7)


def health_card(rng: Random) -> str:
    return rng.choice(("GD", "DN", "HT", "TE", "HS")) + str(rng.randint(1, 5)) + digits(rng, 12)


def insurance(rng: Random) -> str:
    return "01" + digits(rng, 8)


def tax(rng: Random) -> str:
    return "8" + digits(rng, 9)


def plate(rng: Random) -> str:
    tail = digits(rng, 5)
    return f"{rng.choice(('29', '30'))}{rng.choice('AEFGHK')}-{tail[:3]}.{tail[3:]}"


def bare(text: str) -> str:
    """`text` as people type without diacritics."""
    decomposed = unicodedata.normalize("NFD", text)
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    return kept.replace("đ", "d").replace("Đ", "D")
