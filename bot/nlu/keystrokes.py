"""What was typed becomes the Vietnamese that was meant, before anything else looks at it."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.text.keystrokes import typed
from bot.text.shorthand import written_out


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class KeystrokeReader(GraphComponent):
    """ "la2m thu3 tu5c", "lm thủ tục" → "làm thủ tục"; ordinary text passes unchanged."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> KeystrokeReader:
        """Build the component."""
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Examples are read as messages are, so that both are spelled alike."""
        for example in training_data.training_examples:
            if example.get(TEXT):
                example.set(TEXT, written_out(example.get(TEXT)))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Decode each message's keystrokes and write its shorthand out."""
        for message in messages:
            message.set(TEXT, written_out(typed(message.get(TEXT) or "")))
        return messages
