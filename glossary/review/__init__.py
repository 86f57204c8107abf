"""The coordinator's page on this machine: ``edits`` says what people may decide, ``app`` serves the page.

Decisions become changes of ``decisions.toml`` that keep its comments and order; what is shown and asked comes from the
glossary, the catalogs and the decisions as they are.  The only door of tomlkit, Starlette and uvicorn.
"""
