"""The glossary as gettext catalogs: ``plan`` says what a build would write, ``write`` writes it.

People's work lives in the catalogs, so an update never loses any: messages belong to concepts, not to
strings; what nobody needs any longer turns obsolete; a file that cannot be read whole is never overwritten.
This is the only room that opens .po and .pot files, and the only door of polib.
"""

from glossary.catalogs.adopting import Adoption, adopt
from glossary.catalogs.atomic import replace_bytes, write_bytes
from glossary.catalogs.documents import DocumentPlan, Held, Known, Outdated, held, plan_document
from glossary.catalogs.entries import Catalog, Entry
from glossary.catalogs.headers import catalog_languages
from glossary.catalogs.memory import Offer, memory
from glossary.catalogs.merging import Change, Counts, rendered
from glossary.catalogs.messages import messages
from glossary.catalogs.planning import (
    FilePlan,
    catalog_path,
    language_catalogs,
    plan,
    prove,
    read_file,
    shown_path,
    template_path,
    write,
)
from glossary.catalogs.prefill import Prefill
from glossary.catalogs.reading import parse, read
from glossary.catalogs.returned import Digests, Pair, Returned, bring_back, digests
from glossary.catalogs.revising import confirmed, exchanged
from glossary.catalogs.segments import SegmentMessage, segment_messages
from glossary.catalogs.translations import Translation, approved, translations

__all__ = [
    "Adoption",
    "Catalog",
    "Change",
    "Counts",
    "Digests",
    "DocumentPlan",
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
    "held",
    "language_catalogs",
    "memory",
    "messages",
    "parse",
    "plan",
    "plan_document",
    "prove",
    "read",
    "read_file",
    "rendered",
    "replace_bytes",
    "segment_messages",
    "shown_path",
    "template_path",
    "translations",
    "write",
    "write_bytes",
]
