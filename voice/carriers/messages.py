"""The messages of Twilio's media streams, as its documentation describes them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter
from pydantic.alias_generators import to_camel

Name = Annotated[str, Field(min_length=1, max_length=128)]


class _Message(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class Connected(_Message):
    event: Literal["connected"]
    protocol: Literal["Call"]


class MediaFormat(_Message):
    encoding: Literal["audio/x-mulaw"]
    sample_rate: Literal[8000]
    channels: Literal[1]


class StartFacts(_Message):
    call_sid: Name
    media_format: MediaFormat
    custom_parameters: dict[Name, Annotated[str, Field(max_length=512)]] = {}


class Start(_Message):
    event: Literal["start"]
    sequence_number: int
    stream_sid: Name
    start: StartFacts


class MediaFacts(_Message):
    track: Literal["inbound"] = "inbound"
    payload: Annotated[str, Field(max_length=32_000)]


class Media(_Message):
    event: Literal["media"]
    sequence_number: int
    media: MediaFacts


class KeyFacts(_Message):
    digit: Annotated[str, Field(pattern=r"^[0-9*#A-D]$")]


class Dtmf(_Message):
    event: Literal["dtmf"]
    sequence_number: int
    dtmf: KeyFacts


class MarkFacts(_Message):
    name: Name


class Mark(_Message):
    event: Literal["mark"]
    sequence_number: int
    mark: MarkFacts


class Stop(_Message):
    event: Literal["stop"]
    sequence_number: int


Incoming = Annotated[Connected | Start | Media | Dtmf | Mark | Stop, Field(discriminator="event")]
INCOMING: TypeAdapter[Connected | Start | Media | Dtmf | Mark | Stop] = TypeAdapter(Incoming)
