"""Both sides under the same load, one after the other, in turns."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace

from bench.figures import Load
from bench.load import drive
from bench.machine import wait_until_quiet
from bench.plan import Plan, Stage, stages
from bench.servers import Server
from bench.targets import Target

Loads = dict[tuple[str, int, str], Load]  # (mix, users, side)


@dataclass(frozen=True)
class Side:
    """One side of the comparison: how it is spoken to, and its processes."""

    target: Target
    server: Server

    @property
    def name(self) -> str:
        return self.target.name

    def take(self, stage: Stage, limit_s: float) -> Load:
        before = self.server.cpu_s()
        load = asyncio.run(drive(self.target, stage.conversations, stage.users, limit_s))
        after = self.server.cpu_s()
        return replace(load, cpu_s={name: after[name] - before.get(name, 0.0) for name in after})


def measure(
    sides: list[Side], plan: Plan, titles: list[str], say: Callable[[str], None]
) -> tuple[Loads, list[float]]:
    """All loads of all rounds, and how busy the machine was before each (share of its cores).

    The side that goes first changes with stage and round: neither gains from its place.
    """
    warm_up, rounds = stages(plan, titles)
    for side in sides:
        asyncio.run(drive(side.target, warm_up, 1, plan.limit_s))
    loads: Loads = {}
    busy: list[float] = []
    for turn, stage in [
        (i + j, stage) for i, one in enumerate(rounds) for j, stage in enumerate(one)
    ]:
        for side in sides if turn % 2 == 0 else sides[::-1]:
            busy.append(wait_until_quiet())
            load = side.take(stage, plan.limit_s)
            say(f"  {stage.mix}, {stage.users} users, {side.name}: {load.per_second:.1f} turns/s")
            key = (stage.mix, stage.users, side.name)
            loads[key] = loads[key] + load if key in loads else load
    return loads, busy
