"""Who may talk to the page: nobody but the browser tab that has its address.

The page listens on the loopback address only, and still every request is looked at, because every web site that the
browser shows can send requests there too:

* The path begins with a random token; a site that does not know it gets nothing, not even an error that tells.
  The browser is started with another one that works once and leads to it: the command line of a program can be read
  by the other users of a machine.
* The Host header must be ours: else a site could rebind its own name to 127.0.0.1 and read the answers.
* What changes something must come from our own origin, as JSON: no form and no other site can send that.  The headers
  Origin and Sec-Fetch-Site are set by the browser and cannot be forged by a site.
* No CORS header is ever sent, so that no site may read an answer.

See OWASP, "Cross-Site Request Forgery Prevention Cheat Sheet", and the Fetch Metadata specification of the W3C.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN_BYTES = 32
"""256 bits: not to be guessed."""
LONGEST_BODY = 64 * 1024
"""Bytes of a request; the longest note has fewer than 40,000."""
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
"""Sent with every answer, errors included."""


def new_token() -> str:
    """A secret for one run, safe in a URL."""
    return secrets.token_urlsafe(TOKEN_BYTES)


class Guard:
    """The application behind the rules above."""

    def __init__(self, app: ASGIApp, token: str, port: int, key: str = "") -> None:
        """``key`` opens the page once, by leading to its address; empty: none does."""
        self._app, self._token, self._key = app, token, key
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; anything but HTTP is closed."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        refused = self._refusal(scope)
        if refused is not None:
            await refused(scope, receive, send_guarded)
            return
        await self._app(
            {**scope, "path": "/" + scope["path"].partition("/")[2].partition("/")[2]}, receive, send_guarded
        )

    def _refusal(self, scope: Scope) -> Response | None:
        """Why a request gets no answer; None when it gets one."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if scope["type"] != "http" or host not in self._hosts:
            return PlainTextResponse("not here", 421)
        token = scope["path"].partition("/")[2].partition("/")[0].encode("utf-8", "replace")
        if self._key and secrets.compare_digest(token, self._key.encode()):
            self._key = ""
            return RedirectResponse(f"/{self._token}/", 303)
        if not secrets.compare_digest(token, self._token.encode()):
            return PlainTextResponse("not found", 404)
        if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return PlainTextResponse("not from another site", 403)
        if scope["method"] in ("GET", "HEAD"):
            return None
        if scope["method"] != "POST":
            return PlainTextResponse("not allowed", 405)
        if headers.get("origin") != f"http://{host}":
            return PlainTextResponse("not from another site", 403)
        if headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            return PlainTextResponse("JSON only", 415)
        return None
