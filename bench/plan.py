"""How much is measured: which mixes, how many users, how many turns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from bench import mix
from bench.mix import Conversations


@dataclass(frozen=True)
class Plan:
    """`turns`: users → turns in one round; both mixes are held in each of `rounds` rounds."""

    rounds: int
    turns: dict[int, int]
    warm_up: int
    limit_s: float = 40.0  # no conversation is begun later in one load


FULL = Plan(rounds=2, turns={1: 100, 8: 240, 32: 640}, warm_up=20)
QUICK = Plan(rounds=1, turns={1: 20, 8: 40}, warm_up=5)


@dataclass(frozen=True)
class Stage:
    """The same conversations for both sides."""

    mix: str
    users: int
    conversations: Conversations


def stages(plan: Plan, titles: list[str]) -> tuple[Conversations, list[list[Stage]]]:
    """Warm-up conversations, and the stages of each round; all cold messages are different."""
    need = plan.warm_up + plan.rounds * sum(plan.turns.values())
    cold, warm = iter(mix.cold(titles, need)), mix.warm()
    first = mix.conversations(list(islice(cold, plan.warm_up)))
    rounds = [
        [
            Stage(name, users, mix.conversations(list(islice(source, count))))
            for name, source in (("cold", cold), ("warm", warm))
            for users, count in plan.turns.items()
        ]
        for _ in range(plan.rounds)
    ]
    return first, rounds
