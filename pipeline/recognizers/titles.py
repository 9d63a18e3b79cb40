"""Find titles of office: 市長, 代理局長, 首席信息官, 執行長兼秘書長.

Contract: a title is claimed where it acts as one, with its modifiers (副, 代理, 前, 候任); not
inside longer words (市長室, 城市長期, 記者會).  Where office and title share a character (青年局長)
the claim begins with the office, which is then a mention inside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.language import views
from pipeline.language.latin_names import LatinNames, build_latin_names
from pipeline.language.lexemes import Lexemes, is_han, one_of
from pipeline.language.names import HanNames, build_han_names
from pipeline.recognizers.bodies import Bodies, body_start, build_bodies, place_ending_at
from pipeline.recognizers.page import Claim, Page, Piece

Rows = Sequence[Mapping[str, str]]

# What follows when the characters are part of a longer word.
_LONGER_WORD = views.pattern(
    "[室級盃杯獎們職制團處部廳台性隊]|會(?![後中上同晤見談前說在向將以與和面不也])|高峰|論壇|圓桌|信箱|選舉|候選|任期|官邸|辦公|公會|公司|機關|大會"
)
# 市長|期: the second character begins a word of its own.
_LONG = views.pattern("[期遠久照途足]")
_FUSED_HEADS = frozenset(views.fold("局處署部會院所廳司校館"))
_MODIFIERS_CUT = {
    views.fold(modifier): views.fold(before)
    for modifier, before in (
        ("前", "日目之先以年月天週空史生眼當跟向直提午"),
        ("代", "現時年當古近歷世替後取第"),
        ("準", "標水精批核基對"),
        ("總", "匯"),
        ("原", "還草平高復"),
        ("女", "男子美婦"),
        ("副", "正名"),
    )
}
_POSTED = frozenset("驻駐")
_CITY_END = frozenset(views.fold("城都"))
_WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Title:
    """What the lexicon knows of a title.

    Attributes:
        title: as in the lexicon.
        title_en: English equivalent.
        rank: 1 for heads of city, country or company, then down to 6.
        scope: where it is held: ``city``, ``council``, ``body``, ``country``; ``weak`` titles are
            words of other use, too, and count only beside a name.
    """

    title: str
    title_en: str
    rank: int
    scope: str


@dataclass(frozen=True, slots=True)
class Modifier:
    """A word before a title: ``status`` is current, former, elect or acting."""

    title_en: str
    status: str


@dataclass(frozen=True, slots=True)
class ReadTitle:
    """A written title taken apart: its head, English form, status and scope."""

    head: str
    title_en: str | None
    status: str
    scope: str
    rank: int


@dataclass(frozen=True, slots=True)
class TitlesLexicon:
    """Titles, modifiers, and what is needed to see names and offices beside them."""

    titles: Mapping[str, Title]
    modifiers: Mapping[str, Modifier]
    heads: re.Pattern[str]
    modifier_words: Lexemes
    bodies: Bodies
    names: HanNames
    latin: LatinNames


def build_lexicon(tables: Mapping[str, Rows]) -> TitlesLexicon:
    """Build the lexicon from the rows of titles.csv, title_modifiers.csv and the name tables."""
    titles = {
        views.fold(row["title"]): Title(
            row["title"], row["title_en"], int(row["rank"]), row["scope"]
        )
        for row in tables["titles"]
    }
    modifiers = {
        views.fold(row["modifier"]): Modifier(row["title_en"], row["status"])
        for row in tables["title_modifiers"]
    }
    return TitlesLexicon(
        titles,
        modifiers,
        re.compile(one_of(titles)),
        Lexemes(modifiers),
        build_bodies(tables),
        build_han_names(tables),
        build_latin_names(tables),
    )


def find_titles(page: Page, lexicon: TitlesLexicon) -> list[Claim]:
    """Return the TITLE claims of a page, by position."""
    claims = []
    view = page.view
    for piece in page.pieces:
        for match in lexicon.heads.finditer(view, piece.start, piece.end):
            claim = _claim(page, piece, match, lexicon)
            if claim is not None:
                claims.append(claim)
    return claims


def _claim(page: Page, piece: Piece, match: re.Match[str], lexicon: TitlesLexicon) -> Claim | None:
    view = page.view
    start, end = match.span()
    title = lexicon.titles[match[0]]
    in_column = piece.column_role in ("title", "representative")
    if _is_part_of_word(view, start, end, piece, page):
        return None
    whole = modifiers_start(view, start, piece.start, lexicon)
    abroad = _posting_start(page, whole, piece.start)
    if abroad is not None:
        return Claim(abroad, end, "TITLE", "posted_abroad", 0.9)
    if title.scope == _WEAK and not in_column and not _has_name(page, whole, end, piece, lexicon):
        return None
    rule = "title"
    if view[start] in _FUSED_HEADS and whole == start:
        fused = _fused_start(page, piece, start, lexicon)
        if fused < start:
            return Claim(fused, end, "TITLE", "office_and_title", 0.9)
    return Claim(whole, end, "TITLE", rule, 0.95 if title.scope != _WEAK else 0.8)


def _is_part_of_word(view: str, start: int, end: int, piece: Piece, page: Page) -> bool:
    if end < piece.end:
        if _LONGER_WORD.match(view, end):
            return True
        if view[end - 1] == "长" and _LONG.match(view, end):
            return True
    if start > piece.start and view[start] == "市" and view[start - 1] in _CITY_END:
        return all(place_ending_at(page, end, piece.start) is None for end in (start, start + 1))
    return False


def modifiers_start(view: str, start: int, low: int, lexicon: TitlesLexicon) -> int:
    """Return where the modifiers before a title head at ``start`` begin."""
    while length := lexicon.modifier_words.ending(view, start, low):
        before = view[start - length - 1] if start - length > low else ""
        if before and before in _MODIFIERS_CUT.get(view[start - length : start], ""):
            break
        start -= length
    return start


def _posting_start(page: Page, start: int, low: int) -> int | None:
    """Return where 駐美代表, 駐日大使 begins: 駐 before the country before the title."""
    place = place_ending_at(page, start, low)
    if place is not None and place > low and page.view[place - 1] in _POSTED:
        return place - 1
    return None


def _has_name(page: Page, start: int, end: int, piece: Piece, lexicon: TitlesLexicon) -> bool:
    """Whether a name or an office stands beside the title."""
    view = page.view
    after = end
    while after < piece.end and view[after] in " (:":
        after += 1
    if lexicon.latin.name_at(page.text, after, piece.end) is not None:
        return True
    if lexicon.names.read(view, after, piece.end) is not None:
        return True
    if start == piece.start or not is_han(view[start - 1]):
        return False
    if _is_named_before(view, start, piece.start, lexicon.names):
        return True
    return lexicon.bodies.ends_with_head(view, start, piece.start) and (
        end == piece.end or not is_han(view[end])
    )


def _is_named_before(view: str, end: int, start: int, names: HanNames) -> bool:
    """Whether a name, or a surname that stands free, ends at ``end``."""
    name = names.read_back(view, end, start, 0)
    if name is not None and name.is_closed:
        return True
    free = end - 1 == start or not is_han(view[end - 2])
    return free and names.singles.get(view[end - 1]) is False


def _fused_start(page: Page, piece: Piece, start: int, lexicon: TitlesLexicon) -> int:
    """Return where the office begins whose last character is the title's first, else ``start``."""
    if start > piece.start and page.view[start - 1] == page.view[start]:
        return start
    found = body_start(page, start, start + 1, piece.start, lexicon.bodies)
    return start if found is None else found


def read_title(text: str, lexicon: TitlesLexicon) -> ReadTitle:
    """Take a written title apart.

    Unknown titles are their own head, current, of a body.
    """
    view = views.fold(text)
    last = None
    for match in lexicon.heads.finditer(view):
        last = match
    if last is None:
        return ReadTitle(text, None, "current", "body", 5)
    title = lexicon.titles[last[0]]
    status, english = "current", [title.title_en]
    start = last.start()
    while length := lexicon.modifier_words.ending(view, start):
        modifier = lexicon.modifiers[view[start - length : start]]
        start -= length
        status = modifier.status if modifier.status != "current" else status
        if modifier.title_en and not english[0].startswith(modifier.title_en):
            english.insert(0, modifier.title_en)
    scope = "body" if title.scope == _WEAK else title.scope
    return ReadTitle(text[last.start() : last.end()], " ".join(english), status, scope, title.rank)
