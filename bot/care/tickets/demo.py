"""Made-up complaints and proposals for trying out: plainly marked, the same from the same seed and
day. A demo ticket is one that came by the channel "demo"; nobody has its code."""

from __future__ import annotations

import random
import secrets
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from sqlalchemy import delete, select

from bot.care.tables import Ticket, TicketStep
from bot.care.tickets.model import Kind, State
from bot.care.tickets.rules import load_rules
from bot.clock import HANOI
from bot.places.wards import load_wards
from bot.store import Store

CHANNEL = "demo"
MARK = "[Dữ liệu mẫu]"
DAYS = 30  # back from today

_TEXTS = {
    Kind.REPORT: (
        "Chờ ở quầy tiếp nhận hơn hai tiếng mới đến lượt.",
        "Máy lấy số thứ tự hỏng từ đầu tuần.",
        "Hồ sơ quá ngày hẹn trả mà chưa có thông báo.",
    ),
    Kind.PROPOSAL: (
        "Đề nghị mở thêm quầy vào sáng thứ bảy.",
        "Đề nghị có bàn hướng dẫn người cao tuổi nộp trực tuyến.",
        "Cán bộ quầy số 1 hướng dẫn rất tận tình, xin cảm ơn.",
    ),
    Kind.OFFICIAL: (
        "Cán bộ tiếp nhận nói năng thiếu lịch sự.",
        "Cán bộ yêu cầu nộp giấy tờ không có trong danh mục.",
    ),
}
_WAYS = (  # each a way through MOVES
    (State.RECEIVED,),
    (State.RECEIVED, State.HANDLING),
    (State.RECEIVED, State.ANSWERED),
    (State.RECEIVED, State.HANDLING, State.ANSWERED, State.CLOSED),
)
_ANSWER = f"{MARK} Trung tâm đã xem xét nội dung này."


def put_demo(store: Store, count: int, seed: int, today: date) -> None:
    """`count` made-up tickets in place of earlier ones; real ones stay."""
    with store.writing() as session:
        mine = select(Ticket.id).where(Ticket.channel == CHANNEL)
        session.execute(delete(TicketStep).where(TicketStep.ticket_id.in_(mine)))
        session.execute(delete(Ticket).where(Ticket.channel == CHANNEL))
        taken = set(session.scalars(select(Ticket.id)))
        for ticket, steps in made_up(count, seed, today):
            if ticket.id not in taken:
                session.add_all([ticket, *steps])


def made_up(count: int, seed: int, today: date) -> Iterator[tuple[Ticket, list[TicketStep]]]:
    """Tickets of the last DAYS days, of every kind and state, each with what happened to it."""
    rng = random.Random(seed)
    wards, kinds = load_wards(), list(Kind)
    for serial, number in enumerate(rng.sample(range(1, 10**8), count)):
        kind, way = kinds[serial % len(kinds)], rng.choice(_WAYS)
        received = _morning(today - timedelta(days=rng.randint(1, DAYS)))
        steps = [
            TicketStep(
                ticket_id=number,
                at=received + timedelta(minutes=20 * at),
                state=state,
                answer=_ANSWER if state is State.ANSWERED else None,
            )
            for at, state in enumerate(way)
        ]
        yield (
            Ticket(
                id=number,
                code=secrets.token_hex(32),  # the hash of no code: none can be told
                channel=CHANNEL,
                kind=kind,
                ward=rng.choice(wards).code,
                text=f"{MARK} {rng.choice(_TEXTS[kind])}",
                state=steps[-1].state,
                received=received,
                due=load_rules().due(kind, received.date()),
                changed=steps[-1].at,
                revision=len(steps) - 1,
            ),
            steps,
        )


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(9), HANOI)
