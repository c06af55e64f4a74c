"""The files that are taught, and what a change makes of them: a difference for the repository."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from difflib import unified_diff
from pathlib import Path

from bot.catalogue.model import CODE_PATTERN
from bot.settings import settings

EXAMPLE = "      - "  # how a line of data/nlu begins
_CODE = re.compile(CODE_PATTERN)
_INTENT = re.compile(r"^  - intent: (\w+)$", re.MULTILINE)


def kind_of(target: str) -> str:
    """A code is taught a phrasing, an intent an example."""
    return "phrasing" if _CODE.fullmatch(target) else "example"


def file_of(kind: str, target: str) -> Path | None:
    """The file that holds a procedure's words, or an intent's examples (the first of several)."""
    data = settings().data_dir
    if kind == "phrasing":
        files, sign = data / "catalogue" / "words", f'{{"code": "{target}", '
        return _holding(sorted(files.glob("*.jsonl")), lambda text: sign in text)
    return _holding(sorted((data / "nlu").glob("*.yml")), lambda text: target in _of(text))


def intents() -> dict[str, set[str]]:
    """The examples of each intent, as data/nlu has them."""
    found: dict[str, set[str]] = {}
    for path in sorted((settings().data_dir / "nlu").glob("*.yml")):
        name = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if intent := _INTENT.match(line):
                name = intent[1]
            elif line.startswith(EXAMPLE) and name:
                found.setdefault(name, set()).add(line.removeprefix(EXAMPLE).strip())
    return found


def difference(changes: Iterable[tuple[str, str, str]]) -> str:
    """A unified difference against the repository of (kind, target, text); `git apply` takes it.

    What the repository has already makes none.
    """
    texts: dict[Path, str] = {}
    for kind, target, text in changes:
        path = file_of(kind, target)
        if path is None:
            continue
        before = texts.get(path) or path.read_text(encoding="utf-8")
        add = _with_phrasing if kind == "phrasing" else _with_example
        texts[path] = add(before, target, text)
    return "".join(_of_file(path, after) for path, after in sorted(texts.items()))


def _of_file(path: Path, after: str) -> str:
    name = (Path("data") / path.relative_to(settings().data_dir)).as_posix()
    before = path.read_text(encoding="utf-8")
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return "".join(unified_diff(old, new, f"a/{name}", f"b/{name}", n=1))


def _with_phrasing(text: str, code: str, phrasing: str) -> str:
    lines = text.splitlines(keepends=True)
    for at, line in enumerate(lines):
        row = json.loads(line)
        if row["code"] == code and phrasing not in row["phrasings"]:
            row["phrasings"].append(phrasing)
            lines[at] = json.dumps(row, ensure_ascii=False) + "\n"
    return "".join(lines)


def _with_example(text: str, intent: str, example: str) -> str:
    """`example` below the last one of the intent's block."""
    lines = text.splitlines(keepends=True)
    start = lines.index(f"  - intent: {intent}\n")
    block = (at for at in range(start + 1, len(lines)) if not lines[at].startswith(EXAMPLE))
    after_head = next(at for at in range(start, len(lines)) if lines[at].startswith(EXAMPLE))
    end = next((at for at in block if at > after_head), len(lines))
    added = f"{EXAMPLE}{example}\n"
    return "".join(lines if added in lines else [*lines[:end], added, *lines[end:]])


def _of(text: str) -> list[str]:
    return _INTENT.findall(text)


def _holding(files: Iterable[Path], holds: Callable[[str], bool]) -> Path | None:
    return next((path for path in files if holds(path.read_text(encoding="utf-8"))), None)
