"""The place or body a title is held for: in it, before it, or the office a document comes from.

Contract: reads kept and resolved mentions only.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.language.name_edges import NameEdges
from pipeline.linking.docview import DocView
from pipeline.linking.home import region_of
from pipeline.linking.letter import Letter, letter_of
from pipeline.recognizers.people.lexicon import PeopleLexicon
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.roles.brackets import OFFICES, before_bracket, before_opened, behind_bracket
from pipeline.relations.roles.issuers import issuer

_FARTHEST_OFFICE = 10
# So near the document's begin or the title the office of a 駐波蘭代表 is named.
_NEAR = 1000
_HEAD = 60
_LONG_HEAD = 120
_RECORD = views.pattern("[紀記]錄|議程|質詢|會議事|速記|摘要|審查")
_REGION_HEADS = frozenset(
    map(views.fold, ("行政長官", "特首", "司長", "局長", "副局長", "署長", "專員", "總監"))
)
_MEETS = tuple(map(views.fold, ("議會", "代表會", "委員會", "小組", "立法會", "評議會")))
_LONGEST_UNIT = 16
# Behind these, or of these, is an office of no city: 西南區|市長, 清邁|府尹.
_OF_REGION = views.pattern(
    "[\u3400-\u9fff](?<![各本全該每省外])[州省邦郡].\\Z|[東西南北中]區市\\Z|(?:論壇|園區|峰會|共同體|網絡).\\Z"
    "|[\u3400-\u9fff](?<![任前副代的位各該本全])[省州邦]\\Z"
)
_REALM = views.pattern("(?:共和國|王國|聯邦|國)$")
# What a part of a university or institute ends with.
_UNIT_ENDS = tuple(
    map(views.fold, ("學系", "系", "研究所", "學院", "學程", "研究中心", "中心", "研究室"))
)
_WITH_BRANCHES = frozenset(
    {
        *("company", "association", "foundation", "international", "representative_office"),
        *("research", "other"),
    }
)
_LONGEST_UNIT_NAME = 4
_BOTH = tuple("暨及與与和")
# What parts of a ministry end with: 外交部|拉丁美洲及加勒比海司|副司長.
_PARTS = frozenset(views.fold("司組科課室處署"))
# 國會友|台|小組主席: whose friends they are.
_FRIENDS = frozenset("友挺")
_CLOSING = ("」", "》", "”")
_UNITS = frozenset(views.fold("組科課股室系"))
_BODY_ENDS = frozenset(views.fold("局處科課室組隊所館會心署"))
_CUTS = frozenset(
    views.simplify(
        "與及由獲向在對從跟讓給把將被是了也則並而或因以請到赴等且若但至為於這那其此該和的"
    )
)


@dataclass(frozen=True, slots=True)
class Home:
    """Where a document speaks from.

    Attributes:
        city_id: the city a bare 市長 belongs to, or None.
        mission: organization_id of the only representative office named, or None.
        ministry: organization_id of the only ministry named, or None.
        region: country_code of the special administrative region it is of, if of one.
        letter: who writes to whom, if it is a letter between cities.
        meeting: organization_id of the council or committee whose meeting the head tells, or None.
        issuer: the foundation, association or company that publishes the document, or None.
    """

    city_id: str | None
    mission: str | None
    ministry: str | None
    meeting: str | None
    issuer: Mention | None
    region: str | None = None
    letter: Letter | None = None

    @classmethod
    def of(cls, near: Neighbours) -> Home:
        """Find both."""
        return cls(
            near.home,
            _only(near, "representative_office") or _in_head(near, "representative_office"),
            _only(near, "ministry"),
            _meeting(near),
            issuer(near),
            region_of(near.doc) if near.home is None else None,
            letter_of(near.doc),
        )

    def region_for(self, head: str) -> str | None:
        """Return the region for a head of it or of an office of it: 行政長官, 運輸署署長."""
        return self.region if views.fold(head) in _REGION_HEADS else None


def _meeting(near: Neighbours) -> str | None:
    """Return the council or committee in the head of a record: 臺中市議會…逐字紀錄."""
    head = near.doc.view[:_LONG_HEAD]
    if _RECORD.search(head) is None:
        return None
    for mention in near.doc.kept_in(0, _HEAD, "ORGANIZATION"):
        body = near.bodies.get(mention.entity_id or "")
        if body and mention.form != "anaphora" and views.fold(body.name).endswith(_MEETS):
            return body.organization_id
    return None


def _only(near: Neighbours, kind: str) -> str | None:
    """Return the only body of a kind in the document, None if there are more or none."""
    found = {body.organization_id for body in near.doc.organizations if body.kind == kind}
    return next(iter(found)) if len(found) == 1 else None


def _in_head(near: Neighbours, kind: str) -> str | None:
    """Return the body of a kind that the head of the document names first: its sender."""
    for mention in near.doc.kept_in(0, _HEAD, "ORGANIZATION"):
        body = near.bodies.get(mention.entity_id or "")
        if body is not None and body.kind == kind:
            return body.organization_id
    return None


def office_inside(doc: DocView, title: Mention) -> Mention | None:
    """Return the office in a title: 青年局 in 青年局長, Utrecht in Mayor of Utrecht.

    駐波蘭代表 is held in an office near by that has 駐波蘭 in its name, not in the country.
    """
    if title.text[0] in "駐驻":
        country = doc.kept_in(title.start, title.end, "COUNTRY")
        post = views.fold(doc.text[title.start : country[0].end]) if country else "-"
        near_by = doc.kept_in(max(0, title.start - _NEAR), title.end + _NEAR, "ORGANIZATION")
        bodies = doc.kept_in(0, _NEAR, "ORGANIZATION") + near_by
        found = [body for body in bodies if post in views.fold(body.text)]
        sender = _sender(doc, title.start)
        if sender is not None:
            found = [body for body in found if body.text.startswith(sender.text)] or [sender]
        return next(iter(found), None)
    found = doc.kept_in(title.start, title.end, "ORGANIZATION", "CITY", "COUNTRY")
    return found[0] if found else None


def _sender(doc: DocView, end: int) -> Mention | None:
    """Return the country that sends who is posted: 以色列|駐台代表, 瓜地馬拉共和國|駐華大使."""
    gap = _REALM.search(doc.view, max(0, end - 4), end)
    stop = gap.start() if gap else end
    near = doc.kept_in(max(0, stop - 12), stop, "COUNTRY")
    return next((one for one in near if one.end == stop and one.entity_id != "TW"), None)


def office_before(near: Neighbours, position: int, lexicon: PeopleLexicon) -> Mention | None:
    """Return the place or body a title at ``position`` is held for, also with a field between.

    鹿特丹市|水務|總監, 微軟|亞太區|總裁, 坎路普斯市|的原住民事務|顧問.
    """
    return _office_before(near, position, lexicon) or (
        near.ending(opened, *OFFICES) if (opened := before_opened(near.doc, position)) else None
    )


def _office_before(near: Neighbours, position: int, lexicon: PeopleLexicon) -> Mention | None:
    doc, edges = near.doc, lexicon.han.edges
    behind = position
    position = before_bracket(doc, position)
    if doc.view[position - 1 : position] in _CLOSING:
        # 「星橋數據」|執行長
        return near.ending(position - 1, "ORGANIZATION")
    found = near.ending(position, *OFFICES)
    if found is None and position < behind:
        # 城市氣候領袖群（|C40|）執行主任: nobody knows but the letters.
        close = doc.view.rfind(")", position, behind)
        found = near.ending(close, "ORGANIZATION") if close > 0 else None
    if found is not None:
        return _firm_of(near, found)
    nearest = doc.kept_in(max(0, position - 40), position, *OFFICES)
    for office in sorted(nearest, key=lambda one: (-one.end, one.start)):
        is_befriended = office.label == "COUNTRY" and doc.view[office.start - 1] in _FRIENDS
        if is_befriended or doc.view.startswith(")", office.end):
            continue
        start = office.end + (doc.view[office.end : office.end + 1] in ("市", "的"))
        start += doc.view[start : start + 1] == "的"
        start = behind_bracket(doc, start, position)
        between = doc.view[start:position].replace(" ", "")
        if not all(is_han(c) or "A" <= c <= "Z" for c in between):
            return None
        if _is_unit(office, between):
            return near.ending(office.end, *OFFICES) or office
        # Not 教育局|與藝推處處長, who heads another one.
        is_part = office.label == "ORGANIZATION" and between[-1:] in _PARTS
        is_part = is_part and between[:1] not in _BOTH
        cuts = _CUTS.difference(_BOTH) if is_part or _opens(near, office) else _CUTS
        longest = _LONGEST_UNIT if is_part else _FARTHEST_OFFICE
        if len(between) > longest or any(
            doc.view[at] in cuts or _is_word(edges, doc.view, at, position)
            for at in range(start, position)
        ):
            return None
        return _firm_of(near, near.ending(office.end, *OFFICES) or office)
    return None


def _opens(near: Neighbours, office: Mention) -> bool:
    """Whether a place with its country opens a bracket: （挪威|特隆赫姆市|氣候與環境."""
    country = near.ending(office.start, "COUNTRY")
    return near.doc.view.startswith("(", (country or office).start - 1)


def _is_word(edges: NameEdges, view: str, start: int, end: int) -> bool:
    """Whether a word that ends names stands there, no township: 西|太平|洋區."""
    length = edges.words.starting(view, start, end)
    return length > 0 and view[start : start + length] not in edges.towns


def part_before(near: Neighbours, position: int, lexicon: PeopleLexicon) -> Mention | None:
    """Return the body a part of which ends before a name: 成功大學|資訊工程系　郭志豪教授."""
    before = near.doc.view[max(0, position - 8) : position].rstrip()
    return office_before(near, position, lexicon) if before.endswith(_UNIT_ENDS) else None


def _firm_of(near: Neighbours, place: Mention) -> Mention:
    """Return the company whose branch a place names, else the place: Google|台灣|總經理."""
    if place.label == "ORGANIZATION":
        # 美國在台協會|經濟組|組長
        is_unit = len(place.text) <= _LONGEST_UNIT_NAME and views.fold(place.text[-1]) in _UNITS
        return (near.ending(place.start, "ORGANIZATION") or place) if is_unit else place
    joined = near.doc.view[place.start - 1 : place.start] in _BOTH
    if joined and (other := near.ending(place.start - 1, "CITY", "COUNTRY")) is not None:
        whole = _firm_of(near, other)  # AWS|香港暨台灣|總經理
        return whole if whole is not other else place
    quoted = near.doc.view.startswith("」", place.start - 1)
    firm = near.ending(place.start - quoted, "ORGANIZATION")
    if firm is None or firm.end != place.start - quoted:
        return place
    body = near.bodies.get(firm.entity_id or "")
    return firm if body is not None and body.kind in _WITH_BRANCHES else place


def _is_unit(office: Mention, field: str) -> bool:
    """Whether what stands between a body and a title is a part of it: 水利及海洋工程學系."""
    return (
        office.label == "ORGANIZATION"
        and len(field) <= _LONGEST_UNIT
        and field.endswith(_UNIT_ENDS)
        and field[0] not in _CUTS
    )


def is_behind_body(doc: DocView, position: int) -> bool:
    """Whether what stands before a title ends like a body nobody claimed: 資訊中心|主任."""
    return position > 1 and doc.view[position - 1] in _BODY_ENDS and is_han(doc.view[position - 2])


def is_of_region(near: Neighbours, position: int) -> bool:
    """Whether a title is held in a region or body nobody claimed: 科羅州|州長, 論壇|秘書長."""
    doc = near.doc
    if near.ending(position, "PERSON", "TITLE", *OFFICES) is not None:
        return False
    before = doc.view[max(0, position - 4) : position + 1]
    return _OF_REGION.search(before) is not None


def city_spoken_of(doc: DocView, mention: Mention, start: int, *, is_foreign: bool) -> str | None:
    """Return the nearest city before the title in its sentence, for a foreigner its paragraph."""
    leaf = doc.segment(mention.segment_id)
    low = leaf.start
    if is_foreign and (outer := next(doc.ancestors(leaf), None)) is not None:
        low = min(low, outer.start) if outer.kind != "table_row" else low
    for city in reversed(doc.kept_in(low, start, "CITY")):
        if city.form != "anaphora":
            return city.entity_id
    return None


def is_elsewhere(near: Neighbours, title: Mention, office: Mention, lexicon: PeopleLexicon) -> bool:
    """Whether a title is of another place than an office: 俄斯特拉發市副市長、|布爾諾|市長."""
    other = office_inside(near.doc, title) or office_before(near, title.start, lexicon)
    ours, theirs = _place_of(near, office), _place_of(near, other)
    return ours is not None and theirs is not None and ours != theirs


def _place_of(near: Neighbours, office: Mention | None) -> str | None:
    """Return the city an office is in, or None; a country for itself or for its mission."""
    body = near.bodies.get((office.entity_id if office else None) or "")
    if office is None or body is None:
        return office.entity_id if office is not None and office.label != "ORGANIZATION" else None
    is_mission = body.kind == "representative_office"
    return body.country_code if is_mission else body.city_id
