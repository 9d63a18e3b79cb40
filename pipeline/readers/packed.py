"""What a package (a mail, a saved page, a book) holds: one text or web page, taken out of it.

Contract: values only; the text is read as if it were a file of its own.
"""

from __future__ import annotations

from pipeline.readers.canonical import Note
from pipeline.records import record


@record
class Packed:
    """A text in a package.

    Attributes:
        text: the text or the page.
        text_type: ``text/plain`` or ``text/html``.
        media_type: what the package is.
        title: title the package names, or empty.
        published: day the package names, as 2024-05-01, or empty.
        notes: what was left out.
    """

    text: str
    text_type: str
    media_type: str
    title: str
    published: str
    notes: list[Note]
