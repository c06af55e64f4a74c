"""What a number is called by the words beside it: "phí 8000", "năm 2025", "quận 1234".

A number taken for one of these stays in the message, so a word that may be another without its
diacritics, or a name, does not count: "tra ngay 5678" and "em Phương 5678" are proofs. An amount
also has to be round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.text.said_codes import LAST_FOUR

_NUMBER = re.compile(r"(?<!\d)\d+(?:[.,]\d{3})*(?!\d)")
_MONEY = "phí|phi|tiền|tien|đóng|dong|nộp|nop|hết|het|giá|thu|trả|mất|tốn|nợ|mức"
_LINK = "là|la|hết|het|có|co|khoảng|khoang|tầm|tam|những|nhung|mất|thêm|them"
_PRICED = re.compile(rf"(?<!\w)(?:{_MONEY})(?: (?:{_LINK})){{0,2}}[ :]{{1,2}}$")
_ROUND = re.compile(r"[1-9][\d.,]*00$")
_PLACED = re.compile(
    r"(?<!\w)(?:quận|huyện|phường|đường|phố|ngõ|ngách|hẻm|số nhà|căn hộ"
    r"|nghị định|thông tư|quyết định|luật|tổng đài|hotline)(?: số)?[ :]{1,2}$"
)
_ON = re.compile(r"(?<!\w)ngày[ :]{1,2}$")
_DAY = re.compile(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])")  # "ngày 2511"
_IN = re.compile(r"(?<!\w)năm $")
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNIT = re.compile(
    r"(?: ?(?:đồng|dong|đ|vnđ|vnd|nghìn|nghin|ngàn|ngan|triệu|trieu|tỷ|m2|mét|met|km)|k"
    r"| ngày)(?!\w)(?! (?:ý|y|thời|thoi|chí|chi|mai|kia|nào|nao|hôm|hom|sinh))"
)
_PROOF = re.compile(rf"{LAST_FOUR.pattern}(?: la)?[ :,]*$")


def called_otherwise(text: str, shadow: str) -> Iterator[tuple[int, int]]:
    """(start, end) of typed numbers that plainly are amounts, counts, places, documents, days."""
    for found in _NUMBER.finditer(shadow):
        start, end = found.span()
        before, after = text[:start].lower(), text[end:].lower()
        if _PROOF.search(shadow[:start]):
            continue
        if (said := _IN.search(before)) and _YEAR.fullmatch(found[0]):
            yield said.start(), end  # with its word, which else is a five
        elif _is_otherwise(before, found[0], after):
            yield start, end


def _is_otherwise(before: str, number: str, after: str) -> bool:
    return bool(
        _UNIT.match(after)
        or _PLACED.search(before)
        or (_PRICED.search(before) and _ROUND.match(number))
        or (_ON.search(before) and _DAY.fullmatch(number))
    )
