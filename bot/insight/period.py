"""A period of days in Hanoi, as people name it; absurd ones are refused with a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.clock import HANOI

MOST_DAYS = 366
USUAL_DAYS = 30
EARLIEST = date(2025, 7, 1)  # Hanoi's two tiers, and with them every code, begin here
_FORMS = ("%Y-%m-%d", "%d/%m/%Y")


class BadPeriod(ValueError):
    """No such period; the message is a Vietnamese sentence for whoever asked."""


@dataclass(frozen=True)
class Period:
    """Whole days, `last` included.

    Raises:
        BadPeriod: it ends before it begins, or is longer than MOST_DAYS.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise BadPeriod(
                f"Ngày cuối ({self.last:%d/%m/%Y}) đứng trước ngày đầu ({self.first:%d/%m/%Y})."
            )
        if len(self) > MOST_DAYS:
            raise BadPeriod(
                f"Kỳ này dài {len(self)} ngày; mỗi lần chỉ xem được nhiều nhất {MOST_DAYS} ngày."
            )

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def __str__(self) -> str:
        return f"{self.first:%d/%m/%Y}–{self.last:%d/%m/%Y}"

    @property
    def days(self) -> list[date]:
        return [self.first + timedelta(days=n) for n in range(len(self))]

    @property
    def start(self) -> datetime:
        """The first moment, in UTC."""
        return moment(self.first)

    @property
    def end(self) -> datetime:
        """The first moment that is no longer in it, in UTC."""
        return moment(self.last + timedelta(days=1))


def moment(day: date) -> datetime:
    """Midnight in Hanoi at which `day` begins, in UTC."""
    return datetime.combine(day, time(), HANOI).astimezone(UTC)


def usual(today: date) -> Period:
    """The last USUAL_DAYS whole days."""
    return Period(today - timedelta(days=USUAL_DAYS), today - timedelta(days=1))


def read_period(first: str, last: str, today: date) -> Period:
    """What somebody typed; both empty: the usual period.

    Raises:
        BadPeriod: a date cannot be read, lies in the future or long before the service.
    """
    if not first.strip() and not last.strip():
        return usual(today)
    if not first.strip() or not last.strip():
        raise BadPeriod("Hãy cho cả ngày đầu và ngày cuối của kỳ.")
    period = Period(_day(first), _day(last))
    if period.last > today:
        raise BadPeriod(
            f"Ngày cuối ({period.last:%d/%m/%Y}) ở tương lai; hôm nay là {today:%d/%m/%Y}."
        )
    if period.first < EARLIEST:
        raise BadPeriod(f"Không có số liệu nào trước ngày {EARLIEST:%d/%m/%Y}.")
    return period


def _day(typed: str) -> date:
    for form in _FORMS:
        try:
            return datetime.strptime(typed.strip(), form).date()
        except ValueError:
            continue
    raise BadPeriod(f"Không đọc được ngày “{typed.strip()[:20]}”; hãy viết như 2026-07-31.")
