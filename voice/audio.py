"""Sound of the telephone: 8 kHz, one channel, 16-bit linear inside, µ-law on the line."""

from __future__ import annotations

import audioop
import io
import wave
from collections.abc import Iterator
from pathlib import Path

RATE = 8000
FRAME_MS = 20
WIDTH = 2  # bytes of a linear sample
FRAME = RATE * FRAME_MS // 1000 * WIDTH  # bytes of one linear frame
SILENCE = bytes(FRAME)


class BadSound(Exception):
    """A file that holds no sound that can be read; says why."""


def to_ulaw(pcm: bytes) -> bytes:
    return audioop.lin2ulaw(pcm, WIDTH)


def from_ulaw(data: bytes) -> bytes:
    return audioop.ulaw2lin(data, WIDTH)


def resample(pcm: bytes, rate: int, to: int = RATE) -> bytes:
    """Linear samples at another rate."""
    return pcm if rate == to else audioop.ratecv(pcm, WIDTH, 1, rate, to, None)[0]


def loudness(pcm: bytes) -> int:
    """Root mean square, 0 to 32767."""
    return audioop.rms(pcm, WIDTH)


def seconds(pcm: bytes) -> float:
    return len(pcm) / (RATE * WIDTH)


def louder(pcm: bytes, times: float) -> bytes:
    """What would go beyond the loudest is cut off."""
    return audioop.mul(pcm, WIDTH, times)


def mixed(pcm: bytes, other: bytes) -> bytes:
    """Both at once; `other` is as long."""
    return audioop.add(pcm, other, WIDTH)


def frames(pcm: bytes) -> Iterator[bytes]:
    """Frames of 20 ms; silence fills the last one."""
    for at in range(0, len(pcm), FRAME):
        yield pcm[at : at + FRAME].ljust(FRAME, b"\0")


def read_wav(path: Path) -> bytes:
    """A wav file of any rate, width and number of channels, as telephone sound.

    Raises:
        BadSound: not there, or not a wav file.
    """
    try:
        with wave.open(str(path)) as file:
            pcm, width = file.readframes(file.getnframes()), file.getsampwidth()
            if width == 1:  # 8-bit samples have no sign
                pcm = audioop.bias(pcm, 1, -128)
            pcm = audioop.lin2lin(pcm, width, WIDTH)
            if file.getnchannels() == 2:
                pcm = audioop.tomono(pcm, WIDTH, 0.5, 0.5)
            return resample(pcm, file.getframerate())
    except (OSError, EOFError, wave.Error, audioop.error) as error:
        raise BadSound(f"{path} cannot be read as a wav file: {error}") from error


def write_wav(path: Path, pcm: bytes) -> None:
    path.write_bytes(wav(pcm))


def wav(pcm: bytes) -> bytes:
    """The sound as a file."""
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(WIDTH)
        file.setframerate(RATE)
        file.writeframes(pcm)
    return written.getvalue()
