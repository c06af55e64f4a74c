"""Parts → speech: short sentences, codes and numbers as people say them, no address of a page."""

from __future__ import annotations

from functools import lru_cache

from bot.answers.aspect import LABEL, Aspect, next_aspects
from bot.answers.words import ear, listing, lower_first, month
from bot.catalogue.local import LocalStatus
from bot.catalogue.model import Procedure
from bot.catalogue.titles import everyday_name
from bot.text.numbers import say

WORDS = 110  # about 40 seconds


def aloud(
    procedure: Procedure,
    sentences: list[str],
    shown: frozenset[Aspect],
    local: LocalStatus,
    asof: str,
) -> str:
    """Name the procedure, answer, say where it comes from, offer what to hear next.

    Later sentences are left out where the whole would take longer than 40 seconds.
    """
    head = _said(f"Thủ tục {lower_first(ear(everyday_name(procedure), 14, least=5))}.")
    tail = [_said(sentence) for sentence in [*_origin(procedure, local, asof), offer(shown)]]
    kept = [_said(sentence) for sentence in sentences]
    while len(kept) > 1 and len(" ".join([head, *kept, *tail]).split()) > WORDS:
        kept.pop()
    return " ".join([head, *kept, *tail])


@lru_cache(maxsize=4096)
def _said(sentence: str) -> str:
    """Many sentences come again and again; their numbers are spelled once."""
    return say(sentence)


def _origin(procedure: Procedure, local: LocalStatus, asof: str) -> list[str]:
    date = month(asof).replace("/", " năm ")
    said = [f"Mã thủ tục {procedure.code}.", f"Theo danh mục {date}."]
    if local.in_list is None:
        said.append("Chưa xác nhận trong danh mục của Hà Nội.")
    elif not local.in_list:
        said.append("Thủ tục này không có trong danh mục của Hà Nội.")
    return said


def offer(shown: frozenset[Aspect]) -> str:
    """What can be heard next, where `shown` has been told."""
    names = [lower_first(LABEL[aspect]) for aspect in next_aspects(shown, 3)]
    return f"Anh chị muốn nghe tiếp {listing(names, 'hay')}?"
