"""Read a number that stands without unit: a sum of money, a count of people, a score, a rank.

Contract: None where the number is a name, a code or a word; what it counts is told by the words
near it, never guessed.
"""

from __future__ import annotations

from pipeline.language.views import pattern
from pipeline.recognizers.page import Page, Piece
from pipeline.recognizers.quantities import context
from pipeline.recognizers.quantities.fractions import Number
from pipeline.recognizers.quantities.units import Reading
from pipeline.recognizers.quantities.words import LATIN, begins_inside, is_code

# Words that make a number a place in a ranking.
RANKED = pattern(
    r"(?:排名|名列|排行|位居|位列|高居|榮登|排在|top|Top|TOP|(?<![目之以先日此生眼從當年月天提年面會])前)(?:全[國球臺市]|世界"
    r"|亞洲|亞太)?第?[ ]?$"
)
_BARE_WORDS = pattern(
    "[ ]?(?:不要|別|不能|不可|記得|小心|要記|富翁|一|事(?!件|業|故)|物(?!種|流|聯)"
    "|象|眾|般|聖|人迷|家香火|國|頃|能|用|分之?|寶|華|丹|里|歲|隆|年|代|巷)"
)
_MUST = pattern(
    "(?:超過|逾|突破|達到?|高達|多達|破|至少|約|近|將近|不到|為|共|計|有|上|數|幾)[ ]?$"
)
_EXCEEDS = pattern("(?:超過|逾|突破|高達|多達|達到)[ ]?$")
# 測站數應為240: but 指數, 分數.
_COUNTED = pattern(
    "(?<![指分函參係代倍基偶奇複常])數(?!字)量?(?:[亦也則僅只已應約仍才便]|[ ])*(?:為|是"
    "|達到?|有|增至|增為|減至|減為|降至|到|共|:)[ ]?$"
)
_ENDS = pattern("[,。;、)\n]|$")
_SCORED = pattern(
    "(?:得分|評分|總分|分數|積分|得點|滿意度|指數|均分|評比)(?:為|是|達|到|:|高達|約|[ ])*$"
)


_BITS = {"M": "Mbit/s", "G": "Gbit/s"}
_SPEED = pattern("(?:頻寬|寬頻|網速|速率|網路速度)[^,。;:!?\n]{0,16}$")
# 4G and 5G are generations of networks.
_GENERATIONS = frozenset((2, 3, 4, 5, 6))
# 規模5.4, 規模6的地震
_MAGNITUDE = pattern("規模(?:達|為|約)?[ ]?$")
_QUAKE = pattern("[ ]?的?[強大有餘]?感?地?震")


def read_bare(page: Page, number: Number, end: int, piece: Piece) -> Reading | None:
    """A number without unit: a sum of money, people, a score, a rank, a large number."""
    view, start, stop = page.view, number.start, number.end
    if view[stop : stop + 1] in LATIN and number.is_arabic and stop < end:
        return _speed(view, number)
    place = stop, stop
    if number.is_arabic and not number.is_range and RANKED.search(view, max(0, start - 8), start):
        return Reading(number, start, stop, *place, "rank", "rank", score=0.6)
    if is_code(view, number):
        return None
    scale = _MAGNITUDE.search(view, max(0, start - 5), start) if number.high <= 10 else None
    if scale and (number.low % 1 or _QUAKE.match(view, stop, end)):
        unit = scale.start(), scale.start() + 2
        return Reading(number, start, stop, *unit, "score", "magnitude", score=0.8)
    if number.is_grouped:
        return _large(page, number, place)
    if not number.is_arabic:
        return _crowd(view, number, place)
    if _EXCEEDS.search(view, max(0, start - 4), start) and _ENDS.match(view, stop, end):
        return Reading(number, start, stop, *place, "count", "bare number", score=0.6)
    if _COUNTED.search(view, max(0, start - 8), start) and _ENDS.match(view, stop, end):
        return Reading(number, start, stop, *place, "count", "bare number", score=0.6)
    alone = piece.kind == "cell" and (start, stop) == (piece.start, piece.end)
    if alone and piece.column_role in ("content", "other") and not 1900 <= number.low <= 2100:
        return Reading(number, start, stop, *place, "count", "cell", score=0.6)
    if _SCORED.search(view, max(piece.start, start - 10), start):
        return Reading(number, start, stop, *place, "score", "score", score=0.6)
    return None


def _speed(view: str, number: Number) -> Reading | None:
    """頻寬從20M升到100M: bits a second by their first letter."""
    start, stop = number.start, number.end
    code = _BITS.get(view[stop])
    is_word = view[stop + 1 : stop + 2].isascii() and view[stop + 1 : stop + 2].isalnum()
    is_generation = code == "Gbit/s" and number.low in _GENERATIONS
    if (
        code is None
        or is_word
        or is_generation
        or not _SPEED.search(view, max(0, start - 20), start)
    ):
        return None
    return Reading(number, start, stop + 1, stop, stop + 1, "information", "speed", "", code)


def _crowd(view: str, number: Number, place: tuple[int, int]) -> Reading | None:
    """兩千 of 只有兩千出頭的會員: a round number whose clause names persons."""
    stop = number.end
    if number.low < 100 or view[stop - 1] not in "百千" or number.is_range:
        return None
    after = context.after_bounds(view, stop, stop + 4)
    if not (after > stop or _ENDS.match(view, stop) or view[stop : stop + 1] == "的"):
        return None
    if not context.counts_people(view, number.start, after):
        return None
    return Reading(number, number.start, stop, *place, "count", "large number", "人", score=0.7)


def _large(page: Page, number: Number, place: tuple[int, int]) -> Reading | None:
    """A number with 萬, 億 or a thousands comma; a bare sum of people counts 人 (人口不到七萬)."""
    view, start, stop = page.view, number.start, number.end
    is_part = begins_inside(page.text, stop)
    cued = _MUST.search(view, max(0, start - 3), start) is not None or number.is_open
    if view[start] in "万亿百千兆" and not cued:
        return None
    if not (number.is_arabic or cued or is_part) and _BARE_WORDS.match(view, stop):
        return None
    sort = context.sort_of_sum(view, start, stop)
    dimension = "money" if sort == "money" else "count"
    unit = "人" if sort != "money" and context.counts_people(view, start, stop) else ""
    return Reading(number, start, stop, *place, dimension, "large number", unit, score=0.75)
