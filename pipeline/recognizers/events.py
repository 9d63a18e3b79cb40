"""Find the summits, forums and exhibitions a text tells of, and their sessions.

Contract: `find_events(page, lexicon)` returns EVENT claims with an `EventValue`, by position; they
do not overlap.  A name carries a year or edition, stands in quotation marks, or repeats such a name
in part (2021智慧城市首長高峰會議 -> 首長高峰會).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.language import views
from pipeline.recognizers.initiatives.lexicon import any_of
from pipeline.recognizers.page import Claim, Page

_REACH = 34
_MARK = re.compile(
    r"[,。;:!?()「」《》【】\[\]\n\"、/|<>]|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])"
)
_YEAR = views.pattern(
    r"(?:(?:19|20)\d\d|(?:中華)?民國\s?\d{2,3}|1[01]\d(?=年))\s?年?度?\s?"
    r"|第\s?[一二三四五六七八九十百\d]{1,4}\s?[屆届次回]\s?"
)
_SESSION = views.scanner(
    r"([Ssſ](?i:ession)\s?(\d{1,2}|[A-Z])\b|第([一二三四五六七八九\d])場次|場次([一二三四五六七八九\d]))"
)
_GLOSS = re.compile(r"\s?\(\s?([A-Za-z][A-Za-z0-9 &'.,:-]{2,90})\)")
_FORM = views.pattern(r"\s?(?:線上論壇|線上會議|視訊會議)")
# 亞洲智慧城市論壇2024
_YEAR_BEHIND = re.compile(r"\s?((?:19|20)\d\d)(?![\d年/.-])")
_QUOTES = {"「": "」", "《": "》"}
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class EventValue:
    """An event as its name gives it.

    Attributes:
        edition: year or edition written in the name, or None.
        session: number of the session, or None for an event.
    """

    edition: str | None
    session: str | None


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """Words of names of events.

    Attributes:
        heads: finds a noun that names end in.
        weak: heads of ordinary meetings too; their names need a word of their own.
        edges: finds a word that names begin after.
        general: matches what is too general to name an event.
    """

    heads: re.Pattern[str]
    weak: frozenset[str]
    edges: re.Pattern[str]
    general: re.Pattern[str]


def build_lexicon(tables: Mapping[str, Sequence[Mapping[str, str]]]) -> EventLexicon:
    """Build the lexicon from ``config/event_heads.csv`` and ``config/event_words.csv``."""
    heads = [views.fold(row["head"]) for row in tables["event_heads"]]
    words: dict[str, list[str]] = {}
    for row in tables["event_words"]:
        words.setdefault(row["role"], []).append(views.fold(row["word"]))
    return EventLexicon(
        heads=re.compile(any_of(heads) + r"(?![A-Za-z员厅场室馆所])"),
        weak=frozenset(views.fold(r["head"]) for r in tables["event_heads"] if r["mode"] == "weak"),
        edges=re.compile(any_of(words["edge"])),
        general=re.compile(f"(?:{any_of([*words['general'], *heads])})*"),
    )


def find_events(page: Page, lexicon: EventLexicon) -> list[Claim]:
    """Return claims of named events, then of short forms of their names, and of sessions.

    >>> words = {"edge": "於", "general": "會議"}
    >>> lexicon = build_lexicon({
    ...     "event_heads": [{"head": "高峰會", "mode": "name"}],
    ...     "event_words": [{"role": role, "word": word} for role, word in words.items()],
    ... })
    >>> page = Page.of("2022智慧城鄉市長高峰會於桃園舉行")
    >>> [page.text[c.start : c.end] for c in find_events(page, lexicon)]
    ['2022智慧城鄉市長高峰會']
    """
    named = _apart(_named(page, lexicon))
    sessions = _apart([*_sessions(page), *named])
    claims = _apart([*sessions, *_short_forms(page, lexicon, named)])
    return sorted(claims, key=lambda claim: claim.start)


def _apart(claims: Sequence[Claim] | Iterator[Claim]) -> list[Claim]:
    """Return claims without those that overlap an earlier one in the given order."""
    kept: list[Claim] = []
    starts: list[int] = []
    for claim in claims:
        index = bisect_right(starts, claim.start)
        if index and kept[index - 1].end > claim.start:
            continue
        if index < len(kept) and kept[index].start < claim.end:
            continue
        kept.insert(index, claim)
        starts.insert(index, claim.start)
    return kept


def _named(page: Page, lexicon: EventLexicon) -> Iterator[Claim]:
    for match in lexicon.heads.finditer(page.view):
        piece = page.piece_at(match.start())
        if piece is None:
            continue
        claim = _name(page, lexicon, match, piece.start)
        if claim is not None:
            yield claim


def _name(page: Page, lexicon: EventLexicon, match: re.Match[str], low: int) -> Claim | None:
    """Return the event whose name ends in this head, if it has a year, edition or quotes."""
    view = page.view
    low = max(low, match.start() - _REACH)
    quoted = False
    start = low
    for mark in _MARK.finditer(view, low, match.start()):
        start = mark.end()
        quoted = _QUOTES.get(mark[0]) is not None
    end = match.end()
    form = _FORM.match(view, end)
    end = form.end() if form else end
    behind = _YEAR_BEHIND.match(view, end)
    end = behind.end() if behind else end
    is_whole_quote = quoted and view[end : end + 1] in "」》" and end < len(view)
    year = None
    for found in _YEAR.finditer(view, start, match.start()):
        year = found
    if year is not None and not lexicon.edges.search(view, year.end(), match.start()):
        start = _edition_start(view, start, year)
    elif is_whole_quote:
        year = None
    elif behind is not None:
        year = None
        start = max(
            (e.end() for e in lexicon.edges.finditer(view, start, match.start())), default=start
        )
    else:
        return None
    body = view[year.end() if year else start : match.start()]
    body = body.strip()
    is_plain = not year or match[0] in lexicon.weak or len(body) + len(match[0]) <= _SHORTEST
    if is_plain and lexicon.general.fullmatch(body):
        return None
    if len(view[start:end].strip()) < _SHORTEST or not _is_event_year(view, start, year):
        return None
    gloss = _GLOSS.match(view, end)
    end = gloss.end() if gloss else end
    edition = page.text[year.start() : year.end()].strip() if year else None
    edition = edition or (behind[1] if behind else None)
    return Claim(start, end, "EVENT", "named", 0.9, value=EventValue(edition, None))


def _edition_start(view: str, low: int, year: re.Match[str]) -> int:
    """Return where the name begins: at the year, or at a year right before an edition."""
    before = [m for m in _YEAR.finditer(view, low, year.start()) if m.end() == year.start()]
    return before[-1].start() if before else year.start()


def _is_event_year(view: str, start: int, year: re.Match[str] | None) -> bool:
    """Whether the year belongs to a name: 2021年5月的會議 does not have one."""
    return year is None or not (start and view[start - 1].isdigit())


def _sessions(page: Page) -> Iterator[Claim]:
    last = 0
    for spot in _SESSION.finditer(page.view):
        if spot.start() < last:
            continue
        last = spot.end(1)
        if page.piece_at(spot.start()) is not None:
            number = next(group for group in spot.groups()[1:] if group)
            yield Claim(*spot.span(1), "EVENT", "session", 0.8, value=EventValue(None, number))


def _short_forms(page: Page, lexicon: EventLexicon, named: Sequence[Claim]) -> Iterator[Claim]:
    """Yield mentions of a named event without its year or by its last part."""
    shorts: dict[str, str | None] = {}
    for claim in named:
        name = page.view[claim.start : claim.end]
        name = _GLOSS.sub("", name)
        body = name[_leading_year(name) :]
        edition = claim.value.edition if isinstance(claim.value, EventValue) else None
        for text in (body, *_tails(body, lexicon)):
            if len(text) >= _SHORTEST and not text.isascii():
                shorts.setdefault(text, edition)
    if not shorts:
        return
    for match in re.compile(any_of(shorts)).finditer(page.view):
        if page.piece_at(match.start()) is not None:
            value = EventValue(shorts[match[0]], None)
            yield Claim(*match.span(), "EVENT", "short", 0.7, form="short", value=value)


def _leading_year(name: str) -> int:
    position = 0
    while found := _YEAR.match(name, position):
        position = found.end()
    return position


def _tails(body: str, lexicon: EventLexicon) -> Iterator[str]:
    """Yield the long heads a name ends in, with and without 議 (首長高峰會議, 首長高峰會)."""
    for size in range(_SHORTEST + 1, min(len(body), 8) + 1):
        tail = body[-size:]
        if lexicon.heads.fullmatch(tail):
            yield tail
            if tail.endswith("会议"):
                yield tail.removesuffix("议")
