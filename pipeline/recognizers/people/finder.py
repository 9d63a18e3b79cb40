"""Find people: in table columns, beside titles and verbs of saying, in by-lines and turn labels.

Contract: a claim covers the name without honorific; where a title stands inside or behind a
surname (江議長明赫, 賴市長) it covers surname to title or given name.  Short references have form
``short``.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter

from pipeline.language import views
from pipeline.language.edges import last_signs
from pipeline.language.latin_names import parts_of
from pipeline.language.lexemes import is_han
from pipeline.recognizers.page import ENGLISH, Claim, Page, Piece, Spans
from pipeline.recognizers.people.addressed import as_addressed, find_addressed
from pipeline.recognizers.people.again import called_by_parts, find_again, find_parts
from pipeline.recognizers.people.around import married_before
from pipeline.recognizers.people.bare import find_bare
from pipeline.recognizers.people.cast import find_in_cast
from pipeline.recognizers.people.columns import find_in_columns
from pipeline.recognizers.people.dotted import by_words, find_dotted
from pipeline.recognizers.people.given import find_by_given
from pipeline.recognizers.people.kin import KIN, find_kin
from pipeline.recognizers.people.labels import (
    CALLED,
    I_AM,
    INTERPRETED,
    LABELLED,
    SPOKEN,
    find_called,
    find_framed,
    find_interpreters,
    find_introduced,
    find_labelled,
    find_speakers,
)
from pipeline.recognizers.people.latin import latin_at, latin_before, latin_claim
from pipeline.recognizers.people.lexicon import PeopleLexicon, PersonValue, build_lexicon
from pipeline.recognizers.people.lists import find_listed
from pipeline.recognizers.people.mixed import LATIN, find_mixed
from pipeline.recognizers.people.own_script import find_own_script
from pipeline.recognizers.people.pairs import find_pairs
from pipeline.recognizers.people.rare import STANDS, find_in_pictures
from pipeline.recognizers.people.rosters import find_on_rosters
from pipeline.recognizers.people.scene import Scene, ends_foreign
from pipeline.recognizers.people.seats import find_in_seats, is_place
from pipeline.recognizers.people.signatures import find_below_titles
from pipeline.recognizers.people.titles import find_beside_titles, han_claim

__all__ = ["PeopleLexicon", "PersonValue", "build_lexicon", "find_people"]

_ADVERB = (
    "(?:則|也|亦|並|均|更|都|就|特別|進一步|接著|隨後|最後|另|再|又|還|親自|首先|同時|當場|受訪時|致詞時|會中|會後|今天|昨天|"
    "[今昨]?\\([0-9]{1,2}\\)日)*$"
)
_ADVERBS = views.pattern(_ADVERB)
_ADVERB_ENDS = last_signs(_ADVERB)
_BEFORE_CLAUSE = frozenset(',。;:!?「」"() 、而但由据')
_BEFORE_NAME = _BEFORE_CLAUSE | {"的"}
# Names without a mark in them have so many characters, and parts of the others.
_USUAL, _LONG_PART = 6, 12
_PARTS = re.compile("[·.= -]")
_SURE = 12
_DOTS = re.compile("[·.]")
_DOT = re.compile("[ ]?·[ ]?(?=[\u3400-\u9fff])|[.](?=[\u3400-\u9fff])")


def find_people(page: Page, lexicon: PeopleLexicon) -> list[Claim]:
    """Return the PERSON claims of a page, by position; they never overlap."""
    scene = Scene.of(page, lexicon)
    english = [claim for claim in page.of_label("PERSON") if claim.rule == ENGLISH]
    labels = ("TITLE", "ORGANIZATION", "PERSON", "CITY", "COUNTRY")
    told = Spans(claim for claim in page.of_label(*labels) if claim.rule == ENGLISH)
    found = [
        *find_in_columns(scene),
        *find_beside_titles(scene),
        *find_below_titles(scene),
        *_in_pieces(scene, LABELLED, find_labelled),
        *_in_pieces(scene, CALLED, find_called),
        *_in_pieces(scene, SPOKEN, find_speakers),
        *find_framed(scene),
        *_in_pieces(scene, I_AM, find_introduced),
        *_in_pieces(scene, INTERPRETED, find_interpreters),
        *_behind_honorifics(scene),
        *_before_honorifics(scene),
        *_in_pieces(scene, KIN, find_kin),
        *_before_verbs(scene),
        *_in_pieces(scene, _DOTS, find_dotted),
        *find_on_rosters(scene),
        *_in_pieces(scene, STANDS, find_in_pictures),
        *find_in_cast(scene),
        *_in_pieces(scene, LATIN, find_mixed),
        *find_own_script(scene),
    ]
    found = [c for c in found if not (told.overlaps(c.start, c.end) or is_place(scene, c))]
    found = [*by_words(scene, found)]
    found = _settled(claim for claim in found if _is_written_so(scene, claim))
    found = _with(found, [*english, *find_in_seats(scene, [*found, *english])])
    found = list(called_by_parts(scene, as_addressed(scene, found)))
    found = _with(found, find_listed(scene, found))
    found = _with(found, find_again(scene, found))
    pairs = list(find_pairs(scene, found))
    found = _with(found, pairs)
    found = _with(found, find_again(scene, pairs))
    parts = list(find_parts(scene, found))
    found = _outside(parts, found)
    found = _with(found, [*parts, *find_addressed(scene, found)])
    found = _with(found, find_by_given(scene, found))
    bare = [c for c in find_bare(scene, found) if _is_written_so(scene, c)]
    found = _with(found, [*bare, *find_listed(scene, bare)])
    found = _settled(by_words(scene, found))
    return [claim for claim in _shortened(scene, found) if claim.rule != ENGLISH]


def _with(found: list[Claim], more: Iterable[Claim]) -> list[Claim]:
    """Return claims that were settled with more of them, settled again."""
    added = [*more]
    return _settled([*found, *added]) if added else found


def _in_pieces(
    scene: Scene, mark: re.Pattern[str], look: Callable[[Scene, Piece], Iterator[Claim]]
) -> Iterator[Claim]:
    """Yield what a rule finds in the pieces that hold a character it needs."""
    for piece in scene.page.pieces_with(mark):
        yield from look(scene, piece)


def _outside(parts: list[Claim], found: list[Claim]) -> list[Claim]:
    """Return the names that are not the end of a part of a longer one: 康納 of 奧康納."""
    starts = {part.end: part.start for part in parts if part.end - part.start > 2}
    return [claim for claim in found if starts.get(claim.end, claim.start) >= claim.start]


def _shortened(scene: Scene, found: list[Claim]) -> Iterator[Claim]:
    """Make names that are a part of a longer one short references: Deputy Mayor |Liao|.

    So are a family name and a title that look like a name: 何顧問, 賴醫師.
    """
    titles, singles = scene.lexicon.titles.titles, scene.lexicon.han.singles
    latin = [c for c in found if c.form == "name" and not is_han(scene.text[c.start])]
    parts = {part for claim in latin for part in parts_of(scene.view[claim.start : claim.end])}
    for claim in found:
        view = scene.view[claim.start : claim.end]
        is_titled = len(view) > 2 and view[0] in singles and view[1:] in titles
        is_part = claim.form == "name" and (view in parts or is_titled)
        yield dataclasses.replace(claim, form="short") if is_part else claim


def _is_written_so(scene: Scene, claim: Claim) -> bool:
    """Whether no other character that folds like a surname begins the name: 遊, 餘, 於."""
    text, first = scene.text[claim.start : claim.end], scene.view[claim.start]
    return claim.rule == "column" or "·" in text or scene.lexicon.han.is_written_so(text, first)


def _settled(found: Iterable[Claim]) -> list[Claim]:
    """Drop claims that overlap a better one."""
    kept: list[Claim] = []
    group: list[Claim] = []
    reached = 0
    by_span: dict[tuple[int, int], Claim] = {}
    for claim in found:
        other = by_span.setdefault((claim.start, claim.end), claim)
        if claim.score > other.score:
            by_span[claim.start, claim.end] = claim
    for claim in sorted(by_span.values(), key=attrgetter("start")):
        if claim.start >= reached:
            kept += group if len(group) < 2 else _best(group)
            group = []
        group.append(claim)
        reached = max(reached, claim.end)
    return kept + (group if len(group) < 2 else _best(group))


def _best(group: list[Claim]) -> list[Claim]:
    """Return the best of claims by position each of which overlaps another, by position."""
    kept: list[Claim] = []
    taken: set[int] = set()
    for claim in sorted(group, key=lambda c: (-c.score, c.start - c.end, c.start)):
        span = range(claim.start, claim.end)
        if taken.isdisjoint(span):
            kept.append(claim)
            taken.update(span)
    return sorted(kept, key=attrgetter("start"))


def _behind_honorifics(scene: Scene) -> Iterator[Claim]:
    """Yield Mr. Jordan Reeves, Dr. 林子倫."""
    pieces = (piece for piece, _, _ in scene.page.find(scene.lexicon.honorific_words))
    for piece in dict.fromkeys(pieces):
        for match in scene.lexicon.honorific.finditer(scene.text, piece.start, piece.end):
            at = match.end() + scene.view.startswith(" ", match.end())
            if at < piece.end and is_han(scene.view[at]):  # Prof. 林子倫, 拿督林大同
                name = scene.lexicon.han.read(scene.view, at, piece.end, -20)
                if name is not None and name.is_closed:
                    yield han_claim(name, "honorific", 0.85)
            named = latin_at(scene, match.start(), piece.end)
            if named is not None and named.honorific:
                yield latin_claim(named, "honorific", 0.95)


def _before_honorifics(scene: Scene) -> Iterator[Claim]:
    """Yield 王小明先生, 林女士."""
    view = scene.view
    for match in scene.lexicon.honorific_after.finditer(view):
        start = match.start()
        start -= view.startswith(" ", start - 1)
        piece = scene.page.piece_at(start)
        if piece is None or match.end() > piece.end or view.startswith(("-", "·"), match.end()):
            continue  # 哈桑-納鴻
        if scene.offices.touches(start, match.end()) or ends_foreign(view, match, piece.start):
            continue  # 克里斯蒂安|桑|市, 安娜·哈|桑
        latin = latin_before(scene, start, piece)
        if latin is not None:
            yield latin_claim(latin, "honorific", 0.85)
            continue
        name = scene.lexicon.han.read_back(view, start, piece.start, 0)
        if name is not None:
            yield han_claim(name, "honorific", 0.85)
        elif _is_surname_before(view, start, piece.start, scene.lexicon) and scene.may_be_name(
            start - 1, match.end()
        ):
            yield Claim(
                start - 1,
                match.end(),
                "PERSON",
                "surname_honorific",
                0.7,
                "short",
                PersonValue(match[0], "han"),
            )


def _is_surname_before(view: str, end: int, start: int, lexicon: PeopleLexicon) -> bool:
    return (
        end > start
        and view[end - 1] in lexicon.han.singles
        and lexicon.han.edges.is_open_at(view, end - 1, start)
        and view[max(start, end - 2) : end] not in lexicon.han.ends
    )


def _before_verbs(scene: Scene) -> Iterator[Claim]:
    """Yield the names that begin a clause and say something: ，邱沐陽回答."""
    view = scene.view
    for piece, start, _ in scene.page.find(scene.lexicon.verbs):
        stop = start
        if view[start - 1] in _ADVERB_ENDS:
            adverbs = _ADVERBS.search(view, max(piece.start, start - 12), start)
            stop = adverbs.start() if adverbs else start
        if stop == piece.start:
            continue
        latin = latin_before(scene, stop, piece)
        if latin is not None:
            if latin.words > 1 and _begins_clause(view, latin.start, piece):
                yield latin_claim(latin, "speaks", 0.8)
            continue
        if not is_han(view[stop - 1]) or not _may_begin_clause(view, stop, piece.start):
            continue
        name = scene.lexicon.han.read_back(view, stop, piece.start, 8)
        # 住在西區的|林阿水說: behind 的, a name must be sure.
        is_sure = name is not None and name.score >= _SURE and view[name.start - 1] == "的"
        if name is None or not (is_sure or _begins_clause(view, name.start, piece)):
            name = married_before(scene, stop, piece)
        if name is None:
            continue
        if name.end - name.start > 2 and not scene.touches(name.start, name.end):
            yield han_claim(name, "speaks", 0.75)


def _begins_clause(view: str, start: int, piece: Piece) -> bool:
    return start == piece.start or view[start - 1] in _BEFORE_CLAUSE


def _may_begin_clause(view: str, end: int, low: int) -> bool:
    """Whether a clause begins, or 的 stands, where a name of usual length that ends here would."""
    near = max(low, end - _USUAL - 1)
    is_apart = _PARTS.search(view, max(low, end - _LONG_PART), end) is not None
    return near == low or is_apart or not _BEFORE_NAME.isdisjoint(view[near : end - 2])
