"""`motcua staff …`: accounts of staff, for who keeps the service; the first admin is made here."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from bot.settings import settings
from bot.staff.accounts import AccountProblem, Accounts
from bot.staff.passwords import TooWeak
from bot.staff.roles import Role
from bot.store import Store, StoreProblem, migrate

_CHANGE = " Mật khẩu này phải đổi ở lần đăng nhập đầu tiên."

app = typer.Typer(no_args_is_help=True, help="Accounts of staff.")


@app.command()
def add(
    login: str,
    name: Annotated[str, typer.Option(help="As it is shown to colleagues.")],
    role: Annotated[Role, typer.Option()],
    subject: Annotated[
        str, typer.Option(help="Who it is at the OpenID issuer; then no password is asked for.")
    ] = "",
) -> None:
    """Add an account. The password is typed, or the first line of standard input; whoever signs in
    by it has to change it first."""
    with _opened() as accounts:
        password = None if subject else _password()
        accounts.add(None, login, name, role, password=password, subject=subject or None)
    typer.echo(f"Đã thêm tài khoản {login} ({role.label}).{'' if subject else _CHANGE}")


@app.command("list")
def list_() -> None:
    """Login, role, whether it is active, how it signs in, name."""
    with _opened() as accounts:
        for one in accounts.all():
            ways = [
                *(["password"] if one.has_password else []),
                *(["OpenID"] if one.subject else []),
            ]
            state = "active" if one.active else "deactivated"
            typer.echo(f"{one.login}\t{one.role}\t{state}\t{'+'.join(ways)}\t{one.name}")


@app.command()
def deactivate(login: str) -> None:
    """Take away access at once; the account stays, because the audit log names it."""
    with _opened() as accounts:
        accounts.set_active(None, login, False)
    typer.echo(f"Đã ngừng tài khoản {login}.")


@app.command()
def password(login: str) -> None:
    """Set a new password, typed or the first line of standard input; ends all its sessions."""
    with _opened() as accounts:
        accounts.set_password(None, login, _password())
    typer.echo(f"Đã đổi mật khẩu của {login}.{_CHANGE}")


def _password() -> str:
    """Never an argument: those stand in the shell's history and in lists of processes."""
    if sys.stdin.isatty():
        typed: str = typer.prompt("Mật khẩu", hide_input=True, confirmation_prompt="Nhập lại")
        return typed
    return sys.stdin.readline().rstrip("\r\n")


@contextmanager
def _opened() -> Iterator[Accounts]:
    config = settings()
    try:
        migrate(config.database)
        store = Store(config.database)
    except StoreProblem as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(1) from None
    try:
        yield Accounts(store)
    except (AccountProblem, TooWeak) as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(1) from None
    finally:
        store.close()
