"""What is not about one procedure: a person please, a complaint, where is my case, other topics."""

from actions.speak import Respond
from bot.dialogue import service

ACTIONS: dict[str, Respond] = {
    "action_case_status": service.case_status,
    "action_handover": service.handover,
    "action_complaint": service.complaint,
    "action_out_of_scope": service.out_of_scope,
}
