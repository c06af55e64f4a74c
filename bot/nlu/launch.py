"""Rasa's own command line, with what this project needs around it.

    .venv/rasa/bin/python -m bot.nlu.launch run|shell|train|test|data …   (as `rasa …`)

It gives the variables of endpoints.yml and Rasa's own switches a default and applies the changes in
`adjust.py`. Plain `rasa train` and `rasa data validate` work as well.
"""

from __future__ import annotations

import os
import warnings

_DEFAULTS = {
    "MOTCUA_ACTIONS_PORT": "5055",
    "MOTCUA_RASA_DATABASE_URL": "sqlite:///var/rasa.db",
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TQDM_DISABLE": "1",
}


def main() -> None:
    """Run Rasa's command line."""
    for name, value in _DEFAULTS.items():
        os.environ.setdefault(name, value)
    # Rasa's frozen dependencies deprecate each other's calls; nobody can act on it.
    warnings.filterwarnings("ignore", category=DeprecationWarning)

    from rasa.__main__ import main as rasa_main

    from bot.nlu.adjust import adjust_rasa

    adjust_rasa()
    rasa_main()


if __name__ == "__main__":
    main()
