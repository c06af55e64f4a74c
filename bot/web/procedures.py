"""One procedure as a page or as JSON: the same card that the assistant gives, not folded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.web.problems import Problem

CODE = re.compile(r"\d\.\d{6}")


@dataclass(frozen=True)
class Shown:
    """`card` is the payload that a page draws; `record` the facts behind it."""

    card: dict[str, Any]
    record: dict[str, Any]


class Procedures:
    """Looks procedures up in the catalogue in force."""

    def show(self, code: str, today: date) -> Shown:
        """The card of one procedure.

        Raises:
            Problem: 404 for a code that isn't known, 410 for one that was withdrawn.
        """
        raise _unknown(code)


def _unknown(code: str) -> Problem:
    which = f"mã {code}" if CODE.fullmatch(code) else "mã này"
    return Problem(
        404,
        "no-procedure",
        "Không có thủ tục này",
        f"Không tìm thấy thủ tục có {which}. Mã thủ tục có dạng 1.001193.",
    )


def _withdrawn(code: str, title: str) -> Problem:
    return Problem(
        410,
        "withdrawn",
        "Thủ tục đã bị bãi bỏ",
        f"Thủ tục “{title}” (mã {code}) không còn hiệu lực.",
        extra={"code": code, "old_title": title},
    )
