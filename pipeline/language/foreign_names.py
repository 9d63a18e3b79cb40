"""Foreign names written in Chinese characters by sound: 賀吉普, 坎派·西蘇萬, 諾亞・本－阿里.

Contract: works on folded text; a reader returns a span or None.  Parts are joined by a dot of any
kind; a dash joins parts where both sides are written by sound.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.language import views
from pipeline.language.lexemes import Lexemes, is_han
from pipeline.language.name_edges import NameEdges

_HAN = "[\u3400-\u9fff々]"
# 約翰·F·史密斯, S·拉馬努詹, K. S. 拉奧: a part may be an initial.
_INITIAL = "[A-Z]{1,2}(?=[·.])"
_DOTTED = re.compile(
    f"(?:{_HAN}{{1,8}}|{_INITIAL})(?:(?:[ ]?·[ ]?|(?<=[A-Z])[.][ ]|[.=])"
    f"(?:{_HAN}{{1,9}}|{_INITIAL}))+"
)
_PART_BEHIND_DASH = re.compile(f"-(?={_HAN})")
_DOTS = "·.="
# Characters used to write foreign sounds (folded); a name of these alone may be a transliteration.
_SOUNDS = frozenset(
    views.simplify(
        "阿埃艾安昂奧巴班邦鮑貝本比彼別賓波伯博布查察達戴丹當道德登鄧狄迪蒂丁杜多厄恩爾法凡范菲費芬豐馮佛弗夫福蓋甘岡戈哥格葛根貢"
        "古瓜圭果哈海罕漢豪荷赫黑亨洪胡華懷惠霍基吉季濟加賈佳堅江傑捷津卡凱坎康考柯科克肯孔庫夸奎坤昆拉萊賴蘭朗勞勒雷蕾黎禮李"
        "里理利立麗莉連廉良列烈林琳隆盧魯路露倫羅洛馬瑪邁麥曼芒毛梅門蒙孟米密敏繆摩莫默姆木穆拿娜納乃南瑙內嫩尼妮寧紐努諾女歐"
        "帕潘龐佩彭皮匹珀普奇齊契恰喬切欽琴丘讓熱仁榮茹瑞若薩塞賽桑森瑟沙珊尚紹舍申盛詩什石史士舒斯絲思司蘇索塔泰坦湯唐陶特騰提"
        "鐵廷通圖土托脫瓦萬旺威韋維衛魏溫翁沃烏吳伍希席夏香肖謝辛欣興雄休許遜雅亞揚耶葉伊宜因英尤於約澤扎詹張章珍芝治朱茱卓茲祖佐"
        "卜依茲茨喀咪敦朵梭鈕霖璐宏勳可翰偉凱丘邱悌提托什切姆納佳婕珊麗妲雪萊茵蘇珍妮芙蓮薩拉茉莉夏洛特楚倩婭姬娃薇妲蜜翠蓓玫奈娥黛鄂賓艮揆撒霸伽迦坡浦蒲頗涅聶妥梭什許瑣錫漢森遜頓汗彤楊松"
        "蓬猜頌汶易歷札貌拜倉末峇帝"
    )
)
# Further ones that are common words, too: they count only where dots mark a foreign name.
_MORE_SOUNDS = _SOUNDS | frozenset(
    views.simplify(
        "那喃尤碧璧綺緹娣婷潔琪琦莎紗寇魁蘿珞俐璃龍瓏崙蔓夢墨慕耐倪派培平瓊裘確冉銳儒山善邵沈仕世朔碩松宋天田汀亭突屠推陀蔚文渥巫"
        "西喜祥蕭歇新信星秀修旭耀以義易永勇猶于宇育雲曾乍齋彰趙哲真甄政支智志鐘仲周州竹柱莊紫宗爭惹柏尕咖茜惠達娥鳳鴻煌寶東強裴蕊"
        "愛聖儂芮臣柳崔汪嘉甫施腓"
    )
)
# Further ones in the names of the peoples of Taiwan: 瓦歷斯·貝林, 以撒·比令, 夷將·拔路兒.
_NATIVE_SOUNDS = frozenset(
    views.simplify("令韻夷拔剌兒歷辣谷帖喇旦幹蓊撓彎畢藍浪躍吼厄榮弼幸復耘穗甦詠悠棟優錐陸魕韃鑾")
)
_DOTTED_SOUNDS = _MORE_SOUNDS | _NATIVE_SOUNDS
# Further ones in the names of Malays, which are written without a dot: 莫哈末沙立夫, 法里米達仄.
_MALAY_SOUNDS = frozenset(views.simplify("立占仄姑再花益嘉慕茜都"))
_UNDOTTED_SOUNDS = _SOUNDS | _MALAY_SOUNDS
_LONGEST_UNDOTTED = 14
_BACK_SOUNDS = _SOUNDS | _NATIVE_SOUNDS
# Particles in most places, sounds where next to nothing stands before: 以撒韻, 夷將.
_EDGE_SOUNDS = frozenset("以将")
_AT_EDGE = 2
_LONGEST_PART = 8
_LONGEST_FIRST = 4
_SOUND = f"[{''.join(sorted(_SOUNDS))}]"
# 克爾佩爾－|弗羅尼烏斯·加博爾
_PART_BEFORE_DASH = re.compile(
    f"(?:[{''.join(sorted(_DOTTED_SOUNDS))}]{{2,}}|[让尚])-(?={_HAN})"  # 讓-保羅·拉蒙德
)
# 埃斯特羅西: 西 is a sound behind others.
_KIN = views.pattern("遺孀|之[子女妻夫孫]|夫婦|伉儷")
_DASHED = re.compile(f"{_SOUND}{{2,6}}-{_SOUND}{{2,6}}(?![·.=-])")
_ONLY_SOUNDS = re.compile(f"{_SOUND}{{2}}(?:{_SOUND}|西){{0,7}}")
_DOT = re.compile(r"[·.=]")
_FARTHEST_DOT = 10
_LONGEST_DOTTED = 30
_LEAST_MIXED = 3
# Signs behind a verb, never behind a name.
_ASPECTS = frozenset("了着著")
_CONJUNCTIONS = frozenset("因以")
# 博伊科|因病, 里奧|因班機延誤: what follows is no sound, or a word of the weather and of travel.
_CAUSE = re.compile(
    f"因(?![{''.join(sorted(_DOTTED_SOUNDS))}]|[的与和及也则并都就在于昨今向对从将])(?={_HAN})"
    f"|因(?={views.simplify('班機|天[候氣]|大[雨雪霧]|地震|雷雨|洪水')})"
)
_ENDS_NAME = frozenset("的与和及")
# Each and all in most places, sounds in names that begin so: 雅各布森, 雅各賓; 史都華, 史都特.
_WITH_PARTICLES = tuple(map(views.fold, ("雅各", "史都華", "史都特", "史都爾", "史都沃")))
_NEVER_LAST = frozenset("于以先曾又再也")
# Words behind a name that are sounds in one, too: 史密斯|內部, but 奧貝斯內爾.
_SOFT = frozenset("内里本")


@dataclass(frozen=True, slots=True)
class ForeignNames:
    """Reads transliterations.

    `ordinary` holds words that are written with their characters, `towns` small places.
    """

    edges: NameEdges
    ordinary: Lexemes
    towns: Lexemes

    def dotted(self, view: str, start: int, end: int) -> int | None:
        """Return where the dotted name that begins at ``start`` ends, or None."""
        if (kin := _KIN.search(view, start, min(end, start + _LONGEST_DOTTED))) is not None:
            end = kin.start()  # 約翰·弗里德曼|遺孀蕾奧妮·桑德科克
        dashed = _DASHED.match(view, start, end)
        if dashed is not None and self.edges.is_closed_at(view, dashed.end(), end):
            return dashed.end()  # 桑沃-奧盧
        first = start
        while (match := _dotted_at(view, first, end)) is None:
            before = _PART_BEFORE_DASH.match(view, first, end)
            if before is None:
                return None
            first = before.end()
        stop = self._last_part(view, first, self._whole(view, first, match.end()), end)
        while stop is not None and _PART_BEHIND_DASH.match(view, stop, end):
            part = self._part_until(view, stop + 1, end)
            if part - stop < 2:
                break
            stop = part
        if stop is not None and view[stop : stop + 1] in _ASPECTS and is_han(view[stop - 3]):
            stop -= 1  # 努爾蘭諾娃|坐了五個小時的飛機
        return stop

    def _whole(self, view: str, start: int, stop: int) -> int:
        """Return where the first of two names ends in a dotted run: 韋恩·布朗|的幕僚長賈茲·辛格."""
        last = max(view.rfind(dot, start, stop) for dot in _DOTS)
        first = next(at for at in range(start, last + 1) if view[at] in _DOTS)
        for at in range(first + 2, last):
            if view[at] in _ENDS_NAME or self.edges.titles.starting(view, at, last) > 1:
                return at
        return stop

    def _part_until(self, view: str, start: int, end: int) -> int:
        """Return where the part behind a dash ends: at a word, or where no sound is written."""
        stop = start
        while stop < min(end, start + _LONGEST_PART) and (
            view[stop] in _DOTTED_SOUNDS or view.startswith(_WITH_PARTICLES, stop - 1)
        ):
            if stop > start and self._ends_at(view, stop, end):
                return stop
            stop += 1
        return self._without_conjunction(view, start, stop)

    def _without_conjunction(self, view: str, start: int, stop: int) -> int:
        """Leave out 因 or 以 before what is no name any more: 陶菲克|因時差, 蘇韋迪|以「…」為例."""
        while stop - start > 1 and view[stop - 1] in _CONJUNCTIONS:
            stop -= 1
        return stop

    def _last_part(self, view: str, start: int, stop: int, end: int) -> int | None:
        """Cut the last part of a dotted name where a word follows it."""
        last = max(view.rfind(dot, start, stop) for dot in _DOTS) + 1
        least = (
            last + 1 + view[last - 2].isascii()
        )  # B. 恩|和巴雅爾: more than a sign behind initials
        while view[last] == " ":
            last, least = last + 1, least + 1
        if view.startswith("(", stop) and stop - last <= _LONGEST_PART:
            return stop
        cause = _CAUSE.search(view, last + 2, min(stop + 1, end))
        if cause is not None and not self.edges.verbs.starting(view, cause.end(), end):
            stop = cause.start()  # but 安德烈·克萊因|指出
        word = next((p for p in range(least, stop) if self._ends_at(view, p, end)), stop)
        if word - last > 6:
            word = next((p for p in range(last, stop) if view[p] not in _SOUNDS), stop)
        while word - last > 2 and view[word - 1] in _NEVER_LAST:
            word -= 1
        if is_han(view[word : word + 1] or " ") and not self.edges.is_word_at(view, word, end):
            word = self._without_conjunction(view, last, word)  # but 馬可·侯賽因、
        return word if 1 <= word - last <= 7 else None

    def _ends_at(self, view: str, position: int, end: int) -> bool:
        if view.startswith(_WITH_PARTICLES, position - 1):
            return False  # 羅伊·雅|各布斯
        if view[position] not in _DOTTED_SOUNDS and self.edges.boundaries.starting(
            view, position, end
        ):
            return True
        return self.edges.is_word_at(view, position, end) and not self._is_town(view, position, end)

    def _is_town(self, view: str, position: int, end: int) -> bool:
        """Whether a small place written with sounds alone stands there: 巴爾塞|吉安."""
        length = self.towns.starting(view, position, end)
        return length > 0 and all(c in _DOTTED_SOUNDS for c in view[position : position + length])

    def dotted_back(self, view: str, end: int, start: int) -> int | None:
        """Return where the dotted name that ends at ``end`` begins, or None."""
        if _DOT.search(view, max(start, end - _LONGEST_DOTTED), end) is None:
            return None
        low = end
        while (
            low > start
            and end - low < _LONGEST_DOTTED
            and (is_han(view[low - 1]) or view[low - 1] in _DOTS)
        ):
            low -= 1
        first = next((p for p in range(low, end) if view[p] in _DOTS), end)
        begin = first
        while begin > low and (
            view[begin - 1] in _BACK_SOUNDS
            or (view[begin - 1] in _EDGE_SOUNDS and begin - low <= _AT_EDGE)
        ):
            begin -= 1
        begin = self._opened(view, begin, first, low)
        if begin == first or first >= end - 1 or self.dotted(view, begin, end) != end:
            return None
        return begin

    def _opened(self, view: str, begin: int, first: int, low: int) -> int:
        """Return where the first part begins before a dot if other signs are in it: 凱|文·蓋伊."""
        if self.edges.is_open_at(view, begin, low):
            return begin
        for at in range(min(begin, first - 2), max(low, first - _LONGEST_FIRST) - 1, -1):
            if self.edges.is_open_at(view, at, low):
                return at
        return begin

    def first_part(self, view: str, dot: int, low: int) -> int:
        """Return where the part before a dot begins: with sounds, three if some are words, too.

        娜塔莎·, 安東尼奧·, but 信義·.
        """
        begin = dot
        while begin > low and view[begin - 1] in _SOUNDS:
            begin -= 1
        far = begin
        while far > low and view[far - 1] in _DOTTED_SOUNDS:
            far -= 1
        return far if dot - far >= _LEAST_MIXED else begin

    def plain(self, view: str, start: int, end: int) -> int | None:
        """Return where a transliteration without dot ends: only sounds, then a closing word."""
        sounds = _ONLY_SOUNDS.match(view, start, end)
        first = None
        for stop in range(start + 2, sounds.end() + 1) if sounds else ():
            if self.edges.is_closed_at(view, stop, end):
                first = stop if first is None else first
                if not self.may_go_on(view, stop, end):
                    first = stop
                    break
        return None if first is None or self._is_text(view, start, first) else first

    def may_go_on(self, view: str, stop: int, end: int) -> bool:
        """Whether what closes a name at ``stop`` may be sounds of it: 奧貝斯|內爾."""
        if stop < end and view[stop] in _SOFT and self.edges.closers.starting(view, stop, end) == 1:
            return True
        return self._is_town(view, stop, end)

    def undotted(self, view: str, start: int, end: int, least: int) -> int | None:
        """Return where a long name without dot ends, of ``least`` signs: 莫哈末沙立夫|說."""
        stop, far = start, min(end, start + _LONGEST_UNDOTTED)
        while stop < far and view[stop] in _UNDOTTED_SOUNDS:
            if stop - start >= least and self.edges.closers.starting(view, stop, end) > 1:
                break
            stop += 1
        is_name = stop - start >= least and self.edges.is_closed_at(view, stop, end)
        return stop if is_name and not self._is_text(view, start, stop) else None

    def plain_back(self, view: str, end: int, start: int) -> int | None:
        """Return where a transliteration that ends at ``end`` begins: only sounds, at an edge."""
        low = end
        while low > start and end - low < _LONGEST_PART and view[low - 1] in _SOUNDS:
            low -= 1
        for first in range(low, end - 2):
            if self.edges.is_open_at(view, first, start):
                return None if self._is_text(view, first, end) else first
        return None

    def _is_text(self, view: str, start: int, stop: int) -> bool:
        """Whether ordinary words fill the span but for one character: 熱烈, 特別列."""
        left = 0
        at = start
        while at < stop:
            length = self.ordinary.starting(view, at, stop) or self.edges.words.starting(
                view, at, stop
            )
            left += not length
            at += length or 1
        return left <= 1 and stop - start > 1


def _dotted_at(view: str, start: int, end: int) -> re.Match[str] | None:
    """Match a dotted name; most places are turned away because no dot is near."""
    near = _DOT.search(view, start, min(start + _FARTHEST_DOT, end))
    return _DOTTED.match(view, start, end) if near else None


def may_be_sound(character: str) -> bool:
    """Whether foreign sounds are written with the folded character where a name is sure: 那隆."""
    return character in _MORE_SOUNDS


def is_sound(character: str) -> bool:
    """Whether the folded character is used to write foreign sounds."""
    return character in _SOUNDS
