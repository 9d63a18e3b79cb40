"""Names of people in Chinese characters: Chinese, Japanese, Korean and transliterated ones.

Contract: works on folded text; a reader returns spans, never text, and decides from the characters
and from what stands on either side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.language import views
from pipeline.language.lexemes import Lexemes, is_han
from pipeline.language.name_model import NameModel, build_name_model

Rows = Sequence[Mapping[str, str]]

_HAN = "[\u3400-\u9fff々]"
_DOTTED = re.compile(f"{_HAN}{{1,8}}(?:(?:[ ]?·[ ]?|[.]){_HAN}{{1,9}})+")
_DOTS = "·."
# Characters used to write foreign sounds (folded); a name of these alone may be a transliteration.
_SOUNDS = frozenset(
    views.simplify(
        "阿埃艾安昂奧巴班邦鮑貝本比彼別賓波伯博布查察達戴丹當道德登鄧狄迪蒂丁杜多厄恩爾法凡范菲費芬豐馮佛弗夫福蓋甘岡戈哥格葛根貢"
        "古瓜圭果哈海罕漢豪荷赫黑亨洪胡華懷惠霍基吉季濟加賈佳堅江傑捷津卡凱坎康考柯科克肯孔庫夸奎坤昆拉萊賴蘭朗勞勒雷蕾黎禮李"
        "里理利立麗莉連廉良列烈林琳隆盧魯路露倫羅洛馬瑪邁麥曼芒毛梅門蒙孟米密敏繆摩莫默姆木穆拿娜納乃南瑙內嫩尼妮寧紐努諾女歐"
        "帕潘龐佩彭皮匹珀普奇齊契恰喬切欽琴丘讓熱仁榮茹瑞若薩塞賽桑森瑟沙珊尚紹舍申盛詩什石史士舒斯絲思司蘇索塔泰坦湯唐陶特騰提"
        "鐵廷通圖土托脫瓦萬旺威韋維衛魏溫翁沃烏吳伍希席夏香肖謝辛欣興雄休許遜雅亞揚耶葉伊宜因英尤於約澤扎詹張章珍芝治朱茱卓茲祖佐"
        "宏勳可翰偉凱丘邱悌提托什切姆納佳婕珊麗妲雪萊茵蘇珍妮芙蓮薩拉茉莉夏洛特楚倩婭姬娃薇妲蜜翠蓓玫奈娥黛鄂賓艮揆撒霸伽迦坡浦蒲頗涅聶妥梭什許瑣錫漢森遜頓"
    )
)
# Characters no given name holds.
_NEVER_GIVEN = frozenset(
    views.simplify(
        "的了是也將把被給讓跟並而且或這那此等就都還很說個們嗎呢吧啊在與及對於從向則亦並均仍皆"
    )
)
_NEEDS_EDGE = frozenset("任代")
# 王國材: a word at its beginning costs a name of three characters no more than this.
_DEAREST = 40
_SHORT_GIVEN = 12
_UNSURE = 8
_DOUBLED = 20


@dataclass(frozen=True, slots=True)
class HanName:
    """A name read from text.

    Attributes:
        start, end: its span.
        family: length of the family name, 0 if the form does not tell.
        score: how sure, in tenths of a natural logarithm over ordinary text.
        kind: ``chinese``, ``japanese`` or ``foreign``.
        is_closed: something that ends a name follows (or begins one stands before).
    """

    start: int
    end: int
    family: int
    score: int
    kind: str
    is_closed: bool


@dataclass(frozen=True, slots=True)
class HanNames:
    """Facts about surnames, the model of given names, and words that end a name."""

    singles: Mapping[str, bool]
    doubles: Lexemes
    japanese: Lexemes
    model: NameModel
    boundaries: Lexemes
    verbs: Lexemes
    words: Lexemes
    titles: Lexemes

    def surname_at(self, view: str, start: int, end: int) -> int:
        """Return the length of the surname at ``start``: a double or Japanese one if there is."""
        return (
            self.doubles.starting(view, start, end)
            or self.japanese.starting(view, start, end)
            or int(start < end and view[start] in self.singles)
        )

    def is_closed_at(self, view: str, position: int, end: int) -> bool:
        """Whether a name may end at ``position``: no character, or a word that follows names."""
        return (
            position >= end
            or not is_han(view[position])
            or self.boundaries.starting(view, position, end) > 0
            or self.verbs.starting(view, position, end) > 0
            or self.titles.starting(view, position, end) > 0
        )

    def is_open_at(self, view: str, position: int, start: int) -> bool:
        """Whether a name may begin at ``position``; 任 after 第一, 前, 出 is no surname."""
        if view[position] in _NEEDS_EDGE and position > start and is_han(view[position - 1]):
            return False
        return (
            position <= start
            or not is_han(view[position - 1])
            or self.boundaries.ending(view, position, start) > 0
            or self.titles.ending(view, position, start) > 0
        )

    def read(self, view: str, start: int, end: int, least: int = -30) -> HanName | None:
        """Return the best name that begins at ``start``, or None.

        Args:
            view: folded text.
            start, end: where the name begins, and how far to look.
            least: score a name must have when something that ends it follows.
        """
        dotted = _DOTTED.match(view, start, end)
        if dotted is not None:
            return self._dotted(view, start, dotted.end(), end)
        found = [
            name
            for name in self._candidates(view, start, end)
            if name.score >= (least if name.is_closed else max(least, 0) + _UNSURE)
        ]
        if found:
            return max(found, key=lambda n: (n.is_closed, n.score + 12 * (n.end - start), n.end))
        return self._foreign(view, start, end)

    def read_back(self, view: str, end: int, start: int, least: int = -10) -> HanName | None:
        """Return the best name that ends at ``end`` and begins at or after ``start``, or None."""
        dotted = self._dotted_back(view, end, start)
        if dotted is not None:
            return dotted
        found = []
        for low in range(max(start, end - 6), end - 1):
            if low > start and view[low - 1 : low + 1] in self.words:
                continue
            for name in self._candidates(view, low, end):
                if name.end != end:
                    continue
                opened = self.is_open_at(view, low, start)
                if not opened and view[low] in _NEEDS_EDGE:
                    continue
                if name.score >= (least if opened else max(least, 0) + _UNSURE):
                    found.append(HanName(low, end, name.family, name.score, name.kind, opened))
        if not found:
            return None
        return max(found, key=lambda n: (n.is_closed, n.score + 12 * (end - n.start), -n.start))

    def _candidates(self, view: str, start: int, end: int) -> Iterator[HanName]:
        """Yield readings by surname; each must be closed or score well by itself."""
        for family, kind in self._surnames(view, start, end):
            for given in (1, 2, 3) if kind == "japanese" else (1, 2):
                stop = start + family + given
                if stop > end or not is_han(view[stop - 1]):
                    break
                score = self._score(view, start, family, given, kind)
                if score is not None:
                    closed = self.is_closed_at(view, stop, end)
                    yield HanName(start, stop, family, score, kind, closed)

    def _surnames(self, view: str, start: int, end: int) -> Iterator[tuple[int, str]]:
        if length := self.doubles.starting(view, start, end):
            yield length, "chinese"
        if length := self.japanese.starting(view, start, end):
            yield length, "japanese"
        if start < end and view[start] in self.singles:
            yield 1, "chinese"
            # 張陳美玲: a married woman's own surname follows her husband's.
            if start + 1 < end and self.singles.get(view[start + 1]) is False:
                yield 2, "married"

    def _score(self, view: str, start: int, family: int, given: int, kind: str) -> int | None:
        middle, stop = start + family, start + family + given
        text = view[middle:stop]
        if any(c in _NEVER_GIVEN for c in text) or self.verbs.starting(view, middle, stop) > 1:
            return None
        if text in self.words or view[start + family - 1 : middle + 1] in self.words:
            return None
        sure = given == 2 and self.singles.get(view[start]) is False
        score = self.model.score(view[start:middle], text[:2], _DEAREST if sure else 100)
        if given == 1:
            score -= _SHORT_GIVEN
        elif text[0] == text[1]:
            score += _DOUBLED
        if kind == "japanese":
            return score + 20
        if kind == "married":
            return score - 25 if given == 2 else None
        if family > 1:
            return score + 20
        if view[start] in _NEEDS_EDGE:
            score -= _DOUBLED
        return score - 10 if self.singles.get(view[start]) else score

    def _dotted(self, view: str, start: int, stop: int, end: int) -> HanName | None:
        """Cut the last part of a dotted name where a word follows it."""
        last = max(view.rfind(dot, start, stop) for dot in _DOTS) + 1
        while view[last] == " ":
            last += 1
        word = next((p for p in range(last + 1, stop) if self._ends_foreign(view, p, end)), stop)
        if word - last > 6:
            word = next((p for p in range(last, stop) if view[p] not in _SOUNDS), stop)
        stop = word
        if not 1 <= stop - last <= 7:
            return None
        return HanName(start, stop, 0, 40, "foreign", True)

    def _ends_foreign(self, view: str, position: int, end: int) -> bool:
        if view[position] not in _SOUNDS and self.boundaries.starting(view, position, end):
            return True
        return (
            self.verbs.starting(view, position, end) > 0
            or self.words.starting(view, position, end) > 0
            or self.titles.starting(view, position, end) > 0
        )

    def _dotted_back(self, view: str, end: int, start: int) -> HanName | None:
        low = end
        while low > start and end - low < 30 and (is_han(view[low - 1]) or view[low - 1] in _DOTS):
            low -= 1
        dots = [position for position in range(low, end) if view[position] in _DOTS]
        if not dots:
            return None
        first = dots[0]
        begin = first
        while begin > low and view[begin - 1] in _SOUNDS:
            begin -= 1
        if begin == first or first == end - 1:
            return None
        return HanName(begin, end, 0, 40, "foreign", self.is_open_at(view, begin, start))

    def _foreign(self, view: str, start: int, end: int) -> HanName | None:
        """Read a transliteration without dot: only sounds, and something that ends a name."""
        stop = start
        while stop < end and stop - start < 7 and view[stop] in _SOUNDS:
            stop += 1
            if stop - start >= 2 and self.is_closed_at(view, stop, end):
                if self.words.starting(view, start, stop):
                    return None
                return HanName(start, stop, 0, 0, "foreign", True)
        return None

    def is_sound(self, character: str) -> bool:
        """Whether the folded character is used to write foreign sounds."""
        return character in _SOUNDS

    def is_given(self, family: str, given: str) -> bool:
        """Whether ``given`` may be the given name to a folded family name."""
        score = self._score(family + given, 0, len(family), len(given), "chinese")
        return score is not None and score >= -10

    def is_short(self, view: str, start: int, end: int) -> bool:
        """Whether ``start..end`` is a surname alone."""
        return end > start and self.surname_at(view, start, end) == end - start

    def split(self, name: str) -> tuple[str | None, str | None]:
        """Return (family, given) of a whole name where the form decides, else (None, None)."""
        view = views.fold(name)
        if not view or not all(map(is_han, view)):
            return None, None
        for family, kind in self._surnames(view, 0, len(view)):
            given = len(view) - family
            if kind != "married" and given in (1, 2) + ((3,) if kind == "japanese" else ()):
                return name[:family], name[family:]
        return None, None


def build_han_names(tables: Mapping[str, Rows]) -> HanNames:
    """Build the reader from surnames, name_model, name_boundaries, speech_verbs and titles."""
    surnames = tables["surnames"]
    boundaries = tables["name_boundaries"]
    verbs = [row["verb"] for row in tables["speech_verbs"]]
    return HanNames(
        singles={
            views.fold(row["surname"]): row["is_word"] == "1"
            for row in surnames
            if row["kind"] == "single"
        },
        doubles=Lexemes(row["surname"] for row in surnames if row["kind"] == "double"),
        japanese=Lexemes(row["surname"] for row in surnames if row["kind"] == "japanese"),
        model=build_name_model(tables["name_model"]),
        boundaries=Lexemes(row["word"] for row in boundaries),
        verbs=Lexemes(verbs),
        words=Lexemes(row["word"] for row in boundaries if len(row["word"]) > 1),
        titles=Lexemes(row["title"] for row in tables["titles"]),
    )
