"""What is not about one procedure: courtesies, a person please, a complaint, where is my case."""

from bot.dialogue import courtesies, service
from bot.dialogue.turn import Respond

ACTIONS: dict[str, Respond] = {
    "action_case_status": service.case_status,
    "action_handover": service.handover,
    "action_complaint": service.complaint,
    "action_out_of_scope": service.out_of_scope,
    "action_greet": courtesies.greet,
    "action_help": courtesies.help_,
    "action_about": courtesies.about,
    "action_thanks": courtesies.thanks,
    "action_goodbye": courtesies.goodbye,
}
