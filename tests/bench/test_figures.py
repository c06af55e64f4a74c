from __future__ import annotations

import math

from bench.figures import Load, percentile
from bench.tables import ratios


def test_a_percentile_is_a_value_that_was_measured() -> None:
    values = [5.0, 1.0, 4.0, 2.0, 3.0]
    assert percentile(values, 0.5) == 3.0
    assert percentile(values, 0.95) == 5.0
    assert percentile(values, 0.2) == 1.0
    assert percentile(list(range(1, 101)), 0.95) == 95
    assert percentile([7.0], 0.99) == 7.0
    assert math.isnan(percentile([], 0.5))


def test_rounds_add_up() -> None:
    both = Load((10.0, 20.0), 1, 2.0) + Load((30.0, 40.0), 0, 2.0)
    assert both.per_second == 1.0
    assert both.row() == {
        "turns": 4, "failed": 1, "p50": 20.0, "p95": 40.0, "p99": 40.0, "per_second": 1.0,
    }  # fmt: skip


def test_a_ratio_is_ours_over_theirs_and_left_out_without_theirs() -> None:
    ours, theirs = Load((1.0,) * 30, 0, 1.0), Load((1.0,) * 20, 0, 1.0)
    loads = {("cold", 1, "a"): ours, ("cold", 1, "b"): theirs, ("cold", 8, "a"): ours}
    assert ratios(loads, "a", "b") == {"cold": {"1": 1.5}}
