"""What a head of a body's name is no body with: what follows (局|部, 大學|生), or stands before.

Contract: patterns over folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.recognizers.organizations.bodies_lexicon import Bodies
from pipeline.recognizers.organizations.lexicon import (
    OFFICE,
    OrganizationsLexicon,
    OrganizationValue,
)
from pipeline.recognizers.page import Claim, Page, Piece

# States that something is in, at which no office does anything.
_STATES = (
    "期(?![間限待望末初刊程許])|階段|時代|狀態|狀況|情況|局面|邊緣|路口|關卡|位置|環境|地位|困境|[劣優弱頹]勢|[上下]風|高峰|低谷|氛圍"
    "|起步|水準|水平|[低高]檔|陰影|風險|浪潮|領先|落後|不利|有利|萌芽|停滯|飽和|滿載|空窗|待命|離線|十字|當中|之中|之間"
)
# 僑|聯手, 工商|聯展
LINKED = {
    views.fold(head): views.pattern("[手合名絡繫袂姻盟展賽考署]")
    for head in ("工商聯", "僑聯", "殘聯", "社科聯")
}
# Single characters that end an office's name also begin and end ordinary words.
NOT_AFTER = {
    views.fold(head): views.pattern(after)
    for head, after in (
        ("局", "[部面勢限促](?!長)"),
        # 產業發展|處於轉型期, but 交通處|於今日宣布
        (
            "處",
            "[理罰境置方女]|分(?![別頭享析工組成批期年梯階一二兩三四五六])|處(?!長)|[於在][^,。;:、]{0,8}(?:"
            + _STATES
            + ")"
            "|所(?![提屬轄辦稱訂管做規])|以(?:罰|新台幣|新臺幣|停|怠|警告|有期|[0-9])",
        ),
        # 觀光及國際交流所|所長: elsewhere 所 is also a word before a verb.
        ("所", "(?!副?(?:代理)?所長|主[任辦]|[ 、,。;:()])"),
        ("署", "[名期理]"),
        ("隊", "[員伍友形]"),
        ("部", "[門署隊落屬份位會件]|分(?![攤擔派別期配])"),
        ("院", "[落子線士校會所]"),
        ("司", "[機法空馬令]"),
        ("廳", "[堂舍]"),
        ("委", "[員託會任外屈派由]"),
        # 國際姊妹市|委員會
        *((head, "員") for head in ("市委", "省委")),
        (
            "科",
            "[技學目系別普幻班教書考展研員醫任威大院會診舉生隆索西]",
        ),
        ("課", "[程題業本堂綱文後表桌稅徵以時間]"),
        ("室", "[內外友溫]"),
        ("電力", "[公供系設網調市需負資需度用]"),
        ("代表部", "[份分]"),
        ("公司", "[債治]"),
        ("大學", "[生部附區路]|校院|城(?!市)|運動會|聯招"),
        ("分會", "場"),
        ("推動會", "議"),
        ("總隊", "[伍長]"),
        ("人壽", "[命險終]"),
        ("證券", "[商市交化型業]"),
        ("產險", "業"),
        ("政府", "[間部機單人員官首高]"),
        ("小學", "[生堂]"),
        ("中學", "[生]"),
        ("高中", "[生職]"),
        ("國中", "[生小]|及"),
        ("國小", "[生學]|及"),
        ("醫院", "機器人"),
        ("學院", "派(?![0-9一二三四五六七八九十兩數員出人駐遣學老教專隊團了])"),
        ("協會", "[同]"),
        ("友協", "[助調商議定]"),
        ("衛視", "[訊角覺力線窗網野察為差聽]"),
        ("自治會", "[館計]"),
        ("組織", "[成再改了一起]|章程|架構|再造"),
        ("聯盟", "[賽]"),
        ("航空", "[城站貨客器業母]|公司|運輸|[產工]業|交通|市場"),
        ("辦", "[理學事法案好完成得過妥證]|公(?![告布開])"),
        ("電信", "[業商網服法號公]"),
        ("銀行", "[家業帳法卡局界券公轉]"),
        ("集團", "[化式]"),
        ("議會", "[廳質]|大[樓廈]|(?<=會議會)議"),  # 工作會|議會|議紀錄
        ("商會", "[談]"),
        ("市政會", "議"),
        # 攝影機|學會|閉嘴
        (
            "學會",
            "[了怎如何用看說做走對把讓寫讀聽笑閉放等慢省算認照愛](?!協會|學會)"
            "|[與和跟][^,。;]{1,8}(?:[相共]處|共[存生舞]|溝通|生活|交往|打交道)",
        ),
        ("總會", "[在有讓是]"),
        ("聯會", "[考]"),
    )
} | LINKED
# 中山國小|站: a stop that is called after a body, but no body that 站在 or 站出 something.
STATION = views.pattern("站(?![在出上起到穩著住立台臺])")
# What follows 道路交通管理處|罰條例: 處罰, 處分 and their kind behind any name that ends so.
_MEETING = views.fold("會")
_ENDS_IN = {
    **{last: NOT_AFTER[last] for last in views.fold("處辦")},
    # 觀光協|會議|中, but 協會|議員
    _MEETING: views.pattern("議(?![員長決定事])"),
}


def not_after(head: str) -> re.Pattern[str] | None:
    """Return what never follows a body with this head, or None."""
    return NOT_AFTER.get(head) or _ENDS_IN.get(head[-1])


def ends_otherwise(view: str, head: str, end: int, stop: int) -> bool:
    """Whether what follows a head makes it another word: 協|會議題, 國小|站."""
    after = not_after(head)
    if after is not None and after.match(view, end, stop):
        return True
    met = head[-1] == _MEETING and _ENDS_IN[_MEETING].match(view, end, stop)
    return bool(met) or STATION.match(view, end, stop) is not None


# 線上法庭 and 全美銀行 are sorts of bodies.
_ANY_BODY = views.pattern(
    "(?:線上|網上|虛擬|雲端|視訊|遠距|遠端|移動|流動|巡迴|模擬|實體|傳統|現有|全[國球世台臺美日韓英德法港中歐亞非澳市縣區州省島校])+"
)
_SORTED = frozenset(("agency", "company", "council", "hospital", "school", "university"))
# 邀|臺電, 和|臺電
_CALLS = frozenset(views.fold("和邀找聘訪洽委託除像如依據"))
# 清大、成大|三校
_SERIES_ENDS = views.pattern("[兩三四五六七八九十0-9]+[校所家方]|等")
_PRONOUNS = frozenset(views.fold("他她你妳"))
# 會後, 會中: somebody does something behind a meeting.
_MEETS = tuple(map(views.fold, "後中上前場"))


def is_any_body(proper: str, kind: str) -> bool:
    """Whether what stands before a head only tells a sort: 線上|法庭, 全美|銀行."""
    return kind in _SORTED and _ANY_BODY.fullmatch(proper) is not None


def is_no_name(proper: str, bodies: Bodies) -> bool:
    """Whether a head's words begin no name: 他想|學會, 才談|公司, but 外交|部."""
    is_word = bodies.stems.starting(proper, 0) or bodies.wholes.starting(proper, 0)
    is_soft = not is_word and all(c in bodies.soft for c in proper)
    return is_soft or proper[0] in _PRONOUNS


def find_offices_abroad(page: Page, piece: Piece) -> Iterator[Claim]:
    """Yield 英國在臺辦事處: the country that has it, 駐 or 在, where it is, the head."""
    view = page.view
    for match in OFFICE.finditer(view, piece.start, piece.end):
        start = match.start()
        sender = page.place_ending_at(start, piece.start)
        if sender is None and view[start] == "在":
            continue
        value = OrganizationValue("representative_office", match[0][-3:])
        first = start if sender is None else sender
        yield Claim(first, match.end(), "ORGANIZATION", "office_abroad", 0.95, value=value)


def ends_name(view: str, start: int, end: int, piece: Piece, lexicon: OrganizationsLexicon) -> bool:
    """Whether a name behind a title runs into the head: 局長邱紹農|會後宣布 names no 農會."""
    family = start - 2
    if end - start != 2 or view[end - 1] != "会" or family <= piece.start:
        return False
    is_led = lexicon.titles.ending(view, family, piece.start) > 0
    return (
        is_led
        and view.startswith(_MEETS, end)
        and lexicon.slots.names.is_given(view[family], view[family + 1 : start + 1])
    )


def is_inside_word(
    view: str,
    start: int,
    end: int,
    piece: Piece,
    lexicon: OrganizationsLexicon,
    is_word: bool,
) -> bool:
    """Whether a known name of two characters may be part of other words."""
    strong = lexicon.bodies.strong
    left = start > piece.start and is_han(view[start - 1])
    right = is_word and end < piece.end and is_han(view[end])
    right = right and _SERIES_ENDS.match(view, end, piece.end) is None
    left = left and view[start - 1] not in _CALLS
    return (left and not strong.ending(view, start, piece.start)) or (
        right and not strong.starting(view, end, piece.end) and view[end] not in "和将也"
    )
