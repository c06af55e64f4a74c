"""Figures for Prometheus: counts and times, never words or sessions."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.insight.turnlog import TurnFacts

BUCKETS = (0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3, 6, 10)


class Metrics:
    """One registry per application, so that several can live in one process (tests)."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._turns = Counter(
            "motcua_turns", "Turns answered or failed", ["channel", "outcome"],
            registry=self.registry,
        )  # fmt: skip
        self._seconds = Histogram(
            "motcua_turn_seconds", "Time of one turn, waiting for its place left out",
            buckets=BUCKETS, registry=self.registry,
        )  # fmt: skip
        self._refused = Counter(
            "motcua_refused", "Requests refused at the edge", ["kind"], registry=self.registry
        )
        self.listeners = Gauge("motcua_event_streams", "Open event streams", registry=self.registry)

    def turn(self, facts: TurnFacts) -> None:
        self._turns.labels(facts.channel, facts.outcome).inc()
        self._seconds.observe(facts.ms / 1000)

    def refused(self, kind: str) -> None:
        self._refused.labels(kind).inc()

    def text(self) -> bytes:
        return generate_latest(self.registry)
