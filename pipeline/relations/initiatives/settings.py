"""Whose an initiative is by where it stands: whose speech, row, sentence or paragraph.

Contract: `find_setting` is asked when the words around a name give no owner; evidence is taken from
the nearest to the furthest.
"""

from __future__ import annotations

from pipeline.contract import Mention, Statement
from pipeline.language import views
from pipeline.linking.organization_places import is_row_of_host
from pipeline.relations.initiatives.outline import of_outline
from pipeline.relations.initiatives.owner import NONE, TERRITORIES, Owner, of_place
from pipeline.relations.initiatives.speakers import (
    MARK,
    of_asked,
    of_body,
    of_line_person,
    of_speaker,
    of_statement,
    of_turn,
    of_voice,
)
from pipeline.relations.surroundings import Surroundings, column_of

_OWNS = views.pattern("的|姊妹市|姐妹市|友好城市")
_OPENERS = frozenset(",。;、 國本▲▪■●◆·") | frozenset(views.fold("，。；、國"))
# What follows a city that is the subject of its sentence (橫濱市則說, 福岡市代表指出).
_SUBJECT = views.pattern(
    r"(?:市|縣)?(?:政府|市府|縣府|方面)?(?:副?市長|縣長|代表)?[^,。;:的與和跟及、]{0,24}?(?:\([^()]*\))?"
    r"(?:則|也|亦|另|還|今年|去年|明年|近年|目前|正|已|將|說|表示|指出|介紹|分享|強調|提到|宣布|公布|決定|規劃|關閉|開放|投入|完成|設立|成立|改[由用為]|推|啟|以|把|自|在|從|透過|,)"
)
# 鄰近的沃斯堡市也將跟進，推出「…」
_BESIDE = views.pattern(
    "(?:至於|而|另外|此外|其中|,)*(?:(?:鄰近|附近|相鄰|毗鄰|隔壁|對岸|同省|同州|同縣|北邊|南邊|東邊|西邊)的?|同(?:樣|為)[^,。;]{2,8}的)"
)
_ASIDE = views.pattern("(?:市|縣)?方面,")
_OURS = views.pattern("我們|本市|本府|市府|縣府|我市|咱們")
_LOCAL = views.pattern(
    "市府|縣府|本市|本縣|本府|全市|全縣|全區|[局處課科所]長|市長|縣長|[局處](?![理方置])|市民|縣民|里民|鄰里|我們|議員|議會|市區|署長|署方|局方|本港|港府|水警|警務處"
)
# Where the city is all there is, its offices are those of the land.
_OF_TERRITORY = views.pattern(_LOCAL.pattern + "|政府|署")
# A city at the head of a line with a colon.
_HEADS_LINE = views.pattern(r"(?:市|縣)?(?:政府|市府)?\s?(?:\([^()\n]{1,40}\))?\s?:")
# 仿波多作法, 由釜山來的船: a city that has no part in what is told.
_BESIDES = views.pattern(
    "(?:[仿在由從向與和跟對經赴往訪抵到去]|參酌|比照|參[照考]|借鏡|效法|學習)(?:了|過)?$"
)
_GUESTS = views.pattern("(?:市|縣)?(?:來的|代表|訪團|訪問團|考察團|一行|的?(?:經驗|作法|做法))")
# What may stand before a name that begins a sentence: 此外，「…」.
_BEFORE_FIRST = views.pattern(r"\s*(?:此外|另外|同時|目前|今年|明年|去年)?[,\s]*[「《\"]?")
# （五）長照「…」床墊感測：, at the head of an entry.
_ENTRY = views.pattern(rf"{MARK.pattern}[^,。;:「」]{{0,4}}[「《\"]?")
_ENTERED = views.pattern('[」》"]?[^,。;:「」]{0,8}:')
_LINE = 60
# So far above a line another city may still be what it tells of.
_ABOVE = 300
_PART = ";"
_AND = views.pattern("[市縣]?(?:政府|市府|縣府)?[與和跟及、]")
_TOPIC_ACTS = views.pattern("[則卻也]?(?:[把用以]|將(?!於|在|會|要))")
_TOPIC_END = views.pattern("(?:市|縣)?,")
# So far from its beginning a document tells what it is about.
_HEAD = 80
# 記者王小明高雄報導, 高雄18日電: where a paper writes from.
_WROTE_FROM = views.pattern(
    r"(?:市|縣)?(?:\d{1,2}月)?(?:\d{1,2}日)?\s?(?:綜合|專)?(?:電|訊|報導|報道|消息)"
)


def find_setting(around: Surroundings, mention: Mention) -> Owner:
    """Return whose speech, row, sentence, outline or paragraph a mention stands in."""
    statement = around.statement(mention)
    return (
        _of_line_head(around, mention)
        or _of_topic(around, mention)
        or _of_part(around, mention)
        or of_titled(around, mention, statement)
        or _of_subject(around, mention, statement)
        or of_statement(around, statement)
        or of_voice(around, statement)
        or of_turn(around, statement)
        or of_speaker(around, mention)
        or of_line_person(around, mention)
        or of_body(around, mention, statement)
        or of_sentence(around, mention)
        or _of_paragraph(around, mention)
        or _of_guest(around, mention)
        or _of_host(around, mention)
        or of_outline(around, mention)
        or of_asked(around, statement)
        or _of_home(around, mention)
        or _of_only_city(around, mention)
    )


def _of_line_head(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the city that heads the line with a colon (3. 加拿大蒙特婁：雪季由「甲計畫」…)."""
    doc = around.doc
    low, _ = around.line(mention.start)
    city = next(iter(doc.kept_in(low, mention.start, "CITY")), None)
    if city is None or not _HEADS_LINE.match(doc.view, city.end):
        return None
    lands = doc.kept_in(low, city.start, "COUNTRY")
    first = lands[0].start if lands else city.start
    is_head = MARK.fullmatch(doc.view, low, first) is not None
    return of_place(around.voices, city, 6) if is_head else None


def _of_topic(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the city that a comma sets before what it does (我們的老友里昂，用「…」找出臭味)."""
    doc = around.doc
    low, _ = around.clause(mention.start, mention.end)
    if not _TOPIC_ACTS.match(doc.view, low):
        return None
    cities = [c for c in doc.kept_in(max(0, low - _LINE), low, "CITY") if c.form != "anaphora"]
    if not cities or not _TOPIC_END.fullmatch(doc.view, cities[-1].end, low):
        return None
    return of_place(around.voices, cities[-1], 6)


def _of_part(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the city that opens the part of a sentence behind a semicolon (…；釜山則發行「…」)."""
    doc = around.doc
    first, _ = around.sentence(mention.start)
    low = doc.view.rfind(_PART, first, mention.start) + 1
    city = next(iter(doc.kept_in(low, mention.start, "CITY")), None) if low else None
    if city is None or city.form == "anaphora" or _OURS.search(doc.view, low, mention.start):
        return None
    lands = doc.kept_in(low, city.start, "COUNTRY")
    begins = lands[0].start if lands else city.start
    is_one = begins == low and not _AND.match(doc.view, city.end)
    return of_place(around.voices, city, 6) if is_one else None


def of_titled(around: Surroundings, mention: Mention, statement: Statement | None) -> Owner | None:
    """Return the last city with an office behind it (喬治市市長) before the mention.

    It counts from where the statement begins, since a statement may run over a second speaker.
    """
    doc = around.doc
    low, _ = around.sentence(mention.start)
    low = max(low, statement.start) if statement else low
    for title in reversed(doc.kept_in(low, mention.start, "TITLE")):
        cities = doc.kept_in(max(low, title.start - 8), title.start + 1, "CITY")
        if cities and title.start - cities[-1].end <= 2:
            return of_place(around.voices, cities[-1], 6)
        bodies = doc.kept_in(max(low, title.start - 20), title.start + 1, "ORGANIZATION")
        if bodies and title.start - bodies[-1].end <= 1:
            cities = doc.kept_in(bodies[-1].start, bodies[-1].end, "CITY")
            if cities:
                return of_place(around.voices, cities[0], 6)
    return None


def of_sentence(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the first city of the sentence before the mention that is not only a possessor."""
    low, _ = around.sentence(mention.start)
    for city in around.doc.kept_in(low, mention.start, "CITY"):
        if _opens(around, city, low):
            return of_place(around.voices, city, 3)
    return None


def _opens(around: Surroundings, city: Mention, low: int) -> bool:
    """Whether a city opens a clause as subject, or possesses an initiative (大邱的甲計畫)."""
    doc = around.doc
    lands = doc.kept_in(max(low, city.start - 8), city.start, "COUNTRY")
    first = lands[-1].start if lands and lands[-1].end == city.start else city.start
    opens = first == low or any(doc.view[at - 1 : at] in _OPENERS for at in (first, city.start))
    if city.form == "anaphora" or not opens:
        return False
    if not _OWNS.match(doc.view, city.end):
        return True
    return bool(doc.kept_in(city.end + 1, city.end + 4, "INITIATIVE")) or any(
        doc.view[city.end + 1] in '「《"' and found.start == city.end + 2
        for found in doc.kept_in(city.end + 2, city.end + 40, "INITIATIVE")
    )


def _of_subject(
    around: Surroundings, mention: Mention, statement: Statement | None
) -> Owner | None:
    """Return the city that is the subject of the sentence, if somebody else was speaking before."""
    if statement is None:
        return None
    doc = around.doc
    row = doc.enclosing(mention, "table_row") if statement.kind == "table_row" else None
    low, _ = around.sentence(mention.start)
    city = next(iter(doc.kept_in(low, mention.start, "CITY")), None)
    if city is None or city.form == "anaphora":
        return None
    if statement.kind == "table_row":
        # A row of several cities may tell of each in turn.
        beside = doc.kept_in(row.start, statement.start, "CITY") if row else []
        beside += doc.kept_in(statement.end, row.end, "CITY") if row else []
        at_head = MARK.fullmatch(doc.view, low, city.start) is not None
        is_one = any(other.entity_id == city.entity_id for other in beside)
        return of_place(around.voices, city, 6) if at_head and is_one else None
    if _ASIDE.match(doc.view, city.end) and city.start <= low + 1:
        return of_place(around.voices, city, 6)
    lands = doc.kept_in(low, city.start, "COUNTRY")
    begins = lands[0].start if lands else city.start
    if _BESIDE.fullmatch(doc.view, low, begins):
        return of_place(around.voices, city, 6)
    if low <= statement.start or begins > low + 1 or city.start > low + 12:
        return None
    if not _SUBJECT.match(doc.view, city.end) or _OURS.search(doc.view, city.end, mention.start):
        return None
    return of_place(around.voices, city, 6)


def _of_paragraph(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the last city that opened a sentence of the paragraph before the mention."""
    doc = around.doc
    low, _ = around.line(mention.start)
    for city in reversed(doc.kept_in(low, mention.start, "CITY")):
        if city.form != "anaphora" and _opens(around, city, around.sentence(city.start)[0]):
            return of_place(around.voices, city, 2)
    return None


def _of_guest(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the only other city that the paragraph has named, where home is not named."""
    low, _ = around.line(mention.start)
    cities = around.doc.kept_in(low, mention.start, "CITY")
    named = {city.entity_id for city in cities if city.form != "anaphora"}
    if len(named) != 1 or around.home in named:
        return None
    lands = around.doc.kept_in(max(low, cities[0].start - 8), cities[0].start, "COUNTRY")
    begins = lands[-1].start if lands else cities[0].start
    view = around.doc.view
    is_beside = _BESIDES.search(view, low, begins) or _GUESTS.match(view, cities[0].end)
    return None if is_beside else of_place(around.voices, cities[0], 2)


def _of_host(around: Surroundings, mention: Mention) -> Owner | None:
    """Return nobody in a row of the host whom a journey led to, who is not named there."""
    row = around.doc.enclosing(mention, "table_row")
    return NONE if row is not None and is_row_of_host(around.doc, row) else None


def _of_only_city(around: Surroundings, mention: Mention) -> Owner:
    """Return the one city a document is about: it names no other, and that one at its head.

    Where a paper only writes from it, or the sentence tells of a country or ministry, it owns none.
    """
    doc = around.doc
    cities = {city.city_id for city in doc.cities}
    named = doc.kept_in(0, _HEAD, "CITY")
    row = doc.enclosing(mention, "table_row")
    if row is not None and any(
        column_of(cell) == "city" and cell.text.strip() for cell in doc.children(row)
    ):
        return NONE  # 本市, 各縣市, whichever they are
    if len(cities) != 1 or not named or named[0].entity_id not in cities:
        return NONE
    low, high = around.sentence(mention.start)
    bodies = doc.kept_in(low, max(high, mention.end), "ORGANIZATION")
    told = [around.voices.body(body.entity_id) for body in bodies]
    if (
        _WROTE_FROM.match(doc.view, named[0].end)
        or doc.kept_in(low, max(high, mention.end), "COUNTRY")
        or any(body is not None and body.kind == "ministry" for body in told)
    ):
        return NONE
    return of_place(around.voices, named[0], 1)


def _of_home(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the city the document speaks for, if the sentence speaks of its people or offices."""
    low, high = around.sentence(mention.start)
    statement = around.statement(mention)
    if statement is not None and statement.kind == "turn" and statement.start == low:
        low = around.line(low)[0]  # with the office that speaks
    words = _OF_TERRITORY if around.home_country in TERRITORIES else _LOCAL
    if around.home is None or not (
        words.search(around.doc.view, low, max(high, mention.end))
        or (statement is None and _names_nobody_else(around, mention))
    ):
        return None
    return Owner(1, "city", around.home, around.voices.country_of(around.home))


def _names_nobody_else(around: Surroundings, mention: Mention) -> bool:
    """Whether a name begins its sentence in a line that tells of nobody, nor the text before it.

    A subject that is not named is anybody: 業者發表「…」, 簡報中提到「…」.
    """
    doc, (low, high) = around.doc, around.line(mention.start)
    first, _ = around.sentence(mention.start)
    is_entry = _ENTERED.match(doc.view, mention.end) and _ENTRY.fullmatch(
        doc.view, low, mention.start
    )
    if not is_entry and _BEFORE_FIRST.fullmatch(doc.view, first, mention.start) is None:
        return False
    told = doc.kept_in(low, high, "CITY", "COUNTRY", "ORGANIZATION", "PERSON")
    told += doc.kept_in(max(0, low - _ABOVE), low, "CITY")
    return all(one.entity_id == around.home for one in told)
