"""Parse the XML parts of a zip package.

Contract: entities are not resolved and nothing is loaded; `damage` lists what broken files raise.
"""

from __future__ import annotations

import zipfile
import zlib
from typing import Any


def parse(data: bytes) -> Any:
    """Return the root of an XML part."""
    from lxml import etree  # noqa: PLC0415 - only for packages of XML

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(data, parser)


def damage() -> tuple[type[Exception], ...]:
    """Return what the libraries raise over a damaged or protected package."""
    from lxml.etree import XMLSyntaxError  # noqa: PLC0415 - only for packages of XML

    broken = (zipfile.BadZipFile, zlib.error, XMLSyntaxError, EOFError, OSError, StopIteration)
    return (*broken, ValueError, TypeError, LookupError, NotImplementedError, RuntimeError)
