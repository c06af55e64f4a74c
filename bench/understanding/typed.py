"""The everyday questions that nothing learned from, as fingers type them.

`python -m bench.understanding.typed` writes them to data/retrieval/unseen, for who compares two
indexes and has no perturbations at hand (`bot.learning.compare`).
"""

from __future__ import annotations

import json
from pathlib import Path

from bench.understanding.perturb import PERTURBATIONS
from bot.settings import settings

STYLES = {
    "no_marks": "no diacritics",
    "telex": "Telex keystrokes",
    "slips": "one slip in five words",
}


def lines(everyday: Path, style: str) -> list[str]:
    """The questions of a file, each changed; JSON lines."""
    change = PERTURBATIONS[STYLES[style]]
    rows = [json.loads(line) for line in everyday.read_text(encoding="utf-8").splitlines()]
    changed = [{**row, "question": change(row["question"]), "style": style} for row in rows]
    return [json.dumps(row, ensure_ascii=False) for row in changed]


def main() -> None:
    folder = settings().data_dir / "retrieval" / "unseen"
    for style in STYLES:
        text = "\n".join(lines(folder / "questions_everyday.jsonl", style)) + "\n"
        (folder / f"questions_{style}.jsonl").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
