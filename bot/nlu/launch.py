"""Rasa's own command line, with what this project needs around it.

    .venv/rasa/bin/python -m bot.nlu.launch run|shell|train|test|data …   (as `rasa …`)

It gives the variables of endpoints.yml a default, bounds the wait for the action server (Rasa 3.6
has no setting for it), keeps message texts out of the logs, and shows our answers as plain text in
the shell, where Rasa would print them as JSON.
"""

from __future__ import annotations

import os
import warnings
from typing import Any

_DEFAULTS = {
    "MOTCUA_ACTIONS_PORT": "5055",
    "MOTCUA_RASA_DATABASE_URL": "sqlite:///var/rasa.db",
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TQDM_DISABLE": "1",
}
ACTION_TIMEOUT_S = 6.0  # below the web's limit for a turn (rasa_timeout_s), so that Rasa gives up first


def prepare() -> None:
    """Set defaults and adjust Rasa; call it before Rasa's command line starts."""
    for name, value in _DEFAULTS.items():
        os.environ.setdefault(name, value)
    # Rasa's frozen dependencies deprecate each other's calls; nobody can act on it.
    warnings.filterwarnings("ignore", category=DeprecationWarning)

    import rasa.core.actions.action
    import rasa.core.channels.console
    import structlog
    from rasa.plugin import plugin_manager

    from bot.nlu import quiet, shell

    rasa.core.actions.action.DEFAULT_REQUEST_TIMEOUT = ACTION_TIMEOUT_S
    rasa.core.channels.console._print_bot_output = shell.print_bot_output
    structlog.processors.dict_tracebacks = quiet.tracebacks_without_values()
    plugin_manager().register(quiet)


def main() -> Any:
    """Run Rasa's command line."""
    prepare()
    from rasa.__main__ import main as rasa_main

    return rasa_main()


if __name__ == "__main__":
    main()
