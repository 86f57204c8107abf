"""The rules of the house, read from the imports: who may know whom, and what starts quickly."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import glossary

PACKAGE = Path(glossary.__file__).parent
MODULES = {
    ".".join(("glossary", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
GROUND = ("archives", "binary", "doors", "errors", "expressions", "hashed", "model", "outlined", "renderings", "rules",
          "standing", "timing", "units")  # fmt: skip
SHARED = ("settings", "languages", "data", "pages")
ROOMS = ("documents", "analysis", "dates", "revisions", "candidates", "concepts", "suggestions", "catalogs", "checks",
         "exchange", "reports", "review")  # fmt: skip
STREETS = (
    "pipeline",
    "suggesting",
    "approved",
    "checking",
    "corrections",
    "counting",
    "exchanging",
    "importing",
    "packing",
    "preparing",
    "crew",
    "processes",
    "proven",
    "kept",
    "making",
    "gathering",
    "clusters",
    "basis",
    "cache",
    "reference",
    "rendering",
    "unchanged",
    "unpacking",
    "reporting",
    "reviewing",
    "suggested",
    "scored",
    "shelved",
    "summed",
    "consolidated",
    "consolidating",
    "written",
)
"""Where rooms meet: the order of the stages, apart where a command must not load the recognizers."""
MAY_IMPORT = {
    "archives": (),
    "binary": (),
    "doors": (),
    "errors": (),
    "expressions": (),
    "hashed": (),
    "model": (),
    "outlined": ("model",),
    "rules": ("errors", "model"),
    "renderings": ("model",),
    "standing": ("hashed",),
    "timing": (),
    "units": ("expressions", "model"),
    "settings": GROUND,
    "languages": GROUND,
    "data": (),
    "pages": (),
    **dict.fromkeys(ROOMS, (*GROUND, *SHARED)),
    **dict.fromkeys(STREETS, (*GROUND, *SHARED, *ROOMS, *STREETS)),
    "cli": (*GROUND, *SHARED, *STREETS, "reports", "review", "catalogs", "exchange", "suggestions", "checks"),
    "__init__": ("settings", "pipeline"),
    "__main__": ("cli",),
}
"""Part of the house → the other parts it may import at run time."""
DOORS = {
    "spacy": ("glossary.analysis",),
    "thinc": ("glossary.analysis",),
    "threadpoolctl": ("glossary.analysis",),
    "polib": ("glossary.catalogs",),
    "click": ("glossary.cli",),
    "rich": ("glossary.cli", "glossary.reports"),
    "tomlkit": ("glossary.concepts",),
    "openpyxl": ("glossary.exchange",),
    "rdflib": ("glossary.exchange",),
    "trafilatura": ("glossary.documents",),
    "markdown_it": ("glossary.documents",),
    "jinja2": ("glossary.pages",),
    "docx": ("glossary.documents",),
    "lxml": ("glossary.documents",),
    "docutils": ("glossary.documents",),
    "distributed": ("glossary.clusters",),
    "fsspec": ("glossary.documents",),
    "aiohttp": ("glossary.documents",),
    "pypdfium2": ("glossary.documents",),
    "starlette": ("glossary.review",),
    "uvicorn": ("glossary.review",),
}
"""Library → the only modules that import it."""


def part(module: str) -> str:
    """The part of the house a module lies in."""
    pieces = module.split(".")
    return pieces[1] if len(pieces) > 1 else "__init__"


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Modules that a file imports, anywhere in it but under ``if TYPE_CHECKING``, with their lines."""
    skipped: set[int] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            skipped.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
        elif isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names if node.lineno not in skipped)
        elif isinstance(node, ast.ImportFrom) and node.lineno not in skipped:
            assert not node.level, f"{path}:{node.lineno}: relative import"
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                yield (name if name in MODULES else str(node.module)), node.lineno


@pytest.mark.parametrize("module", MODULES)
def test_rooms_do_not_know_each_other(module):
    own = part(module)
    assert own in MAY_IMPORT, f"{own}: say in this test what it may import"
    known = {name: line for name, line in imports(MODULES[module]) if name.split(".")[0] == "glossary"}
    strangers = [
        f"{MODULES[module]}:{line}: {name}"
        for name, line in known.items()
        if part(name) != own and part(name) not in MAY_IMPORT[own] and not module.startswith("glossary.data.")
    ]
    assert strangers == []


@pytest.mark.parametrize("library", DOORS)
def test_every_library_has_one_door(library):
    used = {module for module, path in MODULES.items() for name, _ in imports(path) if name.split(".")[0] == library}
    assert used
    assert [module for module in used if not module.startswith(DOORS[library])] == []


@pytest.mark.parametrize("module", MODULES)
def test_modules_are_short_and_say_what_they_are_for(module):
    text = MODULES[module].read_text(encoding="utf-8")
    # one page or two; but the data types stand in one file, and a compile script is read by itself
    limit = 300 if module == "glossary.model" else 400 if module.startswith("glossary.data.") else 250
    assert len(text.splitlines()) <= limit
    assert ast.get_docstring(ast.parse(text))


def loaded(code: str) -> set[str]:
    """Top-level packages in memory after ``code`` ran in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
    )
    return set(done.stdout.splitlines()[-1].split())


HEAVY = {
    "spacy", "numpy", "wordfreq", "babel", "rich", "polib", "trafilatura", "charset_normalizer", "py3langid", "jinja2",
    "starlette", "uvicorn", "tomlkit", "distributed", "fsspec",
}  # fmt: skip


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["nonsense"]])
def test_the_overview_loads_nothing_heavy(arguments):
    code = f"from glossary.cli import main\ntry:\n    main({arguments!r})\nexcept SystemExit:\n    pass"
    assert loaded(code) & HEAVY == set()


@pytest.mark.parametrize("command", sorted(path.stem for path in (PACKAGE / "cli").glob("[a-z]*.py")))
def test_the_help_of_a_command_loads_nothing_heavy(command):
    code = f"from glossary.cli import main\ntry:\n    main([{command!r}, '--help'])\nexcept SystemExit:\n    pass"
    assert loaded(code) & HEAVY == set()


def test_importing_the_package_loads_nothing_heavy():
    assert loaded("import glossary") & HEAVY == set()


def test_the_review_page_never_loads_the_model():
    pytest.importorskip("starlette", reason="the extra review is not installed: pip install '.[review]'")
    assert "spacy" not in loaded("import glossary.reviewing, glossary.review.serve")


@pytest.mark.parametrize("term", ["North Korea", "Khabarovsk", "US Defense Secretary", "Kim Jong-un", "Ivan Franko"])
def test_a_suggestion_loads_nothing_heavy(term, tmp_path):
    code = (
        f"import os; os.chdir({str(tmp_path)!r})\nfrom glossary.cli import main\n"
        f"try:\n    main(['suggest', '--lang', 'uk', {term!r}])\nexcept SystemExit as end:\n    assert not end.code"
    )
    assert loaded(code) & {*HEAVY, "pycountry", "zipfile"} == set()


NEVER_THE_MODEL = ["explain D101", "export json", "export tbx", "import locales/ko/LC_MESSAGES/glossary.po", "report",
                   "stats --json", "pack ko -o ko.zip", "unpack locales/ko/LC_MESSAGES/glossary.po"]  # fmt: skip


@pytest.mark.parametrize("command", NEVER_THE_MODEL)
def test_commands_that_read_the_last_build_never_load_spacy(command, project, run):
    assert run(project, "build", "-q").code == 0
    code = (
        f"import os; os.chdir({str(project)!r})\nfrom glossary.cli import main\n"
        f"try:\n    main({command.split()!r})\nexcept SystemExit as end:\n    assert not end.code"
    )
    assert "spacy" not in loaded(code)
