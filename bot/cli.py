"""`motcua`: the command line of the product."""

from __future__ import annotations

import typer

from bot.care import cli as care
from bot.care.tickets import cli as tickets
from bot.cases import cli as cases
from bot.catalogue import cli as catalogue
from bot.catalogue import words_cli
from bot.guides import cli as guides
from bot.insight import cli as insight
from bot.learning import cli as learning
from bot.notices import cli as notices
from bot.places import cli as places
from bot.privacy import cli as privacy
from bot.retrieval import cli as retrieval
from bot.retrieval import import_cli
from bot.staff import cli as staff
from bot.web.privacy import open_privacy
from bot.web.talk import talk
from voice import cli as voice

app = typer.Typer(
    name="motcua",
    help="The assistant for Hanoi's administrative procedures.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,  # locals may hold what a citizen wrote
)
catalogue.app.command("import")(import_cli.import_)
app.add_typer(catalogue.app, name="catalogue", help="Import, compare and show the catalogue.")
app.add_typer(words_cli.app, name="words", help="People's words for procedures.")
app.add_typer(guides.app, name="guides")
app.add_typer(places.app, name="places")
app.add_typer(cases.app, name="case")
app.add_typer(care.app, name="callback")
app.add_typer(tickets.app, name="ticket")
app.add_typer(notices.app, name="notice")
app.add_typer(learning.app, name="learning")
app.add_typer(staff.app, name="staff")
app.add_typer(privacy.commands(open_privacy), name="privacy")
app.command()(retrieval.search)
app.command()(retrieval.evaluate)
app.command()(insight.report)
app.command()(talk)
app.command()(voice.call)
app.command()(voice.hear)
