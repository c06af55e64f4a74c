"""The file that says who answers for which cases (`data/cases/sources.yml`)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import Field, ValidationError

from bot.cases.axis.client import AxisClient
from bot.cases.axis.config import AxisConfig
from bot.cases.axis.gateway import AxisGateway
from bot.cases.gateway import CaseGateway
from bot.cases.proofs import Proofs
from bot.cases.registry import Registry
from bot.cases.routing import Route, Router
from bot.catalogue.model import Record
from bot.settings import Settings


class RegistryConfig(Record):
    """Our own registry; no units and no procedures: for all."""

    kind: Literal["registry"]
    units: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()


class Sources(Record):
    """In order: where two answer for one case, the first is believed."""

    sources: tuple[Annotated[RegistryConfig | AxisConfig, Field(discriminator="kind")], ...]


class SourcesProblem(Exception):
    """The file of sources is missing or wrong: one sentence for the person who wrote it."""


def read_sources(path: Path) -> Sources:
    """Raises SourcesProblem, also for a state or a path that cannot be."""
    try:
        return Sources.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        raise SourcesProblem(f"{path.name}: {place}: {first['msg']}") from error
    except (OSError, yaml.YAMLError) as error:
        raise SourcesProblem(f"{path.name} cannot be read: {type(error).__name__}") from error


def open_router(settings: Settings, registry: Registry, proofs: Proofs) -> Router:
    """Raises SourcesProblem."""
    path = Path(settings.case_sources or settings.data_dir / "cases" / "sources.yml")
    return Router(
        [
            Route(_gateway(source, settings, registry, proofs), source.units, source.procedures)
            for source in read_sources(path).sources
        ]
    )


def _gateway(
    source: RegistryConfig | AxisConfig, settings: Settings, registry: Registry, proofs: Proofs
) -> CaseGateway:
    if isinstance(source, RegistryConfig):
        return registry
    return AxisGateway(source, AxisClient(source, *_login(source, settings)), proofs)


def _login(source: AxisConfig, settings: Settings) -> tuple[str, str]:
    """User name and password: the source's own, else those that all share."""
    if source.login_env is None:
        name, login = "MOTCUA_AXIS", (settings.axis_username, settings.axis_password)
    else:
        name, get = source.login_env, os.environ.get
        login = get(f"{name}_USERNAME", ""), get(f"{name}_PASSWORD", "")
    if not all(login):
        raise SourcesProblem(
            f"{source.name} needs {name}_USERNAME and {name}_PASSWORD in the environment"
        )
    return login
