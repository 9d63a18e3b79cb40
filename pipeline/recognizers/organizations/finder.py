"""Find organizations: governments, their offices, companies, universities, alliances.

Contract: a name runs from its proper part or place to its head (臺北市政府資訊局 is one); words
that stand for a body (市府, 議會, 聯盟主席) are claimed with form ``anaphora``.
"""

from __future__ import annotations

import re
from collections import defaultdict

from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.recognizers.organizations.bare import (
    SCHOOLS,
    TROUPE,
    find_city_governments,
    find_firms,
    find_foreign_firms,
    school_start,
    with_firm,
)
from pipeline.recognizers.organizations.bodies import body_start
from pipeline.recognizers.organizations.bodies_edges import is_clause, with_great
from pipeline.recognizers.organizations.bodies_lexicon import Bodies
from pipeline.recognizers.organizations.bodies_words import is_lasting, short_city
from pipeline.recognizers.organizations.contracted import find_contracted
from pipeline.recognizers.organizations.generic import GENERIC, LOCAL_SORTS, NO_BODIES
from pipeline.recognizers.organizations.heads import (
    ends_name,
    ends_otherwise,
    find_offices_abroad,
    is_any_body,
    is_no_name,
)
from pipeline.recognizers.organizations.implied import find_implied
from pipeline.recognizers.organizations.joined import joined, settle
from pipeline.recognizers.organizations.known import find_known
from pipeline.recognizers.organizations.latin import find_latin
from pipeline.recognizers.organizations.lexicon import (
    BOTH,
    COUNTED,
    JOINERS,
    KINDS_OF,
    OFFICE_ENDS,
    POSTS,
    QUANTIFIED,
    RANKS,
    SHORT_CITY,
    UNIT,
    OrganizationsLexicon,
    OrganizationValue,
    ReadOrganization,
    build_lexicon,
    is_whole,
    read_organization,
    read_owner,
)
from pipeline.recognizers.organizations.placed import find_placed, may_be_placed
from pipeline.recognizers.organizations.short import TRADE, find_short_names
from pipeline.recognizers.organizations.slots import find_called, find_led, first_quoted
from pipeline.recognizers.page import ENGLISH, Claim, Page, Piece, Spans

__all__ = [
    "OrganizationValue",
    "OrganizationsLexicon",
    "ReadOrganization",
    "build_lexicon",
    "find_organizations",
    "read_organization",
    "read_owner",
]

# 伊茲密爾|大都會|市政府
_METROPOLITAN = views.pattern("(?:大都會區?|都會區?|廣域|特別|直轄|區域|大|[東西南北][城區])$")
# 立委馬文君|服務處 is hers, no body.
_OF_MEMBER = views.pattern(
    "(?:立委|立法委員|[市縣州國]?會?議員|監委)[\u3400-\u9fff]{2,4}(?:國會|聯合)?"
)
# 攤商多不用|銀行: somebody does without any.
_REFUSED = views.pattern(
    "[不沒未][用靠找去進上開想會能是需必要在到再信經]|[不沒](?![二丹老列動]).$|[沒怕缺]$"
)
_NEW = tuple(map(views.fold, ("創新", "更新", "革新")))
# 公民參與|處
_TAKES_PART = views.fold("參與")
# Ends of units within a body: 經濟組, 國際科.
_SMALL = frozenset(views.fold("組科課室股"))
# 新加坡資深|政務部|長 leads no ministry of that name.
_OF_STATE = views.fold("政務部")
_LATIN_NAME = re.compile("[ ]?[A-ZÀ-Þ]")
# A longer name of a unit is told apart by itself: 智慧城市推動小組.
_NAMED = 5
_FUND = "基金"
# |市|信息中心 of the city that speaks
_OWN_CITY = frozenset(views.fold("市縣"))


def find_organizations(page: Page, lexicon: OrganizationsLexicon) -> list[Claim]:
    """Return the ORGANIZATION claims of a page, by position; they nest or stand apart."""
    claims: list[Claim] = []
    told = Spans(c for c in page.of_label("TITLE", "ORGANIZATION", "PERSON") if c.rule == ENGLISH)
    found: defaultdict[int, list[Claim]] = defaultdict(list)
    for piece in page.pieces_with(OFFICE_ENDS):
        found[piece.start] += find_offices_abroad(page, piece)
    for piece, start, end in page.find(lexicon.known, is_whole):
        found[piece.start] += find_known(page, piece, start, end, lexicon)
    for piece, start, end in page.find(lexicon.heads):
        if (claim := _headed(page, piece, start, end, lexicon)) is not None:
            found[piece.start].append(claim)
    for piece, claim in find_latin(page):
        if not told.overlaps(claim.start, claim.end):
            found[piece.start].append(claim)
    for piece, claim in (*find_firms(page, lexicon), *find_foreign_firms(page, lexicon)):
        found[piece.start].append(claim)
    marked = {piece.start for piece in may_be_placed(page)}
    for piece in page.pieces:
        whole: list[Claim] = []
        if piece.start in found:
            whole = joined(page.view, settle(found[piece.start]))
            whole = [with_firm(page, piece, claim, lexicon) for claim in whole]
            claims += whole
        if piece.start in marked:
            placed = find_placed(page, piece, whole, lexicon)
            claims += (c for c in placed if not told.overlaps(c.start, c.end))
    claims.extend(list(find_city_governments(page, claims, lexicon)))
    shorts = list(find_short_names(page, claims, lexicon))
    told_short = {short.start for short in shorts}
    # 星海綠能股份有限公司, then 星海綠能: the same firm, no other of that trade.
    claims = [c for c in claims if c.rule != TRADE or c.start not in told_short] + shorts
    claims.extend(list(find_contracted(page, claims, lexicon)))
    claims.extend(list(find_called(page, claims)))
    claims.extend(list(find_led(page, claims, lexicon.slots)))
    claims.extend(list(find_implied(page, claims, lexicon.slots)))
    return sorted(claims, key=lambda c: (c.start, -c.end))


def _headed(
    page: Page, piece: Piece, start: int, end: int, lexicon: OrganizationsLexicon
) -> Claim | None:
    view = page.view
    if view.endswith(_FUND, start, end) and view.startswith("会", end):
        start, end = end - len(_FUND), end + 1  # 社會發展|基金會, not 發展基金
    head = view[start:end]
    if end < piece.end and ends_otherwise(view, head, end, piece.end):
        return None
    is_led = view.startswith("长", end)
    if view.startswith(head, start - len(head)) and start - len(head) >= piece.start:
        return None  # 消防局|局|長, 河川分署|分署|長
    if first_quoted(view, start, end, piece) or ends_name(view, start, end, piece, lexicon):
        return None
    # 總|工程司, 聯誼會|總會長: a part of a title
    longer = len(head) > 1 and is_led
    if lexicon.titles.ending(view, end, piece.start) > len(head) or (
        longer and lexicon.titles.starting(view, start, piece.end) > len(head)
    ):
        return None
    kind, needs = lexicon.kinds[head], lexicon.bodies.heads[head]
    is_titled = len(head) > 1 and _is_titled(view, end, piece.end, lexicon)
    if needs == "titled" and not is_titled:
        return None
    if kind == "government" and needs == "bare":
        return _government(page, piece, start, end, head, lexicon.bodies)
    named = _named(page, piece, start, end, lexicon)
    if named is not None:
        return named
    value = OrganizationValue(kind, head)
    if head in SCHOOLS and (first := school_start(page, piece, start, end, lexicon)) is not None:
        troupe = TROUPE.match(view, end, piece.end)
        end = troupe.end() if troupe else end
        return Claim(first, end, "ORGANIZATION", "school", 0.7, value=value)
    if is_titled and needs == "place" and len(head) > 2:
        # 資訊中心|主任
        is_unit = _is_unit_in_cell(page, piece, start, end)
        rule, form = (UNIT, "anaphora") if is_unit else ("head", "name")
        return Claim(start, end, "ORGANIZATION", rule, 0.7, form, value)
    if needs == "bare" and short_city(view, start + 1, piece.start, lexicon.bodies):
        return Claim(start - 1, end, "ORGANIZATION", "short_city", 0.85, value=value)
    if needs == "bare" or is_titled:
        first = body_start(page, start, end, piece.start, lexicon.bodies)
        low = start if first is None else first
        if view.startswith(head + "长", end) and is_han(view[start - 1 : start] or " "):
            return None  # 日立製作所數位系統|本部|本部長
        if QUANTIFIED.search(view, max(piece.start, low - 4), low) is None:
            return _anaphora(start, end, kind, head)
    return None


def _is_titled(view: str, end: int, stop: int, lexicon: OrganizationsLexicon) -> bool:
    """Whether a title follows, or a family name and a title: 資訊中心|主任, 資訊中心|　鄭主任."""
    while end < stop and view[end] in " \u3000":
        end += 1
    if lexicon.titles.starting(view, end, stop):
        return True
    is_family = lexicon.slots.names.singles.get(view[end : end + 1]) is False
    return is_family and lexicon.titles.starting(view, end + 1, stop) > 0


def _named(
    page: Page, piece: Piece, start: int, end: int, lexicon: OrganizationsLexicon
) -> Claim | None:
    """Return the body whose head, or the end of it, stands at ``start..end``: 永續交流|協會."""
    view = page.view
    for at in range(start, end):
        head = view[at:end]
        needs = lexicon.bodies.heads.get(head, "never")
        if needs in ("never", "bare", "titled") and at > start:
            continue
        first = body_start(page, at, end, piece.start, lexicon.bodies)
        if first is not None and is_clause(page, first, at):
            return None
        if first is not None and _is_proper(view, first, at, end, piece, lexicon):
            if _LATIN_NAME.match(view, end, piece.end) and _is_sort(page, first, end, lexicon):
                return None
            value = OrganizationValue(lexicon.kinds[head], head)
            if view[first:end] in POSTS or _is_unit_in_cell(page, piece, first, end):
                return Claim(first, end, "ORGANIZATION", UNIT, 0.85, "anaphora", value)
            return Claim(first, end, "ORGANIZATION", "head", 0.85, value=value)
        if needs != "place":
            return None
    return None


def _is_sort(page: Page, first: int, end: int, lexicon: OrganizationsLexicon) -> bool:
    """Whether places and trades are all that stands before 公司: 丹麥|能源|公司 Ørsted."""
    view, at = page.view, end - 2
    if view[at:end] != "公司":
        return False
    while at > first:
        word = lexicon.bodies.stems.ending(view, at, first)
        word = max(word, 2 * (view[at - 2 : at] in GENERIC))
        if not word:
            return at < end - 2 and page.place_ending_at(at, first) == first
        at -= word
    return at == first


def _is_unit_in_cell(page: Page, piece: Piece, first: int, end: int) -> bool:
    """Whether a cell of titles begins with a body of another cell's place: 熊本市|政策局長."""
    if piece.column_role != "title" or first != piece.start or not piece.row:
        return False
    small = page.view[end - 1] in _SMALL or page.view.startswith("长", end)
    small = small and end - first < _NAMED
    return small and not (page.has_at("CITY", first) or page.has_at("COUNTRY", first))


def _anaphora(start: int, end: int, kind: str, head: str) -> Claim:
    value = OrganizationValue(kind, head)
    return Claim(start, end, "ORGANIZATION", "generic", 0.6, form="anaphora", value=value)


def _government(page: Page, piece: Piece, start: int, end: int, head: str, bodies: Bodies) -> Claim:
    """Return 臺北市政府 or 北市府 as a name, 市政府 and 市府 as words that stand for one."""
    view = page.view
    rank = _METROPOLITAN.search(view, max(piece.start, start - 4), start)
    for stop in (start + 1, start, *([rank.start()] if rank else ())):
        first = page.place_ending_at(stop, piece.start)
        is_rank = stop != start or view[start - 1] not in RANKS or view[start - 1] == head[0]
        if first is not None and first < start and is_rank:
            value = OrganizationValue("government", head)
            first = with_great(page, piece.start, first, bodies)
            return Claim(first, end, "ORGANIZATION", "government", 0.95, value=value)
    is_short = start > piece.start and view[start - 1] in SHORT_CITY
    if is_short and not is_lasting(view, start - 1, piece.start):
        first = start - (2 if view.startswith("新北", start - 2) else 1)
        value = OrganizationValue("government", head)
        return Claim(max(first, piece.start), end, "ORGANIZATION", "short_city", 0.85, value=value)
    return _anaphora(start, end, "government", head)


def _is_proper(
    view: str, first: int, start: int, end: int, piece: Piece, lexicon: OrganizationsLexicon
) -> bool:
    """Whether ``first..start`` names one body rather than a sort of bodies."""
    proper = view[first:start]
    if _OF_MEMBER.fullmatch(proper) or is_lasting(view, start - 1, first):
        return False
    if (
        (proper[:1] in BOTH and len(proper) <= 2)
        or view[first:end] in NO_BODIES
        or view.endswith(_OF_STATE, first, end)
        or (proper[-1] in JOINERS and not proper.endswith(_TAKES_PART))
        or COUNTED.search(proper)
        or _REFUSED.search(proper)
        or (end - start > 1 and is_any_body(proper, lexicon.kinds[view[start:end]]))
        or is_no_name(proper, lexicon.bodies)
    ):
        return False
    is_generic = proper in GENERIC or (len(proper) > 2 and proper[1:] in GENERIC)
    public = ("agency", "ministry", *(("hospital",) if proper in LOCAL_SORTS else ()))
    if is_generic and lexicon.kinds[view[start:end]] not in public:
        return False
    needs = lexicon.bodies.heads[view[start:end]]
    if needs != "stem" and len(proper) < 2 and proper not in _OWN_CITY:
        return False
    if proper[-1:] in KINDS_OF.get(view[start:end], "") and not proper.endswith(_NEW):
        return False
    return QUANTIFIED.search(view, max(piece.start, first - 4), first) is None
