"""Which source answers for which case: by the unit in its code, and by its procedure."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from bot.cases.gateway import CaseGateway, Found, SourceDown

_UNIT = re.compile(r"[A-Z]\d{2}(?:\.\d{1,3})*(?=-)")

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Route:
    """A source and what it answers for; no units, no procedures: for all of them.

    Attributes:
        units: beginnings of units as they stand in case codes, "H", "H26", "G22.99".
        procedures: codes; what the source says about cases of others is not believed.
    """

    gateway: CaseGateway
    units: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()

    def may_know(self, code: str) -> bool:
        unit = _UNIT.search(code)
        return not self.units or bool(unit and any(_below(one, unit[0]) for one in self.units))

    def answers_for(self, found: Found) -> bool:
        return not self.procedures or found.procedure in self.procedures


def _below(beginning: str, unit: str) -> bool:
    """ "H26" and "H26.1" begin with "H"; "H26.12" does not begin with "H26.1"."""
    rest = unit[len(beginning) :]
    return unit.startswith(beginning) and not (beginning[-1:].isdigit() and rest[:1].isdigit())


@dataclass(frozen=True)
class Asked:
    """What the sources said together: `answered`, at least one did; `down`, at least one not."""

    found: Found | None
    answered: bool
    down: bool
    alike_after_s: float


class Router:
    """Asks every source that may know a code, whatever the others said.

    Stopping at the first answer would tell by the time taken whether a code exists. Sources
    whose units differ are never asked together.
    """

    def __init__(self, routes: Sequence[Route]) -> None:
        self._routes = tuple(routes)

    def ask(self, code: str, within_s: float) -> Asked:
        """Within `within_s` for all sources together; the first that answers for it is believed.

        Each has an equal share of the time that is left: one that hangs takes none of the others'.
        """
        end = time.monotonic() + within_s
        asked = [route for route in self._routes if route.may_know(code)]
        found: Found | None = None
        down = 0
        for waiting, route in zip(range(len(asked), 0, -1), asked, strict=True):
            try:
                got = route.gateway.find(code, max(0.0, end - time.monotonic()) / waiting)
            except SourceDown as error:
                log.warning("case_source_down", reason=str(error))
                down += 1
                continue
            if got and found is None and route.answers_for(got):
                found = got
        alike = max((route.gateway.alike_after_s for route in asked), default=0.0)
        return Asked(
            found, answered=down < len(asked) or not asked, down=down > 0, alike_after_s=alike
        )

    def close(self) -> None:
        for route in self._routes:
            route.gateway.close()
