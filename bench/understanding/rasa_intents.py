"""One Rasa intent per procedure, trained on the titles: the way without a search.

Rasa's own parts: words and word pairs counted, logistic regression. DIET, the default classifier,
is left out: on 2,435 intents with one example each it trains for hours on two cores.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import yaml

from bot.catalogue.store import Catalogue
from bot.settings import ROOT

PYTHON = ROOT / ".venv/rasa/bin/python"
SIDE = Path(__file__).parent / "rasa_side.py"
LIMIT_S = 1200.0
# Counted features are capped: the regression keeps a weight per intent and feature, twenty times.
CONFIG = {
    "recipe": "default.v1",
    "assistant_id": "titles",
    "language": "vi",
    "pipeline": [
        {"name": "WhitespaceTokenizer"},
        {"name": "CountVectorsFeaturizer", "max_ngram": 2, "max_features": 6000},
        {"name": "LogisticRegressionClassifier", "max_iter": 100},
    ],
}


class NotMeasured(Exception):
    """Rasa's environment is not there, refused, or took too long."""


def rank(catalogue: Catalogue, texts: Sequence[str], results: Path) -> list[list[str]]:
    """The five likeliest procedures of each text; trained once per state of the titles.

    Raises:
        NotMeasured: with the reason.
    """
    if not PYTHON.exists():
        raise NotMeasured("no Rasa environment: run `make setup`")
    titles = {code: procedure.title for code, procedure in catalogue.procedures.items()}
    model = _model(titles, results / "rasa-titles")
    known = model.with_name(
        model.name.replace(".tar.gz", ".found.json")
    )  # texts by their digest: none is written down
    found = json.loads(known.read_text()) if known.exists() else {}
    keys = [hashlib.sha256(text.encode()).hexdigest()[:24] for text in texts]
    new = {key: text for key, text in zip(keys, texts, strict=True) if key not in found}
    if new:
        answer = _call("rank", str(model), stdin=json.dumps(list(new.values())))
        found |= dict(zip(new, json.loads(answer.splitlines()[-1]), strict=True))
        known.write_text(json.dumps(found))
    return [found[key] for key in keys]


def _model(titles: dict[str, str], folder: Path) -> Path:
    """The trained model's file; trains it when titles or configuration changed."""
    content = json.dumps([CONFIG, titles], ensure_ascii=False)
    name = hashlib.sha256(content.encode()).hexdigest()[:12]
    if not (folder / f"{name}.tar.gz").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        nlu = [
            {"intent": code, "examples": f"- {' '.join(title.split())}\n"}
            for code, title in titles.items()
        ]
        (folder / "config.yml").write_text(yaml.safe_dump(CONFIG, sort_keys=False))
        (folder / "nlu.yml").write_text(
            yaml.safe_dump({"version": "3.1", "nlu": nlu}, allow_unicode=True)
        )
        (folder / "domain.yml").write_text(yaml.safe_dump({"intents": list(titles)}))
        _call("train", str(folder), name)
    return folder / f"{name}.tar.gz"


def _call(*arguments: str, stdin: str = "") -> str:
    env = os.environ | {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
    try:
        done = subprocess.run(
            [str(PYTHON), str(SIDE), *arguments],
            env=env | {"PYTHONPATH": ""},
            input=stdin,
            capture_output=True,
            text=True,
            timeout=LIMIT_S,
        )
    except subprocess.TimeoutExpired:
        raise NotMeasured(f"Rasa took longer than {LIMIT_S:.0f} s") from None
    if done.returncode:
        raise NotMeasured(f"Rasa failed: {done.stderr.strip().splitlines()[-1:]}")
    return done.stdout
