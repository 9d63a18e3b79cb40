"""Identifiers: short hashes of length-prefixed fields.

Contract: equal fields give equal ids on every machine; no two different field lists share an
encoding, because every field is written with its length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from hashlib import blake2b


def make_id(prefix: str, *fields: str | int | None) -> str:
    """Return ``prefix`` and 16 hexadecimal digits that identify ``fields``.

    >>> make_id("p", "柯文哲", "TW") == make_id("p", "柯文哲", "TW")
    True
    >>> make_id("p", "a", "bc") == make_id("p", "ab", "c")
    False
    """
    return f"{prefix}_{blake2b(_encode(fields), digest_size=8).hexdigest()}"


def id_maker(*shared: str | int | None) -> Callable[..., str]:
    """Return `make_id` for ids that all begin with the same fields, which are hashed only once.

    >>> id_maker("柯文哲")("p", "TW") == make_id("p", "柯文哲", "TW")
    True
    """
    begun = blake2b(_encode(shared), digest_size=8)

    def make(prefix: str, *fields: str | int | None) -> str:
        digest = begun.copy()
        digest.update(_encode(fields))
        return f"{prefix}_{digest.hexdigest()}"

    return make


def id_renamer(*shared: str | int | None) -> Callable[[str], str]:
    """Return a function from an id to that of the same thing among others: its prefix stays.

    >>> id_renamer("柯文哲")("p_1") == make_id("p", "柯文哲", "p_1")
    True
    """
    copy = blake2b(_encode(shared), digest_size=8).copy

    def rename(given: str) -> str:
        data = given.encode("utf-8", "surrogatepass")
        digest = copy()
        digest.update(b"%d:%b" % (len(data), data))  # each comes once: no use to remember it
        return f"{given.rpartition('_')[0] or 'id'}_{digest.hexdigest()}"

    return rename


def _encode(fields: Iterable[str | int | None]) -> bytes:
    return b"".join(map(_encode_one, fields))


# The same names and positions come again and again.  The cache keeps strings and integers by
# themselves and everything else apart: 1 and True are written differently.
@lru_cache(1 << 15)
def _encode_one(field: str | int | None) -> bytes:
    if field is None:
        return b"~;"
    data = str(field).encode("utf-8", "surrogatepass")
    return b"%d:%b" % (len(data), data)
