"""Tell the format of a file: by what its bytes say, else by its name.

Contract: reads no more than the head of a file or the list of names in an archive.
"""

from __future__ import annotations

import re
import zipfile
from contextlib import suppress
from io import BytesIO

from pipeline.readers.office import compound
from pipeline.readers.source import RefusedError, Source

# Formats that hold no characters in order: the module that renders them.
BINARY = {
    "doc": "pipeline.readers.office.doc",
    "docx": "pipeline.readers.office.word",
    "ods": "pipeline.readers.office.opendocument",
    "odt": "pipeline.readers.office.opendocument",
    "pdf": "pipeline.readers.pdf.reader",
    "pptx": "pipeline.readers.office.presentation",
    "rtf": "pipeline.readers.office.rtf",
    "xls": "pipeline.readers.office.workbook_old",
    "xlsm": "pipeline.readers.office.workbook",
    "xlsx": "pipeline.readers.office.workbook",
}

# Formats that hold a text, a web page or records in a package: the module that takes it out.
PACKED = {
    "eml": "pipeline.readers.mail",
    "epub": "pipeline.readers.book",
    "json": "pipeline.readers.data_file",
    "jsonl": "pipeline.readers.data_file",
    "mht": "pipeline.readers.mail",
    "mhtml": "pipeline.readers.mail",
    "ndjson": "pipeline.readers.data_file",
}

# Endings under which text is found too.
_ALSO_TEXT = ("doc", "rtf", "xls")
_HEAD = 4096
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]|\A(?:PK|\xd0\xcf\x11\xe0)")
_BLANKS = b"\xef\xbb\xbf \t\r\n\x00"
# What an archive of each format holds.
_PARTS = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "ppt/presentation.xml": "pptx",
    "META-INF/container.xml": "epub",
    "content.xml": "odt",
}


def find_format(source: Source) -> str:
    """Return the ending of a file's format: what its bytes say, else what its name says."""
    if source.data.startswith(b"%PDF-"):
        return "pdf"
    if source.data[:64].lstrip(_BLANKS).startswith(b"{\\rtf"):
        return "rtf"
    if source.data.startswith(b"PK\x03\x04"):
        with suppress(zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            names = set(zipfile.ZipFile(BytesIO(source.data)).namelist())
            for part, ending in _PARTS.items():
                if part in names:
                    return ending
    if source.data.startswith(compound.MAGIC):
        return _compound(source)
    is_text = source.ending in _ALSO_TEXT or is_misnamed(source)
    return "" if is_text else source.ending


def is_misnamed(source: Source) -> bool:
    """Tell whether a file that is named like a binary format holds text: no control characters."""
    head = source.data[:_HEAD]
    is_binary = source.ending in BINARY and source.ending not in _ALSO_TEXT
    return is_binary and len(head) > 0 and b"%PDF-" not in head and not _CONTROL.search(head)


_NAMED = {"encrypted": "an encrypted file", "ppt": "a presentation of PowerPoint 2003 or before"}


def _compound(source: Source) -> str:
    """Return the format of a compound file.

    Raises:
        RefusedError: it is none that can be read.
    """
    kind = compound.find_kind(source.data)
    if kind in BINARY:
        return kind
    message = f"this is {_NAMED.get(kind, 'a damaged or unknown file of Office 2003 or before')}"
    advice = "save it without protection as .docx, .xlsx or .pptx, or its text as UTF-8 .txt"
    raise RefusedError(source.path, message, advice, kind if kind == "encrypted" else "binary_file")
