"""Is anybody speaking in this frame?"""

from __future__ import annotations

import webrtcvad

from voice.audio import RATE, loudness

MODE = 2  # of 0 (much is speech) to 3
FLOOR = 120  # quieter is the line itself
ECHO = 0.3  # what comes back of our own voice is quieter than this part of it


class VoiceActivity:
    def __init__(self) -> None:
        self._vad = webrtcvad.Vad(MODE)

    def speaks(self, frame: bytes, ours: int = 0) -> bool:
        """
        Args:
            frame: 20 ms of telephone sound.
            ours: how loud we speak meanwhile; 0: not at all.
        """
        least = max(FLOOR, round(ECHO * ours))
        return loudness(frame) >= least and self._vad.is_speech(frame, RATE)
