"""Wards in a question: their point is named beside the answer, or alone."""

from __future__ import annotations

from bot.answers.reply import Reply
from bot.dialogue.topic import content
from bot.places.points import load_points
from bot.places.reply import place
from bot.places.wards import find_ward
from bot.text.fold import fold

_UNIT = {"phuong", "xa", "thi", "tran", "cu", "truoc", "day", "ten", "thuoc"}


def place_of(text: str) -> Reply | None:
    """The point of the ward that `text` names, a question back where it can be several."""
    wards = find_ward(text)
    return place(wards, load_points()) if wards else None


def names_only_a_ward(text: str) -> bool:
    """Whether nothing but a ward is left once the question words are taken away."""
    wards = find_ward(text)
    names = [name for ward in wards for name in (ward.name, *ward.former)]
    return bool(wards) and content(text) <= set(fold(" ".join(names)).split()) | _UNIT
