"""What differs by way of filing (fee, time limit), told apart or merged when equal."""

from __future__ import annotations

from bot.answers.aspect import HEADING, LABEL, Aspect
from bot.answers.piece import Group, Item, Part, Section
from bot.answers.words import lower_first

_CARD = 120  # characters of a lead that the card can carry


def told(
    aspect: Aspect, groups: list[Group], heard: list[Group], after: tuple[str, ...] = ()
) -> Part:
    """Compose the part from the groups to read and the (shorter) groups to hear."""
    lead, sections = _lead(aspect, groups)
    whole = len(groups) == 1 and len(groups[0].lines) == 1 and len(lead) <= _CARD
    brief = lead if whole else _brief(heard)
    return Part(aspect, lead, sections, _spoken(aspect, heard), after=after, brief=brief)


def _brief(groups: list[Group]) -> str:
    if len(groups) == 1:
        return lower_first(groups[0].lines[0].text)
    return "; ".join(lower_first(_labelled(part).text) for part in groups)


def _lead(aspect: Aspect, groups: list[Group]) -> tuple[str, tuple[Section, ...]]:
    heading = HEADING[aspect]
    if all(len(part.lines) == 1 for part in groups):
        items = tuple(_labelled(part) for part in groups)
        if len(groups) > 1:
            return "tùy cách nộp", (Section(heading, items),)
        return _same(groups[0]), (Section(heading, items, said=True),)
    if len(groups) == 1:
        return "tùy trường hợp", (Section(heading, groups[0].lines),)
    sections = tuple(Section(f"Nộp {g.label.lower()}", g.lines) for g in groups)
    return "tùy cách nộp và từng trường hợp", sections


def _labelled(part: Group) -> Item:
    line = part.lines[0]
    return Item(f"{part.label}: {lower_first(line.text)}", line.source)


def _same(part: Group) -> str:
    line, label = lower_first(part.lines[0].text), part.label.lower()
    if " và " in label:
        return f"{line}; nộp {label} như nhau"
    return f"{line} (nộp {label})"


def _spoken(aspect: Aspect, groups: list[Group]) -> tuple[str, ...]:
    if len(groups) == 1:
        return (f"{LABEL[aspect]}: {lower_first(groups[0].lines[0].text)}.",)
    return tuple(
        f"{LABEL[aspect]} khi nộp {g.label.lower()}: {lower_first(g.lines[0].text)}."
        for g in groups
    )
