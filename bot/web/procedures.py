"""One procedure as a page or as JSON: the same card that the assistant gives, not folded."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from bot.answers.aspect import HEADING, LABEL, Aspect
from bot.answers.card import card, full_sections
from bot.catalogue.model import Procedure
from bot.catalogue.online_only import load_online_only
from bot.catalogue.opened import open_catalogue
from bot.channels.problems import Problem
from bot.notices import reply
from bot.notices.model import TakeDown

CODE = re.compile(r"\d\.\d{6}")


@dataclass(frozen=True)
class Shown:
    """`card` is the payload that a page draws; `record` the facts behind it."""

    card: dict[str, Any]
    record: dict[str, Any]


@dataclass(frozen=True)
class Group:
    """The sections of one aspect, under one heading of the page."""

    aspect: str
    heading: str
    label: str
    sections: list[dict[str, Any]]


@dataclass(frozen=True)
class Listed:
    """What is taken only online: each code with its title; None: not in the catalogue."""

    asof: date
    source: str
    old: bool
    rows: list[tuple[str, str | None]]


class Procedures:
    """Looks procedures up in the catalogue in force; a new version is seen at once."""

    def show(self, code: str, today: date, down: Mapping[str, TakeDown]) -> Shown:
        """The card of one procedure; `down` are those that staff took down.

        Raises:
            Problem: 404 for a code that isn't known, 410 for one that has left the portal, 503 for
                one that is being checked.
        """
        catalogue = open_catalogue()
        procedure = catalogue.get(code)
        if not procedure:
            title = catalogue.withdrawn.get(code)
            raise unknown(code) if title is None else _withdrawn(code, title)
        if code in down:
            raise _being_checked(procedure, down[code])
        local = catalogue.local.status(code)
        payload = card(procedure, local=local, asof=catalogue.asof, today=today).payload
        sections = full_sections(procedure, local=local, today=today)
        record = procedure.model_dump(mode="json")
        return Shown(card={**payload, "sections": sections}, record=record)

    def all(self) -> Mapping[str, Procedure]:
        """Everything in force, by code."""
        return open_catalogue().procedures

    def online_only(self, today: date) -> Listed | None:
        """The weekly list with the titles that are known; None where no list was imported."""
        weekly, catalogue = load_online_only(), open_catalogue()
        if weekly is None:
            return None
        found = [(code, catalogue.get(code)) for code in sorted(weekly.codes)]
        rows = [(code, one.title if one else None) for code, one in found]
        return Listed(weekly.asof, weekly.source, weekly.until < today, rows)

    def titles(self, codes: Collection[str]) -> dict[str, str]:
        """By code; of those that left the portal too, where they are known."""
        catalogue = open_catalogue()
        known = {code: catalogue.get(code) for code in codes}
        gone = catalogue.withdrawn
        return {c: p.title if p else gone.get(c, "") for c, p in known.items()}


def by_aspect(sections: list[dict[str, Any]]) -> list[Group]:
    """Sections that follow each other with the same aspect, together."""
    return [
        Group(aspect, HEADING[Aspect(aspect)], LABEL[Aspect(aspect)], list(group))
        for aspect, group in groupby(sections, key=lambda section: str(section["aspect"]))
    ]


def _being_checked(procedure: Procedure, down: TakeDown) -> Problem:
    """Staff took it down: its facts are not shown."""
    return Problem(
        503,
        "being-checked",
        "Đang kiểm tra lại thông tin",
        reply.being_checked(procedure, down).text,
        extra={"code": procedure.code},
    )


def unknown(code: str) -> Problem:
    which = f"mã {code}" if CODE.fullmatch(code) else "mã này"
    return Problem(
        404,
        "no-procedure",
        "Không có thủ tục này",
        f"Danh mục đang dùng không có thủ tục {which}. Mã thủ tục có dạng 1.001193.",
    )


def _withdrawn(code: str, title: str) -> Problem:
    name = f" “{title}”" if title else ""
    return Problem(
        410,
        "withdrawn",
        "Thủ tục không còn trên Cổng Dịch vụ công quốc gia",
        f"Thủ tục{name} (mã {code}) có thể đã được bãi bỏ hoặc thay bằng mã khác.",
        extra={"code": code, "old_title": title},
    )


def month(asof: str) -> str:
    """ "2026-07" as people write it: "7/2026"."""
    year, number = asof.split("-")
    return f"{int(number)}/{year}"
