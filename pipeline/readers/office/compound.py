"""Tell what a compound file holds: the container of Word, Excel and PowerPoint up to 2003.

Contract: reads only the directory of the file; damage gives an empty answer, never an error.
"""

from __future__ import annotations

from io import BytesIO

MAGIC = b"\xd0\xcf\x11\xe0"
# The stream that tells each kind; a protected file of Office 2007 and later is one of these too.
_STREAMS = (
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
    ("EncryptedPackage", "encrypted"),
)


def find_kind(data: bytes) -> str:
    """Return ``doc``, ``xls``, ``ppt`` or ``encrypted``; empty if it is none of these."""
    import olefile  # noqa: PLC0415 - only for such files

    try:
        with olefile.OleFileIO(BytesIO(data)) as file:
            names = {path[0].casefold() for path in file.listdir()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return ""
    return next((kind for name, kind in _STREAMS if name.casefold() in names), "")
