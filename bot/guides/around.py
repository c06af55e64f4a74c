"""Which guides lead to a procedure."""

from __future__ import annotations

from bot.catalogue.store import Catalogue
from bot.guides.model import Guide, load_guides


def guides_around(code: str, catalogue: Catalogue) -> list[tuple[str, Guide]]:
    """Guides that lead to `code`, those whose usual procedure it is first.

    A guide of which the catalogue no longer has a code is left out: it would promise what is gone.
    """
    found = [
        (name, guide)
        for name, guide in load_guides().items()
        if code in guide.codes and all(catalogue.get(known) for known in guide.codes)
    ]
    return sorted(found, key=lambda item: item[1].codes[0] != code)
