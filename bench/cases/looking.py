"""Times of single look-ups, in the gateway and at the desk, beside a table without an index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import TypeVar

from sqlalchemy import text

from bench.cases.population import Population
from bot.cases.lookup import MOST_LISTED
from bot.cases.outcome import REFUSED, OutcomeKind
from bot.cases.proofs import Proofs
from bot.cases.service import Cases

T = TypeVar("T")
Times = list[float]  # milliseconds
SCANS = 5  # each reads the whole table
# An expression on the column keeps the database from using its index.
_SCAN = "SELECT record FROM case_record WHERE {} || '' = :sought"


def gateway(cases: Cases, proofs: Proofs, people: Population, asks: int) -> dict[str, Times]:
    serials = people.some(asks)
    registry = cases.registry
    known = [people.code(n) for n in serials]
    unknown = [people.code(n + people.count) for n in serials]
    owners = [proofs.owner(people.owner(n)) for n in serials]
    return {
        "a code that is there": timed(known, lambda code: bool(registry.find(code, 1.0))),
        "a code that is not": timed(unknown, lambda code: registry.find(code, 1.0) is None),
        "all cases of one person": timed(
            owners, lambda owner: bool(registry.of_owner(owner, MOST_LISTED + 1))
        ),
    }


def scans(cases: Cases, proofs: Proofs, people: Population) -> dict[str, Times]:
    """The simple method: every row is read."""

    def scan(column: str, sought: str) -> bool:
        with cases.store.reading() as session:
            asked = text(_SCAN.format(column))
            return bool(session.connection().execute(asked, {"sought": sought}).all())

    serials = people.some(SCANS)
    owners = [proofs.owner(people.owner(n)) for n in serials]
    return {
        "no index: a code": timed(
            [people.code(n) for n in serials], lambda code: scan("code", code)
        ),
        "no index: a person": timed(owners, lambda owner: scan("owner", owner)),
    }


def desk(cases: Cases, people: Population, asks: int) -> dict[str, Times]:
    """Whole look-ups: lock-out, audit record, proof. Every one is of another code and caller."""

    def ask(code: str, proof: str) -> OutcomeKind:
        return cases.desk.look_up(code, proof, f"caller {code}", "bench").kind

    def refused(code: str) -> bool:
        return ask(code, "none") is REFUSED.kind

    serials = people.some(3 * asks, salt=1)
    right, wrong, unknown = serials[:asks], serials[asks : 2 * asks], serials[2 * asks :]
    return {
        "right proof": timed(
            [(people.code(n), people.phone(n)) for n in right],
            lambda asked: ask(*asked) is OutcomeKind.FOUND,
        ),
        "wrong proof": timed([people.code(n) for n in wrong], refused),
        "unknown code": timed([people.code(n + people.count) for n in unknown], refused),
    }


def timed(asked: Sequence[T], right: Callable[[T], bool]) -> Times:
    """Milliseconds of each call.

    Raises:
        RuntimeError: an answer was wrong, so that its time says nothing.
    """
    times = []
    for one in asked:
        began = perf_counter()
        if not right(one):
            raise RuntimeError("a look-up gave a wrong answer")
        times.append((perf_counter() - began) * 1000)
    return times
