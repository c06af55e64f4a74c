"""Wishes for a person in the made-up quarter, and scores at the end of a conversation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import numpy as np

from bench.insight import chances
from bench.insight.rows import Row
from bot.care.handover import State, Why
from bot.care.hours import open_now
from bot.insight.tables import DEMO

_DESK = "07:30-17:00"


def handovers(begun: Sequence[datetime], seed: int) -> Iterator[Row]:
    """Of some sessions on the page.

    Args:
        begun: when each session began.
    """
    rng = np.random.default_rng([seed, 2])
    for n in np.flatnonzero(rng.random(len(begun)) < chances.ASKS_FOR_PERSON).tolist():
        asked = begun[n] + timedelta(seconds=int(rng.integers(30, 600)))
        queued = asked if open_now(_DESK, asked) else None
        taken = None
        if queued and rng.random() < chances.TAKEN:
            taken = queued + timedelta(seconds=float(rng.lognormal(*chances.WAIT_S)))
        why = Why.ADVISER if taken else Why(rng.choice([Why.CALL_BACK, Why.CITIZEN, Why.AWAY]))
        ended = (taken or asked) + timedelta(seconds=float(rng.gamma(2.0, 150.0)))
        yield {
            "sender": f"{DEMO}{n}",
            "state": State.CLOSED,
            "why": why,
            "asked_at": asked,
            "queued_at": queued,
            "taken_at": taken,
            "ended_at": ended,
            "citizen_seen": ended,
        }


def scores(begun: Sequence[datetime], channel: str, seed: int) -> Iterator[Row]:
    """Of some sessions or calls.

    Args:
        begun: when each began.
    """
    rng = np.random.default_rng([seed, 3, len(channel)])
    for n in np.flatnonzero(rng.random(len(begun)) < chances.SCORED).tolist():
        yield {
            "sender": f"{DEMO}{channel}-{n}",
            "at": begun[n] + timedelta(seconds=int(rng.integers(60, 900))),
            "channel": channel,
            "score": int(rng.choice([1, 2, 3, 4, 5], p=chances.SCORES)),
        }
