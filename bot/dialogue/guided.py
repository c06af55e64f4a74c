"""Walking a guide's questions: by number, by button or in a person's own words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.catalogue.store import Catalogue
from bot.dialogue.named import named
from bot.dialogue.ordinal import chosen
from bot.guides.model import START, Guide, Option, load_guides
from bot.text.fold import fold


def guide_among(codes: Sequence[str], choices: Sequence[str], catalogue: Catalogue) -> str | None:
    """The guide whose question decides between `choices`: it leads to the best and to another."""
    for name, guide in _with(codes[0], catalogue):
        if guide.questions and len(set(guide.codes) & set(choices)) > 1:
            return name
    return None


def guide_of(code: str, catalogue: Catalogue) -> str | None:
    """The guide whose usual procedure `code` is."""
    found = (name for name, guide in _with(code, catalogue) if guide.codes[0] == code)
    return next(found, None)


def option_of(text: str, options: Sequence[Option], catalogue: Catalogue) -> Option | None:
    """The option that `text` means: by number, by its words, by the title that it leads to."""
    position = chosen(text, len(options))
    if position is None:
        position = _said_only(text, options, shortest=1)
    if position is None:
        titles = [p.title if (p := catalogue.get(option.to)) else "" for option in options]
        position = named(text, titles)
    return None if position is None else options[position]


def option_said(text: str, options: Sequence[Option]) -> Option | None:
    """The option that a question says already, in two words or more: it need not be asked."""
    position = _said_only(text, options, shortest=2)
    return None if position is None else options[position]


def own_words(option: Option) -> set[str]:
    """Folded words of the option's label and of what people say instead."""
    return set(fold(" ".join((option.label, *option.words))).split())


def _said_only(text: str, options: Sequence[Option], shortest: int) -> int | None:
    """Position of the only option whose words stand in `text`; none when two are said."""
    said = f" {fold(text)} "
    longest = [_longest_said(option, said, shortest) for option in options] or [""]
    best = max(range(len(longest)), key=lambda at: len(longest[at]))
    if not longest[best]:
        return None
    left = said.replace(f" {longest[best]} ", " | ")  # "chưa có sổ" says no "có sổ"
    others = (option for at, option in enumerate(options) if at != best)
    return None if any(_longest_said(option, left, shortest) for option in others) else best


def _longest_said(option: Option, said: str, shortest: int) -> str:
    """The longest of the option's words, of `shortest` or more, that stand in `said`, else ""."""
    words = (fold(text) for text in (option.label, *option.words))
    standing = (w for w in words if len(w.split()) >= shortest and f" {w} " in said)
    return max(standing, key=len, default="")


def node_of(pending: str) -> tuple[str, Guide, str] | None:
    """Name, guide and question of the slot's value "khai-sinh/parents"; None when gone."""
    name, _, node = pending.partition("/")
    guide = load_guides().get(name)
    return (name, guide, node) if guide and node in guide.questions else None


def pending(name: str, node: str = START) -> str:
    """The slot's value for a question that was asked."""
    return f"{name}/{node}"


def _with(code: str, catalogue: Catalogue) -> list[tuple[str, Guide]]:
    """Guides that lead to `code`, those whose usual procedure it is first.

    A guide of which the catalogue no longer has a code is left out: it would promise what is gone.
    """
    found = [
        (name, guide)
        for name, guide in load_guides().items()
        if code in guide.codes and all(catalogue.get(known) for known in guide.codes)
    ]
    return sorted(found, key=lambda item: item[1].codes[0] != code)
