"""What a look-up may be narrowed to; each filter reads one field of the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.catalogue.local_status import LocalStatus
from bot.catalogue.model import Applicant, ChannelKind, Level, Procedure

LEVELS = {
    Level.WARD: "Phường, xã",
    Level.CITY: "Thành phố",
    Level.MINISTRY: "Bộ, ngành",
    Level.OTHER: "Cơ quan khác",
}
APPLICANTS = {
    Applicant.CITIZEN: "Công dân Việt Nam",
    Applicant.OVERSEAS_VIETNAMESE: "Người Việt Nam ở nước ngoài",
    Applicant.FOREIGNER: "Người nước ngoài",
    Applicant.COMPANY: "Doanh nghiệp",
    Applicant.COOPERATIVE: "Hợp tác xã",
    Applicant.ORGANISATION: "Tổ chức",
    Applicant.FOREIGN_ORGANISATION: "Tổ chức nước ngoài",
    Applicant.OFFICIAL: "Cán bộ, công chức",
}
CHANNELS = {
    ChannelKind.ONLINE: "Trực tuyến",
    ChannelKind.COUNTER: "Trực tiếp",
    ChannelKind.POST: "Bưu chính",
}
LOCAL: dict[str, tuple[str, Callable[[LocalStatus], bool]]] = {
    "listed": ("Có trong danh mục Hà Nội", lambda local: local.in_list is True),
    "not-listed": ("Không có trong danh mục Hà Nội", lambda local: local.in_list is False),
    "unknown": ("Hà Nội chưa xác nhận", lambda local: local.in_list is None),
    "full": ("Hà Nội: toàn trình", lambda local: local.service_level == "full"),
    "partial": ("Hà Nội: một phần", lambda local: local.service_level == "partial"),
    "online_only": ("Hà Nội: chỉ trực tuyến", lambda local: local.service_level == "online_only"),
}


@dataclass(frozen=True)
class Filters:
    """Empty is no filter; a value that the catalogue does not have matches nothing."""

    field: str = ""
    agency: str = ""
    level: str = ""
    applicant: str = ""
    channel: str = ""
    local: str = ""

    def pass_(self, procedure: Procedure, local: LocalStatus) -> bool:
        return (
            (not self.field or procedure.field == self.field)
            and (not self.agency or procedure.agency == self.agency)
            and (not self.level or self.level in procedure.levels)
            and (not self.applicant or self.applicant in procedure.applicants)
            and (not self.channel or self.channel in {one.kind for one in procedure.channels})
            and (not self.local or (self.local in LOCAL and LOCAL[self.local][1](local)))
        )


@dataclass(frozen=True)
class Choice:
    """One value of a filter, and how many procedures of the whole catalogue have it."""

    value: str
    label: str
    count: int


def choices(rows: Iterable[tuple[Procedure, LocalStatus]]) -> dict[str, list[Choice]]:
    """The values of each filter that occur, as a page offers them."""
    counts: dict[str, Counter[str]] = {
        name: Counter() for name in ("field", "agency", "level", "applicant", "channel", "local")
    }
    for procedure, local in rows:
        counts["field"][procedure.field] += 1
        if procedure.agency:
            counts["agency"][procedure.agency] += 1
        counts["level"].update(procedure.levels)
        counts["applicant"].update(procedure.applicants)
        counts["channel"].update({one.kind for one in procedure.channels})
        counts["local"].update(name for name, (_, holds) in LOCAL.items() if holds(local))
    named: dict[str, dict[str, str]] = {
        "level": {str(key): label for key, label in LEVELS.items()},
        "applicant": {str(key): label for key, label in APPLICANTS.items()},
        "channel": {str(key): label for key, label in CHANNELS.items()},
        "local": {name: label for name, (label, _) in LOCAL.items()},
    }
    return {
        name: [
            Choice(value, label, found[value])
            for value, label in named.get(name, {v: v for v in sorted(found)}).items()
            if found[value]
        ]
        for name, found in counts.items()
    }
