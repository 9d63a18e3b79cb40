"""Japanese names in Chinese characters: what family and given names are made of.

Contract: folded text in; scores are tenths of a natural logarithm, estimated from common names.
"""

from __future__ import annotations

import re

from pipeline.language import views
from pipeline.language.name_edges import NameEdges

# Characters of given names, in Japanese and in traditional forms.
_GIVEN = frozenset(
    views.simplify(
        "愛明昭章彰晶朝旭梓敦篤綾彩文絢歩步亜亞安衣伊依郁育一市逸樹偉勲允宇羽卯詠英永映栄榮瑛衛恵惠絵繪悦越円緒央奥奧音乙織恩佳加可"
        "花夏香嘉華霞賀雅海凱快介界垣岳学學楽樂勝克和数葛兼菅寛寬幹環勘貫喜希輝紀規吉貴毅紘起菊久究弓丘恭京協教響杏錦欣琴芹勤謹近"
        "金空熊薫薰君啓啟慶圭桂敬景計継繼奎月健賢謙憲元弦源玄言胡虎鼓湖吾悟五護光弘浩宏広廣孝公幸功康航晃洸恒昂厚洋行高豪剛克子紗"
        "沙佐才咲作朔桜櫻三讃山士司史志嗣至詩滋慈治次二児兒七実實質紫篠柴珠寿壽宗秀周柊修舟州秋重十淳純順準潤隼駿俊春旬渚如昇将將"
        "翔庄尚昌正丈譲讓晋晉真慎心信進新深親仁壬水翠瑞穂穗崇嵩澄清生成誠政星晴聖静靜石節雪千宣泉仙善然素聡聰蒼創奏壮壯爽想総總造"
        "蔵藏則速太泰大代乃拓琢卓達辰竜丹旦智知茶忠宙直津通常鶴汀貞哲典天展斗登都努度冬東透藤桃灯瞳道徳德奈那菜凪南成波名楠日寧年之"
        "能野巴馬葉梅白博伯麦麥帆早範繁絆彦弥彌飛美未比枇緋百苗兵平碧朋保方芳邦法萌豊豐房望北睦朴凜凛毎麻磨舞幕柾松万萬満滿巳岬皆稔"
        "峰夢六村芽銘茂孟木也矢夜椰友由祐佑悠裕雄優勇有結唯柚夕合与陽要遥遙耀羊義良来來頼賴嵐藍李里理律立隆龍琉瑠留亮諒遼涼凌瞭力"
        "林倫琳玲礼禮令怜伶鈴嶺蓮廉恋戀漣路朗郎浪倭覺覚潤檎爾彬喬馨崚緋燈燁世江波佳詠鷹虹泉霧紫絹糸珊瑛瑠璃"
        "利梨伸季充紀征富臣照宜歌砂妃朱延耶盛庸享威尊稚亨皓冴汰麿晃暉時敏武猛勉守忍茜葵楓梢翼巧匠徹諭操靖匡禎曉暁祥栞晟絃昴晏椿菫莉茉鞠雫雪雲雷鮎湊涉渉滉澪熙玖琥瑳皐祈禄祿稀稜穏穩笑笙紋紬肇"
        "脩芙芭苑蒔蓉衿訓誉譽諄貢迪邑采鎮鉄鐵雛頌颯駒魁鳳黎黛倖俐侑侃伶佑偲兼勁圓園基堅壱壹妙姫孜寅尋嵩嶽巖峻巴幹庵弥彪彫忍悌惇惟慈慧"
        "憧懷擁敢旺昂晴暖暢曜朔李杏杜栄桐梁梗楠楊榎槙樋橘櫂欽沖泰洲浬淑淳渥湛湧溫温滝漠潮澄瀧灯焔煌燦爵牧狼獅琢瑚疾眞瞬矩碩磐礼秦稟"
        "竣笹篤粋紘綜緑綠縁緣羚翠耕聴聽肖胤脇舜艶芯芽茨茸荻菱萩葛葦蓬蕉薗藍蛍螢蝶袖詢誼謡豪貫赳跳路辻迅逢遊醇釉鋭銳錬鍵閏陣隅雁霊靈鞍顕顯駆驍鴻鶯麗麒黄黃"
        "竹八陸惣甚伍蘭勳勲鐘齊齋權権澤龜亀嚴厳摩定"
    )
)
# What given names of two and three characters end in.
_ENDS = frozenset(
    views.simplify(
        "子美郎朗太香奈佳加代里介也衛枝織乃江恵惠葉花希人斗輔吾彦雄夫男助丞哉一二三平司史志樹輝明弘浩博宏広廣德"
    )
)
_LONG_ENDS = frozenset(
    views.simplify("子美郎朗太香奈佳加代里介也衛織乃江恵惠葉花希人斗輔彦雄夫助丞理実實菜音")
)
# First signs of usual men's names in 也 (哲也, 達也, 拓也), general knowledge; those that
# are whole names themselves (誠) are left out, as 也 behind them is an adverb.
_BEFORE_YA = frozenset(
    views.simplify("哲達和拓直智克慎真信雅敏卓裕竜龍伸晋秀英幸光貴将琢欣知尚友宗昌正良文辰郁康淳一")
)
# What family names of two and three characters end in.
_FAMILY_ENDS = frozenset(
    views.simplify(
        "田村山川木野藤井原谷島崎橋本口上下内內林森岡沢澤瀬瀨池浦津塚堀辺邊部宮嶋屋尾葉代垣城倉持沼坂石戸戶根岩松杉渡入形見藏々"
    )
)

KANA = "\u3041-\u3096\u30a1-\u30fa\u30fc"
# Given names of women in kana may end in one of these: 西郷|まり子.
_WITH_KANA = "子江枝"
_KANA_GIVEN = re.compile(
    "([\u3400-\u9fff々]{1,3})[ ]?"
    f"(?:[{KANA}]{{2,6}}[{_WITH_KANA}]?|[{KANA}][{_WITH_KANA}])(?![{KANA}])"
)


def is_kana(character: str) -> bool:
    """Whether a character is Japanese syllabic writing.

    >>> is_kana("か"), is_kana("卡")
    (True, False)
    """
    return "\u3041" <= character <= "\u30fc" and character != "・"


def ends_in_kana(view: str, end: int) -> bool:
    """Whether a given name written in kana may end at ``end``.

    >>> ends_in_kana("西郷まり子", 5), ends_in_kana("青山みどり", 5), ends_in_kana("良子", 2)
    (True, True, False)
    """
    last = view[end - 1]
    return is_kana(last) or (last in _WITH_KANA and end > 1 and is_kana(view[end - 2]))


def with_kana(
    view: str, start: int, end: int, characters: frozenset[str]
) -> tuple[int, int] | None:
    """Return where the family and the given name end of a name with kana at ``start``, or None.

    >>> with_kana("藤咲まどか介绍", 0, 7, frozenset("藤咲"))
    (2, 5)
    """
    match = _KANA_GIVEN.match(view, start, end)
    if match is None or not may_be_family(match[1], characters):
        return None
    return match.end(1), match.end()


def with_kana_back(
    view: str, end: int, start: int, characters: frozenset[str], edges: NameEdges
) -> tuple[int, int, int] | None:
    """Return start, end and length of the family name of a name with kana before ``end``, or None.

    由|西郷まり子: it begins as late as a name may begin, else as early as possible.
    """
    found = []
    for low in range(max(start, end - 9), end - 2):
        span = with_kana(view, low, end, characters)
        if span is not None and span[1] == end:
            found.append((low, end, span[0] - low))
    opened = [one for one in found if edges.is_open_at(view, one[0], start)]
    return opened[-1] if opened else next(iter(found), None)


def given_score(given: str) -> int:
    """Return how much the characters look like a Japanese given name.

    >>> given_score("真由美") > 20 > 0 > given_score("說明")
    True
    """
    total = sum(12 if character in _GIVEN or character in _ENDS else -25 for character in given)
    if len(given) == 3:
        return total + (8 if given[-1] in _LONG_ENDS else -30)
    return total + (8 if len(given) == 2 and given[-1] in _ENDS else 0)


def ends_in_ya(given: str) -> bool:
    """Whether 也 is the end of a man's name rather than an adverb behind one: 敏也, 拓也.

    >>> ends_in_ya("敏也"), ends_in_ya("誠也")
    (True, False)
    """
    return len(given) == 2 and given[1] == "也" and given[0] in _BEFORE_YA


def is_sure_given(given: str) -> bool:
    """Whether a given name has the form that a family name of one sign needs beside it.

    >>> is_sure_given("和彦"), is_sure_given("護"), is_sure_given("公告")
    (True, False, False)
    """
    return len(given) > 1 and given[-1] in _ENDS and all(map(_GIVEN.__contains__, given[:-1]))


def is_family(text: str) -> bool:
    """Whether two or three characters have the form of a Japanese family name.

    >>> is_family("大野木"), is_family("說明")
    (True, False)
    """
    return 2 <= len(text) <= 3 and text[-1] in _FAMILY_ENDS


def may_be_family(text: str, known: frozenset[str]) -> bool:
    """Whether all characters stand in known Japanese family names: 小鳥遊."""
    return all(map(known.__contains__, text))
