"""Follow an item's source back to the field it names."""

import re
from typing import Any

from bot.catalogue.model import Procedure, Record

_STEP = re.compile(r"(\w+)|\[(\d+)\]")


def field(procedure: Procedure, path: str) -> Any:
    """The value at "channels[0].fee"; AttributeError or IndexError where there is none."""
    value: Any = procedure
    for name, index in _STEP.findall(path):
        value = value[int(index)] if index else getattr(value, name)
    return value


def fields(procedure: Procedure, source: str) -> list[Any]:
    """The record's fields that a source names; rules, guidance and local truth name none."""
    paths = [path for path in source.split(", ") if not path.startswith(("rule.", "guide."))]
    return [field(procedure, path) for path in paths if not path.startswith("local.")]


def letters(text: str) -> str:
    """Letters and digits only: spacing, bullets and dots don't matter when comparing."""
    return re.sub(r"[\W_]+", "", text).lower()


def plain(value: Any) -> str:
    """A field as text, its characters unescaped."""
    return value.model_dump_json() if isinstance(value, Record) else str(value)
