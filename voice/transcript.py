"""What was said on a line, read from its sound: a made voice says the same words nearly the same
way, so the spectrum of each sentence that it may have said is looked for. No recogniser is asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from voice.audio import FRAME, frames, from_ulaw, to_ulaw
from voice.speaking.mouth import SLOWER, sentences
from voice.speaking.port import Voice

Spectrum = NDArray[np.float64]  # a row per frame of 20 ms, or per half of one; a column per band

BANDS = 16
LEAST = 30  # frames of a sentence that tell it, where the call went on before its end
SLACK = 2  # frames by which it is longer or shorter when it is said again
PIECE = 15  # frames that are found together: said again, a pause between two is 10 ms shorter
SHIFTS = range(
    -2 * SLACK, 2 * SLACK + 1
)  # halves of a frame by which a piece comes at another time
# The correlation from which two are the same: whole sentences that espeak-ng said again lay above
# .95. Beginnings of others reach .96, so of each place the best counts.
SAME = 0.9
PERHAPS = 0.7  # and the one, piece for piece in its time, below which the pieces are not looked for


@dataclass(frozen=True)
class _Found:
    """A sentence that was said from a place on, for so many frames."""

    at: int
    frames: int
    alike: float
    words: str

    def overlaps(self, other: _Found) -> bool:
        """Whether they share more than both may have been shorter."""
        first, second = sorted((self, other), key=lambda one: one.at)
        return first.at + first.frames - 2 * SLACK > second.at


def transcript(sound: bytes, texts: Iterable[str], voice: Voice) -> list[str]:
    """The sentences of `texts` that `sound` holds, in their order; "…" behind one that was cut off.

    Args:
        sound: as the line brought it, from frame to frame, nothing lost.
        voice: that of the service.
    """
    heard = _spectrum(sound, FRAME // 2)
    places = (len(heard) + 1) // 2
    found: dict[int, _Found] = {}
    for sentence in dict.fromkeys(one for text in texts for one in sentences(text)):
        for pace in (1.0, SLOWER):
            said = _spectrum(from_ulaw(to_ulaw(voice.speak(sentence, pace))))
            for at in range(places):
                alike = _begins(heard, said, at)
                if alike > (found[at].alike if at in found else 0.0):
                    whole = places - at >= len(said) - SLACK
                    words = sentence if whole else f"{sentence} …"
                    found[at] = _Found(at, len(said), alike, words)
    return [one.words for one in _apart(found.values())]


def _spectrum(sound: bytes, step: int = FRAME) -> Spectrum:
    """How loud each band is in a frame that begins every `step` bytes: logarithms."""
    samples = np.frombuffer(b"".join(frames(sound)), np.int16).astype(np.float64)
    if not len(samples):
        return np.empty((0, BANDS))
    rows = sliding_window_view(samples, FRAME // 2)[:: step // 2]
    strength = np.abs(np.fft.rfft(rows * np.hanning(FRAME // 2)))[:, 1:]
    bands = strength.reshape(len(rows), BANDS, -1).mean(axis=2)
    return np.asarray(np.log1p(bands))


def _begins(heard: Spectrum, said: Spectrum, at: int) -> float:
    """How alike the sentence and what was heard from a place on are, as far as both go; 0: it does
    not begin there.

    Args:
        heard: a row per half of a frame.
        at: frames.
    """
    # Without its last frames: said shorter, they are already what follows it.
    rest = min(len(said) - SLACK, (len(heard) + 1) // 2 - at)
    first = min(rest, LEAST)
    if rest < min(LEAST, len(said) - SLACK):
        return 0.0
    if _alike(heard[2 * at :: 2][:first], said[:first]) < PERHAPS:
        return 0.0
    if _in_pieces(heard, said[:first], at) < SAME:
        return 0.0
    alike = _in_pieces(heard, said[:rest], at)
    return alike if alike >= SAME else 0.0


def _in_pieces(heard: Spectrum, said: Spectrum, at: int) -> float:
    """How alike they are, each piece of the sentence where it fits best."""
    starts = range(0, len(said), PIECE)
    pieces = [_fitting(heard, said[start : start + PIECE], 2 * (at + start)) for start in starts]
    return _alike(np.concatenate(pieces), said)


def _fitting(heard: Spectrum, piece: Spectrum, near: int) -> Spectrum:
    """What was heard about a place that is most like `piece`."""
    begins = (near + shift for shift in SHIFTS if near + shift >= 0)
    return max(
        (heard[begin::2][: len(piece)] for begin in begins),
        key=lambda place: _alike(place, piece),
    )


def _alike(one: Spectrum, other: Spectrum) -> float:
    """The correlation of two of the same length, else 0."""
    if len(one) != len(other):
        return 0.0
    one, other = one - one.mean(), other - other.mean()
    size = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float((one * other).sum()) / size if size else 0.0


def _apart(found: Iterable[_Found]) -> list[_Found]:
    """The best of those that are said at the same time: one begins where the one before ends."""
    best: list[_Found] = []
    for one in sorted(found, key=lambda one: -one.alike):
        if not any(one.overlaps(other) for other in best):
            best.append(one)
    return sorted(best, key=lambda one: one.at)
