"""What an agreement is about, and when it was signed, from the words beside its evidence.

Contract: pure lookups; None where the text does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.relations.agreements.rows import Agreed, Party
from pipeline.relations.agreements.skeleton import Skeleton

_TOPIC_EDGE = re.compile(
    views.simplify(
        "[\ue000-\ue0ff,。;:、的之]|雙方|簽署|簽訂|簽定|簽下|簽了|簽過|簽的是|簽有|簽妥|簽好|簽|締結|達成|敲定|談定|談妥"
        "|洽[談商簽]|研議|[商磋]談|磋商|協商|會商|商[討議]|慶祝|紀念|延長|展延|恢復|暫停|[終中]止|正在|[尚仍還刻]在|加簽|重申|見證|發表|宣布|互換|交換|所訂|訂定|一份|兩份|一項|多項|並無|並未|沒有|預計|將|為|及|與|就|於|各|(?<=[署訂定])了|則?是|正式|[起已訂仍皆都即也]有"
    )
)
_JOINS, _SIGNS = frozenset(views.fold("與及、")), frozenset(views.fold("簽締達換"))
_PAPER = views.pattern("備忘|協[議定]|意向|宣言|盟約|姊妹|友好|合約|[\ue000-\ue0ff]")
_TOPIC_TAIL = views.pattern(r"(?:合作|交流合作|諒解|瞭解|共同|聯合|框架)+$")
# 將續簽姊妹市協議，並加簽備忘錄
_AND_SIGN = views.pattern(",(?:並且?|同時|以?及|也)(?:將|擬|再|另|同時|一併|加)*簽[署訂定]?")
_OF = ("的", "之")
_LONGEST_TOPIC = 24
_QUOTE = re.compile("[「《〈『“]([^「」《》〈〉『』“”。]{2,40})$")
_TERM = views.pattern("(?:至|到|效期|效期自|為期|期限|迄)[ ]?$")
_TERM_BEHIND = views.pattern("[ ]?(?:到期|屆滿|屆期|期滿|失效|止|為止|起未再)")
_SIGNED = views.pattern("[^,。;]{0,8}(?:簽|換文|締)")
# Days told from the day of the text hold for the whole sentence.
_DEICTIC = views.pattern("[今昨前本當同]")
_BESIDE = 24


_COUNTED = views.pattern("[一二兩三四五六七八九十幾0-9]{1,3}[個份項紙封件種]")


# 叫作|防震教育, 關於|網路安全
_ABOUT = views.pattern("[「《 ]*(?:叫作|叫做|稱為|名為|關於|有關)")
_MARKS = re.compile("[「」《》〈〉『』“”]")


def find_topic(doc: DocView, skeleton: Skeleton, trigger: int) -> str | None:
    """Return the subject written before 備忘錄, or None.

    ``簽署港灣減碳合作備忘錄`` gives ``港灣減碳``, ``《空污與灌溉數據協議》`` ``空污與灌溉數據``.
    """
    text = skeleton.text
    last = trigger - 1 if text[trigger - 1 : trigger] in _OF else trigger
    low, end = skeleton.starts[topic_in(text, 0, last)], skeleton.starts[last]
    quoted = _QUOTE.search(doc.view, skeleton.starts[0], end)
    if quoted is not None:
        low = quoted.start(1)
    tail = _TOPIC_TAIL.search(doc.view, low, end)
    end = tail.start() if tail else end
    if doc.view.find("」", low, end) >= 0 and doc.view.find("「", low, end) < 0:
        opened = doc.view.rfind("「", skeleton.starts[0], low) + 1
        low = opened or low  # 「水車與|水閘」文化
    about = _ABOUT.match(doc.view, low, end)
    told = _MARKS.sub("", doc.text[about.end() if about else low : end])
    topic = " ".join(told.split())
    if _COUNTED.fullmatch(views.fold(topic)):
        return None  # 簽了|一個|意向書
    return topic if 2 <= len(topic) <= _LONGEST_TOPIC else None


def topic_in(text: str, start: int, end: int) -> int:
    """Return where the topic begins in a stretch of folded text that ends with one.

    >>> text = views.fold("港務局提議簽署綠色航運走廊")
    >>> text[topic_in(text, 0, len(text)) :] == views.fold("綠色航運走廊")
    True
    """
    edges = list(_TOPIC_EDGE.finditer(text, start, end))
    first = edges[-1].end() if edges else start
    # 簽署|觀光與數位交流: what is joined behind the verb is one topic.
    while edges and edges[-1][0] in _JOINS:
        edges.pop()
    at = edges[-1].end() if edges and edges[-1][0][0] in _SIGNS else first
    return first if _PAPER.search(text, at, first) else at


def signing_date(
    doc: DocView, span: tuple[int, int], sentence: tuple[int, int], group: Sequence[Party] = ()
) -> tuple[date, str] | None:
    """Return the first day and precision of the date in the evidence, else beside it.

    Days that end a term (效期至2027年底) and those told of another party (仙台（2006年）、山形) are
    passed over.
    """
    (low, high), (start, end) = span, sentence
    days = doc.kept_in(start, end, "DATE")
    if not days:
        return None
    inside = [day for day in days if low <= day.start and day.end <= high]
    before = [day for day in days if low - _BESIDE <= day.start and day.end <= low][-1:]
    behind = [day for day in days if high <= day.start and day.end <= high + _BESIDE][:1]
    near = [day for day in before if _leads(doc.view, day, low)]
    near += [day for day in behind if _follows(doc.view, high, day)]
    for day in (*inside, *near):
        value = doc.dates.get(day.mention_id)
        if value is None or value.start_date is None or _ends_term(doc, start, day):
            continue
        if _is_of_others(doc, start, day, group):
            continue
        return value.start_date, value.start_precision
    return None


def _is_of_others(doc: DocView, start: int, day: Mention, group: Sequence[Party]) -> bool:
    """Whether a day stands in brackets behind a city that is no party: 仙台（2006年）."""
    if day.start <= start or doc.view[day.start - 1] != "(":
        return False
    cities = [city for city in doc.kept_in(start, day.start, "CITY") if city.end == day.start - 1]
    return bool(cities) and cities[-1].entity_id not in (None, *(p.city_id for p in group))


def _leads(view: str, day: Mention, low: int) -> bool:
    """Whether a date opens the clause of the evidence, or stands in it."""
    between = view[day.end : low]
    is_near = "," not in between or between.startswith(",") or _DEICTIC.match(view, day.start)
    return ";" not in between and bool(is_near)


def _follows(view: str, high: int, day: Mention) -> bool:
    """Whether a date behind the evidence belongs to it: in its clause, or 2016年9月1日簽署."""
    between = view[high : day.start]
    if ";" in between or "," not in between:
        return ";" not in between
    return _SIGNED.match(view, day.end) is not None


def _ends_term(doc: DocView, start: int, day: Mention) -> bool:
    if _TERM_BEHIND.match(doc.view, day.end):
        return True
    return _TERM.search(doc.view, max(start, day.start - 6), day.start) is not None


class Terms:
    """Ends of terms among the days of a document: 115年4月到期.

    Args:
        doc: the document.
    """

    def __init__(self, doc: DocView) -> None:
        self._doc = doc

    def told_by_now(self, start: int, end: int) -> str:
        """Return a stretch of folded text without ends of terms to come: …到期 told in 111."""
        doc = self._doc
        text = doc.view[start:end]
        for day in reversed(doc.kept_in(start, end, "DATE")):
            term = _TERM_BEHIND.match(doc.view, day.end, end)
            if term and self._is_ahead(day):
                text = text[: day.start - start] + text[term.end() - start :]
        return text

    def _is_ahead(self, day: Mention) -> bool:
        """Whether a day lies behind that of the document and all others that end no term.

        The day of a register may be the first that it lists.
        """
        value, today = self._doc.dates.get(day.mention_id), self._doc.document.published_on
        if today is None or value is None or value.start_date is None or value.start_date <= today:
            return False
        return self._last_told is None or self._last_told < value.start_date

    @cached_property
    def _last_told(self) -> date | None:
        """The last day that ends no term."""
        doc = self._doc
        others = (d for d in doc.of_label("DATE") if not _TERM_BEHIND.match(doc.view, d.end))
        told = (doc.dates.get(other.mention_id) for other in others)
        return max((v.start_date for v in told if v and v.start_date), default=None)


def goes_on(skeleton: Skeleton, told: Agreed, match: re.Match[str]) -> bool:
    """Whether 並加簽備忘錄 goes on with what is planned or wished of a paper told before."""
    trigger = match.start("t")
    earlier = [here for here in range(trigger) if skeleton.starts[here] < told.end]
    low = earlier[-1] + 1 if earlier else 0
    is_to_come = told.status in ("planned", "imagined")
    return is_to_come and _AND_SIGN.match(skeleton.text, low, trigger) is not None
