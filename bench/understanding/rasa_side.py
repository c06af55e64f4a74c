"""Runs in Rasa's environment: `train FOLDER NAME`, or `rank MODEL` with texts on standard input."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

SHOWN = 5


def train(folder: str, name: str) -> None:
    """Train FOLDER/{config,nlu,domain}.yml into FOLDER/NAME.tar.gz."""
    from rasa.model_training import train_nlu

    root = Path(folder)
    made = train_nlu(
        str(root / "config.yml"),
        str(root / "nlu.yml"),
        str(root),
        fixed_model_name=name,
        domain=str(root / "domain.yml"),
    )
    if made is None:
        sys.exit("nothing was trained")


def rank(model: str) -> None:
    """Print a JSON list: the likeliest intents of each text."""
    from rasa.core.agent import Agent

    agent = Agent.load(model)

    async def intents(text: str) -> list[str]:
        parsed = await agent.parse_message(text)
        return [intent["name"] for intent in parsed["intent_ranking"][:SHOWN]]

    async def every() -> list[list[str]]:
        return [await intents(text) for text in json.load(sys.stdin)]

    print(json.dumps(asyncio.run(every())))


if __name__ == "__main__":
    if sys.argv[1] == "train":
        train(sys.argv[2], sys.argv[3])
    else:
        rank(sys.argv[2])
