"""Cities licensed by other words: sister cities, verbs of place, lists, repetition.

Contract: as `cities`: adds claims, never changes one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from operator import itemgetter

from pipeline.places.gazetteer import FREE, LICENSED, WORD
from pipeline.places.lexicon import PlacesLexicon
from pipeline.recognizers.page import Claim, Page, Piece
from pipeline.recognizers.places import joins, slots
from pipeline.recognizers.places.claims import Claims
from pipeline.recognizers.places.spots import is_han
from pipeline.recognizers.places.whole_words import claim_whole_words, is_abroad

# Cities not listed are known from this size on.
_LARGE = 100_000


class Phrases:
    """Finds further cities of a page.

    Args:
        page: the page.
        claims: what is claimed already; new claims are added to it.
        lexicon: what is known of places.
        country_ends: positions where a country's name ends.
        countries: codes of the countries named on the page.
    """

    def __init__(
        self,
        page: Page,
        claims: Claims,
        lexicon: PlacesLexicon,
        country_ends: Collection[int],
        countries: Collection[str],
    ) -> None:
        self.page = page
        self.view = page.view
        self.claims = claims
        self.lexicon = lexicon
        self._country_ends = country_ends
        self._countries = countries

    def claim(self) -> None:
        """Add the claims."""
        for piece in self.page.pieces:
            self._claim_sisters(piece)
            self._claim_whereabouts(piece)
            self._claim_before_nouns(piece)
            self._claim_rows(piece)
        self._claim_at_home()
        claim_whole_words(self.page, self.claims, self.lexicon)
        # What is repeated may begin a list, and what a list licenses may be repeated.
        self._claim_lists()
        self._claim_repeats()
        self._claim_lists()

    def _claim_at_home(self) -> None:
        """Claim listed cities of two characters where the page names their country: 科羅."""
        for code in sorted(self._countries):
            for start, end in self._places_of(self.lexicon.short_listed.get(code, ())):
                piece = self.page.piece_at(start)
                if (
                    piece
                    and slots.is_edge(self.view, start, piece.start)
                    and joins.closes_name(self.view, end, piece.end)
                ):
                    self.claims.claim(start, end, "country_on_page", 0.8)

    def _claim_rows(self, piece: Piece) -> None:
        """Claim two joined cities abroad that are listed, though words as well: 河內、萬象."""
        heads, tails = self.lexicon.listed_heads, self.lexicon.listed_tails
        for end, start in joins.joints(self.view, piece.start, piece.end):
            if self.view[start : start + 2] not in heads or self.view[end - 2 : end] not in tails:
                continue
            first = self._foreign_before(end, piece)
            if first < 0:
                continue
            for stop, _ in self.claims.known_at(start, piece.end, None, True):
                if not joins.closes_item(self.view, stop, piece.end):
                    continue
                counted = joins.counts_cities(self.view, stop, piece.end)
                one, two = self.view[first:end], self.view[start:stop]
                if (is_abroad(self.lexicon, one) and is_abroad(self.lexicon, two)) or counted:
                    self.claims.claim(first, end, "row", 0.85)
                    self.claims.claim(start, stop, "row", 0.85)
                    break

    def _foreign_before(self, end: int, piece: Piece) -> int:
        """Return where a listed city that ends at a joint begins, or -1."""
        for start, _ in self.claims.known_before(end, piece.start, True):
            listed = self.lexicon.listed_places(self.view[start:end])
            if listed and slots.is_edge(self.view, start, piece.start):
                return start
        return -1

    def _claim_before_nouns(self, piece: Piece) -> None:
        """Claim a listed city, though its name is a word or a person's, before what cities have."""
        for end, is_sure in joins.city_nouns(self.view, piece.start, piece.end):
            for start, _ in self.claims.known_before(end, piece.start):
                edge = slots.is_edge(self.view, start, piece.start)
                if edge and self._is_known_city(self.view[start:end], is_sure):
                    self.claims.claim(start, end, "city_noun", 0.8)
                    break

    def _is_known_city(self, key: str, is_sure: bool) -> bool:
        """Whether a name is listed or a large city's; one that is a word if it is surely a city."""
        is_long = len(key) > 2
        if self.lexicon.listed_places(key):
            # 里爾|居民, but 光明|的居民
            is_sure = is_sure and (self.lexicon.freedom(key) != WORD or slots.is_sounded(key))
            return is_sure or is_long or key not in self.lexicon.guarded
        gazetteer = self.lexicon.gazetteer
        rows = gazetteer.find(key) if self.lexicon.freedom(key) in (FREE, LICENSED) else []
        is_large = bool(rows) and gazetteer.populations[rows[0]] >= _LARGE
        return is_large and (is_sure or is_long)

    def _claim_whereabouts(self, piece: Piece) -> None:
        """Claim a listed city after a verb of place, though its name is a word: 我居住的雪梨."""
        for start in joins.place_verbs(self.view, piece.start, piece.end):
            for end, freedom in self.claims.known_at(start, piece.end):
                known = self.lexicon.listed_places(self.view[start:end]) or (
                    freedom != WORD and end - start > 2
                )
                if known and joins.closes_place(self.view, end, piece.end):
                    self.claims.claim(start, end, "whereabouts", 0.85)
                    break
            else:
                end = joins.sounds_until(self.view, start, piece.end)
                if end - start > 3:
                    self.claims.claim(start, end, "unknown_whereabouts", 0.7)

    def _claim_sisters(self, piece: Piece) -> None:
        for start in joins.sister_starts(self.view, piece.start, piece.end):
            for end, freedom in self.claims.known_at(start, piece.end):
                if freedom != WORD:
                    self.claims.claim(start, end, "sister_city", 0.9)
                    break
        for end in joins.sister_ends(self.view, piece.start, piece.end):
            for start, freedom in self.claims.known_before(end, piece.start):
                listed = self.lexicon.listed_places(self.view[start:end])
                edge = slots.is_edge(self.view, start, piece.start)
                edge = edge and self.view[start] not in "两双各"  # 兩市的友城關係
                if edge and (listed or freedom != WORD):
                    self.claims.claim(start, end, "sister_city", 0.9)
                    break
            partner = self.claims.start_of(end)
            if partner > piece.start:
                subject = joins.before_tie(self.view, partner, piece.start)
                self._claim_other_partner(piece.start, subject)
        for first_end, start, end in joins.pairs(self.view, piece.start, piece.end):
            self._claim_pair(piece.start, first_end, start, end)
        for start, end in joins.sister_partners(self.view, piece.start, piece.end):
            name = self.view[start:end]
            is_listed = bool(self.lexicon.listed_places(name))
            if is_listed or self.lexicon.freedom(name) in (FREE, LICENSED):
                self.claims.claim(start, end, "sister_city", 0.9)
            elif joins.is_spelled(name) and slots.has_city_ending(self.view, end, piece.end):
                self.claims.claim(start, end, "unknown_sister_city", 0.75)
            else:
                continue
            with_partner = joins.before_meanwhile(self.view, start - 1, piece.start)
            self._claim_other_partner(piece.start, with_partner)

    def _claim_other_partner(self, first: int, end: int) -> None:
        """Claim a listed city before 與 and its partner: 大連|與北九州結好."""
        for start, freedom in self.claims.known_before(end, first, True):
            listed = self.lexicon.listed_places(self.view[start:end])
            if (listed or freedom != WORD) and slots.is_edge(self.view, start, first):
                self.claims.claim(start, end, "sister_city", 0.85)
                return

    def _claim_pair(self, first: int, first_end: int, start: int, end: int) -> None:
        """Claim two cities that a word like 兩港 counts; the first must be known."""
        name = self.view[start:end]
        known = self.lexicon.freedom(name) in (FREE, LICENSED)
        if not known and not joins.is_spelled(name):
            return
        for low, freedom in self.claims.known_before(first_end, first, True):
            if freedom != WORD and (
                first_end - low > 2 or self.lexicon.listed_places(self.view[low:first_end])
            ):
                self.claims.claim(low, first_end, "pair", 0.8)
                self.claims.claim(start, end, "pair", 0.8)
                return
        if self.claims.ends_at(first_end):
            self.claims.claim(start, end, "pair", 0.8)

    def _claim_lists(self) -> None:
        """Claim known names joined by 、 or 與 to a claimed city."""
        queue = list(self.claims.found)
        for claim in queue:
            piece = self.page.piece_at(claim.start)
            if piece is None or claim.rejected:
                continue
            before = len(self.claims.found)
            after = joins.joined_after(self.view, claim.end, piece.end)
            if after:
                self._claim_item(after, piece, self._is_listed(claim, piece))
            ahead = joins.joined_before(self.view, claim.start, piece.start)
            if ahead:
                goes_on = bool(after) and self.claims.starts_at(after)
                for start, freedom in self.claims.known_before(ahead, piece.start):
                    # 馬賽 is a word of the dictionary too; before two cities it is one.
                    is_sure = goes_on and self.lexicon.listed_places(self.view[start:ahead])
                    if (freedom != WORD or is_sure) and self._begins_name(start, piece):
                        self.claims.claim(start, ahead, "list", 0.88)
                        break
            queue.extend(self.claims.found[before:])

    def _begins_name(self, start: int, piece: Piece) -> bool:
        """Whether a name may begin here: after an edge, or where the cutter begins a word."""
        if slots.is_edge(self.view, start, piece.start):
            return True
        at = bisect_left(self.page.words, start, key=itemgetter(0))
        return at < len(self.page.words) and self.page.words[at][0] == start

    def _claim_item(self, start: int, piece: Piece, in_list: bool) -> None:
        """Claim the item of a list after a city; one that nobody knows if a list of cities is sure.

        里昂 and 牛津 are words of the dictionary too; after two cities they are cities.
        """
        for end, freedom in self.claims.known_at(start, piece.end):
            listed = bool(self.lexicon.listed_places(self.view[start:end]))
            is_sure = listed and (in_list or joins.counts_cities(self.view, end, piece.end))
            closes = joins.closes_item(self.view, end, piece.end)
            # 臺南、尼斯、塞維亞: between two cities
            following = joins.joined_after(self.view, end, piece.end)
            is_sure = is_sure or (listed and self.claims.starts_at(following))
            # 墨爾本、伯斯|交流多年: nothing else begins with a listed name in a list of cities.
            runs_on = in_list and listed and freedom != WORD
            if (freedom != WORD or is_sure) and (closes or runs_on):
                self.claims.claim(start, end, "list", 0.88)
                return
        end = joins.sounds_until(self.view, start, piece.end) if in_list else 0
        if end:
            self.claims.claim(start, end, "unknown_in_list", 0.75)

    def _is_listed(self, claim: Claim, piece: Piece) -> bool:
        """Whether a city follows its country or another city of a list."""
        ahead = joins.joined_before(self.view, claim.start, piece.start)
        if ahead:
            return self.claims.ends_at(ahead) or self.claims.ends_at(ahead + 1)
        is_behind = claim.start - 1 in self._country_ends and self.view[claim.start - 1] == "的"
        return claim.start in self._country_ends or is_behind

    def _claim_repeats(self) -> None:
        """Claim further mentions of names licensed on this page."""
        plain = [
            key
            for key in self.claims.licensed
            if len(key) > 1
            and is_han(key[0])
            and self.lexicon.freedom(key) != WORD
            and (len(key) > 2 or self.lexicon.freedom(key))
            and key not in self.lexicon.country_names
        ]
        for start, end in sorted(self._places_of(plain), key=lambda span: (span[0], -span[1])):
            piece = self.page.piece_at(start)
            if piece and not slots.is_division(self.view, end, piece.end):
                self.claims.claim(start, end, "repeated", 0.85)

    def _places_of(self, names: Iterable[str]) -> Iterator[tuple[int, int]]:
        """Yield where names stand; what is claimed is passed over."""
        for name in names:
            start = self.view.find(name)
            while start >= 0:
                if not self.claims.taken[start]:
                    yield start, start + len(name)
                start = self.view.find(name, start + 1)
