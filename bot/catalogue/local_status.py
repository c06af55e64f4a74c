"""The status of one procedure in Hanoi."""

from __future__ import annotations

from datetime import date
from typing import Literal

from bot.catalogue.model import Form, Record

ServiceLevel = Literal["full", "partial", "online_only"]


class ListedOnline(Record):
    """A weekly list names the procedure as taken only online.

    Attributes:
        asof: the day of the list.
        until: the last day on which it counts as the latest.
        source: who published it.
    """

    asof: date
    until: date
    source: str


class LocalStatus(Record):
    """None is unknown, never "no".

    Attributes:
        in_list: whether Hanoi's own list contains the procedure.
        service_level: wholly online, partly online, or taken only online.
        any_point: whether every service point takes it.
        point: the point that takes it, where only one does.
        fee_note: the local fee, in words for people.
        time_note: the local time limit, in words for people.
        forms: local forms.
        listed: the weekly list from which it is known that it is taken only online.
    """

    in_list: bool | None = None
    service_level: ServiceLevel | None = None
    any_point: bool | None = None
    point: str | None = None
    fee_note: str | None = None
    time_note: str | None = None
    forms: tuple[Form, ...] = ()
    listed: ListedOnline | None = None
