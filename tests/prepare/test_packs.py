"""What is mailed to translators and comes back: nothing is lost, nothing newer is overwritten, nothing is trusted."""

from __future__ import annotations

import io
import shutil
import stat
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polib
import pytest

from glossary import packing, unpacking
from glossary.errors import GlossaryError

from .making import Project, concept

KO = "locales/ko/LC_MESSAGES/seeds.a.md.po"
TERMS = "locales/ko/LC_MESSAGES/glossary.po"
FIRST = "The ministers signed the agreement."
SECOND = "It holds for ten years, they said."
DOCUMENT = f"# Port Amity\n\n{FIRST}\n\n{SECOND}\n"
GLOSSARY = """\
msgid ""
msgstr ""
"Project-Id-Version: glossary 1.0\\n"
"PO-Revision-Date: 2026-01-01 00:00+0000\\n"
"Last-Translator: Automatically generated <terms@glossary.dev>\\n"
"Language: ko\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#. kind: term
msgctxt "term"
msgid "agreement"
msgstr "합의"

#. kind: person
#. suggested: 김정은 [termbase]
#, fuzzy
msgctxt "person"
msgid "Kim Jong Un"
msgstr "김정은"
"""


@pytest.fixture
def project(tmp_path) -> Project:
    project = Project(tmp_path)
    project.put("glossary.toml", 'languages = ["ko"]\n')
    project.put("seeds/a.md", DOCUMENT)
    project.glossary(concept("agreement"), concept("kim", "Kim Jong Un", kind="person"))
    project.put(TERMS, GLOSSARY)
    project.prepare()
    return project


Edit = Callable[[polib.POFile], None]


def sent_back(project: Project, edit: Edit, name: str = "seeds.a.md.po", *, note: bool = True) -> Path:
    """The pack of now with one catalog edited as a program edits it."""
    made = packing.pack(project.settings, "ko")
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        files = {info.filename: archive.read(info) for info in archive.infolist()}
    path = project.settings.root / "edited.po"
    path.write_bytes(files[f"po/{name}"])
    catalog = polib.pofile(str(path), wrapwidth=60)
    edit(catalog)
    catalog.save()
    files[f"po/{name}"] = path.read_bytes()
    if not note:
        del files["pack.json"]
    return archived(project, {f"from Olena/{name}": data for name, data in files.items()})


def archived(project: Project, files: dict[str, bytes]) -> Path:
    path = project.settings.root / "back.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def translating(translations: dict[str, str], *, fuzzy: bool = False) -> Edit:
    def edit(catalog: polib.POFile) -> None:
        for entry in catalog:
            if entry.msgid in translations:
                entry.msgstr = translations[entry.msgid]
                entry.flags = ["fuzzy"] if fuzzy else []

    return edit


def unpack(project: Project, path: Path, **options) -> unpacking.Unpacking:
    result = unpacking.unpack(project.settings, path, **options)
    unpacking.write(result)
    assert unpacking.unpack(project.settings, path, **options).changed == ()  # a second time nothing changes
    return result


def test_a_pack_is_the_same_for_the_same_files(project):
    made = packing.pack(project.settings, "ko")
    assert made.data == packing.pack(project.settings, "ko").data
    assert made.files == (
        "README.txt", "po/glossary.po", "po/seeds.a.md.po",
        "glossary/omegat.utf8", "glossary/glossary.tbx", "pack.json",
    )  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        assert archive.read("glossary/omegat.utf8").decode() == "agreement\t합의\n"
        assert archive.read("README.txt").decode().split("\nHow to work")[0] == (
            "glossary 1.0: translation from English into Korean (ko)\n\n"
            "Deadline  not set\n"
            "Contact   terms@glossary.dev\n\n"
            "To do             Segments  Words  of all words\n"
            "po/glossary.po           1      3             4\n"
            "po/seeds.a.md.po         3     14            14\n"
            "All                      4     17            18\n\n"
            "Prefilled: 1 of the open segments (3 words) have a fuzzy text to start from.\n\n"
            "Terms without a confirmed rendering: 1\n"
            "  Kim Jong Un\n"
        )


def test_a_catalog_in_one_language_never_fills_that_of_another(project):
    settings = replace(project.settings, languages=("ko", "uk"))
    project.put("back.po", GLOSSARY.replace("Language: ko", "Language: uk_UA"))
    before = project.get(TERMS)
    with pytest.raises(GlossaryError, match=r"back.po: its header says uk, not ko; correct its header, or leave out"):
        unpacking.unpack(settings, settings.root / "back.po", language="ko")
    assert project.get(TERMS) == before


def test_translations_are_taken(project):
    result = unpack(project, sent_back(project, translating({FIRST: "서명했다.", SECOND: "십 년이다."})))
    assert project.messages(KO) == [
        ("open", "Port Amity", ""),
        ("done", FIRST, "서명했다."),
        ("done", SECOND, "십 년이다."),
    ]
    (terms, document) = result.returned
    assert (terms.same, terms.plan.changed) == (2, False)
    assert [(pair.msgid, pair.ours, pair.theirs) for pair in document.taken] == [
        (FIRST, "", "서명했다."), (SECOND, "", "십 년이다."),
    ]  # fmt: skip
    assert not result.open


def test_what_editors_do_is_no_change(project):
    """Poedit rewrites the header and deletes flags, OmegaT empties, Weblate splits references, gettext rewraps."""
    project.translate(KO, {FIRST: "서명했다.", "Port Amity": "Port Amity"})
    before = project.get(KO)

    def edit(catalog: polib.POFile) -> None:
        catalog.metadata["X-Generator"] = "Poedit 3.2"
        for entry in catalog:
            entry.flags = [flag for flag in entry.flags if flag == "fuzzy"]
            entry.occurrences = [("other", "1"), *entry.occurrences]
            entry.comment = ""
            if entry.msgstr == entry.msgid:
                entry.msgstr = ""

    result = unpack(project, sent_back(project, edit))
    assert (project.get(KO), result.changed, result.open) == (before, (), False)


OURS, THEIRS, BOTH = "우리", "그들", "같다"
STATES = {  # what lay here when it was sent, what came back, what lies here now → what holds
    "only theirs changed": ("처음", THEIRS, "처음", THEIRS),
    "only ours changed": ("처음", "처음", OURS, OURS),
    "both the same way": ("처음", BOTH, BOTH, BOTH),
    "both differently": ("처음", THEIRS, OURS, OURS),
    "new on both sides": ("", THEIRS, OURS, OURS),
    "emptied there": ("처음", "", "처음", "처음"),
}


@pytest.mark.parametrize("case", STATES)
@pytest.mark.parametrize("theirs", [False, True])
def test_three_versions(project, case, theirs):
    sent, back, now, holds = STATES[case]
    project.translate(KO, {FIRST: sent})
    path = sent_back(project, translating({FIRST: back}))
    project.translate(KO, {FIRST: now})
    result = unpack(project, path, theirs=theirs)
    conflict = case in ("both differently", "new on both sides")
    assert project.messages(KO)[1] == ("done", FIRST, THEIRS if conflict and theirs else holds)
    assert [pair[:3] for item in result.returned for pair in item.conflicts] == ([(FIRST, OURS, THEIRS)] * conflict)
    assert result.open is (conflict and not theirs)


def test_without_a_note_two_texts_are_a_conflict(project):
    project.translate(KO, {FIRST: "처음"})
    result = unpack(project, sent_back(project, translating({FIRST: THEIRS, SECOND: "새로"}), note=False))
    assert [pair[:3] for item in result.returned for pair in item.conflicts] == [(FIRST, "처음", THEIRS)]
    assert project.messages(KO)[2] == ("done", SECOND, "새로")


def test_a_suggestion_gives_way_and_is_confirmed(project):
    path = sent_back(project, translating({"Kim Jong Un": "김정은"}), "glossary.po", note=False)
    unpack(project, path)
    assert project.messages(TERMS)[1] == ("done", "Kim Jong Un", "김정은")
    assert "#. suggested: 김정은" in project.get(TERMS)


def test_a_mark_that_the_translator_set_is_taken(project):
    project.translate(KO, {FIRST: "처음"})
    unpack(project, sent_back(project, translating({FIRST: "처음"}, fuzzy=True)))
    assert project.messages(KO)[1] == ("fuzzy", FIRST, "처음")


def test_texts_that_changed_or_went_meanwhile(project):
    path = sent_back(project, translating({FIRST: "서명했다.", SECOND: "십 년이다."}))
    project.put("seeds/a.md", f"# Port Amity\n\n{FIRST.replace('signed', 'have signed')}\n")
    project.prepare()
    result = unpack(project, path)
    edited = FIRST.replace("signed", "have signed")
    assert project.messages(KO) == [
        ("open", "Port Amity", ""), ("fuzzy", edited, "서명했다."), ("obsolete", SECOND, "십 년이다."),
    ]  # fmt: skip
    assert f'#| msgid "{FIRST}"' in project.get(KO)
    assert result.returned[1].stale == 1


def test_name_date_and_comments_of_the_translator_come_along(project):
    def edit(catalog: polib.POFile) -> None:
        translating({FIRST: "서명했다."})(catalog)
        catalog.metadata |= {"Last-Translator": "Olena <o@example.org>", "PO-Revision-Date": "2026-03-04 05:06+0200"}
        catalog.find(FIRST).tcomment = "Who signed?"

    unpack(project, sent_back(project, edit))
    text = project.get(KO)
    assert '"Last-Translator: Olena <o@example.org>\\n"' in text
    assert '"PO-Revision-Date: 2026-03-04 05:06+0200\\n"' in text
    assert "# Who signed?\n#. role: paragraph\n" in text


@pytest.mark.parametrize("name", ["seeds.a.md.po", "seeds.a.md (1).po", "seeds.a.md-ko.po", "seeds.a.md.KO.po"])
def test_a_single_file(project, name):
    project.translate(KO, {})
    path = project.settings.root / name
    shutil.copy(project.settings.root / KO, path)
    catalog = polib.pofile(str(path))
    translating({FIRST: "서명했다."})(catalog)
    catalog.save()
    unpack(project, path)
    assert project.messages(KO)[1] == ("done", FIRST, "서명했다.")


def test_strangers_are_named(project):
    path = archived(project, {"po/other.po": b'msgid "a"\nmsgstr "b"\n', "readme.doc": b"x"})
    assert unpacking.unpack(project.settings, path).strangers == ("back.zip/po/other.po",)
    assert unpacking.unpack(project.settings, path).open


def test_a_broken_catalog_stops_all(project):
    before = project.get(TERMS)
    data = project.get(TERMS).replace("합의", "협정").encode()
    path = archived(project, {"glossary.po": data, "seeds.a.md.po": b'msgid "a"\nmsgstr "b\n'})
    with pytest.raises(GlossaryError, match=r"back\.zip/seeds\.a\.md\.po:2"):
        unpacking.unpack(project.settings, path)
    assert project.get(TERMS) == before


def linked(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return info


PO = b'msgid "a"\nmsgstr "b"\n'


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"../glossary.po": PO}, "leads out of the archive"),
        ({"po/../../glossary.po": PO}, "leads out of the archive"),
        ({"/etc/glossary.po": PO}, "leads out of the archive"),
        ({"C:\\glossary.po": PO}, "leads out of the archive"),
        ({"..\\glossary.po": PO}, "leads out of the archive"),
        ({linked("glossary.po"): b"/etc/passwd"}, "is a link"),
        ({"a/glossary.po": PO, "b/glossary.po": PO}, "glossary.po is in it twice"),
        ({"readme.txt": b"x"}, "no .po file in it"),
        ({}, "no .po file in it"),
    ],
)
def test_hostile_archives(project, files, message):
    with pytest.raises(GlossaryError, match=message):
        unpacking.unpack(project.settings, archived(project, files))


def test_archives_that_fill_the_disk(project, monkeypatch):
    path = archived(project, {"glossary.po": b"x" * 1_000_000})
    monkeypatch.setattr("glossary.archives.LARGEST", 999_999)
    with pytest.raises(GlossaryError, match="unpacks to more than 20,000 files or 999,999 bytes"):
        unpacking.unpack(project.settings, path)
    monkeypatch.setattr("glossary.archives.MOST_FILES", 0)
    with pytest.raises(GlossaryError, match="unpacks to more than 0 files"):
        unpacking.unpack(project.settings, path)


def test_an_archive_that_lies_about_its_size(project):
    path = archived(project, {"glossary.po": b"x" * 5_000})
    data = path.read_bytes()
    path.write_bytes(data.replace((5_000).to_bytes(4, "little"), (50).to_bytes(4, "little")))
    with pytest.raises(GlossaryError, match="no zip archive that can be read"):
        unpacking.unpack(project.settings, path)


@pytest.mark.parametrize(
    "note", [b"[]", b"{", b'{"sent": 1}', b'{"sent": {"seeds.a.md.po": {"a": 1}}}', b"[" * 100_000]
)
def test_a_forged_note_counts_as_none(project, note):
    project.translate(KO, {FIRST: "처음"})
    data = project.get(KO).replace("처음", THEIRS).encode()
    result = unpacking.unpack(project.settings, archived(project, {"seeds.a.md.po": data, "pack.json": note}))
    assert [pair.theirs for item in result.returned for pair in item.conflicts] == [THEIRS]


@pytest.mark.skipif(shutil.which("msgcat") is None, reason="gettext is not installed")
def test_gettext_rewraps(project):
    project.translate(KO, {FIRST: "서명했다. " * 20})
    path = project.settings.root / "seeds.a.md.po"
    command = ["msgcat", "--width=40", "-o", str(path), str(project.settings.root / KO)]
    subprocess.run(command, check=True)
    assert unpack(project, path).changed == ()
