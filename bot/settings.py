"""Settings, from the environment (prefix MOTCUA_), each with a default for one machine."""

from __future__ import annotations

from datetime import time
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


def _hours(text: str) -> str:
    try:
        opens, closes = map(time.fromisoformat, map(str.strip, text.split("-")))
    except ValueError:
        raise ValueError("write hours as 07:30-17:00") from None
    if opens >= closes:
        raise ValueError("the hours end before they begin")
    return text


Hours = Annotated[str, AfterValidator(_hours)]


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
    ticket_rules: str = Field(default="", description="file; empty: care/tickets.yml in data_dir")
    ticket_days: int = Field(default=365, description="a complaint is kept after its end")
    online_only_days: int = Field(default=7, description="a list is old so long after its day")
    axis_username: str = Field(default="", repr=False, description="on the national sharing axis")
    axis_password: str = Field(default="", repr=False)
    keeper_networks: list[str] = Field(
        default=["127.0.0.0/8", "::1/128"], description="may read /metrics and what /readyz found"
    )
    signin_keys: str = Field(default="", description="JWK set: file or address; empty: no tokens")
    signin_issuer: str = ""
    signin_audience: str = ""
    signin_claim: str = Field(default="sub", description="with the personal identification number")

    learning_development: str = Field(
        default="", description="folder of labelled questions that a change is measured on too"
    )
    public_url: str = Field(default="", description="where browsers reach the web: https://…")
    staff_idle_min: float = Field(default=30.0, description="silence that ends a staff session")
    staff_longest_hours: float = Field(default=10.0, description="it ends after this anyway")
    staff_lock_login: str = Field(default="10/15 minute", description="wrong passwords of a login")
    staff_lock_address: str = Field(default="50/15 minute", description="of one address")
    staff_audit_days: int = Field(default=730, description="what staff did is kept")
    staff_oidc_issuer: str = Field(default="", description="https://…; empty: passwords alone")
    staff_oidc_client: str = ""
    staff_oidc_secret: str = Field(default="", repr=False)

    voice_host: str = "127.0.0.1"
    voice_port: int = 8001
    voice_public_url: str = Field(default="", description="where the carrier reaches it: https://…")
    voice_auth_token: str = Field(default="", repr=False, description="the carrier's; signs calls")
    voice_audiosocket_host: str = "127.0.0.1"
    voice_audiosocket_port: int = Field(default=0, description="for an exchange; 0: none")
    voice_calls: int = Field(default=50, description="at once; more are told that it is busy")
    voice_longest_min: float = Field(default=15.0, description="minutes of a call")
    voice_recogniser: Literal["whisper", "vosk"] = "whisper"
    voice_vosk_model: str = Field(default="vosk-vn", description="folder in models_dir, or path")
    voice_hear_timeout_s: float = 6.0
    voice_pause_ms: int = Field(default=700, description="ends what a caller says")
    voice_silence_s: float = Field(default=7.0, description="until a silent caller is asked")
    voice_accent: Literal["north", "central", "south"] = "north"
    voice_piper_model: str = Field(default="", description="a piper voice's .onnx; else espeak-ng")
    voice_microphone: bool = Field(default=False, description="a page to call it from this machine")
    voice_person: str = Field(default="", description="number of the people at the desk")
    voice_person_hours: Hours = Field(default="07:30-17:00", description="on working days")
    call_back_days: float = Field(default=7.0, description="a wish to be called back is kept")

    desk_hours: Hours = Field(default="07:30-17:00", description="of the advisers, on working days")
    desk_citizen_min: float = Field(default=15.0, description="until who is away is not waited for")
    desk_adviser_s: float = Field(default=90.0, description="until one who is away is replaced")
    inbox_url: str = Field(default="", description="a Chatwoot where advisers answer; empty: none")
    inbox_account: int = Field(default=0, description="number of the account there")
    inbox_number: int = Field(default=0, description="number of its inbox of the kind API")
    inbox_token: str = Field(default="", repr=False, description="for Chatwoot's API")
    inbox_secret: str = Field(default="", repr=False, description="signs what Chatwoot sends")
    inbox_login: str = Field(default="", description="our account in whose name it acts")

    @property
    def web_url(self) -> str:
        """Where this machine reaches the web."""
        return _reached(self.web_host, self.web_port)

    @property
    def voice_url(self) -> str:
        """Where this machine reaches the telephone service."""
        return _reached(self.voice_host, self.voice_port)

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


def _reached(host: str, port: int) -> str:
    """ "All addresses" is no address to go to."""
    host = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


@cache
def settings() -> Settings:
    """Those of this process.

    Raises:
        SystemExit: some cannot be used; a line says which and why, in every program alike.
    """
    try:
        return Settings()
    except ValidationError as wrong:
        told = (f"MOTCUA_{one['loc'][0]}".upper() + f": {one['msg']}" for one in wrong.errors())
        raise SystemExit("\n".join(told)) from None
