"""People in table cells: a column of names, or a cell of place, title and name.

Contract: reads `Piece.column_role`; in a column of names the form of a name is not doubted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language import views
from pipeline.language.foreign_names import is_sound
from pipeline.language.japanese_names import is_kana
from pipeline.language.lexemes import is_han
from pipeline.recognizers.page import Claim, Piece
from pipeline.recognizers.people.around import around
from pipeline.recognizers.people.gaps import OWN_LETTERS
from pipeline.recognizers.people.latin import before_han, is_only_honorific, latin_claim, of_cell
from pipeline.recognizers.people.lexicon import PeopleLexicon, PersonValue
from pipeline.recognizers.people.places_in_names import is_place_or_body, is_words
from pipeline.recognizers.people.scene import Scene, ends_foreign
from pipeline.recognizers.people.titles import is_sign

_NOBODY = views.pattern(
    "(?:綜合|閉門|分組|圓桌|專題|開放)?(?:座談|會議|討論|參訪|報到|茶敘|午宴|晚宴|午餐|休息|合影|致詞|開幕|閉幕)(?:式|會)?"
    "|在場|到場|與會|在地|當地|社區"
    "|(?:在場|到場|與會|在地|當地|社區|現場|線上|視訊|會場|同步|一位|匿名)?"
    "(?:觀眾|聽眾|民眾|居民|住戶|鄉親|網友|來賓|口譯|翻譯|媒體|提問)[者人]?[甲乙丙丁0-9]*"
    "|主持人|與談人|司儀|主席|旁白|記者|講者|議長|問|答|全場|眾人|會場|議事組|大會|主辦方"
    "|洽談中|[待未].{1,2}|尚?[未無].{1,4}|(?:不(?:克|便|能|出|參|在|列|予|派)|[已另](?:請|派|行|列|離|退|排|有|函|致)).{0,4}|.?缺.{0,4}|無|書面.{0,4}|.{0,3}視訊.{0,4}|未?具名.*|匿名.*|因[故病公事].*|同[上前]|略|不詳|缺席|請假|TBD|TBC|N/A|-+"
    "|[總合小共]計.{0,3}|平均|以下空白"
    "|(?:全體|各|等|前述|上述|以上|如|與會|所有|多[位名]|本).*|.*(?:秘書處|團隊|代表團?|單位|人員|者|等|隊|官|員|們)"
)
_LONGEST_BRACKET, _LONGEST_PART = 60, 9
# 谷縱．喀勒芳安, 諾亞・本－阿里
_DOTTED = re.compile("(?<=[\u3400-\u9fff])[·.=](?=[\u3400-\u9fff])")
_OWN_NAME = re.compile(rf"[{OWN_LETTERS}]{{2,30}}(?:[ .·-][{OWN_LETTERS}]{{1,30}}){{0,4}}")
_INITIAL = re.compile("[A-Z][.][ ]?$")
# (王永福|代): who stands in for somebody.
_STANDS_IN = views.pattern("代理?(?=\\))")
# What a region ends with, and the title of its head begins with.
_REALMS = frozenset(views.fold("州省邦郡縣區市鎮鄉"))
_SEPARATOR = re.compile(
    r"[ ]*[、,;/\n|()&+]+[ ]*|\s{2,}|[ ](?=[A-ZÀ-ÞĀ-Ž])|(?<=[a-z]) (?=[\u3400-\u9fff])"
)


def find_in_columns(scene: Scene) -> Iterator[Claim]:
    """Yield the people in cells of a ``person`` column."""
    for piece in scene.page.pieces:
        if piece.column_role == "person":
            inside = [*_around_titles(scene, piece)]
            found = [
                claim
                for start, end in free_spans(scene, piece, inside)
                for claim in names_between(scene, start, end)
            ]
            yield from inside
            yield from (claim for claim in found if not _is_beside_name(scene, claim, found))


def _is_beside_name(scene: Scene, claim: Claim, found: Sequence[Claim]) -> bool:
    """Whether words belong to the title of the name beside them, or explain it in brackets.

    計畫主持人 makes 智慧港灣 no name before 林采穎, nor is a title in English one behind it.
    """
    others = [other for other in found if other is not claim]
    opening = scene.view.rfind("(", max(0, claim.start - _LONGEST_BRACKET), claim.start)
    is_bracketed = opening >= 0 and ")" not in scene.view[opening : claim.start]
    after = scene.titles.overlapping(claim.end, claim.end + 1)
    is_before_title = any(title.start == claim.end for title in after)
    # 王小明(阿明), but no 李毓芹(銀享全球|創辦人)
    is_alias = claim.start == opening + 1 and any(other.end == opening for other in others)
    is_alias = is_alias and not is_before_title
    if not others or is_alias or not (is_bracketed or is_before_title):
        return False
    name = scene.lexicon.han.read(scene.view, claim.start, claim.end)
    return name is None or name.end != claim.end


def _around_titles(scene: Scene, piece: Piece) -> Iterator[Claim]:
    """Yield the names of a cell that have their title inside: 涂主任仁傑, 陳副局長惠萍."""
    han, view = scene.lexicon.han, scene.view
    for title in scene.titles.overlapping(piece.start, piece.end):
        for surname in (1, 2):
            low = title.start - surname
            is_free = low >= piece.start and (low == piece.start or not is_han(view[low - 1]))
            if is_free and han.surname_at(view, low, title.start) == surname:
                claim = around(scene, piece, title, surname)
                if claim.form == "name":
                    yield replace(claim, score=0.99)


def free_spans(
    scene: Scene, piece: Piece, inside: Sequence[Claim] = ()
) -> Iterator[tuple[int, int]]:
    """Yield the parts of a cell outside its titles, the places beside them, and ``inside``."""
    at = piece.start
    taken = [*scene.titles.overlapping(piece.start, piece.end), *inside]
    taken += (
        place
        for place in scene.offices.overlapping(piece.start, piece.end)
        if (place.start, place.end) != (piece.start, piece.end) and stands_apart(scene, place)
    )
    for claim in sorted(taken, key=lambda one: one.start):
        yield at, max(at, claim.start)
        at = max(at, claim.end)
    yield at, piece.end


def stands_apart(scene: Scene, office: Claim) -> bool:
    """Whether no sign of a name touches a place or body: 約旦/|安曼| 副市長, no |高雄|飛."""
    before, behind = scene.view[office.start - 1 : office.start], scene.view[office.end :][:1]
    if _INITIAL.search(scene.view, max(0, office.start - 3), office.start):
        return False  # K. M. |佩雷拉
    is_free = not (before and is_han(before)) or scene.touches(office.start - 1, office.start)
    return is_free and (
        not (behind and is_han(behind)) or scene.touches(office.end, office.end + 1)
    )


def names_between(scene: Scene, start: int, end: int) -> Iterator[Claim]:
    """Yield what may be a name between two positions of a cell of people."""
    view, at = scene.view, start
    while at < end:
        gap = _SEPARATOR.match(view, at, end)
        if gap or view[at] == " ":
            at = gap.end() if gap else at + 1
            continue
        name_at = scene.lexicon.latin.name_at
        initials = before_han(scene, at, end)
        whole = end - len(view[at:end]) + len(view[at:end].rstrip(" /("))
        latin = None if initials else of_cell(scene, at, whole) or name_at(scene.text, at, end)
        if latin is not None:
            if not is_only_honorific(scene, latin):
                yield latin_claim(latin, "column", 1.0)
            at = latin.end
            continue
        following = _SEPARATOR.search(view, at + initials, end)
        stop = following.start() if following else end
        claim = _behind_office(scene, at, stop) or _initialled(scene, at, stop, initials)
        claim = claim or _in_own_script(scene, at, stop)
        if claim is None and not (_is_office(scene, at, stop) or is_words(scene, at, stop)):
            claim = _han(view, at, stop, scene.lexicon)
        if claim is not None:
            yield claim
        at = max(stop, at + 1)


def _behind_office(scene: Scene, start: int, end: int) -> Claim | None:
    """Return the name behind the body that a cell names first: 臺灣大學|林子倫|教授."""
    view = scene.view
    while end > start and view[end - 1] == " ":
        end -= 1
    for office in scene.offices.overlapping(start, start + 1):
        if office.start == start and office.end < end and is_han(view[office.end]):
            name = scene.lexicon.han.read(view, office.end, end)
            if name is not None and name.end == end and not is_place_or_body(scene, name):
                return Claim(
                    name.start, end, "PERSON", "column", 0.95, value=PersonValue("", "han")
                )
    return None


def _initialled(scene: Scene, start: int, end: int, initials: int) -> Claim | None:
    """Return what stands behind initials with them: B. 恩和巴雅爾, K. S. 拉奧."""
    end -= len(scene.view[start:end]) - len(scene.view[start:end].rstrip())
    signs = scene.view[start + initials : end]
    if not initials or len(signs) > _LONGEST_PART or not all(map(is_han, signs)):
        return None
    return Claim(start, end, "PERSON", "column", 0.98, value=PersonValue("", "han"))


def _in_own_script(scene: Scene, start: int, end: int) -> Claim | None:
    """Return a name in letters neither Latin nor Chinese that fills a field: 김광회."""
    end -= len(scene.text[start:end]) - len(scene.text[start:end].rstrip())
    beside = scene.view[start - 1 : start] + scene.view[end : end + 2]
    if "(" in beside or _OWN_NAME.fullmatch(scene.text, start, end) is None:
        return None  # นภัสสร（Napassorn）
    return Claim(start, end, "PERSON", "column", 0.98, value=PersonValue("", "latin"))


def _is_office(scene: Scene, start: int, end: int) -> bool:
    """Whether a place or body fills the cell, or its last part: 資訊局, 布爾諾市, 科羅州 州長."""
    heads = scene.lexicon.titles.bodies.head_words
    end -= len(scene.view[start:end]) - len(scene.view[start:end].rstrip())
    at = start
    # 日本|千葉市 is a country and a city, one behind the other.
    for claim in sorted(scene.offices.overlapping(start, end), key=lambda one: one.start):
        at = max(at, claim.end) if claim.start <= at else at
    if scene.view[end - 1 : end] in _REALMS and scene.view.startswith(
        scene.view[end - 1], end + scene.view.startswith(" ", end)
    ):
        return True
    return heads.ending(scene.view, end, start) > 1 or at >= end


def _han(view: str, start: int, end: int, lexicon: PeopleLexicon) -> Claim | None:
    """Return a cell of Chinese characters as one name: 王明 also when spread as 王 明."""
    while end > start and view[end - 1] == " ":
        end -= 1
    honorific = lexicon.honorific_after.search(view, start, end)
    is_last = honorific is not None and start < honorific.start() and honorific.end() == end
    if honorific and is_last and not ends_foreign(view, honorific, start):
        end = honorific.start()
    stands_in = _STANDS_IN.search(view, max(start, end - 2), end + 1)
    if stands_in is not None and stands_in.end() == end and stands_in.start() - start > 2:
        end = stands_in.start()
    length = end - start
    if not 2 <= length <= 20 or _NOBODY.fullmatch(view, start, end):
        return None
    if view[start:end] in lexicon.han.edges.words:
        return None
    letters = [c for c in view[start:end] if c not in " ·.=-"]
    if not letters or not all(map(is_sign, letters)):
        return None
    if (
        not any(map(is_kana, letters))  # 田中マルクス闘莉王
        and not _DOTTED.search(view, start, end)
        and len(letters) > 4
        and not _is_long_name(view, start, end, lexicon)
    ):
        return None
    value = PersonValue(honorific[0] if honorific else "", "han")
    return Claim(start, end, "PERSON", "column", 0.98, value=value)


def _is_long_name(view: str, start: int, end: int, lexicon: PeopleLexicon) -> bool:
    """Whether five or more characters read as one name: 小笠原孝太郎, 尼亞姆巴特爾."""
    if end - start > 8:
        return False
    name = lexicon.han.read(view, start, end)
    return (name is not None and name.end == end) or all(map(is_sound, view[start:end]))
