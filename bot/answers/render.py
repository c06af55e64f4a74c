"""Parts → text: the direct answer, a folded list, caveats, and where it comes from."""

from __future__ import annotations

from bot.answers.aspect import HEADING, Aspect
from bot.answers.piece import Item, Part, Section
from bot.answers.words import HOTLINE, PORTAL, lower_first, month, shorten, upper_first
from bot.catalogue.local import LocalStatus
from bot.catalogue.model import Procedure

FOLD = 6  # items of one list before the rest is folded
BODY = 560  # characters of the lists of one answer
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
    shown = [section for section in part.sections if not section.said and not section.aside]
    lines = [f"{shorten(title, TITLE)} – {lower_first(HEADING[part.aspect])}: {part.lead}."]
    lines += _lists(part.aspect, shown)
    asides = [section for section in part.sections if section.aside]
    lines += [_aside(section) for section in asides[:1]]
    return "\n".join([*lines, *part.after, *closing])


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


def _lists(aspect: Aspect, sections: list[Section]) -> list[str]:
    if len(sections) > _MANY_SECTIONS:
        return _named(sections, unit(aspect))
    taken = _fit(sections)
    lines: list[str] = []
    for section, items in zip(sections, taken, strict=True):
        if len(sections) > 1:
            lines.append(f"{section.heading}:")
        lines += [f"{_mark(section, at)} {item.text}" for at, item in enumerate(items, start=1)]
    rest = sum(len(section.items) for section in sections) - sum(map(len, taken))
    if rest:
        lines.append(f"… còn {rest} {unit(aspect)} nữa – xem đủ ở trang thủ tục.")
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


def _fit(sections: list[Section]) -> list[list[Item]]:
    """Take items in turn from every list until the answer is long enough."""
    taken: list[list[Item]] = [[] for _ in sections]
    room = BODY
    for turn in range(FOLD):
        for at, section in enumerate(sections):
            if turn >= len(section.items) or len(taken[at]) < turn:
                continue
            cost = len(section.items[turn].text)
            if cost <= room or turn == 0:
                taken[at].append(section.items[turn])
                room -= cost
    return taken


def _mark(section: Section, at: int) -> str:
    return f"{at}." if section.ordered else "•"


def _aside(section: Section) -> str:
    return f"{section.heading}: {len(section.items)} điều, xem ở trang thủ tục."
