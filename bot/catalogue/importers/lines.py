"""Reading JSON lines, packed or not, without trusting their size."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

from bot.catalogue.errors import Problem, RefusedImport

MAX_LINE = 4 * 1024 * 1024  # bytes; the longest real record has 150 kB
MAX_LINES = 100_000  # a whole catalogue has 2,500
MAX_FILE = 256 * 1024 * 1024  # bytes unpacked; a whole catalogue has 18 MB
_GZIP_MAGIC = b"\x1f\x8b"


def read_json_lines(path: Path) -> Iterator[tuple[int, Any | Problem]]:
    """Yield (line number, value or problem) for each non-empty line of `path`.

    Memory and time stay bounded: a line longer than `MAX_LINE` ends the reading with a problem.

    Raises:
        RefusedImport: the file cannot be opened or unpacked, or is longer than `MAX_FILE` or
            `MAX_LINES`.
    """
    try:
        with _open(path) as stream:
            yield from _values(path.name, stream)
    except OSError as error:
        raise RefusedImport(f"Không đọc được tệp {path.name}: {error}.") from error
    except (EOFError, zlib.error) as error:
        raise RefusedImport(f"Tệp nén {path.name} bị hỏng hoặc bị cắt ngang.") from error


def _open(path: Path) -> IO[bytes]:
    with path.open("rb") as start:
        packed = start.read(2) == _GZIP_MAGIC
    return cast(IO[bytes], gzip.open(path, "rb")) if packed else path.open("rb")


def _values(name: str, stream: IO[bytes]) -> Iterator[tuple[int, Any | Problem]]:
    number = size = 0
    while line := stream.readline(MAX_LINE + 1):
        number, size = number + 1, size + len(line)
        if size > MAX_FILE:  # a few packed MB may hold any number of lines
            raise RefusedImport(f"Tệp {name} dài hơn {MAX_FILE // 1024 // 1024} MB khi mở ra.")
        if number > MAX_LINES:
            raise RefusedImport(f"Tệp {name} có hơn {MAX_LINES} dòng.")
        if len(line) > MAX_LINE:
            reason = f"dòng dài hơn {MAX_LINE // 1024 // 1024} MB, không phải một thủ tục"
            yield number, Problem(name, number, reason)
            return
        if line.strip():
            yield number, _parse(name, number, line)


def _parse(name: str, number: int, line: bytes) -> Any | Problem:
    try:
        return json.loads(line)
    except UnicodeDecodeError:
        return Problem(name, number, "không phải chữ UTF-8")
    except json.JSONDecodeError as error:
        return Problem(name, number, f"không phải JSON hợp lệ (ký tự {error.pos + 1})")
    except ValueError:
        return Problem(name, number, "có số quá dài")
    except RecursionError:
        return Problem(name, number, "JSON lồng nhau quá sâu")
