"""Parse the XML parts of a zip package.

Contract: entities are not resolved and nothing is loaded; `damage` lists what broken files raise.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from typing import Any


def parse(data: bytes) -> Any:
    """Return the root of an XML part."""
    from lxml import etree  # noqa: PLC0415 - only for packages of XML

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(data, parser)


def write(root: Any) -> bytes:
    """Return the XML of an element."""
    from lxml import etree  # noqa: PLC0415 - only for packages of XML

    return bytes(etree.tostring(root, encoding="UTF-8"))


def closed(data: bytes) -> bytes:
    """Return XML that breaks off with its open elements closed; empty if no text is left."""
    from lxml import etree  # noqa: PLC0415 - only for packages of XML

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return b""
    has_text = root is not None and any(text.strip() for text in root.itertext())
    return write(root) if has_text else b""


def is_frame(table: Any, tag: str, count_cells: Callable[[Any], int]) -> bool:
    """Whether a table only frames another: one inside has more cells than it has itself.

    Args:
        table: the element of the table.
        tag: what elements of tables are called.
        count_cells: counts the cells of a table that are none of a table inside.
    """
    n_own = count_cells(table)
    return any(count_cells(inner) > n_own for inner in table.iterdescendants(tag))


def damage() -> tuple[type[Exception], ...]:
    """Return what the libraries raise over a damaged or protected package."""
    from lxml.etree import XMLSyntaxError  # noqa: PLC0415 - only for packages of XML

    broken = (zipfile.BadZipFile, zlib.error, XMLSyntaxError, EOFError, OSError, StopIteration)
    return (*broken, ValueError, TypeError, LookupError, NotImplementedError, RuntimeError)
