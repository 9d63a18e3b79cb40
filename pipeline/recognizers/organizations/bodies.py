"""Where the name of an office, company or other body begins, read leftwards from its head.

Contract: works on folded text inside one piece; knows places only through the page's claims.
"""

from __future__ import annotations

from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.recognizers.organizations.bodies_edges import own_start, with_great, with_rank
from pipeline.recognizers.organizations.bodies_lexicon import Bodies
from pipeline.recognizers.organizations.bodies_scan import (
    ADMIN,
    NATIONAL,
    Scan,
    acts_for,
    is_cut_off,
    is_enough,
    is_led,
    take_foreign,
)
from pipeline.recognizers.organizations.bodies_words import (
    is_abbreviated,
    is_pursued,
    is_way,
    item_start,
    number_start,
    short_city,
    stem_length,
    take_unknown_place,
    whole_start,
)
from pipeline.recognizers.page import Page

_FARTHEST = 24
_LONGEST_UNKNOWN = 12
_LONGEST_GAP = 4
_LEAST_OWN = 2  # 市|信息中心, but no 市|學會
_FUSED = frozenset(views.fold("特廣都"))
_GOVERNMENTS = tuple(
    map(
        views.fold,
        (
            *("特別行政區政府", "特區政府", "市政府", "縣政府", "市人民政府", "省人民政府"),
            *("縣人民政府", "區人民政府", "人民政府", "政府", "市府", "縣府", "市政廳"),
        ),
    )
)
_JOINS = frozenset(views.fold("與和及暨"))
_NAMING = "感恩"  # a body where nothing else does: 感恩慈善基金會, but 感恩|慈濟大學
# Words that end a name before an office and are part of other names: 亞洲交流基金會.
_NOUNS = frozenset(
    views.fold("交流 合作 管理 聯合 安全 支援 未來 分析 評估 展示 應變 觀察").split()
)
# 約翰·霍普金斯大學, 夸祖魯-納塔爾大學
_DOTS = frozenset("·-.")
# Nothing reaches over these.
_APART = frozenset(views.fold("兼與和跟及同或的在由向對將從以為被把也則並等是有到說會會讓使請給至"))
# A name begins behind these: 據|資訊及科技教育司統計.
_BEFORE = frozenset(views.fold("駐在據由經請依洽"))
# 無|障礙聯盟: the name has what it is without.
_WITHOUT = frozenset(views.fold("無"))
# 晉州市|派|國際交流課
_SENDS = frozenset(views.fold("派邀請率訪找帶陪偕"))
# Words for people end in these: 市長與環境局 are two.
_PERSONS = frozenset(views.fold("長員師者人民代表"))
# What stands before an office and belongs to its head: 署理|運輸署署長.
_STATUSES = tuple(views.fold("署理 代理 現任 時任 前任 新任 候任 原任 歷任 兼任").split())
_OF_TIME = tuple(map(views.fold, ("前", "現任", "時任", "新任", "原任")))
_PLACED = frozenset(word[-1] for word in (*_GOVERNMENTS, *NATIONAL))


def body_start(page: Page, head_start: int, head_end: int, low: int, bodies: Bodies) -> int | None:
    """Return where the name of the body begins whose head is ``head_start..head_end``.

    None when nothing that could be its proper name stands before the head.
    """
    needs = bodies.heads.get(page.view[head_start:head_end], "proper")
    first = max(low, head_start - _FARTHEST)
    scan = Scan(page, first, bodies, head_start, head_end, head_start)
    if needs == "stem" and not _begins_well(scan):
        return item_start(scan)
    if needs == "place" and head_end - head_start > _LEAST_OWN:
        own = own_start(scan, head_start)
        if own < head_start:
            return own
    scan.position = number = number_start(scan)
    while scan.position > scan.low and not scan.placed:
        if not _step(scan, needs):
            _bridge(scan, needs)
            break
    if needs == "place" and own_start(scan, scan.position + 1) == scan.position:
        scan.placed = True
    if scan.position == head_start or not (number < head_start or is_enough(scan, needs)):
        return item_start(scan)
    while scan.position > scan.low and page.view[scan.position - 1] in _WITHOUT:
        scan.position -= 1
    return with_great(page, low, with_rank(scan), bodies)


def _begins_well(scan: Scan) -> bool:
    """Whether a known stem or place stands before the head, or its own title follows (局局長)."""
    if stem_length(scan) or is_abbreviated(scan):
        return True
    return _place_start(scan) is not None or is_led(scan)


def _take_to_place(scan: Scan, position: int) -> bool:
    """Take the few characters between ``position`` and a place before it (新加坡|建屋|發展局)."""
    view = scan.page.view
    if scan.bodies.head_words.ending(view, position, scan.low):
        return False  # 台北市政府與交通部 are two
    first = position - 2 * (view[position - 2 : position] in _NOUNS)
    if first < position and _place_before(scan, first, "") is not None:
        scan.position = first  # 富山市|未來|都市推進課
        return True
    for start in range(position - 1, max(scan.low, position - _LONGEST_GAP) - 1, -1):
        if not is_han(view[start]) or view[start] in scan.bodies.soft | _PERSONS:
            return False
        if scan.bodies.strong.ending(view, start + 1, scan.low):
            return False
        if view.startswith(_OF_TIME, start):
            return False  # 紐約市|前|規劃局長
        if scan.bodies.ends_with_head(view, start, scan.low):
            return False  # 高雄市環保局|拿|環保署
        if position - start > 1 and _place_before(scan, start, "") is not None:
            scan.position = start
            return True
    return False


def _take_to_edge(scan: Scan) -> bool:
    """Take the few characters before a stem up to where the clause begins: 福祉|健康|局局長."""
    view, position = scan.page.view, scan.position
    if view[position - 1] in ADMIN or view.endswith(_STATUSES, scan.low, position):
        return False
    for start in range(position - 1, max(scan.low, position - _LONGEST_GAP) - 1, -1):
        if not is_han(view[start]) or view[start] in scan.bodies.soft | _PERSONS | _APART:
            return False
        if scan.bodies.strong.ending(view, start + 1, scan.low):
            return False
        if position - start > 1 and (start == scan.low or not is_han(view[start - 1])):
            scan.position, scan.unknown = start, scan.unknown + position - start
            return False
    return False


def _bridge(scan: Scan, needs: str) -> None:
    """Take a place a few characters before what ended the name (芬蘭|國家|創新基金會)."""
    view, position = scan.page.view, scan.position
    if position == scan.head_start or scan.bodies.head_words.ending(view, position, scan.low):
        return
    is_noun = view[position - 2 : position] in _NOUNS
    if scan.bodies.strong.ending(view, position, scan.low) > 1 and not is_noun:
        return  # 澳|參與|國際城市網絡
    for start in range(position - 1, max(scan.low, position - _LONGEST_GAP - 1), -1):
        if not is_han(view[start]) or view[start] in _APART or view.startswith(_OF_TIME, start):
            return
        if scan.bodies.strong.ending(view, start + 1, scan.low) > 1 or view[start] in _SENDS:
            return
        if scan.bodies.ends_with_head(view, start, scan.low):
            return  # 高雄市環保局|拿|環保署
        place = scan.page.place_ending_at(start, scan.low)
        if place is not None:
            scan.position, scan.placed = place, True
            return


def _step(scan: Scan, needs: str) -> bool:
    """Take one place, stem or character into the name; False at its left end."""
    view, position = scan.page.view, scan.position
    place = _place_start(scan)
    if place is not None:
        scan.position, scan.placed = place, True
        return True
    is_short = position == scan.head_start and needs == "stem" and is_abbreviated(scan)
    if length := stem_length(scan) or 2 * is_short:
        scan.position -= length
        scan.stems += 1
        return True
    before = view[position - 1]
    if before in _JOINS and _joins(scan):
        scan.position -= 1
        return True
    if before == "和" and view.endswith("学生", scan.low, position - 1):
        return False  # 高雄大學學生|和|雲科大
    is_dotted = before in _DOTS and position - 2 >= scan.low and is_han(view[position - 2])
    if is_dotted and scan.unknown and needs != "stem" and not (before == "-" and scan.placed):
        scan.position -= 1
        return True
    if not is_han(before) or acts_for(view, position) or is_way(scan):
        return False
    if needs != "stem":
        if (start := whole_start(scan)) < position:
            scan.unknown += position - start
            scan.position = start
            return scan.unknown <= _LONGEST_UNKNOWN
        if take_foreign(scan):
            return True
    known = scan.stems and not scan.unknown
    if known and (short := short_city(view, position, scan.low, scan.bodies)):
        scan.position, scan.placed = position - short, True
        return True
    if known and needs == "stem":
        found = take_unknown_place(scan) or _take_to_place(scan, position)
        return found or (is_led(scan) and _take_to_edge(scan))
    if length := scan.bodies.strong.ending(view, position, scan.low):
        word = view[position - length : position]
        is_noun = word in _NOUNS or (word == _NAMING and not scan.unknown)
        is_noun = is_noun or (position == scan.head_start and is_pursued(scan, word))
        if needs == "stem" or not is_noun:
            return False
        scan.position -= length
        scan.unknown += length
        return True
    # 9月送|市議會, 市長率|天主教大學
    is_ranked = view[position] in ADMIN or (needs == "place" and before in _SENDS)
    # 同|濟大學建築學院: near the head of the body whose part this is
    inner = scan.bodies.head_words.starting(view, position + 1, scan.head_start)
    is_near = scan.head_start - position < _LEAST_OWN or inner > 1
    if before in scan.bodies.soft and (is_ranked or not is_near):
        return False
    scan.position -= 1
    scan.unknown += 1
    return scan.unknown <= _LONGEST_UNKNOWN


def _place_start(scan: Scan) -> int | None:
    """Return where a place (with its government) that ends at the position begins."""
    view, end = scan.page.view, scan.position
    if view[end - 1] not in _PLACED:
        return _place_before(scan, end, view[end] if end == scan.head_start else "")
    for word in _GOVERNMENTS:
        if view.startswith(word, end - len(word)) and end - len(word) >= scan.low:
            return _place_before(scan, end - len(word), word[0])
    for word in NATIONAL:
        if view.startswith(word, end - len(word)) and end - len(word) >= scan.low:
            start = end - len(word)
            found = _place_before(scan, start, word[0])
            if found is None and word[0] == "国":  # 蒙古|國|立大學
                found = scan.page.place_ending_at(start + 1, scan.low)
            return start if found is None else found
    return _place_before(scan, end, view[end] if end == scan.head_start else "")


def _place_before(scan: Scan, end: int, first: str) -> int | None:
    """Return the start of the place claims that end at ``end``, its rank word between allowed.

    ``first`` is the first character after ``end``, which the place may have taken (市 of 市政府).
    """
    ends = [end]
    if first and first in ADMIN:
        ends.append(end + 1)
    elif end > scan.low and scan.page.view[end - 1] in ADMIN:
        ends.append(end - 1)
    if end == scan.head_start and first in _FUSED:
        ends += [end + 2, end + 3]  # 首爾特別市|政府
    for stop in ends:
        start = scan.page.place_ending_at(stop, scan.low)
        is_cut = start is not None and scan.page.view.startswith("中华", start - 1)  # 中|華城|市
        if start is not None and start < end and not is_cut:
            return start
    for stop in ends[: 1 + (end == scan.head_start)]:  # 京畿|道廳
        length = scan.bodies.places.ending(scan.page.view, stop, scan.low)
        if stop - length < end and length and not is_cut_off(scan, stop - length, end):
            return stop - length
    return None


def _joins(scan: Scan) -> bool:
    """Whether 與, 和, 及 or 暨 at the position joins two parts of one name (經濟與文化辦事處)."""
    view, position = scan.page.view, scan.position
    if scan.head_start == position or scan.bodies.strong.ending(view, position, scan.low) > 1:
        return False  # 參與|國際城市網絡
    before = position - 1
    while length := scan.bodies.stems.ending(view, before, scan.low):
        before -= length
    if before == position - 1:
        return _is_placed_gap(scan, before)
    if view[position - 1] == "暨":
        return True
    return (
        before <= scan.low
        or not is_han(view[before - 1])
        or view[before - 1] in _BEFORE
        or view[before - 1] in ADMIN
        or scan.bodies.head_words.ending(view, before, scan.low) > 0
        or scan.page.place_ending_at(before, scan.low) is not None
        or scan.bodies.strong.ending(view, before, scan.low) > 0
        or _is_placed_gap(scan, before)
    )


def _is_placed_gap(scan: Scan, position: int) -> bool:
    """Whether a place and then a few characters of the same name end at the position."""
    here = scan.position
    found = scan.bodies.heads.get(scan.page.view[scan.head_start : scan.head_end]) == "stem"
    found = found and _take_to_place(scan, position)
    scan.position = here
    return found
