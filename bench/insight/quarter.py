"""`python -m bench.insight.quarter`: fills a database with a made-up quarter, for trying out."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable
from datetime import date
from itertools import islice
from random import Random

from sqlalchemy import delete, insert, not_, select

from bench.insight import people
from bench.insight.rows import Quarter, Row
from bench.insight.totals import Days, Totals, last_quarter
from bot.care.tables import HandOver, Rating
from bot.catalogue.model import Level
from bot.catalogue.store import load_catalogue
from bot.channels.tables import Conversation
from bot.clock import today
from bot.guides.model import load_guides
from bot.insight.tables import DEMO, CallRecord, TurnLog
from bot.places.wards import load_wards
from bot.settings import settings
from bot.store import Base, Store, StoreProblem, migrate

CHUNK = 20_000  # rows of one statement
SEED = 1


class RealRows(Exception):
    """The database holds what people did: made-up rows must not be mixed with it."""


def fill(store: Store, totals: Totals, days: Days, seed: int = SEED) -> None:
    """Write the quarter, in place of an earlier made-up one.

    Raises:
        RealRows: there are rows that were not made up.
    """
    refuse_real(store)
    quarter = Quarter(totals, days, _codes(seed), _wards(), seed)
    with store.writing() as session:
        for table in (TurnLog, CallRecord, HandOver, Rating):
            session.execute(delete(table))
    _put(store, TurnLog, quarter.turns())
    _put(store, CallRecord, quarter.call_records())
    web, voice = quarter.begun(quarter.web), quarter.begun(quarter.calls)
    _put(store, HandOver, people.handovers(web, seed))
    _put(store, Rating, people.scores(web, "web", seed))
    _put(store, Rating, people.scores(voice, "voice", seed))


def refuse_real(store: Store) -> None:
    real = (
        select(TurnLog.id).where(not_(TurnLog.turn_id.startswith(DEMO))),
        select(CallRecord.id).where(not_(CallRecord.call.startswith(DEMO))),
        select(HandOver.id).where(not_(HandOver.sender.startswith(DEMO))),
        select(Rating.id).where(not_(Rating.sender.startswith(DEMO))),
        select(Conversation.id),
    )
    with store.reading() as session:
        if any(session.scalar(query.limit(1)) is not None for query in real):
            raise RealRows


def _put(store: Store, table: type[Base], rows: Iterable[Row]) -> None:
    waiting = iter(rows)
    while some := list(islice(waiting, CHUNK)):
        with store.writing() as session:
            session.connection().execute(insert(table.__table__), some)  # type: ignore[arg-type]


def _codes(seed: int) -> list[str]:
    """Procedures with a guide come first, then what wards do: citizens ask about those."""
    procedures = list(load_catalogue().procedures.values())
    guided = {code for guide in load_guides().values() for code in guide.codes}
    Random(seed).shuffle(procedures)
    procedures.sort(key=lambda one: (one.code not in guided, Level.WARD not in one.levels))
    return [one.code for one in procedures]


def _wards() -> list[str]:
    return [ward.name for ward in load_wards()]


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.insight.quarter", description=__doc__)
    parser.add_argument("--from", dest="first", type=date.fromisoformat, help="its first day")
    parser.add_argument("--to", dest="last", type=date.fromisoformat, help="its last day")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    usual, totals = last_quarter(today()), Totals()
    days = Days(asked.first or usual.first, asked.last or usual.last)
    if not days.all:
        parser.error("--to lies before --from")
    began = time.monotonic()
    try:
        migrate()
        store = Store(settings().database)
        fill(store, totals, days, asked.seed)
    except StoreProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    except RealRows:
        print(
            "Cơ sở dữ liệu này có dữ liệu thật: không ghi dữ liệu mẫu vào. "
            "Hãy đặt MOTCUA_VAR_DIR hoặc MOTCUA_DATABASE_URL tới một nơi trống.",
            file=sys.stderr,
        )
        return 1
    store.close()
    print(
        f"Đã ghi dữ liệu mẫu (không phải số liệu thật) từ {days.first:%d/%m/%Y} đến "
        f"{days.last:%d/%m/%Y}: {totals.users} người dùng, {totals.questions} câu hỏi, "
        f"{totals.calls} cuộc gọi, {totals.hours} giờ; {time.monotonic() - began:.0f} giây."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
