"""Documents recognized by a Dask cluster: the same as in one process; what is missing is told in one line."""

from __future__ import annotations

import logging
import os
import shutil
import signal
import sys
import time
from concurrent.futures import CancelledError
from dataclasses import replace
from pathlib import Path

import pytest

from glossary import basis, kept, pipeline, settings
from glossary.clusters import connecting, running, workers
from glossary.errors import GlossaryError, GlossaryErrors

distributed = pytest.importorskip("distributed", reason="the extra dask is not installed: pip install '.[dask]'")
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # sockets of killed workers

TEXTS = {
    "a.txt": "President Vladimir Putin met Kim Jong Un in Vladivostok, and said that they had agreed on a ceasefire.\n",
    "b.txt": "The Ministry of Defense of Ukraine said that the ceasefire had been broken in the night.\n",
    "c.txt": "El presidente del gobierno dijo ayer que la situación de la economía era mejor que antes.\n",
    "d.md": "# Talks\n\nThe United Nations Security Council (UNSC) met on Monday. The UNSC adopted Resolution 2270.\n",
    "e.txt": "NATO Secretary General Mark Rutte visited Kyiv. Rutte spoke of air defense and of the ceasefire.\n",
}


@pytest.fixture(scope="module")
def address():
    """Two workers."""
    quiet = {"dashboard_address": "127.0.0.1:0", "silence_logs": logging.CRITICAL}
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, **quiet) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def project(tmp_path, monkeypatch) -> settings.Settings:
    """A project of small documents, each of which is a part of its own."""
    monkeypatch.setattr(running, "SMALLEST", 1)
    monkeypatch.setattr(running, "FAN", 2)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "seeds" / name).write_text(text, encoding="utf-8")
    return settings.load(tmp_path)


def built(project: settings.Settings, progress=None, **more) -> tuple[object, ...]:
    """What a build comes to."""
    result = pipeline.build(project, (), progress, remember=False, **more)
    return (result.json_new, result.left_out, *(plan.new for plan in result.plans), *result.findings)


def test_the_glossary_does_not_depend_on_the_engine(project, address):
    seen: list[tuple[int, int]] = []
    local = built(project, engine="local")
    assert built(project, lambda done, total: seen.append((done, total)), engine="dask", scheduler=address) == local
    total = sum(len(text.encode()) for text in TEXTS.values())
    assert [total for _, total in seen] == [total] * len(TEXTS)
    assert seen == sorted(seen)
    assert seen[-1] == (total, total)
    assert b"Security Council" in local[0]


def test_without_a_scheduler_workers_are_started(project, run, snapshot):
    assert run(project.root, "build", "-q").code == 0
    expected = snapshot(project.root / "locales")
    for folder in ("locales", kept.FOLDER):
        shutil.rmtree(project.root / folder)
    ran = run(project.root, "build", "-q", "--engine", "dask", "-j", "1", "seeds/a.txt", "seeds")
    assert (ran.code, ran.err) == (0, "")
    assert snapshot(project.root / "locales") == expected


def test_what_a_lost_worker_had_others_do(project, address):
    expected = built(project, engine="local")
    with distributed.Client(address) as client:
        victims = iter([*client.run(os.getpid).values()][:1])

    def kill_one(*_):
        for pid in victims:
            os.kill(pid, signal.SIGKILL)

    assert built(project, kill_one, engine="dask", scheduler=address) == expected


def slow_at_first(part, folder: str) -> str:
    """On a worker: the first to come waits until the test is over."""
    first = Path(folder) / "first"
    try:
        first.touch(exist_ok=False)
    except FileExistsError:
        return "second"
    while first.exists():
        time.sleep(0.05)
    return "first"


def test_a_slow_part_is_done_by_another_worker(address, tmp_path, monkeypatch):
    monkeypatch.setattr(running, "SLOW_AFTER", 0.2)
    monkeypatch.setattr(running, "TICK", 0.1)
    with distributed.Client(address) as client:
        client.wait_for_workers(2)
        parts = [[(0, tmp_path)]]
        ((index, future),) = running._results(connecting.Cluster(client, {}), parts, slow_at_first, str(tmp_path))
        assert (index, future.result()) == (0, "second")
        (tmp_path / "first").unlink()


def test_workers_that_owe_a_result_are_named(address, tmp_path, monkeypatch):
    monkeypatch.setattr(running, "STUCK", 2)
    with distributed.Client(address) as client:
        client.run(repr, slow_at_first)  # loads it there, which may take seconds
        parts = [[(0, tmp_path)]]
        with pytest.raises(GlossaryError, match=r"^no result in 2 seconds from worker tcp://\S+; end it"):
            list(running._results(connecting.Cluster(client, {}), parts, slow_at_first, str(tmp_path)))
        (tmp_path / "first").unlink()


def test_a_build_whose_workers_are_all_gone_waits_minutes_and_not_an_hour(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "ALONE", 0.3)
    monkeypatch.setattr(running, "TICK", 0.1)
    with (
        distributed.LocalCluster(n_workers=0, processes=True, dashboard_address="127.0.0.1:0") as cluster,
        distributed.Client(cluster) as client,
        pytest.raises(GlossaryError, match=r"^no result in 0\.3 seconds because no worker is left; end it"),
    ):
        list(running._results(connecting.Cluster(client, {}), [[(0, tmp_path)]], slow_at_first, str(tmp_path)))


def test_documents_that_cannot_be_read_are_told_all_at_once(project, address):
    for name in ("b.txt", "e.txt"):
        (project.root / "seeds" / name).write_bytes(b"")
    with pytest.raises(GlossaryErrors) as local:
        built(project, engine="local")
    with pytest.raises(GlossaryErrors) as there:
        built(project, engine="dask", scheduler=address)
    assert str(there.value) == str(local.value)
    assert str(there.value).count("\n") == 1


def test_no_english_document(project, address):
    for name in ("a.txt", "b.txt", "d.md", "e.txt"):
        (project.root / "seeds" / name).unlink()
    with pytest.raises(GlossaryError, match=r"^no English document among the sources \(seeds/c.txt\)"):
        built(project, engine="dask", scheduler=address)


def test_a_document_that_workers_do_not_see(project, address, tmp_path, monkeypatch):
    read = running.parts
    there = [(0, tmp_path / "elsewhere.txt")]
    monkeypatch.setattr("glossary.clusters.parts", lambda files, threads: [*read(files, threads), there])
    with pytest.raises(GlossaryError, match=r"^worker tcp://\S+: elsewhere.txt is not to be seen there; give the wor"):
        built(project, engine="dask", scheduler=address)


def test_a_worker_without_the_model(project, address, monkeypatch):
    monkeypatch.setattr(workers, "versions", lambda _: {})
    with pytest.raises(GlossaryErrors) as caught:
        built(replace(project, model="en_no_such_model"), engine="dask", scheduler=address)
    for line in str(caught.value).splitlines():
        assert line.startswith("worker tcp://")
        assert line.endswith(
            ": the English model en_no_such_model is not installed; run: python -m spacy download en_no_such_model"
        )


def test_a_worker_with_another_version(project, address, monkeypatch):
    workers.versions.cache_clear()
    installed = basis.installed
    monkeypatch.setattr(basis, "installed", lambda name: "99.9" if name == "thinc" else installed(name))
    with pytest.raises(GlossaryErrors) as caught:
        built(project, engine="dask", scheduler=address)
    workers.versions.cache_clear()
    for line in str(caught.value).splitlines():
        assert line.startswith("worker tcp://")
        assert line.endswith(
            f": thinc is {installed('thinc')}, and 99.9 where the build was begun; install the same there as here"
        )


def test_a_worker_without_a_library(project, address, monkeypatch):
    def lacking(*_):
        raise ModuleNotFoundError("No module named 'spacy'")

    monkeypatch.setattr(workers, "ready", lacking)
    with pytest.raises(GlossaryErrors) as caught:
        built(project, engine="dask", scheduler=address)
    for line in str(caught.value).splitlines():
        assert line.startswith("worker tcp://")
        assert line.endswith(": cannot work: No module named 'spacy'; install the same there as here")


def test_a_worker_without_this_program(project, address, monkeypatch):
    monkeypatch.setattr(connecting, "_FOUND", connecting.partial(connecting.find_spec, "glossary_of_another_age"))
    with pytest.raises(GlossaryErrors) as caught:
        built(project, engine="dask", scheduler=address)
    scheduler, *others = str(caught.value).splitlines()
    lack = "has no glossary, or another version; install glossary[dask] there, the same as here"
    assert scheduler == f"the scheduler {address} {lack}"
    assert others
    assert all(line.startswith("worker tcp://") and line.endswith(lack) for line in others)


def test_a_worker_that_is_lost_meanwhile_is_not_blamed():
    class Client:
        def run(self, *_, **__):
            return {"tcp://a:1": distributed.comm.CommClosedError("in <TCP (closed)>"), "tcp://b:1": "found"}

        def run_on_scheduler(self, *_):
            return "found"

    connecting._find(Client(), "tcp://s:1")


def test_only_one_line_is_told(project, address):
    logging.getLogger("distributed.client").setLevel(logging.WARNING)  # as dask does where it is imported
    with connecting.connected(project, 0, address):
        assert logging.getLogger("distributed.client").level == logging.CRITICAL


@pytest.mark.parametrize("error", [distributed.comm.CommClosedError("in <TCP (closed)>"), CancelledError()])
def test_a_scheduler_that_is_lost(error):
    with pytest.raises(GlossaryError) as caught, connecting._told_when_lost():
        raise error
    assert str(caught.value) == (
        "the scheduler was lost, and with it what the workers had found; see that it runs, and build again"
    )


@pytest.mark.parametrize("scheduler", ["tcp://127.0.0.1:1", "nonsense", "http://127.0.0.1:1"])
def test_a_scheduler_that_cannot_be_reached(scheduler, project, run, monkeypatch):
    monkeypatch.setattr(connecting, "PATIENCE", 0.3)
    ran = run(project.root, "build", "--scheduler", scheduler)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"glossary: error: the scheduler {scheduler} cannot be reached: ")
    assert ran.err.endswith("; check the address, e.g. tcp://10.0.0.1:8786\n")
    assert ran.err.count("\n") == 1
    assert not (project.root / "locales").exists()


def test_a_scheduler_without_workers(project, monkeypatch):
    monkeypatch.setattr(connecting, "PATIENCE", 1)
    with (
        distributed.LocalCluster(n_workers=0, processes=False, dashboard_address=":0") as cluster,
        pytest.raises(GlossaryError, match=r"^no worker is at the scheduler \S+; start one: dask worker \S+ --nth"),
    ):
        built(project, engine="dask", scheduler=cluster.scheduler_address)


def test_the_extra_is_missing(project, run, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    ran = run(project.root, "build", "--engine", "dask")
    assert (ran.code, ran.err) == (
        2, "glossary: error: the engine dask is not installed; run: pip install 'glossary[dask]'\n",
    )  # fmt: skip


def test_what_the_cache_knows_is_not_sent_out_and_nothing_is_added(project, address):
    pipeline.build(project, jobs=1)
    file = project.root / kept.FOLDER / "documents.sqlite"
    before = file.read_bytes()
    expected = built(project, engine="local")
    assert built(project, engine="dask", scheduler="tcp://nobody.is.asked:1") == expected
    (project.root / "seeds" / "b.txt").write_text(TEXTS["e.txt"], encoding="utf-8")
    expected = built(project, engine="local")
    assert built(project, engine="dask", scheduler=address) == expected
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--engine", "local", "--scheduler", "tcp://x:1"], "--scheduler is for --engine dask, not for local."),
        (["--engine", "local", "-j", "2"], "--jobs has no say in one process."),
        (["--scheduler", ""], "--scheduler needs an address, e.g. tcp://10.0.0.1:8786."),
        (["--scheduler", "tcp://x:1", "-j", "2"], "--jobs has no say in the workers of a scheduler."),
    ],
)
def test_options_that_contradict_each_other(arguments, message, project, run):
    ran = run(project.root, "build", *arguments)
    assert (ran.code, ran.err) == (2, f"glossary: error: {message} see: glossary build --help\n")


def test_parts_are_of_one_size_and_in_order(tmp_path):
    files = []
    for number in range(40):
        path = tmp_path / f"{number:02}.txt"
        path.write_text("x" * 10_000)
        files.append((number, path))
    found = running.parts(files, 2)
    assert [item for part in found for item in part] == files
    assert [len(part) for part in found] == [6] * 6 + [4]
