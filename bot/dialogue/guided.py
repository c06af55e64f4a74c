"""Which guide, and which of its questions, belongs to what was found or is talked about."""

from __future__ import annotations

from collections.abc import Sequence

from bot.catalogue.store import Catalogue
from bot.dialogue.state import State
from bot.guides.around import guides_around
from bot.guides.model import START, Guide, load_guides


def guide_among(codes: Sequence[str], choices: Sequence[str], catalogue: Catalogue) -> str | None:
    """The guide whose question decides between `choices`: it leads to the best and to most of them.

    Where it leads to half of them only, the right one is too often among the others. Where the best
    is another guide's usual procedure, that was meant sooner: who asks for a passport's fee is not
    asked about its loss.
    """
    decided = {
        name: len(set(guide.codes) & set(choices))
        for name, guide in guides_around(codes[0], catalogue)
        if guide.questions
    }
    best = max(decided, key=decided.__getitem__, default="")
    if not best or decided[best] <= max(1, len(choices) / 2):
        return None
    return best if guide_of(codes[0], catalogue) in {None, best} else None


def guide_of(code: str, catalogue: Catalogue) -> str | None:
    """The guide whose usual procedure `code` is."""
    found = (name for name, guide in guides_around(code, catalogue) if guide.codes[0] == code)
    return next(found, None)


def guide_under(code: str, catalogue: Catalogue) -> str | None:
    """The guide whose cases all fall under the title of `code`: which one has to be asked."""
    found = (name for name, guide in guides_around(code, catalogue) if code in guide.general)
    return next(found, None)


def node_of(pending: str) -> tuple[str, Guide, str] | None:
    """Name, guide and question of the slot's value "khai-sinh/parents"; None when gone."""
    name, _, node = pending.partition("/")
    guide = load_guides().get(name)
    return (name, guide, node) if guide and node in guide.questions else None


def pending(name: str, node: str = START) -> str:
    """The slot's value for a question that was asked."""
    return f"{name}/{node}"


def offered(state: State) -> tuple[str, ...]:
    """The codes that the open question of `state` may lead to."""
    found = node_of(state.guide or "")
    return found[1].codes if found else state.choices
