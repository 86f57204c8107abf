"""The glossary as one self-contained HTML file: figures, documents with their terms, all terms, all findings.

It asks for nothing: styles, scripts and data are inside, and its Content-Security-Policy allows no other script or
style and no request at all.  Everything from documents, catalogs and decisions is escaped twice over: the template
escapes, and the policy lets nothing run that this program did not write.
"""

from __future__ import annotations

from markupsafe import Markup

from glossary import pages
from glossary.reports.content import STATUSES, Content
from glossary.reports.overview import overview
from glossary.reports.page_data import page_data

STYLES = ("base.css", "report.css")
SCRIPT = "js/report/main.js"


def report(content: Content) -> bytes:
    """The file, UTF-8; the same content gives the same bytes."""
    style = Markup("\n".join(pages.asset(name) for name in STYLES))  # noqa: S704  (our own files)
    script = pages.bundle(SCRIPT)
    page = pages.render(
        "report.html",
        content=content,
        overview=overview(content),
        statuses=STATUSES,
        data=pages.data(page_data(content)),
        style=style,
        script=script,
        policy=f"default-src 'none'; img-src data:; style-src '{pages.digest(style)}'; "
        f"script-src '{pages.digest(script)}'; base-uri 'none'; form-action 'none'",
    )
    return page.encode("utf-8", "replace")
