"""Which procedures rest on a legal document: by its number, as people write it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from bot.catalogue.model import LegalText, Procedure

_KIND = {
    "nghi dinh": "Nghị định",
    "thong tu": "Thông tư",
    "luat": "Luật",
    "nghi quyet": "Nghị quyết",
    "quyet dinh": "Quyết định",
    "phap lenh": "Pháp lệnh",
}
_SHORT = {"nd": "Nghị định", "tt": "Thông tư", "nq": "Nghị quyết", "qd": "Quyết định"}
_BEFORE = rf"\b({'|'.join((*_KIND, *_SHORT))})\.?\s*(?:so\s*)?(?=\d)"  # right before a number

# How a number is written → how it is looked for, one after another, in plain letters.
_SPELLINGS = (
    (re.compile(r"[‐-―−]"), "-"),
    (re.compile(r"\s*/\s*"), "/"),
    (re.compile(_BEFORE), r"\1 "),  # "nd118/2025", "nghi dinh so 118/2025"
    (re.compile(r"\b(\d+)-(\d{4})-(?=[a-z])"), r"\1/\2/"),  # "118-2025-nd-cp"
    (re.compile(rf"({_BEFORE}\d+)(?:\s*nam\s*|\s*-\s*|\s+|\.)((?:19|20)\d\d)\b"), r"\1/\3"),
)
# "118/2025", "118/2025/nd-cp", "66.7/2025/nq-cp", "1040/qd-bct"
_NUMBER = re.compile(r"(?<![\w./])\d[\d.]*/(?:\d{4}\b|[a-z])[\w/-]*")
_BEGUN = re.compile(rf"{_BEFORE}(\d+(?:/\d{{0,3}})?)(?![\w./])")  # "nghi dinh 118", "nd 118/20"


@dataclass(frozen=True)
class Law:
    """One document, and the procedures whose legal basis names it."""

    number: str
    kind: str | None
    codes: tuple[str, ...]


class Laws:
    """All documents that the records of one catalogue name; immutable."""

    def __init__(self, procedures: Iterable[Procedure]) -> None:
        codes: defaultdict[str, list[str]] = defaultdict(list)
        first: dict[str, LegalText] = {}
        for procedure in procedures:
            for text in procedure.legal_basis:
                if text.number:
                    first.setdefault(_folded(text.number), text)
                    codes[_folded(text.number)].append(procedure.code)
        self._laws = {
            folded: Law(text.number or "", text.kind, tuple(dict.fromkeys(codes[folded])))
            for folded, text in first.items()
        }

    def named(self, text: str) -> list[Law] | None:
        """The documents that `text` names, most used first; None: it names none.

        "118/2025" may be several: a decree and a circular of one number. A kind that is said with
        it ("nghị định 118/2025") leaves the others out, and may stand before a number whose year is
        not said or half typed ("nđ 118", "nđ 118/20"). An empty list: no record rests on it.
        """
        said = _plain(text)
        for written, sought in _SPELLINGS:
            said = written.sub(sought, said)
        kinds = {kind for word, kind in _KIND.items() if word in said}
        kinds |= {_SHORT[word] for word in re.findall(_BEFORE, said) if word in _SHORT}
        numbers = [_folded(found) for found in _NUMBER.findall(said)]
        if numbers:
            return self._of(numbers, kinds)
        begun = [number if "/" in number else f"{number}/" for _, number in _BEGUN.findall(said)]
        return self._of(begun, kinds) or None

    def _of(self, numbers: list[str], kinds: set[str]) -> list[Law]:
        found = [
            law
            for folded, law in self._laws.items()
            if any(folded.startswith(number) for number in numbers)
            and (not kinds or law.kind in kinds)
        ]
        return sorted(found, key=lambda law: (-len(law.codes), law.number))


def cited(texts: Iterable[LegalText]) -> list[str]:
    """Each document as it is cited, "Nghị định số 118/2025/NĐ-CP"; empty: none is named."""
    lines = [
        f"{text.kind or 'Văn bản'} số {text.number}" if text.number else text.title
        for text in texts
    ]
    return list(dict.fromkeys(line for line in lines if line))


def _folded(number: str) -> str:
    """ "118/2025/NĐ-CP", "118/2025/ndcp" and "0118/2025/NĐ-CP" are one."""
    return re.sub(r"[\s_-]", "", _plain(number)).strip("/.").lstrip("0")


def _plain(text: str) -> str:
    """Small letters without marks; Đ is often typed as the Icelandic Ð."""
    letters = unicodedata.normalize("NFKD", text.lower().replace("đ", "d").replace("ð", "d"))
    return "".join(sign for sign in letters if not unicodedata.combining(sign))
