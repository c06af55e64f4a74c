"""espeak-ng through the library that a package carries: no program of the system is needed."""

from __future__ import annotations

import ctypes
from ctypes import CDLL, CFUNCTYPE, POINTER, c_int, c_short, c_void_p
from threading import Lock

import espeakng_loader

from voice.audio import resample
from voice.speaking.port import VoiceProblem

VOICES = {"north": "vi", "central": "vi-vn-x-central", "south": "vi-vn-x-south"}
PER_MINUTE = 165  # words; espeak's own default of 175 is quick for a telephone

_RETRIEVAL, _RATE, _UTF8 = 1, 1, 1
_OnSound = CFUNCTYPE(c_int, POINTER(c_short), c_int, c_void_p)


class Espeak:
    """The library is one for the whole process and does one thing at a time: so is this.

    Args:
        accent: north, central or south.

    Raises:
        VoiceProblem: the library or the voice is not there.
    """

    _lock = Lock()
    _library: CDLL | None = None
    _rate = 0

    def __init__(self, accent: str = "north") -> None:
        self._voice = VOICES[accent].encode()
        self.name = f"espeak-{accent}-{PER_MINUTE}"
        with self._lock:
            self._open()

    def speak(self, text: str, pace: float = 1.0) -> bytes:
        with self._lock:
            sound = self._speak(text, round(PER_MINUTE * pace))
        return resample(sound, self._rate)

    @classmethod
    def _open(cls) -> CDLL:
        if cls._library is None:
            library = CDLL(espeakng_loader.get_library_path())
            data = espeakng_loader.get_data_path().encode()
            cls._rate = library.espeak_Initialize(_RETRIEVAL, 0, data, 0)
            if cls._rate <= 0:
                raise VoiceProblem("espeak-ng does not start: install espeakng-loader again.")
            cls._library = library
        return cls._library

    def _speak(self, text: str, per_minute: int) -> bytes:
        library, sound = self._open(), bytearray()

        def on_sound(samples: ctypes._Pointer[c_short] | None, count: int, _events: object) -> int:
            if samples and count:
                sound.extend(ctypes.string_at(samples, count * 2))
            return 0

        kept = _OnSound(on_sound)  # the library calls it: it must outlive the call
        library.espeak_SetSynthCallback(kept)
        if library.espeak_SetVoiceByName(self._voice):
            raise VoiceProblem(f"espeak-ng has no voice {self._voice.decode()}.")
        library.espeak_SetParameter(_RATE, per_minute, 0)
        words = text.encode() + b"\0"
        library.espeak_Synth(words, len(words), 0, 1, 0, _UTF8, None, None)
        library.espeak_Synchronize()
        return bytes(sound)
