"""The parts of an answer before it is text, payload or speech."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.aspect import Aspect


@dataclass(frozen=True)
class Item:
    """One line, and where it comes from.

    Attributes:
        text: what is said.
        source: field paths of the record, joined by ", " (`channels[0].fee`); or
            `local.…` (Hanoi's own table), `rule.…` (a statutory rule), `guide.…`
            (general guidance in our words, no fact of the record).
    """

    text: str
    source: str


@dataclass(frozen=True)
class Section:
    heading: str
    items: tuple[Item, ...]
    note: str | None = None
    case: str | None = None  # the case of the dossier it belongs to, where there are several
    ordered: bool = False  # numbered in the text
    aside: bool = False  # counted in the text, read on the procedure's page
    said: bool = False  # the lead says it whole: drawn by a page, not repeated in the text


@dataclass(frozen=True)
class Part:
    """All there is to say on one aspect.

    Attributes:
        lead: the direct answer, without its final stop; follows "<title> – <aspect>:".
        sections: the details, unfolded.
        brief: one line for the card, where the lead alone says too little.
        after: caveats, each a sentence.
        spoken: sentences for the ear, the most important first.
    """

    aspect: Aspect
    lead: str
    sections: tuple[Section, ...]
    spoken: tuple[str, ...]
    after: tuple[str, ...] = ()
    brief: str | None = None


@dataclass(frozen=True)
class Group:
    """Ways of filing for which the same lines hold."""

    label: str
    lines: tuple[Item, ...]
