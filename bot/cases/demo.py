"""Made-up cases for trying out: plainly marked, the same from the same seed and day."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date

from bot.cases.model import CaseState
from bot.cases.proofs import last_digits
from bot.cases.registry import Entry
from bot.cases.story import Story
from bot.catalogue.model import Applicant, Level, Procedure

_SHARES = {
    CaseState.REGISTERED: 6,
    CaseState.RECEIVED: 10,
    CaseState.NOT_RECEIVED: 4,
    CaseState.PROCESSING: 30,
    CaseState.SUPPLEMENT_ASKED: 8,
    CaseState.PAYMENT_ASKED: 6,
    CaseState.WITHDRAWAL_ASKED: 3,
    CaseState.STOPPED: 3,
    CaseState.DONE: 10,
    CaseState.HANDED_OVER: 20,
}
CASES_EACH = 4  # of one made-up person, one after another
# A real number begins with the code of a province, 001 to 096.
_NOBODYS = "999"


def made_up(procedures: Sequence[Procedure], count: int, seed: int, today: date) -> Iterator[Entry]:
    """`count` cases around `today`, in all ten states, of procedures that wards do for citizens."""
    rng = random.Random(seed)
    local = [
        one
        for one in procedures
        if Level.WARD in one.levels and Applicant.CITIZEN in one.applicants
    ]
    states = list(_SHARES)
    for serial in range(count):
        if serial % CASES_EACH == 0:
            phone, number = f"{rng.randrange(10**4):04d}", f"{_NOBODYS}{rng.randrange(10**9):09d}"
        # The first ten have one state each, so that every state is there in small sets too.
        drawn = rng.choices(states, list(_SHARES.values()))[0]
        state = states[serial] if serial < len(states) else drawn
        case = Story(rng, rng.choice(local), state, today).case(serial)
        yield Entry(case, phone, last_digits(number), number)
