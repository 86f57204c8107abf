"""What the report and the review page are made of: templates, styles and scripts; the only door of Jinja2.

Nothing here knows what a glossary is.  Templates escape whatever is put into them; scripts put texts into the
page as texts, never as markup.
"""

from __future__ import annotations

import base64
import hashlib
import json
import posixpath
import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:const|function) (\w+)", re.MULTILINE)
_ESCAPES = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("glossary", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, **values: Any) -> str:
    """A page from one of the templates of this folder; every value that is no ``Markup`` is escaped."""
    return _environment().get_template(template).render(**values)


def asset(name: str) -> str:
    """The text of a style sheet or script of this folder."""
    return files("glossary.pages").joinpath(name).read_text(encoding="utf-8")


def bundle(entry: str) -> Markup:
    """The script ``entry`` with all those it imports, in one, for a page that must be one file.

    Each module becomes a function that gives its exports, so that their names do not meet; a module stands before
    those that import it.  Understood is what our scripts use: ``import { names } from "./path.js"``, ``export
    const`` and ``export function``.
    """
    modules: dict[str, str] = {}
    _collect(entry, modules)
    return Markup("const modules = {};\n" + "".join(modules.values()))  # noqa: S704  (our own files)


def _collect(name: str, modules: dict[str, str]) -> None:
    """Put the module ``name`` into ``modules``, behind those that it imports."""
    if name in modules:
        return
    text = asset(name)

    def imported(match: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), match[2]))
        _collect(path, modules)
        return f'const {match[1]} = modules["{path}"];\n'

    body = _IMPORT.sub(imported, text)
    exports = ", ".join(_EXPORT.findall(text))
    body = body.replace("\nexport ", "\n")
    modules[name] = f'modules["{name}"] = (() => {{\n{body}return {{ {exports} }};\n}})();\n'


def data(value: Any) -> Markup:
    """``value`` as JSON that is safe inside ``<script type="application/json">``: no ``<``, ``>`` or ``&`` in it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return Markup(text)  # noqa: S704  (escaped just above)


def digest(text: str) -> str:
    """What a Content-Security-Policy must name to allow just this inline script or style (CSP 3, section 2.3.1)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
