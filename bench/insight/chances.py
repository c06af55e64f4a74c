"""What is likely in the made-up quarter: when people ask, about what, and what comes of it.

These shares are assumptions for trying out; nothing was measured.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

HOURS = np.array([2, 1, 1, 1, 1, 3, 8, 20, 55, 62, 56, 40, 26, 34, 52, 54, 46, 32, 24, 26, 28, 22,
                  12, 5], dtype=float)  # fmt: skip
WEEKDAYS = np.array([1.25, 1.2, 1.1, 1.1, 1.05, 0.6, 0.4])
CALL_HOURS = np.where((np.arange(24) >= 7) & (np.arange(24) < 18), HOURS, HOURS / 6)
GROWTH = 0.35  # the last day against the first
ZIPF = 0.95
SAME = 0.72  # turns of a session that stay with its procedure
NAMES_WARD = 0.06
RATED = 0.04  # of the answers
USEFUL = 0.84
ASKS_FOR_PERSON = 0.03  # of the sessions on the page
TAKEN = 0.85  # of those who ask while the desk is open
WAIT_S = (5.2, 0.8)  # until taken: of the logarithm, mean and deviation
SCORED = 0.02  # of sessions and calls
SCORES = (0.05, 0.04, 0.11, 0.3, 0.5)  # 1 to 5


@dataclass(frozen=True)
class Kind:
    """A kind of turn: how often, its words in the log, whether a procedure belongs to it."""

    share: float
    intent: str | None
    aspect: str | None
    decision: str | None
    outcome: str = "answered"
    about: bool = False


KINDS = (
    Kind(17, "ask_papers", "papers", "answer", about=True),
    Kind(12, "ask_procedure", None, "answer", about=True),
    Kind(9, "ask_place", "place", "answer", about=True),
    Kind(9, "ask_fee", "fee", "answer", about=True),
    Kind(8, "ask_time", "time", "answer", about=True),
    Kind(7, "ask_online", "online", "answer", about=True),
    Kind(5, "ask_steps", "steps", "answer", about=True),
    Kind(2, "ask_law", "law", "answer", about=True),
    Kind(3, "ask_conditions", "conditions", "answer", about=True),
    Kind(4, "case_status", None, "answer"),
    Kind(6, "choose", None, "answer", about=True),
    Kind(5, "ask_procedure", None, "clarify", about=True),
    Kind(2, "ask_papers", "papers", "clarify", about=True),
    Kind(2.2, "out_of_scope", None, "none"),
    Kind(1.6, "ask_procedure", None, "none"),
    Kind(0.9, "ask_papers", "papers", "none"),
    Kind(0.5, "ask_place", "place", "none"),
    Kind(2, "greet", None, "notice"),
    Kind(2, "thanks", None, "notice"),
    Kind(0.8, "handover", None, "notice"),
    Kind(0.3, "complaint", None, "notice"),
    Kind(0.4, None, None, None, outcome="unclear"),
    Kind(0.25, None, None, None, outcome="timeout"),
    Kind(0.1, None, None, None, outcome="refused"),
)
CAUSES = ("hung_up", "goodbye", "silence", "person", "broken", "too_long")
CAUSE_SHARES = (0.46, 0.3, 0.1, 0.1, 0.03, 0.01)


def parts(rng: np.random.Generator, total: int, count: int, spread: float) -> Numbers:
    """`count` numbers of at least 1 with the sum `total`; `spread` as of a gamma distribution."""
    wanted = rng.gamma(spread, size=count)
    extra = rng.multinomial(total - count, wanted / wanted.sum())
    return np.asarray(extra + 1, dtype=np.int64)


def zipf(count: int) -> NDArray[np.float64]:
    """Chances of `count` things, the first one most."""
    weights = 1.0 / np.arange(1, count + 1) ** ZIPF
    return np.asarray(weights / weights.sum())


def moments(
    rng: np.random.Generator, days: int, weekday: int, hours: NDArray[np.float64], count: int
) -> Numbers:
    """Seconds since the first midnight at which `count` visits begin, in order.

    Args:
        weekday: of the first day, 0 is Monday.
    """
    weights = WEEKDAYS[(weekday + np.arange(days)) % 7] * np.linspace(1, 1 + GROWTH, days)
    day = rng.choice(days, count, p=weights / weights.sum())
    hour = rng.choice(24, count, p=hours / hours.sum())
    return np.asarray(np.sort(day * 86400 + hour * 3600 + rng.integers(0, 3600, count)))
