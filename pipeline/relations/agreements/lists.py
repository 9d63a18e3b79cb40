"""Read agreements from lines that are records: 01　日本酒田市｜105.7.8｜姊妹市｜有效.

Contract: a line names partners and what was agreed in fields of any order; what it leaves out, the
heads over it tell (姊妹市, 已屆滿, 大田廣域市).  Clauses are none: sentences are read elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.contract import Segment
from pipeline.language import views
from pipeline.relations.agreements.details import Terms, signing_date
from pipeline.relations.agreements.fields import Fields, may_end_field
from pipeline.relations.agreements.groups import Group, grouped, is_behind_land, may_open
from pipeline.relations.agreements.heads import LONGEST, headed_kind, is_in_cell, portrayed
from pipeline.relations.agreements.home import host
from pipeline.relations.agreements.lines import MAKER, TOLD, Line, has_word, is_header, told_next
from pipeline.relations.agreements.outline import Head, Outline
from pipeline.relations.agreements.referents import Referents
from pipeline.relations.agreements.rows import Agreed, Party
from pipeline.relations.agreements.several import NUMBER
from pipeline.relations.agreements.standing import StatusWords

# 有效者, 已簽署: heads that say only that what follows holds.
_VALID = views.pattern("有效|已簽|生效|現行|持續|存續")
# 日本, 2016年 stand over lines and end no head.
_NEUTRAL = frozenset(("country", "date"))
_ASIDE = re.compile(r"\s?\([^()\n]{2,40}\)")
_ALL = views.pattern("([三四五六七八九十])[方邊市城]")
_OF_PARTNER = _NEUTRAL | {"place"}
# 待辦, 推動中: heads over what is still to be signed.
_AHEAD_OF = views.pattern("待辦|擬辦|待簽|[辦進推籌洽研][理行動備辦簽談議擬]中")
# 延後, 改期: a signing that is put off is still to come.
_PUT_OFF = views.pattern("延後|延期|順延|改期|擇期|[暫緩]緩?簽|未回|未復|簽核|陳核")
# 是否仍有效：否
_INVALID = views.pattern(r"(?:有效|效力)[^:|/,。;]{0,3}[:|/]\s*(?:否|無|N|已?失)")
_OURS = views.pattern("[本我][市縣府國鄉鎮]")
_HEAD, _FEW, _AHEAD = 20, 2, 4


class Lists:
    """Reads the records among the lines of a document.

    Args:
        referents: whom the words of the document stand for.
        pattern, kinds: find a word for an agreement, and what it names.
        statuses: cues of standing.
        legend: kinds that signs stand for.
    """

    def __init__(
        self,
        referents: Referents,
        pattern: re.Pattern[str],
        kinds: Mapping[str, str],
        statuses: StatusWords,
        legend: Mapping[str, str],
    ) -> None:
        self.referents = referents
        self.around = referents.around
        self.pattern, self.kinds, self.statuses = pattern, kinds, statuses
        self.legend = legend
        self.fields = Fields(referents, pattern, kinds, legend)
        self._terms = Terms(referents.around.doc)
        self._told: list[tuple[int, int]] = []

    def has_told(self, position: int) -> bool:
        """Whether a position is inside of what tells of a record that was read."""
        index = bisect_right(self._told, position, key=lambda span: span[0]) - 1
        return index >= 0 and position < self._told[index][1]

    def read(self, found: Sequence[re.Match[str]]) -> list[Agreed]:
        """Return the agreements of all lines that are records.

        Args:
            found: the words for agreements in the document.
        """
        doc = self.around.doc
        if not found:
            return []
        words = [word.start() for word in found]
        segments = doc.of_kind("title", "heading", "paragraph", "list_item")
        telling = [line for line in segments if has_word(words, line.start, line.end)]
        ending = [word.start() for word in found if may_end_field(doc.view, word)]
        if not any(self._names_kind(line, words, ending) for line in telling):
            return []
        lines = [self._of(line, words) for line in segments if not is_in_cell(doc, line)]
        outline = Outline()
        groups: list[Group] = []
        for index, line in enumerate(lines):
            above = lines[index - 1] if index else None
            groups.extend(self._line(line, above, lines[index + 1 : index + 1 + _AHEAD], outline))
        self._told = [(group.start, group.told_to) for group in groups]
        home = self._home(groups) if groups else None
        return [agreed for group in groups for agreed in self._agreed(group, home)]

    def _of(self, line: Segment, words: Sequence[int]) -> Line:
        text = self.around.doc.view[line.start : line.end].rstrip()
        end = line.start + len(text)
        return Line(text, line.start, end, has_word(words, line.start, end), self.fields)

    def _names_kind(self, segment: Segment, words: Sequence[int], ending: Sequence[int]) -> bool:
        """Whether a line may be a record or a head that says what was agreed.

        Words for it begin at ``words``, those that may end a field at ``ending``.
        """
        line = self._of(segment, words)
        is_head = headed_kind(line.text, self.pattern, self.kinds) is not None
        is_told = is_head or (has_word(ending, line.start, line.end) and line.names_kind(words))
        return is_told and not is_in_cell(self.around.doc, segment)

    def _line(
        self, line: Line, above: Line | None, behind: Sequence[Line], outline: Outline
    ) -> list[Group]:
        """Return the records of a line, or let it be a head over the next ones.

        Its fields are read only where they may tell: most lines are neither.
        """
        text = line.text
        may_lead = any(following.has_word for following in behind)
        may_be = line.has_word or may_lead or outline.heads or self.legend
        if not (may_be or len(text) <= _HEAD):
            return []
        if is_header(text) or MAKER.match(text):
            return []
        is_head = line.has_word and not outline.partners
        kind = headed_kind(text, self.pattern, self.kinds) if is_head else None
        if kind:
            owner = self._owner(line, above, outline)
            outline.put(Head(text, kind=kind, status=self._standing(text), owner=owner))
            return []
        partners = self._heads(line, behind, outline) if may_lead else ()
        if partners:
            outline.put(Head(text, partners=partners))
            return []
        if line.has_word or outline.kind or self.legend:
            found = self._groups(line, outline)
            if found:
                return self._told_below(found, behind[:1])
            if outline.kind and is_behind_land(self.around.doc.view, [*line.fields]):
                return []  # 日本：伊勢原 is one of the list whom nobody knows
        status = self._standing(text) if len(text) <= _HEAD else None
        if status is None and len(text) <= _HEAD:
            status = "planned" if _AHEAD_OF.search(text) else None
            status = "in_force" if _VALID.search(text) else status
        if status and sum(1 for _ in line.spans) <= _FEW and line.roles.isdisjoint(TOLD):
            outline.put(Head(text, status=status))
        elif outline.heads and not text.endswith(":") and not line.is_made_of(_NEUTRAL):
            is_short = len(text) <= LONGEST and "。" not in text[:-1]
            outline.leave(text, is_prose=not is_short)
        return []

    def _owner(self, line: Line, above: Line | None, outline: Outline) -> str | None:
        """Return the city whose list a head opens: the one it names, or that its part tells of."""
        doc = self.around.doc
        named = doc.kept_in(line.start, line.end, "CITY")
        if named:
            return named[0].entity_id if named[0].form != "anaphora" else None
        is_free = not (outline.heads or _OURS.search(doc.view, line.start, line.end))
        if above is not None and is_free and len(above.text) <= _HEAD:
            told = portrayed(doc, above.start, above.end)
            if told is not None:
                return told.entity_id
        return self.around.sections.city_at(line.start)

    def _groups(self, line: Line, outline: Outline) -> list[Group]:
        """Return the records of a line: a line has none unless its first field may open one."""
        doc = self.around.doc
        if line.first is None or not may_open(doc.view, line.first):
            return []
        return grouped(doc, (line.start, line.end), [*line.fields], outline)

    def _told_below(self, found: list[Group], below: Sequence[Line]) -> list[Group]:
        """Let the line below one that is signed tell how what it names stands: 狀態：未成案."""
        if not self.legend or not below or "place" in below[0].roles:
            return found
        status = self._standing(below[0].text)
        return [group._replace(status=group.status or status) for group in found]

    def _heads(self, line: Line, behind: Sequence[Line], outline: Outline) -> tuple[Party, ...]:
        """Return the partner a line names alone, if the next one tells of a kind and no partner."""
        doc = self.around.doc
        if not doc.kept_in(line.start, line.end, "CITY", "ORGANIZATION"):
            return ()
        if not line.is_made_of(_OF_PARTNER):
            return ()
        # 波蘭羅茲（Łódź） is one.
        named = (p for field in line.fields for p in field.parties if p.city_id)
        parties = tuple(dict.fromkeys(named))
        if len(parties) != 1 or (self.around.is_sure and parties[0].city_id == self.around.home):
            return ()  # 基隆市政府　113年6月 says who made the list
        following = told_next(behind)
        if following is None or following.first is None or following.first.role != "kind":
            return ()
        if "place" in following.roles or any(field.kinds for field in line.fields):
            return ()
        is_head = headed_kind(following.text, self.pattern, self.kinds) is not None
        return () if outline.kind and is_head else parties

    def _standing(self, text: str) -> str | None:
        if self.statuses.voids(text):
            return "denied"
        told = self.statuses.lasting(text) or self.statuses.find(text, "denied", "planned")
        told = "expired" if _INVALID.search(text) else told
        return told or ("planned" if _PUT_OFF.search(text) else None)

    def _home(self, groups: Sequence[Group]) -> str | None:
        """Return the city whose agreements are listed: not one of the partners."""
        around = self.around
        common = set.intersection(*({p.city_id for p in group.parties} for group in groups))
        if len(groups) > 1 and len(common) == 1:
            return common.pop()  # 釜山（與高雄）：…, 橫濱（與高雄）：…
        partners = {p.city_id for group in groups for p in group.parties if len(group.parties) == 1}
        if around.home and (around.is_sure or around.home not in partners):
            return around.home
        titled = [
            c.entity_id
            for t in around.doc.of_kind("title")
            for c in around.doc.kept_in(t.start, t.end, "CITY")
        ]
        for city in titled:
            if city not in partners:
                return city
        spans = [(group.start, group.end) for group in groups]
        outside = Counter(
            city.entity_id
            for city in around.doc.of_label("CITY")
            if city.entity_id not in partners
            and not around.doc.enclosing(city, "table_row")
            and not any(low <= city.start < high for low, high in spans)
        )
        ranked = sorted(outside, key=lambda city: (-outside[city], str(city)))
        return host(around.doc) or next(iter(ranked), None)

    def _agreed(self, group: Group, home: str | None) -> list[Agreed]:
        doc = self.around.doc
        own, span = self._each(group), (group.start, group.end)
        if group.owner not in {party.city_id for party in group.parties}:
            home = group.owner or home
        told = self._standing(self._terms.told_by_now(group.start, group.end)) if not own else None
        return [
            Agreed(
                kind=group.kind,
                status=next((own[p] for p in parties if p in own), told)
                or group.status
                or ("signed" if group.kind == "declaration" else "in_force"),
                parties=parties,
                topic=group.topic,
                signed=signing_date(doc, span, span, parties),
                start=group.start,
                end=group.end,
                rule="list-line",
                score=0.85,
            )
            for parties in self._sets(group, home)
        ]

    def _each(self, group: Group) -> dict[Party, str]:
        """Return how papers stand by what is told behind each partner of a list.

        備忘錄：甲市（2017年簽，已到期）、乙市（2024年）
        """
        doc = self.around.doc
        ends = [*(place.start for place in group.places[1:]), group.end]
        told: dict[Party, str] = {}
        for place, end in zip(group.places, ends, strict=False):
            aside = _ASIDE.match(doc.view, place.end, end)
            status = self._standing(self._terms.told_by_now(*aside.span())) if aside else None
            told.update((party, status) for party in place.parties if status)
        return told if len(group.places) > 1 else {}

    def _is_joint(self, group: Group, number: int) -> bool:
        """Whether a line tells of one paper of so many: 港口三方備忘錄, 甲、乙與丙三城."""
        told = _ALL.search(self.around.doc.view, group.start, group.end)
        return told is not None and NUMBER[told[1]] == number

    def _sets(self, group: Group, home: str | None) -> list[tuple[Party, ...]]:
        """Return the sets of parties of a record: home or the city at home with each partner."""
        named = list(dict.fromkeys(group.parties))
        country = self.around.home_country
        at_home = [p for p in named if self.around.voices.country_of(p.city_id) == country]
        own = Party(home, None, None) if home else None
        if own not in named and len(at_home) == 1 and len(named) > 1:
            own = at_home[0]
        partners = [party for party in named if party != own]
        if own is None and len(named) == 2:
            return [tuple(sorted(named, key=str))]
        if own is None or not partners:
            return []
        if self._is_joint(group, len(named)):
            return [tuple(sorted(named, key=str))]
        if group.kind == "declaration" or self._is_joint(group, len(partners) + 1):
            return [tuple(sorted((own, *partners), key=str))]
        if group.has_unknown and own not in named and partners == at_home:
            return []  # 臺南市 × 某町: no tie with the city at home
        return [tuple(sorted((own, party), key=str)) for party in partners]
