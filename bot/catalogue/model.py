"""The administrative procedure, as a record of facts.

Every fact that the assistant states is a field of one of these records. What an
importer derives (the unit of a time limit, whether a fee is known) is stored
together with the reason, so that a person can check it against the source.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

CODE_PATTERN = r"^[0-9]\.[0-9]{6}$"
MONTH_PATTERN = r"^20[0-9]{2}-(0[1-9]|1[0-2])$"


class Record(BaseModel):
    """Frozen, and strict about unknown keys: a typo in a data file is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Level(StrEnum):
    """Tier of government that handles a procedure; no district since July 2025."""

    MINISTRY = "ministry"
    CITY = "city"
    WARD = "ward"
    OTHER = "other"


class ChannelKind(StrEnum):
    ONLINE = "online"
    COUNTER = "counter"
    POST = "post"


class Applicant(StrEnum):
    """Who may apply."""

    CITIZEN = "citizen"
    OVERSEAS_VIETNAMESE = "overseas_vietnamese"
    FOREIGNER = "foreigner"
    COMPANY = "company"
    COOPERATIVE = "cooperative"
    ORGANISATION = "organisation"
    FOREIGN_ORGANISATION = "foreign_organisation"
    OFFICIAL = "official"


class TimeKind(StrEnum):
    KNOWN = "known"  # value and unit hold
    DEPENDS = "depends"  # the source says that it depends on the case
    UNKNOWN = "unknown"  # empty, or a number that has lost its unit


class TimeUnit(StrEnum):
    HOUR = "hour"
    WORKING_DAY = "working_day"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class TimeLimit(Record):
    kind: TimeKind
    value: int | None = Field(default=None, ge=1)
    unit: TimeUnit | None = None
    reason: str  # where value and unit were read, or why they are unknown


class FeeKind(StrEnum):
    NONE = "none"  # the source itself says that nothing is paid
    KNOWN = "known"  # at least one amount holds
    SET_ELSEWHERE = "set_elsewhere"  # the source names who, or which text, sets it
    UNKNOWN = "unknown"


class FeeType(StrEnum):
    """The fee resolution of Hanoi treats an appraisal fee differently."""

    FEE = "fee"  # lệ phí
    APPRAISAL = "appraisal"  # phí thẩm định
    OTHER = "other"  # phí, or not said


class Amount(Record):
    dong: int = Field(ge=0)
    type: FeeType = FeeType.OTHER
    per: str | None = None  # "hồ sơ", "giấy", "sản phẩm"
    what: str | None = None  # which case it holds for, at most 120 characters
    start: date | None = None
    end: date | None = None  # last day on which it holds; a reader compares with today


class UsdAmount(Record):
    """An amount that the source names in US dollars; it is never converted."""

    usd: int = Field(ge=1)
    per: str | None = None
    what: str | None = None


class Fee(Record):
    """What one way of filing costs.

    `kind` speaks of amounts in dong only: a fee in US dollars is UNKNOWN with `usd` filled.
    Read it through `bot.catalogue.rules.fee_on(fee, today)`, which leaves out what has ended.
    """

    kind: FeeKind
    amounts: tuple[Amount, ...] = ()
    usd: tuple[UsdAmount, ...] = ()
    set_by: str | None = None  # "Hội đồng nhân dân cấp tỉnh", "Thông tư 85/2019/TT-BTC"
    type: FeeType = FeeType.OTHER  # of the fee as a whole, for the rules on online fees
    exempt: tuple[str, ...] = ()  # who pays nothing, where the source says so: "hộ nghèo"
    reason: str


class Channel(Record):
    """One way of filing; a procedure may have several rows of one kind (different cases)."""

    kind: ChannelKind
    time: TimeLimit
    fee: Fee
    case: str | None = None  # what tells this row from its siblings, at most 120 characters


class PaperUse(StrEnum):
    SUBMIT = "submit"  # phải nộp
    SHOW = "show"  # phải xuất trình
    NOTE = "note"  # a remark in the list of papers, not a paper


class Form(Record):
    name: str
    url: str | None = None


class Paper(Record):
    """One document of a dossier: its first clause, never the notes glued to it."""

    name: str = Field(min_length=1, max_length=160)
    use: PaperUse = PaperUse.SUBMIT
    case: str | None = None  # the heading it stands under, when it tells cases apart
    originals: int | None = None
    copies: int | None = None
    forms: tuple[Form, ...] = ()


class LegalText(Record):
    number: str | None = None  # "23/2015/NĐ-CP"
    kind: str | None = None  # "Nghị định"
    title: str | None = None  # official title, at most 160 characters, where no number is given


class Flags(Record):
    """What the portal's API says and the gathered file mostly lacks; None is unknown."""

    fully_online: bool | None = None
    counter_only: bool | None = None
    non_boundary: bool | None = None  # any service point takes it


class Procedure(Record):
    code: str = Field(pattern=CODE_PATTERN)
    title: str = Field(min_length=1)
    field: str
    agency: str | None = None  # issuing ministry
    implementers: tuple[str, ...] = ()
    levels: tuple[Level, ...]
    channels: tuple[Channel, ...] = ()
    papers: tuple[Paper, ...] = ()
    results: tuple[str, ...] = ()
    legal_basis: tuple[LegalText, ...] = ()
    applicants: tuple[Applicant, ...] = ()
    decision: str | None = None
    flags: Flags = Flags()
    same_title: tuple[str, ...] = ()  # codes whose title is the same
    promulgated_by_hanoi: bool = False
    url: str | None = None
    asof: str = Field(pattern=MONTH_PATTERN)  # month of the source, "2026-07"
    sources: tuple[str, ...] = ()
    # Prose of the portal: only in a full-text import, never in the repository.
    steps: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()

    def without_prose(self) -> Procedure:
        """The same record with facts only: no steps, no conditions, no notes among papers."""
        papers = tuple(paper for paper in self.papers if paper.use is not PaperUse.NOTE)
        return self.model_copy(update={"papers": papers, "steps": (), "conditions": ()})
