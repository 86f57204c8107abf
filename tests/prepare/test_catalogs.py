"""The catalogs of a document: what a translator gets, and what becomes of it when the document changes."""

from __future__ import annotations

import pytest

from glossary.catalogs.domains import domain
from glossary.model import Relation

from .making import Project, concept

KO = "locales/ko/LC_MESSAGES/seeds.a.txt.po"
FIRST = "The ministers met in Port Amity on Monday and signed the agreement."
SECOND = "Patrols take place on at least two hundred days of the year."
THIRD = "Either side may ask the center for an inspection of its boats."


@pytest.fixture
def project(tmp_path) -> Project:
    project = Project(tmp_path)
    project.put("seeds/a.txt", f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n")
    return project


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("seeds/kursk.md", "seeds.kursk.md"),
        ("a_b/c-d.TXT", "a_b.c-d.TXT"),
        ("seeds/a b.md", "seeds.a-b.6f8b2d4c1e.md"),
        ("기사/북한.md", "ce89a41ba3.md"),
    ],
)
def test_domains(path, expected):
    found = domain(path)
    if "6f8b2d4c1e" in expected:
        assert found.startswith("seeds.a-b.")
        assert found.endswith(".md")
    else:
        assert found == expected


def test_domains_do_not_collide():
    paths = [
        "a/b.txt",
        "a.b.txt",
        "a-b.txt",
        "a b.txt",
        "a/b.md",
        "A/b.txt",
        "a/B.txt",
        "/a/b.txt",
        "á/b.txt",
        "a/b.txt ",
    ]
    assert len({domain(path) for path in paths}) == len(paths)


def test_a_new_catalog(project):
    project.glossary(
        concept("agreement"),
        concept("amity", "Port Amity", kind="place"),
        concept("jmcc", "JMCC", kind="abbreviation", related=(Relation("expansion", "center"),)),
        concept("center", "Joint Maritime Coordination Center", kind="organization"),
        concept("nato", "NATO", kind="organization", translate=False),
        concept("roe", "Jane Roe", "Roe", kind="person"),
    )
    project.put(
        "locales/ko/LC_MESSAGES/glossary.po",
        'msgctxt "term"\nmsgid "agreement"\nmsgstr "협정"\n\n'
        '#, fuzzy\nmsgctxt "place"\nmsgid "Port Amity"\nmsgstr "아미티 항"\n\n'
        'msgctxt "organization"\nmsgid "Joint Maritime Coordination Center"\nmsgstr "합동해상조정센터"\n',
    )
    project.put(
        "seeds/a.md",
        "# Port Amity\n\nThe **agreement** of Port\nAmity was signed by Roe.\n\nThe JMCC and NATO.\n\n- Port Amity\n",
    )
    project.settings.root.joinpath("seeds/a.txt").unlink()
    project.prepare()
    text = project.get("locales/ko/LC_MESSAGES/seeds.a.md.po")
    assert text.startswith("# Korean translation of seeds/a.md.\n")
    assert (
        text.partition("\n\n")[2]
        == """\
#. role: heading
#. term: Port Amity → 아미티 항 (suggested)
#: seeds/a.md:1
msgctxt "heading"
msgid "Port Amity"
msgstr ""

#. role: paragraph
#. term: agreement → 협정
#. term: Port Amity → 아미티 항 (suggested)
#. term: Jane Roe (Roe) (open)
#: seeds/a.md:3
msgid "The **agreement** of Port Amity was signed by Roe."
msgstr ""

#. role: paragraph
#. term: JMCC (open)
#. expansion: JMCC = Joint Maritime Coordination Center → 합동해상조정센터
#. term: NATO → NATO (the same in every language)
#: seeds/a.md:6
msgid "The JMCC and NATO."
msgstr ""

#. role: list item
#. term: Port Amity → 아미티 항 (suggested)
#: seeds/a.md:8
msgid "Port Amity"
msgstr ""
"""
    )
    template = project.get("locales/seeds.a.md.pot")
    assert template.startswith("# Template of seeds/a.md.\n")
    assert "#. term: agreement\n#. term: Port Amity\n" in template


def test_repeated_text_is_one_message(project):
    project.put("seeds/a.txt", f"{FIRST}\n\n{SECOND}\n\n{FIRST}\n")
    project.prepare()
    assert f'#: seeds/a.txt:1 seeds/a.txt:5\nmsgid "{FIRST}"' in project.get(KO)


def test_a_second_run_changes_nothing(project):
    project.prepare()
    assert project.prepare().changed == ()
    project.translate(KO, {FIRST: "하나"})
    assert project.prepare().changed == ()


def test_an_edited_paragraph_keeps_its_translation_fuzzy(project):
    project.prepare()
    project.translate(KO, {FIRST: "하나", SECOND: "둘", THIRD: "셋"})
    edited = SECOND.replace("two hundred", "300")
    project.put("seeds/a.txt", f"{FIRST}\n\n{edited}\n\n{THIRD}\n")
    project.prepare()
    assert project.messages(KO) == [("done", FIRST, "하나"), ("fuzzy", edited, "둘"), ("done", THIRD, "셋")]
    assert f'#, fuzzy\n#| msgid "{SECOND}"\nmsgid "{edited}"' in project.get(KO)
    assert project.prepare().changed == ()


def test_a_moved_paragraph_stays_clean(project):
    project.prepare()
    project.translate(KO, {FIRST: "하나", SECOND: "둘", THIRD: "셋"})
    project.put("seeds/a.txt", f"{THIRD}\n\n{FIRST}\n\n{SECOND}\n")
    project.prepare()
    assert project.messages(KO) == [("done", THIRD, "셋"), ("done", FIRST, "하나"), ("done", SECOND, "둘")]


def test_a_vanished_paragraph_turns_obsolete_and_revives(project):
    project.prepare()
    project.translate(KO, {FIRST: "하나", SECOND: "둘"})
    project.put("seeds/a.txt", f"{FIRST}\n")
    project.prepare()
    assert project.messages(KO) == [("done", FIRST, "하나"), ("obsolete", SECOND, "둘")]
    project.put("seeds/a.txt", f"{SECOND}\n\n{FIRST}\n")
    project.prepare()
    assert project.messages(KO) == [("done", SECOND, "둘"), ("done", FIRST, "하나")]


def test_another_text_in_the_same_place_is_not_the_old_one_edited(project):
    project.prepare()
    project.translate(KO, {FIRST: "하나", SECOND: "둘", THIRD: "셋"})
    project.put("seeds/a.txt", f"{FIRST}\n\nNobody knows why the old customs house burned down.\n\n{THIRD}\n")
    project.prepare()
    assert project.messages(KO)[1][0] == "open"
    assert ("obsolete", SECOND, "둘") in project.messages(KO)


def test_nothing_is_matched_across_documents(project):
    project.prepare()
    project.translate(KO, {SECOND: "둘"})
    project.put("seeds/b.txt", SECOND.replace("two hundred", "300") + "\n")
    project.prepare()
    assert project.messages("locales/ko/LC_MESSAGES/seeds.b.txt.po")[0][0] == "open"


def test_a_text_told_apart_later_keeps_its_translation(project):
    project.put("seeds/a.md", "Port Amity\n\nThe end of it all came.\n")
    project.prepare()
    name = "locales/ko/LC_MESSAGES/seeds.a.md.po"
    project.translate(name, {"Port Amity": "아미티 항"})
    project.put("seeds/a.md", "Port Amity\n==========\n\nThe end of it all came.\n")
    project.prepare()
    assert project.messages(name)[0] == ("done", "Port Amity", "아미티 항")
    project.put("seeds/a.md", "Port Amity\n==========\n\nThe end of it all came.\n\n* Port Amity\n")
    project.prepare()
    text = project.get(name)
    assert '#, fuzzy\nmsgctxt "heading"\nmsgid "Port Amity"\nmsgstr "아미티 항"' in text
    assert '\nmsgid "Port Amity"\nmsgstr "아미티 항"' in text


def test_memory_offers_the_same_text(project):
    project.prepare()
    project.translate(KO, {FIRST: "하나", SECOND: "둘"})
    project.put("seeds/b.txt", f"{FIRST}\n\nThe end of it all came.\n")
    other = "locales/ko/LC_MESSAGES/seeds.b.txt.po"
    project.prepare()
    assert project.messages(other) == [("fuzzy", FIRST, "하나"), ("open", "The end of it all came.", "")]
    offer = f'#. role: paragraph\n#. translated in: {KO}\n#: seeds/b.txt:1\n#, fuzzy\nmsgid "{FIRST}"'
    assert offer in project.get(other)
    assert project.prepare().changed == ()
    project.translate(other, {FIRST: "하나"})
    project.prepare()
    assert "translated in" not in project.get(other)


def test_memory_fills_what_is_empty_but_not_what_was_emptied(project):
    other = "locales/ko/LC_MESSAGES/seeds.b.txt.po"
    project.put("seeds/b.txt", f"{FIRST}\n")
    project.prepare()
    project.translate(KO, {FIRST: "하나"})
    project.prepare()
    assert project.messages(other) == [("fuzzy", FIRST, "하나")]
    project.put(other, project.get(other).replace("#, fuzzy\n", "").replace('msgstr "하나"', 'msgstr ""'))
    project.prepare()
    assert project.messages(other) == [("open", FIRST, "")]
    assert project.prepare().changed == ()


def test_a_rendering_that_changed_is_told(project):
    glossary = "locales/ko/LC_MESSAGES/glossary.po"
    project.glossary(concept("agreement"), concept("center"))
    project.put(glossary, 'msgctxt "term"\nmsgid "agreement"\nmsgstr "합의"\n')
    project.put("seeds/b.txt", "The agreement holds.\n\nNo agreement was signed in the old town.\n")
    project.prepare()
    project.translate(KO, {FIRST: "합의에 서명했다", THIRD: "셋"})
    project.translate("locales/ko/LC_MESSAGES/seeds.b.txt.po", {"The agreement holds.": "협정이 유지된다"})
    project.put(glossary, 'msgctxt "term"\nmsgid "agreement"\nmsgstr "협정"\n')
    result = project.prepare()
    assert [tuple(item) for plan in result.plans for item in plan.outdated] == [
        ("agreement", "합의", "협정", result.plans[0].outdated[0].place)
    ]
    place = result.plans[0].outdated[0].place
    assert project.get(KO).splitlines()[place.line - 1] == f'msgid "{FIRST}"'
    assert "#. term: agreement → 협정\n" in project.get(KO)
    assert [item for plan in project.prepare().plans for item in plan.outdated] == []


def test_a_rendering_that_changed_is_told_of_an_edited_text_too(project):
    glossary = "locales/ko/LC_MESSAGES/glossary.po"
    project.glossary(concept("agreement"))
    project.put(glossary, 'msgctxt "term"\nmsgid "agreement"\nmsgstr "합의"\n')
    project.put("seeds/a.txt", "No agreement was signed in the old town.\n")
    project.prepare()
    project.translate(KO, {"No agreement was signed in the old town.": "합의가 없었다"})
    project.put(glossary, 'msgctxt "term"\nmsgid "agreement"\nmsgstr "협정"\n')
    project.put("seeds/a.txt", "No agreement was signed in the new town.\n")
    found = [item for plan in project.prepare().plans for item in plan.outdated]
    assert [item[:3] for item in found] == [("agreement", "합의", "협정")]


def test_boilerplate_is_left_out_unless_wanted_or_translated(project):
    project.put("seeds/a.txt", f"{FIRST}\n\nShare this article\n\n{SECOND}\n")
    project.prepare()
    assert [msgid for _, msgid, _ in project.messages(KO)] == [FIRST, SECOND]
    project.prepare(boilerplate=True)
    assert [msgid for _, msgid, _ in project.messages(KO)] == [FIRST, "Share this article", SECOND]
    project.translate(KO, {"Share this article": "공유"})
    project.prepare()
    assert [msgid for _, msgid, _ in project.messages(KO)] == [FIRST, "Share this article", SECOND]


def test_a_document_of_boilerplate_alone_gets_no_catalog(project):
    project.put("seeds/b.txt", "Share this article\n\nSubscribe to our newsletter\n")
    project.prepare()
    assert not (project.settings.root / "locales/seeds.b.txt.pot").exists()


def test_a_catalog_keeps_its_segmentation(project):
    project.put("seeds/a.txt", f"{FIRST} {SECOND}\n\n{THIRD}\n")
    project.prepare(segmentation="sentence")
    assert [msgid for _, msgid, _ in project.messages(KO)] == [FIRST, SECOND, THIRD]
    assert project.prepare().changed == ()
    project.translate(KO, lambda msgid: f"번역 {len(msgid)}")
    assert project.render()[0].data.decode() == (f"번역 {len(FIRST)} 번역 {len(SECOND)}\n\n번역 {len(THIRD)}\n")
    project.put("seeds/b.txt", f"{FIRST} {SECOND}\n\n{FIRST}\n")
    project.prepare()
    project.put("seeds/b.txt", f"{FIRST} {SECOND} Now.\n\n{FIRST}\n")
    project.prepare()
    found = project.messages("locales/ko/LC_MESSAGES/seeds.b.txt.po")
    assert [msgid for state, msgid, _ in found if state != "obsolete"] == [f"{FIRST} {SECOND} Now.", FIRST]


def test_headers_follow_the_language(tmp_path):
    project = Project(tmp_path, "uk", "pt_BR")
    project.put("seeds/a.txt", f"{FIRST}\n")
    project.prepare()
    assert "nplurals=3" in project.get("locales/uk/LC_MESSAGES/seeds.a.txt.po")
    assert "Language: pt_BR" in project.get("locales/pt_BR/LC_MESSAGES/seeds.a.txt.po")
