"""Who may apply, what one gets, on what conditions, by which law."""

from __future__ import annotations

from bot.answers.aspect import HEADING, Aspect
from bot.answers.piece import Item, Part, Section
from bot.answers.words import HOTLINE, ear, listing, lower_first, shorten, stop, tidy, upper_first
from bot.catalogue.model import Applicant, Procedure

_SAYABLE = 18  # words; a longer condition must not be cut short

APPLICANTS: dict[Applicant, str] = {
    Applicant.CITIZEN: "công dân Việt Nam",
    Applicant.OVERSEAS_VIETNAMESE: "người Việt Nam định cư ở nước ngoài",
    Applicant.FOREIGNER: "người nước ngoài",
    Applicant.COMPANY: "doanh nghiệp",
    Applicant.COOPERATIVE: "hợp tác xã",
    Applicant.ORGANISATION: "tổ chức (trừ doanh nghiệp, hợp tác xã)",
    Applicant.FOREIGN_ORGANISATION: "tổ chức nước ngoài",
    Applicant.OFFICIAL: "cán bộ, công chức, viên chức",
}


def who(procedure: Procedure) -> Part:
    """The applicants in plain words."""
    order = list(APPLICANTS)
    people = sorted(enumerate(procedure.applicants), key=lambda row: order.index(row[1]))
    rows = [(at, name_of(person, procedure)) for at, person in people]
    if not rows:
        lead = "danh mục chưa ghi ai được làm thủ tục này"
        return Part(Aspect.WHO, lead, (), (f"{upper_first(lead)}.",), after=(_ask(),))
    items = tuple(Item(upper_first(name), f"applicants[{at}]") for at, name in rows)
    lead = listing([name for _, name in rows])
    spoken = [f"Người được làm thủ tục này là {rows[0][1]}."]
    if len(rows) > 1:
        spoken.append(f"Ngoài ra có {listing([name for _, name in rows[1:3]])}.")
    if len(rows) > 3:
        spoken.append(f"Còn {len(rows) - 3} đối tượng khác.")
    sections = (Section(HEADING[Aspect.WHO], items, said=True),)
    return Part(Aspect.WHO, lead, sections, tuple(spoken))


def name_of(person: Applicant, procedure: Procedure) -> str:
    """The applicant in plain words; beside companies, an organisation is "another" one."""
    if person is Applicant.ORGANISATION and Applicant.COMPANY in procedure.applicants:
        return "tổ chức khác"
    return APPLICANTS[person]


def result(procedure: Procedure) -> Part:
    """What the applicant receives."""
    items = tuple(
        Item(upper_first(tidy(text)), f"results[{at}]") for at, text in enumerate(procedure.results)
    )
    if not items:
        lead = "danh mục chưa ghi kết quả"
        return Part(Aspect.RESULT, lead, (), (f"{upper_first(lead)}.",), after=(_ask(),))
    spoken = [f"Kết quả là {lower_first(ear(items[0].text, 14))}."]
    if len(items) > 1:
        spoken.append(f"Còn {len(items) - 1} giấy tờ kết quả khác.")
    said = len(items) == 1
    lead = lower_first(shorten(items[0].text, 300)) if said else f"{len(items)} loại"
    sections = (Section(HEADING[Aspect.RESULT], items, said=said),)
    return Part(Aspect.RESULT, lead, sections, tuple(spoken))


def conditions(procedure: Procedure) -> Part:
    """Conditions come only with a full-text import; else the answer says where they stand."""
    items = tuple(
        Item(tidy(text), f"conditions[{at}]")
        for at, text in enumerate(procedure.conditions)
        if tidy(text)
    )
    if not items:
        lead = "dữ liệu hiện có chưa gồm phần yêu cầu, điều kiện của thủ tục này"
        spoken = (
            "Dữ liệu hiện có chưa gồm phần yêu cầu, điều kiện.",
            f"Gọi {HOTLINE} để được trả lời chắc chắn.",
        )
        after = (f"Vui lòng xem ở trang chính thức dưới đây, hoặc gọi {HOTLINE}.",)
        return Part(Aspect.CONDITIONS, lead, (), spoken, after=after)
    words = items[0].text.split()
    long = len(words) > _SAYABLE or any(char.isdigit() for char in items[0].text)
    first = f"Điều kiện ghi khá dài, gọi {HOTLINE} để được giải thích." if long else items[0].text
    spoken = (f"Có {len(items)} ý về điều kiện.", stop(first.rstrip(".")))
    sections = (Section(HEADING[Aspect.CONDITIONS], items),)
    return Part(Aspect.CONDITIONS, "các điểm chính", sections, spoken)


def _ask() -> str:
    return f"Vui lòng gọi {HOTLINE} để được trả lời chắc chắn."
