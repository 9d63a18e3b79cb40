"""People whose Latin name begins with a known given name: 主講人是|Lucas van der Meer|，….

Contract: a name has two words at least and is nothing else by its words, by what was claimed there
or by what stands around; cells of tables are left to their columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.language import views
from pipeline.language.latin_names import LatinName
from pipeline.language.lexemes import is_han
from pipeline.language.names import HanName
from pipeline.recognizers.page import Claim, Piece, by_position
from pipeline.recognizers.people.latin import latin_at, latin_claim
from pipeline.recognizers.people.scene import ClaimIndex, Scene
from pipeline.recognizers.people.titles import han_claim

_LETTER = "[A-Za-z\u00c0-\u02af\u1e00-\u1eff]"
# The first word of a run of Latin words, and the blank behind it.
_OPEN = rf"(?<![A-Za-z0-9\u00c0-\u02af\u1e00-\u1eff'’.&@/-])(?<!{_LETTER}[ \u00a0])"
_BEGIN = re.compile(rf"{_OPEN}({_LETTER}{{2,}}(?:-{_LETTER}+)?)[ \u00a0](?={_LETTER})")
# What things called after people, or by a word that looks like a name, end in.
_THINGS = re.compile(
    r"\b(?:Desk|Ticket|Cargo|Ring|Air|Airport|Airlines|Airways|Bureau|Contact|Walk|Charge|Steps|Commons"
    r"|Watch|Alert|First|Card|Pass|Bus|Link|Loop|Map|Box|Kit|Club|Care|School|College|Hospital|Clinic"
    r"|Hotel|Hall|Museum|Library|Gallery|Bridge|Beach|Bay|Island|Harbou?r|Port|Valley|River|Lake"
    r"|Mountain|Hills|Village|Square|Market|Mall|Gardens?|Stadium|Arena|Court|Avenue|Boulevard|Way"
    r"|Motors|Electric|Electronics|Power|Systems?|Capital|Partners|Ventures|Media|Press|Times|News"
    r"|Journal|Magazine|Review|Report|Index|Prize|Fund|Trust|Fellowship|Scholarship|Initiative"
    r"|Challenge|Act|Charter|Accord|Framework|Model|Method|Pharma|Foods?|Coffee|Design|Studios?"
    r"|Theatre|Theater|Orchestra|Choir|Band|Cup|Trophy|Marathon|Run|Ride|Race|Tour|Railway|Metro"
    r"|Transit|Shipping|Logistics|Robotics|Analytics|Dynamics|Networks|Telecom|Mobile|Solar|Water"
    r"|Construction|Homes|Insurance|Law|LLP|LLC|GmbH|AG|BV|Oy|PLC|Co|Declaration|MoU|MOU"
    r"|Springs|Sky|Terminal|Depot|Yard|Quarter|Point|Allee|Platz|Straße|Gate|Trail|Path|Field|Farms?"
    r"|Medical|Language|Assistant|Agent|Bot|Chatbot|Robot|Cart|Kart|Bike|Boat|Express|Shuttle|Talk"
    r"|Talks|Show|Award|Dialogue|Academy|Cafe|Café|Kitchen|Store|Shop|Brothers|Sons)\b"
)
# Behind it: what is called so is a plan, a body, a road or a work.
_NAMES_THING = views.pattern(
    r"[\s」』》】”\"]*(?:國際|國家|國立|市立|紀念|全球|青年|兒童|合作|社區|智慧)?"
    r"(?:計畫|計劃|專案|方案|平台|系統|服務|獎|基金|大學|學院|學校|高中|公司|集團|大道|廣場|公園|機場|車站|中心"
    r"|博物館|美術館|圖書館|紀念館|模式|模型|指數|法案|雜誌|研究所|實驗室|球場|體育館|賽馬場|大橋|大樓|飯店|酒店"
    r"|樂團|樂隊|品牌|望遠鏡|之家|故居|銅像|雕像|號|盃|杯|路(?!透)|街(?!訪)|橋|館|廠(?!商)|店|App|APP)"
)
_OTHER_COLUMNS = ("city", "country", "organization", "initiative", "title")
_LONGEST_FILLING = 6
_OPENS = frozenset("「『《〈“\"'‘【")


def find_by_given(scene: Scene, found: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the Latin names of prose that begin with a known given name and are not yet found."""
    taken: ClaimIndex | None = None
    for piece in scene.page.pieces_with(_BEGIN):
        if piece.column_role in _OTHER_COLUMNS:
            continue
        for match in _BEGIN.finditer(scene.text, piece.start, piece.end):
            if match[1].isupper() or not _is_given(scene, match[1]):
                continue
            name = latin_at(scene, match.start(), piece.end)
            if name is None or name.words < 2 or not _stands_alone(scene, name.start, name.end):
                continue
            taken = taken or ClaimIndex(by_position([*found]))
            if not taken.touches(name.start, name.end):
                yield latin_claim(name, "given_name", 0.6)
                yield from _before_bracket(scene, piece, name)


def _is_given(scene: Scene, word: str) -> bool:
    """Whether a word, or what stands before its hyphen, is a given name: Min-ji, Ana-Maria."""
    given = scene.lexicon.given
    return word in given or word.partition("-")[0] in given


def _before_bracket(scene: Scene, piece: Piece, latin: LatinName) -> Iterator[Claim]:
    """Yield the name before a bracket that a Latin one fills: 講者：|飛文杰|（Rui Figueiredo）."""
    view, end = scene.view, latin.start - 1
    if view[end : end + 1] != "(" or view[latin.end : latin.end + 1] != ")":
        return
    end -= view[end - 1 : end] == " "
    if end <= piece.start or not is_han(view[end - 1]):
        return
    opening = max(view.rfind(mark, piece.start, end) for mark in ":,、") + 1
    name = scene.lexicon.han.read_back(view, end, piece.start, 0)
    is_filled = opening > piece.start and 2 <= end - opening <= _LONGEST_FILLING
    if is_filled and (name is None or not name.is_closed):
        is_word = not all(map(is_han, view[opening:end]))
        name = None if is_word else HanName(opening, end, 0, 0, "foreign", True)
    if name is not None and name.is_closed and not scene.touches(name.start, name.end):
        yield han_claim(name, "given_name", 0.6)


def _stands_alone(scene: Scene, start: int, end: int) -> bool:
    """Whether Latin words between Chinese ones or marks are no thing, place, body or title."""
    before, text = scene.view[start - 1 : start], scene.text[start:end]
    if before in _OPENS or scene.touches(start, end) or _THINGS.search(text):
        return False
    return _NAMES_THING.match(scene.view, end, end + 16) is None
