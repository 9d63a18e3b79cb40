"""Given names in Latin letters, of many peoples.

Contract: a word is compared without accents and case; names that are ordinary words or large cities
are left out of the list.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property


class GivenNames:
    """Latin given names, read when first needed.

    Args:
        rows: lines of ``latin_given_names.csv``.
    """

    def __init__(self, rows: Callable[[], Iterable[Mapping[str, str]]] = tuple) -> None:
        self._rows = rows

    def __contains__(self, word: object) -> bool:
        """Whether a word is a given name, with or without its accents."""
        return isinstance(word, str) and _plain(word) in self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(_plain(name) for row in self._rows() for name in row["names"].split())


def _plain(word: str) -> str:
    if word.isascii():
        return word.casefold()
    letters = unicodedata.normalize("NFD", word)
    return "".join(c for c in letters if not unicodedata.combining(c)).casefold()
