"""Entities for Rasa: what spaCy's ruler found, and codes."""

from __future__ import annotations

import re
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.nlu.extractors.spacy_entity_extractor import SpacyEntityExtractor
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

import bot.nlu.ruler  # registers the ruler before spaCy loads the model that uses it
from bot.text.codes import find_case_codes, find_procedure_codes

__all__ = ["CodeExtractor", "RulerEntityExtractor"]
assert bot.nlu.ruler


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False, model_from="SpacyNLP"
)
class RulerEntityExtractor(SpacyEntityExtractor):
    """Rasa's spaCy extractor, but an entity's value is the canonical one of its pattern."""

    @staticmethod
    def _extract_entities(doc: Any) -> list[dict[str, Any]]:
        return [
            {
                "entity": entity.label_,
                "value": entity.id_ or entity.text,
                "start": entity.start_char,
                "end": entity.end_char,
            }
            for entity in doc.ents
        ]


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False
)
class CodeExtractor(GraphComponent, EntityExtractorMixin):
    """Finds procedure codes and case codes; the value is the canonical spelling."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> CodeExtractor:
        """Build the component; it has no settings and no state."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the codes in each message to its entities."""
        for message in messages:
            text = message.get(TEXT)
            found = [_entity("procedure_code", code, text) for code in find_procedure_codes(text)]
            found += [_entity("case_code", code, text) for code in find_case_codes(text)]
            entities = message.get(ENTITIES, []) + self.add_extractor_name(found)
            message.set(ENTITIES, entities, add_to_output=True)
        return messages


def _entity(kind: str, code: str, text: str) -> dict[str, Any]:
    """The entity of `code`, placed where its characters stand, whatever lies between them."""
    signs = ["[0Oo]" if sign == "0" else sign for sign in code if sign.isalnum()]
    match = re.search(r"\W{0,3}".join(signs), text, re.IGNORECASE)
    start, end = match.span() if match else (0, len(text))
    return {"entity": kind, "value": code, "start": start, "end": end}
