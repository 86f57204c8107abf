"""The page on 127.0.0.1, until it is interrupted."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable

import uvicorn

from glossary.errors import GlossaryError
from glossary.review.app import Desk, app
from glossary.review.guard import Guard, new_token

HOST = "127.0.0.1"
"""Never another: the page is for the person at this machine."""


def serve(desk: Desk, project: str, port: int, started: Callable[[str], None]) -> None:
    """Serve the page on ``port`` (0: a free one), and call ``started`` with its address when it listens.

    Returns when interrupted.  Raises ``GlossaryError`` when the port is taken.
    """
    listener = _listen(port)
    token, chosen = new_token(), listener.getsockname()[1]
    guarded = Guard(app(desk, project), token, chosen)
    config = uvicorn.Config(
        guarded, log_level="error", access_log=False, server_header=False, ws="none", timeout_graceful_shutdown=2
    )
    started(f"http://{HOST}:{chosen}/{token}/")
    try:
        uvicorn.Server(config).run(sockets=[listener])
    finally:
        listener.close()


def _listen(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if (
        os.name == "posix"
    ):  # else the port stays taken for a minute after the last run; on Windows it means another thing
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()
    except (OSError, OverflowError) as error:
        listener.close()
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise GlossaryError(f"port {port} cannot be used: {reason}", hint="give another with --port") from None
    return listener
