"""Find names of initiatives that stand without quotation marks.

Contract: a name ends in a head noun (``config/initiative_heads.csv``); its left boundary is the
last verb, function word, mark, title or possessor before it.  What only describes a kind of thing
(資訊系統, 三個水資源計畫) is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.language import views
from pipeline.recognizers.initiatives.boundary import REACH, Edge, left_edge
from pipeline.recognizers.initiatives.latin import find_latin
from pipeline.recognizers.initiatives.lexicon import Head
from pipeline.recognizers.initiatives.listed_names import find_listed_names
from pipeline.recognizers.initiatives.scene import Found, Scene, spaceless
from pipeline.recognizers.initiatives.special import find_special

_MEASURED = views.pattern(
    r"(?:第?[一二兩三四五六七八九十百多數幾\d]+\s*(?:個|項|件|套|種|大|條|座|處|款|份|期|輪|批|次|場|年|歲|家|所|間)"
    r"|[\d.]+(?:多|餘)?\s*(?:個|項|萬|億))"
)
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9+-]*|\dG")
_NOUN_FOLLOWS = views.pattern(
    r"\s*(?:$|[,。;:、!?)」的(]|亦|也|已|則|是|由|與|和|及|之|中|下|內|持續|正式|目前|涵蓋|包含|包括)"
)
_VERBAL_FOLLOWS = views.pattern(
    r"\s*(?:在|於|到|前往|再|把|向|從|明年|後年|今年|\d|未來|將在|將於|將再)"
)
# 環保三套系統 counts, 38個城市計畫 is no noun.
_COUNTED = views.pattern(
    r"(?:.*[一二兩三四五六七八九十\d](?:套|個|項|款|種|座|支|條)|.{0,4}\d+個(?:城市|縣市|國家|單位|機關))"
)
# 並無簽約計畫, 僅為民間團體之倡議
_NO_NAME = views.pattern(
    "(?<=[並尚也均未皆])無|(?<=[僅係純屬只即])為|且?不(?:得|可(?!思)|應|宜|逾)"
)
# 長辦公室之計畫, 會議室之視訊系統: only the kind of a thing stands behind 之.
_OF = views.pattern("之(?=[^之]*$)")
_PLAIN, _DEVICES = 2, frozenset(map(views.fold, ("系統", "服務", "機制", "制度")))
# 青埔夜配示範區最快第三季上路: what is opened at the head of a clause is one place.
_OPENED = views.pattern(
    r"(?:最快|最遲|預計|預定|可望|將|已|也|則|正式|即將|目前|去年|今年|明年|上個?月|下個?月|第[一二三四]季|年底|\d{1,2}月底?|\d{4}年|於|在|自){0,4}(?:正式)?(?:上路|啟用|上線|開跑|啟動|試辦|登場|試營運|營運|動工|掛牌|揭牌|成立|開放)"
)
# A number that belongs to a name (停車計畫13, 零碳願景2050), not to what follows.
_NUMBER = views.pattern(
    r"\s?[1-9]\.0(?!\s?(?:[\d.%kKmMG萬億千百公米元度倍級秒個]|小時|分(?!析|區|級|享)))|(?:\s?20[2-9]0|\d{1,3})(?=\s*(?:$|[,。;:、!?)」\n(]|的|已|將|正|是|在|與|和|及|由|也|亦|目前|持續|累計|預計|計畫|獲|讓|以|可|於|自|每|把|投入|補助|今年|去年|明年|要|靠))"
)
# A character that goes on a word that only begins like a head: 通勤, 網路, 雲端.
_GOES_ON = views.pattern(
    "通(?=[信勤車過知訊行學路報用常告電風往道關話])|網(?=[路站友紅咖絡點球頁購民])|雲(?=[端林層南])"
    "|圖(?=[市書像片表案文說示資])|券(?=商)|城(?=[市鄉鎮際])"
    r"|幣(?=[值別制]|\s?[\d一二兩三四五六七八九十百千數]|約|近|逾)|(?<=[加澳港日歐英韓泰星馬美外硬紙貨])幣"
)
_NAMED_BEFORE = re.compile(r"[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)+( ?)[\u4e00-\u9fff]{2,6}")
# 暫無計畫, 沒有相關規劃: nobody has one.
_LACKS = views.pattern("(?:無|沒|沒有|未有)(?:任何|此|該|具體|相關|這[項個]?)?$")
# 沒有預算建新系統, 經費買大平台: a verb and what sort of thing.
_SORT = views.pattern(
    "[買建做蓋裝弄搞換造設架用開改租](?:了|過|出|起|好)?(?:一?[個套座臺台款])?(?:更|最|很)?[大小新舊好老貴]的?$"
)
# 芽莊先裝…, 大阪也要…: a city does something.
_CITY_DOES = views.pattern(
    "(?:先(?!鋒|行|進|導|驅|修|知|生|遣|民)|就|才(?!能|藝|華|子)|只|卻|也|還|要(?!塞|道|港)|想(?!像)|把|用|曾|仍|再(?!生|造)|改|決定|打算|準備)"
)
# 最早的減碳計畫之一, 是國內第一個港區計畫: of a kind.
_RANKED = views.pattern("最[^,。;「」]{1,4}的之一$|是[^,。;「」]{0,6}(?:第一個|首個).{0,2}$")
_LATIN_FOLLOWS = re.compile("[A-Z][a-z]+[A-Z][a-z]|[A-Z][a-z]{3,}")
# Of a place with a longer head it may be told that it opens.
_SHORT_HEAD = 2
_GLOSS = re.compile(r"\s?\(\s?[A-Za-z][A-Za-z0-9 &'.,-]{2,60}\)")


def find_bare(
    scene: Scene, quoted: Sequence[Found], ordinary: Sequence[tuple[int, int]]
) -> list[Found]:
    """Return names without quotation marks, outside of ``quoted`` and ``ordinary`` quotations."""
    inside = _Blocked(sorted([*((found.start, found.end) for found in quoted), *ordinary]))
    told = [*find_listed_names(scene)]
    founds = [*find_special(scene), *_headed(scene), *find_latin(scene)]
    listed = {found.start for found in told}
    founds = [*told, *(found for found in founds if found.start not in listed)]
    founds.sort(key=lambda found: (found.start, -found.end))
    # 「Cichy Alarm」無聲報案App: what follows a quoted name only tells what it is.
    closed = {found.end + 1 for found in quoted}
    return [f for f in founds if f.start not in closed and not inside.touches(f.start, f.end)]


class _Blocked:
    """Sorted spans to test against, asked in any order."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._cells: dict[int, list[tuple[int, int]]] = {}
        for start, end in spans:
            for cell in range(start // 64, end // 64 + 1):
                self._cells.setdefault(cell, []).append((start, end))

    def touches(self, start: int, end: int) -> bool:
        return any(
            low < end and start < high
            for cell in range(start // 64, end // 64 + 1)
            for low, high in self._cells.get(cell, ())
        )


def _headed(scene: Scene) -> Iterator[Found]:
    """Yield names that end in a head; in a series 甲系統、乙平台 one name makes all names."""
    view = scene.view
    series: list[tuple[Found, bool]] = []
    for match in scene.lexicon.bare_heads.finditer(view):
        candidate = _candidate(scene, match)
        if candidate is None:
            continue
        if series and not _continues(view, series[-1][0].end, candidate[0].start):
            yield from _settled(series)
            series = []
        series.append(candidate)
    yield from _settled(series)


def _continues(view: str, end: int, start: int) -> bool:
    return start - end == 1 and view[end] == "、"


def _settled(series: Sequence[tuple[Found, bool]]) -> Iterator[Found]:
    is_named = any(sure for _, sure in series)
    return (found for found, _ in series if is_named)


def _candidate(scene: Scene, match: re.Match[str]) -> tuple[Found, bool] | None:
    """Return the name that ends in this head and whether it is one by itself, or None."""
    view, lexicon = scene.view, scene.lexicon
    head_start, end = match.span()
    piece = scene.piece_around(head_start)
    if piece is None or piece.kind == "boilerplate" or scene.cuts_latin(head_start, end):
        return None
    head = lexicon.heads[match[0]]
    if view[end : end + 1] in ("「", "《") or _LATIN_FOLLOWS.match(view, end):
        # The name follows: 減廢平台「…」, 繳費平台NairobiPay.
        return None
    if not _may_be_licensed(scene, match, head):
        return None
    if lexicon.common.ending(view, end) > 1:
        return None
    if _LACKS.search(view, max(piece.start, head_start - 5), head_start):
        return None
    if head.mode == "placed":
        return _placed(scene, piece.start, match, head)
    edge = left_edge(scene, piece.start, head_start)
    start = _without_possessor(scene, edge.start, head_start, head)
    named = _NAMED_BEFORE.fullmatch(view, start, head_start)
    if named and (named[1] or head.mode == "used"):
        return None  # the Latin name alone: Traffy Fondue 市民報障平台
    modifier = spaceless(view[start:head_start])
    gloss = _GLOSS.match(view, end)
    if head.modifier == 0 and gloss and len(modifier) < 2:
        return Found(start, gloss.end(), head.kind, "headed", 0.9), True
    if _RANKED.search(view[max(piece.start, start - 12) : start] + view[end : end + 2]):
        return None
    if _SORT.search(modifier) or _COUNTED.fullmatch(modifier) or _NO_NAME.match(view, start):
        return None
    belongs = _OF.search(modifier)
    if belongs:
        kind = modifier[belongs.end() :]
        is_plain = len(kind) == _PLAIN and match[0] in _DEVICES
        if is_plain or lexicon.general.fullmatch(kind):
            return None
    if scene.is_taken(start, end) or _MEASURED.match(view, start, head_start):
        return None
    if edge.role == "indefinite" or not _is_licensed(scene, head, edge):
        return None
    claim = scene.ends.get(head_start) or scene.ends.get(
        start + len(view[start:head_start].rstrip())
    )
    whole = claim is not None and claim.start <= start
    number = _NUMBER.match(view, end)
    if number and len(modifier) >= head.modifier:
        return Found(start, number.end(), head.kind, "headed", 0.8), True
    is_noun = _is_noun(view, end, whole, len(modifier))
    if not modifier or not is_noun:
        return None
    sure = _is_distinct(scene, modifier, head, whole)
    if not sure and (len(modifier) < 4 or head.mode in {"cue", "award"}):
        return None
    return Found(start, end, head.kind, "headed", 0.85 if sure else 0.6), sure


def _may_be_licensed(scene: Scene, match: re.Match[str], head: Head) -> bool:
    """Whether what a name with this head must begin with or after stands near; most end here."""
    head_start, end = match.span()
    low = max(0, head_start - REACH)
    if head.mode == "placed":
        is_long = len(match[0]) > _SHORT_HEAD
        return (
            is_long
            or scene.has_city(low, head_start)
            or _LATIN.search(scene.view, low, end) is not None
        )
    if head.modifier == 0 and _GLOSS.match(scene.view, end):
        return True
    if head.mode == "cue":
        return scene.lexicon.introducing.search(scene.view, low, head_start) is not None
    return True


def _placed(scene: Scene, low: int, match: re.Match[str], head: Head) -> tuple[Found, bool] | None:
    """Return a name that begins with a city, such as 宜蘭幣."""
    view = scene.view
    head_start, end = match.span()
    if _GOES_ON.match(view, end - 1):
        return None
    start = left_edge(scene, low, head_start).start
    claim = scene.starts.get(start)
    begin = claim.end if claim is not None and claim.label == "CITY" else start
    if begin > head_start or view[begin].isspace():
        return None
    if begin > start and _CITY_DOES.match(view, begin):
        return None
    if begin == start and not _is_proper(scene, start) and not _is_opened(scene, start, match):
        return None
    number = _NUMBER.match(view, end)
    end = number.end() if number else end
    is_long = len(spaceless(view[begin:end])) >= head.modifier
    if not is_long or scene.is_taken(start, end):
        return None
    return Found(start, end, head.kind, "placed", 0.7), True


def _is_opened(scene: Scene, start: int, match: re.Match[str]) -> bool:
    """Whether a place that opens its clause is told to open (青埔夜配示範區第三季上路)."""
    modifier = scene.view[start : match.start()]
    opens = scene.view[start - 1 : start] in (",", "。", ";", "\n", "")
    is_told = len(match[0]) > _SHORT_HEAD and _OPENED.match(scene.view, match.end()) is not None
    return opens and is_told and scene.lexicon.general.fullmatch(modifier) is None


def _without_possessor(scene: Scene, start: int, head_start: int, head: Head) -> int:
    """Return ``start`` behind the city or body a name begins with, if what follows is a name."""
    claim = scene.starts.get(start)
    if claim is None or claim.end > head_start:
        return start
    if claim.label == "CITY" and not scene.view[claim.end : claim.end + 1].isspace():
        return start
    rest = len(scene.view[claim.end : head_start]) - len(
        scene.view[claim.end : head_start].lstrip()
    )
    begin = claim.end + rest
    modifier = spaceless(scene.view[begin:head_start])
    if claim.label == "ORGANIZATION" or _is_distinct(scene, modifier, head, False):
        return begin
    return start


def _is_licensed(scene: Scene, head: Head, edge: Edge) -> bool:
    """Whether the word a name begins after allows a name with this head."""
    if head.mode == "award":
        return edge.role == "award"
    if head.mode == "cue":
        return edge.role == "introduce"
    if head.mode == "used" and edge.role == "start":
        words = scene.lexicon.general.match(scene.view, edge.start)
        leads = edge.start in scene.starts or _is_proper(scene, edge.start)
        return leads or (words is not None and words.end() > edge.start)
    if head.mode == "used":
        return edge.role not in {"create", "award"}
    return True


def _is_noun(view: str, end: int, whole: bool, length: int) -> bool:
    """Whether 計畫 is a noun here: a place or a short subject before it may be its subject."""
    if whole:
        return _NOUN_FOLLOWS.match(view, end) is not None
    return length >= 4 or _VERBAL_FOLLOWS.match(view, end) is None


def _is_distinct(scene: Scene, modifier: str, head: Head, whole: bool) -> bool:
    """Whether a modifier distinguishes: a place, a number, or not only general words."""
    if whole:
        return head.mode == "name"
    if head.mode == "award":
        return len(modifier) >= 5
    if modifier.isdigit():
        return len(modifier) >= 2
    rest = _LATIN.sub(lambda word: "" if _is_technical(scene, word[0]) else word[0], modifier)
    if len(modifier) < head.modifier or not rest:
        return False
    return scene.lexicon.general.fullmatch(rest) is None


def _is_proper(scene: Scene, start: int) -> bool:
    """Whether a Latin word that is no technique begins at ``start``."""
    word = _LATIN.match(scene.view, start)
    return word is not None and not _is_technical(scene, word[0])


def _is_technical(scene: Scene, word: str) -> bool:
    """Whether a Latin word names a technique (AI, 5G), not one thing (PAAS停車系統)."""
    return len(word) <= 2 or word.casefold() in scene.lexicon.latin
