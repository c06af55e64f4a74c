"""`motcua privacy …`: people's requests and the end of kept data, for staff at the terminal."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, NoReturn

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot.privacy.held import Busy, UnknownSession
from bot.privacy.kinds import Counts
from bot.privacy.service import NotExpired, Privacy
from bot.settings import Settings, settings
from bot.store import StoreProblem, migrate

Session = Annotated[str, typer.Option(help="The session as the page or the app knows it.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only count what would be deleted.")]

LOOK_UPS_STAY = (
    "Nhật ký tra cứu hồ sơ, nếu có, ở lại đến hết hạn để chống dò mã; không còn biết là của ai."
)
NAMES = {
    "conversation": "cuộc trò chuyện",
    "turn": "lượt hỏi đáp",
    "feedback": "đánh giá",
    "events": "bước trong bộ nhớ của Rasa",
    "turn_log": "dòng nhật ký lượt hỏi",
    "survey": "điểm hài lòng",
    "case_lookup": "dòng nhật ký tra cứu hồ sơ",
    "log": "tệp nhật ký",
}


def commands(open_privacy: Callable[[Settings], Privacy]) -> typer.Typer:
    """The commands, over what `open_privacy` opens."""
    app = typer.Typer(no_args_is_help=True, help="What is kept: export, delete, expire.")

    @contextmanager
    def opened() -> Iterator[Privacy]:
        try:
            config = settings()
            migrate(config.database)
            privacy = open_privacy(config)
        except StoreProblem as problem:
            _stop(str(problem))
        try:
            yield privacy
        except UnknownSession:
            _stop("Không lưu gì của phiên này: mã phiên không đúng, hoặc đã được xóa.")
        except Busy:
            _stop("Cuộc trò chuyện đang có câu chưa trả lời xong; hãy thử lại sau ít giây.")
        except NotExpired as error:
            _stop(f"Còn dữ liệu quá hạn chưa xóa được ({error}); hãy chạy lại lệnh này.")
        except SQLAlchemyError as error:
            _stop(f"Cơ sở dữ liệu không trả lời ({type(error).__name__}); hãy chạy lại lệnh này.")
        finally:
            privacy.close()

    @app.command()
    def export(session: Session) -> None:
        """Print everything kept of one conversation as JSON, its fields explained."""
        with opened() as privacy:
            typer.echo(json.dumps(privacy.export(session), ensure_ascii=False, indent=2))

    @app.command()
    def delete(session: Session) -> None:
        """Delete everything kept of one conversation; the assistant may run meanwhile."""
        with opened() as privacy:
            typer.echo(f"Đã xóa: {_told(privacy.delete(session))}. {LOOK_UPS_STAY}")

    @app.command()
    def expire(dry_run: DryRun = False) -> None:
        """Delete what is past its period; the web does so by itself every hour."""
        with opened() as privacy:
            counts = privacy.expire(dry=dry_run)
            typer.echo(f"{'Sẽ xóa' if dry_run else 'Đã xóa'}: {_told(counts)}.")

    return app


def _told(counts: Counts) -> str:
    return ", ".join(f"{counts[table]} {name}" for table, name in NAMES.items() if table in counts)


def _stop(reason: str) -> NoReturn:
    typer.echo(reason, err=True)
    raise typer.Exit(1)
