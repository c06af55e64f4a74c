"""Which option of a guide's question a person means, in whatever words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.catalogue.store import Catalogue
from bot.catalogue.titles import both_names
from bot.dialogue.ages import only_of_age
from bot.dialogue.named import named
from bot.dialogue.ordinal import chosen
from bot.guides.model import Option
from bot.text.fold import fold


def option_of(text: str, options: Sequence[Option], catalogue: Catalogue) -> Option | None:
    """The option that `text` means: by number, words, age, or the title that it leads to."""
    position = chosen(text, len(options))
    if position is None:
        position = _said_only(text, options, shortest=1)
    if position is None:
        position = only_of_age(text, [option.label for option in options])
    if position is None:
        titles = [both_names(p) if (p := catalogue.get(option.to)) else "" for option in options]
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
    phrases = _phrases(options)
    longest = [_longest_said(own, said, shortest) for own in phrases] or [""]
    best = max(range(len(longest)), key=lambda at: len(longest[at]))
    if not longest[best]:
        return None
    left = said.replace(f" {longest[best]} ", " | ")  # "chưa có sổ" says no "có sổ"
    others = (own for at, own in enumerate(phrases) if at != best)
    return None if any(_longest_said(own, left, shortest) for own in others) else best


def _phrases(options: Sequence[Option]) -> list[set[str]]:
    """What people say for each option, folded: its label, a part of the label, its words.

    A part stands between commas ("Người bán, trả biển số"), has two words or more, and is of this
    option alone.
    """
    parts = [{fold(part) for part in option.label.split(",")} for option in options]
    found = []
    for at, option in enumerate(options):
        elsewhere = set().union(*(own for other, own in enumerate(parts) if other != at))
        own = {part for part in parts[at] - elsewhere if " " in part}
        found.append(own | {fold(words) for words in (option.label, *option.words)})
    return found


def _longest_said(phrases: set[str], said: str, shortest: int) -> str:
    """The longest of `phrases`, of `shortest` words or more, that stands in `said`, else ""."""
    standing = (w for w in phrases if len(w.split()) >= shortest and f" {w} " in said)
    return max(standing, key=len, default="")
