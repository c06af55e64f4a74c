"""What can be wrong with built things, said in one sentence with the remedy."""

from __future__ import annotations


class RetrievalError(RuntimeError):
    """A model or an index is missing or does not fit the code; the message names the remedy."""
