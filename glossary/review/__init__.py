"""The coordinator's page, served on this machine: ``app`` answers, ``guard`` says to whom, ``serve`` listens.

What is shown and decided is somebody else's matter: a ``Desk``.  The only door of Starlette and uvicorn.
"""
