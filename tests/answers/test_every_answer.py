"""All 2,435 procedures × every aspect: nothing empty, nothing invented, nothing too long."""

import re
from collections.abc import Iterator

import pytest

from bot.answers.aspect import Aspect
from bot.answers.reply import Reply
from bot.catalogue.model import FeeKind, Procedure, TimeKind
from bot.catalogue.store import Catalogue

from .conftest import Ask
from .trace import fields, letters, plain

LONGEST = {Aspect.PAPERS: 1020}  # several headings; every other aspect keeps to 900
BROKEN = re.compile(
    r"None|null|\bnan\b|  |: \.|\(\)|;\.|,\.|:\n(?!•|1\.)|^• *$|[{}<>\[\]]", re.MULTILINE
)
FREE = re.compile(
    r"miễn phí|miễn lệ phí|không mất tiền|không thu phí|không phải nộp phí|(?<![\d.])0 đồng\b"
)
NUMBER = re.compile(r"\d+")

Answer = tuple[Procedure, Aspect, Reply]


@pytest.fixture(scope="module")
def answers(catalogue: Catalogue, ask: Ask) -> list[Answer]:
    return [
        (procedure, aspect, ask(code, aspect))
        for code, procedure in catalogue.procedures.items()
        for aspect in Aspect
    ]


def items(reply: Reply) -> Iterator[tuple[str, dict[str, str]]]:
    for section in reply.payload["sections"]:
        for item in section["items"]:
            yield section["aspect"], item


def test_all_are_asked(answers: list[Answer]) -> None:
    assert len(answers) == 2435 * len(Aspect)


def test_nothing_is_empty_or_broken(answers: list[Answer]) -> None:
    bad = [
        (procedure.code, aspect.value, found[0])
        for procedure, aspect, reply in answers
        if (found := BROKEN.search(reply.text)) or (found := BROKEN.search(reply.spoken))
    ]
    assert bad == []


def test_every_section_says_something(answers: list[Answer]) -> None:
    for procedure, aspect, reply in answers:
        sections = reply.payload["sections"]
        assert sections, (procedure.code, aspect)
        for section in sections:
            assert section["heading"]
            assert section["items"] or section["note"], (procedure.code, aspect)


def test_every_answer_names_code_date_page_and_what_hanoi_has_not_confirmed(
    answers: list[Answer],
) -> None:
    for procedure, _, reply in answers:
        assert procedure.code in reply.text
        assert "theo danh mục tháng 7/2026" in reply.text
        assert "chưa xác nhận trong danh mục của Hà Nội" in reply.text
        assert str(procedure.url) in reply.text
        assert "năm hai nghìn không trăm hai mươi sáu" in reply.spoken


def test_texts_stay_short(answers: list[Answer]) -> None:
    long = [
        (procedure.code, aspect.value, len(reply.text))
        for procedure, aspect, reply in answers
        if len(reply.text) > LONGEST.get(aspect, 900)
    ]
    assert long == []


def test_speech_stays_under_forty_seconds_in_short_sentences(answers: list[Answer]) -> None:
    for procedure, aspect, reply in answers:
        where = (procedure.code, aspect.value)
        assert len(reply.spoken.split()) <= 110, where
        assert "http" not in reply.spoken, where
        assert "gov.vn" not in reply.spoken, where
        sentences = re.split(r"(?<=[.?!])\s+", reply.spoken)
        assert max(len(sentence.split()) for sentence in sentences) <= 24, where


def test_every_source_is_a_field_of_the_record(answers: list[Answer]) -> None:
    for procedure, _, reply in answers:
        for _, item in items(reply):
            assert item["source"]
            assert all(value is not None for value in fields(procedure, item["source"]))


def test_what_is_quoted_stands_in_its_field(answers: list[Answer]) -> None:
    """Papers, results, offices and numbers of law are the record's words, at most cut."""
    for procedure, aspect, reply in answers:
        if aspect in (Aspect.STEPS, Aspect.ONLINE, Aspect.FEE, Aspect.TIME):
            continue
        for kind, item in items(reply):
            if kind not in ("papers", "result", "law"):
                continue
            text = re.sub(r" \(\d+ bản [^()]*\)$", "", item["text"]).split("…")[0]
            held = letters(" ".join(plain(value) for value in fields(procedure, item["source"])))
            for part in re.split(r"; |^[^:]{3,40}: ", text) if kind == "law" else [text]:
                assert letters(part) in held, (procedure.code, aspect, item)


def test_every_number_of_fee_and_time_stands_in_its_field(answers: list[Answer]) -> None:
    for procedure, aspect, reply in answers:
        if aspect not in (Aspect.FEE, Aspect.TIME):
            continue
        for _, item in items(reply):
            if item["source"].startswith("rule."):
                continue
            held = NUMBER.findall(str([str(v) for v in fields(procedure, item["source"])]))
            plain = item["text"].replace(".", "")
            said = [number.lstrip("0") for number in NUMBER.findall(plain)]
            joined = " ".join(held)
            assert all(number in joined for number in said), (procedure.code, item)


def test_a_number_of_time_never_lacks_its_unit(answers: list[Answer]) -> None:
    unit = r"(giờ|ngày làm việc|ngày|tháng|năm|đến \d+ (giờ|ngày|tháng|năm))"
    for procedure, aspect, reply in answers:
        if aspect is not Aspect.TIME:
            continue
        kinds = {channel.time.kind for channel in procedure.channels}
        lead = reply.text.split("\n")[0].split("thời hạn giải quyết: ")[1]
        if kinds <= {TimeKind.UNKNOWN} and "trong ngày" not in lead:
            assert not NUMBER.search(lead), procedure.code
        for number in re.finditer(r"^\d+|(?<=từ )\d+", lead):
            assert re.match(rf"\d+ {unit}", lead[number.start() :]), (procedure.code, lead)


def test_free_is_said_only_where_it_is_known(answers: list[Answer]) -> None:
    """In text, on the card and aloud: the record says none, or the rule with its resolution."""
    for procedure, aspect, reply in answers:
        kinds = {channel.fee.kind for channel in procedure.channels}
        zero = any(a.dong == 0 for c in procedure.channels for a in c.fee.amounts)
        if FeeKind.NONE in kinds or zero:
            continue
        facts = procedure.model_dump_json(include={"papers", "results", "channels"})
        said = [m for m in FREE.findall(reply.text) if m not in facts]
        for words in said:
            assert words == "0 đồng", (procedure.code, aspect, reply.text)
            assert "77/2025/NQ-HĐND" in reply.text, (procedure.code, aspect)


def test_buttons_work_later_and_offer_what_is_not_shown(answers: list[Answer]) -> None:
    for procedure, aspect, reply in answers:
        buttons = reply.payload["quick_replies"]
        assert 4 <= len(buttons) <= 5
        assert all(button["text"].endswith(f"({procedure.code})") for button in buttons)
        assert aspect.value == reply.payload["aspect"]
