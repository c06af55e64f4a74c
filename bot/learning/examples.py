"""Does an example of an intent do harm? The classifier trained without and with it, side by side.

It is Rasa's, in another environment: `bot.nlu.compare` trains and asks there.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from bot.learning.words import intents
from bot.retrieval.evaluate import read_questions
from bot.settings import ROOT, settings
from bot.text.fold import strip_diacritics

Example = tuple[str, str]  # intent, text
LIMIT_S = 480.0  # two trainings and the questions take half a minute on one core
PYTHON = ROOT / ".venv" / "rasa" / "bin" / "python"
HELD_OUT = ROOT / "tests" / "nlu" / "heldout.yml"
CHANGED = 20  # questions shown that came out otherwise


class NotCompared(Exception):
    """Rasa's side gave no answer; a sentence in Vietnamese."""


@dataclass(frozen=True)
class Asked:
    """A question that nothing is trained on, and the intents that are right for it."""

    text: str
    right: Callable[[str], bool]


def version(accepted: Sequence[Example]) -> str:
    """Of what an example is compared with: the training data, and what will join it."""
    files = sorted((settings().data_dir / "nlu").glob("*.yml"))
    known = [path.read_bytes() for path in (ROOT / "config.yml", *files)]
    return sha256(b"\0".join([*known, json.dumps(sorted(accepted)).encode()])).hexdigest()[:16]


def held_out() -> list[Example]:
    blocks = yaml.safe_load(HELD_OUT.read_text(encoding="utf-8"))["nlu"]
    return [
        (block["intent"], line.removeprefix("- ").strip())
        for block in blocks
        for line in block["examples"].strip().splitlines()
    ]


def own_sets() -> dict[str, list[Asked]]:
    """Held-out questions by what the table calls them."""
    trained = {text for texts in intents().values() for text in texts}
    plain = [Asked(text, intent.__eq__) for intent, text in held_out()]
    bare = [Asked(strip_diacritics(one.text), one.right) for one in plain]
    everyday = read_questions(
        settings().data_dir / "retrieval/unseen/questions_everyday.jsonl", codes="codes"
    )
    return {
        "Câu không dùng để huấn luyện": plain,
        "… không dấu": [one for one in bare if one.text not in trained],
        "Câu hỏi thường ngày, được đem đi tìm": [Asked(q.text, _searched) for q in everyday],
    }


def compare(
    accepted: Sequence[Example],
    new: Example,
    said: Sequence[str],
    sets: Mapping[str, Sequence[Asked]],
    folder: Path,
) -> dict[str, Any]:
    """How many of each set are understood rightly before and after, and what became otherwise.

    Args:
        said: what people of the theme said; only the intents are kept.
        folder: empty, for data and models of the two trainings.

    Raises:
        NotCompared
    """
    about = [new[1], *said]
    questions = [*about, *(q.text for asked in sets.values() for q in asked)]
    told = {side: iter(found) for side, found in _trained(accepted, new, questions, folder).items()}
    taught = {side: list(islice(found, len(about))) for side, found in told.items()}
    rows: dict[str, Any] = {}
    changed: list[dict[str, str]] = []
    for name, asked in sets.items():
        found = {side: list(islice(told[side], len(asked))) for side in told}
        rows[name] = {side: _figures(asked, found[side]) for side in told}
        changed += [
            {"question": q.text, "before": before, "after": after}
            for q, before, after in zip(asked, found["before"], found["after"], strict=True)
            if before != after
        ]
    losses = [name for name, row in rows.items() if row["after"]["first"] < row["before"]["first"]]
    return {"sets": rows, "losses": losses, "changed": changed[:CHANGED], "taught": taught}


def _figures(asked: Sequence[Asked], intents: Sequence[str]) -> dict[str, int]:
    right = sum(q.right(intent) for q, intent in zip(asked, intents, strict=True))
    return {"size": len(asked), "first": right}


def _searched(intent: str) -> bool:
    """Whether such a turn asks the search (data/rules/turns.yml)."""
    return intent.startswith("ask_") or intent == "nlu_fallback"


def _trained(
    accepted: Sequence[Example], new: Example, questions: Sequence[str], folder: Path
) -> dict[str, list[str]]:
    asked = {"taught": accepted, "new": new, "questions": questions}
    (folder / "asked.json").write_text(json.dumps(asked), encoding="utf-8")
    # Its frozen dependencies deprecate each other's calls; nobody can act on it.
    quiet = {"RASA_TELEMETRY_ENABLED": "false", "TQDM_DISABLE": "1", "PYTHONWARNINGS": "ignore"}
    try:
        subprocess.run(
            [PYTHON, "-m", "bot.nlu.compare", folder],
            cwd=ROOT,
            env={**os.environ, **quiet, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            timeout=LIMIT_S,
            check=True,
        )
        told: dict[str, list[str]] = json.loads((folder / "told.json").read_text("utf-8"))
    except (OSError, subprocess.SubprocessError) as error:
        raise NotCompared(
            "Chưa huấn luyện thử được ở phía Rasa; đề xuất vẫn giữ nguyên, có thể làm lại."
        ) from error
    return told
