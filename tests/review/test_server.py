"""The server behind the page: who may ask, what is answered."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import tomllib
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="the extra review is not installed: pip install '.[review]'")
from starlette.testclient import TestClient

from glossary.catalogs import parse
from glossary.errors import GlossaryError
from glossary.review.app import app
from glossary.review.guard import HEADERS, LONGEST_BODY, Guard
from glossary.review.serve import serve
from glossary.reviewing.edits import VERBS, read_edit
from tests.reports.building import HOSTILE, concept

from .building import build, decisions, desk, korean, project

PORT = 8123
ORIGIN = f"http://127.0.0.1:{PORT}"
TOKEN = "secret"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def settings(tmp_path):
    return project(tmp_path)


@pytest.fixture
def client(settings) -> TestClient:
    return TestClient(Guard(app(desk(settings), "Korea desk"), TOKEN, PORT), base_url=ORIGIN)


def post(client: TestClient, path: str, value, **headers):
    sent = {"Origin": ORIGIN, "Content-Type": "application/json"} | {k.replace("_", "-"): v for k, v in headers.items()}
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return client.post(f"/{TOKEN}/{path}", content=data, headers={k: v for k, v in sent.items() if v is not None})


def test_the_page_and_its_parts(client):
    page = client.get(f"/{TOKEN}/")
    assert page.status_code == 200
    for address in re.findall(r'(?:src|href)="(assets/[^"]+)"', page.text):
        assert client.get(f"/{TOKEN}/{address}").status_code == 200
    script = client.get(f"/{TOKEN}/assets/review/main.js")
    assert script.headers["content-type"].startswith("text/javascript")
    for imported in re.findall(r'from "\./([a-z]+\.js)"', script.text):
        assert client.get(f"/{TOKEN}/assets/review/{imported}").status_code == 200
    assert re.findall(r"<script(?![^>]* src=)|<style|style=|onclick", page.text) == []


def test_every_answer_has_the_headers_that_protect(client):
    for path in (f"/{TOKEN}/", f"/{TOKEN}/queue", f"/{TOKEN}/nothing", "/wrong/"):
        answer = client.get(path)
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
        assert not [name for name in answer.headers if name.startswith("access-control")]


@pytest.mark.parametrize("path", ["", "/", "/queue", "/secre/queue", "/secret2/queue", "/%73ecret2/", "//secret/queue"])
def test_without_the_secret_there_is_nothing(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:80", "[::1]:8123", ""]
)
def test_another_host_name_gets_nothing(client, host):
    assert client.get(f"/{TOKEN}/queue", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": None}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": f"http://localhost:{PORT}"}, 403),
        ({"Origin": "http://127.0.0.1:9999"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content-Type": None}, 415),
    ],
)
def test_another_site_can_change_nothing(client, settings, headers, status, snapshot):
    before = snapshot(settings.root)
    assert post(client, "edits", {"verb": "accept", "concept": "drill"}, **headers).status_code == status
    assert snapshot(settings.root) == before


def test_another_site_cannot_read(client):
    assert client.get(f"/{TOKEN}/queue", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_not_allowed(client, method):
    assert client.request(method, f"/{TOKEN}/edits", headers={"Origin": ORIGIN}).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "assets/../../../../etc/passwd", "assets/..%2f..%2f..%2fetc%2fpasswd", "assets/%2e%2e/%2e%2e/etc/passwd",
        "assets//etc/passwd", "cards/..%2f..%2fglossary.toml", "cards/%00", "assets/review.html", "glossary.toml",
    ],
)  # fmt: skip
def test_no_path_reaches_the_files(client, path):
    answer = client.get(f"/{TOKEN}/{path}")
    assert answer.status_code in (404, 422)
    assert "root:" not in answer.text
    assert "Korea desk" not in answer.text


NONSENSE = [
    b"", b"{", b"[]", b"null", b"\xff\xfe", b'"x"', b"[" * 50_000,
    b'{"verb": "accept"' + b" " * (LONGEST_BODY + 1) + b"}",
]  # fmt: skip


@pytest.mark.parametrize("data", NONSENSE)
def test_a_body_that_is_none_is_refused(client, data):
    assert post(client, "edits", data).status_code in (400, 413)


@pytest.mark.parametrize(
    "value",
    [
        {}, {"verb": "explode", "concept": "drill"}, {"verb": "accept", "concept": 1},
        {"verb": "accept", "path": "/etc"}, {"verb": "accept", "concept": "../../etc"},
        {"verb": "note", "concept": "drill", "text": "x" * 10_001},
        {"verb": "prefer", "concept": "drill", "text": " "},
        {"verb": "forbid", "concept": "drill", "text": "..."}, {"verb": "accept", "concept": "drill", "language": "ko"},
        {"verb": "forbid", "concept": "drill", "text": "x" * 501},
    ],
)  # fmt: skip
def test_what_is_no_decision_is_refused(client, settings, value, snapshot):
    before = snapshot(settings.root)
    answer = post(client, "edits", value)
    assert (answer.status_code, list(answer.json())) == (422, ["error"])
    assert snapshot(settings.root) == before


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_understood(verb):
    assert read_edit({"verb": verb, "concept": "c", "text": "a  b\n\u2028c\ud800"}).text == "a b c\ufffd"


def test_numbers_that_are_none_are_refused(client):
    for value in ({"number": "1"}, {"number": True}, {}, {"number": 10**40}):
        assert post(client, "undo", value).status_code == 422
    assert client.get(f"/{TOKEN}/news?since=²").status_code == 200


def test_a_decision_its_undoing_and_a_late_one(client, settings):
    mark = client.get(f"/{TOKEN}/cards/drill").json()["mark"]
    made = post(client, "edits", {"verb": "reject", "concept": "drill", "seen": mark}).json()
    assert made["made"]["told"] == "Rejected “drill”"
    assert made["card"]["status"] == "rejected"
    late = post(client, "edits", {"verb": "accept", "concept": "drill", "seen": mark})
    assert (late.status_code, late.json()["card"]["status"]) == (409, "rejected")
    assert post(client, "undo", {"number": made["made"]["number"]}).json()["card"]["status"] == "undecided"
    assert client.get(f"/{TOKEN}/news?since={made['version']}").json()["version"] > made["version"]


def test_hostile_texts_are_only_texts(settings):
    build(settings, *(concept(text, identifier=f"e{n}") for n, text in enumerate(HOSTILE)))
    client = TestClient(Guard(app(desk(settings), HOSTILE[0]), TOKEN, PORT), base_url=ORIGIN)
    assert "<script>window" not in client.get(f"/{TOKEN}/").text
    for number, text in enumerate(HOSTILE):
        made = post(client, "edits", {"verb": "note", "concept": f"e{number}", "text": text})
        assert made.status_code == 200
        assert made.headers["content-type"] == "application/json"
    assert len(tomllib.loads(decisions(settings).read_text(encoding="utf-8"))["concept"]) == len(HOSTILE)


MANY = 240


@pytest.mark.parametrize("at_once", [1, 8])
def test_no_decision_is_lost_and_the_files_are_valid_at_every_moment(settings, at_once):
    """The same with a thousand decisions: tests/benchmarks/bench_review.py."""
    build(settings, *(concept(f"term {n}", f"form {n}") for n in range(MANY)))
    client = TestClient(Guard(app(desk(settings), "p"), TOKEN, PORT), base_url=ORIGIN)
    verbs = ({"verb": "accept"}, {"verb": "reject"}, {"verb": "note"}, {"verb": "render", "language": "ko"})
    edits = [
        verbs[n % 4] | {"concept": f"term-{n}", "text": f"text {n}" if "n" in verbs[n % 4]["verb"] else ""}
        for n in range(MANY)
    ]

    def decide(edit) -> int:
        status = post(client, "edits", edit).status_code
        if decisions(settings).is_file():
            tomllib.loads(decisions(settings).read_text(encoding="utf-8"))
        parse(korean(settings).read_bytes(), "ko.po")
        return status

    with client, ThreadPoolExecutor(at_once) as pool:
        assert set(pool.map(decide, edits)) == {200}
    data = tomllib.loads(decisions(settings).read_text(encoding="utf-8"))
    assert sorted(data["accept"]) == sorted(f"term {n}" for n in range(0, MANY, 4))
    assert sorted(data["reject"]) == sorted(f"term {n}" for n in range(1, MANY, 4))
    assert data["concept"] == {f"term {n}": {"note": f"text {n}"} for n in range(2, MANY, 4)}
    rendered = {e.msgid: e.msgstr for e in parse(korean(settings).read_bytes(), "ko.po").messages if e.msgstr}
    assert rendered == {f"term {n}": f"text {n}" for n in range(3, MANY, 4)}


def test_the_key_for_the_browser_opens_once(settings):
    guarded = Guard(app(desk(settings), "p"), TOKEN, PORT, "key")
    client = TestClient(guarded, base_url=ORIGIN, follow_redirects=False)
    assert client.get("/key/", headers={"Host": "evil.example"}).status_code == 421
    first = client.get("/key/")
    assert (first.status_code, first.headers["location"]) == (303, f"/{TOKEN}/")
    assert client.get("/key/").status_code == 404
    assert client.get("//").status_code == 404


def test_a_port_that_is_taken_is_one_line(settings):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(GlossaryError, match=f"port {port} cannot be used: .*; give another with --port"):
            serve(desk(settings), "p", port, lambda *_: pytest.fail("it is taken"))


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="no such signal on this system")
def test_a_browser_that_leaves_early_does_not_end_the_program_and_ctrl_c_does(settings):
    build(settings, *(concept(f"term {n}") for n in range(3000)))  # an answer too long for the buffers
    command = [sys.executable, "-m", "glossary", "review", "--no-browser"]
    with subprocess.Popen(
        command, cwd=settings.root, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout
        address = running.stdout.readline().split()[-1]
        host, _, path = address.removeprefix("http://").partition("/")
        name, port = host.split(":")
        for _ in range(20):
            with socket.socket() as leaving:
                leaving.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)  # so that most of the answer is waiting
                leaving.connect((name, int(port)))
                leaving.sendall(f"GET /{path}queue HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
                leaving.recv(65536)
        with urllib.request.urlopen(f"{address}news?since=0", timeout=30) as answer:
            assert answer.status == 200
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=30) == 0
