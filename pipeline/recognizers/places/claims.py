"""Taking spans of a page for cities, and looking up names at a place of the text.

Contract: claimed spans never overlap each other nor the countries, regions and other words on the
page; a name that is part of a person's is claimed and withdrawn at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language.views import pattern
from pipeline.places.forms import city_base_of
from pipeline.places.gazetteer import FREE
from pipeline.places.lexicon import PlacesLexicon
from pipeline.recognizers.page import Claim, Page, Piece
from pipeline.recognizers.places import persons, slots
from pipeline.recognizers.places.spots import CITY, COUNTRY, Spot, is_han

_LONGEST_NAME = 12
_CITY_SIGNS = frozenset("市县")
# 格勒諾勃－阿爾卑斯大都會區: an area named after two places.
_JOINT = pattern("-[\u3400-\u9fff]{2,8}?(?:都會|都市圈|大區|城市圈|共同體|聯合體)")
# 拉布拉他|河 is a river, 東京|灣畔 a bay; 河濱, 河川, 灣區 may lie in a city.
_WATERS = pattern("[河湖灣](?=[的是之、,。;:!?「」()與和及兩沿畔上下每從由也,岸]|$)|[灣港]海域")


class Claims:
    """The cities claimed so far on a page.

    Args:
        page: the page.
        spots: names that stand on it, in order.
        lexicon: what is known of places.
    """

    def __init__(self, page: Page, spots: Sequence[Spot], lexicon: PlacesLexicon) -> None:
        self.page = page
        self.view = page.view
        self.lexicon = lexicon
        self.found: list[Claim] = []
        self.taken = bytearray(len(page.view))
        # Folded names licensed somewhere on the page, to be found again.
        self.licensed: dict[str, float] = {}
        self._starts: set[int] = set()
        # Where claims end, and begin.
        self._ends: dict[int, int] = {}
        self._freedoms: dict[str, str] = {}
        self._country_ends = {spot.end for spot in spots if spot.kind == COUNTRY}
        for spot in spots:
            if spot.kind != CITY:
                self._mark(spot.start, spot.end)

    def _mark(self, start: int, end: int) -> None:
        self.taken[start:end] = b"\1" * (end - start)

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing is claimed between two positions."""
        return self.taken.find(1, start, end) < 0

    def starts_at(self, position: int) -> bool:
        """Whether a claimed city starts at ``position``."""
        return position in self._starts

    def ends_at(self, position: int) -> bool:
        """Whether a claimed city ends at ``position``."""
        return position in self._ends

    def start_of(self, end: int) -> int:
        """Return where the claimed city that ends at ``end`` begins, or -1."""
        return self._ends.get(end, -1)

    def add(self, claim: Claim) -> None:
        """Take a claim as it is."""
        self.found.append(claim)
        self._mark(claim.start, claim.end)
        self._starts.add(claim.start)
        self._ends[claim.end] = claim.start

    def claim(self, start: int, end: int, rule: str, score: float) -> bool:
        """Claim a city whose name ends at ``end``; its ending (市) is added where it belongs."""
        piece = self.page.piece_at(start)
        if piece is None or end > piece.end or not self.is_free(start, end):
            return False
        end = slots.with_ending(self.view, start, end, piece.end)
        if not self.is_free(start, end):
            return False
        rejected = self._is_person(start, end, piece)
        reason = "in a person's name" * rejected
        if self.view[end - 1] not in _CITY_SIGNS and _WATERS.match(self.view, end, piece.end):
            rejected, reason = True, "in the name of a river, lake or bay"
        self.add(Claim(start, end, "CITY", rule, score, "name", None, reason))
        if not rejected:
            key = city_base_of(self.view[start:end])
            self.licensed[key] = max(score, self.licensed.get(key, 0))
        return True

    def _is_person(self, start: int, end: int, piece: Piece) -> bool:
        """Whether a name is part of a person's: 秘書長高雄飛, 安娜・尼斯—羅馬."""
        if persons.is_person(self.view, start, end, piece.start):
            return True
        if persons.is_japanese(self.view, start, end, piece.start):
            return self._is_in(self.view[start:end], "JP")
        if persons.joins_names(self.view, start - 1, piece.start, piece.end):
            is_city = self.view[start - 1] == "-" and self.view[end - 1] in _CITY_SIGNS
            if start - 1 in self._country_ends or is_city:
                return False  # 日本‧浦安市, 方志明－臺南市
            known = self.known_before(start - 1, piece.start, True)
            return all(
                freedom != FREE and not self._begins(low, start - 1) for low, freedom in known
            )
        if persons.joins_names(self.view, end, piece.start, piece.end):
            # 臺南市－波蘭格但斯克市: two partners
            is_place = self.view[end - 1] in _CITY_SIGNS or not self.is_free(end + 1, end + 2)
            if self.view[end] == "-" and (is_place or _JOINT.match(self.view, end, piece.end)):
                return False
            known = self.known_at(end + 1, piece.end, None, True)
            return all(freedom != FREE for _, freedom in known)
        return persons.is_addressed(self.view, end)

    def _begins(self, start: int, end: int) -> bool:
        """Whether a listed city before a dash begins what is said: 科希策—高雄."""
        ahead = self.view[max(start - 1, 0) : start]
        is_listed = bool(self.lexicon.listed_places(self.view[start:end]))
        return is_listed and self.view[end] == "-" and not ("·" in ahead or is_han(ahead or "·"))

    def known_at(
        self, start: int, stop: int, country: str | None = None, anyhow: bool = False
    ) -> Iterator[tuple[int, str]]:
        """Yield (end, freedom) of known names at ``start``, longest first.

        Args:
            start, stop: where to look.
            country: of this country alone.
            anyhow: whether names may be claimed already.
        """
        if self.view[start : start + 2] not in self.lexicon.heads:
            return
        for end in range(min(stop, start + _LONGEST_NAME), start + 1, -1):
            key = self.view[start:end]
            freedom = self._freedom(key)
            if freedom and self._is_in(key, country) and (anyhow or self.is_free(start, end)):
                yield end, freedom

    def _freedom(self, key: str) -> str:
        """Return the freedom of a name; a page repeats its words, so it is kept."""
        if key not in self._freedoms:
            self._freedoms[key] = self.lexicon.freedom(key)
        return self._freedoms[key]

    def _is_in(self, key: str, country: str | None) -> bool:
        if country is None:
            return True
        return bool(
            self.lexicon.listed_places(key, country) or self.lexicon.gazetteer.find(key, country)
        )

    def known_before(self, end: int, start: int, anyhow: bool = False) -> Iterator[tuple[int, str]]:
        """Yield (start, freedom) of known names that end at ``end``, longest first."""
        if self.view[max(end - 2, 0) : end] not in self.lexicon.tails:
            return
        for low in range(max(start, end - _LONGEST_NAME), end - 1):
            freedom = self._freedom(self.view[low:end])
            if freedom and (anyhow or self.is_free(low, end)):
                yield low, freedom
