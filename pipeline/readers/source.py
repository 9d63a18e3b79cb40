"""What a reader gets: the bytes of one source file and what is known about it.

Contract: a `Source` is immutable and opens nothing; what cannot be read raises `RefusedError`.
"""

from __future__ import annotations

import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO

from pipeline.errors import InputError


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the raw folder.

    Attributes:
        path: path below the raw folder as it is on disk, ``/``-separated.
        data: the bytes of the file.
        meta: what the ``.meta.toml`` beside it says.
        document_id: id of the document; the path in NFC if not given.
    """

    path: str
    data: bytes
    meta: Mapping[str, object] = field(default_factory=dict)
    document_id: str = ""

    def __post_init__(self) -> None:
        if not self.document_id:
            object.__setattr__(self, "document_id", unicodedata.normalize("NFC", self.path))

    @property
    def ending(self) -> str:
        """The ending of the file name in lower case, without the dot; empty if there is none."""
        name = self.path.rpartition("/")[2]
        return name.rpartition(".")[2].lower() if "." in name else ""


class RefusedError(InputError):
    """A source that cannot become a document; ``code`` names the class of the problem."""

    def __init__(
        self, place: str, message: str, advice: str = "", code: str = "unreadable"
    ) -> None:
        super().__init__(place, message, advice)
        self.args = (place, message, advice, code)
        self.code = code


@contextmanager
def told_as_refusal(
    source: Source, errors: tuple[type[Exception], ...], what: str, advice: str, code: str
) -> Iterator[None]:
    """Turn what a library raises over a damaged file into a refusal; other refusals pass."""
    try:
        yield
    except RefusedError:
        raise
    except errors as error:
        message = f"{what}: {str(error) or type(error).__name__}"[:300]
        raise RefusedError(source.path, message, advice, code) from error


LARGEST = 200_000_000


def refuse_large(source: Source) -> None:
    """Refuse a zip archive that unpacks to more than any document.

    Raises:
        RefusedError: it does.
        zipfile.BadZipFile: it is no archive.
    """
    with zipfile.ZipFile(BytesIO(source.data)) as archive:
        size = sum(member.file_size for member in archive.infolist())
    if size > LARGEST:
        message = f"the file unpacks to {size:,} bytes, more than {LARGEST:,}"
        raise RefusedError(source.path, message, "split it, or save it as .txt", "too_large")


MAX_COLUMNS = 2000


def too_many_columns(place: str) -> RefusedError:
    """Return the refusal of a table wider than any table."""
    message = f"more than {MAX_COLUMNS} columns"
    advice = "check the delimiter, or split the table"
    return RefusedError(place, message, advice, "too_many_columns")
