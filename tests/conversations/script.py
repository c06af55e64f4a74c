"""What a conversation file says. `README.md` beside it explains the keys."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

HERE = Path(__file__).parent
GAPS = HERE / "known_gaps.yml"


def _several(value: object) -> object:
    return [value] if isinstance(value, str) else value


Names = Annotated[tuple[str, ...], BeforeValidator(_several)]
Type = Literal["procedure", "compare", "clarify", "notice", "place", "case"]
Types = Annotated[tuple[Type, ...], BeforeValidator(_several)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Expect(Strict):
    """What must be true of the reply to one turn; see README.md."""

    type: Types
    kind: Names = ()
    code: Names = ()
    choice: int | None = None
    aspect: Names = ()
    choices_include: Names = ()
    contains: Names = ()
    not_contains: Names = ()
    topic: Names = ()
    says: Names = ()


class Turn(Strict):
    """`say` is typed; `pick` taps the offered choice with one of these codes, if one is offered."""

    say: str | None = None
    pick: Names = ()
    expect: Expect


class Conversation(Strict):
    id: str
    who: str
    channels: tuple[Literal["web", "rasa", "voice"], ...] = ("web", "rasa")
    xfail: str | None = None
    turns: tuple[Turn, ...] = Field(min_length=1)


def load() -> list[Conversation]:
    """All conversations, those of known gaps included, in the files' order."""
    found = [
        Conversation.model_validate(entry)
        for path in sorted(HERE.glob("*.yml"))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")) or []
    ]
    ids = [conversation.id for conversation in found]
    twice = {name for name in ids if ids.count(name) > 1}
    if twice:
        raise ValueError(f"ids used twice: {sorted(twice)}")
    return found
