"""What a court or the police settles: who it is, before the catalogue is searched for it.

Near such words lie procedures that nobody means who says them: "ly hôn" alone led to the register's
note of a divorce abroad. The facts are in `data/elsewhere.yml`, each with its law.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, cached_property

import yaml

from bot.answers.reply import Reply
from bot.catalogue.model import Record
from bot.dialogue.turn import Outcome, Respond, Turn, World
from bot.settings import settings
from bot.text.fold import fold
from bot.text.numbers import say


class Related(Record):
    """A procedure that the person may have meant after all."""

    label: str
    code: str


class Matter(Record):
    """One kind of matter. `said` and `unless` are patterns over folded text, laid out in lines."""

    id: str
    said: str
    unless: str
    text: str
    spoken: str
    law: tuple[str, ...]
    related: tuple[Related, ...]

    def meant_by(self, folded: str) -> bool:
        return bool(self._said.search(folded)) and not self._unless.search(folded)

    @cached_property
    def _said(self) -> re.Pattern[str]:
        return _compiled(self.said)

    @cached_property
    def _unless(self) -> re.Pattern[str]:
        return _compiled(self.unless)


class Elsewhere(Record):
    """`data/elsewhere.yml`."""

    asof: date
    matters: tuple[Matter, ...]


def first(respond: Respond) -> Respond:
    """`respond`, but what is settled elsewhere is said to be; nothing else changes."""

    def told(turn: Turn, world: World) -> Outcome:
        answers_us = turn.state.guide or turn.state.choices or turn.proof is not None
        matter = None if answers_us else settled_elsewhere(turn.text)
        if matter is None:
            return respond(turn, world)
        return Outcome((_where(matter),), turn.state, "notice")

    return told


def settled_elsewhere(text: str) -> Matter | None:
    folded = fold(text)
    return next((matter for matter in load().matters if matter.meant_by(folded)), None)


@cache
def load() -> Elsewhere:
    """Read once.

    Raises:
        pydantic.ValidationError: the file does not fit.
    """
    path = settings().data_dir / "elsewhere.yml"
    return Elsewhere.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def _where(matter: Matter) -> Reply:
    laws = "; ".join(matter.law)
    replies = [{"label": r.label, "text": r.code} for r in matter.related]
    return Reply(
        text=f"{matter.text}\nCăn cứ: {laws}.",
        payload={"type": "notice", "kind": "elsewhere", "quick_replies": replies},
        spoken=say(matter.spoken),
    )


def _compiled(lines: str) -> re.Pattern[str]:
    """One pattern, laid out in lines."""
    return re.compile("".join(lines.splitlines()))
