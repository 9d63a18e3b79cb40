"""Read who holds which office where in English lines: Dr. Ann Lee, Director, Port of Cork Company.

Contract: pure reading of text; a credit has a person and at least a title or a body.  The tail of
a name is a row of titles, bodies and places; a title may also stand before the name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.recognizers.english.lexicon import LETTER, UPPER, EnglishLexicon
from pipeline.records import record

CITY, COUNTRY, BODY = "CITY", "COUNTRY", "ORGANIZATION"
# Tells whether words name a CITY or COUNTRY.
PlaceOf = Callable[[str], str | None]

_WORD = rf"[{UPPER}0-9][{LETTER}0-9&'’./-]*"
_SMALL = r"(?:of|for|and|the|de|la|del|della|des|du|di|da|do|van|von|on|to|&|et|y|e|und|i|för|für)"
_GAP = "[ \u00a0]"
_STATUS = r"(?:former|ex|then|acting|interim|outgoing|deputy|vice)"
_LTD = r"(?:Ltd|Inc|LLC|Corp|GmbH|S\.A|PLC|Limited)"
PHRASE = re.compile(
    rf"(?:{_STATUS}[ -]){{0,2}}{_WORD}(?:{_GAP}(?:{_SMALL}{_GAP}){{0,3}}{_WORD}){{0,11}}"
    rf"(?:, {_LTD}(?![{LETTER}])\.?)?"
)
SEPARATOR = re.compile(
    r"\s{0,2}(?:[,，]|[/／|｜]|[–—]|(?<=\s)-(?=\s)|[(（\[]|@|\n)\s{0,2}"
    r"|[ \u00a0]{0,3}(?=(?:of|for|at|with|from|and|&) )|[ \u00a0\u3000]{2,4}|\u3000"
)
CONNECTOR = re.compile(r"(?:(of|for|at|with|from|in|to|and|&) )?(?:(?:the|our|its|a) )?")
_OF = re.compile(r"[ \u00a0](of|for|to|in|at|de|di|da|do|del|für|för)[ \u00a0](?:the[ \u00a0])?")
# Executive Director|（執行董事）| of Pacific Cities Network
GLOSS = re.compile(
    r"[ ]?(?:[(（][^()（）A-Za-z]{2,24}[)）]|[\u3400-\u9fff]{2,14})"
    r"(?=[ ]?(?:of|for|at|,|，|[/|｜]))[ ]?"
)
# Ann Lee, |首席數位官 |Chief Digital Officer
HAN_TITLE = re.compile("[\u3400-\u9fff]{2,14}[ \u3000/]{1,2}(?=[A-Z])")
_INNER_OF = re.compile(r"[ \u00a0](?:of|for)[ \u00a0](?:the[ \u00a0])?")
_ALSO = re.compile(r"[ \u00a0]?(?:&|/|and)[ \u00a0]?(?=[A-Z])")
_ORDINAL = re.compile(r"[0-9]+(?:st|nd|rd|th) ")
_ENDS = re.compile(r"\s*(?:$|[\n)）(（:：。;；|｜\]]|[\u3400-\u9fff]|\.(?:\s|$))")
_LONGEST_TAIL = 8


@record
class Slot:
    """A place or body in the tail of a name: span and label."""

    start: int
    end: int
    label: str


@dataclass(slots=True)
class Tail:
    """What stands behind a name: titles, places and bodies, and where it ends."""

    end: int
    titles: list[tuple[int, int]] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)


@dataclass(slots=True)
class Reading:
    """A line being read: text, bounds, words, and what tells places.

    Attributes:
        text: the document.
        start, stop: the line.
        lexicon: words.
        place_of: tells places by name.
        is_body_first: whether a body may stand between the name and the first title.
    """

    text: str
    start: int
    stop: int
    lexicon: EnglishLexicon
    place_of: PlaceOf
    is_body_first: bool = False

    def tail(self, at: int) -> Tail:
        """Read the titles, bodies and places behind a name that ends at ``at``."""
        tail = Tail(at)
        for _ in range(_LONGEST_TAIL):
            separator = SEPARATOR.match(self.text, tail.end, self.stop)
            if separator is None:
                break
            han = HAN_TITLE.match(self.text, separator.end(), self.stop)
            connector = CONNECTOR.match(self.text, (han or separator).end(), self.stop)
            assert connector is not None
            found = PHRASE.match(self.text, connector.end(), self.stop)
            if found is None:
                break
            end = self.trimmed(*found.span())
            if not self._read(found.start(), end, connector[1] or "", tail):
                break
            closing = self.text[tail.end : tail.end + 1]
            tail.end += closing in (")", "）")
            gloss = GLOSS.match(self.text, tail.end, self.stop)
            tail.end = gloss.end() if gloss else tail.end
        return tail

    def trimmed(self, start: int, end: int) -> int:
        """Return the end of a phrase without the full stop of its sentence."""
        last = self.text[start:end].split()[-1]
        keeps = last in self.lexicon.bodies.ends or re.fullmatch(r"(?:[A-Z]\.)+|Prof\.", last)
        return end - 1 if last.endswith((".", "/", "-")) and not keeps else end

    def _read(self, start: int, end: int, connector: str, tail: Tail) -> bool:
        """Add what a phrase says to the tail; False where it belongs to something else."""
        head = self._head(start, end)
        if head is None:
            return self._read_office(start, end, connector, tail)
        before = self.text[start : head.start()]
        if _INNER_OF.search(before) or re.search(r"\b(?:of|for)(?: the)? $", before):
            # Office of the Mayor, Department of the Chief Architect
            return self._read_office(start, end, connector, tail)
        n_titles, n_slots = len(tail.titles), len(tail.slots)
        first = self._behind_body(start, head.start(), tail)
        last = self._joined(first, head, end, tail)
        title_end = self._read_rest(last, last.end(), end, tail)
        if title_end is None:
            del tail.titles[n_titles:], tail.slots[n_slots:]
            return self._read_office(start, end, connector, tail)
        tail.titles[-1] = (tail.titles[-1][0], title_end)
        return True

    def _head(self, start: int, end: int) -> re.Match[str] | None:
        """Return the noun of the first title in a phrase: Scientist of Chief Data Scientist."""
        found: re.Match[str] | None = None
        for head in self.lexicon.heads.finditer(self.text, start, end):
            if found is not None:
                at = found.end()
                if _OF.match(self.text, at, end) or _ALSO.match(self.text, at, end):
                    break
            found = head
        return found

    def _behind_body(self, start: int, end: int, tail: Tail) -> int:
        """Return where a title begins behind the body it is held in: Cork City Council Director."""
        ordinal = _ORDINAL.match(self.text, start, end)
        start = ordinal.end() if ordinal else start
        words = list(re.finditer(r"\S+", self.text[start:end]))
        for index in range(len(words) - 1, 0, -1):
            stop = start + words[index].end()
            if words[index][0] in self.lexicon.fields or words[index][0] in self.lexicon.modifiers:
                continue
            if self.lexicon.body_kind(self.text[start:stop]) is not None:
                tail.slots.append(Slot(start, stop, BODY))
                return stop + 1
        return start

    def _joined(self, first: int, head: re.Match[str], end: int, tail: Tail) -> re.Match[str]:
        """Add the titles joined with one another (Founder and CEO); return the last."""
        tail.titles.append((first, head.end()))
        while (also := _ALSO.match(self.text, head.end(), end)) is not None:
            other = self.lexicon.heads.search(self.text, also.end(), end)
            if other is None or _INNER_OF.search(self.text[also.end() : other.start()]):
                break
            tail.titles.append((also.end(), other.end()))
            head = other
        return head

    def _read_rest(self, head: re.Match[str], at: int, end: int, tail: Tail) -> int | None:
        """Read what follows a title in its phrase; return where the title ends, None if none."""
        if at >= end:
            tail.end = end
            return at
        of = _OF.match(self.text, at, end)
        if of is None:
            rest = self.text[at:end].lstrip()
            start = end - len(rest)
            if self._is_field(start, end):
                tail.end = end
                return end
            if self.lexicon.body_kind(self.text[tail.titles[-1][0] : end]) is not None:
                return None
            if self.lexicon.body_kind(rest) is None and self.place_of(rest) is None:
                return None
            tail.slots.append(Slot(start, end, self.place_of(rest) or BODY))
            tail.end = end
            return at
        return self._read_of(of, at, end, self.lexicon.facts[head[1]].of, tail)

    def _read_of(self, of: re.Match[str], at: int, end: int, kind: str, tail: Tail) -> int:
        """Read what a title is held of; return where the title ends."""
        start, tail.end = of.end(), end
        label = self.office_label(start, end)
        is_field = of[1] in ("for", "in", "für", "för") or (kind == "field" and of[1] != "at")
        if label is not None and not (is_field and label == BODY and self._is_field(start, end)):
            tail.slots.append(Slot(start, end, label))
            return at
        for inner in _INNER_OF.finditer(self.text, start, end):
            label = self.office_label(inner.end(), end)
            if label is not None:
                tail.slots.append(Slot(inner.end(), end, label))
                return inner.start()
        if kind == "place" and of[1] not in ("for", "in", "at"):
            stop = self.known_place(start, end) or end
            tail.slots.append(Slot(start, stop, self.place_of(self.text[start:stop]) or CITY))
            tail.end = stop
            return at
        if not is_field:
            tail.slots.append(Slot(start, end, BODY))
            return at
        return end

    def _is_field(self, start: int, end: int) -> bool:
        """Whether all words are of a field of office, though the last may end a body's name."""
        words = self.text[start:end].split()
        known = self.lexicon.fields
        return len(words) < 4 and all(w in known or w in ("and", "&", "of") for w in words)

    def known_place(self, start: int, end: int) -> int | None:
        """Return where the longest known place that begins at ``start`` ends."""
        stops = [start + m.end() for m in re.finditer(r"\S+", self.text[start:end])]
        for stop in reversed(stops[:4]):
            if self.place_of(self.text[start:stop]) is not None:
                return stop
        return None

    def office_label(self, start: int, end: int) -> str | None:
        """Return what a phrase names: a place, a body, or None."""
        phrase = self.text[start:end]
        label = self.place_of(phrase)
        if label is not None:
            return label
        return BODY if self.lexicon.body_kind(phrase) is not None else None

    def _read_office(self, start: int, end: int, connector: str, tail: Tail) -> bool:
        phrase = self.text[start:end]
        label = self.office_label(start, end)
        if label is None and phrase in self.lexicon.regions and tail.titles:
            tail.end = end
            return True
        if label is None:
            named = connector in ("of", "at", "with", "from") and bool(tail.titles)
            free = bool(tail.titles) and not tail.slots and _ENDS.match(self.text, end) is not None
            named = named or (self.is_body_first and not tail.titles and not tail.slots)
            if not named and not (free and self._may_be_body(start, end)):
                return False
            label = BODY
        tail.slots.append(Slot(start, end, label))
        tail.end = end
        return True

    def _may_be_body(self, start: int, end: int) -> bool:
        """Whether words that no lexicon knows may be a body: no person with an honorific."""
        return self.lexicon.latin.honorifics.match(self.text, start, end) is None
