"""Where to file: who handles it, at which level, by which ways; no address is invented."""

from __future__ import annotations

import re
from datetime import date

from bot.answers.aspect import HEADING, Aspect
from bot.answers.channels import NAMES, kinds, online_only, open_channels
from bot.answers.online_only import listed, listed_aloud
from bot.answers.piece import Item, Part, Section
from bot.answers.words import HOTLINE, PORTAL, ear, listing, lower_first, tidy, upper_first
from bot.catalogue.local import LocalStatus
from bot.catalogue.model import ChannelKind, Level, Procedure

LEVELS: dict[Level, str] = {
    Level.WARD: "cấp xã (phường, xã)",
    Level.CITY: "cấp thành phố",
    Level.MINISTRY: "cấp bộ",
    Level.OTHER: "cơ quan khác",
}
# The national record sometimes names another province's office: not where one goes in Hanoi.
_ELSEWHERE = re.compile(
    r"(?i:h(ồ|ô) chí minh|tp\.? ?hcm|đà nẵng|cần thơ|hải phòng)|\b[Tt]ỉnh [A-ZĐÂÁÀ](?!hành phố)"
)
_DISTRICT = re.compile(r"\b(cấp huyện|huyện|quận)\b", re.IGNORECASE)
_NO_DISTRICT = (
    "Từ 1/7/2025 không còn cấp huyện; việc của cấp huyện nay do cấp xã hoặc cấp thành phố làm."
)
_ONLINE_ONLY = "Hà Nội chỉ nhận thủ tục này trực tuyến"
_ADDRESS = f"Chưa có địa chỉ nơi nhận hồ sơ; gọi {HOTLINE} để được chỉ nơi gần nhất."
_WARD_POINTS = "Mỗi phường, xã của Hà Nội có một điểm phục vụ hành chính công."
_WARD_OFFICE = re.compile(r"(ủy|uỷ) ban nhân dân (cấp )?(xã|phường)|ubnd (cấp )?xã", re.IGNORECASE)
_ANY_POINT = "Nộp được ở bất kỳ điểm phục vụ hành chính công nào của Hà Nội"

_LONGEST = 160  # characters; what is longer is no name of an office
_OFFICES = 3  # named in one sentence

Named = tuple[int, str]


def place(procedure: Procedure, local: LocalStatus, today: date) -> Part:
    """What is known of the place, most exact first: Hanoi's table, then the national record."""
    offices = _offices(procedure)
    known = _hanoi(procedure, local)
    office = _office(offices)
    direct = known or office or _level(procedure)
    more = [*(office if known else []), *(_level(procedure) if known or office else [])]
    sections = [
        Section(HEADING[Aspect.PLACE], tuple(direct), said=True),
        Section("Cấp và cách nộp", (*more, *_ways(procedure, local))),
    ]
    after = listed(local, today) if online_only(local) or local.point else [_ADDRESS]
    if _ADDRESS in after and any(_WARD_OFFICE.search(name) for _, name in offices):
        after.insert(0, _WARD_POINTS)
    if any(_DISTRICT.search(name) for _, name in offices):
        after.insert(0, _NO_DISTRICT)
    return Part(
        Aspect.PLACE,
        _lead(known, offices) or f"do {_levels(procedure)} giải quyết",
        tuple(section for section in sections if section.items),
        _with_list(_spoken(procedure, local, offices), local, today),
        after=tuple(after),
    )


def any_point(procedure: Procedure, local: LocalStatus) -> bool:
    """Known to be taken at every service point; Hanoi's own word goes first."""
    if local.any_point is not None:
        return local.any_point
    return procedure.flags.non_boundary is True


def _offices(procedure: Procedure) -> list[Named]:
    return [
        (at, tidy(name)) for at, name in enumerate(procedure.implementers) if is_office(tidy(name))
    ]


def is_office(name: str) -> bool:
    """A name, not a sentence that slipped into the field; and not another province's office."""
    named = name[:1].isupper() and len(name) <= _LONGEST and "*" not in name
    return named and not _ELSEWHERE.search(name)


def _with_list(said: list[str], local: LocalStatus, today: date) -> tuple[str, ...]:
    """How it is known that a counter is closed comes at once behind it."""
    return (*said[:1], *listed_aloud(local, today), *said[1:])


def _hanoi(procedure: Procedure, local: LocalStatus) -> list[Item]:
    if online_only(local):
        return [Item(f"{_ONLINE_ONLY}, tại {PORTAL}", "local.service_level")]
    if local.point:
        return [Item(f"Nơi nhận hồ sơ: {tidy(local.point)}", "local.point")]
    if any_point(procedure, local):
        source = "local.any_point" if local.any_point else "flags.non_boundary"
        return [Item(_ANY_POINT, source)]
    return []


def _office(offices: list[Named]) -> list[Item]:
    return [
        Item(f"Cơ quan giải quyết: {name}", f"implementers[{at}]")
        for name, at in {name: at for at, name in offices}.items()
    ]


def _lead(known: list[Item], offices: list[Named]) -> str:
    if known:
        return lower_first(known[0].text)
    names = list(dict.fromkeys(name for _, name in offices))
    more = f" và {len(names) - _OFFICES} cơ quan khác" if len(names) > _OFFICES else ""
    return f"cơ quan giải quyết là {'; '.join(names[:_OFFICES])}{more}" if names else ""


def _level(procedure: Procedure) -> list[Item]:
    return [Item(f"Cấp giải quyết: {_levels(procedure)}", "levels")]


def _levels(procedure: Procedure) -> str:
    return listing([LEVELS[level] for level in procedure.levels])


def _ways(procedure: Procedure, local: LocalStatus) -> list[Item]:
    rows = open_channels(procedure, local)
    names = listing([NAMES[kind] for kind in kinds(rows)])
    if not names or online_only(local):
        return []
    source = ", ".join(f"channels[{at}].kind" for at, _ in rows)
    return [Item(f"Cách nộp theo danh mục quốc gia: {names}", source)]


def _spoken(procedure: Procedure, local: LocalStatus, offices: list[Named]) -> list[str]:
    if online_only(local):
        return [
            "Hà Nội chỉ nhận thủ tục này trực tuyến.",
            "Nộp trên Cổng dịch vụ công quốc gia, đăng nhập bằng tài khoản VNeID.",
        ]
    more = f" và {len(offices) - 1} cơ quan khác" if len(offices) > 1 else ""
    said = [f"{upper_first(ear(offices[0][1], 12))}{more} giải quyết."] if offices else []
    if not said:
        said = [f"Việc này do {_levels(procedure)} giải quyết."]
    if local.point:
        said = [f"Nộp tại {ear(tidy(local.point), 16)}."]
    elif any_point(procedure, local):
        said.insert(0, f"{_ANY_POINT}.")
    rows = open_channels(procedure, local)
    names = listing([NAMES[kind] for kind in kinds(rows)], "hoặc")
    if names:
        said.append(f"Có thể nộp {names}.")
    if not local.point and ChannelKind.COUNTER in kinds(rows):
        said.append(f"Chưa có địa chỉ nơi nhận, vui lòng gọi {HOTLINE}.")
    return said
