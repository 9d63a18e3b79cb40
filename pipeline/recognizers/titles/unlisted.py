"""Titles that no lexicon has, told by the name behind them: 高雄市|運籌長|許芷晴.

Contract: what stands between a place, a body or the begin of a clause and a name is one word that
ends like a word for who holds an office; told once, it is a title beside other names of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.language import views
from pipeline.language.latin_names import LatinNames, looks_like_thing
from pipeline.language.lexemes import is_han, occurrences
from pipeline.language.names import HanName, HanNames
from pipeline.recognizers.organizations.bodies_lexicon import Bodies
from pipeline.recognizers.page import Claim, Page, Piece
from pipeline.recognizers.titles.beside import has_name

# The rule of their claims.
UNLISTED = "unlisted"
# How a title ends that no list has: 服務長, 擔當官, 政策監; before Latin letters any of these.
UNLISTED_END = views.pattern("(?:[官長師監員家手使人]|(?<!拿)督|(?<!博)士)(?=[ ]?[A-ZÀ-ÞĀ-Ž])")
# Less what ends a verb (成長, 動員) or means no office.
_ENDS = (
    "(?<![感五器做當])官|(?<![出會誓移班])師|監|(?<![動全滿超])員"
    "|(?<![成增特擅延生漫消專加較很最更太多細全身米尺里分拉寸])長"
)
# Before Chinese characters, less what ends a verb (促使) or means anybody (等人, 大人).
BEFORE_HAN = views.scanner(
    f"(?:{_ENDS}|(?<![女博碩瑞巴富迪])士|(?<![即促迫致行驅假指天])使"
    "|(?<![等別每何本某他專眾個名位大一二兩三四五六七八九十幾數百千萬外令惹為])人)"
    "(?=[ ]?[\u3400-\u9fff])"
)
# At the end of a bracket.
CLOSES = views.scanner(f"(?:{_ENDS})(?=[)])")
_LONGEST_BRACKET = 40
# 市府|青年事務協力長, 本局|督導員; the name of a city nobody knows: 科尼亞市|運籌長.
_OWN = views.pattern(
    "(?:[市縣省州郡]政?府|本[市縣府局處會部院]|[^城都夜超早跨全各本該,。、 ][市縣])$"
)
_LONGEST_OWN = 3
# 新竹|市民代表, 城|市長
_GOES_ON = frozenset(views.fold("民政府長場售集"))
_CUT = frozenset(
    views.fold(
        "與及由獲向在對從跟讓給把將被是了也則並而或因以請到赴等且若但至為這那其此該和的和、有"
    )
)
_LONGEST = 10
# A name behind a title nobody listed must be sure; less so if it says something.
_SUREST, _SURE, _LIKELY = 20, 8, 0
_DEPUTY = "副"
_DOTS = frozenset("·.")
_WORD_AND_BRACKET = re.compile("[\u3400-\u9fff·.=-]{2,14}[ ]?[(](?=[A-ZÀ-ÞĀ-Ž])")
_IN_CELL = ("title", "representative", "person")


def find_unlisted(
    page: Page, known: Sequence[Claim], names: HanNames, latin: LatinNames, bodies: Bodies
) -> list[tuple[int, int]]:
    """Return the spans of titles that no list has, by where they begin.

    They overlap no ``known`` title but one that they are a sign longer than: 主筆|官, 秘書|官.
    """
    taken = {at: claim.end for claim in known for at in range(claim.start, claim.end)}
    found: dict[int, int] = {}
    for piece in page.pieces_with(UNLISTED_END):
        found.update(_before_latin(page, piece, names, latin, bodies))
    for piece in page.pieces_with(BEFORE_HAN):
        found.update(_before_han(page, piece, names, latin, bodies))
    for piece in page.pieces_with(CLOSES):
        found.update(_in_bracket(page, piece, names, latin, bodies))
    free = {
        (start, end)
        for start, end in found.items()
        if all(taken.get(at, end - 1) == end - 1 for at in range(start, end))
        and not _begins_name(page.view, end - 1, taken, names)
        and not _cuts_city(page, start, end)
    }
    inside = {at for span in free for at in range(*span)}
    words = {page.view[start:end] for start, end in free}
    for start, end in _told_again(page, words, names, latin):
        if not any(at in inside or at in taken for at in range(start, end)):
            free.add((start, end))
    return sorted(free)


def _begins_name(view: str, at: int, taken: Mapping[int, int], names: HanNames) -> bool:
    """Whether the last sign is the first of a Japanese name: 市長|長谷川, 議員|長谷川."""
    is_longer = at not in taken and at - 1 in taken
    return view[at] == view[at - 1] or (is_longer and names.japanese.starting(view, at) > 1)


def _cuts_city(page: Page, start: int, end: int) -> bool:
    """Whether a title would be a part of a city's name: 君士|坦丁市市長瑪麗亞."""
    return any(
        city.start < end and start < city.end and (city.start < start or end < city.end)
        for city in page.of_label("CITY")
    )


def _before_latin(
    page: Page, piece: Piece, names: HanNames, latin: LatinNames, bodies: Bodies
) -> Iterator[tuple[int, int]]:
    """Yield what stands between a place (or a clause's begin) and a Latin name, if one word.

    坦佩雷的|服務長|Kaarina Lehtonen
    """
    for match in UNLISTED_END.finditer(page.view, piece.start, piece.end):
        end = match.end()
        start, placed = _start(page, piece, end, bodies)
        if not _may_be_title(names, page.view, start, end, placed):
            continue
        found = latin.name_at(page.text, end + page.view.startswith(" ", end), piece.end)
        if found is None or found.words < 2:
            continue
        if not looks_like_thing(page.text[found.start : found.end]):
            yield start, end


def _before_han(
    page: Page, piece: Piece, names: HanNames, latin: LatinNames, bodies: Bodies
) -> Iterator[tuple[int, int]]:
    """Yield what stands between a place or body (or a clause's begin) and a sure name."""
    view = page.view
    for match in BEFORE_HAN.finditer(view, piece.start, piece.end):
        end = match.end()
        at = end + view.startswith(" ", end)
        name = names.read(view, at, piece.end, _LIKELY)
        glossed = _gloss(page, at, piece, latin)
        if not glossed and (name is None or not name.is_closed):
            continue
        start, placed = _start(page, piece, end, bodies)
        deputy = view.rfind(_DEPUTY, max(start, piece.start), end)
        if not placed and deputy >= 0:
            start, placed = deputy, names.edges.is_open_at(view, deputy, piece.start)
        placed = placed or piece.column_role in _IN_CELL
        is_named = (placed and glossed) or (
            name is not None and _is_sure(names, view, name, piece, placed)
        )
        if is_named and _may_be_title(names, view, start, end, placed):
            yield start, end


def _in_bracket(
    page: Page, piece: Piece, names: HanNames, latin: LatinNames, bodies: Bodies
) -> Iterator[tuple[int, int]]:
    """Yield what closes a bracket behind a name and place: Orozco（卡利市|創新協調長|）."""
    for match in CLOSES.finditer(page.view, piece.start, piece.end):
        end = match.end()
        bracket = page.view.rfind("(", max(piece.start, end - _LONGEST_BRACKET), end)
        start, placed = _start(page, piece, end, bodies)
        is_told = bracket >= 0 and placed and _may_be_title(names, page.view, start, end, placed)
        if is_told and has_name(page, (bracket, end), piece, names, latin, "weak"):
            yield start, end


def _gloss(page: Page, start: int, piece: Piece, latin: LatinNames) -> bool:
    """Whether one word stands between ``start`` and a Latin name: 梅塔（Kiran Mehta）."""
    found = _WORD_AND_BRACKET.match(page.view, start, piece.end)
    named = latin.name_at(page.text, found.end(), piece.end) if found else None
    return named is not None and named.words > 1


def _told_again(
    page: Page, titles: set[str], names: HanNames, latin: LatinNames
) -> Iterator[tuple[int, int]]:
    """Yield where titles that were told stand beside a name or family name: 杜|副首長."""
    words = {title[title.find(_DEPUTY) :] if _DEPUTY in title else title for title in titles}
    for start, end in occurrences(page.view, words) if words else ():
        piece = page.piece_at(start)
        if piece is None or end > piece.end:
            continue
        if has_name(page, (start, end), piece, names, latin, "weak"):
            yield start, end


def _is_sure(names: HanNames, view: str, name: HanName, piece: Piece, placed: bool) -> bool:
    """Whether a name is beyond doubt: the less the more its surroundings tell."""
    speaks = names.edges.verbs.starting(view, name.end, piece.end) > 0
    is_long = name.end - name.start > 2
    if name.kind == "foreign":
        is_dotted = not _DOTS.isdisjoint(view[name.start : name.end])
        return placed and is_long and (is_dotted or speaks)
    ends = name.end == piece.end or not is_han(view[name.end])
    if placed and (speaks or ends):
        return name.score >= _LIKELY and (speaks or is_long)
    least = _SURE if placed or speaks else _SUREST
    return is_long and name.score >= least and (placed or speaks or ends)


def _start(page: Page, piece: Piece, end: int, bodies: Bodies) -> tuple[int, bool]:
    """Return where the word that ends at ``end`` begins, and whether behind a place or body.

    The start is ``end`` where it is too long.
    """
    view, start, low = page.view, end, piece.start
    while start > low and is_han(view[start - 1]) and view[start - 1] not in _CUT:
        if end - start > _LONGEST:
            return end, False
        if end - start > 1 and _is_behind(page, start, low, bodies):
            return start, True
        start -= 1
    # 塔林的|數位長, 高雄市 |副首長
    is_apart = start > low + 1 and view[start - 1] in " 的"
    return start, is_apart and _is_behind(page, start - 1, low, bodies)


def _is_behind(page: Page, start: int, low: int, bodies: Bodies) -> bool:
    """Whether a place or a body ends at ``start``."""
    return (
        page.place_ending_at(start, low) is not None
        or bodies.ends_with_head(page.view, start, low)
        or (
            page.view[start : start + 1] not in _GOES_ON
            and _OWN.search(page.view, max(low, start - _LONGEST_OWN), start) is not None
        )
    )


def _may_be_title(names: HanNames, view: str, start: int, end: int, placed: bool) -> bool:
    """Whether it has the length of a title, and no more than its last sign is less than a word.

    Behind a place other words may stand in it (社區|推動|人), but for what is said or done first.
    """
    if not 2 <= end - start <= _LONGEST:
        return False
    edges = names.edges
    if not placed:
        begun = ((at, edges.others.starting(view, at, end)) for at in range(start, end))
        return all(not length or at + length == end - 1 for at, length in begun)
    first = start + edges.boundaries.starting(view, start, end)
    return (first < start + 2 or first + 1 >= end) and not any(
        edges.verbs.starting(view, at, end) > 1 for at in range(start, end)
    )
