"""Both sides under the same load, one after the other, in turns."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bench.figures import Load
from bench.load import drive
from bench.machine import wait_until_quiet
from bench.plan import Plan, stages
from bench.targets import Target

Loads = dict[tuple[str, int, str], Load]  # (mix, users, side)


def measure(
    sides: list[Target], plan: Plan, titles: list[str], say: Callable[[str], None]
) -> tuple[Loads, list[float]]:
    """All loads of all rounds, and how busy the machine was before each (share of its cores).

    The side that goes first changes from stage to stage, so that neither gains from its place.
    """
    warm_up, rounds = stages(plan, titles)
    for side in sides:
        asyncio.run(drive(side, warm_up, 1, plan.limit_s))
    loads: Loads = {}
    busy: list[float] = []
    for number, stage in enumerate(stage for each in rounds for stage in each):
        for side in sides if number % 2 == 0 else sides[::-1]:
            busy.append(wait_until_quiet())
            load = asyncio.run(drive(side, stage.conversations, stage.users, plan.limit_s))
            say(f"  {stage.mix}, {stage.users} users, {side.name}: {load.per_second:.1f} turns/s")
            key = (stage.mix, stage.users, side.name)
            loads[key] = loads[key] + load if key in loads else load
    return loads, busy
