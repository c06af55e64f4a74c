"""What stands for a hidden number when people read a text: "[cccd]" is "số căn cước đã che"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from markupsafe import Markup, escape

from bot.text.proof import PLACE

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "[cccd]": "số căn cước đã che",
        "[phone]": "số điện thoại đã che",
        "[email]": "địa chỉ email đã che",
        "[card]": "số thẻ đã che",
        "[account]": "số tài khoản đã che",
        "[birth]": "ngày sinh đã che",
        "[passport]": "số hộ chiếu đã che",
        "[insurance]": "số bảo hiểm đã che",
        "[tax]": "mã số thuế đã che",
        "[plate]": "biển số xe đã che",
        PLACE: "bốn số xác minh đã che",
    }
)
WHY = "Số riêng được che trước khi lưu, không ai đọc lại được."
_PLACES = re.compile("|".join(map(re.escape, WORDS)))


def masked(text: str) -> Markup:
    """`text` as HTML, escaped, each placeholder a mark that says in words what was there.

    Of the page alone: what is stored, exported and sent on keeps its placeholders.
    """
    parts: list[str] = []
    done = 0
    for place in _PLACES.finditer(text):
        parts += [escape(text[done : place.start()]), _mark(WORDS[place[0]])]
        done = place.end()
    return Markup("").join([*parts, escape(text[done:])])


def _mark(words: str) -> Markup:
    return Markup('<mark class="masked" title="{}">{}</mark>').format(WHY, words)
