"""From what a source says to a `Procedure`: every derivation in one place."""

from __future__ import annotations

from collections import Counter

from bot.catalogue.derive.clean import first_clause, lines, strip_bullet, tidy
from bot.catalogue.derive.fee import derive_fee, speaks_elsewhere
from bot.catalogue.derive.law import derive_law
from bot.catalogue.derive.papers import derive_papers
from bot.catalogue.derive.parties import (
    derive_applicants,
    derive_implementers,
    derive_levels,
    derive_results,
)
from bot.catalogue.derive.raw import RawChannel, RawProcedure
from bot.catalogue.derive.time import derive_time
from bot.catalogue.model import Channel, ChannelKind, Level, Procedure


def build_procedure(raw: RawProcedure, *, facts_only: bool) -> Procedure:
    """Derive the record; `facts_only` leaves out the portal's prose.

    Raises:
        pydantic.ValidationError: the code or another field does not fit the model.
    """
    agency = tidy(raw.agency) or None
    return Procedure(
        code=raw.code,
        title=tidy(raw.title),
        field=tidy(raw.field),
        agency=agency,
        implementers=derive_implementers(raw.implementers),
        levels=derive_levels(raw.levels) or (Level.OTHER,),
        channels=_channels(raw),
        papers=derive_papers(raw, with_notes=not facts_only),
        results=derive_results(raw.results),
        legal_basis=derive_law(raw.law),
        applicants=derive_applicants(raw.applicants),
        decision=tidy(raw.decision) or None,
        flags=raw.flags,
        promulgated_by_hanoi=agency is not None and "hà nội" in agency.lower(),
        url=raw.url or None,
        asof=raw.asof,
        sources=raw.sources,
        steps=() if facts_only else lines(raw.steps),
        conditions=() if facts_only else lines(raw.conditions),
    )


def _channels(raw: RawProcedure) -> tuple[Channel, ...]:
    """Channel rows, exact repetitions once; rows of one kind are told apart by their note."""
    count = Counter(channel.kind for channel in raw.channels)
    elsewhere = speaks_elsewhere(raw)
    rows = (_channel(raw, channel, elsewhere, count) for channel in raw.channels)
    return tuple(dict.fromkeys(rows))


def _channel(
    raw: RawProcedure, channel: RawChannel, elsewhere: str | None, count: Counter[ChannelKind]
) -> Channel:
    return Channel(
        kind=channel.kind,
        time=derive_time(channel, raw.steps),
        fee=derive_fee(channel, elsewhere, raw.asof),
        case=_case(channel.note) if count[channel.kind] > 1 else None,
    )


def _case(note: str) -> str | None:
    """Which case a row is for, where its note begins by saying so."""
    text = strip_bullet(tidy(note))
    if not text.lower().startswith(("trường hợp", "đối với", "cấp ", "với ")):
        return None
    head, _, rest = text.partition(":")
    numbered = len(head) < 16 and rest  # "Trường hợp 1: có thẩm định"
    return f"{head}: {first_clause(rest, 100)}" if numbered else first_clause(text, 120)
