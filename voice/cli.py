"""`motcua call`: a caller; `motcua hear`: the recogniser alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from bot.settings import settings

# What each of these needs takes a second to import: only who calls waits for it.


def call(
    say: Annotated[list[str] | None, typer.Option(help="said by a made voice; repeatable")] = None,
    wav: Annotated[list[Path] | None, typer.Option(help="a recording; repeatable")] = None,
    keys: Annotated[list[str] | None, typer.Option(help="pressed together, 1# …")] = None,
    interrupt: Annotated[
        float | None, typer.Option(help="do it all this many seconds into the assistant's words")
    ] = None,
    scenario: Annotated[
        Path | None, typer.Option(help="YAML with steps: say, wav, keys, wait, expect")
    ] = None,
    expect: Annotated[
        list[str] | None, typer.Option(help="must be said in the call, else exit 1; repeatable")
    ] = None,
    noise: Annotated[int, typer.Option(help="loudness of a hiss; speech has about 3000")] = 0,
    lost: Annotated[float, typer.Option(help="share of the frames that get lost", max=0.9)] = 0.0,
    accent: Annotated[str, typer.Option(help="of the made voice: north, central, south")] = "north",
    keep: Annotated[Path | None, typer.Option(help="folder for what was heard, as wav")] = None,
    url: Annotated[str, typer.Option(help="of the stream; default: this machine")] = "",
) -> None:
    """Call the running telephone service of this machine; one JSON line per round.

    The steps of a scenario, or first what is said, then the recordings, then the keys; each when
    the assistant has finished.
    """
    from voice.audio import BadSound
    from voice.caller import Line
    from voice.scenario import BadScenario, Step, acts, read_scenario, unmet
    from voice.speaking.espeak import Espeak
    from voice.trial import Trial

    try:
        steps = read_scenario(scenario) if scenario else []
        steps += [Step(say=text, into=interrupt) for text in say or []]
        steps += [Step(wav=path, into=interrupt) for path in wav or []]
        steps += [Step(keys=pressed, into=interrupt) for pressed in keys or []]
        trial = Trial(settings(), url)
        told = trial.hold(acts(steps, Espeak(accent)), Line(noise, lost), keep)
    except (BadScenario, BadSound, ValidationError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    except OSError:
        address = url or settings().voice_url
        typer.echo(f"Nothing answers at {address}: make run starts it.", err=True)
        raise typer.Exit(1) from None
    for facts in told.rounds:
        typer.echo(json.dumps(facts, ensure_ascii=False))
    typer.echo(json.dumps({"understood": told.turns, "closed": told.closed}, ensure_ascii=False))
    heard = [facts["heard"] for facts in told.rounds]
    anywhere = [Step(expect=text) for text in expect or []]
    missing = unmet(steps, heard) + unmet(anywhere, [list(chain.from_iterable(heard))])
    for words in missing:
        typer.echo(f"not said: {words}", err=True)
    if missing:
        raise typer.Exit(1)


def hear(
    files: Annotated[list[Path], typer.Argument(help="wav; with --batch also folders and lists")],
    expect: Annotated[list[str] | None, typer.Option(help="a word that is expected")] = None,
    batch: Annotated[
        bool, typer.Option("--batch", help="a bad file is told of, and the next one follows")
    ] = False,
) -> None:
    """What the configured recogniser understands; one JSON line per file."""
    from voice.audio import BadSound, read_wav
    from voice.hearing.opening import open_recogniser
    from voice.hearing.port import HearingProblem

    failed = False
    try:
        recogniser = open_recogniser(settings())
        for path in wavs(files) if batch else files:
            try:
                heard = recogniser.hear(read_wav(path), expect)
            except BadSound as problem:
                if not batch:
                    raise
                failed = True
                typer.echo(json.dumps({"file": str(path), "error": str(problem)}))
                continue
            told = asdict(heard) | {"ms": round(heard.ms), "engine": recogniser.engine}
            typer.echo(json.dumps({"file": str(path), **told}, ensure_ascii=False))
    except (BadSound, HearingProblem) as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(1) from None
    if failed:
        raise typer.Exit(1)


def wavs(paths: Iterable[Path]) -> Iterator[Path]:
    """The files themselves, the wav files of folders, and those that lists name, a line each."""
    for path in paths:
        if path.is_dir():
            yield from sorted(path.glob("*.wav"))
        elif path.suffix.lower() in {".txt", ".lst", ".list"} and path.is_file():
            lines = path.read_text(encoding="utf-8").splitlines()
            yield from (path.parent / line.strip() for line in lines if line.strip())
        else:
            yield path
