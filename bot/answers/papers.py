"""Which papers: what is handed in, what is only shown, and remarks kept apart."""

from __future__ import annotations

from bot.answers.aspect import Aspect
from bot.answers.piece import Item, Part, Section
from bot.answers.words import HOTLINE, ear, lower_first, tidy, upper_first
from bot.catalogue.local import LocalStatus
from bot.catalogue.model import Paper, PaperUse, Procedure

HEADINGS: dict[PaperUse, str] = {
    PaperUse.SUBMIT: "Giấy tờ phải nộp",
    PaperUse.SHOW: "Giấy tờ phải xuất trình",
    PaperUse.NOTE: "Lưu ý về hồ sơ",
}
FORMS = "Mẫu đơn, tờ khai"
_UNKNOWN = "danh mục chưa có danh sách giấy tờ"
_CONDITIONAL = "Giấy tờ ghi kèm trường hợp nào thì chỉ cần khi đúng trường hợp đó."
_SIGNS = ("trường hợp", "nếu có", "đối với", "(nếu")
_ORDINALS = ("Một là", "Hai là", "Ba là")

Numbered = tuple[int, Paper]


def papers(procedure: Procedure, local: LocalStatus) -> Part:
    """Papers by use and by case; the record's order is kept."""
    rows = list(enumerate(procedure.papers))
    forms = _forms(procedure, local)
    submit, show = _of(PaperUse.SUBMIT, rows), _of(PaperUse.SHOW, rows)
    notes = _sections(PaperUse.NOTE, rows)
    if not submit and not show:
        after = (f"Vui lòng gọi {HOTLINE} để hỏi trước khi chuẩn bị hồ sơ.",)
        spoken = (f"Danh mục chưa có danh sách giấy tờ. Gọi {HOTLINE} để hỏi.",)
        return Part(Aspect.PAPERS, _UNKNOWN, notes + forms, spoken, after=after)
    sections = _sections(PaperUse.SUBMIT, rows) + _sections(PaperUse.SHOW, rows)
    after = (_CONDITIONAL,) if any(_conditional(paper) for _, paper in submit + show) else ()
    return Part(
        Aspect.PAPERS,
        _lead(submit, show),
        sections + forms + notes,
        _spoken(submit, show),
        after=after,
    )


def line(paper: Paper) -> str:
    """ "Tờ khai (1 bản chính, 2 bản sao)"; numbers only where they are known."""
    counts = [(paper.originals, "bản chính"), (paper.copies, "bản sao")]
    told = ", ".join(f"{count} {name}" for count, name in counts if count)
    name = upper_first(tidy(paper.name))
    return f"{name} ({told})" if told else name


def cases(rows: list[Numbered]) -> dict[str, list[Numbered]]:
    """Papers by the case they belong to, in the record's order; "" holds for every case."""
    found: dict[str, list[Numbered]] = {}
    for at, paper in rows:
        found.setdefault(tidy(paper.case or ""), []).append((at, paper))
    return found


def _of(use: PaperUse, rows: list[Numbered]) -> list[Numbered]:
    return [(at, paper) for at, paper in rows if paper.use is use]


def _sections(use: PaperUse, rows: list[Numbered]) -> tuple[Section, ...]:
    return tuple(
        Section(
            f"{HEADINGS[use]} – {lower_first(case)}" if case else HEADINGS[use],
            tuple(Item(line(paper), f"papers[{at}]") for at, paper in members),
            aside=use is PaperUse.NOTE,
        )
        for case, members in cases(_of(use, rows)).items()
    )


def _forms(procedure: Procedure, local: LocalStatus) -> tuple[Section, ...]:
    own = [Item(form.name, f"local.forms[{at}]") for at, form in enumerate(local.forms)]
    national = [
        Item(form.name, f"papers[{at}].forms[{nth}]")
        for at, paper in enumerate(procedure.papers)
        for nth, form in enumerate(paper.forms)
    ]
    items = tuple(own or national)
    return (Section(FORMS, items),) if items else ()


def _lead(submit: list[Numbered], show: list[Numbered]) -> str:
    many = len([case for case in cases(submit) if case])
    if many > 1:
        return f"tùy trường hợp; danh mục chia {many} trường hợp, mỗi trường hợp một bộ giấy tờ"
    parts = []
    if submit:
        parts.append(f"{len(submit)} giấy tờ phải nộp")
    if show:
        parts.append(f"{len(show)} giấy tờ xuất trình để đối chiếu")
    return ", ".join(parts)


def _conditional(paper: Paper) -> bool:
    return any(sign in paper.name.lower() for sign in _SIGNS)


def _spoken(submit: list[Numbered], show: list[Numbered]) -> tuple[str, ...]:
    named = [case for case in cases(submit) if case]
    if len(named) > 1:
        first = [f"{_ORDINALS[at]}: {ear(case, 13)}." for at, case in enumerate(named[:3])]
        return (f"Giấy tờ tùy trường hợp, có {len(named)} trường hợp.", *first)
    rows = submit or show
    verb = "phải nộp" if submit else "xuất trình"
    opening = f"Có {len(rows)} giấy tờ {verb}."
    said = [
        f"{_ORDINALS[at]} {lower_first(ear(tidy(paper.name), 13))}."
        for at, (_, paper) in enumerate(rows[:3])
    ]
    more = (f"Còn {len(rows) - 3} giấy tờ nữa.",) if len(rows) > 3 else ()
    return (opening, *said, *more)
