"""How one adapter of the national sharing axis is spoken to."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, HttpUrl

from bot.cases.model import CaseState
from bot.catalogue.model import Record


def _national() -> dict[str, CaseState]:
    return {str(state.value): state for state in CaseState}


class AxisConfig(Record):
    """Paths and codes differ between adapters; our login is never here.

    Attributes:
        name: what citizens are told as the source.
        unit: our own unit code on the axis ("madonvi").
        login_env: "POLICE" for a login in the environment as POLICE_USERNAME and POLICE_PASSWORD;
            without it the one of the settings.
        states: the adapter's state → one of the ten; a state that is not here stays unknown.
        stamp: field of a case or of the whole answer with the source's own time; without it the
            `Date` of the answer counts.
        progress: field of a case with the list of steps taken, where the adapter sends one.
        alike_after_s: refusals are held back until then; set it above the time in which this
            adapter usually answers for a code that it knows.
    """

    kind: Literal["axis"]
    name: str
    url: HttpUrl
    unit: str
    login_env: str | None = None
    login_path: str = "/login"
    ask_path: str = "/mapi"
    service: str = "TraCuuHoSo"
    states: dict[str, CaseState] = Field(default_factory=_national)
    stamp: str | None = None
    progress: str | None = None
    alike_after_s: float = Field(default=1.0, ge=0, le=2)
    units: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()
