"""E-mail: subject and texts as messages; a translated message is one that mail programs read."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage

import pytest

from glossary import documents
from glossary.errors import DocumentError

from .making import opened, rendered, roles, texts

TEXT = """\
The ministers met in the old town on Monday, and they
signed the agreement.

On Sunday Kim wrote:
> Will the ministers meet at all in
> the old town?

-- 
Jane Roe, Port Amity
"""  # noqa: W291 - that is how a signature begins
HTML = "<p>The ministers <b>met</b>.</p>\n<p>It ended.</p>\n"


def message(cte: str = "8bit", *, alternative: bool = False, attachment: bool = False) -> bytes:
    made = EmailMessage()
    made["Subject"] = "Fwd: The Port Amity Agreement – signed"
    made["From"] = "jane@example.org"
    made.set_content(TEXT, cte=cte)
    if alternative:
        made.add_alternative(HTML, subtype="html", cte=cte)
    if attachment:
        made.add_attachment("Attached words", filename="a.txt")
    return made.as_bytes(policy=email.policy.SMTP if cte == "base64" else email.policy.default)


def shown(data: bytes) -> tuple[str, list[str]]:
    """Subject and texts as a mail program shows them."""
    read = email.message_from_bytes(data, policy=email.policy.default)
    parts = (part for part in read.walk() if part.get_content_maintype() == "text")
    return read["subject"], [part.get_content().replace("\r\n", "\n") for part in parts]


MESSAGES = [
    ("heading", "Fwd: The Port Amity Agreement – signed"),
    ("paragraph", "The ministers met in the old town on Monday, and they signed the agreement."),
    ("paragraph", "On Sunday Kim wrote:"),
    ("boilerplate", "Will the ministers meet at all in the old town?"),
    ("boilerplate", "Jane Roe, Port Amity"),
]


def test_subject_and_text_are_messages(tmp_path):
    assert roles(documents.cut(opened(tmp_path, "a.eml", message()), "paragraph")) == MESSAGES
    found = documents.read(tmp_path / "a.eml", tmp_path, 10_000)
    assert [(segment.role, segment.text) for segment in found.segments] == MESSAGES
    assert found.title == MESSAGES[0][1]


def test_attachments_are_none_and_alternatives_count_once(tmp_path):
    data = message(alternative=True, attachment=True)
    assert texts(tmp_path, "a.eml", data) == [
        *(text for _, text in MESSAGES), "The ministers <b>met</b>.", "It ended.",
    ]  # fmt: skip
    found = documents.read(tmp_path / "a.eml", tmp_path, 10_000)
    assert [segment.text for segment in found.segments] == [text for _, text in MESSAGES]


@pytest.mark.parametrize("cte", ["7bit", "8bit", "quoted-printable", "base64"])
@pytest.mark.parametrize("alternative", [False, True])
def test_translations_arrive(tmp_path, cte, alternative):
    data = message(cte, alternative=alternative)
    assert rendered(tmp_path, "a.eml", data, lambda text: text).data == data
    before, after = shown(data), shown(rendered(tmp_path, "a.eml", data, lambda text: text.replace("e", "є")).data)
    assert after[0] == before[0].replace("e", "є")
    assert [text.rstrip("\n") for text in after[1]] == [
        text.rstrip("\n").replace("e", "є")
        if "<p>" not in text
        else "<p>Thє ministєrs <b>mєt</b>.</p>\n<p>It єndєd.</p>"
        for text in before[1]
    ]


def test_untouched_parts_keep_every_byte(tmp_path):
    data = message("quoted-printable", alternative=True, attachment=True)
    new = rendered(tmp_path, "a.eml", data, lambda text: "끝났다." if text == "It ended." else None).data
    start = data.index(b"<p>The")
    assert new[: start - 200] == data[: start - 200]
    assert new[-200:] == data[-200:]
    assert "<p>끝났다.</p>" in shown(new)[1][1]


def test_a_translation_is_quoted_as_the_original(tmp_path):
    new = rendered(tmp_path, "a.eml", message(), lambda text: f"{text} It is not known." if "at all" in text else None)
    assert "> Will the ministers meet at all in\n> the old town? It is not known.\n" in shown(new.data)[1][0]


def test_a_message_without_any_mime_becomes_one(tmp_path):
    data = b"From: a@example.org\nSubject: News of it\n\nIt ended there.\n"
    new = rendered(tmp_path, "a.eml", data, {"News of it": "소식", "It ended there.": "끝났다."}.get)
    assert shown(new.data) == ("소식", ["끝났다.\n"])
    assert b"MIME-Version: 1.0\n" in new.data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"no header at all, only a sentence\n", "no e-mail: it has no header"),
        (b"\xd0\xcf\x11\xe0\0\0: x\n\n", "no e-mail: it has no header"),
        (b"From: a@example.org\n\n\n", "no text in it"),
        (b"Content-Type: image/png\nContent-Transfer-Encoding: base64\n\naGVsbG8gd29ybGQ=\n", "no text in it"),
    ],
)
def test_what_is_no_mail_is_refused(tmp_path, data, message):
    with pytest.raises(DocumentError, match=message):
        opened(tmp_path, "a.eml", data)
