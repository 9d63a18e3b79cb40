"""People of English lines with what stands behind or before their names.

Contract: yields credits by position; they do not overlap.  A person has a name in Latin letters, in
Chinese characters, or both side by side; one without a title needs an honorific and a body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.recognizers.english.credits import (
    CITY,
    COUNTRY,
    PHRASE,
    PlaceOf,
    Reading,
    Slot,
    Tail,
)
from pipeline.recognizers.english.lexicon import LETTER, UPPER, EnglishLexicon
from pipeline.recognizers.english.names import Named, Names
from pipeline.recognizers.page import Page, Piece
from pipeline.records import record

_FARTHEST = 70
_RUN = re.compile(
    rf"(?:(?:former|ex|then|acting|interim|deputy|vice|[0-9]+(?:st|nd|rd|th))[ -]){{0,2}}"
    rf"(?:[{UPPER}][{LETTER}0-9&'’./]*[ -]"
    rf"(?:(?:of|for|and|the|&)[ ]){{0,2}}){{0,6}}\Z"
)
_BACK = re.compile(
    r"\s{0,2}(?:[,，/／|｜(（\[\n]|[–—]|\s-)\s{0,2}\Z|[ \u00a0\u3000]{2,4}\Z|\u3000\Z"
)
_AFTER_TITLE = re.compile(r"(?:, ?|，|[ \u00a0]{1,2}|[:：][ ]?|\n)")
# Governor|, Koror State, Palau — |Hon. Ngirkelau Tmetuchl
_OFFICE_AND_DASH = re.compile(rf"([{UPPER}{LETTER} ,&'’()./]{{0,90}}?)(?:[ ]?[—–―][ ]?|[ ]-[ ])")
_CLOSES = re.compile(r"[ ]?(?:$|[\n(（)）,，;；、。/|｜])")
_TITLE_OF = re.compile(r" (?:of|to|for) (?:the )?")
# Ann Lee, 首席數位官 |Chief Digital Officer
_HAN_TITLE_BEFORE = re.compile("(?<=[,，(（/|｜\n 　])[\u3400-\u9fff]{2,14}[ \u3000/]{1,2}$")
_BODY_BEFORE = re.compile(rf"{PHRASE.pattern}\Z")
_PERSONAL = frozenset({"city", "council", "country"})


@record
class Credit:
    """A person with titles, places and bodies.

    Attributes:
        latin: span of the name in Latin letters, without honorific, or None.
        honorific: as written before it, or empty.
        han: span of the name in Chinese characters, or None.
        titles: spans of the titles.
        slots: places and bodies they are held for, in order.
    """

    latin: tuple[int, int] | None
    honorific: str
    han: tuple[int, int] | None
    titles: tuple[tuple[int, int], ...]
    slots: tuple[Slot, ...]


def find_credits(page: Page, lexicon: EnglishLexicon, place_of: PlaceOf) -> list[Credit]:
    """Return the credits of a page, by position."""
    found: list[Credit] = []
    for piece in page.pieces_with(lexicon.begins):
        low = piece.start
        before = page.piece_before(piece)
        if before is not None and piece.start - before.end < 3 and before.table == piece.table == 0:
            low = before.start
        found += _Line(page, piece, low, lexicon, place_of).credits()
    return found


@dataclass(slots=True)
class _Line:
    """A piece being read; a name may stand in the piece before it, from ``low`` on."""

    page: Page
    piece: Piece
    low: int
    lexicon: EnglishLexicon
    place_of: PlaceOf

    def credits(self) -> Iterator[Credit]:
        text, piece = self.page.text, self.piece
        done = piece.start
        for head in self.lexicon.heads.finditer(text, piece.start, piece.end):
            if head.start() < done:
                continue
            low = self.low if done == piece.start else done
            credit, end = (
                self._behind_name(head, low)
                or self._before_dash(head, done)
                or self._before_name(head, done)
            )
            if credit is not None:
                yield from self._honoured(done, _start(credit))
                yield credit
                done = end
        yield from self._honoured(done, piece.end)

    def names(self) -> Names:
        """Return the reader of names of this line."""
        return Names(self.page, self.piece.end, self.lexicon, self.place_of)

    def _reading(self) -> Reading:
        piece = self.piece
        return Reading(self.page.text, piece.start, piece.end, self.lexicon, self.place_of)

    def _behind_name(self, head: re.Match[str], low: int) -> tuple[Credit, int] | None:
        """Return the person whose tail the title is part of, and where the tail ends."""
        text = self.page.text
        run = _RUN.search(text, max(low, head.start() - _FARTHEST), head.start())
        start = run.start() if run else head.start()
        gloss = _HAN_TITLE_BEFORE.search(text, max(low, start - 20), start)
        start = gloss.start() if gloss else start
        back = _BACK.search(text, max(low, start - 4), start)
        named = self.names().name_before(back.start(), low) if back else None
        reading = self._reading()
        if back is not None and named is None:
            # Ann Lee, |Cork City Council, |Director
            body = _BODY_BEFORE.search(text, max(low, back.start() - _FARTHEST), back.start())
            back = _BACK.search(text, max(low, body.start() - 3), body.start()) if body else None
            named = self.names().name_before(back.start(), low) if back else None
            reading.is_body_first = True
        if back is None or named is None:
            return None
        tail = reading.tail(back.start())
        if not any(first <= head.start() < end for first, end in tail.titles):
            return None
        return _credit(named, tail), tail.end

    def _before_dash(self, head: re.Match[str], low: int) -> tuple[Credit, int] | None:
        """Return the person behind title, office and dash: Councillor, Funchal — Duarte Freitas."""
        text, piece = self.page.text, self.piece
        found = _OFFICE_AND_DASH.match(text, head.end(), piece.end)
        if found is None:
            return None
        name = self.lexicon.latin.name_at(text, found.end(), piece.end, turned=False)
        closes = name is not None and _CLOSES.match(text, name.end, piece.end)
        if name is None or not closes or not self.names().is_person(name):
            return None
        _, slots, end = self._title_of(head)
        reading, at = self._reading(), slots[-1].end if slots else end
        for phrase in PHRASE.finditer(text, at, found.end(1)):
            start = phrase.end() - len(phrase[0].removeprefix("City of "))
            label = reading.office_label(start, phrase.end())
            if label is not None:
                slots.append(Slot(start, phrase.end(), label))
        title = (self._title_start(head, low), end)
        return Credit(
            (name.start, name.end), name.honorific, None, (title,), tuple(slots)
        ), name.end

    def _before_name(self, head: re.Match[str], low: int) -> tuple[Credit, int] | tuple[None, int]:
        """Return the person named behind a title: Lord Mayor of Cork, Aoife Ní Bhriain."""
        text, piece = self.page.text, self.piece
        start = self._title_start(head, low)
        at, slots, end = self._title_of(head)
        slots = slots or list(self._office_before(start, low))
        gap = _AFTER_TITLE.match(text, at, piece.end)
        if gap is None:
            return None, at
        name = self.lexicon.latin.name_at(text, gap.end(), piece.end, turned=False)
        if name is None:
            return None, at
        fact = self.lexicon.facts.get(head[1])
        is_short = name.words == 1 and not name.honorific
        if is_short and (gap[0] != " " or fact is None or fact.scope not in _PERSONAL or slots):
            return None, at
        if not is_short and not self.names().is_person(name):
            return None, at
        if is_short and (name.end - name.start < 3 or self.names().is_other(name)):
            return None, at
        reading = self._reading()
        han = self.names().han_after(name.end)
        tail = reading.tail(han[2] if han else name.end)
        credit = Credit(
            (name.start, name.end),
            name.honorific,
            han[:2] if han else None,
            ((start, end), *tail.titles),
            (*slots, *tail.slots),
        )
        return credit, tail.end

    def _office_before(self, start: int, low: int) -> Iterator[Slot]:
        """Yield the place or body right before a title: Kaohsiung |Mayor Chen Chi-mai."""
        text = self.page.text
        run = _RUN.search(text, max(low, start - _FARTHEST), start)
        if run is None or not run[0]:
            return
        words = [m.start() for m in re.finditer(r"\S+", run[0])]
        for first in words:
            begin, end = run.start() + first, start - 1
            label = self._reading().office_label(begin, end)
            if label is not None:
                yield Slot(begin, end, label)
                return

    def _title_start(self, head: re.Match[str], low: int) -> int:
        """Return where the words of a title begin: modifiers and fields before its noun."""
        text, start = self.page.text, head.start()
        known = self.lexicon.modifiers.keys() | self.lexicon.fields
        while start > low:
            word = re.search(
                rf"(?<![{LETTER}])([{LETTER}&]+)[ -]$", text[max(low, start - 24) : start]
            )
            if word is None or (word[1] not in known and word[1] not in ("and", "&")):
                break
            start -= len(word[0])
        while text.startswith(("and ", "& "), start):
            start = text.index(" ", start) + 1
        return start

    def _title_of(self, head: re.Match[str]) -> tuple[int, list[Slot], int]:
        """Return where what a title is held of ends, that, and where the title itself ends."""
        text, end = self.page.text, head.end()
        of = _TITLE_OF.match(text, end, self.piece.end)
        if of is None:
            return end, [], end
        reading = self._reading()
        phrase = PHRASE.match(text, of.end(), self.piece.end)
        if phrase is None:
            return end, [], end
        stop = reading.known_place(*phrase.span())
        city = re.match(r"City of ", text[of.end() : phrase.end()])
        label = reading.office_label(*phrase.span())
        if city is None and stop is not None and (label != "ORGANIZATION"):
            label = self.place_of(text[of.end() : stop]) or CITY
            return stop, [Slot(of.end(), stop, label)], end
        if label is not None:
            return phrase.end(), [Slot(*phrase.span(), label)], end
        fact = self.lexicon.facts.get(head[1])
        if fact is not None and fact.of == "place" and text[phrase.end() : phrase.end() + 1] == ",":
            return phrase.end(), [Slot(*phrase.span(), CITY)], end
        return phrase.end(), [], phrase.end()

    def _honoured(self, start: int, end: int) -> Iterator[Credit]:
        """Yield people without a title whose body stands behind: Prof. Ann Lee, Cork University."""
        text, done = self.page.text, start
        for match in self.lexicon.latin.honorifics.finditer(text, start, end):
            if match.start() < done or (match.start() and text[match.start() - 1].isalpha()):
                continue
            named = self.names().honoured_name(match, end)
            if named is None:
                continue
            tail = self._reading().tail(named.end)
            if tail.slots or tail.titles:
                yield _credit(named, tail)
                done = tail.end


def _start(credit: Credit) -> int:
    spans = [*credit.titles, *filter(None, (credit.latin, credit.han))]
    return min(start for start, _ in spans)


def _credit(named: Named, tail: Tail) -> Credit:
    latin = named.latin
    span = (latin.start, latin.end) if latin is not None else None
    honorific = latin.honorific if latin is not None else ""
    return Credit(span, honorific, named.han, tuple(tail.titles), tuple(tail.slots))


__all__ = ["CITY", "COUNTRY", "Credit", "find_credits"]
