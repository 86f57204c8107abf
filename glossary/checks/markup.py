"""Rules T203 and T204: markup and addresses, which must come through a translation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from glossary.checks.finding import about
from glossary.expressions import expression
from glossary.model import Finding, Span
from glossary.units import CatalogFile, Translation

_TAG = expression(
    r"</?(?P<name>a|abbr|b|big|blockquote|br|button|center|cite|code|dd|del|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|"
    r"li|ol|p|pre|q|s|samp|select|small|span|strike|strong|sub|sup|table|tbody|td|textarea|th|thead|tr|tt|u|"
    r"ul|var)(?=[\s/>])[^<>]{0,2000}>",
    re.IGNORECASE,
)
_ROLE = expression(r"(?<![\w`]):(?P<role>[a-zA-Z][\w+.:-]{0,60}):`(?P<text>[^`]{1,1000})`")
_TARGET = expression(r"<([^<>]+)>\Z")
_LINK = expression(r"\]\((?!(?:[_&]?\w|\w+(?:\+\w+)+)\))(?P<target>[^()\s]{1,2000})(?:\s\"[^\"\n]{0,200}\")?\)")
_URL = expression(
    r"(?<![A-Za-z0-9])(?:https?|ftp)://(?P<host>[\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:/[^\s<>\"'`(){}|\\^\[\]“”‘’«»「」。，、]{0,2000})?"
)
_MAIL = expression(r"(?<![\w.+/:-])[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}")
_EMPHASIS = frozenset("b big code em i kbd s samp small strong sub sup tt u var".split())
"""Tags around words of a sentence: another word order may part what stands between two of them."""
_TEXT_ROLES = frozenset("term abbr dfn guilabel menuselection sup sub emphasis strong title index".split())
"""reST roles whose text is language: only their number must be the same."""


def markup(file: CatalogFile) -> Iterator[Finding]:
    """T203: an HTML tag, a reST role or the target of a Markdown link that is in one of the two texts only."""
    for translation in file.at(file.sources.having("<", ":`", "](") | file.texts.having("<", ":`", "](")):
        source, target = translation.source, translation.text
        if "<" in source or "<" in target:
            yield from _differences(file, translation, _tags)
        if ":`" in source or ":`" in target:
            yield from _differences(file, translation, _roles)
        if "](" in source or "](" in target:
            yield from _differences(file, translation, _links)


def _differences(
    file: CatalogFile, translation: Translation, find: Callable[[str], dict[str, list[Span]]]
) -> Iterator[Finding]:
    """One finding for what is missing and what is too much, naming the first of each."""
    wanted, have = find(translation.source), find(translation.text)
    missing = [
        spans[len(have.get(key, ())) :][0] for key, spans in wanted.items() if len(spans) > len(have.get(key, ()))
    ]
    if translation.unit.plural and _counted(find(translation.unit.plural)) == _counted(have):
        return  # "the box", "<b>%d</b> boxes": a form that also stands for 21 has the number
    extra = [
        spans[len(wanted.get(key, ())) :][0]
        for key, spans in have.items()
        if len(spans) > len(wanted.get(key, ())) and not _parted(key, wanted, have)
    ]
    lost = translation.source[slice(*missing[0])] if missing else ""
    added = translation.text[slice(*extra[0])] if extra else ""
    if not (lost or added):
        return
    message = f"{lost} is missing" if lost else f"{added} is not in the source"
    if lost and added:
        message = f"{lost} has become {added}"
    yield about("T203", file, translation, message, expected=lost, source_mark=missing[0] if missing else None,
                mark=extra[0] if extra else None)  # fmt: skip


def _counted(found: dict[str, list[Span]]) -> dict[str, int]:
    return {key: len(spans) for key, spans in found.items()}


def _parted(key: str, wanted: dict[str, list[Span]], have: dict[str, list[Span]]) -> bool:
    """Whether a tag too much only marks a phrase in two parts: "<b>2 of 3</b> files" → <b>3개</b> 중 <b>2개</b>."""
    name = key.removeprefix("/")
    return key in wanted and name in _EMPHASIS and len(have.get(name, ())) == len(have.get(f"/{name}", ()))


def _add(found: dict[str, list[Span]], key: str, span: Span) -> None:
    found.setdefault(key, []).append(span)


def _tags(text: str) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for match in _TAG.finditer(text):
        end = "/" if match[0][1] == "/" else ""
        _add(found, end + match["name"].lower(), match.span())
    return found


def _roles(text: str) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for match in _ROLE.finditer(text):
        inner = match["text"]
        target = _TARGET.search(inner)
        name = match["role"].rpartition(":")[2].lower()
        key = name if name in _TEXT_ROLES and not target else f"{name} {(target[1] if target else inner).lstrip('~!')}"
        _add(found, key, match.span())
    return found


def _links(text: str) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for match in _LINK.finditer(text):
        if "://" not in match["target"]:  # addresses may have a page in the language: rule T204 looks at them
            _add(found, match["target"], match.span("target"))
    return found


def addresses(file: CatalogFile) -> Iterator[Finding]:
    """T204: a web or e-mail address of the source that the translation lacks, also on another page of its site."""
    for translation in file.at(file.sources.having("://", "@")):
        source, target = translation.source, translation.text
        if "://" in source:
            hosts = Counter(_site(match["host"]) for match in _URL.finditer(target))
            for match in _URL.finditer(source):
                site = _site(match["host"])
                hosts[site] -= 1
                if hosts[site] < 0 and match[0].rstrip(".,;:!?") not in target:
                    url = match[0].rstrip(".,;:!?")
                    yield about("T204", file, translation, f"the address {url} is missing", source_mark=match.span(),
                                expected=url)  # fmt: skip
                    break
        if "@" in source:
            for match in _MAIL.finditer(source):
                if match[0] not in target:
                    yield about("T204", file, translation, f"the address {match[0]} is missing",
                                source_mark=match.span(), expected=match[0])  # fmt: skip
                    break


def _site(host: str) -> str:
    """The last two parts of a host's name: ``uk.wikipedia.org`` and ``en.wikipedia.org`` are one site."""
    return ".".join(host.lower().rstrip(".").split(".")[-2:])
