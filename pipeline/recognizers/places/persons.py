"""Names of places that are part of a person's name: 許台南, 高雄飛, 歐妮・尼斯.

Contract: pure functions of folded text and positions.
"""

from __future__ import annotations

from pipeline.language import views
from pipeline.language.japanese_names import given_score
from pipeline.language.views import pattern
from pipeline.recognizers.places.slots import SOUNDS
from pipeline.recognizers.places.spots import is_han

_CITY = views.simplify("市")
_SURNAMES = views.simplify(
    "陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴周徐蘇葉莊呂江何蕭羅潘簡朱鍾彭游詹胡施沈余盧梁趙顏柯翁魏孫戴范宋方鄧杜傅侯曹薛"
    "丁馬董唐藍石蔣古紀姚馮歐程湯田姜汪鄒尤巫涂龔嚴韓袁童夏"
)
_TITLE_ENDS = tuple(
    views.simplify(t) for t in ("記者", "長", "主任", "委員", "議員", "主席", "代表")
)
_SPEAKS = pattern(
    "(?:則|也|又|再|並|亦|還|更)?(?:說|表示|指出|強調|認為|稱|提到|補充|連線|[綜專]|報導|攝影|[、,/:)」。]|$)"
)
# Titles that follow a name: 李新北教授.  市長 and its kind follow a city's.
_TITLED = pattern(
    "(?:副?(?:教授|處長|局長|主任|院長|所長|組長|科長|隊長|校長|董事長|總經理|執行長|經理|研究員|祕書長)|老師|醫師|博士|先生|女士|小姐"
    "|[里議理鄰]事?長|委員|議員|督學|院士|同學|律師|總監|工程師)"
)
_EDGE = views.simplify("與和及由對請邀的跟暨、,。:;「( ")


def joins_names(view: str, position: int, start: int, stop: int) -> bool:
    """Whether a dot or dash that joins the parts of a name stands at ``position``, inside text."""
    inside = start < position < stop - 1 and view[position] in "·-"
    return inside and is_han(view[position - 1]) and is_han(view[position + 1])


def heads_state(view: str, end: int) -> bool:
    """Whether a title follows that no city has: 美國傑佛遜總統."""
    return bool(_STATE.match(view, end))


_STATE = pattern("(?:總統|總理|首相|國務卿|大使(?!館)|國王|女王|王子|公主|總書記|主席(?!國|團))")


def is_family_name(view: str, end: int, stop: int) -> bool:
    """Whether the title at ``end`` closes what is said: 馬洛里|市長三天就回了, not 伊利|市長馬洛里.

    Of a name that nobody knows as a city, 市長 behind it makes a person unless his name follows.
    """
    title = _MAYOR.match(view, end, stop)
    return title is not None and not _NAME_AHEAD.match(view, title.end(), stop)


_MAYOR = pattern("副?市長")
_NAME_AHEAD = pattern(
    rf"[ \t]*[(「]?[ \t]*(?:[A-Za-zÀ-ʯ]|[{SOUNDS}]{{2,}}·|[{SOUNDS}]{{3}}"
    rf"|[{_SURNAMES}][\u3400-\u9fff]{{1,2}}"
    "(?:[,。、;:)( 」]|[表說指強認與和及率於於在也致出訪親為以向率簽]|$))"
)


def is_titled(view: str, end: int) -> bool:
    """Whether a name is followed by the title of a person, or speaks: 麥肯錫教授, 傑佛遜說."""
    return bool(_TITLED.match(view, end) or _SAYS.match(view, end) or heads_state(view, end))


_SAYS = pattern(
    "(?:則|也|又|再|並|亦|還|更)?(?:說|表示|指出|強調|認為|坦言|補充|回應|部長|總裁|執行長|家族|夫婦|夫人|等人)"
)


def is_japanese(view: str, start: int, end: int, first: int) -> bool:
    """Whether a city of Japan between a title and a given name is a family name: 課長宇都宮千春."""
    given = view[end : end + 2]
    titled = view[max(first, start - 3) : start].endswith(_TITLE_ENDS)
    return titled and len(given) == 2 and is_han(given[0]) and given_score(given) > _GIVEN


def is_addressed(view: str, end: int) -> bool:
    """Whether a name is addressed as a person: 吉岡|小姐, 長野|教授."""
    return _ADDRESSED.match(view, end) is not None


_ADDRESSED = pattern(
    "(?:先生|女士|小姐|老師|太太|總統(?![府大選套酒飯])|桑(?![^,。、;:!?])|教授(?!們|群|團)|博士(?!生|班|後|學|論))"
)

# Both characters are those of given names.
_GIVEN = 20


def is_person(view: str, start: int, end: int, first: int) -> bool:
    """Whether a name is part of a person's: 記者許台南／, 秘書長高雄飛說, 主任林雪平表示."""
    ahead = view[max(first, start - 3) : start]
    if end - start == 3 and view[start] in _SURNAMES:
        return ahead.endswith(_TITLE_ENDS) and bool(_SPEAKS.match(view, end))
    if end - start != 2:
        return False
    if ahead[-1:] and ahead[-1] in _SURNAMES and _SPEAKS.match(view, end):
        before = ahead[:-1]
        return not before or not is_han(before[-1]) or before.endswith(_TITLE_ENDS)
    if ahead[-1:] and ahead[-1] in _SURNAMES and _TITLED.match(view, end):
        before = ahead[:-1][-1:]
        return not before or before in _EDGE or not is_han(before)
    follows = end < len(view) and is_han(view[end]) and bool(_SPEAKS.match(view, end + 1))
    return follows and ahead.endswith(_TITLE_ENDS) and view[end] != _CITY
