"""Whether a name or an office stands beside a title, for titles that are other words, too.

Contract: pure look-ups on a page; a word for anybody (學生, 耆老) asks for a surer name than a word
of office (代表, 顧問).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from pipeline.language import views
from pipeline.language.latin_names import LatinNames, looks_like_thing
from pipeline.language.lexemes import is_han
from pipeline.language.name_edges import NEEDS_EDGE, NO_NAMES, UNIT_ENDS
from pipeline.language.names import HanNames
from pipeline.language.patterns import one_of_exactly
from pipeline.language.unlisted_names import read_called
from pipeline.recognizers.organizations.bodies import body_start
from pipeline.recognizers.organizations.bodies_lexicon import Bodies
from pipeline.recognizers.page import Page, Piece

# What a name must score behind a title of this scope.
LEAST = {"weak": -30, "noun": 12, "latin": 0}
_ANY_SCORE = -30
_MARKS = frozenset("、,/。;:( \u3000")
_FIRST_HAN = "\u2e80"
_OF = re.compile(r" of (?:the )?(?:City of )?")
_NAME_AND_COMMA = re.compile(r"[^\W\d_]\.?(?:, ?|[ ]?\()$")


def least_score(rule: str) -> int:
    """Return the score of a name in Chinese characters that a title found by ``rule`` asks for."""
    return LEAST.get(rule, _ANY_SCORE)


def has_name(
    page: Page,
    span: tuple[int, int],
    piece: Piece,
    names: HanNames,
    latin: LatinNames,
    scope: str,
) -> bool:
    """Whether a name stands right behind the title, or before it."""
    view, (start, after) = page.view, span
    least = 1 if view.startswith(":", after) else 2
    while after < piece.end and view[after] in " (:":
        after += 1
    found = latin.name_at(page.text, after, piece.end)
    if found is not None:
        thing = looks_like_thing(page.text[found.start : found.end])
        if scope == "weak" or (not thing and (found.words > 1 or scope == "latin")):
            return True
    name = names.read(view, after, piece.end, LEAST[scope])
    if name is not None and (scope == "weak" or name.is_closed):
        return True
    if scope == "weak" and _fills_entry(view, after, piece, names):
        return True
    if scope == "weak" and _is_latin_before(page, start, piece.start, latin, least):
        return True
    return _is_named_before(view, start, piece.start, names, LEAST[scope])


def _fills_entry(view: str, start: int, piece: Piece, names: HanNames) -> bool:
    """Whether three signs before a mark are a name by the family name alone: 記者|曾南投／."""
    stop = start + 3
    ends = stop == piece.end or (stop < piece.end and view[stop] in _MARKS)
    return ends and read_called(names, view, start, stop) is not None


def _is_latin_before(page: Page, end: int, low: int, latin: LatinNames, least: int) -> bool:
    """Whether a name of so many Latin words ends right before a title: Ann Lee|專員, Lim|經理：."""
    text = page.text
    while end > low and text[end - 1] in " \u3000":
        end -= 1
    first = end
    while first > low and end - first < _FARTHEST_NAME and text[first - 1] < _FIRST_HAN:
        first -= 1
    while first < end and not text[first].isalpha():
        first += 1
    named = latin.name_at(text, first, end) if first < end else None
    if named is None or named.end != end or named.words < least:
        return False
    return not looks_like_thing(text[named.start : named.end])


def has_office(
    page: Page, span: tuple[int, int], piece: Piece, bodies: Bodies, names: HanNames
) -> bool:
    """Whether a body ends right before the title and nothing follows, or before its holder.

    交通局|顧問, 行政處劉怡伶|經理
    """
    view, (start, end) = page.view, span
    if bodies.ends_with_head(view, start, piece.start):
        return end == piece.end or not is_han(view[end])
    name = names.read_back(view, start, piece.start, 0)
    return name is not None and bodies.ends_with_head(view, name.start, piece.start)


def ends_cell(page: Page, span: tuple[int, int], piece: Piece) -> bool:
    """Whether the title ends a cell of bodies behind a mark or blank: 工研院 |資深工程師|."""
    start, end = span
    is_last = not page.view[end : piece.end].strip()
    in_cell = piece.column_role == "organization" and piece.row > 0
    return in_cell and is_last and start > piece.start and page.view[start - 1] in " ,、;/|\n)"


# Amy Chen（Google台灣公共政策|總監|）, 胡哲銘，趨勢科技 資深|協理|：; but Marie Dupont（透過翻譯）
_ENTRY_BEFORE = views.pattern(
    r"[ ]?([(,])(?!(?:[通透經][過由]|[經由藉靠])(?:[\u3400-\u9fff]{1,2}[語文])?$)"
    r"[^(),:;。\n]{1,40}$"
)
_FARTHEST_NAME = 44


def ends_entry(
    page: Page, span: tuple[int, int], piece: Piece, names: HanNames, latin: LatinNames
) -> bool:
    """Whether the title ends a bracket behind a name, or an entry that begins with one."""
    view, (start, end) = page.view, span
    found = _ENTRY_BEFORE.search(view, max(piece.start, start - _FARTHEST_NAME), start)
    if found is None or found.start() == piece.start:
        return False
    if found[1] == "(":
        closes = view.startswith(")", end)
    else:
        closes = end == piece.end or view[end] in ":;/(-\u2500"
    if not closes:
        return False
    stop = found.start()
    if is_han(view[stop - 1]):
        name = names.read_back(view, stop, piece.start, 0)
        return name is not None and name.is_closed
    low = stop
    while low > piece.start and not is_han(view[low - 1]) and view[low - 1] not in "、;:/\n":
        low -= 1
    while low < stop and not page.text[low].isalpha():
        low += 1
    named = latin.name_at(page.text, low, stop)
    return named is not None and named.end == stop and named.words > 1


def _is_named_before(view: str, end: int, start: int, names: HanNames, least: int) -> bool:
    """Whether a name, or a surname that stands free, ends at ``end``."""
    while end > start and view[end - 1] == " ":
        end -= 1
    if end > start and view[end - 1] == ")":
        # 鮑德溫(Helen Baldwin)副代表
        bracket = view.rfind("(", max(start, end - 45), end)
        if bracket > start and view[bracket + 1].isascii():
            return names.read_back(view, bracket, start, least) is not None
    if end == start or not is_han(view[end - 1]):
        return False
    name = names.read_back(view, end, start, least)
    if name is not None and name.is_closed:
        return True
    if end - 1 == start or not is_han(view[end - 2]):
        is_word = names.singles.get(view[end - 1], True)
        # 、|簡技正, but 成|居民
        is_office = least < 0 and view[end - 1] in names.singles
        return not is_word or (is_office and view[end - 1] not in NEEDS_EDGE)
    family = view[end - 1]
    if least < 0 and view[end - 2] in UNIT_ENDS and family not in NO_NAMES:
        is_word = view[end - 2 : end] in names.edges.words or view[end - 2 : end] in names.common
        return family in names.singles and not is_word  # 駐處|何秘書
    # 簡技正與|鄭經理
    is_open = names.edges.boundaries.ending(view, end - 1, start) > 0
    return is_open and names.singles.get(family) is False


def build_fields(rows: Sequence[Mapping[str, str]]) -> re.Pattern[str]:
    """Build the words of the field of an office from titles_english: Urban Planning."""
    words = one_of_exactly(row["word"] for row in rows if row["role"] == "field")
    return re.compile(rf"{words}(?:(?:,? and |, | & | ){words}){{0,4}}(?![\w'’-])")


def latin_end(
    page: Page,
    span: tuple[int, int],
    piece: Piece,
    names: HanNames,
    latin: LatinNames,
    fields: re.Pattern[str],
) -> int | None:
    """Return where a title in Latin letters ends that stands beside a name, else None.

    Mayor Sadiq Khan; Mayor of Utrecht Sharon Dijksma; Sadiq Khan, Mayor of London; 王小明CEO;
    Director of Mobility Rui Tavares.
    """
    text, (start, end) = page.text, span
    if (start > piece.start and text[start - 1].isascii() and text[start - 1].isalnum()) or (
        end < piece.end and text[end].isascii() and (text[end].isalnum() or text[end] in "-'’")
    ):
        return None
    of = _OF.match(text, end, piece.end)
    stop = _place_end(page, of.end()) if of else end
    field = fields.match(text, of.end(), piece.end) if of and not stop else None
    stop = stop or (field.end() if field else end)
    in_cell = piece.column_role in ("title", "representative", "person")
    if in_cell and (start == piece.start or stop == piece.end):
        return stop
    if _NAME_AND_COMMA.search(text, max(piece.start, start - 4), start):
        return stop
    return stop if has_name(page, (start, stop), piece, names, latin, "latin") else None


def _place_end(page: Page, start: int) -> int | None:
    """Return where the CITY or COUNTRY claim that begins at ``start`` ends, or None."""
    for label in ("CITY", "COUNTRY"):
        claims = page.claims.get(label, [])
        index = bisect_left(claims, start, key=lambda claim: claim.start)
        if index < len(claims) and claims[index].start == start:
            return claims[index].end
    return None


_SURE_NAME = 5


def fused_start(page: Page, piece: Piece, start: int, bodies: Bodies, names: HanNames) -> int:
    """Return where the office begins whose last character is the title's first, else ``start``."""
    view, low = page.view, piece.start
    if start > low and view[start - 1] == view[start]:
        return start
    found = body_start(page, start, start + 1, low, bodies)
    if found is None:
        return start
    family = names.doubles.ending(view, start, low) or int(view[start - 1] in names.singles)
    if family and bodies.ends_with_head(view, start - family, low):
        return start  # 成功大學|沈|校長
    # 逢甲大學|李秉乾|校長, 運輸研究所|林繼國|所長, 陽明交大|林奇宏|校長
    name = names.read_back(view, start, found, 0)
    if name is None:
        return found
    is_sure = name.score >= _SURE_NAME and start - name.start > 2
    is_sure = is_sure and not bodies.head_words.ending(view, start, name.start)
    return start if is_sure or bodies.ends_with_head(view, name.start, low) else found


def stands_in(page: Page, span: tuple[int, int], piece: Piece, names: HanNames) -> bool:
    """Whether 代表 is a verb, and no title behind a family name alone: no 王|代表|揭牌."""
    at = span[0] - 1
    is_family = at >= piece.start and names.singles.get(page.view[at]) is False
    if is_family and names.edges.is_open_at(page.view, at, piece.start):
        return False
    return acts_for(page.view, span[1], piece.end, names)


def acts_for(view: str, start: int, end: int, names: HanNames) -> bool:
    """Whether 代表 before ``start`` is a verb: 孟凡利代表|市委歡迎, 王大明代表|市長致意."""
    if start >= end or not is_han(view[start]):
        return False
    if _DOES_SO.match(view, start, end):
        return True
    name = names.read(view, start, end)
    if name is not None and name.is_closed:
        return False
    edges = names.edges
    if _GIVEN.match(view, start, end) and not edges.verbs.starting(view, start, end):
        return False
    return edges.titles.starting(view, start, end) > 0 or not edges.is_closed_at(view, start, end)


# 教育局長王大明代表|簽字
_DOES_SO = views.pattern("簽[字署約訂下]|領[獎取]|受[獎贈]|接受|致贈|回贈|宣讀|揭牌")
# 陳代表|冠宇：, in the minutes of a council: a given name fills what is left.
_GIVEN = re.compile("[\u3400-\u9fff]{2}(?=[:、\n])")
# 市長|代表, 部長|代表: who stands in for one.
_DELEGATE = views.pattern("代表(?=[ ]?[^\u3400-\u9fff]|$|[ ]?[A-ZÀ-ÞĀ-Ž])")
# 市長|顧問, 總理|特使, 局長|特助: who serves one who holds an office.
_AIDE = views.pattern(
    "(?:首席|特別|高級|資深|法律|政治|科學|科技|經濟)?(?:顧問(?!團)|特助|助理|特使)"
    "|(?:特別|個人)代表|幕僚長|機要秘書|秘書(?![長處室])|當選人|提名人"
)
# 市長|閣下, 國王|陛下
_HIGHNESS = tuple(map(views.fold, ("閣下", "陛下", "殿下")))
_SERVED = frozenset(views.fold("長理統相臣王"))


def aide_end(view: str, start: int, end: int) -> int:
    """Return where the title ends of who serves or stands in for the one whose title ends there.

    >>> aide_end("市长顾问罗以撒", 2, 7), aide_end("市长罗以撒", 2, 5)
    (4, 2)
    """
    if view.startswith(_HIGHNESS, start):
        return start + 2
    if view[start - 1] not in _SERVED:
        return start
    served = _AIDE.match(view, start, end)
    if served is None and view[start - 1] == "长":
        served = _DELEGATE.match(view, start, end)
    return served.end() if served else start
