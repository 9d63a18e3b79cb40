"""Which English words say that a name is one of a body: Council, University of, GmbH.

Contract: words are matched as written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_OF = re.compile(" (?:of|for|de|di|del|da|do) ")

Rows = Sequence[Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class EnglishBodies:
    """Kinds of bodies by the words of their names.

    Attributes:
        ends: kind by the word a name ends with: Council.
        firsts: kind by the word before "of": City.
        starts: kind by the first word: Gemeente.
        wholes: kind of bodies known by name: OECD.
    """

    ends: Mapping[str, str]
    firsts: Mapping[str, str]
    starts: Mapping[str, str]
    wholes: Mapping[str, str]

    def kind_of(self, phrase: str) -> str | None:
        """Return the kind of body a phrase names, None if no word says that it is one.

        >>> rows = [{"word": "City", "place": "of", "kind": "government"}]
        >>> build_bodies_of(rows).kind_of("City of Cork"), build_bodies_of(rows).kind_of("Cork")
        ('government', None)
        """
        words = phrase.split()
        if phrase in self.wholes or len(words) < 2:
            return self.wholes.get(phrase)
        of = _OF.search(phrase)
        if of is not None:
            before = phrase[: of.start()]
            last = before.split()[-1].rstrip(",")
            kind = self.firsts.get(before) or self.firsts.get(last)
            if kind is None and " " in before:
                kind = self.ends.get(last)
            if kind is not None:
                return kind
        ends = (" ".join(words[-2:]), words[-1].rstrip(","))
        found = [self.ends[end] for end in ends if end in self.ends]
        return found[0] if found else self.starts.get(words[0])


def build_bodies_of(rows: Rows) -> EnglishBodies:
    """Build from the rows of organizations_english.csv."""
    kinds: dict[str, dict[str, str]] = {"end": {}, "of": {}, "start": {}, "whole": {}}
    for row in rows:
        kinds[row["place"]][row["word"]] = row["kind"]
    return EnglishBodies(kinds["end"], kinds["of"], kinds["start"], kinds["whole"])
