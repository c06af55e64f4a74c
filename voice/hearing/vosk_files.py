"""`python -m voice.hearing.vosk_files`: the official Vietnamese Vosk model, from the internet."""

from __future__ import annotations

import hashlib
import shutil
import sys
import zipfile
from pathlib import Path

import httpx
import yaml
from pydantic import BaseModel

from bot.settings import settings
from voice.hearing.port import HearingProblem

PINNED = Path(__file__).with_name("vosk_model.yml")
MOST_BYTES = 500 << 20  # of an archive, and of what it unpacks to
TIMEOUT = httpx.Timeout(30.0)


class Pinned(BaseModel):
    """
    Attributes:
        sha256: of the archive; "" while it is not known.
    """

    url: str
    sha256: str


def fetch(pinned: Pinned, folder: Path) -> None:
    """Put the model into `folder`, whole or not at all.

    Raises:
        HearingProblem: not reached, another hash, or no model in it.
    """
    archive = folder.with_name(f"{folder.name}.zip")
    archive.parent.mkdir(parents=True, exist_ok=True)
    try:
        digest = _download(pinned.url, archive)
        if not pinned.sha256:
            raise HearingProblem(
                f"sha256 {digest} is what {pinned.url} has now. Nothing is unpacked before it "
                f"stands in {PINNED.name}: compare it with a second source first."
            )
        if digest != pinned.sha256:
            raise HearingProblem(f"{pinned.url} has another sha256 than pinned: {digest}.")
        _unpack(archive, folder)
    finally:
        archive.unlink(missing_ok=True)


def _download(url: str, archive: Path) -> str:
    digest, size = hashlib.sha256(), 0
    try:
        with (
            httpx.stream("GET", url, timeout=TIMEOUT, follow_redirects=True) as response,
            archive.open("wb") as file,
        ):
            response.raise_for_status()
            for block in response.iter_bytes(1 << 16):
                size += len(block)
                if size > MOST_BYTES:
                    raise HearingProblem(f"{url} is larger than {MOST_BYTES >> 20} MB.")
                digest.update(block)
                file.write(block)
    except httpx.HTTPError as error:
        raise HearingProblem(
            f"{url} cannot be reached ({type(error).__name__}). Vietnamese with Vosk stays "
            "unavailable; Whisper needs no download."
        ) from error
    return digest.hexdigest()


def _unpack(archive: Path, folder: Path) -> None:
    """The archive holds one folder: that is the model."""
    draft = folder.with_name(f"{folder.name}.draft")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        with zipfile.ZipFile(archive) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_BYTES:
                raise HearingProblem(f"The archive unpacks to more than {MOST_BYTES >> 20} MB.")
            packed.extractall(draft)  # it leaves out "..", and begins no path with "/"
        found = [path.parent.parent for path in draft.glob("**/am/final.mdl")]
        if len(found) != 1:
            raise HearingProblem("The archive holds no Vosk model.")
        shutil.rmtree(folder, ignore_errors=True)
        found[0].rename(folder)
    except zipfile.BadZipFile as error:
        raise HearingProblem("What came is no archive.") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def main() -> None:
    config = settings()
    folder = config.models_dir / config.voice_vosk_model
    if folder.exists():
        sys.exit(f"{folder} is there already.")
    try:
        fetch(Pinned.model_validate(yaml.safe_load(PINNED.read_text(encoding="utf-8"))), folder)
    except HearingProblem as problem:
        sys.exit(str(problem))
    print(f"{folder} is there. MOTCUA_VOICE_RECOGNISER=vosk uses it.")


if __name__ == "__main__":
    main()
