"""What a guide must keep to: real codes, no fact of its own, a tree that ends, short speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.catalogue.model import CODE_PATTERN, Procedure
from bot.guides.model import PLACEHOLDER, START, Guide
from bot.text.fold import fold

SYLLABLES_IN_40_S = 150  # read out calmly; a filled placeholder counts as ten
PLACEHOLDER_SYLLABLES = 10
LONGEST_INTRO = 110  # words: a screen of a small phone
# An amount, a span or a share that belongs to the record.
_LITERAL = re.compile(
    r"\d[\d.,]*\s*(?:đồng|đ\b|nghìn|ngàn|triệu|k\b|%|ngày|tháng|tuần|giờ|phút|bản\b|bộ\b|ảnh|tờ)"
    r"|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|trăm|mươi)\s+"
    r"(?:nghìn|ngàn|triệu|trăm|đồng|ngày|phần trăm)",
    re.IGNORECASE,
)


def problems(guides: Mapping[str, Guide], procedures: Mapping[str, Procedure]) -> list[str]:
    """One sentence for each broken rule, by guide; empty when all is well."""
    found = [
        f"{name}: {reason}"
        for name, guide in sorted(guides.items())
        for reason in _of_one(guide, procedures)
    ]
    return found + list(_twice(guides))


def _of_one(guide: Guide, procedures: Mapping[str, Procedure]) -> Iterator[str]:
    texts = [guide.title, guide.intro, guide.spoken, *guide.forget]
    texts += [t for q in guide.questions.values() for t in (q.ask, q.spoken)]
    texts += [o.label for q in guide.questions.values() for o in q.options]
    for text in texts:
        yield from _of_text(text, procedures)
    for code in guide.codes:
        if code not in procedures:
            yield f"{code} is not in the catalogue"
    tree = list(_of_tree(guide))
    yield from tree
    if not set(guide.general) <= set(guide.codes[1:]):
        yield f"general codes that are no codes of the guide: {guide.general}"
    ends = set(guide.codes) - set(guide.general)
    if guide.questions and not tree and guide.leads_to() != ends:
        yield f"codes and the ends of the tree differ: {guide.leads_to() ^ ends}"
    if not guide.questions and len(guide.codes) > 1:
        yield "several codes and no question that decides between them"
    if len(guide.intro.split()) > LONGEST_INTRO:
        yield f"intro has {len(guide.intro.split())} words, at most {LONGEST_INTRO}"
    if _syllables(guide.spoken) > SYLLABLES_IN_40_S:
        yield f"spoken has {_syllables(guide.spoken)} syllables, at most {SYLLABLES_IN_40_S}"


def _of_text(text: str, procedures: Mapping[str, Procedure]) -> Iterator[str]:
    for kind, code in PLACEHOLDER.findall(text):
        if code not in procedures:
            yield f"{{{kind}:{code}}} names no procedure of the catalogue"
    bare = PLACEHOLDER.sub("", text)
    if "{" in bare or "}" in bare:
        yield f"unknown placeholder in “{text[:60]}”"
    literal = _LITERAL.search(bare)
    if literal:
        yield f"literal “{literal[0]}”: a fact belongs to the record"
    if not text.strip():
        yield "an empty text"


def _of_tree(guide: Guide) -> Iterator[str]:
    if not guide.questions:
        return
    if START not in guide.questions:
        yield f"no question named {START}"
        return
    reached, todo = set(), [START]
    while todo:
        name = todo.pop()
        if name in reached:
            yield f"question {name} is reached twice"
            continue
        reached.add(name)
        options = guide.questions[name].options
        said = [fold(w) for option in options for w in (option.label, *option.words)]
        if len(set(said)) < len(said):
            yield f"two options of {name} share a word"
        for option in options:
            if option.to in guide.questions:
                todo.append(option.to)
            elif not re.fullmatch(CODE_PATTERN, option.to):
                yield f"{name} leads to {option.to}, which is neither a question nor a code"
    if set(guide.questions) - reached:
        yield f"questions never asked: {set(guide.questions) - reached}"


def _twice(guides: Mapping[str, Guide]) -> Iterator[str]:
    first: dict[str, str] = {}
    for name, guide in sorted(guides.items()):
        usual = guide.codes[0]
        if usual in first:
            yield f"{name}: {usual} is the usual code of {first[usual]} too"
        first.setdefault(usual, name)


def _syllables(text: str) -> int:
    fills = len(PLACEHOLDER.findall(text))
    return len(PLACEHOLDER.sub("", text).split()) + PLACEHOLDER_SYLLABLES * fills
