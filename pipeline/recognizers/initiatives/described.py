"""Find measures told without a name: a verb of doing and its object.

Contract: a claim is a readable phrase inside one clause (建置智慧紅綠燈); clauses that hold a named
initiative, an agreement, a question or only a purpose give none.  Every list item that has no claim
gives the first clause that tells an act.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pipeline.language import views
from pipeline.recognizers.initiatives.acts import counts, is_object, tells_no_act, tells_state
from pipeline.recognizers.initiatives.scene import Found, Scene, spaceless
from pipeline.recognizers.page import Piece

# A clause; one that ends in a colon only announces what follows.
_CLAUSE = re.compile(r"([^,。;!?\n():]+)(:?)")
_TOPIC = re.compile(r"[^,。;!?\n()「」:]{2,14}:\s*")
_LONGEST = 28
_SHORTEST = 2
_CUT = views.pattern(r"、|以便|以利|以提|以促|以達|讓|使(?!用)|並|來(?!自|源)|作為|做為|及")
_ENDING = views.pattern(r"(?:等等|等方式|等措施|等服務|等|之際)?$")
# A part of the people who do it tells how widespread it is: 25%學生使用學生證.
_SHARE = views.pattern(r"\d\s*%|[一二三四五六七八九\d]成|\d\s*(?:名|位|人|戶|家)")
# Verbs that tell an effect unless they open the clause: 平均時間縮短一半.
_EFFECT = views.pattern(r"節省|減少|降低|提升|提高|增加|改善|縮短|縮小|達成|確保|保障")
_OBJECT_ENDS = views.pattern(
    r"(?:的|時|之後|以後|後|之前|以前|前|之際|期間|方面|來說|而言|過程中|同時|下|上|中)$"
)
_PURPOSE = views.pattern(
    r"為了|為|以(?!無人機|及|電|人|上|下|外|免費|公|社|志)|來|旨在|用以|用來|由於|因為|因(?!應)|如果|若|當|隨著|除了|除|雖然|不論|無論"
)
_COPULA = views.pattern(r"(?<![就都也還])是(?!否)|變得|成為")
_SERIES = re.compile("、")
# It begins like 自行, which may open a clause.
_BICYCLE = views.pattern("自行車")
_QUOTES = re.compile('[「」《》"]')
_PLACE = views.pattern(
    r"(?:在|於)[^,。;]{2,12}(?:上面|裡面|上|裡|中|內|間|口|處|街|路|區|段|站|市|國|點)?"
)
_TOGETHER = views.pattern(r"\s*[與和跟同].{1,14}(?:合作|攜手|共同|聯手|聯合|一起)\s*")
_ACT_START = views.pattern(r"(?:在|於|將|把|以|透過|藉由|所有|每|開始)")


class _Names:
    """The names found, which do not overlap, to ask whether a span touches one."""

    def __init__(self, named: Sequence[Found]) -> None:
        self._starts = [found.start for found in named]
        self._ends = [found.end for found in named]

    def overlap(self, start: int, end: int) -> bool:
        index = bisect_right(self._ends, start)
        return index < len(self._starts) and self._starts[index] < end


def find_described(scene: Scene, named: Sequence[Found]) -> list[Found]:
    """Return the measures told without a name, by position."""
    result: list[Found] = []
    names = _Names(named)
    block: list[Piece] = []
    for piece in scene.page.pieces:
        if block and (piece.block != block[0].block or _is_item(scene, piece)):
            result.extend(_of_block(scene, block, names))
            block = []
        block.append(piece)
    if block:
        result.extend(_of_block(scene, block, names))
    return result


def _is_item(scene: Scene, piece: Piece) -> bool:
    return scene.without_mark(piece.start, piece.end) > piece.start


def _of_block(scene: Scene, block: Sequence[Piece], names: _Names) -> list[Found]:
    """Return the measures of a list item, cell or paragraph."""
    first = block[0]
    if first.kind in {"title", "heading"} or _is_form(first):
        return []
    is_listed = scene.is_listed(first)
    found: list[Found] = []
    for piece in block:
        if scene.has_verb(piece.start, piece.end):
            found.extend(_of_piece(scene, piece, names, is_listed))
    if found or not is_listed or names.overlap(first.start, block[-1].end):
        return found
    is_item = first.kind == "list_item" or _is_item(scene, first) or _is_topical(scene, first)
    return _first_act(scene, block) if is_item else []


def _is_topical(scene: Scene, piece: Piece) -> bool:
    return _TOPIC.match(scene.view, piece.start, piece.end) is not None


def _is_form(piece: Piece) -> bool:
    return piece.column_role not in {"", "content", "topic", "other"}


def _begin(scene: Scene, piece: Piece) -> int:
    """Return where the first clause begins, behind the mark of a list item and its topic."""
    start = scene.without_mark(piece.start, piece.end)
    topic = _TOPIC.match(scene.view, start, piece.end)
    return topic.end() if topic else start


def _of_piece(scene: Scene, piece: Piece, names: _Names, is_listed: bool) -> Iterator[Found]:
    if scene.view[piece.start : piece.end].rstrip('」》" ').endswith("?"):
        return
    for start, end in scene.clauses_with_verb(_begin(scene, piece), piece.end):
        if end - start < 4 or names.overlap(start, end):
            continue
        phrase = _phrase(scene, start, end, is_listed)
        if phrase is not None:
            yield phrase


def _phrase(scene: Scene, start: int, end: int, is_listed: bool) -> Found | None:
    """Return the verb and object of a clause, if they tell a measure."""
    view, lexicon = scene.view, scene.lexicon
    if tells_no_act(view, start, end) or _QUOTES.search(view, start, end):
        return None
    begin = _opened(scene, start, end)
    for low, high in scene.verbs_in(begin, end):
        verb = lexicon.verbs[view[low:high]]
        if verb.told == "item":
            continue
        at_start = low == begin or view[begin:low].isspace()
        if verb.told == "never" or (verb.told == "list" and not is_listed):
            if at_start:
                return None
            continue
        if not at_start and not _may_precede(scene, begin, low):
            return None
        if not is_object(view, high, end):
            return None
        span = _object_end(scene, high, end)
        if span is None:
            return None
        if not is_listed and len(spaceless(view[high:span])) < 3:
            return None
        return Found(low, span, _kind(scene, low, span), "described-verb", 0.6)
    return None


def _opened(scene: Scene, start: int, end: int) -> int:
    """Return where a clause goes on behind its subject, adverbs and conjunctions."""
    position, lexicon = start, scene.lexicon
    while position < end:
        if scene.view[position].isspace():
            position += 1
            continue
        claim = scene.starts.get(position)
        if claim is not None and claim.end < end:
            position = claim.end
            continue
        size = lexicon.opener_words.starting(scene.view, position, end)
        if not size or lexicon.verb_words.starting(scene.view, position, end) > size:
            break
        position += size
    return position


def _may_precede(scene: Scene, begin: int, verb_start: int) -> bool:
    """Whether ``view[begin:verb_start]`` is a subject or a place before the verb."""
    prefix = scene.view[begin:verb_start]
    if _PURPOSE.match(prefix) or "的" in prefix or len(prefix) > 16 or _SHARE.search(prefix):
        return False
    if _PLACE.fullmatch(prefix) or _TOGETHER.fullmatch(prefix):
        return True
    claim = scene.ends.get(verb_start)
    if claim is not None:
        return True
    last = None
    for match in scene.lexicon.openers.finditer(scene.view, begin, verb_start):
        last = match
    return last is not None and last.end() == verb_start


def _object_end(scene: Scene, start: int, end: int) -> int | None:
    """Return the end of the object in ``view[start:end]``, or None if there is no readable one."""
    view = scene.view
    while end > start and view[end - 1].isspace():
        end -= 1
    if end - start > _LONGEST:
        cuts = [m.start() for m in _CUT.finditer(view, start + 4, start + _LONGEST)]
        if not cuts:
            return None
        # A list that is too long is cut behind its first item, not in its midst.
        series = [cut for cut in cuts if view[cut] == "、"]
        end = series[0] if view[cuts[-1]] == "、" else cuts[-1]
    for mark in _SERIES.finditer(view, start, end):
        opens = scene.lexicon.opener_words.starting(view, mark.end(), end)
        if opens and not _BICYCLE.match(view, mark.end()):
            end = mark.start()
            break
    if _COPULA.search(view, start, end):
        return None
    ending = _ENDING.search(view, start, end)
    end = ending.start() if ending else end
    if _OBJECT_ENDS.search(view, start, end):
        return None
    if len(spaceless(view[start:end])) < _SHORTEST or _splits(scene, end):
        return None
    return end


def _splits(scene: Scene, end: int) -> bool:
    """Whether an opening mark is left open before ``end`` or a Latin word is cut."""
    return end < len(scene.view) and scene.cuts_latin(end - 1, end)


def _kind(scene: Scene, start: int, end: int) -> str:
    headed = scene.lexicon.head_of(scene.view, start, end)
    return headed[1].kind if headed and len(headed[0]) > 1 else "measure"


def _first_act(scene: Scene, block: Sequence[Piece]) -> list[Found]:
    """Return the first clause of a list item that tells an act, whole."""
    for piece in block:
        for clause in _CLAUSE.finditer(scene.view, _begin(scene, piece), piece.end):
            found = None if clause[2] else _whole_clause(scene, *clause.span())
            if found is not None:
                return [found]
    return []


def _whole_clause(scene: Scene, start: int, end: int) -> Found | None:
    view, lexicon = scene.view, scene.lexicon
    if tells_no_act(view, start, end) or _PURPOSE.match(view, start, end):
        return None
    if _QUOTES.search(view, start, end):
        return None
    if tells_state(view, start, end):
        return None
    begin = _opened(scene, start, end)
    verbs = scene.verbs_in(begin, end)
    if verbs and verbs[0][0] == begin and counts(view, verbs[0][1], end):
        return None  # 補助7成
    acts = any(
        lexicon.verbs[view[low:high]].told != "never"
        and not counts(view, high, end)
        and (low == begin or not _EFFECT.match(view, low, high))
        for low, high in verbs
    )
    if not acts and not _ACT_START.match(view, begin, end):
        return None
    stop = _object_end(scene, begin, end)
    claim = scene.overlapping(begin, end)
    if claim is not None and claim.start <= begin and claim.end >= end:
        return None  # only the name of a body
    if stop is None or view[begin] in "的之" or len(spaceless(view[begin:stop])) < 5:
        return None
    return Found(begin, stop, _kind(scene, begin, stop), "described-item", 0.5)
