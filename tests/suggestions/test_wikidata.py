"""``glossary fetch wikidata`` against a server on this machine."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner

from glossary.cli.fetch import command
from glossary.errors import GlossaryError
from glossary.suggestions import wikidata
from glossary.suggestions.files import load

PAGES = {
    "Kursk": {"pageprops": {"wikibase_item": "Q5218"}},
    "Sudzha": {"pageprops": {"wikibase_item": "Q147678"}},
    "Mercury": {"pageprops": {"wikibase_item": "Q12", "disambiguation": ""}},
}
MOVED = {"Soudja": "Sudzha"}
LABELS = {
    "Q5218": {"ko": {"language": "ko", "value": "쿠르스크"}, "uk": {"language": "uk", "value": "Курськ"}},
    "Q147678": {"ko": {"language": "en", "value": "Sudzha"}, "uk": {"language": "uk", "value": "Суджа | місто"}},
}


class Server(BaseHTTPRequestHandler):
    asked: list[dict[str, str]]
    busy: int
    status: int

    def do_GET(self):
        parameters = {key: values[0] for key, values in parse_qs(urlsplit(self.path).query).items()}
        type(self).asked.append({"path": urlsplit(self.path).path, "agent": self.headers["User-Agent"], **parameters})
        if type(self).busy:
            type(self).busy -= 1
            return self.reply({"error": {"code": "maxlag"}}, {"Retry-After": "7"})
        if type(self).status != 200:
            return self.reply({}, {}, type(self).status)
        if parameters["action"] == "query":
            titles = parameters["titles"].split("|")
            moved = [{"from": title, "to": MOVED[title]} for title in titles if title in MOVED]
            found = [
                {"title": name, **PAGES.get(name, {"missing": True})} for name in {MOVED.get(t, t) for t in titles}
            ]
            return self.reply({"query": {"redirects": moved, "pages": found}})
        items = parameters["ids"].split("|")
        return self.reply({"entities": {item: {"labels": LABELS[item]} for item in items}})

    def reply(self, answer, headers=None, status=200):
        body = json.dumps(answer).encode()
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    Server.asked, Server.busy, Server.status = [], 0, 200
    running = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()
    thread.join()


def fetched(server, cache, *names, languages=("ko", "uk"), pauses=None):
    get = wikidata.client("me@glossary.dev", "1.0", (pauses if pauses is not None else []).append)
    return list(wikidata.fetch(names, languages, get, cache, (f"{server}/w", f"{server}/d")))


def test_fetch(server, tmp_path):
    pauses = []
    found = fetched(server, tmp_path / "cache.jsonl", "Kursk", "Soudja", "Mercury", "No such", "Kursk", pauses=pauses)
    assert found == [
        wikidata.Found("Kursk", "Q5218", {"ko": "쿠르스크", "uk": "Курськ"}),
        wikidata.Found("Soudja", "Q147678", {"uk": "Суджа | місто"}),
        wikidata.Found("Mercury", "", {}),
        wikidata.Found("No such", "", {}),
    ]
    assert [(asked["path"], asked["action"]) for asked in Server.asked] == [("/w", "query"), ("/d", "wbgetentities")]
    assert {asked["agent"] for asked in Server.asked} == {"glossary/1.0 (me@glossary.dev) Python-urllib"}
    assert {asked["maxlag"] for asked in Server.asked} == {"5"}
    assert pauses == [1.0, 1.0]


def test_nothing_is_asked_for_twice(server, tmp_path):
    cache = tmp_path / "cache.jsonl"
    first = fetched(server, cache, "Kursk", "No such")
    with cache.open("a", encoding="utf-8") as file:
        file.write('{"name": "Sudzha", "it')  # killed while writing
    count = len(Server.asked)
    assert fetched(server, cache, "Kursk", "No such") == first
    assert len(Server.asked) == count
    assert fetched(server, cache, "Kursk", "Sudzha")[1].item == "Q147678"
    assert Server.asked[count]["titles"] == "Sudzha"


def test_batches_of_fifty(server, tmp_path):
    fetched(server, tmp_path / "cache.jsonl", *(f"Name {number}" for number in range(120)))
    assert [len(asked["titles"].split("|")) for asked in Server.asked] == [50, 50, 20]


def test_waits_while_the_servers_are_busy(server, tmp_path):
    Server.busy, pauses = 2, []
    fetched(server, tmp_path / "cache.jsonl", "Nobody", pauses=pauses)
    assert pauses == [7.0, 14.0, 1.0]
    Server.busy = 99
    with pytest.raises(GlossaryError, match="the servers are busy"):
        fetched(server, tmp_path / "other.jsonl", "Nobody")


def test_what_no_title_can_be_is_not_asked_for(server, tmp_path):
    assert fetched(server, tmp_path / "cache.jsonl", "a|b", "C#") == [
        wikidata.Found("a|b", "", {}),
        wikidata.Found("C#", "", {}),
    ]
    assert Server.asked == []


def test_unreachable(server, tmp_path):
    Server.status = 404
    with pytest.raises(GlossaryError, match="no answer: HTTP 404"):
        fetched(server, tmp_path / "cache.jsonl", "Kursk")
    with pytest.raises(GlossaryError, match="no answer: "):
        fetched("http://127.0.0.1:9", tmp_path / "cache.jsonl", "Kursk")


def test_command_writes_a_termbase(server, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(wikidata, "PAUSE", 0)
    arguments = ["wikidata", "Kursk", "Soudja", "Mercury", "--api", f"{server}/w", f"{server}/d"]
    with pytest.raises(GlossaryError, match="fetching needs a contact"):
        CliRunner().invoke(command, arguments, catch_exceptions=False)
    (tmp_path / "glossary.toml").write_text('contact = "me@glossary.dev"\nlanguages = ["ko", "uk"]\n')
    result = CliRunner().invoke(command, arguments, catch_exceptions=False)
    assert result.output.splitlines()[0] == "2 of 3 names found, written to terms/wikidata.tsv"
    assert (tmp_path / "terms/wikidata.tsv").read_text(encoding="utf-8") == (
        "# From Wikidata (https://www.wikidata.org), CC0.\nen\tko\tuk\treference\n"
        "Kursk\t쿠르스크\tКурськ\tWikidata Q5218\nSoudja\t\tСуджа / місто\tWikidata Q147678\n"
    )
    rows = load(tmp_path / "terms/wikidata.tsv", "terms/wikidata.tsv").rows
    assert [row.forms for row in rows] == [("Kursk",), ("Soudja",)]
