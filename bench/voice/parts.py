"""What a caller waits for, split: the service's own histograms, read before and after."""

from __future__ import annotations

import re

import httpx

NAME = "motcua_call_wait_seconds"
_ROW = re.compile(rf'^{NAME}_bucket{{le="([^"]+)",part="(\w+)"}} (\S+)$', re.MULTILINE)

Buckets = dict[str, dict[float, float]]  # part → upper bound in seconds → how many up to it


def read(url: str) -> Buckets:
    """
    Args:
        url: of the service.
    """
    found: Buckets = {}
    text = httpx.get(f"{url}/metrics", timeout=5, trust_env=False).raise_for_status().text
    for bound, part, count in _ROW.findall(text):
        found.setdefault(part, {})[float(bound)] = float(count)
    return found


def since(before: Buckets, after: Buckets) -> Buckets:
    return {
        part: {bound: count - before.get(part, {}).get(bound, 0.0) for bound, count in row.items()}
        for part, row in after.items()
    }


def at_most(row: dict[float, float], share: float) -> float:
    """Seconds within which that share lay: the bound of a bucket, so it is never less."""
    whole = max(row.values(), default=0.0)
    return min((bound for bound, count in row.items() if count >= share * whole), default=0.0)
