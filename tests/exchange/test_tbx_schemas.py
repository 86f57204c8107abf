"""TBX of 2019 against the core RELAX NG and the TBX-Basic Schematron.

The schemas have no licence that would let them lie here.  To run these tests, name the folder that holds
``TBXcoreStructV03.rng`` and ``TBX-Basic_DCA.sch`` (both from https://github.com/LTAC-Global) in the environment
variable ``GLOSSARY_TBX_SCHEMAS`` and install ``saxonche``: the Schematron's expressions are XPath 2.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from glossary import exchange
from glossary.exchange import Scope
from glossary.model import Glossary

from .building import LANGUAGES, SAMPLE, glossaries

FOLDER = os.environ.get("GLOSSARY_TBX_SCHEMAS", "")
pytestmark = pytest.mark.skipif(not FOLDER, reason="set GLOSSARY_TBX_SCHEMAS")
_SCH = "{http://purl.oclc.org/dsdl/schematron}"


def grammar_errors(data: bytes) -> list[str]:
    schema = etree.RelaxNG(etree.parse(str(Path(FOLDER) / "TBXcoreStructV03.rng")))
    schema.validate(etree.fromstring(data))
    return [error.message for error in schema.error_log]


class Schematron:
    """Rules of a Schematron schema without phases, variables or abstract patterns, each tried on all its nodes."""

    def __init__(self, path: Path) -> None:
        saxonche = pytest.importorskip("saxonche")
        self.processor = saxonche.PySaxonProcessor(license=False)
        root = etree.parse(str(path)).getroot()
        self.namespaces = {ns.get("prefix"): ns.get("uri") for ns in root.iter(f"{_SCH}ns")}
        self.rules = [
            (
                rule.get("context"),
                [(test.get("test"), "".join(test.itertext()).strip()) for test in rule.iter(f"{_SCH}assert")],
            )
            for rule in root.iter(f"{_SCH}rule")
        ]

    def errors(self, data: bytes) -> list[str]:
        document = self.processor.parse_xml(xml_text=data.decode())
        xpath = self.processor.new_xpath_processor()
        for prefix, uri in self.namespaces.items():
            xpath.declare_namespace(prefix, uri)
        found = []
        for context, tests in self.rules:
            xpath.set_context(xdm_item=document)
            for node in xpath.evaluate(f"//({context})") or ():
                xpath.set_context(xdm_item=node)
                found += [message for test, message in tests if not xpath.effective_boolean_value(test)]
        return found


@pytest.fixture(scope="module")
def schematron() -> Schematron:
    return Schematron(Path(FOLDER) / "TBX-Basic_DCA.sch")


def test_the_sample_is_valid(schematron: Schematron) -> None:
    data = exchange.write("tbx3", SAMPLE, Scope(LANGUAGES))
    assert (grammar_errors(data), schematron.errors(data)) == ([], [])


@given(glossaries())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_glossary_is_valid(schematron: Schematron, glossary: Glossary) -> None:
    data = exchange.write("tbx3", glossary, Scope(LANGUAGES))
    if len(glossary):
        assert (grammar_errors(data), schematron.errors(data)) == ([], [])


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("preferredTerm-admn-sts", "preferred"),
        (">noun<", ">substantive<"),
        ('type="definition"', 'type="context"'),
        ('target="supreme-leader"', 'target="nobody"'),
        ('type="termType"', 'type="usageStatus"'),
    ],
)
def test_these_rules_can_fail(schematron: Schematron, good: str, bad: str) -> None:
    text = exchange.write("tbx3", SAMPLE, Scope(LANGUAGES)).decode()
    assert good in text
    data = text.replace(good, bad).encode()
    assert grammar_errors(data) + schematron.errors(data)
