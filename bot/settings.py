"""Settings, from the environment (prefix MOTCUA_), each with a default for one machine."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="MOTCUA_")

    data_dir: Path = ROOT / "data"
    var_dir: Path = ROOT / "var"
    models_dir: Path = ROOT / "models"

    encoder: str = Field(default="e5-small", description="folder in models_dir, path or hub name")

    web_host: str = "127.0.0.1"
    web_port: int = 8000
    rasa_port: int = 5005
    actions_port: int = 5055
    rasa_timeout_s: float = 8.0
    turn_timeout_s: float = Field(default=20.0, description="all waits of one turn together")

    database_url: str = Field(default="", description="empty: SQLite in var_dir")
    rasa_database_url: str = Field(default="", description="empty: beside ours")
    allowed_origins: list[str] = Field(default=[], description="pages that may carry the widget")
    official: bool = Field(default=False, description="run by the city: drops the disclaimer")
    hotline: str = "19001009"
    secret_key: str = Field(default="", description="empty: made once in var_dir/secret.key")
    session_hours: int = Field(default=24, description="a web session ends after this much silence")
    conversation_days: int = Field(default=7, description="messages and feedback end after this")
    tracker_days: int = Field(default=1, description="and what Rasa remembers of them")
    turn_log_days: int = Field(default=180, description="rows without words")
    case_lookup_days: int = Field(default=90, description="the audit records of look-ups")
    log_days: int = Field(default=7, description="log files")
    privacy_contact: str = Field(default="", description="whom to write to; shown on /privacy")
    rate_session: str = Field(default="20/10 second;60/minute", description="empty: no limit")
    rate_ip: str = Field(default="120/minute", description="empty: no limit")
    rate_ip_read: str = Field(default="300/minute", description="empty: no limit")
    rate_ip_exempt: list[str] = ["127.0.0.1", "::1"]  # this machine's own tools
    event_streams_session: int = Field(default=4, description="open at once, of one session")
    event_streams: int = Field(default=1000, description="open at once, of one web process")
    case_sources: str = Field(default="", description="file; empty: cases/sources.yml in data_dir")
    case_lock_code: str = Field(default="5/hour;10/day", description="wrong look-ups of one case")
    case_lock_caller: str = Field(default="10/hour;30/day", description="of one caller")
    case_open: Literal["nothing", "state"] = Field(
        default="nothing", description="what of a case anyone may see without proof"
    )
    axis_username: str = Field(default="", repr=False, description="on the national sharing axis")
    axis_password: str = Field(default="", repr=False)
    keeper_networks: list[str] = Field(
        default=["127.0.0.0/8", "::1/128"], description="may read /metrics and what /readyz found"
    )
    signin_keys: str = Field(default="", description="JWK set: file or address; empty: no tokens")
    signin_issuer: str = ""
    signin_audience: str = ""
    signin_claim: str = Field(default="sub", description="with the personal identification number")

    @property
    def web_url(self) -> str:
        """Where this machine reaches the web; "all addresses" is no address to go to."""
        host = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}.get(
            self.web_host, self.web_host
        )
        return (
            f"http://[{host}]:{self.web_port}" if ":" in host else f"http://{host}:{self.web_port}"
        )

    @property
    def rasa_url(self) -> str:
        return f"http://127.0.0.1:{self.rasa_port}"

    @property
    def rasa_database(self) -> str:
        """Rasa's trackers: with PostgreSQL its own tables beside ours, with SQLite its own file."""
        beside = self.database_url or f"sqlite:///{self.var_dir / 'rasa.db'}"
        return self.rasa_database_url or beside

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{self.var_dir / 'motcua.db'}"


@cache
def settings() -> Settings:
    return Settings()
