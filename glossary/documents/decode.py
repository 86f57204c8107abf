"""Bytes -> text: which encoding, which line ends, and what is no text at all."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from glossary.errors import DocumentError
from glossary.expressions import expression

_MAGIC: Mapping[bytes, str] = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a zip archive (docx, odt, epub …)",
    b"\xd0\xcf\x11\xe0": "an old Microsoft Office file",
    b"{\\rtf": "an RTF file",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x7fELF": "a program",
}
"""First bytes → what such a file is."""

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})|<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
"""Bytes in which the declaration is looked for: the 1024 of the HTML standard, and room for long heads."""

_CHARACTER_SET = expression(
    r"(iso-?8859|windows-|cp\d|koi8|mac|euc|shift|sjis|gb|big5|latin|iso-2022-|tis-)", re.IGNORECASE
)
_WIDER: Mapping[str, str] = {
    "iso8859-1": "cp1252",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
}
"""Declared → what such pages are really written in, as https://encoding.spec.whatwg.org/#names-and-labels has it."""

_FOREIGN = 0.15
"""Share of non-ASCII bytes from which a file is no English in Windows-1252 (French has 0.04, English 0.01)."""

_MAC_APOSTROPHE = re.compile(rb"[a-z]\xd5[a-z]")
""""don’t" in Mac Roman; in Windows-1252 a capital Õ between small letters, which no language has."""

LINE_END = expression(r"\r\n?")
UNSEEN = expression(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_HANDLER = "glossary.windows-1252"


def load(path: Path, name: str, max_size: int) -> bytes:
    """The bytes of a file, at most ``max_size``; the size is looked at before anything is read.

    Raises ``DocumentError`` (with ``name`` as path) for what is no regular file, empty, larger than
    ``max_size`` bytes or unreadable.
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise DocumentError("not a regular file", path=name, hint="name a text, Markdown or HTML file")
        if size > max_size:
            hint = "split it, or raise max-file-size in the settings"
            raise DocumentError(f"too large: {size:,} bytes, at most {max_size:,} are read", path=name, hint=hint)
        with path.open("rb") as file:
            data = file.read(max_size)
    except OSError as error:
        hint = "check that it exists and that you may read it"
        raise DocumentError(f"cannot be read: {error.strerror or error}", path=name, hint=hint) from None
    if not data:
        raise DocumentError("empty file", path=name, hint="fill it or leave it out (setting exclude)")
    return data


def decode(data: bytes, name: str, *, markup: bool = False) -> str:
    """The text of a file, in NFC, with LF line ends and without control characters.

    The voices in order: byte order mark; UTF-16 as its NUL bytes betray it; UTF-8, where it is valid;
    with ``markup`` the encoding that an XML declaration or ``<meta charset>`` names; Windows-1252
    (stray bytes in UTF-8 too); charset-normalizer for what is too foreign for that.  The number of
    lines is that of the file.  Raises ``DocumentError`` for binary data and unknown encodings.
    """
    _refuse_binary(data, name)
    return clean(_text(data, name, markup))


def clean(text: str) -> str:
    """``text`` with LF line ends, without invisible characters, in NFC; no line moves.

    C1 controls are read as the Windows-1252 characters they nearly always are; other controls and
    Unicode line separators become spaces; soft hyphens vanish except at a line's end; direction marks
    and zero-width spaces vanish.
    """
    if "\r" in text:
        text = LINE_END.sub("\n", text)
    if not text.isascii() or UNSEEN.search(text):
        text = UNSEEN.sub(lambda match: seen(match, text), text)
        text = unicodedata.normalize("NFC", text)
    return text


def seen(match: re.Match[str], text: str) -> str:
    """What stands for an invisible character that ``UNSEEN`` matched in ``text``."""
    char = match[0]
    if "\x80" <= char <= "\x9f":
        return char.encode("latin-1").decode("cp1252", "ignore")
    if char == "\xad":
        return char if text[match.end() : match.end() + 1] == "\n" else ""
    return "" if char in "\u200b\ufeff" or unicodedata.category(char) == "Cf" else " "


def _refuse_binary(data: bytes, name: str) -> None:
    hint = "save its text as .txt, .md or .html"
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise DocumentError(f"not text but {what}", path=name, hint=hint)
    if data.startswith(tuple(bom for bom, _ in _BOMS)) or _unmarked_utf16(data):
        return
    nul = data.find(0)
    if nul >= 0:
        line = data.count(b"\n", 0, nul) + 1
        raise DocumentError("binary data (a NUL byte)", path=name, line=line, hint=hint)
    controls = len(data[:65_536].translate(None, bytes(set(range(256)) - set(range(1, 32)) | {9, 10, 12, 13, 27})))
    if controls * 50 > len(data[:65_536]):  # 2 %: no text, whatever its encoding
        raise DocumentError("binary data (control characters)", path=name, hint=hint)


def _unmarked_utf16(data: bytes) -> str:
    """``utf-16-le`` or ``-be`` when nearly every other byte is NUL, as in English; else nothing."""
    sample = data[:4096]
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if half and odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if half and even > 0.7 * half and odd < 0.05 * half else ""


def _text(data: bytes, name: str, markup: bool) -> str:
    encoding = encoding_of(data, name, markup=markup)
    return data.decode(encoding, _HANDLER if encoding == "utf-8" else "replace").removeprefix("\ufeff")


def encoding_of(data: bytes, name: str, *, markup: bool = False) -> str:
    """Python's name of the encoding that ``decode`` reads a file in; a byte order mark stays in its text.

    ``utf-8`` may have stray bytes of Windows-1252 in it.  Raises ``DocumentError`` when no encoding fits.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return encoding
    if encoding := _unmarked_utf16(data):
        return encoding
    declared = _declared(data) if markup else ""
    escaped = declared.startswith("iso2022") and b"\x1b" in data  # the one family that looks like ASCII
    first = declared if escaped else "utf-8"
    try:
        data.decode(first)
    except UnicodeDecodeError as error:
        encoding = declared or ("mac_roman" if _MAC_APOSTROPHE.search(data) else "")
        return encoding or ("utf-8" if _western(data) else _guessed(data, name, error.start))
    return first


def _declared(data: bytes) -> str:
    """Python's name of the encoding that the head declares; empty for none, an unknown one, or any UTF."""
    match = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    label = (match[1] or match[2]).decode("ascii", "replace") if match else ""
    if not _CHARACTER_SET.match(label):  # Python also knows "rot13" and "utf-7"; no page means them
        return ""
    try:
        found = codecs.lookup(label).name
    except LookupError:
        return ""
    return _WIDER.get(found, found)


def _western(data: bytes) -> bool:
    """Could this be Windows-1252, or UTF-8 with fewer stray bytes of it than its own?"""
    high = len(data.translate(None, bytes(range(128))))
    stray = len(data) - len(data.decode("utf-8", "ignore").encode())
    return high < _FOREIGN * len(data) or stray * 3 < high


def _guessed(data: bytes, name: str, start: int) -> str:
    """The encoding that charset-normalizer finds."""
    import charset_normalizer  # noqa: PLC0415 - one file in ten thousand needs it

    best = charset_normalizer.from_bytes(data[:100_000]).best()
    if best is None:
        line = data.count(b"\n", 0, start) + 1
        raise DocumentError("unknown encoding", path=name, line=line, hint="save it as UTF-8")
    return best.encoding


def _windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: what is not UTF-8 is Windows-1252; its five holes become U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_HANDLER, _windows_1252)
