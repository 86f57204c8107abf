"""The glossary as gettext catalogs: ``plan`` says what a build would write, ``write`` writes it.

People's work lives in the catalogs, so an update never loses any: messages belong to concepts, not to
strings; what nobody needs any longer turns obsolete; a file that cannot be read whole is never overwritten.
This is the only room that opens .po and .pot files, and the only door of polib.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.doors import door

if TYPE_CHECKING:
    from glossary.catalogs.adopting import Adoption, adopt
    from glossary.catalogs.atomic import put, replace_bytes, write_bytes, write_content
    from glossary.catalogs.concept_messages import messages
    from glossary.catalogs.concept_translations import Translation, approved, translations
    from glossary.catalogs.contents import Content, Draft, lying
    from glossary.catalogs.documents import DocumentPlan, Held, Known, Outdated, held, plan_document
    from glossary.catalogs.entries import Catalog, Entry
    from glossary.catalogs.headers import catalog_languages
    from glossary.catalogs.merging import Change, Counts, rendered
    from glossary.catalogs.paths import catalog_path, language_catalogs, shown_path, template_path
    from glossary.catalogs.planning import FilePlan, found, plan, prove, read_file, tasks, write
    from glossary.catalogs.prefill import Prefill
    from glossary.catalogs.reading import parse, read
    from glossary.catalogs.returned import Digests, Pair, Returned, bring_back, digests
    from glossary.catalogs.revising import confirmed, exchanged
    from glossary.catalogs.segments import SegmentMessage, segment_messages
    from glossary.catalogs.translation_memory import Offer, memory

__all__ = [
    "Adoption",
    "Catalog",
    "Change",
    "Content",
    "Counts",
    "Digests",
    "DocumentPlan",
    "Draft",
    "Entry",
    "FilePlan",
    "Held",
    "Known",
    "Offer",
    "Outdated",
    "Pair",
    "Prefill",
    "Returned",
    "SegmentMessage",
    "Translation",
    "adopt",
    "approved",
    "bring_back",
    "catalog_languages",
    "catalog_path",
    "confirmed",
    "digests",
    "exchanged",
    "found",
    "held",
    "language_catalogs",
    "lying",
    "memory",
    "messages",
    "parse",
    "plan",
    "plan_document",
    "prove",
    "put",
    "read",
    "read_file",
    "rendered",
    "replace_bytes",
    "segment_messages",
    "shown_path",
    "tasks",
    "template_path",
    "translations",
    "write",
    "write_bytes",
    "write_content",
]

_NAMES = {
    "adopting": "Adoption adopt",
    "atomic": "put replace_bytes write_bytes write_content",
    "concept_messages": "messages",
    "concept_translations": "Translation approved translations",
    "contents": "Content Draft lying",
    "documents": "DocumentPlan Held Known Outdated held plan_document",
    "entries": "Catalog Entry",
    "headers": "catalog_languages",
    "merging": "Change Counts rendered",
    "paths": "catalog_path language_catalogs shown_path template_path",
    "planning": "FilePlan found plan prove read_file tasks write",
    "prefill": "Prefill",
    "reading": "parse read",
    "returned": "Digests Pair Returned bring_back digests",
    "revising": "confirmed exchanged",
    "segments": "SegmentMessage segment_messages",
    "translation_memory": "Offer memory",
}
"""Module → what this door has from it; new names go into all three lists."""
__getattr__ = door(__name__, _NAMES, globals())
