"""What was said on a line, read from its sound: a made voice says the same words nearly the same
way, so the spectrum of each sentence that it may have said is looked for. No recogniser is asked.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from voice.audio import FRAME, frames, from_ulaw, to_ulaw
from voice.speaking.mouth import SLOWER, sentences
from voice.speaking.port import Voice

Spectrum = NDArray[np.float64]  # a row per frame of 20 ms, a column per band

BANDS = 16
LEAST = 30  # frames of a sentence that tell it, where the call went on before its end
SLACK = 2  # frames by which it is longer or shorter when it is said again
# The correlation from which two are the same: whole sentences that espeak-ng said again lay above
# .91. Beginnings of others reach .96, so of each place the best counts.
SAME = 0.9


def transcript(sound: bytes, texts: Iterable[str], voice: Voice) -> list[str]:
    """The sentences of `texts` that `sound` holds, in their order; "…" behind one that was cut off.

    Args:
        sound: as the line brought it, from frame to frame, nothing lost.
        voice: that of the service.
    """
    heard = _spectrum(sound)
    found: dict[int, tuple[float, str]] = {}
    for sentence in dict.fromkeys(one for text in texts for one in sentences(text)):
        for pace in (1.0, SLOWER):
            said = _spectrum(from_ulaw(to_ulaw(voice.speak(sentence, pace))))
            for at in range(len(heard)):
                alike = _begins(heard, said, at)
                if alike > found.get(at, (0.0, ""))[0]:
                    whole = len(heard) - at >= len(said) - SLACK
                    found[at] = alike, sentence if whole else f"{sentence} …"
    return [words for _, (_, words) in sorted(_apart(found).items())]


def _spectrum(sound: bytes) -> Spectrum:
    """How loud each band of each frame is: logarithms."""
    rows = np.array([np.frombuffer(frame, np.int16) for frame in frames(sound)], np.float64)
    rows = rows.reshape(-1, FRAME // 2)
    strength = np.abs(np.fft.rfft(rows * np.hanning(FRAME // 2)))[:, 1:]
    # The width is told: of no frame at all numpy cannot work it out.
    bands = strength.reshape(len(rows), BANDS, strength.shape[1] // BANDS).mean(axis=2)
    return np.asarray(np.log1p(bands))


def _begins(heard: Spectrum, said: Spectrum, at: int) -> float:
    """How alike the sentence and what was heard from a place on are, as far as both go; 0: it does
    not begin there."""
    # Without its last frames: said shorter, they are already what follows it.
    rest = min(len(said) - SLACK, len(heard) - at)
    enough = rest >= min(LEAST, len(said) - SLACK)
    if not enough or _alike(heard, said, at, min(rest, LEAST)) < SAME:
        return 0.0
    alike = _alike(heard, said, at, rest)
    return alike if alike >= SAME else 0.0


def _alike(heard: Spectrum, said: Spectrum, at: int, length: int) -> float:
    """The correlation of the sentence's first frames with those heard from a place on."""
    one, other = heard[at : at + length], said[:length]
    one, other = one - one.mean(), other[: len(one)] - other[: len(one)].mean()
    size = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float((one * other).sum()) / size if len(one) == len(other) and size else 0.0


def _apart(found: dict[int, tuple[float, str]]) -> dict[int, tuple[float, str]]:
    """Of places side by side the best: a sentence begins once."""
    best: dict[int, tuple[float, str]] = {}
    for at in sorted(found, key=lambda place: -found[place][0]):
        if all(abs(at - other) > LEAST // 2 for other in best):
            best[at] = found[at]
    return best
