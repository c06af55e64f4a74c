"""What goes into one turn and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bot.answers.aspect import Aspect
from bot.answers.reply import Reply
from bot.care.survey import Rated
from bot.care.tickets.model import Answer
from bot.cases import outcome as looked_up
from bot.catalogue.local import LocalTruth
from bot.catalogue.store import Catalogue
from bot.dialogue.state import State
from bot.notices.model import InForce
from bot.retrieval.pipeline import Searcher

Decision = Literal["answer", "clarify", "none", "notice"]


@dataclass(frozen=True)
class Turn:
    """One message of a person.

    Attributes:
        text: as it came through the edge: personal data already replaced.
        state: what the conversation remembers.
        aspects: what the message asks about, the main one first; empty when it only names a topic.
        said: aspects that words of it name, with the position of the words.
        sure: whether the classifier is sure of the kind of turn that this is.
        wants_person: whether the classifier is sure that a person is asked for.
        topical: whether a procedure or a paper was recognised by name in it.
        refused: codes that the message says are not meant.
        personal: whether a personal number was taken out of it.
        proof: four digits that were given as a proof and taken out; "" when they were not four.
        found: what the desk said to the look-up that this turn needs (`bot.dialogue.cases`).
        signed_in: somebody is, and the desk was asked for their own cases.
        own: what it said; None when it could not tell.
        counter: what the counter did for this turn (`bot.dialogue.tickets.wanted`); None: nothing
            was wanted of it.
        heard: what a recogniser may have heard instead of `text`; None: it was not spoken.
    """

    text: str
    state: State
    aspects: tuple[Aspect, ...] = ()
    said: tuple[tuple[int, Aspect], ...] = ()
    sure: bool = True
    wants_person: bool = False
    topical: bool = False
    refused: frozenset[str] = frozenset()
    personal: bool = False
    proof: str | None = None
    found: looked_up.Outcome | None = None
    signed_in: bool = False
    own: looked_up.Listed | None = None
    heard: tuple[str, ...] | None = None
    counter: Answer | Rated | None = None


@dataclass(frozen=True)
class World:
    """The data that one turn is answered from: one version of it, and today's date in Hanoi.

    `local` is the city's table of today: it may be newer than the index and its catalogue.
    `notices` are those of staff that hold now.
    """

    searcher: Searcher
    local: LocalTruth
    today: date
    notices: InForce = field(default_factory=InForce)

    @property
    def catalogue(self) -> Catalogue:
        return self.searcher.catalogue


@dataclass(frozen=True)
class Outcome:
    """What to say, what to remember, and what the turn log records of it."""

    replies: tuple[Reply, ...]
    state: State
    decision: Decision
    codes: tuple[str, ...] = ()


Respond = Callable[[Turn, World], Outcome]
