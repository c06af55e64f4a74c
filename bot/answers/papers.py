"""Which papers: what is handed in, what is only shown, and remarks kept apart."""

from __future__ import annotations

import re

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
_ONLY_IF = {
    PaperUse.SUBMIT: "Chỉ nộp khi đúng trường hợp",
    PaperUse.SHOW: "Chỉ xuất trình khi đúng trường hợp",
}
# A paper so worded is asked of some applicants only.
_SIGN = re.compile(
    r"^(trường hợp|đối với|nếu)\b|trong trường hợp|đối với (trường hợp|người)|nếu có\b"
)
_ORDINALS = ("Một là", "Hai là", "Ba là")
_CASE = re.compile(r"^(đối với )?(trường hợp |các trường hợp )?", re.IGNORECASE)
# What one fills in oneself comes first.
_FORM = re.compile(r"(tờ khai|đơn|phiếu|(giấy|văn bản) (đề nghị|đăng ký))\b")

Numbered = tuple[int, Paper]


def papers(procedure: Procedure, local: LocalStatus) -> Part:
    """Papers by use and by case; the record's order is kept."""
    rows = list(enumerate(procedure.papers))
    forms = _forms(procedure, local)
    submit, show = _of(PaperUse.SUBMIT, rows), _of(PaperUse.SHOW, rows)
    notes = _sections(PaperUse.NOTE, rows)
    if not submit and not show:
        after = (f"Vui lòng gọi {HOTLINE} để hỏi trước khi chuẩn bị hồ sơ.",)
        spoken = ("Danh mục chưa có danh sách giấy tờ.", f"Gọi {HOTLINE} để hỏi.")
        return Part(Aspect.PAPERS, _UNKNOWN, notes + forms, spoken, after=after)
    sections = _sections(PaperUse.SUBMIT, rows) + _sections(PaperUse.SHOW, rows)
    return Part(
        Aspect.PAPERS,
        _lead(submit, show),
        sections + forms + notes,
        _spoken(submit, show),
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
        found.setdefault(tidy(paper.case or "").lstrip("("), []).append((at, paper))
    return found


def _of(use: PaperUse, rows: list[Numbered]) -> list[Numbered]:
    return [(at, paper) for at, paper in rows if paper.use is use]


def _sections(use: PaperUse, rows: list[Numbered]) -> tuple[Section, ...]:
    """One list per case; what everybody needs stands before what only some need."""
    found: list[Section] = []
    for case, members in cases(_of(use, rows)).items():
        plain = use is PaperUse.NOTE or case  # a case says by itself who needs the paper
        always, sometimes = (_forms_first(members), []) if plain else _split(members)
        for heading, part in ((HEADINGS[use], always), (_ONLY_IF.get(use), sometimes)):
            if part:
                name = f"{heading} – {lower_first(case)}" if case else str(heading)
                items = tuple(Item(line(paper), f"papers[{at}]") for at, paper in part)
                aside = use is PaperUse.NOTE
                found.append(Section(name, items, case=case or None, aside=aside))
    return tuple(found)


def _split(rows: list[Numbered]) -> tuple[list[Numbered], list[Numbered]]:
    """What everybody needs, and what is needed in some cases only."""
    always = [row for row in rows if not _SIGN.search(row[1].name.lower())]
    sometimes = [row for row in rows if row not in always]
    return _forms_first(always), sometimes


def _forms_first(rows: list[Numbered]) -> list[Numbered]:
    return sorted(rows, key=lambda row: not _FORM.match(row[1].name.lower()))


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
    always, sometimes = _split(submit)
    counts = (
        (len(always), "giấy tờ phải nộp"),
        (len(sometimes), "giấy tờ chỉ nộp khi đúng trường hợp"),
        (len(show), "giấy tờ xuất trình để đối chiếu"),
    )
    return ", ".join(f"{count} {name}" for count, name in counts if count)


def _spoken(submit: list[Numbered], show: list[Numbered]) -> tuple[str, ...]:
    named = [case for case in cases(submit) if case]
    if len(named) > 1:
        heard = [lower_first(ear(_CASE.sub("", case), 13, least=5)) for case in named[:3]]
        first = [f"{_ORDINALS[at]} {case}." for at, case in enumerate(heard)]
        return (f"Giấy tờ tùy trường hợp, có {len(named)} trường hợp.", *first)
    (always, sometimes), (shown, _) = _split(submit), _split(show)
    rows, verb = next(
        (pair for pair in ((always, "phải nộp"), (shown, "cần xuất trình")) if pair[0]),
        (sometimes or show, "tùy trường hợp mới cần"),
    )
    if len(rows) == 1:
        said = [f"Giấy tờ {verb} là {_name(rows[0])}."]
    else:
        named = [f"{_ORDINALS[at]} {_name(row)}." for at, row in enumerate(rows[:3])]
        said = [f"Có {len(rows)} giấy tờ {verb}.", *named]
    rest = len(submit) + len(show) - min(len(rows), 3)
    note = ", một số tùy trường hợp" if len(always) + len(shown) < len(submit) + len(show) else ""
    return (*said, *((f"Còn {rest} giấy tờ khác{note}.",) if rest else ()))


def _name(row: Numbered) -> str:
    return lower_first(ear(tidy(row[1].name), 13))
