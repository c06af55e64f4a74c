"""What an example of an intent changes: the pipeline trained without and with it, asked the same.

    .venv/rasa/bin/python -m bot.nlu.compare FOLDER

FOLDER/asked.json: {"taught": [[intent, text], …], "new": [intent, text], "questions": [text, …]},
where `taught` is what will be trained besides data/nlu anyway. FOLDER/told.json comes of it:
{"before": [intent, …], "after": [intent, …]}, one for each question.
"""

from __future__ import annotations

import asyncio
import json
import logging
import shutil
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path


def understood(
    taught: Sequence[Sequence[str]], questions: Sequence[str], folder: Path
) -> list[str]:
    """The intent of each question after a training with `taught`; data and model go to `folder`."""
    from rasa.core.agent import Agent
    from rasa.model_training import train_nlu
    from rasa.shared.utils.io import write_yaml

    data = folder / "nlu"
    shutil.copytree("data/nlu", data)
    more = [{"intent": intent, "examples": f"- {text}\n"} for intent, text in taught]
    if more:
        write_yaml({"version": "3.1", "nlu": more}, data / "taught.yml")
    agent = Agent.load(train_nlu("config.yml", str(data), str(folder)))
    return [asyncio.run(agent.parse_message(text))["intent"]["name"] for text in questions]


def main() -> None:
    folder = Path(sys.argv[1])
    warnings.filterwarnings("ignore")
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(logging.ERROR)
    asked = json.loads((folder / "asked.json").read_text(encoding="utf-8"))
    trainings = {"before": asked["taught"], "after": [*asked["taught"], asked["new"]]}
    told = {
        name: understood(taught, asked["questions"], folder / name)
        for name, taught in trainings.items()
    }
    (folder / "told.json").write_text(json.dumps(told), encoding="utf-8")


if __name__ == "__main__":
    main()
