"""Size and speed of the HTML report on a large project: 5,000 concepts, 500 documents of 600 words.

    python -m tests.benchmarks.bench_report [FILE.html]

With FILE, that report is measured instead.  *ready* is the time from the start of the navigation until the view is
drawn and every control works; *CPU* is what the page's main thread needed for it, which other work on the machine
does not change.  Medians of several runs.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from glossary.model import KINDS, Document, Finding, Glossary, Location, Occurrence, Segment, Suggestion
from glossary.reports.content import Content
from glossary.reports.html_report import report
from tests.pages.browser import ARGUMENTS, executable, playwright
from tests.reports.building import Rendered, concept

CONCEPTS = 5_000
DOCUMENTS = 500
WORDS = 600
RUNS = 5
VIEWS = ("overview", "terms", "documents", "findings")
LANGUAGES = {"ko": "Korean", "ja": "Japanese", "uk": "Ukrainian"}
_SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo za".split()


def content() -> Content:
    """A report of the size that a ministry's desk has after a year; the same in every run."""
    chance = random.Random(8)
    vocabulary = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(12_000)]
    forms = sorted({" ".join(chance.sample(vocabulary, k=chance.randint(1, 3))) for _ in range(CONCEPTS * 2)})[
        :CONCEPTS
    ]
    documents, places = [], {form: [] for form in forms}
    for number in range(DOCUMENTS):
        path, segments = f"seeds/{number:04}.txt", []
        for line in range(1, 9):
            words = chance.choices(vocabulary, k=WORDS // 8)
            used = chance.sample(forms, k=6)
            for form in used:
                words[chance.randrange(len(words))] = form
            text = " ".join(words).capitalize() + "."
            segments.append(Segment(text, Location(path, line)))
            for form in used:
                places[form].append(Occurrence(Location(path, line), form, text[:200]))
        documents.append(Document(path, f"Document {number}", tuple(segments)))
    entries = [_entry(form, places[form], chance) for form in forms]
    glossary = Glossary(tuple(entries), "model 1.0", tuple(document.path for document in documents))
    statuses = ("approved", "fuzzy")
    translations = {
        language: {entry.id: Rendered(f"{language} {entry.preferred}", chance.choice(statuses)) for entry in entries}
        for language in LANGUAGES
    }
    suggestions = {language: {entry.id: _suggested(entry.id, language) for entry in entries} for language in LANGUAGES}
    findings = tuple(
        Finding("T301", "error", f"“{entry.preferred}” is missing", Location("locales/ko/a.po", n), "ko", entry.id,
                f"A sentence with {entry.preferred} in it", "a translation of it", entry.preferred)
        for n, entry in enumerate(entries[:1000])
    )  # fmt: skip
    return Content("benchmark", glossary, LANGUAGES, translations, suggestions, findings, {}, tuple(documents))


def _suggested(identifier: str, language: str) -> list[Suggestion]:
    return [Suggestion(identifier, language, f"{identifier} 2", "a termbase 12345", 0.9)]


def _entry(form: str, places: list[Occurrence], chance: random.Random):
    return concept(
        form, f"{form}s", f"the {form}", kind=chance.choice(KINDS), occurrences=tuple(places[:50]),
        examples=tuple(places[:2]), count=len(places), documents=len({place.location.path for place in places}),
        why=("terms: adjective and noun; described", f"termhood 0.71: {form} is rarer than in general English"),
    )  # fmt: skip


def measure(path: Path) -> None:
    """Print size, and for each view milliseconds until it is ready and main-thread CPU."""
    print(f"size    {path.stat().st_size / 1e6:6.1f} MB")
    with playwright.sync_playwright() as player:
        browser = player.chromium.launch(executable_path=executable(), args=list(ARGUMENTS))
        for view in VIEWS:
            ready, cpu = zip(*(_open(browser, f"{path.resolve().as_uri()}#{view}") for _ in range(RUNS)), strict=True)
            print(f"ready   {sorted(ready)[RUNS // 2]:6.0f} ms, CPU {sorted(cpu)[RUNS // 2]:4.0f} ms  {view}")
        browser.close()


def _open(browser: playwright.Browser, address: str) -> tuple[float, float]:
    page = browser.new_page()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(address)
    page.wait_for_function("performance.getEntriesByName('ready').length")
    ready = page.evaluate("performance.getEntriesByName('ready')[0].startTime")
    metrics = {item["name"]: item["value"] for item in session.send("Performance.getMetrics")["metrics"]}
    page.close()
    return ready, metrics["ThreadTime"] * 1000


def main() -> None:
    """Measure the named report, or one made here."""
    if len(sys.argv) > 1:
        measure(Path(sys.argv[1]))
        return
    made = content()
    start = time.process_time()
    page = report(made)
    print(f"written {time.process_time() - start:6.1f} CPU s")
    with TemporaryDirectory() as folder:
        path = Path(folder, "report.html")
        path.write_bytes(page)
        measure(path)


if __name__ == "__main__":
    main()
