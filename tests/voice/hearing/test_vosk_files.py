"""The download of a Vosk model, from a server on loopback."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from tests.web.fake_rasa import free_port, serving
from voice.hearing.port import HearingProblem
from voice.hearing.vosk_files import PINNED, Pinned, fetch


def packed(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, name)
    return file.getvalue()


MODEL = packed("vosk-small/am/final.mdl", "vosk-small/conf/model.conf")


@pytest.fixture
def server() -> Iterator[tuple[dict[str, bytes], str]]:
    files: dict[str, bytes] = {"model.zip": MODEL}

    async def send(request: object) -> Response:
        name = request.path_params["name"]  # type: ignore[attr-defined]
        return Response(files[name]) if name in files else Response(status_code=404)

    port = free_port()
    with serving(Starlette(routes=[Route("/{name}", send)]), port):
        yield files, f"http://127.0.0.1:{port}"


def pinned(url: str, archive: bytes = MODEL) -> Pinned:
    return Pinned(url=f"{url}/model.zip", sha256=hashlib.sha256(archive).hexdigest())


def test_the_model_lies_in_its_folder(server: tuple[dict[str, bytes], str], tmp_path: Path) -> None:
    fetch(pinned(server[1]), tmp_path / "vosk-vn")
    assert (tmp_path / "vosk-vn" / "am" / "final.mdl").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["vosk-vn"]


def test_another_archive_is_not_unpacked(
    server: tuple[dict[str, bytes], str], tmp_path: Path
) -> None:
    with pytest.raises(HearingProblem, match="another sha256"):
        fetch(pinned(server[1], b"what was looked at"), tmp_path / "vosk-vn")
    assert list(tmp_path.iterdir()) == []


def test_without_a_pinned_hash_it_is_told_and_nothing_is_unpacked(
    server: tuple[dict[str, bytes], str], tmp_path: Path
) -> None:
    unknown = Pinned(url=f"{server[1]}/model.zip", sha256="")
    with pytest.raises(HearingProblem, match=hashlib.sha256(MODEL).hexdigest()):
        fetch(unknown, tmp_path / "vosk-vn")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("archive", "said"),
    [
        (b"<html>not here</html>", "no archive"),
        (packed("readme.txt"), "no Vosk model"),
        (packed("a/am/final.mdl", "b/am/final.mdl"), "no Vosk model"),
    ],
)
def test_what_is_no_model_leaves_nothing(
    server: tuple[dict[str, bytes], str], tmp_path: Path, archive: bytes, said: str
) -> None:
    server[0]["model.zip"] = archive
    with pytest.raises(HearingProblem, match=said):
        fetch(pinned(server[1], archive), tmp_path / "vosk-vn")
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_outside_of_its_folder(
    server: tuple[dict[str, bytes], str], tmp_path: Path
) -> None:
    server[0]["model.zip"] = archive = packed("../../evil.txt", "m/am/final.mdl")
    fetch(pinned(server[1], archive), tmp_path / "models" / "vosk-vn")
    assert not list(tmp_path.parent.glob("evil.txt")) + list(tmp_path.glob("evil.txt"))


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/model.zip", "{}/other.zip"])
def test_a_server_that_does_not_answer_is_told(
    server: tuple[dict[str, bytes], str], tmp_path: Path, url: str
) -> None:
    gone = Pinned(url=url.format(server[1]), sha256="")
    with pytest.raises(HearingProblem, match="cannot be reached"):
        fetch(gone, tmp_path / "vosk-vn")
    assert list(tmp_path.iterdir()) == []


def test_what_is_pinned_can_be_read() -> None:
    told = Pinned.model_validate(yaml.safe_load(PINNED.read_text(encoding="utf-8")))
    assert told.url.startswith("https://alphacephei.com/vosk/models/vosk-model-")
    assert len(told.sha256) in {0, 64}
