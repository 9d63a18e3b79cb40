"""Slots of the language in which a place name stands: endings, titles, lists, cells.

Contract: pure functions of folded text and positions; all patterns are compiled once and bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language import views
from pipeline.language.views import gated, pattern
from pipeline.places.forms import CITY_ENDINGS
from pipeline.recognizers.places.spots import MET, PAPER, VENUE, is_han

_LONG_ENDINGS = "|".join(sorted((e for e in CITY_ENDINGS if len(e) > 1), key=lambda e: -len(e)))
_CITY = views.simplify("市")
# 臺北市長|期, 臺北市長|達三年, but 神戶市長|久元喜造.
_LONGER = (
    "長(?:期|照|青|輩|短|足|年(?=[來以的累致推投耕面缺深努]|[,、。;]|$)|久(?=[以之的來經未存發穩維且]|[,、。;]|$)"
    "|遠(?=[的之來而發規計目看見影且性利]|[,、。;]|$)|達(?=[0-9數約近逾超半多一二兩三四五六七八九十百])|大(?:[後成的,。、;]|$))"
)
# 市 belongs to the city (臺北市政府), to the title (臺北市長) or to another word (市場).
_ENDING = pattern(
    f"(?:(?:{_LONG_ENDINGS})(?!長(?!期))|市(?=市長|{_LONGER})"
    "|市(?!面(?!積)|[長場值售況價集井街儈區郊內]|中心|民(?![政眾間意代俗族國調營宿生防])|議員|政(?!府|務服|務副|務次|務官|數)|委(?:副?書記|常委))|町(?!長)|[縣郡](?![守長知](?![期達年久遠識])))"
)
_TITLE = pattern(
    r"\s*(?:前任?|新任|時任|代理|候任|第一)?(?:副?[市縣郡]長|副?郡守|副?議長|議員|市議|執行長|市執行長|首長|行政長官|市政|資訊長"
    r"|資訊總監|委(?:副?書記|常委)|首席|市經理|代表|秘書長|府)"
)
_SEPARATOR = pattern(
    r"県?[ \t]*[/,·\-]?[ \t]*的?"
    "(?:(?:行政|經濟|商業)?首都|首府|(?:第[一二三四五]|最)大(?:城|都)?市?|[港古]都|[東南西北中]部)?"
)
_BODY = pattern("(?:大學|學院|銀行|公司|集團|醫院|協會|基金會|商會|報|航空|時間)")


def with_ending(view: str, start: int, end: int, stop: int) -> int:
    """Return where a city's span ends: its ending belongs to it unless a title needs it.

    臺北|市長, 臺北市|市長, 臺北市|政府, 臺北|市場, 釜山廣域市|市長, 釜山|廣域市長, 莞島|郡守
    """
    name = view[start:end]
    if len(name) > 2 and name[-1] in _ENDS:
        # A name listed with its 市 or 縣 gives it to the title as any other.
        sort = _SORT.search(view, start + 2, end - 1)
        bare = sort.start() if sort else end - 1
        return end if _ENDING.match(view, end - 1, stop) else bare
    if name[-1] == "都" and view.startswith("知事", end):
        return end - 1
    ending = _ENDING.match(view, end, stop)
    return ending.end() if ending and name[-1] not in _NO_MORE else end


_SORT = pattern("(?:廣域|特別自治|特別|直轄|特例)$")  # 首爾|特別市長
_ENDS, _NO_MORE = map(views.simplify, ("市縣郡", "區郡縣"))


def has_city_ending(view: str, end: int, stop: int) -> bool:
    """Whether 市, 縣 ... or a city title follows a name."""
    return end < stop and (view[end] in "市县郡" or bool(_TITLE.match(view, end, stop)))


def is_full_ending(view: str, end: int, stop: int) -> bool:
    """Whether a 市 of the name's own and then a title follow: 東方市市長, 東方市 市長."""
    return view.startswith(_CITY, end) and bool(_TITLE.match(view, end + 1, stop))


def has_title(view: str, end: int, stop: int) -> bool:
    """Whether 市 with a title follows: 市長, 市市長, 市 市長, 市政府."""
    return is_full_ending(view, end, stop) or bool(_TITLE.match(view, end, stop))


def after_division(view: str, start: int, stop: int) -> int:
    """Return the position after a division that a country is divided into, or 0: 平陽省|新成市."""
    match = _DIVISION_AHEAD.match(view, start, stop)
    return match.end() if match else 0


_DIVISION_AHEAD = pattern(
    r"[\u3400-\u9fff]{2,6}?(?:省|州(?!市)|邦(?!市)|大區|自治區|地區)(?=[\u3400-\u9fff]{2,8}?[市郡])"
)


def is_body(view: str, end: int, stop: int) -> bool:
    """Whether a name begins that of a company, university or the like."""
    return bool(_BODY.match(view, end, stop))


def after_separator(view: str, position: int, stop: int) -> int:
    """Return the position after what may stand between a country and its city (加拿大的, 祕魯/)."""
    match = _SEPARATOR.match(view, position, stop)
    return match.end() if match else position


def is_edge(view: str, position: int, start: int) -> bool:
    """Whether a name may begin here: after punctuation, a function word or another place."""
    opened = position <= start or not is_han(view[position - 1]) or view[position - 1] in _BEFORE
    return opened or (position - 2 >= start and view[position - 2 : position] in MET)


_BEFORE = views.simplify("與和及由向在從到於往訪赴請自為讓對跟同或的是駐說以有國括含如像抵飛返離")

# An unknown name before 市: no function word, no ordinary word that takes 市 or 城市.
_NOT_IN_NAMES = views.simplify(
    "的與及是有各該都超夜股門兩全多個其此每間府們將已為由於從讓對向被把並也就這那等至國任之轄所屬"
)
_UNKNOWN = re.compile(
    rf"([\u3400-\u9fff·]{{2,8}}?|[\u3400-\u9fff]{{2,7}}-[\u3400-\u9fff]{{2,7}}?)(?={_CITY}(?!{views.simplify('場')}|{views.simplify('民')}))"
    rf"|([\u3400-\u9fff·]{{2,7}}?)(?={views.simplify('副?市長|市議會|市政府')})"
    rf"|([\u3400-\u9fff]{{2,4}}?)(?={views.simplify('郡(?!主|王)|縣(?!市|長)|縣長|町')})"
)
_NOT_NAMES = pattern(
    "(?:城|首都|直轄|姊妹|姐妹|友好|夥伴|主要|縣|鄉|大|港|衛星|會員|盟|屬|座|一級|城鄉|智慧|上|下|進)$|[國館署院團]$|[\u3400-\u9fff]{2}[和跟]$|^[東西南北中]市$|^(?:第[一二三四五]|駐|訪|代理|[新時現前候卸]任|當選|首席|常務|政務|多位|各位)"
)


def unknown_name(view: str, start: int, stop: int) -> int:
    """Return the end of a name that nobody knows but 市 follows, or 0."""
    match = _UNKNOWN.match(view, start, stop)
    if match is None:
        return 0
    written = match[1] or match[2] or match[3]
    name = written.removesuffix("副")
    # 多 and 門 are in transliterations as well: 奧維多市, 西門子.
    is_spelled = len(name) > 2 and all(character in SOUNDS for character in name)
    is_word = any(character in _NOT_IN_NAMES for character in name) and not is_spelled
    # 常務|副市長, 經濟|副市長: what stands before an office is a part of it, if it spells no name.
    is_word = is_word or (name != written and not is_spelled)
    return 0 if is_word or _NOT_NAMES.search(name) else start + len(name)


def inner_city(view: str, start: int, stop: int) -> int:
    """Return the end of an unknown name with its own 市 in a city (no 山形市|簽下友誼市), or 0."""
    end = unknown_name(view, start, min(stop, start + 6))
    is_city = end and view.startswith(_CITY, end) and view[end + 1 : end + 2] not in _OF_TITLES
    return end if is_city and end - start <= 4 and not _NO_INNER.match(view, start, end) else 0


_OF_TITLES = tuple(views.simplify("長議政民場府"))
_NO_INNER = pattern("[副前新代候女男老和與跟及]|.{0,3}?(?:[簽締結訂]|友[誼好]|姊妹|姐妹)")


def unknown_before(view: str, end: int, start: int, stop: int) -> int:
    """Return the start of an unknown name before 市 with a title (克蘭斯頓市市長), or -1.

    Three characters and more that look transliterated need no title: 由烏迪內市|分享.
    """
    if not view.startswith(_CITY, end):
        return -1
    if not has_title(view, end, stop):
        return _spelled_before(view, end, start)
    low = end
    while low > start and end - low < 8 and is_han(view[low - 1]):
        low -= 1
    if low > start and is_han(view[low - 1]):
        return -1
    if view[low] in _JOINS and end - low > 3:
        low += 1
    if not 2 <= end - low <= 7 or unknown_name(view, low, stop) != end:
        return -1
    title = _MAYOR.match(view, end, stop)
    if title and end - low > 2 and not is_name_next(view, title.end(), stop):
        return -1  # 佩雷蒂|市長
    return low if all(c in SOUNDS for c in view[low:end]) else -1


def _spelled_before(view: str, end: int, start: int) -> int:
    """Return the start of the characters that look transliterated before 市, or -1."""
    low = end
    while low > start and end - low < 8 and view[low - 1] in SOUNDS:
        low -= 1
    is_word = view[end - 1] in _NOT_IN_NAMES or _NO_CITY.match(view, end)  # 肯德基門|市
    is_word = is_word or _NOT_NAMES.search(view, low, end)
    return low if 3 <= end - low <= 7 and not is_word and is_edge(view, low, start) else -1


_NO_CITY = pattern("市(?:[佔占調民區郊街集]|中心|面)")
_MAYOR = pattern("副?市長")


def is_name_next(view: str, start: int, stop: int) -> bool:
    """Whether what follows a title may be a name: 托利米亞市長|艾倫·馮; not 佩雷蒂市長|說."""
    at = start + (view[start : start + 1] == " ")
    following = view[at : min(at + 2, stop)]
    sounds = len(following) > 1 and all(c in SOUNDS for c in following)
    return sounds or (following[:1].isalpha() and not is_han(following[0]))


# Characters that transliterations are made of (the commonest in foreign names of GeoNames).
SOUNDS = views.simplify(
    "阿巴貝比伯博布達大德蒂迪丁東多頓爾恩法費菲佛弗夫福甘岡哥格戈古瓜圭哈海漢豪赫胡華惠霍基吉加嘉賈傑金卡喀凱坎康考科可克肯庫"
    "昆拉萊蘭朗勞勒雷里利連林列琳隆魯盧倫羅洛呂馬麥曼梅門蒙米密明莫默姆穆墨納奈南內尼紐諾努帕派潘佩彭皮匹平珀普奇欽切瓊"
    "薩塞桑森沙莎山珊聖施史斯舒順絲蘇索塔泰坦湯特騰提廷圖土托瓦萬威韋維文沃烏武西希錫夏謝辛欣休許敘雅亞延彥揚耶葉伊宜因英"
    "尤約贊澤扎札詹芝茲宗祖奧安敖北布本賓波鮑白柏芬芙峰夸寬匡奎略柳龍律洋茵溫翁渥新春橋堡城港角島灣河湖濱"
    "埃茨根滕登什代杜熱蓋昂賴厄涅齊瑟黑訥孔屈班丹伍邁察瑙舍寧靈芒邦旺策魏賽歐蓬喬尚富亨查敦拜佐季士瑪恰濟岑瑞那嫩貢若陶"
    "懷當唐麗摩肖戴歇茹遜柯彼凡龐拿藏楚茅思易鄧焦愛雪翰契棟卜廉黎畢勃斐俄汶奴娜妮琪葛薇菈聶婁撒梭茱珍茉倭蓓恆崔艾桂娃泊"
)
_JOINS = views.simplify("與和及由向")


def is_sounded(name: str) -> bool:
    """Whether all characters of a name are those of transliterations."""
    return all(character in SOUNDS for character in name)


def endings(view: str, start: int, stop: int) -> Iterator[int]:
    """Yield the positions where 市, 縣 or 廣域市 follows a Chinese character."""
    for match in _ANY_ENDING.finditer(view, start, stop):
        yield match.start()


_ANY_ENDING = pattern(
    rf"(?<=[\u3400-\u9fff])(?:{_LONG_ENDINGS}|副?市(?!面(?!積)|[場值售況價集井街儈])|縣)"
)

# 北市, 中市 ...: at an edge, or before 府; not inside another word (集中市場, 提高市值).
_SHORT = gated(
    r"(?<![\u3400-\u9fff])[北桃竹中南高基嘉苗彰投雲屏宜花東澎金竹][市縣](?!面(?!積)|[場民值售況價區集中內])"
    r"|(?<![其集當從空提最調升增越目美新臺台東西華城])(?!(?<=[田山竹野畑])中市長)[北桃竹中南高基嘉][市](?=府|議會|長(?![期達年久遠大輩]))"
)


def short_forms(view: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of short forms of Taiwan's cities: 北市(府), 高市."""
    for match in _SHORT.finditer(view, start, stop):
        yield match.span()


def is_division(view: str, end: int, stop: int) -> bool:
    """Whether 州, 省, a road, a language, a station or a newspaper follows: no city is meant."""
    return any(one.match(view, end, stop) for one in (_DIVISION, VENUE, PAPER))


_DIVISION = pattern(
    "[州省路街道]|語(?:言|[、,。的人新學課])|大道|[東西南北中]路|府(?![^會]{0,3}[會議])"
)
_CELL_NAME = re.compile(r"[\u3400-\u9fff][\u3400-\u9fff·\-]{1,11}|[A-ZÀ-Þ][^\d\n、/,;()]{2,40}")
_EMPTY = pattern(
    "^(?:無|不詳|未定|待定|略|同上|洽談中|其他|全部|各城市|城市|[合小總共]計|平均|未派員|未到)$"
)


def is_office(view: str, start: int, end: int) -> bool:
    """Whether a cell names an office (經濟發展局, 研考會) rather than a city."""
    return view[start:end].endswith(_OFFICES)


_OFFICES = tuple(
    map(
        views.simplify,
        (
            *("局", "處", "部", "署", "會", "課", "科", "室", "組", "院"),
            *("中心", "公司", "大學", "辦公室", "使館", "代表處"),
        ),
    )
)


def cell_names(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the names in the cell of a city column; brackets are left out."""
    depth = 0
    first = start
    for position in range(start, end + 1):
        character = view[position] if position < end else ","
        if depth == 0 and character in "、/,;(\n":
            yield from _cell_name(view, first, position)
            first = position + 1
        depth += (character == "(") - (character == ")")
        if character == ")" and depth <= 0:
            depth, first = 0, position + 1


def fields(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans between the blanks and marks of a cell."""
    for match in _FIELD.finditer(view, start, end):
        yield match.span()


_FIELD = re.compile(r"[^\s/,;:()|\n、]+")


def has_office(view: str, end: int, stop: int) -> bool:
    """Whether the next field of a cell is an office of a city: 安曼，|副市長."""
    gap = _FIELD_GAP.match(view, end, stop)
    return gap is not None and bool(_TITLE.match(view, gap.end(), stop))


_FIELD_GAP = re.compile(r"[\s/,;:|、]+")


def _cell_name(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and view[start].isspace():
        start += 1
    while end > start and view[end - 1].isspace():
        end -= 1
    match = _CELL_NAME.fullmatch(view, start, end)
    if match and not _EMPTY.search(match[0]):
        yield match.span()
