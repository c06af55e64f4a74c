"""The rows of the made-up quarter: turns on the page, calls and their turns."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

import numpy as np

from bench.insight import chances
from bench.insight.chances import KINDS, Numbers
from bench.insight.totals import Days, Totals
from bot.clock import HANOI
from bot.insight.tables import DEMO

Row = dict[str, Any]
_CALL_TURNS = 3.1  # of one call


@dataclass(frozen=True)
class Visits:
    """Sessions or calls: when each begins, in seconds from the first midnight; its turns."""

    starts: Numbers
    turns: Numbers


class Quarter:
    """The same rows from the same seed.

    Args:
        codes: of procedures, the ones that are asked about most first.
        wards: their names, likewise.
    """

    def __init__(
        self, totals: Totals, days: Days, codes: Sequence[str], wards: Sequence[str], seed: int
    ) -> None:
        rng = self._rng = np.random.default_rng(seed)
        self._seed, self._codes, self._wards = seed, codes, wards
        self._midnight = datetime.combine(days.first, time(), HANOI).astimezone(UTC)
        self._end = len(days.all) * 86400 - 1
        when = (rng, len(days.all), days.first.weekday())
        self._callers = rng.integers(0, max(1, totals.calls * 4 // 5), totals.calls)
        self.sessions = totals.users - len(np.unique(self._callers))
        call_turns = rng.poisson(_CALL_TURNS, totals.calls).astype(np.int64)
        self.calls = Visits(chances.moments(*when, chances.CALL_HOURS, totals.calls), call_turns)
        asked = totals.questions - int(call_turns.sum())
        web_turns = chances.parts(rng, asked, self.sessions, 1.3)
        self.web = Visits(chances.moments(*when, chances.HOURS, self.sessions), web_turns)
        # In tenths of a second, as calls are written down.
        tenths = totals.hours * 36_000 - totals.calls * 50
        self._tenths = chances.parts(rng, tenths, totals.calls, 2.2) + 50

    def begun(self, visits: Visits) -> list[datetime]:
        return [self._midnight + timedelta(seconds=at) for at in visits.starts.tolist()]

    def turns(self) -> Iterator[Row]:
        """Of all channels, in the order of their time."""
        web, voice = self._columns(self.web, "web"), self._columns(self.calls, "voice")
        columns = {name: np.concatenate([web[name], voice[name]]) for name in web}
        order = np.argsort(columns["at"], kind="stable")
        lists = {name: column[order].tolist() for name, column in columns.items()}
        names = {
            channel: [self._who(f"{channel}-{n}") for n in range(len(visits.starts))]
            for channel, visits in (("web", self.web), ("voice", self.calls))
        }
        for n, at in enumerate(lists["at"]):
            kind, channel = KINDS[lists["kind"][n]], "voice" if lists["voice"][n] else "web"
            ward, thumb = lists["ward"][n], lists["thumb"][n]
            yield {
                "at": self._midnight + timedelta(seconds=at),
                "turn_id": f"{DEMO}{n}",
                "who": names[channel][lists["visit"][n]],
                "channel": channel,
                "intent": kind.intent,
                "aspect": kind.aspect,
                "procedure": self._codes[lists["procedure"][n]] if kind.about else None,
                "decision": kind.decision,
                "outcome": kind.outcome,
                "ms": round(8000.0 if kind.outcome == "timeout" else lists["ms"][n], 1),
                "ward": self._wards[ward] if ward >= 0 else None,
                "useful": bool(thumb) if thumb >= 0 and kind.decision == "answer" else None,
            }

    def call_records(self) -> Iterator[Row]:
        rng = self._rng
        causes = rng.choice(len(chances.CAUSES), len(self._tenths), p=chances.CAUSE_SHARES)
        for n, tenths in enumerate(self._tenths.tolist()):
            cause, turns = chances.CAUSES[causes[n]], int(self.calls.turns[n])
            answered = "answered" if rng.random() < 0.9 else "unanswered"
            yield {
                "call": f"{DEMO}{n}",
                "caller": self._who(f"caller-{self._callers[n]}"),
                "sender": f"{DEMO}{n}",
                "carrier": "demo",
                "at": self._midnight + timedelta(seconds=int(self.calls.starts[n])),
                "seconds": tenths / 10,
                "turns": turns,
                "intents": [],
                "procedures": [],
                "outcome": "person" if cause == "person" else answered if turns else "nothing",
                "cause": cause,
            }

    def _columns(self, visits: Visits, channel: str) -> dict[str, Any]:
        """One entry per turn: visit, seconds, kind, procedure, ward or -1, thumb or -1, ms."""
        rng, count = self._rng, int(visits.turns.sum())
        visit = np.repeat(np.arange(len(visits.turns)), visits.turns)
        first = np.repeat(np.cumsum(visits.turns) - visits.turns, visits.turns)
        gaps = np.cumsum(rng.exponential(25 if channel == "voice" else 45, count))
        at = np.minimum(visits.starts[visit] + (gaps - gaps[first]).astype(np.int64), self._end)
        shares = np.array([kind.share for kind in KINDS])
        chosen = chances.zipf(len(self._codes))
        main = rng.choice(len(self._codes), len(visits.turns), p=chosen)[visit]
        other = rng.choice(len(self._codes), count, p=chosen)
        named = rng.choice(len(self._wards), count, p=chances.zipf(len(self._wards)))
        rated = rng.random(count) < chances.RATED
        return {
            "visit": visit,
            "voice": np.full(count, channel == "voice"),
            "at": at,
            "kind": rng.choice(len(KINDS), count, p=shares / shares.sum()),
            "procedure": np.where(rng.random(count) < chances.SAME, main, other),
            "ward": np.where(rng.random(count) < chances.NAMES_WARD, named, -1),
            "thumb": np.where(rated, rng.random(count) < chances.USEFUL, -1),
            "ms": rng.lognormal(5.0, 0.55, count),
        }

    def _who(self, name: str) -> str:
        return hashlib.blake2b(f"{self._seed} {name}".encode(), digest_size=16).hexdigest()
