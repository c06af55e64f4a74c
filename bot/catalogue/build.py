"""From what a source says to a `Procedure`: every derivation in one place."""

from __future__ import annotations

from bot.catalogue.derive.case import tell_apart
from bot.catalogue.derive.clean import lines, tidy
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
    elsewhere, cases = speaks_elsewhere(raw), _cases(raw.channels)
    rows = (
        Channel(
            kind=channel.kind,
            time=derive_time(channel, raw.steps),
            fee=derive_fee(channel, elsewhere, raw.asof),
            case=case,
        )
        for channel, case in zip(raw.channels, cases, strict=True)
    )
    return tuple(dict.fromkeys(rows))


def _cases(channels: tuple[RawChannel, ...]) -> list[str | None]:
    cases: list[str | None] = [None] * len(channels)
    for kind in ChannelKind:
        places = [place for place, channel in enumerate(channels) if channel.kind is kind]
        if len(places) > 1:
            labels = tell_apart([channels[place].note for place in places])
            for place, label in zip(places, labels, strict=True):
                cases[place] = label
    return cases
