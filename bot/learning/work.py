"""The jobs of learning: gather what went badly, compare a change, put one in force."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.catalogue.store import load_catalogue
from bot.catalogue.taught import (
    Taught,
    read_taught,
    with_phrasing,
    without_phrasing,
    words_with,
    write_taught,
)
from bot.catalogue.words import load_words
from bot.jobs.run import Refused, Tell
from bot.learning import examples
from bot.learning.changes import Changes
from bot.learning.checks import faults
from bot.learning.compare import compare, development_sets, own_sets, place_of
from bot.learning.tables import LearningChange
from bot.learning.themes import Themes
from bot.retrieval.build import build_index
from bot.retrieval.current import current_version
from bot.retrieval.index import load_index
from bot.retrieval.learned import load_learned
from bot.retrieval.opened import open_searcher
from bot.retrieval.pipeline import Searcher
from bot.retrieval.synonyms import load_synonyms
from bot.settings import settings
from bot.store import Store


def gather(store: Store, _subject: str, tell: Tell) -> str:
    """Group what went badly."""
    tell("Mở bộ tìm kiếm", 0, 0)
    new = Themes(store).gather(
        open_searcher(), lambda done, total: tell("Xếp các lượt chưa tốt vào nhóm", done, total)
    )
    return f"Thêm {new} lượt."


def compare_change(store: Store, subject: str, tell: Tell) -> str:
    """Build the index with a change in a folder of its own, and ask both the same questions."""
    changes = Changes(store)
    change = _change(changes, subject)
    taught = _still_teachable(change)
    if change.kind == "example":
        return _compare_example(change, changes, Themes(store), tell)
    tell("Mở bản đang dùng", 0, 0)
    before = open_searcher()
    with _folder() as root:
        tell("Dựng bản thử", 0, 0)
        built = build_index(
            load_catalogue(),
            lambda done, total: tell("Mã hóa câu mới", done, total),
            words=words_with(taught),
            root=root,
            encoder=before.encoder,
        )
        index = load_index(built.name, before.encoder.name, root)
    after = Searcher(index, before.encoder, load_synonyms(), load_learned())
    sets = own_sets(settings().data_dir / "retrieval")
    sets |= development_sets(settings().learning_development)
    found = compare(before, after, sets, lambda done, total: tell("Hỏi thử", done, total))
    found["taught"] = _taught(change, Themes(store), before, after)
    changes.compared(change.id, found, before.index.version)
    return _ended(found)


def _compare_example(change: LearningChange, changes: Changes, themes: Themes, tell: Tell) -> str:
    tell("Huấn luyện thử hai lần, rồi hỏi", 0, 0)
    accepted = changes.accepted()
    compared_with = examples.version(accepted)
    new, said = (change.target, change.text), _said(change, themes)
    with _folder() as root:
        try:
            found = examples.compare(accepted, new, said, examples.own_sets(), root)
        except examples.NotCompared as why:
            raise Refused(str(why)) from why
    changes.compared(change.id, found, compared_with)
    return _ended(found)


def apply_change(store: Store, subject: str, tell: Tell) -> str:
    """Put a change in force that a colleague approved.

    It is written down as taught once the index has it: whatever breaks off before leaves both as
    they were.
    """
    changes = Changes(store)
    change = _change(changes, subject)
    if change.reviewer is None or change.state != "passed":
        raise Refused("Đề xuất này chưa được duyệt.")
    if change.compared_with != current_version():
        raise Refused("Bản đang dùng đã đổi từ lần đánh giá: xin đánh giá lại.")
    taught = _still_teachable(change)
    tell("Dựng bản mới", 0, 0)
    build_index(
        load_catalogue(),
        lambda done, total: tell("Mã hóa câu mới", done, total),
        words=words_with(taught),
    )
    write_taught(taught)
    changes.applied(change.id)
    return "Đã áp dụng; các tiến trình dùng bản mới từ lượt hỏi kế tiếp."


def take_back(store: Store, subject: str, tell: Tell) -> str:
    """Put a phrasing out of force that turned out to do harm."""
    changes = Changes(store)
    change = _change(changes, subject)
    if change.state != "applied":
        raise Refused("Đề xuất này không đang dùng.")
    if change.text in load_words()[change.target].phrasings:
        raise Refused("Câu này đã vào kho: xin bỏ ở kho rồi cài bản mới.")
    taught = without_phrasing(read_taught(), change.target, change.text)
    tell("Dựng bản không có câu này", 0, 0)
    build_index(load_catalogue(), words=words_with(taught))
    write_taught(taught)
    changes.taken_back(change.id)
    return "Đã lấy lại; các tiến trình không dùng câu này nữa từ lượt hỏi kế tiếp."


def _change(changes: Changes, subject: str) -> LearningChange:
    change = changes.get(int(subject))
    if change is None:
        raise Refused("Không có đề xuất này.")
    return change


@contextmanager
def _folder() -> Iterator[Path]:
    """For what is only built to be tried."""
    for left in settings().var_dir.glob("learning-*"):  # of one that was killed
        shutil.rmtree(left, ignore_errors=True)
    with TemporaryDirectory(prefix="learning-", dir=settings().var_dir) as folder:
        yield Path(folder)


def _ended(found: dict[str, Any]) -> str:
    worse = ", ".join(found["losses"])
    return f"Có chỗ kém đi: {worse}." if worse else "Không có gì kém đi."


def _said(change: LearningChange, themes: Themes) -> list[str]:
    """What people of its theme said."""
    return themes.said(change.theme_id) if change.theme_id is not None else []


def _still_teachable(change: LearningChange) -> Taught:
    """What is taught together with `change`, which what came into force since may have ruled out.

    Raises:
        Refused: it breaks a rule by now.
    """
    taught = read_taught()
    found = faults(change.kind, change.target, change.text, load_catalogue().procedures, taught)
    if found:
        raise Refused(" ".join(found))
    return with_phrasing(taught, change.target, change.text)


def _taught(
    change: LearningChange, themes: Themes, before: Searcher, after: Searcher
) -> dict[str, list[int | None]]:
    """Places of the taught procedure: for the phrasing itself, and for what people of its theme
    said; no words are kept with them.
    """
    texts = [change.text, *_said(change, themes)]
    return {
        name: place_of(change.target, searcher.search_many(texts))
        for name, searcher in (("before", before), ("after", after))
    }
