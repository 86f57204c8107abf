"""A thousand decisions on the review page of 5,000 concepts: one after another, then 8 at a time; none may be lost.

    python -m tests.benchmarks.bench_review

Acceptances, rejections, notes and Korean renderings, posted to the real server.  All the while the files are read
and parsed: they must be valid at every moment, and hold every decision at the end.  Milliseconds are those of the
client, with both cores at work on the two sides.
"""

from __future__ import annotations

import http.client
import json
import threading
import time
import tomllib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from glossary.catalogs import parse
from glossary.settings import Settings
from tests.pages.serving import review
from tests.reports.building import concept
from tests.review.building import build, decisions, korean, project

CONCEPTS = 5_000
DECISIONS = 1_000
AT_ONCE = (1, 8)
VERBS = ("accept", "reject", "note", "render")


def edit(number: int) -> Mapping[str, str]:
    """The decision about a concept: each of the verbs in turn."""
    verb = VERBS[number % len(VERBS)]
    text = f"text {number}" if verb in ("note", "render") else ""
    return {"verb": verb, "concept": f"term-{number}", "text": text, "language": "ko" if verb == "render" else ""}


def post(host: str, path: str, value: Mapping[str, str]) -> float:
    """Milliseconds until the answer, which must be a success."""
    start = time.perf_counter()
    connection = http.client.HTTPConnection(host, timeout=60)
    headers = {"Origin": f"http://{host}", "Content-Type": "application/json"}
    connection.request("POST", f"{path}edits", json.dumps(value), headers)
    answer = connection.getresponse()
    said = answer.read()
    connection.close()
    if answer.status != 200:
        raise SystemExit(f"{answer.status}: {said!r}")
    return (time.perf_counter() - start) * 1000


def look(settings: Settings, done: threading.Event) -> int:
    """Parse the files again and again until ``done``; how often. Raises when one of them is not valid."""
    count = 0
    while not done.wait(0.01):
        tomllib.loads(decisions(settings).read_text(encoding="utf-8"))
        parse(korean(settings).read_bytes(), "ko.po")
        count += 1
    return count


def lost(settings: Settings) -> list[int]:
    """Numbers of the decisions that the files do not hold."""
    data = tomllib.loads(decisions(settings).read_text(encoding="utf-8"))
    rendered = {entry.msgid: entry.msgstr for entry in parse(korean(settings).read_bytes(), "ko.po").messages}
    holds = {
        "accept": lambda form, _: form in data["accept"],
        "reject": lambda form, _: form in data["reject"],
        "note": lambda form, text: data["concept"].get(form, {}).get("note") == text,
        "render": lambda form, text: rendered[form] == text,
    }
    return [n for n in range(DECISIONS) if not holds[edit(n)["verb"]](f"term {n}", edit(n)["text"])]


def run(at_once: int) -> None:
    """One server, one thousand decisions."""
    with TemporaryDirectory() as folder:
        settings = project(Path(folder))
        build(settings, *(concept(f"term {n}", f"form {n}", count=1) for n in range(CONCEPTS)))
        done = threading.Event()
        with review(Path(folder)) as address, ThreadPoolExecutor(1) as beside, ThreadPoolExecutor(at_once) as pool:
            host, _, path = address.removeprefix("http://").partition("/")
            post(host, f"/{path}", {"verb": "accept", "concept": f"term-{CONCEPTS - 1}"})
            looks = beside.submit(look, settings, done)
            start = time.perf_counter()
            times = sorted(pool.map(lambda n: post(host, f"/{path}", edit(n)), range(DECISIONS)))
            seconds = time.perf_counter() - start
            done.set()
        print(
            f"{at_once} at a time: {DECISIONS} decisions in {seconds:.1f} s, median {times[len(times) // 2]:.0f} ms, "
            f"99 % {times[len(times) * 99 // 100]:.0f} ms; files valid at each of {looks.result()} looks; "
            f"lost: {lost(settings) or 'none'}"
        )


def main() -> None:
    """Both ways."""
    for at_once in AT_ONCE:
        run(at_once)


if __name__ == "__main__":
    main()
