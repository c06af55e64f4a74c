"""What changed between two sets of procedures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.catalogue.model import Procedure

# Where a record came from and when is no change of what it says.
_IGNORED = {"asof", "sources"}


@dataclass(frozen=True)
class Difference:
    """Codes that came, changed (with the names of the changed fields), or went."""

    new: tuple[str, ...] = ()
    changed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def compare(old: Mapping[str, Procedure], new: Mapping[str, Procedure]) -> Difference:
    """The difference from `old` to `new`, codes sorted."""
    changed = {code: changed_fields(old[code], new[code]) for code in sorted(old) if code in new}
    return Difference(
        new=tuple(sorted(set(new) - set(old))),
        changed={code: names for code, names in changed.items() if names},
        gone=tuple(sorted(set(old) - set(new))),
    )


def changed_fields(old: Procedure, new: Procedure) -> tuple[str, ...]:
    """Names of the fields that differ, in the order of the model."""
    return tuple(
        name
        for name in Procedure.model_fields
        if name not in _IGNORED and getattr(old, name) != getattr(new, name)
    )
