"""A guide: our own plain words for a matter people ask about often (data/guides/*.yml)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml
from pydantic import Field, ValidationError

from bot.catalogue.errors import RefusedImport
from bot.catalogue.model import Record
from bot.settings import settings

START = "start"  # the question asked first
# {fee:1.001193}: filled from the record when it is said.
PLACEHOLDER = re.compile(r"\{(fee|time|papers|place|result):([\w.]+)\}")


class Option(Record):
    """One answer to a question, and where it leads: a code, or another question of the guide."""

    label: str
    words: tuple[str, ...] = ()  # what people may say instead of the label
    to: str


class Question(Record):
    """What decides which procedure it is."""

    ask: str
    spoken: str
    options: tuple[Option, ...] = Field(min_length=2, max_length=4)


class Guide(Record):
    """Our words for one matter.

    Attributes:
        title: what people call the matter.
        codes: every procedure that the guide is about, the usual one first.
        general: those of `codes` under whose titles everything here falls: they lead to the
            question, and none of its answers to them.
        intro: the plain answer, with placeholders where the record has the fact.
        questions: by name; the first asked is "start"; empty where there is one procedure only.
        forget: what people forget.
        spoken: what the telephone says, under 40 seconds.
    """

    title: str
    codes: tuple[str, ...] = Field(min_length=1)
    general: tuple[str, ...] = ()
    intro: str
    questions: dict[str, Question] = Field(default_factory=dict)
    forget: tuple[str, ...] = Field(min_length=1, max_length=4)
    spoken: str

    def all_options(self) -> tuple[Option, ...]:
        return tuple(option for question in self.questions.values() for option in question.options)

    def beside_usual(self, place: str = START) -> tuple[Option, ...]:
        """The options that make it another procedure than the usual one."""
        found: list[Option] = []
        for option in self.questions[place].options if place in self.questions else ():
            if self.codes[0] not in self.leads_to(option.to):
                found.append(option)
            else:
                found += self.beside_usual(option.to)
        return tuple(found)

    def leads_to(self, place: str = START) -> set[str]:
        """The ends of the tree below `place`, a question or already an end."""
        if place not in self.questions:
            return {place}
        return set().union(*(self.leads_to(o.to) for o in self.questions[place].options))


def read_guides(folder: Path) -> dict[str, Guide]:
    """All guides by file name.

    Raises:
        RefusedImport: a file is not a guide; file and reason are said.
    """
    found = {}
    for path in sorted(folder.glob("*.yml")):
        try:
            found[path.stem] = Guide.model_validate(
                yaml.safe_load(path.read_text(encoding="utf-8"))
            )
        except (ValidationError, yaml.YAMLError) as error:
            raise RefusedImport(f"{path.name}: {error}") from error
    return found


@cache
def load_guides() -> dict[str, Guide]:
    """The repository's guides by name, read once."""
    return read_guides(settings().data_dir / "guides")
