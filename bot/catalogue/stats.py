"""Figures of a catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bot.catalogue.model import FeeKind, PaperUse, Procedure, TimeKind
from bot.catalogue.store import Catalogue

Table = dict[str, int]


def figures(catalogue: Catalogue) -> dict[str, Table]:
    """Counts by heading; the first four count channel rows, the others procedures."""
    all_ = list(catalogue.procedures.values())
    rows = [channel for procedure in all_ for channel in procedure.channels]
    return {
        "fee of a channel row": _count(row.fee.kind.value for row in rows),
        "time of a channel row": _count(row.time.kind.value for row in rows),
        "channel rows": _count(row.kind.value for row in rows),
        "papers by use": _count(paper.use.value for p in all_ for paper in p.papers),
        "level": _count(level.value for p in all_ for level in p.levels),
        "procedures": _procedures(all_) | {"withdrawn": len(catalogue.withdrawn)},
    }


def _procedures(procedures: list[Procedure]) -> Table:
    def count(test: Iterable[object]) -> int:
        return sum(map(bool, test))

    return {
        "all": len(procedures),
        "with channels": count(p.channels for p in procedures),
        "with papers": count(any(x.use is not PaperUse.NOTE for x in p.papers) for p in procedures),
        "with a known time limit": count(
            any(c.time.kind is TimeKind.KNOWN for c in p.channels) for p in procedures
        ),
        "whose fee is said": count(
            any(c.fee.kind is not FeeKind.UNKNOWN for c in p.channels) for p in procedures
        ),
        "with an amount in dong": count(any(c.fee.amounts for c in p.channels) for p in procedures),
        "with legal basis": count(p.legal_basis for p in procedures),
        "with steps": count(p.steps for p in procedures),
        "sharing their title": count(p.same_title for p in procedures),
        "promulgated by Hanoi": count(p.promulgated_by_hanoi for p in procedures),
        "fields": len({p.field for p in procedures}),
    }


def _count(values: Iterable[str]) -> Table:
    return dict(Counter(values).most_common())
