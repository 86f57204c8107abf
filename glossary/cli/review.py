"""``glossary review``."""

from __future__ import annotations

import threading
import webbrowser

import click

from glossary import settings as settings_module
from glossary.cli import example
from glossary.errors import GlossaryError


@click.command("review", epilog=example("glossary review", "glossary review --port 8080 --no-browser"))
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port on 127.0.0.1; a free one without it.")
@click.option("--browser/--no-browser", default=True, help="Open the page in the browser.  [default: browser]")
def command(*, port: int, browser: bool) -> None:
    """Open a page on this machine where you decide what is undecided.

    Accept, reject, merge and split concepts, choose kinds and preferred forms, forbid forms, confirm and edit
    renderings. Decisions go to locales/decisions.toml and take effect with the next build; renderings go to the
    catalogs at once. Nobody else can open the page: its address holds a secret. Ctrl-C ends it.
    """
    try:
        from glossary.review.serve import serve  # noqa: PLC0415  (an extra)
    except ModuleNotFoundError as error:
        missing = f"the review page needs the package {error.name}"
        raise GlossaryError(missing, hint="run: pip install 'glossary[review]'") from None
    from glossary import reviewing  # noqa: PLC0415  (loads Babel and the readers)

    settings = settings_module.load()
    desk = reviewing.Desk(settings)

    def started(address: str, once: str) -> None:
        click.echo(f"Review page: {address}\nIt is on this machine only. Ctrl-C ends it.")
        threading.Thread(target=desk.warm_up, daemon=True).start()
        if browser:
            webbrowser.open(once)

    serve(desk, settings.project, port, started)
