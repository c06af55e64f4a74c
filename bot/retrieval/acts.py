"""What is done to a matter besides the plain act: renewing, taking back, changing, passing on.

"Đăng ký thế chấp" and "chuyển tiếp đăng ký thế chấp" share nearly all words. People who mean the
marked act say so; who does not say it means the plain one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.text.fold import fold

HEAD = 9  # words of a title in which its act stands
_MARKED = (
    "bãi bỏ", "bổ sung", "cải chính", "cấp đổi", "cấp lại", "chấm dứt", "chia", "chuyển đổi",
    "chuyển nhượng", "chuyển tiếp", "đăng ký lại", "điều chỉnh", "đình chỉ", "đổi", "gia hạn",
    "giải thể", "giảm", "giao", "hoãn", "hợp nhất", "hủy", "khôi phục", "lấy ý kiến", "lưu động",
    "miễn", "ngừng", "rút", "sáp nhập", "sửa đổi", "tạm dừng", "tạm ngừng", "tách", "thay đổi",
    "thôi", "thông báo", "thu hồi", "tự bỏ", "xác nhận", "xóa", "có yếu tố nước ngoài", "biên giới",
)  # fmt: skip


class Acts:
    """Which marked acts stand at the head of each title; rows are positions in `titles`."""

    def __init__(self, titles: Sequence[str]) -> None:
        heads = [" ".join(fold(title).split()[:HEAD]) for title in titles]
        self._patterns = [re.compile(rf"\b{fold(act)}\b") for act in _MARKED]
        self._of_title = np.array([_stand_in(self._patterns, head) for head in heads], bool)

    def said(self, *texts: str) -> NDArray[np.bool_]:
        """By row: does its title name a marked act that `texts` say?"""
        said = np.array(_stand_in(self._patterns, fold(" ".join(texts))), bool)
        return np.asarray(self._of_title[:, said].any(axis=1), np.bool_)

    def unsaid(self, *texts: str) -> NDArray[np.bool_]:
        """By row: does its title name a marked act that none of `texts` says?"""
        said = np.array(_stand_in(self._patterns, fold(" ".join(texts))), bool)
        return np.asarray(self._of_title[:, ~said].any(axis=1), np.bool_)


def _stand_in(patterns: Iterable[re.Pattern[str]], text: str) -> list[bool]:
    return [bool(pattern.search(text)) for pattern in patterns]
