"""Printing for `motcua catalogue`: tables for people, JSON for programs."""

from __future__ import annotations

import json
from typing import Any

from rich.console import Console
from rich.table import Table

from bot.catalogue.diff import Difference
from bot.catalogue.local_status import LocalStatus
from bot.catalogue.model import Procedure
from bot.catalogue.switch import Outcome

_SHOWN = 10


def outcome(result: Outcome, *, dry_run: bool, as_json: bool) -> None:
    if as_json:
        _json(
            _difference(result.difference)
            | {
                "skipped": [vars(problem) for problem in result.skipped],
                "total": result.total,
                "version": result.folder.name if result.folder else None,
            }
        )
        return
    difference(result.difference, as_json=False)
    for problem in result.skipped[:_SHOWN]:
        print(f"Bỏ qua: {problem}")
    if len(result.skipped) > _SHOWN:
        print(f"… và {len(result.skipped) - _SHOWN} bản ghi khác bị bỏ qua.")
    done = "Chạy thử, không ghi gì." if dry_run else "Danh mục đã có hiệu lực."
    if result.folder is None and not dry_run:
        done = "Không có gì thay đổi."
    print(f"Tổng cộng {result.total} thủ tục. {done}")


def difference(found: Difference, *, as_json: bool) -> None:
    if as_json:
        _json(_difference(found))
        return
    table = Table("", "Số lượng", "Ví dụ")
    table.add_row("Mới", str(len(found.new)), ", ".join(found.new[:_SHOWN]))
    examples = [f"{code} ({', '.join(names)})" for code, names in found.changed.items()]
    table.add_row("Thay đổi", str(len(found.changed)), "; ".join(examples[:5]))
    table.add_row("Không còn", str(len(found.gone)), ", ".join(found.gone[:_SHOWN]))
    Console().print(table)


def procedure(record: Procedure, local: LocalStatus, *, as_json: bool) -> None:
    data = record.model_dump(mode="json", exclude_defaults=True)
    data["local"] = local.model_dump(mode="json", exclude_defaults=True)
    if as_json:
        _json(data)
        return
    table = Table(title=f"{record.code} {record.title}", show_header=False, show_lines=True)
    for name, value in data.items():
        table.add_row(name, _cell(value))
    Console().print(table)


def figures(found: dict[str, dict[str, int]], version: str, *, as_json: bool) -> None:
    if as_json:
        _json({"version": version, **found})
        return
    table = Table("", "", "", title=f"Catalogue {version}")
    for heading, counts in found.items():
        for name, count in counts.items():
            table.add_row(heading, name, str(count))
    Console().print(table)


def _difference(found: Difference) -> dict[str, Any]:
    return {"new": found.new, "changed": found.changed, "gone": found.gone}


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(_cell(item) for item in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _json(data: object) -> None:
    print(json.dumps(data, ensure_ascii=False))
