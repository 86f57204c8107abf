"""The page and its questions and answers, as a Starlette application.

``GET``: the page itself, ``assets/NAME`` from a fixed list, ``queue``, ``cards/ID``, ``news?since=N``.  ``POST``, JSON:
``edits`` (one decision), ``undo`` {"number"}, ``put-back`` {"numbers"}.  An answer that is none has an ``error``; with
status 409 also the ``card`` as it is now.  Nothing in a request is ever taken for a path.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from glossary import pages
from glossary.errors import GlossaryError
from glossary.review.guard import LONGEST_BODY

STYLES = ("base.css", "review.css")
SCRIPTS = (
    "dom.js",
    "theme.js",
    *(f"review/{name}.js" for name in ("main", "server", "store", "list", "card", "dialogs", "actions")),
)


class Desk(Protocol):
    """Who answers the questions and carries decisions out."""

    def queue(self) -> dict[str, Any]:
        """Everything but the cards."""

    def news(self, since: int) -> dict[str, Any]:
        """What changed since a version."""

    def card(self, identifier: str) -> dict[str, Any]:
        """Everything about one concept."""

    def decide(self, value: Any) -> dict[str, Any]:
        """Carry out the decision in a parsed JSON value."""

    def undo(self, number: int) -> dict[str, Any]:
        """Take one back."""

    def put_back(self, numbers: Iterable[int]) -> dict[str, Any]:
        """Make lost ones again."""


def app(desk: Desk, project: str) -> Starlette:
    """The application; to be put behind a ``Guard``."""
    assets = {name: (pages.asset(name), "text/css") for name in STYLES}
    assets |= {name: (pages.asset(f"js/{name}"), "text/javascript") for name in SCRIPTS}
    page = pages.render("review.html", project=project, styles=STYLES)

    async def index(_request: Request) -> Response:
        return HTMLResponse(page)

    async def asset(request: Request) -> Response:
        found = assets.get(request.path_params["name"])
        if found is None:
            raise HTTPException(404)
        return Response(found[0], media_type=found[1])

    async def queue(_request: Request) -> Response:
        return await _answer(desk.queue)

    async def card(request: Request) -> Response:
        identifier: str = request.path_params["identifier"]
        return await _answer(lambda: desk.card(identifier))

    async def news(request: Request) -> Response:
        since = request.query_params.get("since", "")
        return await _answer(lambda: desk.news(int(since) if since.isascii() and since.isdigit() else 0))

    async def edits(request: Request) -> Response:
        value = await _body(request)
        return await _answer(lambda: desk.decide(value))

    async def undo(request: Request) -> Response:
        value = await _body(request)
        return await _answer(lambda: desk.undo(_number(value.get("number"))))

    async def put_back(request: Request) -> Response:
        value = await _body(request)
        return await _answer(lambda: desk.put_back([_number(item) for item in value.get("numbers", ())]))

    return Starlette(
        routes=[
            Route("/", index),
            Route("/assets/{name:path}", asset),
            Route("/queue", queue),
            Route("/cards/{identifier}", card),
            Route("/news", news),
            Route("/edits", edits, methods=["POST"]),
            Route("/undo", undo, methods=["POST"]),
            Route("/put-back", put_back, methods=["POST"]),
        ]
    )


async def _answer(work: Callable[[], Mapping[str, Any]]) -> Response:
    """What ``work``, done beside the event loop, gives; an error of the input as an answer."""
    try:
        return JSONResponse(await run_in_threadpool(work))
    except GlossaryError as error:
        found = {"error": str(error)}
        card = getattr(error, "card", None)
        return JSONResponse(found, 422) if card is None else JSONResponse(found | {"card": card}, 409)


async def _body(request: Request) -> dict[str, Any]:
    """The JSON object in a request's body."""
    data = b""
    async for piece in request.stream():
        data += piece
        if len(data) > LONGEST_BODY:
            raise HTTPException(413)
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        raise HTTPException(400) from None
    if not isinstance(value, dict):
        raise HTTPException(400)
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise GlossaryError("not a number of a decision")
    return value
