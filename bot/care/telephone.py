"""Telephone numbers of this country, as people dial them."""

from __future__ import annotations

import re

NUMBER = re.compile(r"0[35789]\d{8}|02\d{9}")  # mobile, landline
_ABROAD = re.compile(r"^(?:\+|00)84")


def local(number: str) -> str:
    """ "+84912345678" or "0912 345 678" → "0912345678"; "" where it is no such number."""
    dialled = _ABROAD.sub("0", re.sub(r"[ .-]", "", number))
    return dialled if NUMBER.fullmatch(dialled) else ""
