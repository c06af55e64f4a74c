"""What tells procedures of one title apart, in words that a person can judge."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.answers.place import is_office
from bot.answers.words import listing, tidy
from bot.catalogue.model import Applicant, Level, Procedure
from bot.text.fold import fold

_LEVELS = {
    Level.WARD: "cấp xã",
    Level.CITY: "cấp thành phố",
    Level.MINISTRY: "cấp bộ",
    Level.OTHER: "cơ quan khác",
}
_PEOPLE = {
    Applicant.CITIZEN: "người dân",
    Applicant.OVERSEAS_VIETNAMESE: "người Việt Nam ở nước ngoài",
    Applicant.FOREIGNER: "người nước ngoài",
    Applicant.COMPANY: "doanh nghiệp",
    Applicant.COOPERATIVE: "hợp tác xã",
    Applicant.ORGANISATION: "tổ chức",
    Applicant.FOREIGN_ORGANISATION: "tổ chức nước ngoài",
    Applicant.OFFICIAL: "cán bộ, công chức",
}

GLANCE = 60  # characters of a hint

Trait = Callable[[Procedure], str]


def _level(procedure: Procedure) -> str:
    return listing([name for level, name in _LEVELS.items() if level in procedure.levels])


def _people(procedure: Procedure) -> str:
    names = [name for person, name in _PEOPLE.items() if person in procedure.applicants]
    return f"cho {listing(names)}" if names else ""


def _office(procedure: Procedure) -> str:
    names = [tidy(name) for name in procedure.implementers]
    return next((name for name in names if is_office(name)), "")


def _papers(procedure: Procedure) -> str:
    return f"hồ sơ {len(procedure.papers)} giấy tờ" if procedure.papers else ""


# The easiest for a person to answer first, with the question that it answers.
TRAITS: tuple[tuple[Trait, str], ...] = (
    (_level, "Anh/chị cần làm ở cấp nào?"),
    (lambda procedure: procedure.field, "Việc này thuộc lĩnh vực nào?"),
    (_people, "Anh/chị làm cho ai?"),
    (_office, "Anh/chị cần làm ở cơ quan nào?"),
    (lambda procedure: procedure.agency or "", "Việc này thuộc ngành nào?"),
    (_papers, "Hồ sơ của anh/chị gồm bao nhiêu giấy tờ?"),
    (lambda procedure: f"theo Quyết định {procedure.decision}", "Theo quyết định nào?"),
)


def distinct(values: Sequence[str]) -> bool:
    """Every value is there, and no two read the same."""
    return all(values) and len({fold(value) for value in values}) == len(values)


def telling(choices: Sequence[Procedure]) -> tuple[list[str], str] | None:
    """The first trait, or else pair of traits, that tells all choices apart; and its question."""
    rows = [([trait(choice) for choice in choices], question) for trait, question in TRAITS]
    for values, question in rows:
        if distinct(values):
            return values, question
    pairs = [(first, second) for at, first in enumerate(rows) for second in rows[at + 1 :]]
    for (first, question), (second, _) in pairs:
        both = [", ".join(filter(None, pair)) for pair in zip(first, second, strict=True)]
        if distinct(both):
            return both, question
    return None


def hints(choices: Sequence[Procedure], labels: Sequence[str]) -> list[str]:
    """The first of level, field and people that differs and that the labels don't say yet.

    What takes long to read ("cho người dân, doanh nghiệp, hợp tác xã …") tells nothing at a glance.
    """
    for trait, _ in TRAITS[:3]:
        values = [trait(choice) for choice in choices]
        said = any(value in label for value, label in zip(values, labels, strict=True))
        short = max(map(len, values)) <= GLANCE
        if short and not said and len({fold(value) for value in values}) > 1:
            return values
    return [""] * len(choices)
