"""Entities for Rasa: what spaCy's ruler found, and codes."""

from __future__ import annotations

import re
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import SPACY_DOCS
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.nlu.utils.spacy_utils import SpacyNLP
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

import bot.nlu.ruler  # registers the ruler before spaCy loads the model that uses it
from bot.text.codes import case_code_spans, find_procedure_codes

__all__ = ["CodeExtractor", "RulerEntityExtractor"]
assert bot.nlu.ruler


class _Extractor(GraphComponent, EntityExtractorMixin):
    """A component without settings or state that adds entities to messages."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> _Extractor:
        """Build the component."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Add what is found in each message to its entities."""
        for message in messages:
            found = self.add_extractor_name(self.find(message))
            message.set(ENTITIES, message.get(ENTITIES, []) + found, add_to_output=True)
        return messages

    def find(self, message: Message) -> list[dict[str, Any]]:
        """The entities of one message: `entity`, `value`, `start`, `end`."""
        raise NotImplementedError


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class RulerEntityExtractor(_Extractor):
    """What the ruler found; an entity's value is the canonical one of its pattern.

    Unlike Rasa's own spaCy extractor it reads the document that is there, once.
    """

    @classmethod
    def required_components(cls) -> list[type]:
        """Needs the spaCy document."""
        return [SpacyNLP]

    def find(self, message: Message) -> list[dict[str, Any]]:
        """The ruler's entities."""
        doc = message.get(SPACY_DOCS[TEXT])
        return [
            {
                "entity": entity.label_,
                "value": entity.id_ or entity.text,
                "start": entity.start_char,
                "end": entity.end_char,
            }
            for entity in (doc.ents if doc is not None else ())
        ]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class CodeExtractor(_Extractor):
    """Procedure codes and case codes; the value is the canonical spelling."""

    def find(self, message: Message) -> list[dict[str, Any]]:
        """The codes in the message."""
        text = message.get(TEXT)
        return [_procedure(code, text) for code in find_procedure_codes(text)] + [
            {"entity": "case_code", "value": code, "start": start, "end": end}
            for start, end, code in case_code_spans(text)
        ]


def _procedure(code: str, text: str) -> dict[str, Any]:
    """The entity of `code`, placed where its digits stand, whatever lies between them."""
    match = re.search(r"\W{0,3}".join(re.findall(r"\d", code)), text)
    start, end = match.span() if match else (0, len(text))
    return {"entity": "procedure_code", "value": code, "start": start, "end": end}
