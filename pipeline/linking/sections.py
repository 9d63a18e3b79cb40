"""Which city a part of a document is about: the one that its heading begins with.

Contract: pure look-ups on linked mentions, built once per document; a text counts as one of
parts where two of its headings or more begin with different cities, as one about a single city
where a line of its head holds nothing else and the head calls it a sheet (城市檔案).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.linking.docview import DocView

_LINE = re.compile(r"[^\n]+")
# 【1】, 一、, 貳、, 第一站：, (三), 【甲】, A組：, ◆: what stands before a heading.
_MARK = views.pattern(
    "[ \t]*(?:[\\[(【〔]?第?(?:[0-9]{1,2}|[一二三四五六七八九十壹貳叁參肆伍陸柒捌玖拾]{1,3})"
    "[站場組團桌]?[\\])】〕]?[、.:)]?"
    "|第[0-9一二三四五六七八九十]{1,2}[站場組團桌隊車批][|: ]"
    "|[\\[(【〔](?:[A-Z]|[甲乙丙丁戊己庚辛壬癸])[組團桌隊車]?[\\])】〕]"
    "|(?:[A-Z]|[甲乙丙丁戊己庚辛壬癸])(?:[組團桌隊車]:?|[、.:)])"
    "|[^\\w\\s「」()]{1,3})?[ \t]*(?:來自)?"
)
# 釜山市：副市長朴聖薰…: a city with a colon begins an entry without a mark, too.
_SPEAKS = views.pattern("[市縣]?(?:政府|府)?[ ]*:")
# 　　　台北：資訊局局長…, 出席　首爾：局長…
_PRESENT = views.pattern(
    "[ \t]*(?:[^\\w\\s「」()]{1,2}[ ]?)?(?:(?:出席|列席|與會|參加)(?:人員?|者|單位)?[ \t:]+)?"
)
_NUMERAL = views.pattern(
    "[0-9A-Z]+|[一二三四五六七八九十壹貳叁參肆伍陸柒捌玖拾甲乙丙丁戊己庚辛壬癸]+"
)
# 城市：, ● 受訪城市｜, 國家／城市：
_LABEL = views.pattern(
    "[ \t]*(?:[^\\w\\s「」()]{1,2}[ \t]*)?"
    "(?:受訪|考察|參訪|走訪|訪問|到訪|出訪|參展|代表)?"
    "(?:城市|縣市|國家|國別)(?:[/、與及·]?(?:城市|國家|地區))?[ \t]*[:|][ \t]*"
)
# 10月15日（星期二）　基秦拿, 第三天（5月8日）　林茲: a day and what parts it from the city.
_DAY = views.pattern(
    "(?:第[0-9一二三四五六七八九十]{1,3}[天日]|[Dd](?:ay)?[ ]?[0-9]{1,2}(?![0-9]))"
)
_BEHIND_DAY = views.pattern(
    "[ \t]*(?:\\([0-9一二三四五六日天月年/.星期週禮拜 ]{1,16}\\)"
    "|(?:星期|週|禮拜)[一二三四五六日天])?[ \t]*(?:[上下中]午|晚[上間]?)?[ \t:,、|/·—-]*"
    "(?:抵達?|前?往|飛往|轉往|赴|至|訪問?|參訪|拜會)?[ ]*"
)
# 巴塞隆納：讓屋頂上班, 福岡市的雨水地圖, 溫哥華與臺中——, 旺加雷市　7名, 那霸市訪問團
_BEHIND_CITY = views.pattern(
    "[市縣]?(?:政府|府)?[ ]*(?:[:|,(/、—–·\\])】〕→>-]|的|與|和|及|篇|專訊|來信|$"
    "|(?:官方)?(?:代表|訪問|參訪|考察|市政)?團"
    "|(?:原報|實到|共|計|一行)?[ ]?[0-9一二三四五六七八九十]{1,3}[名人位](?![\u3400-\u9fff])"
    "|[ ][\u3400-\u9fff]{2,5}:)"
)
# 日本|石川縣|金澤市: what a country is divided into, between it and the city.
WITHIN_COUNTRY = views.pattern("[ ]?[\u3400-\u9fff]{1,6}[縣州省府道郡邦區][ ]?")
# 溫哥華—維多利亞: who travels arrives in the latter.
_ROUTE = re.compile("[ ]?(?:[—–-]{1,2}>?|→)[ ]?")
# 城市檔案：愛沙尼亞・塔爾圖（Tartu）: what a line about a city holds beside its name.
_BEFORE_SUBJECT = views.pattern(
    "[ \t]*(?:(?:[^\n:|,。;訪察]{0,6}城市"
    "|[^\n:|,。;]{0,6}(?:檔案|主題|簡介|資料)卡?)[ \t]*[:| \t])?"
    "[ \t]*[^\\w\\s]{0,2}[ \t]*"
)
_BEHIND_SUBJECT = views.pattern(
    "[市縣]?[ \t]*(?:\\([^()\n]{1,40}\\))?[ \t]*(?:篇|小?檔案卡?|簡介|速寫|概況)?"
    "[ \t]*[^\\w\\s]{0,2}"
)
# What a text about one city is called, and whose paper it is where none is: 高雄市政府新聞稿.
_PROFILE = views.pattern(
    "檔案|小檔|資料[卡夾]|[參背][考景]資料|簡介|介紹|速寫|速覽|概況|(?i:fact ?sheet|profile)"
)
_ROUTES = views.pattern("手冊|行程")
_MASTHEAD = views.pattern("[市縣]?(?:政府|府|議會|公所)")
_WITHIN_SUBJECT = re.compile("[ ]?[・·/,—-]?[ ]?")
_SUBJECT_LINES = 4
# 　團員　國際慢城協會秘書 Chiara Fumagalli；廚師 Nonna Pina
MEMBERS = views.pattern(
    "[ \\t]*[-·.*◆■●]?[ ]*(?:原[訂定])?"
    "(?:副?團長|團員|領隊|隨員|隨行(?:人員)?|同行(?:人員)?|成員|代表|主賓|陪賓|副賓|來賓|貴賓"
    "|與會者?|出席者?|出席人員|與會人員|陪同(?:人員)?|名單|參加人員)[ ]?[: \\t]"
)
WITH = frozenset(views.fold("與和跟同"))
_LONGEST_HEADING = 48
_LONGEST_SECTION = 600
_LEAST_SECTIONS = 2
_SPEAKER = ("PERSON", "TITLE", "CITY")


class Sections:
    """Where the parts of a document begin, and the cities their headings begin with.

    Attributes:
        subject: the one city that the whole document is about, or None.
    """

    def __init__(self, doc: DocView) -> None:
        """Read the headings of a document."""
        lines = [line for line in _LINE.finditer(doc.view) if line[0].strip()]
        heads = list(_heads(doc, lines))
        different = {cities[0] for _, cities in heads if cities}
        self._reach = _LONGEST_SECTION
        self.subject: str | None = None
        if len(different) < _LEAST_SECTIONS:
            whole = _subject(doc, lines[:_SUBJECT_LINES])
            self._reach = len(doc.view)
            heads = [whole] if whole else []
            self.subject = whole[1][0] if whole else None
        self._heads = heads
        self._starts = [start for start, _ in heads]

    def city_at(
        self, position: int, fits: Callable[[str | None], bool] = lambda _: True
    ) -> str | None:
        """Return the one fitting city of the heading above ``position``, or None."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position - self._starts[index] > self._reach:
            return None
        found = {city for city in self._heads[index][1] if fits(city)}
        return next(iter(found)) if len(found) == 1 else None


def sections_of(doc: DocView) -> Sections:
    """Return the parts of a document, read when they are first asked for."""
    if not doc.parts:
        doc.parts.append(Sections(doc))
    sections: Sections = doc.parts[0]
    return sections


def _heads(doc: DocView, lines: list[re.Match[str]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield where parts begin, with the cities of their headings; none ends the part above.

    A heading with another mark than that of the city above it only divides its part.
    """
    upper: set[str] = {""}
    own: str | None = None
    is_flush = is_listed = False
    entries = {line.start(): _entry(doc, line) for line in lines}
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        if entry := entries[line.start()]:
            yield line.start(), entry
            # One of a list of those present says nothing of what stands below the list.
            is_listed = is_listed or bool(following and entries[following.start()])
            yield from ((line.end(), ()),) * is_listed
            continue
        is_listed = False
        if _names_speaker(doc, line):
            continue  # 福岡市, and on the line below it: 市長 高島宗一郎
        label = _LABEL.match(doc.view, line.start(), line.end())
        if label and (cities := _cities(doc, line, label.end())):
            own = label[0]
            yield line.start(), cities
        elif _is_heading(line[0]):
            if following and _is_heading(following[0]) and not _names_speaker(doc, following):
                continue
            cities, mark = _cities(doc, line), _kind(line[0])
            is_inner = is_flush and line[0][0].isspace()  # 　餐食　素食1名
            if cities:
                own, is_flush = mark, not line[0][0].isspace()
            elif own is None:
                upper.add(mark)
            if cities or (not is_inner and (mark == own or mark in upper)):
                yield line.start(), cities
        elif cities := _cities(doc, line, is_marked=True):
            yield from ((line.start(), cities), (line.end(), ()))


def _entry(doc: DocView, line: re.Match[str]) -> tuple[str, ...]:
    """Return the city before the colon of a line that names people of it: 出席　首爾：局長…."""
    lead = _PRESENT.match(doc.view, line.start(), line.end())
    places = doc.kept_in(lead.end() if lead else line.start(), line.end(), "CITY", "COUNTRY")
    city = next((one for one in places if one.label == "CITY"), None)
    if lead is None or city is None or city.entity_id is None or city.form == "anaphora":
        return ()
    label = _SPEAKS.match(doc.view, city.end, line.end())
    if label is None or _start(doc, city, places) != lead.end():
        return ()
    labels = {one.label for one in doc.kept_in(label.end(), line.end(), "PERSON", "TITLE")}
    return (city.entity_id,) if len(labels) > 1 else ()


def _kind(line: str) -> str:
    """Return the mark before a heading, whatever its number: （0） of （三）交通."""
    mark = _MARK.match(line)
    return _NUMERAL.sub("0", mark[0].strip()) if mark else ""


def _is_heading(line: str) -> bool:
    return len(line) <= _LONGEST_HEADING and line.rstrip()[-1] not in "。;,」"


def _names_speaker(doc: DocView, line: re.Match[str]) -> bool:
    """Whether a short line names a person with a title, and no city."""
    if not _is_heading(line[0]):
        return False
    if MEMBERS.match(line[0]):
        return True
    labels = {m.label for m in doc.kept_in(line.start(), line.end(), *_SPEAKER)}
    return labels == {"PERSON", "TITLE"}


def _cities(
    doc: DocView, line: re.Match[str], start: int | None = None, *, is_marked: bool = False
) -> tuple[str, ...]:
    """Return the cities that begin a heading: 溫哥華 and 臺中 of 溫哥華與臺中：兩座港灣.

    Args:
        doc: the document.
        line: the heading.
        start: where it begins behind a label, if it has one.
        is_marked: whether a number or bullet must stand before them.
    """
    at = line.start() if start is None else start
    is_day = False
    if start is None:
        mark = _MARK.match(doc.view, at, line.end())
        at = _behind_days(doc, at, line.end())
        is_day = at > line.start()
        if not is_day and mark:
            at = _behind_days(doc, mark.end(), line.end())
            is_day = at > mark.end()
    is_bare = is_marked and at == line.start()
    found: list[str] = []
    first = at
    for one in doc.kept_in(at, line.end(), "CITY", "COUNTRY"):
        if is_day and found and _ROUTE.fullmatch(doc.view, at, one.start):
            found = []
        elif one.start > at + 1 and not (
            at > first and WITHIN_COUNTRY.fullmatch(doc.view, at, one.start)
        ):
            break
        if not found and doc.view[at : one.start] in WITH:
            break  # ▪ 與仙台市的協定…: who has one with it?
        at = one.end
        if one.label == "CITY" and one.entity_id and one.form != "anaphora":
            behind = _SPEAKS if is_bare else _BEHIND_CITY
            if behind.match(doc.view, at, line.end()) is None:
                break
            found.append(one.entity_id)
    return tuple(found)


def _behind_days(doc: DocView, at: int, end: int) -> int:
    """Return where a heading goes on behind the days it begins with: Day 1　3月12日　|哥本哈根."""
    view = doc.view
    while True:
        counted = _DAY.match(view, at, end)
        days = [counted.end()] if counted else []
        days += [one.end for one in doc.kept_in(at, end, "DATE") if one.start == at]
        behind = _BEHIND_DAY.match(view, max(days), end) if days else None
        if behind is None:
            return at
        at = behind.end()


def _subject(doc: DocView, lines: list[re.Match[str]]) -> tuple[int, tuple[str, ...]] | None:
    """Return the city that is all a line of a sheet's head tells: 愛沙尼亞・|塔爾圖|（Tartu）."""
    is_sheet = False
    for line in lines:
        names_itself = bool(_PROFILE.search(line[0]) and not _ROUTES.search(line[0]))
        is_sheet = is_sheet or names_itself
        places = doc.kept_in(line.start(), line.end(), "CITY", "COUNTRY")
        first = next((one for one in places if one.label == "CITY"), None)
        if first is None or first.entity_id is None or not _is_heading(line[0]):
            continue
        start = _start(doc, first, places)
        before = _BEFORE_SUBJECT.fullmatch(doc.view, line.start(), start)
        if before and _BEHIND_SUBJECT.fullmatch(doc.view, first.end, line.end()):
            is_subject = is_sheet and not _is_entry(doc, line)
            return (line.start(), (first.entity_id,)) if is_subject else None
        if _MASTHEAD.match(doc.view, first.end) and not names_itself:
            return None
    return None


def _is_entry(doc: DocView, line: re.Match[str]) -> bool:
    """Whether a line with a mark is one of several of cities: ■ 大田廣域市, ■ 大阪市."""
    mark = doc.view[line.start() : line.start() + 1]
    if mark.isalnum() or not mark.strip():
        return False
    behind = line.end()
    while (behind := doc.view.find("\n" + mark, behind)) >= 0:
        behind += 2
        end = doc.view.find("\n", behind)
        if doc.kept_in(behind, end if end >= 0 else len(doc.view), "CITY"):
            return True
    return False


def _start(doc: DocView, city: Mention, places: list[Mention]) -> int:
    """Return where a city begins with its country before it."""
    for land in places:
        if land.label == "COUNTRY" and _WITHIN_SUBJECT.fullmatch(doc.view, land.end, city.start):
            return land.start
    return city.start
