"""`python -m bot.jobs NUMBER`: do a job that has its turn (`bot.jobs.jobs.Jobs.start`)."""

from __future__ import annotations

import logging
import sys
from importlib import import_module

from bot.jobs.run import Tell, Work, run
from bot.settings import settings
from bot.store import Store
from bot.text.loglines import keep_quiet

# By name: a job of one capability does not load what all the others need.
KINDS = {
    "gather": "bot.learning.work:gather",
    "compare": "bot.learning.work:compare_change",
    "apply": "bot.learning.work:apply_change",
    "take_back": "bot.learning.work:take_back",
    "preview": "bot.retrieval.switching:preview",
    "import": "bot.retrieval.switching:import_upload",
    "roll_back": "bot.retrieval.switching:roll_back",
}


def work_of(where: str) -> Work:
    """The function that `where` names, loaded when it is called."""
    module, name = where.split(":")

    def work(store: Store, subject: str, tell: Tell) -> str:
        found: Work = getattr(import_module(module), name)
        return found(store, subject, tell)

    return work


def main() -> int:
    logging.basicConfig(level=logging.WARNING)
    keep_quiet()
    job = int(sys.argv[1])
    store = Store(settings().database)
    return 0 if run(store, job, {kind: work_of(where) for kind, where in KINDS.items()}) else 1


if __name__ == "__main__":
    sys.exit(main())
