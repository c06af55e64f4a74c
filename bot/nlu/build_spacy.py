"""Build the spaCy model that config.yml names: blank Vietnamese over pyvi, with our ruler.

    .venv/rasa/bin/python -m bot.nlu.build_spacy

Takes a second; run it again when data/places, the catalogue's agencies or words.yml change.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import spacy

from bot.nlu.patterns import all_patterns
from bot.nlu.ruler import FoldedRuler

WORDS = Path(__file__).with_name("words.yml")


def build(target: Path, data: Path, words: Path = WORDS) -> int:
    """Write the model folder `target`, whole or not at all; returns the number of patterns."""
    nlp = spacy.blank("vi")
    ruler = nlp.add_pipe("folded_ruler")
    assert isinstance(ruler, FoldedRuler)
    patterns = all_patterns(words, data)
    ruler.add_patterns(patterns)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        fresh = Path(folder) / "model"
        nlp.to_disk(fresh)
        shutil.rmtree(target, ignore_errors=True)
        fresh.replace(target)
    return len(patterns)


if __name__ == "__main__":
    target = Path("models/spacy_vi")
    print(f"{target}: {build(target, Path('data'))} patterns")
