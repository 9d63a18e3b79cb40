"""Titles that do not stand right at a name: behind it in a list's entry, or the label before it.

Contract: as `titles_held`; asked only for a person that has no title beside the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.recognizers.people.lexicon import PeopleLexicon
from pipeline.recognizers.people.rosters import APPOINTED
from pipeline.relations.glosses import bracket_after
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.roles.brackets import OFFICES
from pipeline.relations.roles.held import Held
from pipeline.relations.roles.offices import office_before, office_inside
from pipeline.relations.roles.predicates import is_told

# Budi Hartawan，|印尼 Qlue 營運長|：…
_ENTRY = re.compile(
    r"(?:[ ]?(?:[,|/]|[-\u2013\u2014\u2500]{1,2})[ ]?|[ \u00a0]+)([^,。:;/()|\n]{2,50}?)"
    r"(?=[ ]?(?:[,。:;/(|\n]|[-\u2500](?![A-Za-z0-9])|$))"
)
_COMMA = re.compile("[ ]?[,(]")
_NOW = views.pattern("(?:現任|時任|前任?|現為)?")
# Prof. Anders Qvistgaard　|丹麥奧胡斯大學都市計畫系|: a wide blank, and a body ends the line.
_CAST = re.compile(
    "(?:\u3000+|[ \u00a0]{2,}|\t+)(?P<office>[^。，,;；:：!?\n]{2,60}?)[ \u3000]*(?:\n|$)"
)
_WIDE = re.compile("\u3000|[ \u00a0\t]{2}")
# What may stand before a name that has its line to itself, and the first words below it.
_ALONE = re.compile(
    "[ \\t•·*◆●■▪▌▍▎◎★►▶※\\d.、]*(?:【[^】\n]{1,10}】|[^:\n]{1,6}:)?[ ]*|[^。,;:!?\n]{2,16}[ ]?[(]?"
)
_LINE_BELOW = views.pattern(
    "[ ]?(?:[(][^()\n]{2,40}[)]|[A-ZÀ-ÞĀ-Ž][^\u2e80-\uffff\n]{2,40})?[)]?[ ]*\n[\n \\t]*"
    "(?:現任|現為|曾任|前)?(?P<clause>[^。;!?\n]{3,60}?)(?=[。;!?\n]|$)"
)
_UNITS = frozenset("局处部科课室司署厅组所")
_CLAUSE = re.compile("[,。;:!?\n]")
_FARTHEST_OFFICE = 30
# 吳志強|今年三月|接任, 黃淑芬|由副市長|升任, 簡文傑|以五成一得票率|當選
_WHEN = views.pattern(
    r"[ ]?(?:[於在自從]?(?:[今去前明]年|[\d一二三四五六七八九十〇零]{1,4}[年月日])[底初起]?){0,3}"
    "(?:由[^,。;:!?\n]{2,8}?(?=[升轉調出接])|(?P<by>以)[^,。;:!?\n]{2,16}?(?=當選|獲選|獲推))?"
)
# 高雄市王大明|先生 is a citizen, and holds no office; 國際事務科|徐曼寧小姐 is of that one.
_COURTESY = views.pattern("先生|女士|小姐|太太|夫人|閣下|大德")
_OF = views.pattern("(?:的|來自)?[ ]?$")
# 李大同博士（國立臺灣大學|土木系）
_DEPARTMENT = views.pattern("(?:[^(),。;:、\\n]{1,10}[系所院科組處部室])?[)]")
# What a line calls those it names: 紀錄：邵于庭, 觀察員：格但斯克市 國際科 Ewa Nowicka.
_LABEL = views.pattern(
    "(?:^|[\n\t、;(). ])"
    "((?:紀[ ]*錄|記[ ]*錄|觀察員|列席者?|出席者?|列席人員|出席人員?|與會者?|與會人員"
    "|在座|對談人?|談話人|參加者"
    "|陪同者?|陪同人員|講[ ]*者|主[ ]*講|主講人|與談人?|與談者|引言人?|主[ ]*持|主持人|報告人"
    "|簡報人?|致詞人|聯[繫絡]人|連絡人|承[ ]*辦[ ]*人|承[ ]*辦|窗口|見證人|評審|評審委員"
    "|填[報表]人|審核人|製表人"
    "|譯者|(?:[\u3400-\u9fff]{1,4}[語文])?(?:口譯員?|翻譯|傳譯)|撰文|作者|文字|攝影|整理|彙整|撰稿))"
    "(?::|(?<=主持人|與談人|主講人|引言人|對談人)(?:[ ]?[/|][ ]?|[ ]+))"
)
_FARTHEST_LABEL = 200
# 主持人　|海峽衛視　|駱曉棠：
_BETWEEN = re.compile("[^\\s,。;:、/|]{2,16}(?:[ ]?[/|][ ]?|[ ]+)")
# An entry of a list below a label, and how many such there are at most.
_BULLET = re.compile("\n?[ \t]*[・·•*●◆■–-]")
_MOST_ENTRIES = 12
# 消防局長一職暫由副局長李世恭|代理
_GIVEN = views.pattern(
    "(?:先行|暫時?|將|正式|繼續|來)*(?:(?P<acting>代理|暫代|兼代)"
    "|接任|擔任|出任|升任|兼任|續任|接掌|接手|接棒|擔綱|補任)"
)
_POST = views.pattern(
    "(?:[一乙]職|職缺|[的之]?職[務位]|所?遺?[空遺]缺)?(?:則|將|已|也|暫時?|改|另|仍|亦|均|皆|依法|今起|[,]?今?後)*$"
)
_FARTHEST_POST = 30


def appended(
    near: Neighbours, mention: Mention, end: int, lexicon: PeopleLexicon
) -> Iterator[Held]:
    """Yield the title that ends the entry a name begins: 胡哲銘，趨勢科技 資深協理.

    ``end`` is where the name ends, with its bracket in Latin letters.
    """
    doc = near.doc
    yield from _below(near, mention, lexicon)
    honorific = lexicon.honorific_after.match(doc.view, end)
    if honorific and _COMMA.match(doc.view, honorific.end()):
        end = honorific.end()  # 譚啟邦|博士，香港中文大學助理教授
    entry = _ENTRY.match(doc.view, end, doc.segment(mention.segment_id).end)
    title = near.ending(entry.end(), "TITLE") if entry else None
    if title is None:
        yield from _of_cast(near, mention, lexicon)
    if entry is None or title is None or doc.kept_in(end, title.start, "PERSON"):
        return
    if doc.view[entry.end() : entry.end() + 1] in (",", "。") or entry[0][0].isspace():
        begun = _NOW.match(doc.view, entry.start(1))
        if begun is None or near.starting(begun.end(), *OFFICES, "TITLE") is None:
            return
    office = office_inside(doc, title) or office_before(near, title.start, lexicon)
    yield Held(title.text, mention.start, title.end, office, "appended")


def past_honorific(near: Neighbours, end: int, lexicon: PeopleLexicon) -> int:
    """Return the end of what a listed name is called before a wide blank: 林佳樺| 女士|　　科長."""
    gap = near.doc.view.startswith(" ", end)
    called = lexicon.honorific_after.match(near.doc.view, end + gap)
    is_apart = called is not None and _WIDE.match(near.doc.text, called.end()) is not None
    return called.end() if called is not None and is_apart else end


def _below(near: Neighbours, mention: Mention, lexicon: PeopleLexicon) -> Iterator[Held]:
    """Yield the offices that open what is told below a line with the name: 何明修|政大教授，…."""
    doc, view = near.doc, near.doc.view
    line = view.rfind("\n", 0, mention.start) + 1
    below = _LINE_BELOW.match(view, mention.end)
    if below is None or not _ALONE.fullmatch(view, line, mention.start):
        return
    start, end = below.span("clause")
    if doc.kept_in(start, end, "PERSON") or not near.starting(start, *OFFICES, "TITLE"):
        return
    for title in doc.kept_in(start, end, "TITLE"):
        office = office_inside(doc, title) or office_before(near, title.start, lexicon)
        if office is not None and start <= office.start:
            yield Held(title.text, mention.start, title.end, office, "below")


def _of_cast(near: Neighbours, mention: Mention, lexicon: PeopleLexicon) -> Iterator[Held]:
    """Yield what an honorific calls somebody whose line ends with a body: Prof. A　奧胡斯大學."""
    line = _CAST.match(near.doc.text, mention.end, near.doc.segment(mention.segment_id).end)
    office = office_before(near, line.end("office"), lexicon) if line else None
    start = near.doc.view.rfind("\n", 0, mention.start) + 1
    called = near.doc.text[start : mention.start].strip(" \u3000\t-•·")
    is_honorific = called and lexicon.honorific.fullmatch(called) is not None
    if line is not None and office is not None and office.start >= mention.end and is_honorific:
        yield Held(called, mention.start, line.end("office"), office, "appended")


def appointed(near: Neighbours, mention: Mention, lexicon: PeopleLexicon) -> Iterator[Held]:
    """Yield the office a verb gives a person: 林佳龍|曾任|臺中市長, 陳菊|擔任|高雄市長."""
    doc = near.doc
    when = _WHEN.match(doc.view, mention.end)
    at = when.end() if when else mention.end
    elect = near.starting(at, "TITLE") if when and when["by"] else None
    if elect is not None:  # 以五成一得票率|當選市長
        yield Held(elect.text, mention.start, elect.end, None, "appointed")
        return
    verb = APPOINTED.match(doc.view, at)
    if verb is None:
        yield from is_told(near, mention, lexicon)
        return
    for title in doc.kept_in(verb.end(), verb.end() + _FARTHEST_OFFICE, "TITLE"):
        if _CLAUSE.search(doc.view, verb.end(), title.start):
            return
        office = office_inside(doc, title) or office_before(near, title.start, lexicon)
        yield Held(title.text, mention.start, title.end, office, "appointed")
        return


def given(near: Neighbours, mention: Mention, lexicon: PeopleLexicon) -> Iterator[Held]:
    """Yield the office that is given to a person: 消防局長一職暫由副局長|李世恭|代理."""
    doc = near.doc
    verb = _GIVEN.match(doc.view, mention.end)
    by = doc.view.rfind("由", max(0, mention.start - _FARTHEST_POST), mention.start) if verb else -1
    if verb is None or by < 0 or _CLAUSE.search(doc.view, by, mention.start):
        return
    post = _POST.search(doc.view, max(0, by - _FARTHEST_POST), by)
    title = near.ending(post.start(), "TITLE") if post else None
    if title is not None and not near.starting(verb.end(), "TITLE", "ORGANIZATION"):
        office = office_inside(doc, title) or office_before(near, title.start, lexicon)
        status = "acting" if verb["acting"] else ""
        yield Held(title.text, title.start, mention.end, office, "appointed", status=status)


def addressed(
    near: Neighbours, mention: Mention, start: int, lexicon: PeopleLexicon
) -> Iterator[Held]:
    """Yield how a person of a body is addressed, or what the line's label calls it.

    美國在台協會的|Ms.| Caldwell, |觀察員|：格但斯克市 國際科 Ewa Nowicka.

    Args:
        near: mentions by position.
        mention: the person.
        start: where the honorifics before the name begin.
        lexicon: names and titles.
    """
    doc = near.doc
    of = _OF.search(doc.view, max(0, start - 4), start)
    gap = doc.view.startswith(" ", mention.end)
    behind = lexicon.honorific_after.match(doc.view, mention.end + gap)
    honorific = doc.text[start : mention.start].strip() or (behind[0] if behind else "")
    is_polite = _COURTESY.match(views.fold(honorific)) is not None
    office = office_before(near, of.start() if of else start, lexicon) if honorific else None
    is_told = office is not None and (office.label == "ORGANIZATION" or not is_polite)
    if office is not None and is_told and office.segment_id == mention.segment_id:
        yield Held(honorific, office.start, mention.end, office, "addressed")
        return
    inside = [one for one in bracket_after(doc, mention) if one.label in OFFICES]
    inside.sort(key=lambda one: (one.end, one.label == "ORGANIZATION"))
    is_body = bool(inside) and inside[-1].label == "ORGANIZATION"
    is_whole = bool(inside) and _DEPARTMENT.match(doc.view, inside[-1].end) is not None
    # Dr. Ngaire Walsh（|奧克蘭大學|）, 林美玲女士（|環保局|）; 王大明先生（臺南市） is a citizen.
    if honorific and (is_body or not is_polite) and is_whole:
        yield Held(honorific, mention.start, inside[-1].end, inside[-1], "addressed")
        return
    line = max(doc.view.rfind("\n", 0, start), start - _FARTHEST_LABEL, 0)
    labels = list(_LABEL.finditer(doc.view, line, start))
    if not labels and (above := _label_above(doc.view, line)) is not None:
        if inside:  # 與談人：, and below it ・Anna Nowak（|華沙市住宅基金|）
            title = doc.text[above.start(1) : above.end(1)]
            yield Held(title, mention.start, inside[-1].end, inside[-1], "label")
        return
    if not labels:
        return
    label = labels[-1]
    entry = max(label.end(), *(doc.view.rfind(mark, label.end(), start) + 1 for mark in "、;,"))
    inside = doc.kept_in(entry, start, *OFFICES)
    if not label[0].endswith(":"):  # 主持人　海峽衛視　駱曉棠
        whole = _BETWEEN.fullmatch(doc.view, label.end(), start)
        if whole is None or (not inside and doc.view[mention.end : mention.end + 1] != ":"):
            return
    title = doc.text[label.start(1) : label.end(1)].replace(" ", "").replace("\u3000", "")
    yield Held(title, label.start(1), mention.end, inside[-1] if inside else None, "label")


def _label_above(view: str, line: int) -> re.Match[str] | None:
    """Return the label that a list of people is headed by, an entry of which begins at ``line``."""
    for _ in range(_MOST_ENTRIES):
        entry = _BULLET.match(view, line)
        if entry is None or line == 0:
            return None
        end = max(view.rfind("\n", 0, entry.start() + 1), 0)
        line = max(view.rfind("\n", 0, end), 0)
        label = _LABEL.search(view, line, end)
        if label is not None and not view[label.end() : end].strip():
            return label
    return None


def fused(near: Neighbours, mention: Mention) -> Iterator[Held]:
    """Yield the head of a unit whose last sign the title shares: 國際事務科|長鍾維倫."""
    view, end = near.doc.view, mention.start - 1
    office = near.ending(end, "ORGANIZATION") if view[max(0, end) : mention.start] == "长" else None
    if office is not None and view[end - 1] in _UNITS:
        yield Held(near.doc.text[end - 1 : end + 1], office.start, mention.end, office, "before")
