"""Figures for Prometheus: counts and times of calls, beside those of turns."""

from __future__ import annotations

from prometheus_client import Counter, Gauge, Histogram

from bot.channels.metrics import Metrics
from voice.hearing.port import Heard
from voice.manner import Ending, Part

SECONDS = (0.1, 0.2, 0.4, 0.8, 1.5, 3, 6)
FINE = (0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.7, 1, 1.5, 2, 3, 6)


class VoiceMetrics(Metrics):
    def __init__(self) -> None:
        super().__init__()
        self.open = Gauge("motcua_calls_open", "Calls that go on", registry=self.registry)
        self._calls = Counter(
            "motcua_calls", "Calls that ended", ["carrier", "cause"], registry=self.registry
        )
        self._talked = Counter("motcua_call_seconds", "Their length", registry=self.registry)
        self._hearing = Histogram(
            "motcua_hearing_seconds", "Time of one recognition", buckets=SECONDS,
            registry=self.registry,
        )  # fmt: skip

        self._parts = Histogram(
            "motcua_call_wait_seconds",
            "Behind a caller's turn: until it was understood, and from then to our first sound",
            ["part"], buckets=FINE, registry=self.registry,
        )  # fmt: skip

    def part(self, name: Part, seconds: float) -> None:
        self._parts.labels(name).observe(seconds)

    def call(self, carrier: str, ending: Ending) -> None:
        self._calls.labels(carrier, ending.cause).inc()
        self._talked.inc(ending.seconds)

    def heard(self, heard: Heard) -> None:
        self._hearing.observe(heard.ms / 1000)
