"""Find organizations by where they stand: behind 主辦單位, in lists of companies, in a column.

Contract: claims nothing where a body is claimed already; a name told by its place alone has the
kind of its last word, else ``company`` among companies and ``other`` elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.recognizers.organizations.generic import GENERIC
from pipeline.recognizers.organizations.lexicon import OrganizationsLexicon, OrganizationValue
from pipeline.recognizers.page import Claim, Page, Piece

_WORD = "[A-Z0-9][0-9A-Za-zÀ-ʯ&’'+.-]*"
_LATIN = rf"(?=[A-Z]){_WORD}(?: (?:(?:for|of|and|the|de|la) )?{_WORD}){{0,3}}"
# Companies are told of in these words before a name in Latin letters.
_KIND_BEFORE = views.pattern(
    "(?:業者|廠商|公司|新創(?:公司|團隊|業者)?|企業|承包商|供應商|電信商|營運商|系統商|平台商|大廠|車廠|開發商|夥伴"
    "|合作社|機構|組織|團體|財團|社會企業|社企|非營利組織|智庫"
    "|(?P<site>(?:新創|創新|創業|科技|科學)(?:園區|基地|聚落|中心)|加速器|孵化器|育成中心))"
    rf"[ ]?(?:如|包括)?[ ]?(?P<name>{_LATIN})(?![A-Za-z0-9])"
)
# Behind a site, what it holds or runs is called so, too: 科技園區 Demo Day, 創新中心 Loop 平台.
_HELD = frozenset(("Day", "Days", "Night", "Week", "Lab", "Labs", "Demo", "Show", "Camp"))
_RUN = views.pattern("[ ]?[\u3400-\u9fff]{0,2}?(?:計畫|平台|專案|系統|方案|活動|競賽|課程|模型)")
_OF_PERSON = views.pattern("[ ]?副?(?:經理|總監|主任|工程師|顧問|專員|先生|女士|小姐|博士|教授)")
# 新創公司「浪花科技」
_QUOTED = views.pattern(
    "(?:公司|企業|廠商|業者|集團|新創|新創團隊|大廠|合作社|社企|非營利組織|[民市公環社][間民保區]團體)"
    "[ ]?「(?P<name>[^「」,。、:!?]{2,12})」"
)
_SUCH = (
    "等(?:[0-9一二三四五六七八九十兩多]+)?(?:家|間)?[^。,、;:「」]{0,6}?"
    "(?:業者|廠商|企業|公司|新創|大廠|夥伴|電信商|科技廠)"
)
_AND_SUCH = views.pattern(_SUCH)
# A sign that each place of a name holds: 公司 X, 公司「, 等業者, 主辦單位:.
_MARK = views.pattern(
    "[者商司創隊業廠伴社企織庫如括團體區地落心器](?=[ ]{0,2}[A-Z]|[ ]?「)"
    f"|等(?<=(?={_SUCH}).)|[位關伴商辦](?=[ ]*:)"
)
_ITEM_ENDS = re.compile("[、与和及]")
_LISTED = re.compile(rf"(?:{_LATIN}|[\u3400-\u9fff]{{2,8}})(?:\\([^()]{{1,20}}\\))?")
_TOLD = views.pattern(
    "[^、]{0,8}?(?:[另還也更尚計就]有|包括|包含|涵蓋|例如|諸如|像是|邀集|邀請|集結)(?=[^、]{2})|有(?=[^、]{4})"
)
_EDGES = "。,;:!?「」()\n、"
_ENTRY = views.pattern(
    "(?:(?:主辦|協辦|承辦|合辦|指導|贊助|執行|支持|策劃|共同主辦|技術支援)(?:單位|機關|夥伴|廠商)"
    "|(?P<bare>[主協合]辦))[ \u3000]*:[ \u3000]*"
)
_PARTS = re.compile("[、,;/｜|\u3000\n\t]|\\s{2,}")
_LONGEST_ENTRY = 30
_NO_NAME = views.pattern(
    "本[市府縣處局會校院]|無|同上|待定|洽談中|各.*|.*等|.*(?:單位|人員|團隊|代表|先生|女士|小姐)"
    "|[0-9年月日:./ -]+"
)


def may_be_placed(page: Page) -> Iterator[Piece]:
    """Yield the pieces `find_placed` may find something in."""
    yield from page.pieces_with(_MARK)
    yield from (piece for piece in page.pieces if piece.column_role == "organization")


def find_placed(
    page: Page, piece: Piece, claims: Sequence[Claim], lexicon: OrganizationsLexicon
) -> Iterator[Claim]:
    """Yield the bodies of a piece that only their place tells.

    Args:
        page: the page.
        piece: where to look.
        claims: the bodies found in the piece.
        lexicon: heads and boundaries.
    """
    taken = [claim for claim in claims if claim.form == "name"]
    for start, end, kind in _candidates(page, piece, taken, lexicon):
        if _is_title(page, start, end, lexicon):
            continue
        if all(end <= claim.start or claim.end <= start for claim in taken):
            head = page.view[start:end]
            claim = Claim(
                start, end, "ORGANIZATION", "placed", 0.7, value=OrganizationValue(kind, head)
            )
            taken.append(claim)
            yield claim


def _candidates(
    page: Page, piece: Piece, taken: Sequence[Claim], lexicon: OrganizationsLexicon
) -> Iterator[tuple[int, int, str]]:
    view = page.view
    for match in _KIND_BEFORE.finditer(view, piece.start, piece.end):
        # 達泰公司 Fournier|經理
        is_other = _OF_PERSON.match(view, match.end("name"), piece.end) or _is_of_site(view, match)
        if not is_other and not _is_place(page, *match.span("name")):
            yield *match.span("name"), "company"
    for match in _QUOTED.finditer(view, piece.start, piece.end):
        start, end = match.span("name")
        bodies = lexicon.bodies
        words = (
            bodies.strong.starting(view, at, end) or view[at] in bodies.soft
            for at in range(start, end)
        )
        if not any(words):
            yield start, end, "company"
    for such in _AND_SUCH.finditer(view, piece.start, piece.end):
        yield from _listed(page, piece, such.start(), taken, lexicon)
    for entry in _ENTRY.finditer(view, piece.start, piece.end):
        following = _ENTRY.search(view, entry.end(), piece.end)
        stop = following.start() if following else piece.end
        for start, end, kind in _entered(page, entry.end(), stop):
            # 主辦 without 單位 may lead to something else, too.
            if not entry["bare"] or lexicon.bodies.head_words.ending(view, end, start) > 1:
                yield start, end, kind
    if piece.kind == "cell" and piece.column_role == "organization" and piece.row:
        yield from _entered(page, piece.start, piece.end)


def _is_of_site(view: str, match: re.Match[str]) -> bool:
    """Whether a name behind a site is a technology, event or project there: AI, Demo Day."""
    if not match["site"]:
        return False
    name = match["name"]
    is_short = sum(map(str.islower, name)) < 2  # AI, IoT
    return is_short or name.split()[-1] in _HELD or _RUN.match(view, match.end("name")) is not None


def _listed(
    page: Page, piece: Piece, end: int, taken: Sequence[Claim], lexicon: OrganizationsLexicon
) -> Iterator[tuple[int, int, str]]:
    """Yield the names of a list that ends in 等業者, if one of them is known for a body."""
    view, is_known = page.view, False
    found: list[tuple[int, int, str]] = []
    stop = end
    while stop > piece.start:
        claim = next((c for c in taken if c.end == stop), None)
        if claim is not None:
            start, is_known = claim.start, True
        else:
            start = _item_start(view, piece.start, stop, lexicon)
            if _is_listed(page, start, stop, lexicon):
                found.append((start, stop, "company"))
        if start <= piece.start or not _ITEM_ENDS.match(view, start - 1):
            break
        stop = start - 1
    if is_known:
        yield from found


def _item_start(view: str, low: int, end: int, lexicon: OrganizationsLexicon) -> int:
    """Return where the item of a list begins that ends at ``end``."""
    start = end
    while start > low and end - start < 24:
        before = view[start - 1]
        if before in _EDGES or _ITEM_ENDS.match(before):
            break
        if is_han(before) and lexicon.bodies.strong.ending(view, start, low):
            break
        start -= 1
    # 另有|長榮航太、台灣高鐵等業者
    told = _TOLD.match(view, start, end)
    return told.end() if told else start


def _is_listed(page: Page, start: int, end: int, lexicon: OrganizationsLexicon) -> bool:
    view = page.view
    name = view[start:end]
    if _LISTED.fullmatch(name) is None or _is_place(page, start, end):
        return False
    is_word = name in GENERIC or name in lexicon.kinds or name in lexicon.bodies.stems
    return not is_word and (not is_han(name[0]) or len(name) > 2)


def _entered(page: Page, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the items of an entry or cell that are names as a whole."""
    line = page.view.find("\n", start, end)
    stop = line if line >= 0 else end
    at = start
    for gap in [*_PARTS.finditer(page.view, start, stop), None]:
        low, high = at, gap.start() if gap else stop
        at = gap.end() if gap else stop
        while low < high and page.view[low] in " ":
            low += 1
        bracket = page.view.find("(", low, high)
        high = bracket if bracket > low else high
        while low < high and page.view[high - 1] in " 。.":
            high -= 1
        name = page.view[low:high]
        fits = 2 < len(name) <= _LONGEST_ENTRY and not set(name) & set("。:!?「」()")
        if fits and not _NO_NAME.fullmatch(name) and not _is_place(page, low, high):
            yield low, high, "other"


def _is_title(page: Page, start: int, end: int, lexicon: OrganizationsLexicon) -> bool:
    """Whether a name is a title, its place before it or none: |第一副市長, |克萊佩達市長."""
    at = end - lexicon.titles.ending(page.view, end, start)
    if at == end or page.has_at("TITLE", start):
        return at < end
    while at > start and page.has_at("TITLE", at - 1):
        at -= 1
    return start in (page.place_ending_at(at, start), page.place_ending_at(at + 1, start))


def _is_place(page: Page, start: int, end: int) -> bool:
    """Whether a place is claimed at the end or all of a name."""
    return any(
        claim.start < end <= claim.end and claim.end > start
        for claim in page.of_label("CITY", "COUNTRY")
        if claim.start >= start - 8
    )
