"""What this project changes inside Rasa 3.6.21, its last release; each change with its reason."""

from __future__ import annotations

from typing import Any

import rasa.core.actions.action as action
import rasa.core.channels.channel as channel
import rasa.core.channels.console as console
import rasa.core.processor as processor
import rasa.utils.log_utils as log_utils
from jsonschema import validators

from bot.nlu import door, outage, proofs, quiet, shell
from bot.text.loglines import keep_quiet

ACTION_TIMEOUT_S = 6.0  # below the web's limit for a turn (rasa_timeout_s): Rasa gives up first


def adjust_rasa() -> None:
    """Apply every change; call it once, before Rasa's command line starts."""
    # Rasa waits 300 s for an action server that hangs, holding the conversation's lock; no setting.
    action.DEFAULT_REQUEST_TIMEOUT = ACTION_TIMEOUT_S
    # Rasa checks the schema itself, a constant, each time it checks an answer by it: half a turn.
    schema = action.RemoteAction.action_response_format_spec()
    answer_validator = validators.validator_for(schema)(schema)

    def validate_answer(_self: action.RemoteAction, result: dict[str, Any]) -> bool:
        answer_validator.validate(result)
        return True

    action.RemoteAction._validate_action_result = validate_answer
    # When the action server is down or fails, Rasa says nothing at all.
    action.RemoteAction.run = outage.spoken(action.RemoteAction.run)
    # The shell would print our custom messages as JSON.
    console._print_bot_output = shell.print_bot_output
    # The shell and every other channel hand on what was typed as it was typed.
    channel.UserMessage.__init__ = door.redacting(channel.UserMessage.__init__)
    # Whether four digits are the proof of a case, only the conversation tells.
    processor.MessageProcessor._handle_message_with_tracker = proofs.handing_over(
        processor.MessageProcessor._handle_message_with_tracker
    )
    # Error lines would carry the citizen's message: as a field, and among the local variables.
    log_utils._anonymizer = quiet.hide_texts
    keep_quiet()
