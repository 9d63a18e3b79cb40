"""What a document says about the whereabouts of its cities.

Contract: reads mentions and segments, changes nothing.  Told of one mention are the country or
region beside it, the country of its list and that of its table row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.language.columns import column_role
from pipeline.linking.docview import DocView
from pipeline.places.forms import place_key
from pipeline.places.latin import CITY_OF
from pipeline.places.lexicon import PlacesLexicon, Region
from pipeline.places.linker import Hints
from pipeline.recognizers.places.joins import ends_entry, opens_entry

# Country (and region, if told) beside a mention.
Whereabouts = tuple[str, Region | None]

_GAP = re.compile(r"[\s/,·\-的]{0,3}")
_JOINED = views.pattern(r"市?(?:、|與|及|和|以及|暨|/|,)")
_COMMA = re.compile(r",[ ](?:[A-Z][a-z]+(?: [A-Z][a-z]+)?,[ ])?(?=[A-Z])")
_BRACKET = views.pattern(r"市?\s?[(]\s?")
_BEFORE_LAND = views.pattern(r"市?,\s?")
# Columns whose cells may say more than the name: 聖荷西市 副市長 ...
_PLACE_COLUMNS = ("city", "representative", "person", "title", "organization")
_LATIN_BESIDE = re.compile(rf"市?\s*[（(]\s*{CITY_OF}([A-ZÀ-Þ][^）)\d]{{2,40}}?)\s*[)）,，/]")
# In a cell it may stand without them, or on a line of its own.
_LATIN_BEHIND = re.compile(
    r"市?(?:\s|[/／|]){1,3}([A-ZÀ-Þ][^\W\d_]{1,20}(?:[ '’-][^\W\d_]{1,20}){0,3})\s*"
)
_TITLE_BEHIND = views.pattern("縣(?:[副代]?縣?長|議[會長員]|府|政府)|市(?:[副代]?市?長|公所|代會)")
# What cities and counties of one name end with, as folded.
_ENDINGS = {views.fold(ending): ending for ending in "市縣"}
# A column of foreign spellings: 外文名稱, 城市英文名.
_LATIN_COLUMN = re.compile("[外英原]文|拉丁")
_LATIN_CELL = re.compile(r"\s*[A-ZÀ-Þ][^\d\u3400-\u9fff]{2,40}$")


@dataclass(frozen=True, slots=True)
class _Spot:
    start: int
    end: int
    region: Region


class Context:
    """The countries and regions of a document, and which of them are told of a city.

    Args:
        doc: the document; its country mentions have their entity.
        lexicon: what is known of places.
    """

    def __init__(self, doc: DocView, lexicon: PlacesLexicon) -> None:
        self.doc = doc
        self.lexicon = lexicon
        countries = [m for m in doc.of_label("COUNTRY") if m.entity_id]
        self.by_end = {m.end: m for m in countries}
        self.by_start = {m.start: m for m in countries}
        self.regions = [
            _Spot(start, end, lexicon.regions[doc.view[start:end]])
            for start, end in lexicon.scan.find(doc.view)
            if doc.view[start:end] in lexicon.regions
        ]
        self.region_by_end = {spot.end: spot for spot in self.regions}
        self.endings = self._endings()
        # The country beside each city.
        self.beside = {m.mention_id: self._country_beside(m) for m in doc.of_label("CITY")}
        self.codes = frozenset(m.entity_id for m in countries if m.entity_id)
        self.listed = self._countries_of_lists()

    def hints(self, mentions: Sequence[Mention]) -> Hints:
        """Return what is told about one city by all its mentions."""
        countries: Counter[str] = Counter()
        regions: Counter[Region] = Counter()
        near: Counter[Region] = Counter()
        in_lists: Counter[str] = Counter()
        latin = ""
        for mention in mentions:
            beside = self._region_before(mention)
            if beside is not None:
                regions[beside] += 1
                countries[beside.country] += 2
            country = self.beside[mention.mention_id]
            if country:
                countries[country] += 3
            elif beside is None:
                row = self._country_of_row(mention)
                if row:
                    countries[row] += 2
            if mention.mention_id in self.listed:
                in_lists[self.listed[mention.mention_id]] += 1
            near.update(self._regions_around(mention))
            latin = latin or self.latin_beside(mention)
        code = _most(countries)
        region = _most_region(regions) or _most_region(
            Counter({r: n for r, n in near.items() if code in (None, r.country)})
        )
        return Hints(code, region, latin, self.codes, None if code else _most(in_lists))

    def _endings(self) -> dict[str, set[str]]:
        """Return with which endings the document writes the folded names of its cities."""
        found: dict[str, set[str]] = {}
        for mention in self.doc.of_label("CITY"):
            name = views.fold(self._titled(mention))
            if name[-1] in _ENDINGS:
                found.setdefault(name[:-1], set()).add(_ENDINGS[name[-1]])
        return found

    def full_name(self, mention: Mention) -> str:
        """Return a name with what its title took, or else the only ending the document gives it.

        新竹|縣長 is of 新竹縣, 宜蘭|市長 of 宜蘭市, as is a bare 宜蘭 beside 宜蘭市 alone.
        """
        name = self._titled(mention)
        endings = self.endings.get(views.fold(name), set())
        if len(endings) != 1:
            return name
        city, county = (self.lexicon.listed_places(place_key(name + one)) for one in "市縣")
        return name + min(endings) if county and city != county else name

    def _titled(self, mention: Mention) -> str:
        """Return a name with what its title took."""
        if mention.text.endswith(("市", "縣", "县")):
            return mention.text
        match = _TITLE_BEHIND.match(self.doc.view, mention.end)
        county = mention.text + "縣"
        if match is None or match[0][0] == "县":
            return county if match else mention.text
        places = self.lexicon.listed_places(place_key(mention.text))
        return mention.text + "市" * any(
            views.key(place.name_zh) == views.key(county) for place in places
        )

    def latin_beside(self, mention: Mention) -> str:
        """Return the Latin name in brackets after a city, or in a cell for it in the same row."""
        if mention.text.isascii():
            return ""
        match = _LATIN_BESIDE.match(self.doc.text, mention.end)
        if match:
            return match[1]
        row = self.doc.enclosing(mention, "table_row")
        cell = self.doc.enclosing(mention, "cell") if row is not None else None
        if row is None or cell is None:
            return ""
        match = _LATIN_BEHIND.fullmatch(self.doc.text, mention.end, cell.end)
        if match:
            return match[1]
        if cell.text.strip() != mention.text:
            return ""
        for other in self.doc.children(row):
            is_latin = _LATIN_COLUMN.search(other.header or "")
            if is_latin and _LATIN_CELL.match(other.text):
                return other.text.strip()
        return ""

    def whereabouts(self, mention: Mention) -> Whereabouts | None:
        """Return the country told of this very mention, with its region, or None."""
        region = self._region_before(mention)
        if region is not None:
            return region.country, region if region.admin1 else None
        country = self.beside[mention.mention_id] or self._country_of_row(mention)
        return (country, None) if country else None

    def _country_beside(self, mention: Mention) -> str | None:
        """Return the country before a city (哥斯大黎加聖荷西) or in brackets after it."""
        start = mention.start
        for end in range(start, max(start - 4, -1), -1):
            known = self.by_end.get(end)
            if known is not None and known.start < start:
                if self._is_apart(known, mention):
                    break
                if _GAP.fullmatch(self.doc.view, end, start):
                    return known.entity_id
                break
        after = _COMMA.match(self.doc.view, mention.end) if mention.text.isascii() else None
        if after is not None and after.end() in self.by_start:
            # Austin, Texas, |USA
            return self.by_start[after.end()].entity_id
        after = _BEFORE_LAND.match(self.doc.view, mention.end)
        known = self.by_start.get(after.end()) if after else None
        if known and opens_entry(self.doc.view, mention.start):
            is_told = ends_entry(self.doc.view, known.end)
            return known.entity_id if is_told else None
        after = _BRACKET.match(self.doc.view, mention.end)
        known = self.by_start.get(after.end()) if after else None
        if known is None or self.doc.view[known.end : known.end + 1] != ")":
            return None
        return known.entity_id

    def _is_apart(self, one: Mention, other: Mention) -> bool:
        """Whether two mentions stand in different cells, which no mark between them joins."""
        if one.segment_id == other.segment_id:
            return False
        return self.doc.enclosing(one, "cell") is not self.doc.enclosing(other, "cell")

    def _region_before(self, mention: Mention) -> Region | None:
        for end in range(mention.start, max(mention.start - 3, -1), -1):
            spot = self.region_by_end.get(end)
            if spot is not None and _GAP.fullmatch(self.doc.view, end, mention.start):
                return spot.region
        return None

    def _countries_of_lists(self) -> dict[str, str]:
        """Return the country that heads the list a city stands in: 墨西哥蒙特雷、萊昂與哈拉帕."""
        found: dict[str, str] = {}
        before: Mention | None = None
        country: str | None = None
        for mention in self.doc.of_label("CITY"):
            beside = self.beside[mention.mention_id]
            joined = before is not None and _JOINED.fullmatch(
                self.doc.view, before.end, mention.start
            )
            country = beside or (country if joined else None)
            if country and not beside:
                found[mention.mention_id] = country
            before = mention
        return found

    def _country_of_row(self, mention: Mention) -> str | None:
        """Return the country in a cell of its own in the mention's row.

        The mention must fill its cell, or begin one of a column of places and people.
        """
        row = self.doc.enclosing(mention, "table_row")
        cell = self.doc.enclosing(mention, "cell") if row is not None else None
        if row is None or cell is None or not cell.text.strip().startswith(mention.text):
            return None
        role = column_role(cell.header or "", [cell.text])
        if role == "home" or (cell.text.strip() != mention.text and role not in _PLACE_COLUMNS):
            return None
        for other in self.doc.kept_in(row.start, row.end, "COUNTRY"):
            around = self.doc.enclosing(other, "cell")
            if around is not None and around.text.strip() == other.text and around is not cell:
                return other.entity_id
        return None

    def _regions_around(self, mention: Mention) -> set[Region]:
        around = self.doc.enclosing(mention, "table_row") or self.doc.enclosing(
            mention, "sentence", "cell", "list_item", "paragraph"
        )
        if around is None:
            return set()
        return {s.region for s in self.regions if around.start <= s.start < around.end}


def _most(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda code: (-counts[code], code)) if counts else None


def _most_region(counts: Counter[Region]) -> Region | None:
    if not counts:
        return None
    return min(counts, key=lambda region: (-counts[region], region.name, region.country))
