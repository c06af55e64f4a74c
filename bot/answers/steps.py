"""How it goes: the record's steps where they were imported, else from the facts in our words."""

from __future__ import annotations

from datetime import date

from bot.answers.aspect import HEADING, Aspect
from bot.answers.channels import NAMES, kinds, online_only, open_channels
from bot.answers.duration import UNKNOWN as UNKNOWN_TIME
from bot.answers.duration import duration
from bot.answers.fee import UNKNOWN as UNKNOWN_FEE
from bot.answers.fee import fee
from bot.answers.papers import papers
from bot.answers.piece import Item, Part, Section
from bot.answers.words import HOTLINE, PORTAL, listing, lower_first, shorten, tidy
from bot.catalogue.local import LocalStatus
from bot.catalogue.model import ChannelKind, Procedure

_GENERAL = "Đây là hướng dẫn chung; các bước chi tiết xem ở trang chính thức."
_WAIT = "Chờ giải quyết; bổ sung giấy tờ nếu được yêu cầu."
STEP_LIMIT = 240  # characters of one imported step


def steps(procedure: Procedure, local: LocalStatus, today: date) -> Part:
    """Imported prose wins, unless it could send someone to a counter that is closed.

    Aloud it is always the short way in our words: long prose can't be cut for the ear.
    """
    own = [(at, tidy(text)) for at, text in enumerate(procedure.steps) if tidy(text)]
    if own and not online_only(local):
        items = tuple(Item(shorten(text, STEP_LIMIT), f"steps[{at}]") for at, text in own)
        heading = Section(HEADING[Aspect.STEPS], items)
        return Part(Aspect.STEPS, "các bước chính", (heading,), _aloud(procedure, local))
    items = tuple(_guidance(procedure, local, today))
    sections = (Section(HEADING[Aspect.STEPS], items, ordered=True),)
    return Part(
        Aspect.STEPS,
        f"gồm {len(items)} bước",
        sections,
        _aloud(procedure, local),
        after=(_GENERAL,),
    )


def _guidance(procedure: Procedure, local: LocalStatus, today: date) -> list[Item]:
    return [
        _prepare(procedure, local),
        _file(procedure, local),
        _pay(procedure, local, today),
        _wait(procedure, local),
        _collect(procedure),
    ]


def _prepare(procedure: Procedure, local: LocalStatus) -> Item:
    lead = papers(procedure, local).lead
    if not procedure.papers or lead.startswith("danh mục"):
        return Item("Chuẩn bị hồ sơ: hỏi trước giấy tờ cần nộp.", "guide.prepare")
    return Item(f"Chuẩn bị giấy tờ ({lead}).", "papers")


def _file(procedure: Procedure, local: LocalStatus) -> Item:
    rows = open_channels(procedure, local)
    if online_only(local):
        return Item(f"Nộp trực tuyến trên {PORTAL}.", "local.service_level")
    names = listing([NAMES[kind] for kind in kinds(rows)], "hoặc")
    if not names:
        return Item("Nộp hồ sơ cho cơ quan giải quyết.", "guide.file")
    source = ", ".join(f"channels[{at}].kind" for at, _ in rows)
    return Item(f"Nộp hồ sơ: {names}; giữ giấy hẹn và mã hồ sơ.", source)


def _pay(procedure: Procedure, local: LocalStatus, today: date) -> Item:
    part = fee(procedure, local, today)
    if part.lead == UNKNOWN_FEE:
        return Item(f"Nộp phí, lệ phí nếu có; mức thu hỏi ở {HOTLINE}.", "guide.pay")
    source = ", ".join(item.source for section in part.sections for item in section.items)
    return Item(f"Phí, lệ phí: {part.lead}.", source or "guide.pay")


def _wait(procedure: Procedure, local: LocalStatus) -> Item:
    part = duration(procedure, local)
    if part.lead == UNKNOWN_TIME:
        return Item(f"{_WAIT} Ngày trả kết quả ghi trên giấy hẹn.", "guide.wait")
    source = ", ".join(item.source for section in part.sections for item in section.items)
    return Item(f"{_WAIT} Thời hạn: {part.lead}.", source or "guide.wait")


def _collect(procedure: Procedure) -> Item:
    if not procedure.results:
        return Item("Nhận kết quả theo giấy hẹn.", "guide.collect")
    name = shorten(lower_first(tidy(procedure.results[0])), 140)
    return Item(f"Nhận kết quả: {name}.", "results[0]")


def _aloud(procedure: Procedure, local: LocalStatus) -> tuple[str, ...]:
    ways = kinds(open_channels(procedure, local))
    if online_only(local):
        filing = "Hai là nộp trực tuyến trên Cổng dịch vụ công quốc gia."
    elif ChannelKind.COUNTER in ways and ChannelKind.ONLINE in ways:
        filing = "Hai là nộp trực tuyến hoặc trực tiếp, rồi giữ mã hồ sơ."
    else:
        names = listing([NAMES[kind] for kind in ways], "hoặc")
        filing = f"Hai là nộp hồ sơ {names}, rồi giữ mã hồ sơ.".replace("  ", " ")
    return (
        "Một là chuẩn bị giấy tờ.",
        filing,
        "Ba là đóng phí nếu có, chờ và nhận kết quả theo giấy hẹn.",
    )
