"""Names behind a label (講者：林采穎) and before the colon of a turn.

Contract: a claim lies in one piece; a city with an office behind it is no name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pipeline.language import views
from pipeline.language.edges import last_signs
from pipeline.language.lexemes import is_han
from pipeline.language.names import HanName
from pipeline.language.unlisted_names import read_called
from pipeline.recognizers.page import Claim, Piece
from pipeline.recognizers.people.latin import latin_at, latin_claim
from pipeline.recognizers.people.places_in_names import fills_city
from pipeline.recognizers.people.scene import Scene
from pipeline.recognizers.people.titles import han_claim

# Each alternative begins with a plain character: such patterns are searched for fast.
_OF_PEOPLE = (
    "講者|主講人?|與談人?|主持人?|司儀|貴賓|聯絡人|聯繫人|提問人|引言人?|報告人|撰文|作者|譯者|發稿人|記者"
    "|紀[ ]*錄|記[ ]*錄|承[ ]*辦[ ]*人|經辦人|致[ ]*詞人?|召集人|連絡人|發言人|簡報人?|口譯|翻譯"
    "|簽[署約]人|見證人|提案人|連署人|陳情人|得獎[人者]|領獎人|受獎人|代表人|負責人|領隊|講師|填[報表]人|審核人|製表人|核稿人|經手人"
    "|受訪[者人]|採訪[者人]|訪談[者人]|訪問[者人]?|演講[者人]|提問者|撰稿人?|編譯|通訊員|攝影師"
)
_LABELS = (
    f"{_OF_PEOPLE}|攝影|整理|設計|繪[圖製]|插[畫圖]|剪輯|責任編輯|責編|編輯|審核|審校|校對"
    "|製表|彙整|承[ ]*辦|經辦|窗口"
    "|文(?<![\u3400-\u9fff]文)|圖(?<![\u3400-\u9fff]圖)"
)
_LABEL = views.pattern(
    f"(?:{_LABELS})[ ]?[:/][ ]?"
    "|採訪(?:[ \u3000.·、&/]{0,2}(?:整理|撰文|報導|撰稿))*[ ]?(?:[:/]|[ \u3000])[ ]?"
    "|撰文(?:[ \u3000.·、&/]{0,2}(?:採訪|整理))+[ ]?(?:[:/]|[ \u3000])[ ]?"
)
# Who asked, 訪問：林佩蓉, or a stop of a journey: 訪問：溫哥華.
_VISIT = views.pattern("訪問[ ]?[:/]")
_ENDS = "".join(sorted(last_signs(_LABELS)))
# A sign that each label holds, and one of a turn.
LABELLED = views.pattern(
    f"[:/訪文](?:(?<=[{_ENDS}].)|(?<=[{_ENDS}] .)|(?<=採訪)|(?<=撰文))", re.DOTALL
)
SPOKEN = re.compile("[:/]")
# What is a name where a label stands before it: all characters up to a blank or mark.
_WHOLE = re.compile("[\u3400-\u9fff]{3,4}(?=[ \u3000,、/;|()\n]|$)")
# 承辦人|白冷，分機 1042: no colon behind the label.
CALLED = views.pattern(
    "(?:承辦|聯[絡繫]|連絡|經辦)人(?=[\u3400-\u9fff]{2,3}(?:[ \u3000]?[,(0-9]|[、。]))"
)
_IS_PERSON = views.pattern(f"(?:{_OF_PEOPLE})[ ]?[:/][ ]?")
# An entry, not what somebody says: 主持人：時間到。
_ENTRY = re.compile("[\u3400-\u9fff]{2,3}(?=[ \u3000]?[(]|[ \u3000,、/;|0-9\n]|$)")
# Whom a label calls by what they are: 方案組, 工讀生.
_KINDS = frozenset(views.fold("員生者人團方會眾們民客賓位組隊部局處科課室站署廳院所府社"))
# 大家好，我是|方念華。 我叫|Karin Berg。 我是豐田市推進課的|田中浩二。
I_AM = views.pattern("我是|我叫|本人(?=[\u3400-\u9fff]{2,4}[,。])")
_OF_WHOM = re.compile("[^,。!?;:\n]{2,30}的(?=[\u3400-\u9fff]{2,8}(?:[,。!\n]|$))")
# 口譯：日語　|葉雅文；法語　|Claire Dumont
INTERPRETED = views.pattern("[譯](?=(?:員|人員|者)?[ ]?:)")
_INTERPRETER = views.pattern("(?:口譯|翻譯|傳譯|通譯|同譯|手譯)(?:員|人員|者)?[ ]?:")
_LANGUAGE = views.pattern("[ ]*[\u3400-\u9fff]{1,5}[語文話](?:口譯|翻譯)?[ :]+")
_SPOKEN_BY = re.compile(r"[^;、,/\n。]+")
# What ends the label of a turn whose speaker is not named: 法語口譯.
JOBS = frozenset(views.fold("口譯 翻譯 傳譯 旁白 司儀 主持 記者 聽眾 觀眾").split())
_LONGEST_BODY = 20
# 成功大學|都計系|學生 朱庭萱
_UNIT = views.pattern("[\u3400-\u9fff]{1,10}?(?:學系|研究所|學院|學程|系)")
_SURE, _PAUSES = 8, (",", "。", "!", "\n")
# 【|侯友宜|】
_FRAMES = re.compile("[【〔〖\\[]")
_FRAME = re.compile("[【〔〖\\[]([\u3400-\u9fff]{3,4})[】〕〗\\]]")
# No colon of a time; a time may stand between a name and its colon.
_COLON = re.compile(r":(?!\d\d)")
# 00:12:05 |陳鳳馨:, 來賓 |詹宏志:
_OPENING = views.pattern(
    r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s+)?(?:(?:來賓|主持人|講者|與談人|特別來賓|受訪者)\s+)?"
)
# No label holds a clause or a quoted name.
_SAID = re.compile('[,。;!?「」『』《》“”"]')
# What may be a name of its own in a label.
_PART = re.compile(
    r"[^\W\d_\u2e80-\uffff][^\u2e80-\uffff\d:/|()\[\]]*[^\W\d_\u2e80-\uffff]\.?"
    r"|[\u3400-\u9fff]+(?:[ ]?[·=-][ ]?[\u3400-\u9fff]+)*"
)
_JOINS = frozenset("·=-")
_TIME = re.compile(r"\s*(?:[(\[]\d{1,2}:\d\d(?::\d\d)?[)\]])?\s*")
_MAY_SPEAK = re.compile(r"[^,;。:()\[\]]{2,12}" + _TIME.pattern)


def find_labelled(scene: Scene, piece: Piece) -> Iterator[Claim]:
    """Yield names after 講者: in a piece with a colon or stroke."""
    view = scene.view
    if not SPOKEN.search(view, piece.start, piece.end):
        return
    for match in _LABEL.finditer(view, piece.start, piece.end):
        start = _behind_body(scene, match.end(), piece)
        latin = latin_at(scene, start, piece.end)
        if latin is not None:
            yield latin_claim(latin, "label", 0.9)
            continue
        name = scene.lexicon.han.read(view, start, piece.end, 0)
        if name and _VISIT.match(view, match.start()) and fills_city(scene, name.start, name.end):
            continue
        if name is not None and not _is_office(scene, name):
            whole = _WHOLE.match(view, start, piece.end)
            is_cut = whole is not None and name.end < whole.end() and name.kind != "foreign"
            yield han_claim(
                replace(name, end=whole.end()) if whole and is_cut else name, "label", 0.85
            )
        elif _IS_PERSON.fullmatch(view, *match.span()):
            yield from _called(scene, start, piece)


def _behind_body(scene: Scene, start: int, piece: Piece) -> int:
    """Return where the name begins behind the body it is of: 紀錄：縣府研考處 |洪東港."""
    end = start
    for body in scene.offices.overlapping(start, min(start + _LONGEST_BODY, piece.end)):
        if body.label == "ORGANIZATION" and body.start <= end:
            end = max(end, body.end)
    unit = _UNIT.match(scene.view, end, piece.end) if end > start else None
    end = unit.end() if unit else end
    return end + scene.view.startswith(" ", end, piece.end) if end > start else start


def find_called(scene: Scene, piece: Piece) -> Iterator[Claim]:
    """Yield the name right behind who is asked: 承辦人|白冷，分機 1042."""
    for label in CALLED.finditer(scene.view, piece.start, piece.end):
        yield from _called(scene, label.end(), piece)


def _called(scene: Scene, start: int, piece: Piece) -> Iterator[Claim]:
    """Yield the name that fills the entry of a person, whatever words it makes: 柳州月."""
    entry = _ENTRY.match(scene.view, start, piece.end)
    if entry and piece.kind == "turn" and scene.view[entry.end() : entry.end() + 1] != "(":
        return
    if entry is None or scene.view[entry.end() - 1] in _KINDS:
        return
    # 講者：鄭|重慶, but 記者：高雄市
    offices = scene.offices.overlapping(*entry.span())
    is_office = any(one.start <= entry.start() and one.end >= entry.end() for one in offices)
    if scene.titles.touches(*entry.span()) or is_office:
        return
    name = read_called(scene.lexicon.han, scene.view, *entry.span())
    if name is not None:
        yield han_claim(name, "label", 0.8)


def find_speakers(scene: Scene, piece: Piece) -> Iterator[Claim]:
    """Yield the name before the colon of a turn."""
    view = scene.view
    mark = _COLON.search(view, piece.start, min(piece.end, piece.start + 40))
    if mark is None:
        return
    colon = mark.start()
    opening = _OPENING.match(view, piece.start, colon)
    start = opening.end() if opening else piece.start
    if start < colon and is_han(view[start]) and _MAY_SPEAK.fullmatch(view, start, colon):
        whole = [*_speaker(scene, piece, start, colon)]
        yield from whole
        if whole:
            return
    latin = latin_at(scene, piece.start, colon)
    is_name = latin is not None and (latin.words > 1 or latin.honorific)
    if latin is not None and is_name and _is_title(scene, latin.end, colon):
        yield latin_claim(latin, "turn_label", 0.85)
    elif piece.kind == "turn" or (colon + 1 == piece.end and view[piece.end : colon + 2] > "\n"):
        # What is said stands on the line of its label.
        yield from _beside_body(scene, start, colon)


def find_framed(scene: Scene) -> Iterator[Claim]:
    """Yield names that alone fill framed labels of turns and come back: 【侯友宜】."""
    frames = [
        (piece, frame)
        for piece in scene.page.pieces_with(_FRAMES)
        if piece.kind == "heading"
        and (frame := _FRAME.fullmatch(scene.view, piece.start, piece.end))
    ]
    counts = Counter(frame[0] for _, frame in frames)
    for piece, frame in frames:
        if counts[frame[0]] > 1:
            yield from _speaker(scene, piece, *frame.span(1))


def find_introduced(scene: Scene, piece: Piece) -> Iterator[Claim]:
    """Yield the name somebody tells: 大家好，我是|方念華。"""
    for said in I_AM.finditer(scene.view, piece.start, piece.end):
        of = _OF_WHOM.match(scene.view, said.end(), piece.end)
        start = of.end() if of else said.end()
        latin = latin_at(scene, start, piece.end)
        if latin is not None:
            if latin.words > 1 and _pauses(scene, latin.end, piece.end):
                yield latin_claim(latin, "introduced", 0.8)
            continue
        name = scene.lexicon.han.read(scene.view, start, piece.end, _SURE)
        is_name = name is not None and name.is_closed and name.kind != "foreign"
        if name is None or not is_name or scene.touches(name.start, name.end):
            continue
        if name.end - name.start > 2 and _pauses(scene, name.end, piece.end):
            yield han_claim(name, "introduced", 0.8)


def _pauses(scene: Scene, position: int, end: int) -> bool:
    return position == end or scene.view[position] in _PAUSES


def find_interpreters(scene: Scene, piece: Piece) -> Iterator[Claim]:
    """Yield who interprets which language: 口譯：日語　|葉雅文|；法語　|Claire Dumont."""
    for label in _INTERPRETER.finditer(scene.view, piece.start, piece.end):
        for entry in _SPOKEN_BY.finditer(scene.view, label.end(), piece.end):
            language = _LANGUAGE.match(scene.view, *entry.span())
            start = language.end() if language else entry.end()
            claim = _whole_name(scene, start, entry.end(), is_led=True)
            if claim is None:
                break
            yield claim


def _speaker(scene: Scene, piece: Piece, start: int, end: int) -> Iterator[Claim]:
    """Yield the name in Chinese characters that fills the label of a turn from ``start`` on."""
    least = 0 if piece.kind == "turn" or end + 1 == piece.end else 15
    name = scene.lexicon.han.read(scene.view, start, end, least)
    if name is None or name.kind == "foreign" or _is_no_speaker(scene, name):
        return
    is_sure = name.end - name.start > 2 or name.score >= 25
    if is_sure and _TIME.fullmatch(scene.view, name.end, end):
        yield han_claim(name, "turn_label", 0.85)


def _is_title(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing stands there but a title, which may be one of few letters: 專員."""
    between = scene.view[start:end].strip()
    at = scene.view.find(between, start, end)
    known = scene.lexicon.han.edges.titles.starting(scene.view, at, end) if between else 0
    return known == len(between)


def _beside_body(scene: Scene, start: int, colon: int) -> Iterator[Claim]:
    """Yield who speaks beside a body or place: 工研院 |林志雄:, |林志雄(工研院):, 微軟 |David:."""
    if _SAID.search(scene.view, start, colon):
        return
    view, is_led = scene.view, scene.touches(start, colon)
    found: list[Claim] = []
    for part in _PART.finditer(scene.view, start, colon):
        first, end = part.span()
        bodies = scene.offices.overlapping(first, end)
        if bodies:  # 智慧城市聯盟|葉佩珊:
            first = max(body.end for body in bodies)
            first += scene.view[first : first + 1] in _JOINS
        claim = _whole_name(scene, first, end, is_led=is_led) if first < end else None
        if claim is not None:
            found.append(claim)
    # Bogotá 環境局 |Adriana Soto| 局長: one word in Latin letters may be a place.
    whole = [
        claim
        for claim in found
        if is_han(view[claim.start]) or " " in scene.page.text[claim.start : claim.end]
    ]
    yield from (whole or found)[:1]


def _whole_name(scene: Scene, start: int, end: int, *, is_led: bool) -> Claim | None:
    """Return the claim of a name that fills a part of a label, or None."""
    latin = latin_at(scene, start, end)
    if latin is not None:
        is_name = latin.words > 1 or latin.honorific or is_led
        return latin_claim(latin, "turn_label", 0.8) if is_name and latin.end == end else None
    if scene.touches(start, end) or scene.view[end - 2 : end] in JOBS:
        return None
    name = scene.lexicon.han.read(scene.view, start, end, 0 if is_led else _SURE)
    if is_led and (name is None or name.end < end):
        name = read_called(scene.lexicon.han, scene.view, start, end)  # 口譯：日語　|葉高興
    is_whole = name is not None and (name.start, name.end) == (start, end) and end - start > 2
    return han_claim(name, "turn_label", 0.8) if name is not None and is_whole else None


def _is_office(scene: Scene, name: HanName) -> bool:
    """Whether a name is a city with an office behind it: 里斯本市長 X, 哥倫比亞曼尼薩萊斯市長 X."""
    return any(
        place.label == "CITY"
        and (place.start == name.start or (name.kind == "foreign" and place.start < name.end))
        and name.end <= place.end
        and scene.page.has_at("TITLE", place.end)
        for place in scene.offices.overlapping(name.start, name.end)
    )


def _is_no_speaker(scene: Scene, name: HanName) -> bool:
    """Whether a label is somebody's part or a city: 司儀, 法語口譯, 溫尼伯：你家門口的雪."""
    return scene.view[name.end - 2 : name.end] in JOBS or any(
        place.label == "CITY" and (place.start, place.end) == (name.start, name.end)
        for place in scene.offices.overlapping(name.start, name.end)
    )
