"""Who the parties of a matched agreement are.

Contract: groups of at least two different parties; a list of partners of one city gives one group
for each, a declaration one for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.language import views
from pipeline.relations.agreements.entries import head_city
from pipeline.relations.agreements.home import beside
from pipeline.relations.agreements.patterns import AgreementPattern
from pipeline.relations.agreements.referents import Referents
from pipeline.relations.agreements.rows import Party, distinct
from pipeline.relations.agreements.several import NUMBER, Several
from pipeline.relations.agreements.skeleton import Skeleton
from pipeline.relations.agreements.subjects import (
    EACH,
    acting_body,
    each_before,
    is_bare_pact,
    is_of_others,
    joined_to,
    subjects_before,
)
from pipeline.relations.agreements.tokens import CITY, DATE, WE

_PAIR = 2
# Rules that look for the other party outside of the words they match.
_ALONE = frozenset(("home", "lone"))
# 苗栗縣與奧維多: a partner whom nobody knows.
_UNKNOWN = views.pattern("[與和跟同](?![會本我貴該其他她此這對])[\u3400-\u9fff]")
# 與輝達簽過備忘錄: nobody told before
_WITH_UNKNOWN = views.pattern(
    "[與和跟同](?!會|對方|他們|她們|其|彼此|該|此|我|之|對)[\u3400-\u9fffA-Za-z]{2,8}\ue003?$"
)
# 我們跟桃園簽的備忘錄 of a speaker whose city nobody knows
_WE_UNKNOWN = views.pattern("(?:我們?|咱們?|本[市縣府院校])[^,。;]{0,6}[與和跟同]")
_MOREOVER = views.pattern("[並也還又另同][^,。;]{0,6}$")
# 基隆、馬托西紐什、瓦爾帕萊索: one of a list whom nobody knows.
_UNLISTED = views.pattern(f"{CITY}、[\u3400-\u9fff]|[\u3400-\u9fff]、{CITY}")
# 與柔佛新山: a region may stand before the first of them
_WITH_REGION = re.compile(
    f"(?:(?<!共)[{views.simplify('與和跟同及')}]|{views.simplify('攜手')})[^,、。;{views.simplify('與和跟同及')}\ue000-\ue0ff]{{0,5}}$"
)
_DATED_ON = re.compile(
    f"[^,、。;\ue000-\ue0ff]{{0,6}}(?P<b>(?:[,、;][{views.simplify('與和跟')}]?{CITY}"
    f"{views.simplify('則')}?[{views.simplify('在於自是')}]?{DATE})+)(?=[,。;、!]|$)"
)


class Parties:
    """Finds the parties of the matches of one sentence.

    Args:
        referents: whom the words of the document stand for.
        skeleton: the sentence.
        start, end: span of the sentence.
    """

    def __init__(self, referents: Referents, skeleton: Skeleton, start: int, end: int) -> None:
        self.referents = referents
        self.around = referents.around
        self.skeleton = skeleton
        self.start, self.end = start, end
        self._subject: Party | None = None
        self._last: list[tuple[Party, ...]] = []

    @property
    def several(self) -> Several:
        """Whom words of number stand for; made when asked for, so no cycle keeps the document."""
        return Several(self.referents, self.skeleton, self.start, self.end, self._own_city)

    def groups(
        self, pattern: AgreementPattern, match: re.Match[str], kind: str
    ) -> list[tuple[Party, ...]]:
        """Return the sets of parties of a match."""
        if is_of_others(self.skeleton.text, match):
            return []
        if pattern.others == "carried":
            is_bare = is_bare_pact(self.skeleton.text, match.start("t"))
            if kind == "declaration" and not _MOREOVER.search(self.skeleton.text, 0, match.start()):
                return []
            if _WITH_UNKNOWN.search(self.skeleton.text, 0, match.start()):
                return []
            if self._last:
                return [] if is_bare else self._last
            is_unknown = _WE_UNKNOWN.search(self.skeleton.text, 0, match.start())
            return [] if is_unknown else self._pair(match.start())
        if pattern.others == "pair":
            return self._pair(match.start())
        self._last = self._groups(match, pattern, kind)
        return self._last

    def _pair(self, position: int) -> list[tuple[Party, ...]]:
        """Return the two cities met earlier in the sentence, else those the document is on."""
        home, partner = self.around.home, self.referents.partner
        named = self.skeleton.named(0, position)
        if len(named) == _PAIR:
            return distinct([tuple(named)])
        everybody = self.skeleton.named(0, len(self.skeleton.text))
        if len(everybody) == _PAIR and any(party.city_id == home for party in everybody):
            return distinct([tuple(everybody)])
        if named or home is None or partner is None:
            return []
        return distinct([(Party(home, None, None), Party(partner, None, None))])

    def _of_row(self, position: int) -> list[tuple[Party, ...]]:
        """Return the city of a table row, or of the line over an entry, and the host.

        The sentence names no other party before ``position`` or behind it.
        """
        told, host = self.referents.statement(self.start), self.referents.host
        if _WITH_UNKNOWN.search(self.skeleton.text, 0, position):
            return []
        if told is not None and told.kind == "table_row":
            city, host = told.city_id, host or beside(self.around.doc, told)
            both = [[Party(city, None, None)], [Party(host, None, None)]]
            is_theirs = all(named in both for named in self.skeleton.parties.values())
        else:
            city = None if self.skeleton.parties else head_city(self.around, self.start)
            is_theirs = True
        if city is None or host is None or not is_theirs:
            return []
        return distinct([(Party(city, None, None), Party(host, None, None))])

    def _groups(
        self, match: re.Match[str], pattern: AgreementPattern, kind: str
    ) -> list[tuple[Party, ...]]:
        first = self._of_group(match, "a") if "a" in pattern.regex.groupindex else []
        second = self._of_group(match, "b")
        if pattern.others in ("none", "home"):
            second = [*second, *self._dated_on(match.end())]
        if pattern.others == "all":
            own = self._own_city(second) if self._has_one_more(match, second) else None
            own = own or self._joined_to(match, second)
            return distinct([(*second, *filter(None, [own]))])
        if pattern.others == "lone" and any(p.city_id == self.around.home for p in second):
            return []
        if pattern.others in _ALONE and _UNKNOWN.match(self.skeleton.text, match.end("b")):
            return []  # 因斯布魯克和格雷諾布爾是1963年結的姊妹市: its partner is told
        if pattern.others == "row":
            return self._of_row(match.start())
        if pattern.others == "near":
            near = self.several.near(self.start)
            return distinct([(own, near) for own in [self._own_city([near])] if own and near])
        if pattern.others == "each" and len(second) > _PAIR and kind == "declaration":
            own = self._joined_to(match, second)
            return distinct([(*second, *filter(None, [own]))])
        if pattern.others == "each":
            second = [party for party in second if party.city_id != self.around.home]
            own = self._own_city(second) if len(second) == _PAIR else None
            return distinct([(own, other) for other in second if own])
        if pattern.others == "host":
            host = self.referents.speakers(self.start, self.end)[:1]
            return distinct([(*host, other) for other in second if other not in host])
        everybody = self._everybody(match)
        if everybody:
            return distinct([everybody])
        if self._is_joint(match, [*first, *second]):
            return distinct([(*first, *second)])
        if pattern.others == "subjects":
            first = subjects_before(self.skeleton, match.start())
        elif pattern.others in ("earlier", "lone", "also"):
            own = self._same_as_before(second) if pattern.others == "also" else None
            own = own or self._own_city(second)
            if pattern.others == "earlier":
                second = self._abroad(second)
            first = [own] if own else []
        elif pattern.others == "home" and not (len(second) > 1 and self._is_we(match)):
            each = each_before(self.skeleton.text, match.start())
            own = None if each else self._own(match, second)
            first = self._of_group(each, "b") if each else [own] if own else []
        if first:
            self._subject = first[0]
        if kind == "declaration" or self._is_we(match):
            return distinct([(*first, *second)])
        return distinct([(one, other) for one in first for other in second])

    def _dated_on(self, position: int) -> list[Party]:
        """Return the partners that go on a clause by their years alone: ，與芝加哥1994年."""
        told = _DATED_ON.match(self.skeleton.text, position)
        return self._of_group(told, "b") if told else []

    def _same_as_before(self, partners: Sequence[Party]) -> Party | None:
        """Return who of those that agreed before in the sentence speaks: 跟甲…；跟乙的還在談."""
        told = {party for group in self._last for party in group} - set(partners)
        return next((p for p in self.referents.speakers(self.start, self.end) if p in told), None)

    def _abroad(self, named: Sequence[Party]) -> list[Party]:
        """Return those of another country: 繼臺北之後，臺中也與… tells of no tie with 臺北."""
        country = self.around.home_country
        voices = self.around.voices
        return [party for party in named if voices.country_of(party.city_id) != country]

    def _has_one_more(self, match: re.Match[str], named: Sequence[Party]) -> bool:
        """Whether 四市 behind a list of three counts the city that is not written."""
        numbers = [number for _, number in self._numbers(match.end("b"), match.end())]
        return bool(numbers) and numbers[-1] == len(set(named)) + 1

    def _joined_to(self, match: re.Match[str], named: Sequence[Party]) -> Party | None:
        """Return whom 與 joins those named to: 本市與甲、乙及丙共同發表."""
        joined = _WITH_REGION.search(self.skeleton.text, 0, match.start("b"))
        if joined is None:
            return None
        here = joined.start()
        before = self.skeleton.parties.get(here - 1, ())
        return before[0] if before else self._own_city(named)

    def _is_joint(self, match: re.Match[str], named: Sequence[Party]) -> bool:
        """Whether three or more parties sign one agreement (三方簽署, or 與大學、公司簽署)."""
        number = len(set(named))
        if number < 3 or EACH.search(self.skeleton.text, match.start(), match.end()):
            return False
        if sum(party.organization_id is not None for party in named) > 1:
            return True
        told = self._numbers(match.start(), len(self.skeleton.text))
        return number in (counted for _, counted in told)

    def _everybody(self, match: re.Match[str]) -> tuple[Party, ...]:
        """Return all named up to 六縣市 or 三方 in a match if they are as many, else nobody."""
        for position, number in self._numbers(*match.span()):
            named = self.skeleton.named(0, position)
            is_short = number > _PAIR and 0 < len(named) < number
            if is_short and not _UNLISTED.search(self.skeleton.text, 0, position):
                speakers = self.referents.speakers(self.start, self.end)
                named.update(speakers[: number - len(named)])
            if len(named) > _PAIR and number == len(named):
                return tuple(named)
        return ()

    def _numbers(self, low: int, high: int) -> Iterator[tuple[int, int]]:
        """Yield where 兩市, 三方 stand, and how many they count, 0 if they do not tell."""
        text, view = self.skeleton.text, self.around.doc.view
        position = text.find(WE, low, high)
        while position >= 0:
            yield position, NUMBER.get(view[self.skeleton.starts[position]], 0)
            position = text.find(WE, position + 1, high)

    def _is_we(self, match: re.Match[str]) -> bool:
        return self.skeleton.text[slice(*match.span("b"))][:1] == WE

    def _of_group(self, match: re.Match[str], name: str) -> list[Party]:
        start, end = match.span(name)
        found: list[Party] = []
        for position in range(start, end):
            if found and self.skeleton.text[position] in (WE, "等"):
                break  # 甲、乙等三市: those named before
            found.extend(self.skeleton.parties.get(position, ()))
            found.extend(self.skeleton.venues.get(position, ()))
            if self.skeleton.text[position] == WE and position not in self.skeleton.parties:
                found.extend(self.several.of_number(position))
        return found

    def _own(self, match: re.Match[str], partners: Sequence[Party]) -> Party | None:
        """Return the party that is not written beside its partner."""
        for party in (joined_to(self.skeleton, match.start()), self._subject):
            if party is not None and party not in partners:
                return party
        body = acting_body(self.skeleton.text, match.start())
        if body is not None and self.skeleton.parties.get(body):
            return self.skeleton.parties[body][0]
        if self.around.is_sure and [p.city_id for p in partners] == [self.around.home]:
            unknown = _UNKNOWN.match(self.skeleton.text, match.end("b"))
            return None if unknown else self.several.near(self.start)
        home = Party(self.around.home, None, None)
        low = self.skeleton.text.rfind(";", 0, match.start()) + 1
        if home not in partners and home in self.skeleton.named(low, match.start()):
            return home
        for party in subjects_before(self.skeleton, match.start()):
            if party not in partners:
                return party
        return self._own_city(partners, match.end())

    def _own_city(self, partners: Sequence[Party | None], position: int = 0) -> Party | None:
        """Return the city that is not written: one that may speak, best one that is named.

        What is named before the last ; or behind the next is told of something else.
        """
        low = self.skeleton.text.rfind(";", 0, position) + 1
        mark = self.skeleton.text.find(";", position) if position else -1
        high, end = (mark, self.skeleton.starts[mark]) if mark >= 0 else (None, self.end)
        speakers = self.referents.speakers(self.start, end)
        named = self.skeleton.named(low, high or len(self.skeleton.text))
        ranked = sorted(speakers, key=lambda party: party not in named)
        return next((party for party in ranked if party not in partners), None)
