"""Claims of cities, each with the licence under which a name counts as one.

Contract: licences are tried from the surest to the weakest; spans never overlap, except that a
city-state shares its span with the country.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from pipeline.language import views
from pipeline.language.words import is_ordinary, number_at
from pipeline.places.city_rows import find_city_rows
from pipeline.places.forms import base_of, latin_key
from pipeline.places.gazetteer import FREE, LICENSED, WORD
from pipeline.places.lexicon import PlacesLexicon
from pipeline.recognizers.page import Claim, Page, Piece
from pipeline.recognizers.places import joins, persons, slots
from pipeline.recognizers.places.cells import claim_cells, claim_heads
from pipeline.recognizers.places.claims import Claims
from pipeline.recognizers.places.glossed import claim_glossed
from pipeline.recognizers.places.in_letters import claim_in_letters
from pipeline.recognizers.places.phrases import Phrases
from pipeline.recognizers.places.spelled import sounds_like
from pipeline.recognizers.places.spots import CITY, CITY_STATES, COUNTRY, REGION, Spot

# What parts a city from the country behind it; all but a bracket where both fill a piece.
_BEFORE_COUNTRY = frozenset("(/,·| -")
_WITH = tuple(views.simplify("和與跟及"))
_WITHOUT_CITIES = CITY_STATES | {"TW", "VA", "MC"}


class Cities:
    """Finds the cities of a page.

    Args:
        page: the page.
        spots: names that stand on it, in order.
        lexicon: what is known of places.
    """

    def __init__(self, page: Page, spots: Sequence[Spot], lexicon: PlacesLexicon) -> None:
        self.page = page
        self.view = page.view
        self.spots = spots
        self.lexicon = lexicon
        self.claims = Claims(page, spots, lexicon)
        self._spot_at = {spot.start: spot for spot in spots}
        self._country_ends = {spot.end for spot in spots if spot.kind == COUNTRY}

    def find(self) -> list[Claim]:
        """Return the claims."""
        self._claim_spots()
        claim_cells(self.page, self.claims, self._spot_at, self.lexicon)
        claim_heads(self.page, self.claims, self.lexicon)
        self._claim_after_countries()
        self._claim_before_brackets()
        claim_glossed(self.page, self.claims, self.lexicon)
        self._claim_inside_cities()
        for piece in self.page.pieces:
            self._claim_before_endings(piece)
        self._claim_short_forms()
        countries = {self._country_of(spot) for spot in self.spots if spot.kind == COUNTRY}
        phrases = Phrases(self.page, self.claims, self.lexicon, self._country_ends, countries)
        phrases.claim()
        ends = {spot.end: self._country_of(spot) for spot in self.spots if spot.kind == COUNTRY}
        claim_in_letters(self.claims, self._latin_names, ends)
        return self.claims.found

    def _claim_spots(self) -> None:
        country = ""
        after = -1
        for spot in self.spots:
            if spot.kind == CITY:
                if self._begins_in_word(spot):
                    continue
                end = self._longer(spot, country if spot.start == after else "")
                self.claims.claim(spot.start, end, "known_city", 0.9)
            elif spot.kind == COUNTRY:
                country, after = self.lexicon.country_names[spot.key], spot.end
                if country in CITY_STATES:
                    # 香港特區 is Hong Kong with a word of its rank.
                    end = min(spot.end, spot.start + (2 if country != "SG" else len(spot.key)))
                    self.claims.add(Claim(spot.start, end, "CITY", "city_state", 0.9))

    def _longer(self, spot: Spot, country: str) -> int:
        """Return the end of the longest name of the country at a spot: 德國|不來梅|港.

        Without a country a longer name goes on by sound: 不來梅哈芬 is no part of 不來梅.
        """
        piece = self.page.piece_at(spot.start)
        if piece is None:
            return spot.end
        for end, freedom in self.claims.known_at(spot.start, piece.end, country or None):
            is_other = base_of(self.view[spot.start : end]) != spot.key
            is_told = bool(country) or self._goes_on_by_sound(spot, end)
            if end > spot.end and freedom != WORD and is_other and is_told:
                return end
        return spot.end

    def _goes_on_by_sound(self, spot: Spot, end: int) -> bool:
        is_spelled = joins.spelled_until(self.view, spot.end, end) == end
        return end > spot.end + 1 and is_spelled and not self._names_place(spot.end, end)

    def _names_place(self, start: int, end: int) -> bool:
        return any(stop == end for stop, _ in self.claims.known_at(start, end))

    # Licences ----------------------------------------------------------------------------------

    def _claim_after_countries(self) -> None:
        for spot in self.spots:
            if spot.kind not in (COUNTRY, REGION):
                continue
            piece = self.page.piece_at(spot.start)
            if piece is None:
                continue
            start = slots.after_separator(self.view, spot.end, piece.end)
            self._claim_in_country(start, piece.end, self._country_of(spot))
            if start < piece.end and not self.claims.taken[start]:
                self._claim_in_row(spot, start, piece)

    def _claim_before_brackets(self) -> None:
        """Claim a known name with its country behind it: 達沃（菲律賓）, a cell 順化／越南."""
        for spot in self.spots:
            end = spot.start - 1
            piece = self.page.piece_at(spot.start)
            mark = self.view[end : spot.start]
            if spot.kind != COUNTRY or piece is None or mark not in _BEFORE_COUNTRY:
                continue
            is_whole = mark != "("
            is_entry = mark == "," and joins.ends_entry(self.view, spot.end)
            if is_whole and not is_entry and spot.end != piece.end:
                continue
            country = self._country_of(spot)
            for start, freedom in self.claims.known_before(end, piece.start):
                key = self.view[start:end]
                is_there = self.lexicon.listed_places(key, country) or (
                    freedom != WORD and self.lexicon.gazetteer.find(key, country)
                )
                if is_entry:
                    is_edge = joins.opens_entry(self.view, start)
                elif is_whole:
                    is_edge = start == piece.start
                else:
                    is_edge = slots.is_edge(self.view, start, piece.start)
                if is_there and is_edge:
                    self.claims.claim(start, end, "country_behind", 0.9)
                    break

    def _claim_in_country(self, start: int, stop: int, country: str) -> None:
        if start >= stop or self.claims.taken[start]:
            return
        for end, freedom in self.claims.known_at(start, stop, country):
            ending = slots.has_city_ending(self.view, end, stop)
            ended = ending or base_of(self.view[start:end]) != self.view[start:end]
            if ended or self._stands_alone(start, end, stop, country, freedom):
                self.claims.claim(start, end, "after_country", 0.97)
                return
        if country in _WITHOUT_CITIES:
            return
        inner = slots.after_division(self.view, start, stop)
        if inner:
            self._claim_in_country(inner, stop, country)
            return
        end = slots.unknown_name(self.view, start, stop)
        if end:
            # 丹麥|慣例須經|市議會 is a clause; 美國|核桃|市 bears a word as its name.
            is_spelled = all(sign in slots.SOUNDS for sign in self.view[start:end])
            if is_spelled or not is_ordinary(self.page.words, start, end, least=2):
                self.claims.claim(start, end, "unknown_after_country", 0.85)
            return
        end = sounds_like(self.view, start, stop, country, self.lexicon)
        if end:
            self.claims.claim(start, end, "sound_after_country", 0.7)

    def _begins_in_word(self, spot: Spot) -> bool:
        """Whether the first sign of 運城, 鹽城 before 市 ends a word before it: 海運|城市."""
        if "城市" not in self.view[spot.end - 2 : spot.end + 1]:
            return False
        words = self.page.words
        word = words[number_at(words, spot.start)] if words else (0, 0, "")
        return word[0] < spot.start < word[1]

    def _claim_in_row(self, spot: Spot, start: int, piece: Piece) -> None:
        """Claim a name that sounds foreign in a row of countries: 芬蘭X、瑞典馬爾默及挪威Y."""
        end = joins.sounds_until(self.view, start, piece.end)
        if not end or self._country_of(spot) in _WITHOUT_CITIES:
            return
        ahead = joins.joined_before(self.view, spot.start, piece.start)
        is_next = ahead and (self.claims.ends_at(ahead) or self.claims.ends_at(ahead + 1))
        after = self._spot_at.get(joins.joined_after(self.view, end, piece.end))
        if after is not None and after.kind in (COUNTRY, REGION):
            names = self.claims.known_at(after.end, piece.end, self._country_of(after), True)
            is_next = is_next or next(names, None) is not None
        if is_next:
            self.claims.claim(start, end, "row_of_countries", 0.8)

    def _country_of(self, spot: Spot) -> str:
        if spot.kind == COUNTRY:
            return self.lexicon.country_names[spot.key]
        return self.lexicon.regions[spot.key].country

    def _claim_inside_cities(self) -> None:
        """Claim a city inside another or named with one: 胡志明市|守德市, 花蓮市和|旦尼丁市."""
        for claim in list(self.claims.found):
            piece = self.page.piece_at(claim.start)
            name = self.view[claim.start : claim.end]
            if piece is None or name[-1] != "市" or name in self.lexicon.own_names:
                continue
            end = slots.inner_city(self.view, claim.end, piece.end)
            if end:
                self.claims.claim(claim.end, end, "city_in_city", 0.8)
            elif self.view[claim.end : claim.end + 1] in _WITH:
                start = claim.end + 1
                end = slots.inner_city(self.view, start, piece.end)
                if end - start > 2 and not is_ordinary(self.page.words, start, end, least=2):
                    self.claims.claim(start, end, "unknown_beside", 0.7)

    def _stands_alone(self, start: int, end: int, stop: int, country: str, freedom: str) -> bool:
        """Whether a name after its country is a city though no 市 or title follows."""
        if slots.is_body(self.view, end, stop) or slots.is_division(self.view, end, stop):
            return False
        if persons.heads_state(self.view, end):
            return False
        listed = self.lexicon.listed_places(self.view[start:end], country)
        if listed or end - start > 2 or freedom == WORD:
            return bool(listed) or freedom != WORD
        # Many words of two characters are villages somewhere, in China above all.
        key = self.view[start:end]
        least = 300_000 if country == "CN" else 20_000
        rows = self.lexicon.gazetteer.find(key, country)
        return bool(rows) and self.lexicon.gazetteer.populations[rows[0]] >= least

    def _claim_before_endings(self, piece: Piece) -> None:
        """Claim known names before 市 or 縣, and unknown ones before 市 and a title."""
        for end in slots.endings(self.view, piece.start, piece.end):
            if self.claims.taken[end - 1] or self.claims.taken[end]:
                continue
            for start, freedom in self.claims.known_before(end, piece.start):
                edge = slots.is_edge(self.view, start, piece.start)
                if not edge and self.view[end - 1] in "城市县":
                    continue
                if freedom in (FREE, LICENSED) and self._is_city_sized(start, end, edge):
                    self.claims.claim(start, end, "before_ending", 0.93 if edge else 0.85)
                    break
                is_listed = bool(self.lexicon.listed_places(self.view[start:end]))
                if edge and (is_listed or slots.is_full_ending(self.view, end, piece.end)):
                    self.claims.claim(start, end, "before_title", 0.9)
                    break
            else:
                start = slots.unknown_before(self.view, end, piece.start, piece.end)
                is_free = start >= 0 and self.claims.is_free(start, end)
                # 達卡|北市 is a part of a city.
                is_free = is_free and not any(self.claims.known_at(start, end - 1))
                if is_free and not persons.is_family_name(self.view, end, piece.end):
                    self.claims.claim(start, end, "unknown_before_title", 0.75)

    def _is_city_sized(self, start: int, end: int, edge: bool) -> bool:
        """Whether a known name is of a place large enough to be meant without its country."""
        key = self.view[start:end]
        if self.lexicon.listed_places(key):
            return True
        rows = self.lexicon.gazetteer.find(key)
        least = 5_000 if edge and len(key) > 2 else 50_000
        if persons.is_family_name(self.view, end, len(self.view)):
            least = 100_000
        return bool(rows) and self.lexicon.gazetteer.populations[rows[0]] >= least

    def _claim_short_forms(self) -> None:
        rows = ((start, start + 1) for start in find_city_rows(self.view))
        # 南市市長 beside the column of cities is the mayor of a part of the one there: 古晉.
        placed = {p.table for p in self.page.pieces if p.column_role == "city"}
        pieces = (
            p
            for p in self.page.pieces
            if p.table not in placed or p.column_role not in ("title", "representative")
        )
        forms = (slots.short_forms(self.view, p.start, p.end) for p in pieces)
        for start, end in chain(rows, *forms):
            if self.claims.is_free(start, end) and self.lexicon.listed_places(self.view[start:end]):
                self.claims.add(Claim(start, end, "CITY", "short_form", 0.85, "short"))

    def _latin_names(self) -> frozenset[str]:
        """Return the Latin names of the cities named in Chinese."""
        gazetteer = self.lexicon.gazetteer
        names: set[str] = set()
        for key in self.claims.licensed:
            places = self.lexicon.listed_places(key)
            rows = [*(p.row for p in places if p.row >= 0), *gazetteer.find(key)[:3]]
            names.update(latin_key(gazetteer.names[row]) for row in rows)
            names.update(latin_key(place.name) for place in places)
        return frozenset(names)
