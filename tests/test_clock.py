from datetime import date

import time_machine

from bot.clock import today


def test_the_new_year_begins_in_hanoi_before_it_does_on_the_server() -> None:
    with time_machine.travel("2026-12-31T16:59:00Z"):
        assert today() == date(2026, 12, 31)
    with time_machine.travel("2026-12-31T17:00:00Z"):
        assert today() == date(2027, 1, 1)
