"""While a code or its proof is asked for: what else people say about just that."""

from __future__ import annotations

import re

from bot.answers.reply import Reply
from bot.cases.replies import asking, misplaced, proving
from bot.dialogue.cases import codes
from bot.dialogue.cases.asked import asks_about_a_case
from bot.dialogue.cases.listed import named_code
from bot.dialogue.cases.meant import Meant, meant, offers_a_photo
from bot.dialogue.cases.outcome import said, shown
from bot.dialogue.turn import Outcome, Turn, World

# "Nếu đúng, bấm bốn số cuối": many press 1, as menus taught them. Four or more are a proof.
_FEW_DIGITS = re.compile(r"\s*\d{1,3}\s*")
_EVEN_OF_A_PAPER = {Meant.FORGOTTEN, Meant.WHY, Meant.PHOTO}  # "không nhớ số căn cước đã ghi"


def by_code(turn: Turn, world: World) -> Outcome | None:
    """A code, without a proof that the desk could be asked with: read back, proof asked for."""
    talk = turn.state.case
    code = named_code(turn)
    if code is None:
        return None
    reply = proving.ask_proof(code) if turn.proof is None else proving.not_four(code)
    return said(reply, turn, talk.asking("proof", code))


def by_digits(turn: Turn, world: World) -> Outcome | None:
    """Digits without a code beside them, taken out at the door."""
    talk = turn.state.case
    if turn.proof is None:
        return None
    if talk.asks == "proof" and talk.code:
        return said(proving.not_four(talk.code), turn, talk.asking("proof", talk.code))
    if talk.shown and not talk.asks:  # the proof once more
        return None if turn.personal else shown(turn, talk, world)
    reply = misplaced.no_personal_number() if turn.personal else misplaced.code_first()
    return said(reply, turn, talk.asking("code"))


def by_waiting(turn: Turn, world: World) -> Outcome | None:
    """Yes, no, forgotten, why, never mind, what only the case tells; or else than the code."""
    talk = turn.state.case
    meaning = meant(turn.text)
    if talk.asks == "code" and (procedure := codes.only_procedure_code(turn.text)):
        return said(misplaced.procedure_code(procedure), turn, talk.asking("code"))
    if talk.asks is None or talk.aside or _of_another_matter(turn, meaning):
        return None
    if meaning is Meant.STOP:
        return said(asking.cancelled(), turn, talk.over())
    if meaning is Meant.PHOTO:
        return said(misplaced.no_photo(talk.code), turn, talk)
    if talk.code and _FEW_DIGITS.fullmatch(turn.text):
        return said(proving.not_four(talk.code), turn, talk)
    reply = _about_proof(meaning, talk.code) if talk.code else _about_code(meaning, turn)
    if reply is None and asks_about_a_case(turn.text, world.searcher):
        reply = proving.ask_proof_again(talk.code) if talk.code else asking.ask_code()
    if reply is None:
        return None
    asks_code = reply.payload["expects"] == "code"
    return said(reply, turn, talk.asking("code") if asks_code else talk)


def by_slip(turn: Turn, world: World) -> Outcome | None:
    """A code with a slip in it: too short, or on a day that there is not."""
    talk = turn.state.case
    if not codes.mistyped(turn.text, asked=talk.asks == "code" and not turn.topical):
        return None
    return said(misplaced.mistyped_code(), turn, talk.asking("code"))


def by_photo(turn: Turn, world: World) -> Outcome | None:
    """ "Tôi chụp giấy hẹn gửi nhé", before a code was asked for."""
    if not offers_a_photo(turn.text):
        return None
    return said(misplaced.no_photo(None), turn, turn.state.case.asking("code"))


def _of_another_matter(turn: Turn, meaning: Meant | None) -> bool:
    if turn.aspects and turn.topical:
        return True
    return turn.topical and not turn.personal and meaning not in _EVEN_OF_A_PAPER


def _about_proof(meaning: Meant | None, code: str) -> Reply | None:
    if meaning is Meant.WRONG:
        return asking.ask_code_again()
    replies = {
        Meant.YES: proving.ask_proof_again,
        Meant.FORGOTTEN: proving.forgotten_proof,
        Meant.WHY: proving.why_proof,
        Meant.AGAIN: proving.ask_proof,
        Meant.WAIT: proving.no_hurry,
        Meant.RUDE: proving.calm_proof,
    }
    return replies[meaning](code) if meaning in replies else None


def _about_code(meaning: Meant | None, turn: Turn) -> Reply | None:
    if turn.personal:
        return misplaced.no_personal_number()
    replies = {
        Meant.FORGOTTEN: asking.forgotten_code,
        Meant.YES: asking.ask_code_again,
        Meant.AGAIN: asking.ask_code,
        Meant.WAIT: asking.no_hurry,
        Meant.RUDE: asking.calm_code,
    }
    return replies[meaning]() if meaning in replies else None
