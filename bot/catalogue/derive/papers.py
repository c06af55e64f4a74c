"""Papers of a dossier, told apart from the notes that the portal mixes among them."""

from __future__ import annotations

import re

from bot.catalogue.derive.clean import (
    capital,
    first_clause,
    sentence_case,
    shorten,
    strip_bullet,
    tidy,
)
from bot.catalogue.derive.raw import RawPaper, RawProcedure
from bot.catalogue.model import Form, Paper, PaperUse

_NOTE_HEADING = re.compile(r"lưu ý|ghi chú", re.IGNORECASE)
_SHOW_HEADING = re.compile(r"xuất trình", re.IGNORECASE)
_GENERIC_HEADING = re.compile(
    r"(?:giấy tờ|các giấy tờ|thành phần|hồ sơ|số lượng hồ sơ|bộ hồ sơ|\d+ bộ hồ sơ)"
    r"(?: phải nộp| phải xuất trình| bao gồm| gồm| hồ sơ|:|\s|\.)*",
    re.IGNORECASE,
)
_NOTE_TEXT = re.compile(r"(?:lưu ý|ghi chú|chú ý|số lượng hồ sơ)\b", re.IGNORECASE)
# Sentences, not papers, where no original and no copy is asked for.
_SENTENCE = re.compile(
    r"(?:trường hợp|đối với|riêng|nếu|khi|người|cá nhân|tổ chức|cơ quan|việc|các giấy tờ trên"
    r"|cha|công dân|doanh nghiệp|nhà đầu tư|hồ sơ (?:được|nộp|phải))\b",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(r",?\s*(?:(?:bao )?gồm(?: các)?|sau đây|như sau|có nội dung)$")
_FEWEST_LETTERS = 4  # "II" is the number of a chapter


def derive_papers(raw: RawProcedure, *, with_notes: bool) -> tuple[Paper, ...]:
    """Papers in the order of the source, repeated ones once.

    Notes are the portal's prose: they are kept in a full-text import only.
    """
    papers = (_paper(item) for item in raw.papers)
    kept = (p for p in papers if p and (with_notes or p.use is not PaperUse.NOTE))
    return tuple(dict.fromkeys(kept))


def _paper(raw: RawPaper) -> Paper | None:
    name = _name(raw.name)
    if sum(map(str.isalpha, name)) < _FEWEST_LETTERS:
        return None
    use = _use(raw)
    counted = raw.originals or raw.copies
    return Paper(
        name=capital(sentence_case(name)),
        use=use,
        case=_case(raw.case),
        originals=raw.originals if counted else None,
        copies=raw.copies if counted else None,
        forms=tuple(Form(name=tidy(form)) for form in raw.forms if tidy(form)),
    )


def _name(text: str) -> str:
    """The first clause; a mere introduction ("Bản sao:") takes the next clause along."""
    text = strip_bullet(tidy(text))
    head, colon, rest = text.partition(":")
    if colon and len(head) < 25 and strip_bullet(rest) and not re.search(r"[;.]\s", head):
        return shorten(f"{head}: {first_clause(rest, 120)}", 160)
    return _INTRODUCES.sub("", first_clause(text)) or first_clause(text)


def _use(raw: RawPaper) -> PaperUse:
    heading, text = tidy(raw.case), strip_bullet(tidy(raw.name))
    if _NOTE_HEADING.match(strip_bullet(heading)) or _NOTE_TEXT.match(text):
        return PaperUse.NOTE
    goes_on = _SENTENCE.match(text) or text[:1].islower()
    if goes_on and not (raw.originals or raw.copies):
        return PaperUse.NOTE
    return PaperUse.SHOW if _SHOW_HEADING.search(heading) else PaperUse.SUBMIT


def _case(heading: str) -> str | None:
    """The heading, where it tells cases apart rather than saying "papers to hand in"."""
    text = strip_bullet(tidy(heading))
    if not text or _GENERIC_HEADING.fullmatch(text) or _NOTE_HEADING.match(text):
        return None
    return first_clause(text) or None
