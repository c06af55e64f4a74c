"""What each part of the NLU pipeline earns, on questions kept out of training.

    .venv/rasa/bin/python -m bot.nlu.ablation [NAME …]     (all variants; DIET takes minutes)

Prints, per variant: intent accuracy on tests/nlu/heldout.yml as written and with all diacritics
removed, F1 of entities (kind and value) on tests/nlu/heldout_entities.yml likewise, ms a message.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
import warnings
from collections import Counter
from typing import Any

from bot.text.fold import strip_diacritics

Step = dict[str, Any]
_DIET: list[Step] = [
    {"name": "WhitespaceTokenizer"},
    {"name": "RegexFeaturizer"},
    {"name": "LexicalSyntacticFeaturizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
    {"name": "DIETClassifier", "epochs": 100, "constrain_similarities": True},
    {"name": "EntitySynonymMapper"},
]
_COUNTS: list[Step] = [
    {"name": "WhitespaceTokenizer"},
    {"name": "CountVectorsFeaturizer", "max_ngram": 2},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 2, "max_ngram": 4},
    {"name": "LogisticRegressionClassifier", "max_iter": 300},
]


def variants(pipeline: list[Step]) -> dict[str, list[Step]]:
    """Name → pipeline; `pipeline` is the one in config.yml without the fallback."""
    return {
        "ours": pipeline,
        "without masking": _set(pipeline, mask=False),
        "without folding": _set(pipeline, fold=False),
        "without both": _set(pipeline, mask=False, fold=False),
        "without ruler": _set(_drop(pipeline, "RulerEntityExtractor"), mask=False),
        "pyvi's words": _set(pipeline, words=True),
        "counts": _COUNTS,
        "diet": _DIET,
    }


def _set(pipeline: list[Step], **options: bool) -> list[Step]:
    return [
        {**step, **options} if step["name"].endswith("TopicFreeClassifier") else step
        for step in pipeline
    ]


def _drop(pipeline: list[Step], name: str) -> list[Step]:
    return [step for step in pipeline if not step["name"].endswith(name)]


def measure(pipeline: list[Step]) -> tuple[float, ...]:
    """Train and parse: accuracy, without diacritics, entity F1, without diacritics, ms."""
    from rasa.core.agent import Agent
    from rasa.model_training import train_nlu
    from rasa.shared.importers.utils import training_data_from_paths
    from rasa.shared.utils.io import write_yaml

    questions, named = (
        training_data_from_paths([f"tests/nlu/{name}.yml"], "vi").training_examples
        for name in ("heldout", "heldout_entities")
    )
    with tempfile.TemporaryDirectory() as folder:
        config = f"{folder}/config.yml"
        write_yaml({"recipe": "default.v1", "language": "vi", "pipeline": pipeline}, config)
        agent = Agent.load(train_nlu(config, "data/nlu", folder))
    started = time.perf_counter()
    plain = _accuracy(agent, questions, str)
    ms = (time.perf_counter() - started) / len(questions) * 1000
    bare = _accuracy(agent, questions, strip_diacritics)
    return plain, bare, _f1(agent, named, str), _f1(agent, named, strip_diacritics), ms


def _parse(agent: Any, text: str) -> dict[str, Any]:
    return asyncio.run(agent.parse_message(text))


def _accuracy(agent: Any, examples: list[Any], change: Any) -> float:
    right = sum(
        _parse(agent, change(e.get("text")))["intent"]["name"] == e.get("intent") for e in examples
    )
    return right / len(examples)


def _f1(agent: Any, examples: list[Any], change: Any) -> float:
    wanted: Counter[tuple[int, str, str]] = Counter()
    found: Counter[tuple[int, str, str]] = Counter()
    for number, example in enumerate(examples):
        parsed = _parse(agent, change(example.get("text")))["entities"]
        for counter, entities in ((wanted, example.get("entities", [])), (found, parsed)):
            # Values without diacritics and case, so that a name counts as found however spelled.
            counter.update(
                (number, e["entity"], strip_diacritics(e["value"]).lower()) for e in entities
            )
    hits = sum((wanted & found).values())
    return 2 * hits / (sum(wanted.values()) + sum(found.values()))


def main() -> None:
    """Print one line per variant."""
    os.environ.update(RASA_TELEMETRY_ENABLED="false", TQDM_DISABLE="1", TF_CPP_MIN_LOG_LEVEL="3")
    warnings.filterwarnings("ignore")
    import logging

    from rasa.shared.utils.io import read_config_file
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(logging.ERROR)
    pipeline = _drop(read_config_file("config.yml")["pipeline"], "FallbackClassifier")
    chosen = variants(pipeline)
    print(f"{'':18}intents  no marks  entities  no marks  ms")
    for name in sys.argv[1:] or chosen:
        plain, bare, f1, f1_bare, ms = measure(chosen[name])
        print(f"{name:18}{plain:.3f}    {bare:.3f}     {f1:.3f}     {f1_bare:.3f}     {ms:.1f}")


if __name__ == "__main__":
    main()
