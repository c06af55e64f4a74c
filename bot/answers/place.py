"""Where to file: who handles it, at which level, by which ways; no address is invented."""

from __future__ import annotations

import re

from bot.answers.aspect import HEADING, Aspect
from bot.answers.channels import NAMES, kinds, online_only, open_channels
from bot.answers.piece import Item, Part, Section
from bot.answers.words import HOTLINE, PORTAL, ear, listing, shorten, tidy, upper_first
from bot.catalogue.local import LocalStatus
from bot.catalogue.model import ChannelKind, Level, Procedure

LEVELS: dict[Level, str] = {
    Level.WARD: "cấp xã (phường, xã)",
    Level.CITY: "cấp thành phố",
    Level.MINISTRY: "cấp bộ",
    Level.OTHER: "cơ quan khác",
}
# The national record sometimes names another province's office: not where one goes in Hanoi.
_ELSEWHERE = re.compile(r"h(ồ|ô) chí minh|tp\.? ?hcm|đà nẵng|cần thơ|hải phòng", re.IGNORECASE)
_DISTRICT = re.compile(r"\b(cấp huyện|huyện|quận)\b", re.IGNORECASE)
_NO_DISTRICT = (
    "Từ 1/7/2025 không còn cấp huyện; việc của cấp huyện nay do cấp xã hoặc cấp thành phố làm."
)
_ONLINE_ONLY = "Hà Nội chỉ nhận thủ tục này trực tuyến"
_ADDRESS = f"Chưa có địa chỉ nơi nhận hồ sơ; gọi {HOTLINE} để được chỉ nơi gần nhất."
_ANY_POINT = "Nộp được ở bất kỳ điểm phục vụ hành chính công nào của Hà Nội"

Named = tuple[int, str]


def place(procedure: Procedure, local: LocalStatus) -> Part:
    """What is known of the place, most exact first: Hanoi's table, then the national record."""
    offices = _offices(procedure)
    items = [*_hanoi(procedure, local), *_who(procedure, offices), *_ways(procedure, local)]
    after = [] if online_only(local) or local.point else [_ADDRESS]
    if any(_DISTRICT.search(name) for _, name in offices):
        after.insert(0, _NO_DISTRICT)
    return Part(
        Aspect.PLACE,
        _lead(procedure, local, offices),
        (Section(HEADING[Aspect.PLACE], tuple(items)),),
        tuple(_spoken(procedure, local, offices)),
        after=tuple(after),
    )


def any_point(procedure: Procedure, local: LocalStatus) -> bool:
    """Known to be taken at every service point; Hanoi's own word goes first."""
    if local.any_point is not None:
        return local.any_point
    return procedure.flags.non_boundary is True


def _offices(procedure: Procedure) -> list[Named]:
    return [
        (at, tidy(name))
        for at, name in enumerate(procedure.implementers)
        if tidy(name) and not _ELSEWHERE.search(name)
    ]


def _hanoi(procedure: Procedure, local: LocalStatus) -> list[Item]:
    if online_only(local):
        return [Item(f"{_ONLINE_ONLY}, tại {PORTAL}", "local.service_level")]
    if local.point:
        return [Item(f"Nơi nhận hồ sơ: {tidy(local.point)}", "local.point")]
    if any_point(procedure, local):
        source = "local.any_point" if local.any_point else "flags.non_boundary"
        return [Item(_ANY_POINT, source)]
    return []


def _who(procedure: Procedure, offices: list[Named]) -> list[Item]:
    levels = listing([LEVELS[level] for level in procedure.levels])
    items = [Item(f"Cấp thực hiện: {levels}", "levels")] if levels else []
    if offices:
        names = "; ".join(dict.fromkeys(name for _, name in offices))
        source = ", ".join(f"implementers[{at}]" for at, _ in offices)
        items.insert(0, Item(f"Cơ quan thực hiện: {names}", source))
    return items


def _ways(procedure: Procedure, local: LocalStatus) -> list[Item]:
    rows = open_channels(procedure, local)
    names = listing([NAMES[kind] for kind in kinds(rows)])
    if not names or online_only(local):
        return []
    source = ", ".join(f"channels[{at}].kind" for at, _ in rows)
    return [Item(f"Cách nộp theo danh mục quốc gia: {names}", source)]


def _lead(procedure: Procedure, local: LocalStatus, offices: list[Named]) -> str:
    if online_only(local):
        return "chỉ nhận trực tuyến"
    if local.point:
        return f"nộp tại {tidy(local.point)}"
    if any_point(procedure, local):
        return "nộp được ở bất kỳ điểm phục vụ nào của Hà Nội"
    if offices:
        return f"{shorten(offices[0][1], 120)} giải quyết"
    return f"{listing([LEVELS[level] for level in procedure.levels])} giải quyết"


def _spoken(procedure: Procedure, local: LocalStatus, offices: list[Named]) -> list[str]:
    if online_only(local):
        return [
            "Hà Nội chỉ nhận thủ tục này trực tuyến.",
            "Nộp trên Cổng dịch vụ công quốc gia, đăng nhập bằng tài khoản VNeID.",
        ]
    said = [f"{upper_first(ear(offices[0][1], 14))} giải quyết."] if offices else []
    if not said:
        said = [f"Việc này do {listing([LEVELS[level] for level in procedure.levels])} giải quyết."]
    if local.point:
        said = [f"Nộp tại {ear(tidy(local.point), 16)}."]
    elif any_point(procedure, local):
        said.insert(0, f"{_ANY_POINT}.")
    rows = open_channels(procedure, local)
    names = listing([NAMES[kind] for kind in kinds(rows)], "hoặc")
    if names:
        said.append(f"Có thể nộp {names}.")
    if not local.point and ChannelKind.COUNTER in kinds(rows):
        said.append(f"Địa chỉ thì chưa có, vui lòng gọi {HOTLINE}.")
    return said
