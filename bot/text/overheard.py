"""A message that is only looked at, for an adviser who wants to know what would be answered."""

from __future__ import annotations

METADATA = "overheard"  # the key that tells actions to do nothing in the citizen's name
