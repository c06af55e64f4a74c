"""What people say for what the titles call otherwise (data/catalogue/synonyms.yml)."""

from __future__ import annotations

import re
from functools import cache

import yaml
from pydantic import BaseModel, ConfigDict

from bot.settings import settings
from bot.text.fold import fold
from bot.text.phrases import normal, phrase_pattern


class Synonym(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    say: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    means: str


class Synonyms:
    """Finds everyday words in a question and says what titles call them."""

    def __init__(self, entries: list[Synonym]) -> None:
        say = [phrase for entry in entries for phrase in entry.say]
        exact = [phrase for entry in entries for phrase in entry.exact]
        self._pattern: re.Pattern[str] = phrase_pattern(say, exact=exact)
        self._means = {fold(p): e.means for e in entries for p in (*e.say, *e.exact)}

    def expand(self, text: str) -> tuple[str, ...]:
        """What the words of `text` mean, longest phrase first at each place; each once."""
        found = (self._means[fold(match[0])] for match in self._pattern.finditer(normal(text)))
        return tuple(dict.fromkeys(found))


def read_entries() -> list[Synonym]:
    """The entries of the repository's lexicon.

    Raises:
        pydantic.ValidationError: an entry has an unknown or missing key.
    """
    path = settings().data_dir / "catalogue" / "synonyms.yml"
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [Synonym.model_validate(row) for row in rows]


@cache
def load_synonyms() -> Synonyms:
    """The repository's lexicon, read once."""
    return Synonyms(read_entries())
