"""Where it is known from that a procedure is taken only online, and whether that is still new."""

from __future__ import annotations

from datetime import date

from bot.answers.words import HOTLINE
from bot.catalogue.local import LocalStatus


def listed(local: LocalStatus, today: date) -> list[str]:
    """One sentence where a weekly list says so, with its day and source, and whether it is old."""
    if local.listed is None:
        return []
    one = local.listed
    known = f"Theo danh sách thủ tục chỉ nhận trực tuyến ngày {one.asof:%d/%m/%Y} ({one.source})"
    if one.until < today:
        return [f"{known}; danh sách này đã cũ, vui lòng gọi {HOTLINE} hỏi lại trước khi nộp."]
    return [f"{known}."]


def listed_aloud(local: LocalStatus, today: date) -> list[str]:
    if local.listed is None:
        return []
    asof = local.listed.asof
    day = f"danh sách ngày {asof.day} tháng {asof.month}"
    if local.listed.until < today:
        return [f"Nhưng {day} đã cũ, nên gọi {HOTLINE} hỏi lại."]
    return [f"Theo {day}."]
