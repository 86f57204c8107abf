"""``glossary import`` on a project: what is written, and what is left alone."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from glossary import catalogs, concepts, exchanging, importing
from glossary.errors import GlossaryError
from glossary.exchange import json_format
from glossary.importing import Import, Request
from glossary.model import ConceptEntry, Glossary, LanguageSection, Term
from glossary.settings import Settings
from tests.catalogs.building import DAY

DECISIONS = """\
# what the desk decided
reject = ["passenger seat"]  # noise

[concept."Kim Jong Un"]   # the leader
definition = "leader"     # short

# about the North
[concept.DPRK]
note = "official name"
"""


def concept(identifier: str, kind: str, *forms: str) -> ConceptEntry:
    terms = [Term(form, status="admitted" if number else "preferred") for number, form in enumerate(forms)]
    return ConceptEntry(identifier, kind, (LanguageSection("en", tuple(terms)),))


GLOSSARY = Glossary((
    concept("kim-jong-un", "person", "Kim Jong Un", "Kim"),
    concept("north-korea", "place", "North Korea", "DPRK"),
    concept("hybrid-threat", "term", "hybrid threat"),
))  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Settings:
    """Built, with renderings by translators: one approved, one fuzzy, one empty."""
    settings = Settings(root=tmp_path, languages=("ko", "uk"))
    catalogs.write(catalogs.plan(GLOSSARY, settings, DAY))
    (tmp_path / "locales" / "glossary.json").write_bytes(json_format.dump(GLOSSARY))
    (tmp_path / "locales" / "decisions.toml").write_text(DECISIONS, encoding="utf-8")
    path = catalogs.catalog_path(settings, "ko")
    text = path.read_text(encoding="utf-8")
    text = text.replace('msgid "Kim Jong Un"\nmsgstr ""', 'msgid "Kim Jong Un"\nmsgstr "김정은"')
    text = text.replace(
        'msgctxt "place"\nmsgid "North Korea"\nmsgstr ""',
        '#, fuzzy\nmsgctxt "place"\nmsgid "North Korea"\nmsgstr "북조선"',
    )
    path.write_text(text, encoding="utf-8")
    return settings


def run(settings: Settings, text: str, name: str = "file.csv", **asked) -> Import:
    """Import a file with ``text`` and write."""
    path = settings.root / name
    path.write_text(text, encoding="utf-8")
    result = importing.plan(settings, Request(path, **asked))
    importing.write(result)
    return result


def po(settings: Settings, language: str = "ko") -> str:
    return catalogs.catalog_path(settings, language).read_text(encoding="utf-8")


def decisions(settings: Settings) -> str:
    return (settings.root / "locales" / "decisions.toml").read_text(encoding="utf-8")


def test_a_plan_writes_nothing(project: Settings) -> None:
    before = {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}
    path = project.root / "file.csv"
    path.write_text("en,ko\nhybrid threat,복합 위협\nvotes,선거\n", encoding="utf-8")
    result = importing.plan(project, Request(path))
    assert result.changed == ("locales/decisions.toml", "locales/ko/LC_MESSAGES/glossary.po")
    path.unlink()
    assert {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()} == before


def test_what_others_decide_meanwhile_is_not_overwritten(project: Settings) -> None:
    path = project.root / "file.csv"
    path.write_text("en,ko\nvotes,선거\n", encoding="utf-8")
    result = importing.plan(project, Request(path))
    decisions_path = project.root / "locales" / "decisions.toml"
    decisions_path.write_text('accept = ["drill"]\n', encoding="utf-8")
    catalog = po(project)
    with pytest.raises(
        GlossaryError, match=r"^locales/decisions\.toml: was changed by someone else just now; run again$"
    ):
        importing.write(result)
    assert (decisions(project), po(project)) == ('accept = ["drill"]\n', catalog)


def test_only_the_messages_concerned_change(project: Settings) -> None:
    before = po(project)
    run(project, "en,ko,uk\nhybrid threat,복합 위협,\n")
    expected = before.replace('msgid "hybrid threat"\nmsgstr ""', 'msgid "hybrid threat"\nmsgstr "복합 위협"')
    assert (po(project), decisions(project)) == (expected, DECISIONS)


def test_a_draft_that_gives_way_stays_as_a_comment(project: Settings) -> None:
    run(project, "en,ko\nNorth Korea,북한\n")
    message = po(project).partition('msgctxt "place"')
    assert "# Earlier translation: 북조선\n" in message[0].rpartition("\n\n")[2]
    assert message[2].startswith('\nmsgid "North Korea"\nmsgstr "북한"\n')
    assert "fuzzy" not in po(project)


def test_a_conflict_stays_until_a_side_is_preferred(project: Settings) -> None:
    text = "en,ko,definition\nKim Jong Un,김 위원장,chairman\n"
    before = po(project)
    result = run(project, text)
    assert [item.what for item in result.open] == ["definition", "rendering"]
    assert (po(project), decisions(project)) == (before, DECISIONS)
    result = run(project, text, prefer="catalog")
    assert (result.open, po(project), decisions(project)) == ((), before, DECISIONS)
    result = run(project, text, prefer="file")
    assert 'msgid "Kim Jong Un"\nmsgstr "김 위원장"' in po(project)
    assert "# Earlier translation: 김정은\n" in po(project)
    assert decisions(project) == DECISIONS.replace('"leader"  ', '"chairman"  ')


def test_a_file_that_contradicts_itself_is_never_preferred(project: Settings) -> None:
    result = run(project, "en,ko\nhybrid threat,복합 위협\nhybrid threat,혼합 위협\n", prefer="file")
    assert ([item.there for item in result.open], result.changed) == (["복합 위협 / 혼합 위협"], ())


def test_the_english_side_goes_to_the_decisions(project: Settings) -> None:
    text = (
        "id,kind,en,en_admitted,en_deprecated,definition,note,translate,ko\n"
        ",event,votes,poll,ballot,choosing,plural in English,no,\n"
        "north-korea,,North Korea,the North,N.K.,a state,,,\n"
        ",,Kim Jong Un,,Kim Jong-Eun,,family name first,,\n"
    )
    run(project, text)
    kept = DECISIONS.replace(
        'reject = ["passenger seat"]  # noise\n', 'reject = ["passenger seat"]  # noise\naccept = ["votes"]\n'
    )
    assert decisions(project) == (
        kept.replace(
            'definition = "leader"     # short\n',
            'definition = "leader"     # short\ndeprecated = ["Kim Jong-Eun"]\nnote = "family name first"\n',
        )
        + 'merge = ["the North"]\ndeprecated = ["N.K."]\ndefinition = "a state"\n'
        + '\n[concept.votes]\nmerge = ["poll"]\ndeprecated = ["ballot"]\nkind = "event"\n'
        + 'definition = "choosing"\nnote = "plural in English"\ntranslate = false\n'
    )
    path = project.root / "locales" / "decisions.toml"
    assert [decision.form for decision in concepts.load_decisions(path).concepts] == ["Kim Jong Un", "DPRK", "votes"]


def test_renderings_beside_the_approved_one_go_to_the_decisions(project: Settings) -> None:
    text = "en,ko,ko_admitted,ko_deprecated,en_admitted\nKim Jong Un,김정은,김 위원장,김종은,\n"
    result = run(project, text)
    assert [item.what for item in result.chosen] == ["admitted rendering", "rendering to avoid"]
    assert decisions(project) == DECISIONS.replace(
        '"leader"     # short\n',
        '"leader"     # short\nadmitted = {ko = ["김 위원장"]}\nforbidden = {ko = ["김종은"]}\n',
    )
    assert run(project, text).comparison.differences == ()
    (exported,) = exchanging.export(project, "csv", ["ko"])
    assert "김정은,approved,김 위원장,김종은" in exported.data.decode()


def test_our_own_suggestion_leaves_no_comment(project: Settings) -> None:
    path = catalogs.catalog_path(project, "ko")
    text = po(project).replace(
        '#, fuzzy\nmsgctxt "place"', '#. suggested: 북조선 [CLDR 47 KP]\n#, fuzzy\nmsgctxt "place"'
    )
    path.write_text(text, encoding="utf-8")
    run(project, "en,ko\nNorth Korea,북한\n")
    assert "Earlier translation" not in po(project)


def test_a_second_import_changes_nothing(project: Settings) -> None:
    text = (
        "en,kind,en_admitted,en_deprecated,definition,translate,ko,uk\n"
        "votes,event,poll,ballot,choosing,no,선거,\nNorth Korea,,the North,,a state,,북한,\n"
        "hybrid threat,,,,,,,загроза\n"
    )
    assert run(project, text).changed
    result = run(project, text)
    assert (result.changed, result.comparison.differences, result.comparison.same) == ((), (), 3)


def test_renderings_of_concepts_not_found_yet_wait_as_obsolete_messages(project: Settings) -> None:
    run(project, "en,kind,ko\nvotes,event,선거\n")
    assert po(project).endswith('\n#~ msgctxt "event"\n#~ msgid "votes"\n#~ msgstr "선거"\n')
    built = Glossary((*GLOSSARY.concepts, concept("votes", "event", "votes")))
    (found,) = [plan for plan in catalogs.plan(built, project, DAY) if plan.language == "ko"]
    assert 'msgctxt "event"\nmsgid "votes"\nmsgstr "선거"' in found.new.decode()


def test_new_concepts_can_be_left_out(project: Settings) -> None:
    assert run(project, "en,kind,ko\nvotes,event,선거\n", new=False).changed == ()


def test_the_rendering_of_a_short_form_is_to_be_looked_at(project: Settings) -> None:
    run(project, "en,uk\nKim,Кім\n")
    assert '#, fuzzy\nmsgctxt "person"\nmsgid "Kim Jong Un"\nmsgstr "Кім"\n' in po(project, "uk")


def test_before_the_first_build_everything_is_new(tmp_path: Path) -> None:
    settings = Settings(root=tmp_path, languages=("ko",))
    run(settings, "en,ko\nUN,유엔\n")
    assert tomllib.loads(decisions(settings)) == {"accept": ["UN"]}
    assert 'Language: ko\\n"' in po(settings)
    assert po(settings).endswith('#~ msgctxt "term"\n#~ msgid "UN"\n#~ msgstr "유엔"\n')


@pytest.mark.parametrize(("name", "asked"), [("terms.ko.csv", {}), ("terms.csv", {"language": "ko-KR"})])
def test_the_language_of_two_columns(project: Settings, name: str, asked: dict[str, str]) -> None:
    run(project, "hybrid threat,복합 위협\n", name, **asked)
    assert 'msgid "hybrid threat"\nmsgstr "복합 위협"' in po(project)


REFUSED = {
    "nobody says the language": (
        "a,b\n", {}, "file.csv: does not say in which language its renderings are; give it with --language (ko, uk)",
    ),
    "no language of the project": (
        "a,b\n", {"language": "fr"},
        "'fr' is not among the languages of the settings; the languages are ko, uk",
    ),
    "no table": (
        "x\n", {},
        "file.csv:1: no column of English terms; name the columns in the first row: en, ko …, or source and target",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "asked", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(project: Settings, text: str, asked: dict[str, str], message: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        run(project, text, **asked)
    assert str(caught.value).replace(f"{project.root}/", "") == message


def test_a_catalog_comes_back(project: Settings) -> None:
    text = po(project).replace('msgid "hybrid threat"\nmsgstr ""', '# seen\nmsgid "hybrid threat"\nmsgstr "복합 위협"')
    text = text.replace('# seen\nmsgid "hybrid threat"', 'msgid "hybrid threat"')
    result = run(project, text, "returned.po")
    assert [(item.verdict, item.there) for item in result.chosen] == [("new", "복합 위협")]


def test_every_export_comes_back_unchanged(project: Settings) -> None:
    for name in ("json", "csv", "xlsx", "tbx", "tbx3", "omegat", "weblate", "weblate-csv", "weblate-tbx", "poedit"):
        for exported in exchanging.export(project, name, ["ko"]):
            path = project.root / f"{name}.ko.file"
            path.write_bytes(exported.data)
            result = importing.plan(project, Request(path))
            assert (name, result.changed, result.comparison.differences) == (name, (), ())
