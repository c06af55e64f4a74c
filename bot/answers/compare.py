"""Procedures side by side: a line for each aspect, a fact of each record in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.answers.aspect import HEADING, Aspect
from bot.answers.clarify import labels_of
from bot.answers.duration import quickest
from bot.answers.parts import part_of
from bot.answers.piece import Part
from bot.answers.render import closing
from bot.answers.reply import Reply
from bot.answers.spoken import WORDS
from bot.answers.words import ear, lower_first, month, shorten, stop
from bot.catalogue.local import LocalTruth
from bot.catalogue.model import Procedure
from bot.text.fold import fold
from bot.text.numbers import say

WHOLE = (Aspect.WHO, Aspect.TIME, Aspect.FEE, Aspect.PLACE, Aspect.ONLINE)
_HEARD = (Aspect.TIME, Aspect.FEE)  # what the telephone says of a whole comparison
_FACT = 140  # characters
_ALIKE = re.compile(r"; nộp [^;]+ như nhau$")  # of ways of filing: here procedures are compared
_HOW = "Chọn hoặc gõ số thứ tự để xem riêng một thủ tục."
_WHICH = "Anh chị muốn nghe riêng thủ tục nào?"
_ORDINALS = ("thứ nhất", "thứ hai", "thứ ba", "thứ tư")

Row = list[Part]  # one part for each procedure, all of one aspect


def compare(
    procedures: Sequence[Procedure],
    aspects: Sequence[Aspect],
    *,
    local: LocalTruth,
    asof: str,
    today: date,
) -> Reply:
    """Two to four procedures side by side; without aspects, by what people ask first.

    Raises ValueError with fewer than two procedures.
    """
    if len(procedures) < 2:
        raise ValueError("compare needs at least two procedures")
    labels = labels_of(procedures)
    rows = [
        [
            part_of(procedure, aspect, local.status(procedure.code), today)
            for procedure in procedures
        ]
        for aspect in aspects or WHOLE
    ]
    first = quickest([(procedure, local.status(procedure.code)) for procedure in procedures])
    most = "nhanh hơn" if len(procedures) == 2 else "nhanh nhất"
    verdict = "" if first is None else f"Thủ tục {_ORDINALS[first]} {most}."
    names = [f"{at}. {label}" for at, label in enumerate(labels, start=1)]
    sources = [line for p in procedures for line in closing(p, local.status(p.code), asof)]
    lines = [line for row in rows for line in _lines(row, verdict)]
    heard = [row for row in rows if aspects or row[0].aspect in _HEARD]
    return Reply(
        text="\n".join(["So sánh:", *names, *lines, _HOW, *sources]),
        payload={
            "type": "compare",
            "choices": _choices(procedures, labels),
            "sections": [_section(procedures, row, verdict) for row in rows],
            "sources": sources,
            "asof": asof,
        },
        spoken=_spoken(labels, heard, verdict, asof),
    )


def _choices(procedures: Sequence[Procedure], labels: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {"n": at, "code": procedure.code, "label": label, "text": f"{label} ({procedure.code})"}
        for at, (procedure, label) in enumerate(zip(procedures, labels, strict=True), start=1)
    ]


def _lines(row: Row, verdict: str) -> list[str]:
    heading = HEADING[row[0].aspect]
    facts = [_fact(part) for part in row]
    if len({fold(fact) for fact in facts}) == 1:
        return [f"{heading} – {_alike(row)}: {stop(facts[0])}"]
    each = [f"• ({at}) {stop(fact)}" for at, fact in enumerate(facts, start=1)]
    return list(filter(None, [f"{heading}:", *each, _of_time(row, verdict)]))


def _section(procedures: Sequence[Procedure], row: Row, verdict: str) -> dict[str, Any]:
    aspect = row[0].aspect
    items = [
        {"text": _fact(part), "source": _source(part), "code": procedure.code}
        for procedure, part in zip(procedures, row, strict=True)
    ]
    note = _of_time(row, verdict) or None
    return {"aspect": aspect.value, "heading": HEADING[aspect], "items": items, "note": note}


def _alike(row: Row) -> str:
    """What two records leave out need not be the same."""
    return "như nhau" if any(_source(part) for part in row) else "đều chưa rõ"


def _of_time(row: Row, verdict: str) -> str:
    return verdict if row[0].aspect is Aspect.TIME else ""


def _fact(part: Part) -> str:
    return lower_first(shorten(_ALIKE.sub("", part.brief or part.lead), _FACT))


def _source(part: Part) -> str | None:
    """The fields behind the fact; None where the record says nothing."""
    items = [item for section in part.sections for item in section.items]
    return ", ".join(dict.fromkeys(item.source for item in items)) or None


def _spoken(labels: Sequence[str], rows: Sequence[Row], verdict: str, asof: str) -> str:
    numbered = zip(_ORDINALS, labels, strict=False)
    names = [f"Thủ tục {at} là {lower_first(_name(label))}." for at, label in numbered]
    facts = []
    for row in rows:
        told = [_told(part) for part in row]
        if len(set(told)) == 1:
            facts.append(f"{HEADING[row[0].aspect]} {_alike(row)}: {told[0]}.")
            continue
        facts += [f"Thủ tục {at}, {said}." for at, said in zip(_ORDINALS, told, strict=False)]
        facts.append(_of_time(row, verdict))
    end = [f"Theo danh mục {month(asof).replace('/', ' năm ')}.", _WHICH]
    said = list(filter(None, facts))
    while len(said) > 1 and len(say(" ".join([*names, *said, *end])).split()) > WORDS:
        said.pop()
    return say(" ".join([*names, *said, *end]))


def _name(label: str) -> str:
    """The label's two parts, short."""
    return ear(label.replace(" – ", ", "), 12, least=4)


def _told(part: Part) -> str:
    return lower_first(part.spoken[0].rstrip("."))
