"""What tells several rows of one channel apart: the case, or the stage, in their notes."""

from __future__ import annotations

import re

from bot.catalogue.derive.clean import balanced, shorten, strip_bullet, tidy

LIMIT = 120
_CASE = re.compile(
    r"(?:đối với|với|trong)?\s*(?:các\s+)?trường hợp"
    r"(?! (?:hồ sơ )?(?:không |chưa )?(?:hợp lệ|đầy đủ))"
    r"\s[^:;.]{4,}(?::\s*(?=[^\d\s])[^:;.]{4,})?|đối với\s[^:;.]{4,}",
    re.IGNORECASE,
)
_STAGE = re.compile(r"(?:-\s*|\+\s*)?([A-ZĐÀ-Ỹ][^:;.]{3,80}):\s")
_TIME = re.compile(
    r",?\s*(?:trong thời hạn|trong vòng|không quá|là)?\s*\d+\s*(?:\([^)]*\)\s*)?(?:ngày|giờ).*$",
    re.IGNORECASE,
)
_NO_STAGE = re.compile(r"cách (?:thức )?thực hiện|thời hạn giải quyết|nộp|trực tuyến|lưu ý")


def tell_apart(notes: list[str]) -> list[str | None]:
    """A label for each row, or None for all where the notes do not tell them apart.

    Labels have at most 120 characters.
    """
    for label in (_case, _stage):
        labels = [label(tidy(note)) for note in notes]
        if len(set(labels)) > 1 and sum(text is None for text in labels) <= 1:
            return labels
    return [None] * len(notes)


def _case(note: str) -> str | None:
    match = _CASE.search(note)
    if match is None:
        return None
    text = re.split(r"\s[-+]\s", _TIME.sub("", strip_bullet(match[0])))[0]
    text = re.sub(r"\s+(?:thì|nhưng)$", "", text.strip(" ,:-+"))
    return _capital(text) if len(text) > 10 else None


def _stage(note: str) -> str | None:
    match = _STAGE.match(note)
    if match is None or _NO_STAGE.search(match[1].lower()):
        return None
    return _capital(match[1])


def _capital(text: str) -> str:
    return balanced(shorten(text[:1].upper() + text[1:], LIMIT))
