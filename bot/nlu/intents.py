"""What kind of turn a message is: TF-IDF over folded words and letters, logistic regression."""

from __future__ import annotations

from typing import Any

import skops.io as sio
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.constants import SPACY_DOCS
from rasa.nlu.utils.spacy_utils import SpacyNLP
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline, make_union

from bot.nlu.masking import masked
from bot.text.fold import fold

RANKING_LENGTH = 10
_FILE = "intents.skops"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicFreeClassifier(GraphComponent, IntentClassifier):
    """Learns the kind of a turn, not its topic: names of procedures, wards and agencies are masked.

    Against Rasa's own counts and regression: TF-IDF with unit length keeps a long question from
    outweighing its three telling words (figures: docs/decisions/0002-nlu-pipeline.md).
    """

    @classmethod
    def required_components(cls) -> list[type]:
        """Needs the spaCy document with the ruler's entities."""
        return [SpacyNLP]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """C: inverse strength of regularisation; the rest differs only in the ablation."""
        return {"C": 20.0, "mask": True, "fold": True, "words": False}

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, model: Pipeline
    ) -> None:
        """Hold an (un)trained model and the place where it is kept."""
        self._config = config
        self._storage = storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TopicFreeClassifier:
        """Build an untrained classifier."""
        return cls(config, model_storage, resource, _untrained(config["C"]))

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> TopicFreeClassifier:
        """Load the trained classifier from Rasa's model archive."""
        with model_storage.read_from(resource) as folder:
            path = folder / _FILE
            # The archive is our own; skops lists sklearn's internals as unknown types.
            model = sio.load(path, trusted=sio.get_untrusted_types(file=path))
        return cls(config, model_storage, resource, model)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit on the examples that have an intent and keep the result."""
        examples = [m for m in training_data.intent_examples if m.get(TEXT) and m.get(INTENT)]
        texts = [self._features(message) for message in examples]
        self._model.fit(texts, [message.get(INTENT) for message in examples])
        with self._storage.write_to(self._resource) as folder:
            sio.dump(self._model, folder / _FILE)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the most likely intent and the ranking of each message."""
        labels = self._model.classes_
        rows = self._model.predict_proba([self._features(message) for message in messages])
        for message, row in zip(messages, rows, strict=True):
            best = row.argsort()[::-1][:RANKING_LENGTH]
            ranking = [{"name": str(labels[i]), "confidence": float(row[i])} for i in best]
            if not fold(message.get(TEXT) or ""):  # only signs or emoji: nothing to judge by
                ranking = [{"name": None, "confidence": 0.0}]
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Classify the training examples, as Rasa asks of every classifier."""
        self.process(training_data.training_examples)
        return training_data

    def _features(self, message: Message) -> str:
        doc = message.get(SPACY_DOCS[TEXT])
        text = message.get(TEXT) or ""
        shown = masked(text, doc, mask=self._config["mask"], folded=self._config["fold"])
        if self._config["words"] and doc is not None:
            shown += " " + " ".join(fold(token.text).replace(" ", "_") for token in doc)
        return shown


def _untrained(strength: float) -> Pipeline:
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"(?u)\b\w+\b")
    letters = TfidfVectorizer(ngram_range=(2, 4), sublinear_tf=True, analyzer="char_wb")
    regression = LogisticRegression(C=strength, class_weight="balanced", max_iter=500)
    return make_pipeline(make_union(words, letters), regression)
