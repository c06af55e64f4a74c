"""What a guide says: its question with buttons, and its plain words above the facts."""

from __future__ import annotations

from datetime import date

from bot.answers.aspect import Aspect
from bot.answers.reply import Reply
from bot.answers.spoken import offer
from bot.catalogue.local import LocalTruth
from bot.catalogue.store import Catalogue
from bot.guides.fill import fill
from bot.guides.model import Guide
from bot.text.numbers import say

_HOW = "Chọn hoặc gõ số thứ tự; nếu không đúng, gõ “không phải”."
_CASES = 4  # other cases named below an answer
_ORDINALS = ("Một là", "Hai là", "Ba là", "Bốn là")
_READ_OUT = 3  # options at a time: who listens keeps no more in mind
_TOLD = frozenset({Aspect.OVERVIEW})
_NEITHER = {"label": "Trường hợp khác", "text": "Không phải cái nào"}


def asked(guide: Guide, node: str) -> Reply:
    """The question `node` of the guide; numbers, words and buttons all answer it.

    Three options are read out; the payload's `spoken_more` is the rest, for who asks for it.
    """
    question = guide.questions[node]
    lines = [f"{at}. {option.label}" for at, option in enumerate(question.options, start=1)]
    spoken = [
        f"{ordinal} {option.label}."
        for ordinal, option in zip(_ORDINALS, question.options, strict=False)
    ]
    first, more = spoken[:_READ_OUT], spoken[_READ_OUT:]
    return Reply(
        text="\n".join([question.ask, *lines, _HOW]),
        payload={
            "type": "clarify",
            "question": question.ask,
            "choices": [
                {
                    "n": at,
                    "label": option.label,
                    "text": option.label,
                    "codes": sorted(guide.leads_to(option.to)),
                }
                for at, option in enumerate(question.options, start=1)
            ],
            "quick_replies": [_NEITHER],
            **({"spoken_more": say(" ".join(more))} if more else {}),
        },
        spoken=say(" ".join([question.spoken, *first])),
    )


def told(
    name: str, guide: Guide, card: Reply, catalogue: Catalogue, local: LocalTruth, today: date
) -> Reply:
    """The guide's words first, then what the card of its usual procedure says of its source."""
    intro = fill(guide.intro, catalogue, local, today)
    forget = [fill(line, catalogue, local, today) for line in guide.forget]
    other = _other_cases(guide)
    source = card.text.split("\n")[-2:]  # code and date, official page
    remember = {
        "aspect": "guide",
        "heading": "Hay quên",
        "items": [
            {"text": line, "source": f"guide.{name}.forget[{at}]"} for at, line in enumerate(forget)
        ],
        "more": 0,
        "note": other or None,
        "ordered": False,
    }
    lines = [intro, *(f"• {line}" for line in forget), *([other] if other else []), *source]
    return Reply(
        text="\n".join(lines),
        payload={**card.payload, "sections": [remember, *card.payload["sections"]]},
        spoken=say(f"{fill(guide.spoken, catalogue, local, today, spoken=True)} {offer(_TOLD)}"),
    )


def _other_cases(guide: Guide) -> str:
    """What may make it another procedure, for people to say so."""
    labels = [option.label for option in guide.beside_usual()][:_CASES]
    named = "; ".join(label[0].lower() + label[1:] for label in labels)
    return f"Nếu là trường hợp khác ({named}), anh/chị cứ nói." if labels else ""
