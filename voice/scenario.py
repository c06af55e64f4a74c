"""A call as a file: steps that a caller takes, and what must have been said after each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from voice.audio import SILENCE, read_wav
from voice.caller import Do
from voice.speaking.port import Voice

PACE = 0.9
REST = SILENCE * 10


class BadScenario(Exception):
    """A file that is none; says where."""


class Step(BaseModel):
    """One of: say, wav, keys, wait, expect.

    Attributes:
        say: words, said by a made voice.
        wav: a recording; beside the scenario's file when the path is relative.
        keys: pressed together.
        wait: seconds of silence.
        expect: words that the assistant says after the step before.
        into: with say, wav or keys: seconds into the assistant's words at which it is done.
    """

    model_config = ConfigDict(extra="forbid")
    say: str | None = None
    wav: Path | None = None
    keys: str | None = Field(default=None, pattern=r"^[0-9*#]+$")
    wait: float | None = Field(default=None, gt=0, le=120)
    expect: str | None = None
    into: float | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _is_one(self) -> Step:
        told = [self.say, self.wav, self.keys, self.wait, self.expect]
        if sum(one is not None for one in told) != 1:
            raise ValueError("a step is one of say, wav, keys, wait, expect")
        return self


_STEPS = TypeAdapter(list[Step])


def read_scenario(path: Path) -> list[Step]:
    """
    Raises:
        BadScenario
    """
    try:
        steps = _STEPS.validate_python(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BadScenario(f"{path} cannot be read: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = " ".join(str(part) for part in first["loc"]) or "the file"
        raise BadScenario(f"{path}: step {where}: {first['msg']}") from None
    beside = {at: path.parent / step.wav for at, step in enumerate(steps) if step.wav}
    return [
        step.model_copy(update={"wav": beside[at]}) if at in beside else step
        for at, step in enumerate(steps)
    ]


def acts(steps: Iterable[Step], voice: Voice) -> list[Do]:
    """What the caller does; expectations are none of it.

    Raises:
        BadSound: a recording cannot be read.
    """
    return [_act(step, voice) for step in steps if step.expect is None]


def _act(step: Step, voice: Voice) -> Do:
    if step.wait:
        return Do(wait=step.wait)
    if step.keys:
        return Do(keys=step.keys, into=step.into)
    sound = read_wav(step.wav) if step.wav else voice.speak(step.say or "", PACE)
    return Do(sound=REST + sound, into=step.into)


def unmet(steps: Iterable[Step], rounds: list[list[str]]) -> list[str]:
    """The expectations that what was heard does not meet, in words.

    Args:
        rounds: what was said in each, the greeting first (`voice.transcript`).
    """
    missing, at = [], 0
    for step in steps:
        if step.expect is None:
            at += 1
        elif step.expect.lower() not in _whole(rounds[at] if at < len(rounds) else []):
            missing.append(f"after step {at}: {step.expect}" if at else f"at first: {step.expect}")
    return missing


def _whole(sentences: list[str]) -> str:
    """What was said to its end."""
    return " ".join(one for one in sentences if not one.endswith("…")).lower()
