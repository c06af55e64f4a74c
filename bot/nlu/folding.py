"""Folding for Rasa: features and patterns see a text without its diacritics, its tokens keep them."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.text.fold import fold


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False
)
class FoldedTokens(GraphComponent):
    """Sets each token's lemma to its folded form, which `CountVectorsFeaturizer` then counts.

    A lemma is the library's own place for "the form under which to count a word", so no
    featurizer of ours is needed. Stands behind the tokenizer.
    """

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FoldedTokens:
        """Build the component; it has no settings and no state."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Fold the tokens of each message in place."""
        for message in messages:
            for token in message.get(TOKENS_NAMES[TEXT]) or []:
                token.lemma = fold(token.text)
        return messages

    # Rasa matches this argument by its name.
    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Fold the tokens of all training examples in place."""
        self.process(training_data.training_examples)
        return training_data
