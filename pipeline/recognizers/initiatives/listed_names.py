"""Names of initiatives in lines set apart by blanks, below a title that says what they are.

表二　各市代表性措施
仙台市　　杜之都森林帳　　樹籍資料 22 萬筆

智慧城市亮點
1) Casa Mútua　閒置舊宅由市府承租

交通獎　厄瓜多昆卡市　輕軌接校車

Contract: yields the second cell of each of three lines or more that begin with a city, what two
list items or more begin with, before a gap, and what two lines or more tell of a prize and a city.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language import views
from pipeline.recognizers.initiatives.scene import Found, Scene, spaceless
from pipeline.recognizers.page import Piece

_GAP = re.compile("\u3000+| {2,}|\t")
_TITLE = views.pattern(
    "(?:(?<=合作|創新|示範|重點|亮點|建設|推動)項目|措施|計[畫劃]|方案|專案|案例|作品|倡議|政策|平[台臺]|亮點|做法|服務)"
    "(?:一覽|列表|彙整|清單|簡介|摘要|對照|比較)?表?(?:\\([^()]{1,20}\\))?\\Z"
)
_LEAST, _SHORTEST, _LONGEST = 3, 3, 30
# A column of such cells tells when, where or how far, and gives no names.
_TELLS = views.pattern(
    r"[一二三四五六七八九十\d]{1,3}[月日年點時].*|(?:尚未|未(?!來)|規劃|已|待|預計|預定|暫|正|持續|辦理|進行|推動|施工|籌備).{0,4}"
    r"|.{0,4}(?:完成|進行中|辦理中|完工|開始|實施|上線|停辦)|.*(?:大道|[路街巷]|路口|站前|車站|會議廳|廣場|公園)"
    r"|[一二三四五六七八九十百千\d]{1,6}[個處所座條站件場]"
)
# 智慧交通　增設站牌: what an item is about is no name.
_IS_NAMED = views.pattern(
    r"[^\W\d_\u2e80-\uffff][\w'’.-]+(?: [^\W\u2e80-\uffff][\w'’.-]*)+"
    "|.*[^智慧](?:計[畫劃]|專案|方案|平[台臺]|系統|[Aa][Pp][Pp]|卡|(?<!交)通|倡議|基金|地圖|白皮書)"
)
_STAGE = views.pattern(
    "(?:[前先中近短長]期|後續|中長期|年度|整體|未來|第.[期階]段?|[上下現]一?階段|原)(?:計[畫劃]|方案|專案|平[台臺]|系統)"
)
# ■ 交通獎　厄瓜多|昆卡市|　輕軌接校車; 交通獎：昆卡市－輕軌接校車
_PRIZE = views.pattern(
    r"(?:(?<=\n)|\A)[^\w\n]{0,3}(?:\d{1,2}[.、)]\s*)?[^\s,。;:「」|]{1,14}獎\s*(?:[:|/]|\s)\s*(?=[^\s,。;:「」|]{2,20})"
)
_BEHIND = re.compile(r"市?(?:政府)?(?:\s*[|/]\s*|\s+-{0,2}\s*|\s*-{1,2}\s*)")
# A person, or the hour of the ceremony.
_WINNER = views.pattern(r"[\u3400-\u9fff]{2,4}(?:$|\s|\n)|[^\n]{0,6}\d\s?(?:[時點分年月日:]|元|萬)")
_REACH = 20
_NO_NAME = re.compile(r"\d|.*[,。;:!?、「」《》()\n]")


def find_listed_names(scene: Scene) -> Iterator[Found]:
    """Yield the names under such a title: beside cities, and at the heads of items."""
    if _GAP.search(scene.page.text):
        yield from _beside_cities(scene)
        yield from _at_heads_of_items(scene)
    yield from _of_winners(scene)


def _beside_cities(scene: Scene) -> Iterator[Found]:
    """Yield the names that stand beside cities under such a title."""
    title, rows = False, list[tuple[int, int]]()
    for piece in [*scene.page.pieces, None]:
        cell = _second_cell(scene, piece) if piece is not None and title else None
        if cell is not None:
            rows.append(cell)
            continue
        told = sum(_TELLS.fullmatch(scene.view, *row) is not None for row in rows)
        if len(rows) >= _LEAST and 2 * told < len(rows):
            yield from (
                Found(start, end, "programme", "column", 0.85)
                for start, end in rows
                if _is_name(scene, start, end)
            )
        rows = []
        title = piece is not None and _names_measures(scene, piece)


def _at_heads_of_items(scene: Scene) -> Iterator[Found]:
    """Yield what items below such a title begin with, before a gap and what is told of it."""
    titled, heads, block = False, list[tuple[int, int]](), -1
    for piece in scene.page.pieces:
        if piece.block == block:
            continue
        block = piece.block
        start = scene.without_mark(piece.start, piece.end)
        if titled and start > piece.start:
            heads += _head(scene, start, piece.end)
            continue
        yield from _found(scene, heads)
        titled, heads = _names_measures(scene, piece), []
    yield from _found(scene, heads)


def _head(scene: Scene, start: int, end: int) -> list[tuple[int, int]]:
    gap = _GAP.search(scene.page.text, start, min(end, start + _LONGEST))
    return [(start, gap.start())] if gap is not None and end - gap.end() > _SHORTEST else []


def _found(scene: Scene, heads: list[tuple[int, int]]) -> Iterator[Found]:
    for start, end in heads if len(heads) > 1 else ():
        place = scene.starts.get(start)
        is_place = place is not None and place.end == end
        if is_place or _is_deed(scene, start) or not _is_name(scene, start, end):
            continue
        if _IS_NAMED.fullmatch(scene.view, start, end):
            yield Found(start, end, "programme", "column", 0.85)


def _is_deed(scene: Scene, start: int) -> bool:
    """Whether an item begins with what is done, or its stage: 增設|站牌系統, 前期計畫; 換裝計畫."""
    verb = scene.lexicon.verb_pattern.match(scene.view, start)
    if verb and scene.lexicon.verbs[verb[0]].role != "use":
        return scene.lexicon.head_at(scene.view, verb.end()) is None
    return _STAGE.match(scene.view, start) is not None


def _of_winners(scene: Scene) -> Iterator[Found]:
    """Yield what won in lines that tell a prize, a city and it: 交通獎　昆卡市　輕軌接校車."""
    found = []
    for prize in _PRIZE.finditer(scene.view):
        line = scene.view.find("\n", prize.end())
        end = line if line >= 0 else len(scene.view)
        near = range(prize.end(), min(end, prize.end() + _REACH))
        ends = (scene.ends[at] for at in near if at in scene.ends)
        city = next((claim for claim in ends if claim.label == "CITY"), None)
        gap = _BEHIND.match(scene.view, city.end, end) if city is not None else None
        if gap is None or _WINNER.match(scene.view, gap.end(), end):
            continue
        if _is_name(scene, gap.end(), end):
            found.append(Found(gap.end(), end, "programme", "column", 0.85))
    yield from found if len(found) > 1 else ()


def _names_measures(scene: Scene, piece: Piece) -> bool:
    """Whether a short line says what the lines below it list."""
    said = scene.view[piece.start : piece.end].strip()
    return piece.table == 0 and len(said) <= _LONGEST and _TITLE.search(said) is not None


def _second_cell(scene: Scene, piece: Piece) -> tuple[int, int] | None:
    """Return the cell behind the city that begins a line of three cells."""
    city = scene.starts.get(piece.start)
    if city is None or city.label != "CITY" or piece.table:
        return None
    first = _GAP.match(scene.page.text, city.end, piece.end)
    second = _GAP.search(scene.page.text, first.end(), piece.end) if first else None
    return (first.end(), second.start()) if first and second else None


def _is_name(scene: Scene, start: int, end: int) -> bool:
    said = scene.view[start:end]
    is_short = _SHORTEST <= len(spaceless(said)) <= _LONGEST and not _NO_NAME.match(said)
    return is_short and not scene.is_ruled_out(start, end)
