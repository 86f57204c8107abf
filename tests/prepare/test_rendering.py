"""Finished catalogs back as documents."""

from __future__ import annotations

import pytest

from glossary.errors import GlossaryError

from .making import Project

FIRST = "The ministers met in Port Amity on Monday."
SECOND = "Patrols take place on many days of the year."
KO = "locales/ko/LC_MESSAGES/seeds.a.txt.po"


@pytest.fixture
def project(tmp_path) -> Project:
    project = Project(tmp_path)
    project.put("seeds/a.txt", f"{FIRST}\n\n{SECOND}\n\n{FIRST}\n\nThe end of it came.\n")
    project.prepare()
    return project


def test_fuzzy_and_open_segments_stay_english_and_are_counted(project):
    project.translate(KO, {FIRST: "하나", SECOND: "둘"})
    project.put(KO, project.get(KO).replace(f'msgid "{SECOND}"', f'#, fuzzy\nmsgid "{SECOND}"'))
    (document,) = project.render()
    assert document.data.decode() == f"하나\n\n{SECOND}\n\n하나\n\nThe end of it came.\n"
    assert (document.translated, document.fuzzy, document.open, document.percent) == (2, 1, 1, 50.0)
    assert document.target == project.settings.root / "out/seeds/a.txt"


def test_the_same_text_as_translation_gives_the_same_bytes(project):
    project.translate(KO, lambda msgid: msgid)
    (document,) = project.render()
    assert document.data == project.get("seeds/a.txt").encode()
    assert document.percent == 100


def test_a_broken_translation_is_told(project):
    project.put("seeds/b.html", "<p>The <b>text</b> is here.</p>\n")
    project.prepare()
    name = "locales/ko/LC_MESSAGES/seeds.b.html.po"
    project.translate(name, {"The <b>text</b> is here.": "<b>글"})
    (document,) = project.render("ko", "seeds/b.html")
    assert document.data == b"<p>The <b>text</b> is here.</p>\n"
    assert document.translated == 0
    (finding,) = document.findings
    line = _line(project.get(name), 'msgid "The')
    assert str(finding.location) == f"{name}:{line}"
    assert (finding.code, finding.message) == ("T203", "left in English: <b> has no counterpart")


def _line(text: str, start: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if line.startswith(start))


def test_a_document_that_changed_since_is_english_where_it_changed(project):
    project.translate(KO, lambda msgid: "번역")
    project.put("seeds/a.txt", f"{FIRST}\n\nSomething new came.\n")
    (document,) = project.render()
    assert document.data.decode() == "번역\n\nSomething new came.\n"
    assert (document.translated, document.open) == (1, 1)


@pytest.mark.parametrize(
    ("language", "path", "message"),
    [
        (
            "uk",
            "seeds/a.txt",
            "locales/uk/LC_MESSAGES/seeds.a.txt.po: there is no such catalog yet; run: glossary prepare",
        ),
        ("xx", "seeds/a.txt", "languages: CLDR does not know 'xx'"),
        ("ko", "seeds/b.txt", "seeds/b.txt: no such file or folder"),
    ],
)
def test_errors(project, language, path, message):
    with pytest.raises(GlossaryError) as error:
        project.render(language, path)
    assert str(error.value).startswith(message)


def test_originals_are_never_overwritten(project):
    from glossary import rendering

    with pytest.raises(GlossaryError, match="would overwrite an original"):
        rendering.render(project.settings, "ko", [], project.settings.root)


def test_translations_never_become_sources(project):
    from glossary import rendering

    with pytest.raises(GlossaryError, match="lies in seeds/, so that the next build would read the translations"):
        rendering.render(project.settings, "ko", [], project.settings.root / "seeds" / "ko")


def test_broken_catalogs_stop_everything_before_anything_is_written(project):
    before = project.get("locales/seeds.a.txt.pot")
    project.put("seeds/a.txt", f"{SECOND}\n")
    project.put("seeds/b.txt", f"{SECOND}\n")
    project.put(KO, project.get(KO) + "\n<<<<<<< HEAD\n")
    with pytest.raises(GlossaryError, match="unresolved merge conflict"):
        project.prepare()
    assert project.get("locales/seeds.a.txt.pot") == before
    assert not (project.settings.root / "locales/seeds.b.txt.pot").exists()
