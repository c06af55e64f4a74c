"""What happened to one made-up case, told from the day it was received."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.cases.model import Case, CaseFee, CaseState, Progress, Supplement
from bot.cases.workdays import after_working_days
from bot.catalogue.model import Procedure, TimeUnit
from bot.clock import HANOI

UNIT = "H00"  # no province has it: Hanoi is H26
SOURCE = "Dữ liệu mẫu, không phải hồ sơ thật"
_LATE = 0.1  # share of cases whose time has run over
_ENDED = {CaseState.NOT_RECEIVED, CaseState.STOPPED, CaseState.DONE, CaseState.HANDED_OVER}
_ASKED_FOR = (
    "Bản sao giấy tờ đã nộp bị mờ, đề nghị nộp bản rõ hơn",
    "Tờ khai còn thiếu chữ ký của người nộp",
    "Bổ sung giấy tờ chứng minh nơi cư trú",
    "Họ tên trên tờ khai chưa khớp với giấy tờ kèm theo, đề nghị sửa lại",
)
_later = after_working_days


@dataclass(frozen=True)
class Story:
    """One case of `procedure` that is in `state` on the day `today`; `rng` decides the rest."""

    rng: random.Random
    procedure: Procedure
    state: CaseState
    today: date

    def case(self, serial: int) -> Case:
        """The case; `serial` ends its code."""
        rng, state = self.rng, self.state
        days = self._time_limit()
        spent = days + rng.randint(1, 8) if rng.random() < _LATE else rng.randint(1, days)
        since_end = rng.randint(0, 40) if state in _ENDED else 0
        received = self.today - timedelta(days=since_end + spent * 7 // 5)
        ended = min(_later(received, spent), self.today)
        pending = state is CaseState.REGISTERED
        due = None if pending or state is CaseState.NOT_RECEIVED else _later(received, days)
        supplements = self._supplements(received, due)
        known = [one.due_after for one in supplements if one.due_after]
        unit = f"Bộ phận một cửa mẫu số {rng.randint(1, 126)}"
        return Case(
            code=f"{UNIT}-{received:%y%m%d}-{serial:04d}",
            procedure=self.procedure.code,
            title=self.procedure.title,
            state=state,
            received=None if pending else received,
            due=max(known, default=due),
            finished=ended if state in _ENDED else None,
            returned=self._returned(ended),
            unit=unit,
            progress=self._progress(received, ended, unit),
            supplements=supplements,
            fees=self._fees(),
            source=SOURCE,
            source_time=datetime.combine(self.today, time(6, rng.randrange(60)), HANOI),
            demo=True,
        )

    def _time_limit(self) -> int:
        """Working days that the procedure takes, where its record says so."""
        times = [
            channel.time.value
            for channel in self.procedure.channels
            if channel.time.unit is TimeUnit.WORKING_DAY and channel.time.value
        ]
        return min(times[0], 60) if times else 10

    def _supplements(self, received: date, due: date | None) -> tuple[Supplement, ...]:
        asked = self._soon_after(received, 1)
        what = self.rng.choice(_ASKED_FOR)
        if self.state is CaseState.SUPPLEMENT_ASKED:
            return (Supplement(what=what, asked=asked, due_before=due),)
        if self.state is CaseState.PROCESSING and due and self.rng.random() < 0.2:
            took = self.rng.randint(1, 4)
            given = self._soon_after(asked, took)
            after = _later(due, took)
            return (
                Supplement(what=what, asked=asked, given=given, due_before=due, due_after=after),
            )
        return ()

    def _soon_after(self, day: date, working_days: int) -> date:
        later = _later(day, working_days)
        return later if later <= self.today else day

    def _returned(self, ended: date) -> date | None:
        if self.state is not CaseState.HANDED_OVER:
            return None
        return min(ended + timedelta(days=self.rng.randint(0, 9)), self.today)

    def _fees(self) -> tuple[CaseFee, ...]:
        unpaid = self.state is CaseState.PAYMENT_ASKED
        if not unpaid and self.rng.random() < 0.5:
            return ()
        dong = self.rng.choice([8_000, 15_000, 30_000, 50_000, 100_000, 200_000])
        return (CaseFee(name="Lệ phí (số tiền mẫu)", dong=dong, paid=not unpaid),)

    def _progress(self, received: date, ended: date, unit: str) -> tuple[Progress, ...]:
        steps = [(received, CaseState.REGISTERED)]
        if self.state not in {CaseState.REGISTERED, CaseState.NOT_RECEIVED}:
            steps.append((received, CaseState.RECEIVED))
        if self.state not in {one for _, one in steps}:
            last = ended if self.state in _ENDED else self._soon_after(received, 1)
            steps.append((last, self.state))
        return tuple(
            Progress(at=datetime.combine(day, time(8 + n), HANOI), unit=unit, state=state)
            for n, (day, state) in enumerate(steps)
        )
