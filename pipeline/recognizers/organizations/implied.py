"""Bodies that a title implies without naming them: 立法院 of a 立委, 秀林鄉公所 of a 秀林鄉長.

Contract: a claim has form ``anaphora`` and the rule `RULE`, and covers the title, or the township,
district or village before it (秀林|鄉長, 阿里山鄉|鄉長); `implied_by` tells the body's name.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.recognizers.organizations.lexicon import OrganizationValue, Slots
from pipeline.recognizers.page import Claim, Page, Piece

RULE = "implied"
# Constitution and additional articles of the Republic of China: members of the Yuan.
_MEMBERS = {
    views.fold(head): body
    for body, heads in (
        ("立法院", ("立委", "立法委員")),
        ("監察院", ("監委", "監察委員")),
        ("考試院", ("考試委員",)),
        ("司法院", ("大法官",)),
    )
    for head in heads
}
# Local Government Act of Taiwan, articles 3, 5 and 62: townships and districts have a 公所.
_OFFICES = {"乡": "公所", "镇": "公所", "区": "公所", "里": "辦公處", "村": "辦公處"}
# States and provinces a country of the lexicon has: 霹靂州|行政議員, 科羅|州長.
_STATES = {"州": "政府", "省": "政府", "邦": "政府", "道": "政府", "县": "政府", "府": "政府"}
_ADMIN = frozenset("乡镇区市县")
# Directions that are districts: 東區, 中區.
_DIRECTIONS = frozenset("东西南北中")
_NO_NAME = frozenset(
    views.fold("各該本全某這那位名前任兩三四五六七八九十多數諸等歷屆現新老首自治特行政社農漁山")
)
_LONGEST = 3
_HEADS = tuple(_MEMBERS)


def implied_by(text: str, behind: str = "") -> str | None:
    """Return the body that a title implies, or the township before a title, else None.

    Args:
        text: the title of a member, or the name of a township, district, village or state.
        behind: the character that follows it: the first one of the title.

    >>> implied_by("前立委"), implied_by("委員")
    ('立法院', None)
    >>> implied_by("秀林", "鄉"), implied_by("阿里山鄉", "鄉"), implied_by("錦安", "里")
    ('秀林鄉公所', '阿里山鄉公所', '錦安里辦公處')
    >>> implied_by("太麻里", "鄉"), implied_by("太麻里", "乡")
    ('太麻里鄉公所', '太麻里乡公所')
    """
    view, behind_view = views.fold(text), views.fold(behind)
    for head, body in _MEMBERS.items():
        if view.endswith(head):
            return body
    offices = _OFFICES | _STATES
    # 太麻里|鄉長 is no head of a 里.
    is_ranked = view[-1] in offices and (behind_view not in _OFFICES or behind_view == view[-1])
    rank = "" if is_ranked else behind
    office = offices.get(views.fold(view + rank)[-1])
    return f"{text}{rank}{office}" if office else None


def find_implied(page: Page, taken: list[Claim], slots: Slots) -> Iterator[Claim]:
    """Yield the bodies that the page's titles imply.

    Args:
        page: the page.
        taken: the bodies found by other rules.
        slots: names of people and boundaries.
    """
    covered = {at for claim in taken for at in range(claim.start, claim.end)}
    for title in page.of_label("TITLE"):
        if page.view.endswith(_HEADS, title.start, title.end):
            value = OrganizationValue("council", "院")
            yield Claim(title.start, title.end, "ORGANIZATION", RULE, 0.6, "anaphora", value)
            continue
        rank = page.view[title.end - 2]
        piece = page.piece_at(title.start)
        if piece is None:
            continue
        start = _state_start(page.view, piece, title, slots)
        if start is None and rank in _OFFICES:
            start = _unit_start(page, piece, title, rank, slots)
        if start is not None and covered.isdisjoint(range(start, title.start)):
            value = OrganizationValue("government", "公所")
            yield Claim(start, title.start, "ORGANIZATION", RULE, 0.6, "anaphora", value)


def _state_start(view: str, piece: Piece, title: Claim, slots: Slots) -> int | None:
    """Return where the state or province begins that ends before a title."""
    known = slots.bodies.places.ending(view, title.start, piece.start)
    if known > 1 and view[title.start - 1] in _STATES:
        return title.start - known
    if view[title.start] not in _STATES:
        return None
    # 科羅|州長, 大阪|府知事
    whole = slots.bodies.places.ending(view, title.start + 1, piece.start)
    return title.start - max(known, whole - 1) if known or whole > 1 else None


def _unit_start(page: Page, piece: Piece, title: Claim, rank: str, slots: Slots) -> int | None:
    """Return where the township, district or village begins that ends before its head's title."""
    view, end = page.view, title.start
    is_doubled = view[end - 1 : end] == rank and end > piece.start
    if not is_doubled and view[end] != rank:
        return None
    stop = end - is_doubled
    known = slots.bodies.places.ending(view, stop, piece.start)
    if known:
        return stop - known
    shortest = 1 if rank == "区" and view[stop - 1] in _DIRECTIONS else 2
    for length in range(shortest, _LONGEST + 1):
        start = stop - length
        if start < piece.start or not is_han(view[start]) or view[start] in _NO_NAME:
            return None
        if length < _LONGEST and slots.bodies.strong.ending(view, stop, start) == length:
            return None
        placed = page.place_ending_at(start, piece.start) is not None or (
            start - 1 > piece.start and view[start - 1] in _ADMIN
        )
        opened = start == piece.start or not is_han(view[start - 1])
        opened = opened or slots.bodies.strong.ending(view, start, piece.start) > 0
        if placed or (opened and (is_doubled or _is_named(view, title.end, piece, slots))):
            return start
    return None


def _is_named(view: str, start: int, piece: Piece, slots: Slots) -> bool:
    """Whether a name follows a title."""
    name = slots.names.read(view, start, piece.end)
    return name is not None and name.is_closed
