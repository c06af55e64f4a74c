"""Typed access to untrusted JSON: a wrong type is said, never guessed around."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


class WrongType(ValueError):
    """A field of the source has another type than the format says."""


def text(record: Json, key: str) -> str:
    """`record[key]` as text; "" where it is missing or null."""
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise WrongType(f"mục “{key}” phải là chữ, không phải {_name(value)}")
    return value


def number(record: Json, key: str) -> int | None:
    value = record.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise WrongType(f"mục “{key}” phải là số, không phải {_name(value)}")
    if value != int(value) or value < 0:
        return None
    return int(value)


def flag(record: Json, key: str) -> bool | None:
    value = record.get(key)
    if value is None or isinstance(value, bool):
        return value
    raise WrongType(f"mục “{key}” phải là đúng hoặc sai, không phải {_name(value)}")


def objects(record: Json, key: str) -> list[Json]:
    """`record[key]` as a list of objects; empty where it is missing or null."""
    value = _list(record, key)
    for item in value:
        if not isinstance(item, dict):
            raise WrongType(f"mục “{key}” phải là danh sách đối tượng, có {_name(item)}")
    return value


def texts(record: Json, key: str) -> tuple[str, ...]:
    value = _list(record, key)
    for item in value:
        if not isinstance(item, str):
            raise WrongType(f"mục “{key}” phải là danh sách chữ, có {_name(item)}")
    return tuple(value)


def part(record: Json, key: str) -> Json:
    """`record[key]` as an object; empty where it is missing or null."""
    value = record.get(key)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise WrongType(f"mục “{key}” phải là đối tượng, không phải {_name(value)}")
    return value


def _list(record: Json, key: str) -> list[Any]:
    value = record.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise WrongType(f"mục “{key}” phải là danh sách, không phải {_name(value)}")
    return value


def _name(value: object) -> str:
    names = {str: "chữ", int: "số", float: "số", bool: "đúng/sai", list: "danh sách"}
    return names.get(type(value), "đối tượng" if isinstance(value, dict) else "null")
