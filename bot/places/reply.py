"""Where to go in a ward: its service point, without an invented address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.answers.reply import Reply
from bot.answers.words import HOTLINE, listing
from bot.places.model import ServicePoint, Ward
from bot.text.numbers import say

_LISTED = 6


def place(wards: Sequence[Ward], points: Sequence[ServicePoint] = ()) -> Reply:
    """The point of one ward; a question back where a former name lies in several.

    Args:
        wards: what `find_ward` gave, at least one.
        points: what `load_points` gave; a ward without one has no known address.
    """
    if len(wards) > 1:
        return _which(wards)
    ward = wards[0]
    here = [point for point in points if point.ward_code == ward.code]
    return _known(ward, here) if here else _address_unknown(ward)


def _address_unknown(ward: Ward) -> Reply:
    text = (
        f"{ward.name} có điểm phục vụ hành chính công riêng. Chưa có địa chỉ và giờ làm việc; "
        f"vui lòng gọi {HOTLINE} để hỏi."
    )
    spoken = (
        f"{ward.name} có điểm phục vụ hành chính công riêng. "
        f"Chưa có địa chỉ, vui lòng gọi {HOTLINE} để hỏi."
    )
    return Reply(text=text, payload=_payload([ward]), spoken=say(spoken))


def _known(ward: Ward, points: Sequence[ServicePoint]) -> Reply:
    lines = [f"{ward.name}:", *(f"• {_line(point)}" for point in points)]
    payload = _payload([ward])
    payload["points"] = [
        {"name": point.name, "address": point.address, "phone": point.phone, "hours": point.hours}
        for point in points
    ]
    return Reply(
        text="\n".join(lines),
        payload=payload,
        spoken=say(f"{points[0].name}, địa chỉ {points[0].address}."),
    )


def _line(point: ServicePoint) -> str:
    more = [f"điện thoại {point.phone}" if point.phone else "", point.hours or ""]
    return "; ".join([f"{point.name}: {point.address}", *(part for part in more if part)])


def _which(wards: Sequence[Ward]) -> Reply:
    names = [ward.name for ward in wards]
    question = "Tên này nay thuộc nhiều phường, xã mới. Anh/chị ở nơi nào?"
    lines = [f"{at}. {name}" for at, name in enumerate(names[:_LISTED], start=1)]
    more = [f"… và {len(names) - _LISTED} nơi khác; gọi {HOTLINE} nếu chưa rõ."]
    payload = _payload(wards)
    payload["question"] = question
    payload["quick_replies"] = [{"label": name, "text": name} for name in names[:_LISTED]]
    return Reply(
        text="\n".join([question, *lines, *(more if len(names) > _LISTED else [])]),
        payload=payload,
        spoken=say(
            f"Tên này nay thuộc nhiều phường, xã mới. Anh chị ở {listing(names[:3], 'hay')}?"
        ),
    )


def _payload(wards: Sequence[Ward]) -> dict[str, Any]:
    return {
        "type": "place",
        "wards": [{"code": ward.code, "name": ward.name, "kind": ward.kind} for ward in wards],
        "points": [],
        "hotline": HOTLINE,
        "quick_replies": [],
    }
