"""Whom 兩市, 雙方 or 四城 stand for in a sentence.

Contract: pure lookups on the sentence, then on the document; nobody where the number does not fit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.relations.agreements.referents import Referents, as_party
from pipeline.relations.agreements.rows import Party
from pipeline.relations.agreements.skeleton import Skeleton
from pipeline.relations.agreements.tokens import CITY, OTHER_PARTY

NUMBER = {
    "二": 2,
    "两": 2,
    "双": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
}
_PAIR = 2
# 兩校, 三院: bodies, not cities
_BODIES = views.pattern("[校院館會]|機構|單位|機關|公司")
_EACH_SIDE = views.fold("雙方")
_JOINED = views.pattern("(?:市政府|市府|縣府|政府)?[與和跟同及](?:[\u3400-\u9fff]{2,4})?")
_JOINED_BEFORE = views.pattern("[與和跟同及][\u3400-\u9fff]{0,6}$")
_PAIR_OF = views.pattern(f"[{CITY}{OTHER_PARTY}][與和跟同及][^,。;、]{{0,5}}?[{CITY}{OTHER_PARTY}]")
# 與上述四市: those told before are partners of somebody else.
_PARTNERS = views.pattern("[與和跟同及][^,。;、會與和跟同及]{0,4}$")
_LOOK_BACK = 200
_BREAK = views.pattern(";|還有|另外|此外|至於|另有")


@dataclass(frozen=True, slots=True)
class Several:
    """Finds the parties that a word of number stands for.

    Attributes:
        referents: whom the words of the document stand for.
        skeleton: the sentence.
        start, end: span of the sentence.
        own_city: the city that is not written beside its partners.
    """

    referents: Referents
    skeleton: Skeleton
    start: int
    end: int
    own_city: Callable[[Sequence[Party | None]], Party | None]

    def of_number(self, position: int) -> list[Party]:
        """Return the cities 兩市, 四市 stand for: those named so far, if their number fits."""
        start = self.skeleton.starts[position]
        number = NUMBER.get(self.referents.around.doc.view[start], 2)
        if number == _PAIR:
            return self._of_two(position)
        joined = _PARTNERS.search(self.skeleton.text, 0, position)
        return self.referents.several(number, start, self.besides(joined) if joined else None)

    def besides(self, joined: re.Match[str]) -> Party | None:
        """Return who stands before 與 and is none of those it joins: 臺北|與上述四市."""
        before = self.skeleton.parties.get(joined.start() - 1, ())
        return before[0] if before else self.own_city([])

    def _of_two(self, position: int) -> list[Party]:
        """Return whom 兩市 stands for: the two named, or one and its partner.

        What a semicolon or 還有 cuts off does not count: 還有韓國大田，兩地結盟二十年.
        """
        text, around = self.skeleton.text, self.referents.around
        start = self.skeleton.starts[position]
        if _BODIES.match(around.doc.view, start + 1):
            bodies = [p for p in self.skeleton.named(0, position) if p.organization_id]
            return bodies if len(bodies) == _PAIR else []
        pair = self._bodies(position) if around.doc.view.startswith(_EACH_SIDE, start) else []
        if pair:
            return pair
        breaks = [found.end() for found in _BREAK.finditer(text, 0, position)]
        here = self._cities(max(breaks, default=0), position)
        if len(here) == _PAIR:
            return here
        if told := self._of_paragraph(start):
            return told
        if len(here) == 1 and len(self._cities(0, position)) > 1:
            return [party for party in (self.own_city(here), *here) if party is not None]
        named = self._cities(0, position)
        if len(named) == _PAIR:
            return named
        near = self.near(start) or (named[0] if len(named) == 1 else None)
        own = self.own_city([near] if near else [])
        voices = around.voices
        if len(named) == 1 and near not in named and own not in named:
            # 嘉義市…，兩市: the city of the sentence, and the foreign one told of before.
            abroad = near and voices.country_of(near.city_id) != voices.country_of(named[0].city_id)
            if own and voices.country_of(named[0].city_id) != around.home_country:
                return [own, named[0]]  # 至於莫斯科，雙方
            own, near = named[0], near if abroad else own
        return [party for party in (own, near) if party is not None]

    def _of_paragraph(self, start: int) -> list[Party]:
        """Return the two cities that a paragraph tells of so far, none of them the document's own.

        One is at home and one abroad (浦項市…。花蓮市副市長詢問…，雙方預定簽訂), or 與 joins them.
        """
        around = self.referents.around
        found = around.doc.kept_in(around.line(self.start)[0], start, "CITY")
        named = {city.entity_id for city in found if city.form != "anaphora"}
        if len(named) != _PAIR or None in named or around.home in named:
            return []
        lands = {around.voices.country_of(city) for city in named}
        is_pair = len(lands) == _PAIR and around.home_country in lands
        is_pair = is_pair or any(
            one.entity_id != other.entity_id
            and _JOINED_BEFORE.search(around.doc.view, one.end, other.start)
            for one, other in pairwise(found)
        )
        return [Party(city, None, None) for city in sorted(filter(None, named))] if is_pair else []

    def _bodies(self, position: int) -> list[Party]:
        """Return the two of whom a body is one that 雙方 means: those joined before in its line.

        動物園與萬態保育集團續約。…雙方2014年首度簽署備忘錄
        """
        named = self.skeleton.named(0, position)
        is_joined = _PAIR_OF.search(self.skeleton.text, 0, position) is not None
        if is_joined and len(named) == _PAIR and any(party.organization_id for party in named):
            return sorted(named, key=str)
        around = self.referents.around
        low = max(around.line(self.start)[0], self.start - _LOOK_BACK)
        found = around.doc.kept_in(low, self.start, "ORGANIZATION", "CITY")
        if named:
            return []
        for one, other in reversed([*pairwise(found)]):
            if _JOINED.fullmatch(around.doc.view, one.end, other.start):
                both = {party for party in map(self._party, (one, other)) if party}
                is_pair = len(both) == _PAIR and any(p.organization_id for p in both)
                return sorted(both, key=str) if is_pair else []
        return []

    def _party(self, mention: Mention) -> Party | None:
        body = mention.label == "ORGANIZATION"
        return self.referents.body(mention) if body else as_party(mention)

    def _cities(self, low: int, high: int) -> list[Party]:
        return [party for party in self.skeleton.named(low, high) if party.city_id]

    def near(self, start: int) -> Party | None:
        """Return the partner 兩市 tells of: the speaker's city, else the last foreign one."""
        around = self.referents.around
        if self.referents.partner is not None:
            return Party(self.referents.partner, None, None)
        voice = around.voices.of_statement(around.statement_at(start))
        own = around.home or voice.city_id
        last = -1
        for mention in around.doc.before(start, "CITY"):
            is_county, last = mention.end == last, mention.start
            if is_county:
                continue  # 澎湖|馬公
            if mention.start < self.start and voice.city_id not in (None, own):
                return Party(voice.city_id, None, None)
            if mention.start < self.start - 200:
                break
            if mention.entity_id and mention.entity_id != own:
                return as_party(mention)
        ahead = self._ahead(start)
        return ahead[-1] if len(ahead) == 1 else None

    def _ahead(self, start: int) -> list[Party]:
        """Return the foreign cities named later in the sentence (兩市早已締盟，釜山與高雄…)."""
        around = self.referents.around
        found = around.doc.kept_in(start, self.end, "CITY")
        cities = dict.fromkeys(mention.entity_id for mention in found)
        return [Party(city, None, None) for city in cities if city not in (None, around.home)]
