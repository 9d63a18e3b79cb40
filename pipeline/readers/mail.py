"""Read a mail (.eml) or a web page saved as one (.mht, .mhtml): what it says, and its subject.

Contract: nothing is loaded; addresses and pictures are left out, attachments too, and these are
told; of a mail that says the same as text and as a page the page is read if it has tables.
"""

from __future__ import annotations

import email
import email.errors
import email.policy
import re
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage, MIMEPart

from pipeline.readers.canonical import Note
from pipeline.readers.encoding import decode
from pipeline.readers.packed import Packed
from pipeline.readers.source import RefusedError, Source, told_as_refusal
from pipeline.readers.web.elements import BLOCKS, IN_HEAD

_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_TAG = re.compile(r"</?(?P<name>[a-zA-Z][a-zA-Z0-9]*+)?+[^<>]*>")
_ENDS_LINE = BLOCKS | IN_HEAD | {"br"}
_LONGER = 20  # 【新聞稿】 before the subject
_ADVICE = "save its text as UTF-8 .txt"
_DAMAGE = (email.errors.MessageError, ValueError, LookupError, TypeError, AttributeError)


def unpack(source: Source) -> Packed:
    """Return what a mail says.

    Raises:
        RefusedError: it is no mail, or says nothing.
    """
    with told_as_refusal(source, _DAMAGE, "this is no mail", _ADVICE, "not_mail"):
        message = email.message_from_bytes(source.data, policy=email.policy.default)
        is_page = source.ending in ("mht", "mhtml")
        texts = {"text/plain": "", "text/html": ""}
        left_out: list[str] = []
        for part in _parts(message):
            kind = part.get_content_type()
            has_name = part.get_filename() is not None or kind == "message/rfc822"
            if part.is_attachment() or (has_name and kind not in texts):
                left_out.append(part.get_filename() or kind)
            elif kind in texts and not texts[kind]:
                texts[kind] = _text(part, source.path)
        title = _subject(message)
        published = _day(message)
    if not any(text.strip() for text in texts.values()):
        raise RefusedError(source.path, "the mail has no text", _ADVICE, "empty_file")
    page = texts["text/html"]
    has_page = bool(page) and (is_page or _TABLE.search(page) or not texts["text/plain"].strip())
    text_type = "text/html" if has_page else "text/plain"
    text = page if has_page else texts["text/plain"]
    if title and not is_page:
        text = _titled(text, title, has_page=bool(has_page))
    notes = [] if is_page else list(_notes(left_out))
    media_type = "multipart/related" if is_page else "message/rfc822"
    return Packed(text, text_type, media_type, title, published, notes)


def _parts(message: EmailMessage) -> Iterator[MIMEPart]:
    """Yield the parts that hold no others; those of a mail inside count as one attachment."""
    waiting: list[MIMEPart] = [message]
    while waiting:
        part = waiting.pop()
        is_mail = part.get_content_type() == "message/rfc822"
        if part.is_multipart() and (not is_mail or part is message):
            waiting += reversed(list(part.iter_parts()))
        else:
            yield part


def _text(part: MIMEPart, place: str) -> str:
    """Return the text of a part: as its bytes say, since declared encodings are often wrong."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    charset = part.get_content_charset() or "utf-8"
    try:
        return decode(data, place).text
    except RefusedError:
        return data.decode(charset, "replace")


def _subject(message: EmailMessage) -> str:
    return " ".join(str(message["Subject"] or "").split())


def _day(message: EmailMessage) -> str:
    header = message["Date"]
    sent = getattr(header, "datetime", None)
    return sent.date().isoformat() if isinstance(sent, datetime) else ""


def _titled(text: str, title: str, *, has_page: bool) -> str:
    """Put the subject above what the mail says, unless one of its first lines tells it."""
    lines = _TAG.sub(_line_end, text[:2000]).split("\n")
    if any(title in line and len(line.strip()) <= len(title) + _LONGER for line in lines):
        return text
    if has_page:
        head = re.search(r"<body\b[^<>]*>", text, re.IGNORECASE)
        at = head.end() if head else 0
        shown = title.replace("&", "&amp;").replace("<", "&lt;")
        return f"{text[:at]}<h1>{shown}</h1>{text[at:]}"
    return f"{title}\n\n{text}"


def _line_end(tag: re.Match[str]) -> str:
    """Return what a tag prints: the end of a line, or nothing within one."""
    return "\n" if (tag["name"] or "").lower() in _ENDS_LINE else ""


def _notes(left_out: list[str]) -> Iterator[Note]:
    if left_out:
        listed = ", ".join(left_out[:5]) + (" and more" if len(left_out) > 5 else "")
        yield Note(
            "attachments_left_out",
            f"attachments are not read: {listed}",
            "save them beside the mail",
        )
