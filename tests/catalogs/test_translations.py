"""What exports and checks get to read."""

from __future__ import annotations

import subprocess
import sys

from glossary.catalogs import Translation, translations
from glossary.model import Glossary, Location
from glossary.settings import Settings

from .building import HEADER, concept, put

CATALOG = (
    HEADER
    + r"""
msgctxt "term"
msgid "treaty"
msgstr "조약"

#, fuzzy
msgctxt "term"
msgid "pact"
msgstr "협정"

msgctxt "term"
msgid "empty"
msgstr ""

msgctxt "term"
msgid "Cease-Fire"
msgstr "휴전"

msgctxt "term"
msgid "sanction"
msgid_plural "sanctions"
msgstr[0] "제재"

msgctxt "person"
msgid "nobody"
msgstr "아무도"

#~ msgctxt "term"
#~ msgid "base"
#~ msgstr "기지"
"""
)


def test_translations(tmp_path):
    settings = Settings(root=tmp_path, languages=("ko", "ja"))
    put(settings, CATALOG)
    names = ("treaty", "pact", "empty", "cease fire", "sanctions", "base", "unknown")
    path = "locales/ko/LC_MESSAGES/glossary.po"
    assert translations(Glossary(tuple(concept(name) for name in names)), settings) == {
        "ko": {
            "base": Translation("기지", "approved", Location(path, 42)),
            "cease fire": Translation("휴전", "approved", Location(path, 29)),
            "pact": Translation("협정", "fuzzy", Location(path, 21)),
            "sanctions": Translation("제재", "fuzzy", Location(path, 33)),
            "treaty": Translation("조약", "approved", Location(path, 16)),
        }
    }


def test_no_heavy_import():
    code = "import sys, glossary.catalogs; sys.exit(bool({'spacy', 'wordfreq', 'trafilatura'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
