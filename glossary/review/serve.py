"""The page on 127.0.0.1, until it is interrupted."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Callable

import uvicorn

from glossary.errors import GlossaryError
from glossary.review.app import Desk, app
from glossary.review.guard import Guard, new_token

HOST = "127.0.0.1"
"""Never another: the page is for the person at this machine."""


def serve(desk: Desk, project: str, port: int, started: Callable[[str, str], None]) -> None:
    """Serve the page on ``port`` (0: a free one), and call ``started`` when it listens.

    It gets the page's address, and one that leads there once: for the command line of a browser, which others at this
    machine may read.

    Returns when interrupted.  Raises ``GlossaryError`` when the port is taken.
    """
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # a browser that leaves early must not end the program
    listener = _listen(port)
    token, key, chosen = new_token(), new_token(), listener.getsockname()[1]
    guarded = Guard(app(desk, project), token, chosen, key)
    config = uvicorn.Config(
        guarded, log_level="error", access_log=False, server_header=False, ws="none", timeout_graceful_shutdown=2
    )
    started(*(f"http://{HOST}:{chosen}/{secret}/" for secret in (token, key)))
    try:
        uvicorn.Server(config).run(sockets=[listener])
    except KeyboardInterrupt:
        pass  # how a user ends it
    finally:
        listener.close()


def _listen(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":  # on Windows the option means another thing
        # else the port stays taken for a minute after the last run
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()
    except (OSError, OverflowError) as error:
        listener.close()
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise GlossaryError(f"port {port} cannot be used: {reason}", hint="give another with --port") from None
    return listener
