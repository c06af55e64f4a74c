"""Parts → text: the direct answer, a folded list, caveats, and where it comes from."""

from __future__ import annotations

from bot.answers.aspect import HEADING, Aspect
from bot.answers.piece import Item, Part, Section
from bot.answers.words import HOTLINE, PORTAL, clip, lower_first, month, shorten, stop, upper_first
from bot.catalogue.local import LocalStatus
from bot.catalogue.model import Procedure

FOLD = 6  # items of one list before the rest is folded
WHOLE = 880  # characters of one answer
LINE = 150  # characters of one item; the payload has it whole
TITLE = 70  # characters of the title at the head of an answer
_MANY_SECTIONS = 4  # more lists than this are named and counted instead
UNCONFIRMED = "chưa xác nhận trong danh mục của Hà Nội"
_UNITS: dict[Aspect, str] = {
    Aspect.PAPERS: "giấy tờ",
    Aspect.FEE: "mức thu",
    Aspect.TIME: "trường hợp",
    Aspect.STEPS: "ý",
    Aspect.CONDITIONS: "điều kiện",
    Aspect.LAW: "nhóm văn bản",
}


def text_of(title: str, part: Part, closing: list[str]) -> str:
    """One aspect as a whole answer of its own."""
    head = f"{shorten(title, TITLE)} – {lower_first(HEADING[part.aspect])}: {stop(part.lead)}"
    shown = [section for section in part.sections if not section.said and not section.aside]
    asides = [_aside(section) for section in part.sections if section.aside]
    tail = [*asides[:1], *part.after, *closing]
    room = WHOLE - sum(len(line) + 1 for line in [head, *tail])
    return "\n".join([head, *_lists(shown, unit(part.aspect), room), *tail])


def closing(procedure: Procedure, local: LocalStatus, asof: str) -> list[str]:
    """Code, date of the catalogue, what Hanoi has confirmed, and the official page."""
    stated = f"Mã {procedure.code}, theo danh mục {month(asof)}"
    note = local_note(local)
    page = procedure.url or f"https://{PORTAL} (tìm theo mã {procedure.code})"
    return [f"{stated}; {note}." if note else f"{stated}.", f"Trang thủ tục: {page}"]


def local_note(local: LocalStatus) -> str | None:
    """What Hanoi's own list says; nothing when the list has the procedure."""
    if local.in_list is None:
        return UNCONFIRMED
    if local.in_list:
        return None
    return f"không có trong danh mục của Hà Nội, gọi {HOTLINE} trước khi nộp"


def unit(aspect: Aspect) -> str:
    """What is counted when a list is folded."""
    return _UNITS.get(aspect, "mục")


def _lists(sections: list[Section], counted: str, room: int) -> list[str]:
    cases = {section.case for section in sections if section.case}
    if len(sections) > _MANY_SECTIONS or len(cases) > 2:
        return _named(sections, counted)
    taken = _fit(sections, room - 110 * (len(sections) > 1) - 50)
    lines: list[str] = []
    for section, items in zip(sections, taken, strict=True):
        if not items:
            lines.append(f"{shorten(section.heading, 110)}: {len(section.items)} {counted}.")
        elif len(sections) > 1 and section.heading not in HEADING.values():
            lines.append(f"{shorten(section.heading, 110)}:")
        marked = enumerate(items, start=1)
        lines += [f"{_mark(section, at)} {clip(item.text, LINE)}" for at, item in marked]
    rest = sum(len(s.items) - len(items) for s, items in zip(sections, taken, strict=True) if items)
    if rest:
        lines.append(f"… còn {rest} {counted} nữa – xem đủ ở trang thủ tục.")
    return lines


def _named(sections: list[Section], counted: str) -> list[str]:
    """Too many lists for one message: their cases (else headings) and sizes."""
    sizes: dict[str, int] = {}
    for section in sections:
        name = section.case or section.heading
        sizes[name] = sizes.get(name, 0) + len(section.items)
    shown = list(sizes.items())[: FOLD - 1]
    lines = [f"• {shorten(upper_first(name), 110)}: {size} {counted}" for name, size in shown]
    rest = len(sizes) - len(shown)
    more = f"còn {rest} trường hợp nữa; " if rest else ""
    return [*lines, f"… {more}xem từng danh sách ở trang thủ tục."]


def _fit(sections: list[Section], room: int) -> list[list[Item]]:
    """Take items in turn from every list while there is room; the first list is never empty."""
    taken: list[list[Item]] = [[] for _ in sections]
    for turn in range(FOLD):
        for at, section in enumerate(sections):
            if turn >= len(section.items) or len(taken[at]) < turn:
                continue
            cost = min(len(section.items[turn].text), LINE) + 3
            if cost <= room or turn == at == 0:
                taken[at].append(section.items[turn])
                room -= cost
    return taken


def _mark(section: Section, at: int) -> str:
    return f"{at}." if section.ordered else "•"


def _aside(section: Section) -> str:
    return f"{shorten(section.heading, 60)}: {len(section.items)} điều, xem ở trang thủ tục."
