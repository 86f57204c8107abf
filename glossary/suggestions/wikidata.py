"""Wikidata → a local TSV termbase: the only place of this program that uses the network, and only when asked.

English names are looked up as titles of English Wikipedia (redirects followed, disambiguation pages left out), their
items' labels taken in the wanted languages.  Wikidata's labels are CC0.  Polite as
https://www.mediawiki.org/wiki/API:Etiquette asks: one request at a time, 50 names each, a pause between them, a
User-Agent with a contact, ``maxlag``, ``Retry-After`` obeyed.  Every answer is kept in a cache, so a run that was
interrupted goes on where it stopped and asks for nothing twice.
"""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from glossary.errors import GlossaryError
from glossary.expressions import expression

WIKIPEDIA = "https://en.wikipedia.org/w/api.php"
WIKIDATA = "https://www.wikidata.org/w/api.php"
BATCH = 50
"""Names per request: the API's limit for clients that are no bots."""
PAUSE = 1.0
"""Seconds between two requests."""
MAXLAG = 5
"""Seconds of replication lag from which on the servers are to refuse us (the value that the etiquette recommends)."""
TRIES = 5
"""Attempts per request while the servers are busy."""
TIMEOUT = 30
"""Seconds to wait for an answer."""

_NO_TITLE = expression(r"[|#<>\[\]{}]|^.{200}")
"""What the title of a Wikipedia article cannot have (https://en.wikipedia.org/wiki/WP:NCTR)."""

Get = Callable[[str, Mapping[str, str]], Mapping[str, Any]]
"""Address and parameters → the JSON object."""


@dataclass(frozen=True, slots=True)
class Found:
    """What Wikidata says of one English name."""

    name: str
    item: str
    """Q number; empty when there is no such article, or a disambiguation page."""
    labels: Mapping[str, str]
    """Language → label."""


def client(contact: str, version: str, pause: Callable[[float], None] = time.sleep) -> Get:
    """A function that asks the servers; ``pause`` waits for seconds.

    It raises ``GlossaryError`` when they cannot be reached or stay busy.
    """
    agent = f"glossary/{version} ({contact}) Python-urllib"

    def get(address: str, parameters: Mapping[str, str]) -> Mapping[str, Any]:
        query = urllib.parse.urlencode({**parameters, "format": "json", "formatversion": "2", "maxlag": str(MAXLAG)})
        request = urllib.request.Request(f"{address}?{query}", headers={"User-Agent": agent})  # noqa: S310  (checked)
        for attempt in range(1, TRIES + 1):
            answer, wait = _answer(request)
            if answer is not None:
                pause(PAUSE)
                return answer
            pause(wait * attempt)
        raise GlossaryError("the servers are busy", path=address, hint="run again later: what was fetched is kept")

    return get


def _answer(request: urllib.request.Request) -> tuple[Mapping[str, Any] | None, float]:
    """The answer; or None and the seconds to wait before the next attempt."""
    busy = float(MAXLAG)
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as response:  # noqa: S310  (an API's address)
            answer = json.loads(response.read())
            busy = float(response.headers.get("Retry-After") or busy)
    except urllib.error.HTTPError as error:
        if error.code in (429, 503):
            return None, float(error.headers.get("Retry-After") or busy)
        raise _unreachable(request, f"HTTP {error.code}") from None
    except (OSError, ValueError) as error:
        raise _unreachable(request, str(getattr(error, "reason", error))) from None
    if not isinstance(answer, dict):
        raise _unreachable(request, "no JSON object")
    if "error" in answer:
        if answer["error"].get("code") == "maxlag":
            return None, busy
        raise _unreachable(request, str(answer["error"].get("info", answer["error"])))
    return answer, 0.0


def _unreachable(request: urllib.request.Request, reason: str) -> GlossaryError:
    address = request.full_url.partition("?")[0]
    return GlossaryError(f"no answer: {reason}", path=address, hint="run again: what was fetched is kept")


def fetch(
    names: Iterable[str],
    languages: Sequence[str],
    get: Get,
    cache: Path,
    addresses: tuple[str, str] = (WIKIPEDIA, WIKIDATA),
) -> Iterator[Found]:
    """What Wikidata knows of each name, in the order of ``names``; ``cache`` is read first and added to.

    A name that is cached with all ``languages`` is not asked for again.
    """
    wanted = list(dict.fromkeys(names))
    known = {name: Found(name, "", {}) for name in wanted if _NO_TITLE.search(name)} | _cached(cache, languages)
    missing = [name for name in wanted if name not in known]
    cache.parent.mkdir(parents=True, exist_ok=True)
    for start in range(0, len(missing), BATCH):
        batch = missing[start : start + BATCH]
        with cache.open("a", encoding="utf-8") as file:
            for found in _batch(batch, languages, get, addresses):
                record = {"name": found.name, "item": found.item, "languages": list(languages), "labels": found.labels}
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
                known[found.name] = found
    for name in wanted:
        yield known[name]


def _cached(cache: Path, languages: Sequence[str]) -> dict[str, Found]:
    """What is in the cache for all of ``languages``; a last line that a killed run left unfinished is skipped."""
    known: dict[str, Found] = {}
    if not cache.is_file():
        return known
    for line in cache.read_text(encoding="utf-8").splitlines():
        try:
            record = json.loads(line)
        except ValueError:
            continue
        if set(languages) <= set(record["languages"]):
            labels = {language: record["labels"][language] for language in languages if language in record["labels"]}
            known[record["name"]] = Found(record["name"], record["item"], labels)
    return known


def _batch(names: Sequence[str], languages: Sequence[str], get: Get, addresses: tuple[str, str]) -> Iterator[Found]:
    """Two requests: titles → items, items → labels."""
    parameters = {
        "action": "query", "titles": "|".join(names), "redirects": "1", "prop": "pageprops",
        "ppprop": "wikibase_item|disambiguation",
    }  # fmt: skip
    query = get(addresses[0], parameters).get("query", {})
    moved = {step["from"]: step["to"] for key in ("normalized", "redirects") for step in query.get(key, ())}
    properties = {page.get("title"): page.get("pageprops", {}) for page in query.get("pages", ())}
    items = {}
    for name in names:
        title = name
        for _ in range(3):  # normalized, then redirected, then nothing
            title = moved.get(title, title)
        found = properties.get(title, {})
        items[name] = "" if "disambiguation" in found else found.get("wikibase_item", "")
    labels = _labels([item for item in dict.fromkeys(items.values()) if item], languages, get, addresses[1])
    for name, item in items.items():
        yield Found(name, item, labels.get(item, {}))


def _labels(items: Sequence[str], languages: Sequence[str], get: Get, address: str) -> dict[str, dict[str, str]]:
    """Item → language → label; labels that a server filled in from another language are left out."""
    if not items:
        return {}
    parameters = {
        "action": "wbgetentities", "ids": "|".join(items), "props": "labels", "languages": "|".join(languages),
    }  # fmt: skip
    entities = get(address, parameters).get("entities", {})
    return {
        item: {
            language: label["value"]
            for language, label in entity.get("labels", {}).items()
            if language in languages and label.get("language") == language
        }
        for item, entity in entities.items()
    }


def table(found: Iterable[Found], languages: Sequence[str]) -> bytes:
    """The TSV termbase: sorted, one row for each name that has a label in some language."""
    rows = sorted(
        "\t".join((one.name, *(_cell(one.labels.get(language, "")) for language in languages), f"Wikidata {one.item}"))
        for one in found
        if one.labels
    )
    head = ["# From Wikidata (https://www.wikidata.org), CC0.", "\t".join(("en", *languages, "reference"))]
    return ("\n".join((*head, *rows)) + "\n").encode()


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "/")
