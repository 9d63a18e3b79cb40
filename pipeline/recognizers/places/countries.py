"""Claims of countries: full names, short forms in compounds, cells of country columns.

Contract: spans lie inside one piece.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from pipeline.language import views
from pipeline.places.compounds import COUNTRIES, TOGETHER, find_short_forms
from pipeline.places.forms import latin_key
from pipeline.places.lexicon import PlacesLexicon
from pipeline.recognizers.page import Claim, Page
from pipeline.recognizers.places.spots import COUNTRY, Spot

# What makes a word with 國 that is no country's: 愛國, 開國, 多國, 萬國 ...
_NO_NATION = frozenset(views.simplify("愛開東西北南多萬大立建聖中安全古吉新白黑美英法德泰俄"))
_BEFORE = views.simplify("與和及對由向在從到於往訪駐赴為的讓是同助我")
# What makes a word with 方 that is no country's: 比方, 土方, 秘方 ...
_NO_SIDE = frozenset(views.simplify("東西南北多大立土秘比新聖地萬"))
_SIDE = views.pattern(
    f"(?:(?<![\u3400-\u9fff])|(?<=[{_BEFORE}則但而經請因供給按被受待據讓使]))[\u3400-\u9fff]方(?![面案式向便法程言圓針塊可能才位格濟])"
)
_NATION = re.compile(f"(?:(?<![\u3400-\u9fff])|(?<=[{_BEFORE}]))[\u3400-\u9fff]国")
_STATE = re.compile("国")
_OF_NATION = views.pattern("國(?:際|小|中(?=[、,生學])|民中|宅|道|語|文|定|庫|立)")
# Short forms that compounds know by themselves, and what makes another word with 台.
_SHORT = frozenset(COUNTRIES)
_STAGES = views.simplify("平舞電視月窗陽櫃燈講擂塔站戲吧一二三四五六七八九十0-9")
_BEFORE_ALLY = views.simplify("台駐訪赴")
_SENT = f"(?<=[{_BEFORE_ALLY[1:]}])"
_ENVOY = views.simplify("大使|代表|公使|領事|技術團|團|期間|行程|的?外交|,|。")
_CONTINENT = views.simplify("大陸")
_MAINLAND = views.pattern(
    "(?:(?<=[赴訪往與和對駐返])|(?<=來自))大陸(?![性棚架型板塊])"
    "|(?<![洲亞歐非美新古南北內])大陸(?=地區|城市|台商|官方|方面|市場|民眾|當局|企業|各地)"
)
# A country's English name alone, not in a longer name; these are first names as well.
_FIRST_NAMES = frozenset(
    {"jordan", "georgia", "chad", "israel", "guinea", "mali", "togo", "jersey"}
)
_LATIN = re.compile(
    r"(?<![0-9A-Za-zÀ-ʯ_.@/&-])(?<![A-Za-zÀ-ʯ] )[A-Z][a-z]{3,}"
    r"(?: (?:of |and |the )?[A-Z][a-z]+){0,4}"
    r"(?![0-9A-Za-zÀ-ʯ_@/&-]| [A-Za-z]|\.\w)"
)
_CAPITAL = re.compile("[A-Z]")
# Claimed as cities only.
_CITY_ONLY = frozenset({"HK", "MO"})


def find_countries(page: Page, spots: Iterable[Spot], lexicon: PlacesLexicon) -> list[Claim]:
    """Return the claims of countries on ``page``."""
    spots = list(spots)
    claims = [
        Claim(spot.start, spot.end, "COUNTRY", _rule(lexicon.country_names[spot.key]), 0.98)
        for spot in spots
        if spot.kind == COUNTRY and lexicon.country_names[spot.key] not in _CITY_ONLY
    ]
    taken = {position for spot in spots for position in range(spot.start, spot.end)}
    for piece in page.pieces:
        for position in find_short_forms(page.view, piece.start, piece.end):
            if position not in taken:
                # 全臺 is one word for all of it, 荷方 and 日商 for who comes from there.
                start = position - (page.view[max(position - 1, piece.start)] == "全")
                end = position + 1 + page.view.startswith(("方", "商"), position + 1)
                claims.append(Claim(start, end, "COUNTRY", "compound", 0.9, "short"))
                taken.update(range(start, end))
    claims.extend(_sides(page, spots, taken))
    claims.extend(_nations(page, spots, taken))
    claims.extend(_allies(page, spots, taken))
    claims.extend(_mainland(page, taken))
    claims.extend(_latin_cells(page, lexicon))
    claims.extend(_latin_names(page, lexicon))
    return claims


def _mainland(page: Page, taken: Container[int]) -> Iterator[Claim]:
    """Claim 大陸 where China is meant: 赴大陸, 大陸城市; not 新大陸, 歐洲大陸."""
    if _CONTINENT not in page.view:
        return
    for piece in page.pieces:
        for match in _MAINLAND.finditer(page.view, piece.start, piece.end):
            if match.start() not in taken:
                yield Claim(*match.span(), "COUNTRY", "mainland", 0.8, "short")


def _sides(page: Page, spots: Iterable[Spot], taken: Container[int]) -> Iterator[Claim]:
    """Claim 瑞方, 波方 where a country whose name begins so is named on the page."""
    if "方" not in page.view:
        return
    begins = {spot.key[0] for spot in spots if spot.kind == COUNTRY} - _NO_SIDE
    for match in _SIDE.finditer(page.view):
        if match[0][0] in begins and match.start() not in taken and page.piece_at(match.start()):
            yield Claim(*match.span(), "COUNTRY", "side", 0.8, "short")


def _nations(page: Page, spots: Iterable[Spot], taken: Container[int]) -> Iterator[Claim]:
    """Claim 馬國, 帛國 where a country whose name begins so is named on the page."""
    begins = {spot.key[0] for spot in spots if spot.kind == COUNTRY} - _NO_NATION
    if not begins:
        return
    for piece in page.pieces_with(_STATE):
        for match in _NATION.finditer(page.view, piece.start, piece.end):
            is_free = match[0][0] in begins and match.start() not in taken
            if is_free and not _OF_NATION.match(page.view, match.end() - 1):
                yield Claim(*match.span(), "COUNTRY", "nation", 0.8, "short")


def _allies(page: Page, spots: Iterable[Spot], taken: Container[int]) -> Iterator[Claim]:
    """Claim 臺巴, 駐巴大使 where a country whose name begins so is named on the page."""
    begins = {spot.key[0] for spot in spots if spot.kind == COUNTRY} - _NO_NATION - _SHORT
    view = page.view
    begins = {one for one in begins if any(ahead + one in view for ahead in _BEFORE_ALLY)} | {
        one for one in begins if one + "台" in view
    }
    if not begins:
        return
    ally = "".join(sorted(begins))
    pair = re.compile(
        f"(?<![{_STAGES}])台[{ally}](?={TOGETHER})|[{ally}]台(?={TOGETHER})|{_SENT}[{ally}](?={_ENVOY})"
    )
    for piece in page.pieces:
        for match in pair.finditer(page.view, piece.start, piece.end):
            for position in range(*match.span()):
                is_name = page.view[position] == "台" or page.view[position] in begins
                if is_name and position not in taken:
                    yield Claim(position, position + 1, "COUNTRY", "ally", 0.8, "short")


def _rule(code: str) -> str:
    """Return the rule of a full name; those at home name bodies too (中國信託, 臺灣大學)."""
    return "home_name" if code in ("TW", "CN") else "country_name"


def _latin_cells(page: Page, lexicon: PlacesLexicon) -> Iterator[Claim]:
    """Claim cells of a country column that are a country in Latin letters."""
    for piece in page.pieces:
        if piece.column_role == "country":
            text = page.text[piece.start : piece.end]
            if text.isascii() and lexicon.country_of_cell(text):
                yield Claim(piece.start, piece.end, "COUNTRY", "country_column", 0.95)


def _latin_names(page: Page, lexicon: PlacesLexicon) -> Iterator[Claim]:
    """Claim a country's English name that stands by itself: Tallinn, Estonia."""
    for piece in page.pieces_with(_CAPITAL):
        if piece.column_role == "country":
            continue
        for match in _LATIN.finditer(page.text, piece.start, piece.end):
            name = latin_key(match[0])
            code = lexicon.country_latin.get(name)
            if code and code not in _CITY_ONLY and name not in _FIRST_NAMES:
                yield Claim(*match.span(), "COUNTRY", "latin_country", 0.85)
