"""Find titles of office: 市長, 代理局長, 首席信息官, 執行長兼秘書長.

Contract: a title is claimed where it acts as one, with its modifiers (副, 代理, 前, 候任); not
inside longer words (市長室, 城市長期, 記者會).  Where office and title share a character (青年局長)
the claim begins with the office, which is then a mention inside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from pipeline.language import views
from pipeline.language.keywords import Keywords
from pipeline.language.latin_names import LatinNames, build_latin_names
from pipeline.language.lexemes import Lexemes
from pipeline.language.name_tables import build_han_names
from pipeline.language.names import HanNames
from pipeline.language.shared import shared
from pipeline.recognizers.organizations.bodies_lexicon import Bodies, build_bodies
from pipeline.recognizers.page import ENGLISH, Claim, Page, Piece, Spans
from pipeline.recognizers.titles.beside import (
    aide_end,
    build_fields,
    ends_cell,
    ends_entry,
    fused_start,
    has_name,
    has_office,
    latin_end,
    stands_in,
)
from pipeline.recognizers.titles.unlisted import UNLISTED, find_unlisted
from pipeline.records import record

Rows = Sequence[Mapping[str, str]]

# What follows when the characters are part of a longer word: 翻譯|費報價; 市長會來 holds none.
_WILL = "後中上同晤見談前說在向將以與和面不也來親出到是有再請把提率帶參全持陪由對邀宣推去簽被讓就先"
_LONGER_WORD = views.pattern(
    f"[室級盃杯獎們制團處部廳台性隊府館]|職(?![缺務位])|會(?![{_WILL}])|懇談|聯誼|聯盟|連線|高峰|論壇|講壇|論道|圓桌|學院|俱樂部|信箱|選舉|候選|任期|官邸|辦公|公會|公司|機關|大會|(?<=翻譯|口譯|筆譯|顧問|通譯)費[用率時報調高低由為是另以約共每計需支不超]"
)
# 廳長官|邸, 部長官|網
_HOUSE = frozenset(views.fold("邸舍網方"))
# 市長|期, 新潟縣|長岡市: the second character begins a word.
_LONG = views.pattern(
    "[期遠久照途足]|達(?=[0-9數約近逾超半多一二兩三四五六七八九十百])|[岡野崎濱門井]市"
)
_CHIEF_MARK = views.pattern("席")  # 首席數碼官, 首席公平與包容官: nobody lists them all.
_CHIEF = views.pattern("前?(?:署理|代理|副)?首席[\u3400-\u9fff]{1,7}?[官長師](?![員方網場司府])")
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
_ELECT = tuple(map(views.fold, ("當選人", "提名人")))  # 市長|當選人
_POSTED, _AND = frozenset("驻駐"), frozenset(views.fold("及和、與"))
_MILES, _CITY_END = frozenset(views.fold("公英海華")), frozenset(views.fold("城都"))
_UNSURE = ("weak", "noun")  # Scopes of words that are titles beside a name or office only.
# 國際關係|主任, 集選區|議員: the first sign ends another word.
_PART_BEFORE = re.compile("[關关][係系]|[選选政][區区]")
# 雪蘭莪|州務大臣, 佛羅里達|州務卿
_OF_STATE = views.fold("州務")
_PLACE_ENDS = frozenset(views.fold("市縣州區鄉鎮郡道"))


@dataclass(frozen=True, slots=True)
class Title:
    """What the lexicon knows of a title.

    Attributes:
        title: as in the lexicon.
        title_en: English equivalent.
        rank: 1 for heads of city, country or company, then down to 6.
        scope: where it is held: ``city``, ``council``, ``body``, ``country``; ``weak`` titles are
            words of other use, too, and count only beside a name; ``noun`` are words for anybody
            by occupation or standing; ``latin`` are titles in Latin letters.
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


@record
class ReadTitle:
    """A written title taken apart: its head, English form, status and scope."""

    head: str
    title_en: str | None
    status: str
    scope: str
    rank: int


@dataclass(frozen=True, slots=True)
class TitlesLexicon:
    """Titles, modifiers, and what is needed to see names and offices beside them.

    `scopes` tells by the English title where it is held, if in a city or council.
    """

    titles: Mapping[str, Title]
    scopes: Mapping[str, str]
    modifiers: Mapping[str, Modifier]
    heads: Keywords
    modifier_words: Lexemes
    bodies: Bodies
    names: HanNames
    latin: LatinNames
    fields: re.Pattern[str]


@shared
def build_lexicon(tables: Mapping[str, Rows]) -> TitlesLexicon:
    """Build the lexicon from the rows of titles.csv, title_modifiers.csv and the name tables."""
    columns = itemgetter("title", "title_en", "rank", "scope")
    rows = map(columns, tables["titles"])
    titles = {views.fold(t): Title(t, english, int(rank), at) for t, english, rank, at in rows}
    modifiers = {
        views.fold(row["modifier"]): Modifier(row["title_en"], row["status"])
        for row in tables["title_modifiers"]
    }
    return TitlesLexicon(
        titles,
        {one.title_en: one.scope for one in titles.values() if one.scope in ("city", "council")},
        modifiers,
        Keywords(titles),
        Lexemes(modifiers),
        build_bodies(tables),
        build_han_names(tables),
        build_latin_names(tables),
        build_fields(tables["titles_english"]),
    )


def find_titles(page: Page, lexicon: TitlesLexicon) -> list[Claim]:
    """Return the TITLE claims of a page, by position."""
    told = Spans(claim for claim in page.of_label("TITLE", "ORGANIZATION") if claim.rule == ENGLISH)
    read = (_claim(page, piece, (at, end), lexicon) for piece, at, end in page.find(lexicon.heads))
    claims = [claim for claim in read if claim and not told.overlaps(claim.start, claim.end)]
    known = {claim.end for claim in claims}
    for piece in page.pieces_with(_CHIEF_MARK):
        for chief in _CHIEF.finditer(page.view, piece.start, piece.end):
            if chief.end() not in known:
                claims.append(Claim(*chief.span(), "TITLE", "chief", 0.8))
                known.add(chief.end())
    unlisted = find_unlisted(page, claims, lexicon.names, lexicon.latin, lexicon.bodies)
    longer = {end - 1 for _, end in unlisted}
    claims = [claim for claim in claims if claim.end not in longer]
    claims += (Claim(start, end, "TITLE", UNLISTED, 0.6) for start, end in unlisted)
    return sorted(claims, key=lambda claim: (claim.start, claim.end))


def _claim(page: Page, piece: Piece, span: tuple[int, int], lexicon: TitlesLexicon) -> Claim | None:
    view = page.view
    start, end = _behind_place(page, span, piece.start, lexicon)
    title = lexicon.titles[view[start:end]]
    if title.scope == "latin":
        readers = lexicon.names, lexicon.latin, lexicon.fields
        stop = latin_end(page, (start, end), piece, *readers)
        return None if stop is None else Claim(start, stop, "TITLE", "latin", 0.9)
    if _is_part_of_word(view, start, end, piece, page, lexicon.names):
        return None
    whole = modifiers_start(view, start, piece.start, lexicon)
    place = page.place_ending_at(start, piece.start) if whole < start else None
    if place is not None and place < whole:
        whole = start  # 太原|市長, 八代|市長
    abroad = _posting_start(page, whole, piece.start)
    if abroad is not None:
        first = modifiers_start(view, abroad, piece.start, lexicon)
        return Claim(first, end, "TITLE", "posted_abroad", 0.9)
    if title.scope in _UNSURE:
        return _unsure(page, piece, (whole, end), title, lexicon)
    if view[start] in _FUSED_HEADS and whole == start:
        fused = fused_start(page, piece, start, lexicon.bodies, lexicon.names)
        if fused < start:
            return Claim(fused, end, "TITLE", "office_and_title", 0.9)
    return Claim(whole, aide_end(view, end, piece.end), "TITLE", "title", 0.95)


def _unsure(
    page: Page, piece: Piece, span: tuple[int, int], title: Title, lexicon: TitlesLexicon
) -> Claim | None:
    """Return the claim of a word that is a title beside a name or office, or in its column."""
    if title.title == "代表" and stands_in(page, span, piece, lexicon.names):
        return None
    sure = (
        piece.column_role in ("title", "representative")
        or ends_cell(page, span, piece)
        or has_name(page, span, piece, lexicon.names, lexicon.latin, title.scope)
        or (title.scope == "weak" and has_office(page, span, piece, lexicon.bodies, lexicon.names))
        or ends_entry(page, span, piece, lexicon.names, lexicon.latin)
    )
    return Claim(*span, "TITLE", title.scope, 0.8) if sure else None


def _behind_place(
    page: Page, span: tuple[int, int], low: int, lexicon: TitlesLexicon
) -> tuple[int, int]:
    """Return the span of the title without the end of a place before it: 米蘭市|議員."""
    start, end = span
    if (
        start > low
        and _PART_BEFORE.match(page.text, start - 1)
        and page.view[start + 1 : end] in lexicon.titles
    ):
        return start + 1, end
    if page.view[start] not in _PLACE_ENDS or page.view.startswith(_OF_STATE, start):
        return start, end
    is_region = lexicon.bodies.places.ending(page.view, start + 1, low) > 2  # 熊本縣|知事
    if is_region or page.place_ending_at(start + 1, low) is not None:
        tails = (at for at in range(start + 1, end - 1) if page.view[at:end] in lexicon.titles)
        return next(tails, start), end
    return start, end


def _is_part_of_word(
    view: str, start: int, end: int, piece: Piece, page: Page, names: HanNames
) -> bool:
    if end < piece.end:
        if _LONGER_WORD.match(view, end):
            return True
        in_place = page.place_ending_at(start + 1, piece.start) is not None
        if in_place and page.has_at("CITY", end - 1):
            return True  # 加州|長灘市長
        if view[end - 1] == "官" and view[end] in _HOUSE:
            return True
        # 市長|久保田美緒
        longer = view[end - 1] == "长" and _LONG.match(view, end)
        if longer and names.surname_at(view, end, piece.end) < 2:
            return True
    if start > piece.start and view[start] == "里" and view[start - 1] in _MILES:
        return True  # 5.7 公里|長
    if start > piece.start and view[start] == "市" and view[start - 1] in _CITY_END:
        return all(page.place_ending_at(end, piece.start) is None for end in (start, start + 1))
    return False


def modifiers_start(view: str, start: int, low: int, lexicon: TitlesLexicon) -> int:
    """Return where the modifiers before a title head at ``start`` begin."""
    while length := lexicon.modifier_words.ending(view, start, low):
        at = start - length
        is_cut = at > low and view[at - 1] in _MODIFIERS_CUT.get(view[at:start], "")
        if is_cut or view.startswith("特别市", at):  # 首爾|特別市長
            break
        start = at
    return start


def _posting_start(page: Page, start: int, low: int) -> int | None:
    """Return where 駐美代表, 駐日大使 begins: 駐 before the country before the title."""
    place = page.place_ending_at(start, low)
    if place is not None and place > low and page.view[place - 1] in _AND:
        place = page.place_ending_at(place - 1, low)  # 駐澳門及香港|總領事
    if place is not None and place > low and page.view[place - 1] in _POSTED:
        return place - 1
    return None


def read_title(text: str, lexicon: TitlesLexicon) -> ReadTitle:
    """Take a written title apart.

    Unknown titles are their own head, current, of a body.
    """
    view = views.fold(text)
    heads = [*lexicon.heads.find(view)]
    if not heads:
        return ReadTitle(text, None, "current", "body", 5)
    start, end = heads[-1]
    head, title = text[start:end], lexicon.titles[view[start:end]]
    status, english = "elect" if view.endswith(_ELECT, end) else "current", [title.title_en]
    while length := lexicon.modifier_words.ending(view, start):
        modifier = lexicon.modifiers[view[start - length : start]]
        start -= length
        status = modifier.status if modifier.status != "current" else status
        if modifier.title_en and not english[0].startswith(modifier.title_en):
            english.insert(0, modifier.title_en)
    scope = lexicon.scopes.get(title.title_en, "body") if title.scope == "latin" else title.scope
    scope = "body" if scope in _UNSURE else scope
    return ReadTitle(head, " ".join(english), status, scope, title.rank)
