"""Looking up a case: what a citizen may learn, and what nobody can find out by trying."""

from __future__ import annotations

import time
from dataclasses import replace

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.cases.derive import timing
from bot.cases.gateway import SourceDown
from bot.cases.lockout import LockedUntil, Lockout
from bot.cases.model import Case
from bot.cases.outcome import REFUSED, SOURCE_DOWN, Listed, Outcome, OutcomeKind
from bot.cases.proofs import Proofs
from bot.cases.registry import Registry
from bot.cases.routing import Asked, Router
from bot.clock import today

MOST_LISTED = 10
WITHIN_S = 2.5  # for all sources together: with the database's part, below 3 s

log = structlog.get_logger(__name__)


class Desk:
    """Where cases are asked for, by every channel."""

    def __init__(
        self, router: Router, registry: Registry, proofs: Proofs, lockout: Lockout
    ) -> None:
        self._router = router
        self._registry = registry
        self._proofs = proofs
        self._lockout = lockout

    def look_up(self, code: str, proof: str, caller: str, channel: str) -> Outcome:
        """The case with this canonical code, for who knows the last four digits of its number.

        Blocks for up to 3 s, so call it outside an event loop. It writes one audit record.

        Args:
            proof: the four digits; anything else is a wrong proof.
            caller: what tells callers apart (a session, a telephone number); kept hashed.
            channel: web, app, voice, …
        """
        began = time.monotonic()
        try:
            ticket = self._lockout.begin(code, caller, channel)
            if isinstance(ticket, LockedUntil):
                return Outcome(OutcomeKind.LOCKED, until=ticket.until)
            asked = self._router.ask(code, WITHIN_S)
            kept = asked.found.proofs if asked.found else ()
            right = self._proofs.match(code, proof, kept)  # always: it must cost the same
            outcome = _tell(asked, right)
            # A source that answered has checked a guess: it counts, also when another was down.
            self._lockout.end(ticket, outcome.kind, failed=asked.answered and not right)
        except SQLAlchemyError as error:
            # Nothing is told that cannot be written down.
            log.error("case_look_up_failed", error=type(error).__name__)
            return SOURCE_DOWN
        early = began + asked.alike_after_s - time.monotonic()
        if outcome.kind is not OutcomeKind.FOUND and early > 0:
            time.sleep(early)
        return outcome

    def glance(self, code: str, caller: str, channel: str) -> Outcome:
        """What anyone may see of a case, where the city opens it: its state and its due date.

        As `look_up`, without a proof: a code that nobody has counts as a failure, so that the
        numbers of cases cannot be gone through one by one.
        """
        try:
            ticket = self._lockout.begin(code, caller, channel)
            if isinstance(ticket, LockedUntil):
                return Outcome(OutcomeKind.LOCKED, until=ticket.until)
            asked = self._router.ask(code, WITHIN_S)
            outcome = _tell(asked, right=asked.found is not None)
            kind = "glanced" if outcome.kind is OutcomeKind.FOUND else outcome.kind
            self._lockout.end(ticket, kind, failed=asked.answered and asked.found is None)
        except SQLAlchemyError as error:
            log.error("case_glance_failed", error=type(error).__name__)
            return SOURCE_DOWN
        return replace(outcome, case=_open_part(outcome.case)) if outcome.case else outcome

    def of_person(self, person: str, caller: str, channel: str) -> Listed | None:
        """The cases of a person who is signed in; None when they cannot be told now.

        Blocks, as `look_up` does, and writes one audit record. No lock-out holds here: nothing
        can be guessed. Only the registry knows whose a case is; other sources are not asked.

        Args:
            person: the keyed hash of the whole number (`bot.cases.proofs.Proofs.owner`).
        """
        try:
            cases = self._registry.of_owner(person, MOST_LISTED + 1)
            self._lockout.note(person, caller, channel, "listed")
        except (SourceDown, SQLAlchemyError, ValueError) as error:
            log.error("case_list_failed", error=type(error).__name__)
            return None
        return Listed(tuple(cases[:MOST_LISTED]), more=len(cases) > MOST_LISTED)


def _open_part(case: Case) -> Case:
    return Case(
        code=case.code,
        state=case.state,
        due=timing(case, today()).due or case.due,
        source=case.source,
        source_time=case.source_time,
        demo=case.demo,
    )


def _tell(asked: Asked, right: bool) -> Outcome:
    if asked.found and right:
        try:
            return Outcome(OutcomeKind.FOUND, asked.found.read())
        except ValueError as error:  # a record that does not fit the model
            log.error("case_record_unreadable", error=type(error).__name__)
            return SOURCE_DOWN
    return SOURCE_DOWN if asked.down else REFUSED
