"""Which amount holds when: the regular one and its reduction.

A text such as "800.000 đồng (áp dụng mức phí 400.000 đồng từ 01/7/2025 đến hết 31/12/2026)"
names two amounts and one period. Both are stored with dates that do not overlap, so that
a reader only compares with today.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.catalogue.derive.money import Money
from bot.catalogue.derive.period import Period
from bot.catalogue.model import Amount

_DAY = timedelta(days=1)


def add_number(monies: list[Money], value: int) -> list[Money] | None:
    """Join the number beside the text to the amounts in it.

    Returns None where the two contradict each other by more than a factor of four.
    """
    if any(money.dong == value for money in monies):
        return monies
    if min(max(value / m.dong, m.dong / value) for m in monies) > 4:
        return None
    if all(money.period.start and not money.period.end for money in monies):
        return [Money(value, "", monies[0].per, Period()), *monies]  # the text tells the future
    dated = [money for money in monies if money.period.end]
    if not dated:
        return monies  # the text is the better witness
    if any(money.dong == 2 * value for money in dated):
        return _number_is_reduced(monies, value, dated[0].period)
    if len(monies) == 1 and value > monies[0].dong:
        regular = Money(value, "", monies[0].per, Period())
        return [regular, *monies]
    return monies


def separate(monies: list[Money]) -> list[Money]:
    """Give a regular amount the dates outside its reduction, or before its successor."""
    result = list(monies)
    for index, money in enumerate(monies):
        if index == 0 or not money.period:
            continue
        regular = result[index - 1]
        if regular.period:
            continue
        if money.period.end and regular.dong > money.dong:
            result[index - 1] = replace(regular, period=Period(start=money.period.end + _DAY))
        elif money.period.start and not money.period.end:
            result[index - 1] = replace(regular, period=Period(end=money.period.start - _DAY))
    return result


def paired(amounts: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """Rows that halve another row for a time: the whole amount begins after that time."""
    reduced = {(2 * a.dong, a.per, a.what): a.end + _DAY for a in amounts if a.end}
    return tuple(
        amount.model_copy(update={"start": reduced[amount.dong, amount.per, amount.what]})
        if not (amount.start or amount.end) and (amount.dong, amount.per, amount.what) in reduced
        else amount
        for amount in amounts
    )


def _number_is_reduced(monies: list[Money], value: int, period: Period) -> list[Money]:
    """The text names the regular amounts; the number beside it is the reduced one."""
    assert period.end is not None
    later = Period(start=period.end + _DAY)
    half = next(money for money in monies if money.dong == 2 * value)
    reduced = Money(value, half.what, half.per, period)
    return [reduced, *(replace(m, period=later) if m.period else m for m in monies)]
