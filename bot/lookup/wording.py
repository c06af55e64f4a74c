"""An answer to copy: as one says it to a citizen, or as one writes it officially."""

from __future__ import annotations

from datetime import date

from bot.answers.aspect import HEADING, ORDER, Aspect
from bot.answers.compose import answer
from bot.answers.parts import part_of
from bot.answers.piece import Part
from bot.answers.words import month, stop, upper_first
from bot.catalogue.model import LegalText
from bot.catalogue.store import Catalogue
from bot.guides.around import guides_around
from bot.guides.reply import told
from bot.lookup.laws import cited


def for_citizen(code: str, catalogue: Catalogue, today: date) -> str:
    """What the assistant itself says: plain, short, with the guide's words where there is one.

    Raises:
        KeyError: the catalogue does not have the code.
    """
    procedure = catalogue.procedures[code]
    local = catalogue.local.status(code)
    card = answer(procedure, Aspect.OVERVIEW, local=local, asof=catalogue.asof, today=today)
    for name, guide in guides_around(code, catalogue)[:1]:
        if guide.codes[0] == code:
            plain = told(name, guide, card, catalogue, catalogue.local, today).text
            return f"{plain}\n\n{card.text}"
    return card.text


def official(code: str, catalogue: Catalogue, today: date) -> str:
    """The whole record under its official title, numbered, with the documents in full.

    Raises:
        KeyError: the catalogue does not have the code.
    """
    procedure = catalogue.procedures[code]
    local = catalogue.local.status(code)
    lines = [f"Thủ tục hành chính: {procedure.title}", f"Mã thủ tục: {code}"]
    if procedure.decision:
        lines.append(f"Quyết định công bố: {procedure.decision}")
    for number, aspect in enumerate(ORDER, start=1):
        part = part_of(procedure, aspect, local, today)
        lines.append(f"{number}. {HEADING[aspect]}")
        lines += _law(procedure.legal_basis) if aspect is Aspect.LAW else _details(part)
    source = f"Nguồn: Cổng Dịch vụ công quốc gia, danh mục {month(catalogue.asof)}"
    lines.append(f"{source}{'; ' + procedure.url if procedure.url else ''}.")
    return "\n".join(lines)


def _details(part: Part) -> list[str]:
    found = []
    for section in part.sections:
        if len(part.sections) > 1 and section.heading:
            found.append(f"   {section.heading}:")
        found += [f"   - {item.text.rstrip('.')}." for item in section.items]
    return found or [f"   {stop(upper_first(part.lead))}"]


def _law(texts: tuple[LegalText, ...]) -> list[str]:
    lines = [f"   - {line}" for line in cited(texts)]
    return lines or ["   Danh mục chưa ghi văn bản pháp luật."]
