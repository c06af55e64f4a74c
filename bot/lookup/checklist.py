"""The papers for this citizen's situation: chosen by a person, kept in the link, not stored."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from bot.answers.papers import HEADINGS, papers
from bot.answers.piece import Section
from bot.catalogue.local import LocalStatus
from bot.catalogue.model import PaperUse, Procedure
from bot.catalogue.store import Catalogue
from bot.guides.around import guides_around
from bot.guides.model import START, Question

_PAPER = re.compile(r"papers\[(\d+)\]")  # the source of an item that is a paper
ALWAYS = frozenset((HEADINGS[PaperUse.SUBMIT], HEADINGS[PaperUse.SHOW]))


@dataclass(frozen=True)
class Line:
    """One paper. `number` is its place in the record; `always`: needed in every case."""

    number: int
    text: str
    always: bool


@dataclass(frozen=True)
class Group:
    heading: str
    lines: tuple[Line, ...]


def groups(procedure: Procedure, local: LocalStatus) -> list[Group]:
    """The papers of a record as an answer groups them: for all, for one case, only sometimes."""
    part = papers(procedure, local)
    found = [_group(section, procedure) for section in part.sections if not section.aside]
    return [group for group in found if group.lines]


def chosen(all_groups: list[Group], numbers: frozenset[int]) -> list[Group]:
    """Only the papers with these numbers."""
    kept = [
        Group(group.heading, tuple(line for line in group.lines if line.number in numbers))
        for group in all_groups
    ]
    return [group for group in kept if group.lines]


def mark(procedure: Procedure) -> str:
    """Changes when the list of papers does: a link of before then shows the whole new list."""
    told = "\n".join(paper.model_dump_json() for paper in procedure.papers)
    return sha256(told.encode()).hexdigest()[:8]


@dataclass(frozen=True)
class Asked:
    """A guide's question for the official to put; `place` is its name in the guide."""

    guide: str
    title: str
    place: str
    question: Question


def asked(code: str, catalogue: Catalogue, guide: str = "", place: str = START) -> Asked | None:
    """The question `place` of `guide`, else the first of a guide that leads to `code`."""
    for name, one in guides_around(code, catalogue):
        if (not guide or name == guide) and place in one.questions:
            return Asked(name, one.title, place, one.questions[place])
    return None


def _group(section: Section, procedure: Procedure) -> Group:
    """The papers of a section; forms are drawn from papers, and are none of their own."""
    lines = []
    for item in section.items:
        found = _PAPER.fullmatch(item.source)
        if found:
            number = int(found[1])
            always = not section.case and section.heading in ALWAYS
            lines.append(Line(number, item.text, always))
    return Group(section.heading, tuple(lines))
