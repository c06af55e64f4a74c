"""The catalogue of the repository as a whole."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable

from bot.catalogue.diff import compare
from bot.catalogue.files import read_procedures, slug, write_procedures
from bot.catalogue.importers.glued import glued_channels, glued_papers
from bot.catalogue.importers.read import read_files
from bot.catalogue.model import ChannelKind, Level, PaperUse, Procedure
from bot.catalogue.relate import with_same_titles
from bot.catalogue.stats import figures
from bot.catalogue.store import Catalogue, load_catalogue
from bot.settings import ROOT
from tests.catalogue.conftest import GATHERED, needs_shared

DATA = ROOT / "data" / "catalogue"
Get = Callable[[str], Procedure]


def test_all_are_there_and_dated(catalogue: Catalogue) -> None:
    assert len(catalogue.procedures) == 2435
    assert catalogue.asof == "2026-07"
    assert catalogue.version.startswith("2026-07-")
    assert sum(p.promulgated_by_hanoi for p in catalogue.procedures.values()) == 32


def test_loading_is_quick() -> None:
    start = time.thread_time()
    load_catalogue(DATA)
    assert time.thread_time() - start < 5  # it takes 0.25


def test_files_are_small_sorted_and_without_prose() -> None:
    paths = sorted((DATA / "procedures").glob("*.jsonl"))
    assert len(paths) > 150
    for path in paths:
        assert path.stat().st_size < 2_000_000
        assert path.stem.isascii()
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        codes = [record["code"] for record in records]
        assert codes == sorted(codes)
        assert {slug(record["field"]) for record in records} == {path.stem}
        for record in records:
            assert not {"steps", "conditions"} & record.keys()
            assert all(p.get("use") != PaperUse.NOTE for p in record.get("papers", ()))


@needs_shared
def test_the_files_are_what_the_exporter_makes() -> None:
    made = read_files([GATHERED], facts_only=True, asof="2026-07").procedures
    stored, _ = read_procedures(DATA)
    assert not compare(stored, with_same_titles(made))


def test_a_written_catalogue_reads_back_the_same(catalogue: Catalogue, tmp_path) -> None:  # type: ignore[no-untyped-def]
    some = dict(list(catalogue.procedures.items())[:200])
    write_procedures(tmp_path, some)
    assert read_procedures(tmp_path)[0] == some


def test_withdrawn_codes_are_known_and_not_in_force(catalogue: Catalogue) -> None:
    assert len(catalogue.withdrawn) == 2613
    assert not catalogue.withdrawn.keys() & catalogue.procedures.keys()
    assert catalogue.withdrawn["1.000009"].startswith("Cấp ấn phẩm Chứng chỉ CITES")


def test_levels_come_from_the_better_field(get: Get) -> None:
    assert get("1.001193").levels == (Level.WARD,)
    levels = {level for code in ("1.000110", "2.000908") for level in get(code).levels}
    assert Level.WARD in levels


def test_rows_of_one_channel_are_told_apart(get: Get) -> None:
    """Trap 12: 1.000045 has three cases with three time limits on each channel."""
    rows = [c for c in get("1.000045").channels if c.kind is ChannelKind.COUNTER]
    assert [row.time.value for row in rows] == [2, 3, 4]
    assert len({row.case for row in rows}) == 3
    assert all(row.case and len(row.case) <= 120 for row in rows)


def test_most_records_with_several_rows_name_their_cases(catalogue: Catalogue) -> None:
    several = [
        p
        for p in catalogue.procedures.values()
        if max(Counter(c.kind for c in p.channels).values(), default=0) > 1
    ]
    named = [p for p in several if any(c.case for c in p.channels)]
    assert len(several) > 90
    assert len(named) / len(several) > 0.8


def test_glued_tables_are_taken_apart(get: Get) -> None:
    assert [c.time.value for c in get("1.001666").channels] == [5, 5, 5]
    assert [c.fee.kind.value for c in get("1.002520").channels] == ["none", "none"]
    rows = glued_channels(
        "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến5 Ngày làm việcKhông có thông tinnộp"
        " Trực tiếp hoặc qua mạngTrực tiếp3 Ngày làm việcMiễn phí"
    )
    assert [(r.kind.value, r.time, len(r.fees)) for r in rows] == [
        ("online", "5 Ngày làm việc", 0),
        ("counter", "3 Ngày làm việc", 1),
    ]
    papers = glued_papers("--Tên giấy tờMẫu đơn, tờ khaiSố lượngĐơn đề nghịĐơn.docx1 bản chính")
    assert [(p.name, p.originals) for p in papers] == [("Đơn đề nghị", 1)]


def test_glued_legal_texts_give_their_numbers(get: Get) -> None:
    numbers = {text.number for text in get("1.002520").legal_basis}
    assert {"104/2022/NĐ-CP", "66.7/2025/NQ-CP", "04/2023/TT-BTP", "26/2008/QH12"} <= numbers
    assert [t.number for t in get("1.012884").legal_basis] == [
        "95/2024/NĐ-CP",
        "54/2026/NĐ-CP",
        "27/2023/QH15",
    ]


def test_flags_are_unknown_where_the_source_has_none(get: Get, catalogue: Catalogue) -> None:
    known = [p for p in catalogue.procedures.values() if p.flags.fully_online is not None]
    assert len(known) == 79
    assert get("1.014163").flags.fully_online is None


def test_legal_basis_is_numbers_once_each(catalogue: Catalogue, get: Get) -> None:
    numbers = [text.number for text in get("1.001193").legal_basis]
    assert "60/2014/QH13" in numbers
    assert len(numbers) == len(set(numbers))
    texts = [t for p in catalogue.procedures.values() for t in p.legal_basis]
    assert all(t.number or t.title for t in texts)
    assert all(len(t.title or "") <= 160 for t in texts)


def test_the_abolished_district_handles_nothing(catalogue: Catalogue) -> None:
    names = [name for p in catalogue.procedures.values() for name in p.implementers]
    assert names
    assert not [name for name in names if "cấp huyện" in name.lower()]


def test_offices_are_whole_and_none_is_of_another_province(catalogue: Catalogue) -> None:
    names = {name for p in catalogue.procedures.values() for name in p.implementers}
    assert "Sở Văn hóa, Thể thao và Du lịch" in names
    assert not [name for name in names if name.startswith("Thể thao")]
    assert not [name for name in names if "Hải Phòng" in name or "Sơn La" in name]
    assert max(map(len, names)) <= 160


def test_figures_add_up(catalogue: Catalogue) -> None:
    found = figures(catalogue)
    rows = sum(len(p.channels) for p in catalogue.procedures.values())
    for heading in ("fee of a channel row", "time of a channel row", "channel rows"):
        assert sum(found[heading].values()) == rows
