"""The typed forms of the everyday questions are what the command writes."""

from __future__ import annotations

import pytest

from bench.understanding.typed import STYLES, lines
from bot.settings import settings


@pytest.mark.parametrize("style", STYLES)
def test_the_files_are_made_by_the_command(style: str) -> None:
    folder = settings().data_dir / "retrieval" / "unseen"
    made = lines(folder / "questions_everyday.jsonl", style)
    assert (folder / f"questions_{style}.jsonl").read_text("utf-8").splitlines() == made
