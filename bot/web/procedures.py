"""One procedure as a page or as JSON: the same card that the assistant gives, not folded."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from bot.answers.aspect import HEADING, LABEL, Aspect
from bot.answers.card import card, full_sections
from bot.catalogue.local import local_table_path
from bot.catalogue.store import Catalogue, folder_in_force, load_catalogue
from bot.web.problems import Problem

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


class Procedures:
    """Looks procedures up in the catalogue in force; a new version is seen at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: tuple[Path, float] | None = None
        self._catalogue: Catalogue | None = None

    def show(self, code: str, today: date) -> Shown:
        """The card of one procedure.

        Raises:
            Problem: 404 for a code that isn't known, 410 for one that has left the portal.
        """
        catalogue = self._in_force()
        procedure = catalogue.get(code)
        if not procedure:
            title = catalogue.withdrawn.get(code)
            raise _unknown(code) if title is None else _withdrawn(code, title)
        local = catalogue.local.status(code)
        payload = card(procedure, local=local, asof=catalogue.asof, today=today).payload
        sections = full_sections(procedure, local=local, today=today)
        record = procedure.model_dump(mode="json")
        return Shown(card={**payload, "sections": sections}, record=record)

    def _in_force(self) -> Catalogue:
        with self._lock:
            table = local_table_path()
            seen = (folder_in_force(), table.stat().st_mtime if table.exists() else 0.0)
            if self._catalogue is None or seen != self._seen:
                self._catalogue, self._seen = load_catalogue(), seen
            return self._catalogue


def by_aspect(sections: list[dict[str, Any]]) -> list[Group]:
    """Sections that follow each other with the same aspect, together."""
    return [
        Group(aspect, HEADING[Aspect(aspect)], LABEL[Aspect(aspect)], list(group))
        for aspect, group in groupby(sections, key=lambda section: str(section["aspect"]))
    ]


def _unknown(code: str) -> Problem:
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
