"""Identifiers: short hashes of length-prefixed fields.

Contract: equal fields give equal ids on every machine; no two different field lists share an
encoding, because every field is written with its length.
"""

from __future__ import annotations

from hashlib import blake2b


def make_id(prefix: str, *fields: str | int | None) -> str:
    """Return ``prefix`` and 16 hexadecimal digits that identify ``fields``.

    >>> make_id("p", "柯文哲", "TW") == make_id("p", "柯文哲", "TW")
    True
    >>> make_id("p", "a", "bc") == make_id("p", "ab", "c")
    False
    """
    parts = []
    for field in fields:
        if field is None:
            parts.append("~;")
            continue
        text = str(field)
        size = len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
        parts.append(f"{size}:{text}")
    data = "".join(parts).encode("utf-8", "surrogatepass")
    return f"{prefix}_{blake2b(data, digest_size=8).hexdigest()}"
