"""Does a text end with a person's name? Only so much as a date behind it needs."""

from __future__ import annotations

import re

from bot.text.fold import strip_diacritics

_FAMILY_NAMES = (
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong trinh dao "
    "doan mai luong ha cao ta luu chu to quach thai la tong nghiem kieu vuong khuc phung"
)
_FAMILY = set(_FAMILY_NAMES.split())
_FAMILY_SMALL = {"nguyen", "tran", "pham", "huynh"}  # no other word of everyday is spelt so
_STREET = {"duong", "pho", "ngo", "ngach", "phuong", "xa", "quan", "huyen", "truong", "cau"}
_TAIL = re.compile(r"((?:[^\W\d_]+ ){0,6}[^\W\d_]+)[ ,;:(.-]{1,4}$")
_LOOK_BACK = 60


def ends_with_name(text: str) -> bool:
    """ "…Nguyễn Văn A, " and "nguyen van a " do; a street's name ("phố Lê Duẩn, ") does not."""
    tail = _TAIL.search(text[-_LOOK_BACK:])
    if not tail:
        return False
    words = tail[1].split()
    bare = [strip_diacritics(word).lower() for word in words]
    for size in range(2, min(5, len(words)) + 1):
        at = len(words) - size
        if at and bare[at - 1] in _STREET:
            continue
        capital = all(word[0].isupper() for word in words[at:])
        if (capital and bare[at] in _FAMILY) or (size > 2 and bare[at] in _FAMILY_SMALL):
            return True
    return False
