"""People whom the cast of a talk tells: a name and an office apart, labels that return.

Contract: yields claims of whole names only; a line of the cast holds nothing but name and office.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from pipeline.language import views
from pipeline.language.lexemes import is_han, occurrences
from pipeline.language.names import HanName
from pipeline.language.unlisted_names import read_filling, read_unlisted
from pipeline.recognizers.page import Claim, Piece
from pipeline.recognizers.people.labels import JOBS
from pipeline.recognizers.people.latin import latin_at, latin_claim
from pipeline.recognizers.people.scene import Scene
from pipeline.recognizers.people.titles import han_claim

# What keeps name and office apart: a wide blank, several, a bar.
_GAP = re.compile("\u3000+|[ \u00a0]{2,}|\t+|[ ]?[|｜／][ ]?")
# A sign of one in folded text, or of a label.
_MAY_BE_CAST = re.compile("[ \t|/:]")
# Where a sentence or quotation ends, no name does.
_NO_NAME_ENDS = frozenset("。、」》")
_ITEM = re.compile(
    r"[ \u00a0\u3000]*(?:[0-9]{1,2}[.、)）]|[(（][0-9一二三四五六七八九十]{1,3}[)）]"
    r"|[一二三四五六七八九十]{1,3}、|[\u2460-\u2473]|[•·*◆●○■▪▌▍▎◎★►▶※–-])?[ \u00a0\u3000]*"
)
_SENTENCE = re.compile("[。!?;:]")
_LABEL = re.compile("([\u3400-\u9fff]{2,5}|[\u3400-\u9fff]{1,3} [\u3400-\u9fff]{1,3})[ ]?:[ ]?")
# 【主持人】, 講者：
_PART = re.compile("[【〔][^【】〔〕\n]{1,10}[】〕][ ]?|[^:\n]{1,6}:[ ]?")
# The name in Latin letters behind the one in Chinese characters.
_BEHIND = re.compile(
    "(?<=[\u3400-\u9fff])[ ]?(?:\\([^()\n]{2,40}\\)|(?<=[ ])[A-ZÀ-ÞĀ-Ž][^\u2e80-\uffff\n]{2,40})$"
)
_CLAUSE = re.compile("[^,。;!?:\n]{3,50}")
# Whom a label calls by what they are: 口譯員, 工讀生, 來賓一.
_KINDS = frozenset(views.fold("員生者人團方會眾們民客賓位組隊部局處科課室站甲乙丙丁一二三四五"))
# What stands above the wish that ends a letter.
_WISHES = views.pattern("[ ]*(?:[敬謹順並恭]?[祝頌]|[即耑專]頌|此致|祝福)[您你]?[ ]*$")
_LONGEST = 110
_LONGEST_NAME = 50
_MOST_SIGNS = 4


def find_in_cast(scene: Scene) -> Iterator[Claim]:
    """Yield the people of lines like 花見 慎吾　神戶市危機管理監, and of labels that return.

    The office may stand on the line below, too, at the beginning of what is told of somebody.
    """
    view = scene.view
    labels: Counter[str] = Counter()
    places: dict[str, Piece] = {}
    for piece in scene.page.pieces_with(_MAY_BE_CAST):
        if piece.table or piece.end - piece.start > _LONGEST:
            continue
        is_label = view[piece.end - 1] == ":"
        label = _LABEL.fullmatch(view, piece.start, piece.end) if is_label else None
        if label is not None:
            labels[label[1]] += 1
            places.setdefault(label[1], piece)
        elif _GAP.search(scene.text, piece.start, piece.end):
            yield from _of_line(scene, piece)
    for below in scene.titled:
        piece_above = scene.page.piece_before(below)
        if piece_above is not None and _may_be_name(scene, piece_above, below):
            yield from _above_office(scene, piece_above, below)
    for label_text, count in labels.items():
        start = places[label_text].start
        is_kind = label_text[-1] in _KINDS or label_text[-2:] in JOBS
        is_held = _holds_office(scene, label_text)
        is_name = is_held or (count > 1 and not is_kind)
        if is_name and not scene.touches(start, start + len(label_text)):
            name = _unlisted(scene, start, start + len(label_text))
            if name is not None:
                yield han_claim(name, "turn_label", 0.8)


def _holds_office(scene: Scene, text: str) -> bool:
    """Whether the words of a label stand behind an office somewhere: 副市长 |鲜荣生|；."""
    view, edges = scene.view, scene.lexicon.han.edges
    places = (place for place in occurrences(view, [text]) if place[0])
    whole = (start for start, end in places if edges.is_closed_at(view, end, len(view)))
    behind = (start - view.startswith(" ", start - 1) for start in whole)
    return any(
        title.end == end for end in behind for title in scene.titles.overlapping(end - 1, end)
    )


def _may_be_name(scene: Scene, piece: Piece, below: Piece) -> bool:
    """Whether a short line stands above another, and ends like a name may: no 敬祝⏎安康."""
    view, above = scene.view, scene.page.piece_before(piece)
    if above is not None and _WISHES.match(view, above.start, above.end):
        return False
    is_short = piece.end - piece.start <= _LONGEST_NAME and not (piece.table or below.table)
    return is_short and view[piece.end - 1] not in _NO_NAME_ENDS


def _of_line(scene: Scene, piece: Piece) -> Iterator[Claim]:
    """Yield the name that begins or ends a line whose rest is an office."""
    if _SENTENCE.search(scene.view, piece.start, piece.end):
        return
    item = _ITEM.match(scene.text, piece.start, piece.end)
    start = item.end() if item else piece.start
    gaps = list(_GAP.finditer(scene.text, start, piece.end))
    for gap in reversed(gaps):
        is_titled = _is_titled(scene, gap.end(), piece.end)
        if not is_titled and not _is_body(scene, gap.end(), piece.end):
            continue
        bracket = _BEHIND.search(scene.view, start, gap.start())  # 安在浩（An Jae-ho）　龜尾市長
        end = bracket.start() if bracket else gap.start()
        claim = _whole(scene, start, end, is_sure=is_titled)
        if claim is None and bracket and is_titled:
            claim = _spelled(scene, start, end)
        if claim is not None:
            yield claim
            return
    for gap, following in pairwise(gaps):  # 來賓　|彭子軒|　彰化縣副縣長
        if _is_titled(scene, following.end(), piece.end):
            claim = _whole(scene, gap.end(), following.start(), is_sure=True)
            if claim is not None:
                yield claim
                return
    for gap in gaps:
        # 新竹市／副市長／|邱臣遠; no office that the piece ends with, though: 市長　|林采穎　局長
        is_titled = gap.start() > start and _is_titled(scene, start, gap.start())
        end = piece.end
        claim = _whole(scene, gap.end(), end, is_sure=is_titled) if gap.start() > start else None
        if claim is not None and (is_titled or _ends_body(scene, gap.start())):
            yield claim
            return


def _above_office(scene: Scene, piece: Piece, below: Piece) -> Iterator[Claim]:
    """Yield the name that fills a line above one that begins with an office: 何明修|政大教授."""
    clause = _CLAUSE.match(scene.view, below.start, below.end)
    if clause is None or not scene.titles.touches(*clause.span()):
        return
    is_titled = _is_titled(scene, *clause.span())
    if not is_titled and not _is_body(scene, below.start, clause.end()):
        return
    item = _ITEM.match(scene.text, piece.start, piece.end)
    start = item.end() if item else piece.start
    part = _PART.match(scene.view, start, piece.end)
    start = part.end() if part else start
    bracket = _BEHIND.search(scene.view, start, piece.end)
    end = bracket.start() if bracket else piece.end
    claim = _whole(scene, start, end, is_sure=is_titled) if end > start else None
    if claim is not None:
        yield claim


def _whole(scene: Scene, start: int, end: int, *, is_sure: bool = False) -> Claim | None:
    """Return the claim of ``start..end`` if a name fills it, where sure one that no list tells."""
    if end - start > _LONGEST_NAME or end - start < 2:
        return None
    latin = latin_at(scene, start, end)
    if latin is not None:
        is_name = latin.end == end and (latin.words > 1 or latin.honorific)
        return latin_claim(latin, "cast", 0.9) if is_name else None
    if not is_han(scene.view[start]) or scene.touches(start, end):
        return None
    name = scene.lexicon.han.read(scene.view, start, end, 0)
    if name is None or name.end != end:
        filling = read_filling(scene.lexicon.han, scene.view, start, end) if is_sure else None
        name = filling or (_unlisted(scene, start, end) if is_sure else None)
    return None if name is None else han_claim(name, "cast", 0.85)


def _spelled(scene: Scene, start: int, end: int) -> Claim | None:
    """Return what a bracket spells in Latin letters beside an office: 安在浩（An Jae-ho）.

    The family name must be spelled there: no 會議室（Meeting Room）.
    """
    view, han = scene.view, scene.lexicon.han
    at = end + len(view[end : end + 2]) - len(view[end : end + 2].lstrip(" ("))
    latin = latin_at(scene, at, min(at + _LONGEST_NAME, len(view)))
    if latin is None or latin.words < 2 or not 2 <= end - start <= _MOST_SIGNS:
        return None
    spelled = han.readings.of(scene.text[latin.start : latin.end])
    is_name = view.startswith(spelled, start) and view[start:end] not in han.common
    if not is_name or scene.touches(start, end) or not all(map(is_han, scene.view[start:end])):
        return None
    return han_claim(HanName(start, end, 0, 0, "foreign", True), "cast", 0.85)


def _unlisted(scene: Scene, start: int, end: int) -> HanName | None:
    """Return a name that no list tells, its two parts written apart or not: 花見 慎吾."""
    view, han = scene.view, scene.lexicon.han
    blank = view.find(" ", start, end)
    if blank < 0:
        is_name = end - start > 2 and view[start:end] not in han.common
        return read_unlisted(han, view, start, end) if is_name else None
    written = view[start:blank] + view[blank + 1 : end]
    if end - start < 4 or read_unlisted(han, written, 0, len(written)) is None:
        return None
    return HanName(start, end, blank - start, 0, "japanese", True)


def _is_titled(scene: Scene, start: int, end: int) -> bool:
    """Whether a title ends what stands there."""
    return any(
        claim.start >= start and claim.end >= end - 1
        for claim in scene.titles.overlapping(max(start, end - 2), end)
    )


def _is_body(scene: Scene, start: int, end: int) -> bool:
    """Whether what stands there begins with a place or body, or ends with a body."""
    first = scene.offices.overlapping(start, start + 1)
    return any(claim.start == start for claim in first) or _ends_body(scene, end)


def _ends_body(scene: Scene, end: int) -> bool:
    return any(
        claim.end == end and claim.label == "ORGANIZATION"
        for claim in scene.offices.overlapping(end - 1, end)
    )
