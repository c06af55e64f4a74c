"""Sound in the telephone's form."""

from __future__ import annotations

import struct
import wave
from pathlib import Path

import pytest

from voice.audio import (
    FRAME,
    RATE,
    BadSound,
    frames,
    from_ulaw,
    loudness,
    read_wav,
    resample,
    seconds,
    to_ulaw,
    write_wav,
)

TONE = b"".join(struct.pack("<h", 8000 if at // 10 % 2 else -8000) for at in range(RATE))


def test_the_line_changes_the_sound_a_little() -> None:
    there = from_ulaw(to_ulaw(TONE))
    assert len(there) == len(TONE)
    assert abs(loudness(there) - loudness(TONE)) < 200


def test_frames_are_whole() -> None:
    assert [len(frame) for frame in frames(TONE[: FRAME + 2])] == [FRAME, FRAME]


def test_another_rate_keeps_the_length() -> None:
    assert abs(seconds(resample(resample(TONE, RATE, 22050), 22050)) - 1) < 0.01


@pytest.mark.parametrize(
    ("rate", "channels", "width"), [(16000, 2, 2), (44100, 1, 1), (8000, 1, 2)]
)
def test_any_wav_file_is_read(tmp_path: Path, rate: int, channels: int, width: int) -> None:
    path = tmp_path / "a.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(bytes([128] if width == 1 else [0]) * rate * channels * width)
    pcm = read_wav(path)
    assert abs(seconds(pcm) - 1) < 0.01
    assert loudness(pcm) == 0


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write_wav(tmp_path / "a.wav", TONE)
    assert read_wav(tmp_path / "a.wav") == TONE


@pytest.mark.parametrize("content", [b"", b"RIFF", b"no sound at all"])
def test_another_file_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "b.wav"
    path.write_bytes(content)
    with pytest.raises(BadSound, match=r"b\.wav"):
        read_wav(path)
