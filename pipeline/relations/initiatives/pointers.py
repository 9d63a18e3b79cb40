"""Whose an initiative is by words that point at somebody told before: 其, 她, 前者, 你們的, 那套.

Contract: pure look-ups before a mention, no further back than its paragraph and a fixed reach.
"""

from __future__ import annotations

from pipeline.contract import Mention, Statement
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.relations.initiatives.owner import NONE, Owner, of_person, of_place
from pipeline.relations.initiatives.speakers import MARK, of_statement
from pipeline.relations.surroundings import Surroundings

# How far before its line 該市 may be named.
_LOOK_BACK = 200
# 他們的甲計畫, told of the city that was named last.
_THEIRS = views.pattern(
    r"(?:(?:他們|她們|對方|當地|那裡|那邊|該城|該市)[^,。;「」]{0,12}|(?<![^,。;])其(?![他中餘次實它])[^,。;「」]{0,8}|(?<![^,。;])(?:該城|該市)[^,。;「」]{0,30})[「《\"\s]*$"
)
# 市長說，該市… is of the city spoken for, whatever was named in between.
_REPORTS = frozenset({"reported", "direct"})
_THAT_CITY = views.pattern("(?:該|當地|那座)(?:市|城|縣)|當地|在[他她]的城市")
_OBJECT = views.pattern("[與和跟同及對向]$")
_HIS = views.pattern(r"(?:[^,。;與和]{0,6})的[「《\"\s]*")
# 您那套「…」, 貴市的「…」: of whom one speaks to.
_YOURS = views.pattern(
    '(?:您|你們|妳們|貴市|貴府|貴城|諸位)(?:的|那套|那個|那項|那份|這套|這個|家的)*[「《"\\s]*$'
)
# 貴府規劃中之「…」, 本市推動「…」 in a letter; who is asked to come or thanked does nothing.
_IN_LETTER = views.pattern(
    "(?<![請邀予供向與和跟同謝助])(?:(?P<we>[本我敝][市縣府局處])|貴[市縣府局處會])"
    '(?!參[加與]|出席|蒞|光臨|派|[與和]貴|[與和]本)[^,。;「」]{0,14}[「《"\\s]*$'
)
# 請貴市提供「…」資料: what the other has.
_ASKED_FOR = views.pattern(
    '請貴[市縣府局處會](?:惠予?|協助|能|予以|就)?(?:提供|分享|惠[賜示]|介紹|說明|檢送|檢附)[^,。;「」]{0,8}[「《"\\s]*$'
)
# 參訪了「…」, 聽說「…」: what one sees is not of who writes.
_SEEN = views.pattern(
    '(?:參訪|參觀|觀摩|考察|看[到過見了]|聽[說聞到]|見識|體驗|學習|請教|觀察)[了過到]*[^,。;「」]{0,6}[「《"\\s]*$'
)
_BOTH_IN_LETTER = views.pattern("本[市府][與和跟及]貴|貴[市府][與和跟及]本|貴我")
_ADDRESS = views.pattern("(?:受文者|收文者|正本)[ \u3000]?:[^\n]{2,30}")
_HEAD = 600
# 就是仿效…, 為了看那套「…」: what one learns from is somebody else's.
_LEARNED = views.pattern(
    r"(?:取經|效法|仿效|仿照|參考|參照|借鏡|學習|引進|移植|師法|模仿|複製|為了看|去看)(?:了|過|著|完|到)?(?!的)"
    r"(?:[^,。;「」]{0,10}(?:的|套|個|項|叫做|稱為|名為))?[「《\"\s]*$"
)
_ITS = views.pattern(r"[市縣]?(?:政府|市府|縣府)?的[「《\"\s]*")  # 參考屏東的「…」
_TAKES = views.pattern(
    "(?:引進|引入|採用|導入|學習|借鏡|仿效|參考|移植|複製|取得|參觀|考察)(?:了)?$"
)
_PRONOUN = views.pattern(r"(?:但|而|不過|因此|對此|,|「|\s)*(?:他|她)(?!們)")
_ASKS = frozenset({"question", "turn"})
_CITY_HALL = frozenset(views.fold(word) for word in ("市府", "縣府", "市政府", "縣政府", "市政廳"))
# As far before an office its hall stands.
_HALL = 5
_ONE_OF_TWO = views.pattern("(?:前者|(後者))(?:(?!前者|後者)[^;。])*$")
_BEFORE_PRONOUN = 300
_THAT = tuple(views.simplify("該其"))
# The subject of a sentence stands near its head, behind a label: 三、主任報告：波茲南…
_LEAD = 24
_PAIR = 2
# So far before what is learned from may have been told.
_EARLIER = 1500


def pointed_at(around: Surroundings, mention: Mention, low: int, *, has_city: bool) -> Owner | None:
    """Return the owner that a word in the clause from ``low`` points at, or None.

    Args:
        has_city: whether the clause names a city itself.
    """
    before = around.doc.view[low : mention.start]
    if (written := _of_letter(around, mention, before)) is not None:
        return written
    if _YOURS.search(before):
        return _last_city(around, mention, around.line(mention.start)[0]) or _of_asked(
            around, mention
        )
    found = _of_model(around, mention)
    if found is None and not has_city:
        found = (
            _of_its_hall(around, mention, low)
            or _of_them(around, mention, before)
            or _of_that_city(around, mention)
            or _of_one_of_two(around, mention)
        )
    return found or _of_possessor(around, mention, low) or _of_pronoun(around, mention, low)


def _last_city(around: Surroundings, mention: Mention, low: int) -> Owner | None:
    """Return the last city named from ``low`` on that is not the one that speaks."""
    own = around.voices.of_statement(around.statement(mention)).city_id or around.home
    for city in reversed(around.doc.kept_in(low, mention.start, "CITY")):
        if city.form != "anaphora" and city.entity_id not in (None, own):
            return of_place(around.voices, city, 7)
    return None


def _of_letter(around: Surroundings, mention: Mention, before: str) -> Owner | None:
    """Return who writes a letter or gets it, whichever the clause names.

    A sentence of it that names no city tells of who writes.
    """
    asked = _ASKED_FOR.search(before)
    told = asked or _IN_LETTER.search(before)
    is_ours = told is not None and asked is None and told["we"] is not None
    letter = around.letter
    if letter is None:
        if told is None or is_ours:
            return None
        address = _ADDRESS.search(around.doc.view, 0, _HEAD)
        cities = around.doc.kept_in(*address.span(), "CITY") if address else []
        return of_place(around.voices, cities[0], 7) if cities else None
    low, high = around.sentence(mention.start)
    if _BOTH_IN_LETTER.search(around.doc.view, low, mention.start):
        return Owner(8)
    said = around.statement(mention)
    if told is None and (
        (said is not None and said.city_id not in (None, letter.sender))
        or around.doc.kept_in(low, max(high, mention.end), "COUNTRY", "ORGANIZATION")
        or any(c.entity_id for c in around.doc.kept_in(low, max(high, mention.end), "CITY"))
    ):
        return None
    is_seen = told is None and _SEEN.search(before) is not None
    owner = letter.sender if is_ours or (told is None and not is_seen) else letter.addressee
    return Owner(7, "city", owner, around.voices.country_of(owner))


def _of_asked(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the city of an interview, to whom a question of nobody's city is put (貴市的「…」)."""
    said = around.statement(mention)
    if said is None or said.kind not in _ASKS or around.home is None:
        return None
    if around.voices.of_statement(said).city_id is not None:
        return None
    return Owner(7, "city", around.home, around.home_country)


def _of_model(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the other city of the sentence whose initiative is looked at or learned from."""
    low, _ = around.sentence(mention.start)
    if not _LEARNED.search(around.doc.view, low, mention.start):
        return None
    for city in around.doc.kept_in(low, mention.start, "CITY")[-1:]:
        if _ITS.fullmatch(around.doc.view, city.end, mention.start):
            return of_place(around.voices, city, 8)
    return _last_city(around, mention, low) or (NONE if _is_told_before(around, mention) else None)


def _is_told_before(around: Surroundings, mention: Mention) -> bool:
    """Whether an earlier mention of the same name tells whose it is."""
    doc = around.doc
    return any(
        other.text == mention.text and not _LEARNED.search(doc.view, *_before(around, other))
        for other in doc.kept_in(max(0, mention.start - _EARLIER), mention.start, "INITIATIVE")
    )


def _before(around: Surroundings, mention: Mention) -> tuple[int, int]:
    return around.sentence(mention.start)[0], mention.start


def _of_its_hall(around: Surroundings, mention: Mention, low: int) -> Owner | None:
    """Return the city that 該市 told before 市府 in the sentence (該市…，市府因此成立「…」)."""
    doc = around.doc
    halls = doc.kept_in(low, mention.start, "ORGANIZATION")
    if not halls or views.fold(halls[0].text) not in _CITY_HALL:
        return None
    first, _ = around.sentence(mention.start)
    if not _THAT_CITY.search(doc.view, first, halls[0].start):
        return None
    said = around.statement(mention)
    if said is not None and said.city_id and said.kind in _REPORTS:
        return Owner(6, "city", said.city_id, said.country_code)
    line, _ = around.line(mention.start)
    for city in doc.kept_in(line, first, "CITY"):
        if city.form != "anaphora":
            return of_place(around.voices, city, 6)
    return None


def _of_one_of_two(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the first or second of the two cities told before 前者 and 後者."""
    low, _ = around.sentence(mention.start)
    told = _ONE_OF_TWO.search(around.doc.view, low, mention.start)
    if told is None:
        return None
    cities = [c for c in around.doc.kept_in(low, told.start(), "CITY") if c.form != "anaphora"]
    named = {city.entity_id: city for city in cities if city.entity_id}
    if len(named) != _PAIR:
        return None
    return of_place(around.voices, list(named.values())[bool(told[1])], 7)


def _of_pronoun(around: Surroundings, mention: Mention, low: int) -> Owner | None:
    """Return the city of the person that 他 or 她 at the head of the sentence stands for.

    A city or a body of its own in the clause counts for more, unless it is a bare 市府.
    """
    doc = around.doc
    first, _ = around.sentence(mention.start)
    if not _PRONOUN.match(doc.view, first, mention.start):
        return None
    bodies = doc.kept_in(low, mention.start, "CITY", "COUNTRY", "ORGANIZATION")
    if any(views.fold(body.text) not in _CITY_HALL for body in bodies):
        return None
    reach = max(around.line(mention.start)[0], first - _BEFORE_PRONOUN)
    people = doc.kept_in(reach, first, "PERSON")
    return of_person(around, people[-1].entity_id) if people else None


def _of_them(around: Surroundings, mention: Mention, before: str) -> Owner | None:
    """Return the foreign city that 他們 or 當地 stands for: the last one named."""
    theirs = _THEIRS.search(before)
    if theirs is None:
        return None
    may_be_home = theirs[0][:1] in _THAT
    if may_be_home and _TAKES.search(before[: theirs.start()]):
        # 向四萬十市取經，引進該市的「…」: no subject
        return _last_city(around, mention, around.line(mention.start)[0])
    doc = around.doc
    said = around.statement(mention)
    first, _ = around.sentence(mention.start)
    is_near = said is not None and said.start >= first and said.kind in _REPORTS
    own = doc.kept_in(first, mention.start, "CITY")
    is_led = bool(own) and own[0].form != "anaphora" and own[0].start <= first + _LEAD
    is_far = not is_near or said is None or said.city_id == around.home
    is_far = is_far or (is_led and said is not None and own[0].start >= said.start)
    if may_be_home and is_led and is_far:
        return of_place(around.voices, own[0], 6)
    if may_be_home and said is not None and said.city_id and is_near:
        return Owner(6, "city", said.city_id, said.country_code)
    cell = doc.enclosing(mention, "cell")
    low = cell.start if cell is not None else around.line(mention.start)[0]
    if cell is None and not doc.kept_in(low, mention.start, "CITY"):
        low = max(0, low - _LOOK_BACK)
    for city in reversed(doc.kept_in(low, mention.start, "CITY")):
        is_object = _OBJECT.search(doc.view, low, city.start) is not None
        if (
            (may_be_home or city.entity_id != around.home)
            and city.form != "anaphora"
            and not is_object
        ):
            return of_place(around.voices, city, 6)
    # What a cell does not name is the city of its row, whichever column that stands in.
    return of_statement(around, said) if cell is not None else None


def _of_that_city(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the city that leads the sentence as 該市 where no other comes (該市…；另辦「…」)."""
    first, _ = around.sentence(mention.start)
    mark = MARK.match(around.doc.view, first, mention.start)
    led = _THAT_CITY.match(around.doc.view, mark.end() if mark else first, mention.start)
    if led is None or any(
        city.form != "anaphora" for city in around.doc.kept_in(led.end(), mention.start, "CITY")
    ):
        return None
    return _of_them(around, mention, led[0])


def _of_possessor(around: Surroundings, mention: Mention, low: int) -> Owner | None:
    """Return the city of the person who possesses it (瑞卡多議員的「…」)."""
    people = around.doc.kept_in(low, mention.start, "PERSON")
    if not people or not _HIS.fullmatch(around.doc.view, people[-1].end, mention.start):
        return None
    return of_person(around, people[-1].entity_id)


def of_own_hall(around: Surroundings, last: Mention, statement: Statement | None) -> Owner | None:
    """Return the city that says 市府 of its own government, unless its line names this one."""
    if last.label != "ORGANIZATION" or not _is_hall(around.doc, last):
        return None
    city_id, code = around.voices.of_statement(statement)
    if city_id is None or code is None:
        return None
    if code == around.home_country:
        low = around.line(last.start)[0]
        named = {city.entity_id for city in around.doc.kept_in(low, last.start, "CITY")}
        if city_id not in named or around.home in named:
            return None
    return Owner(7, "city", city_id, code)


def _is_hall(doc: DocView, body: Mention) -> bool:
    """Whether a body is a bare 市府 or an office of one: 市府的衛生處."""
    if views.fold(body.text) in _CITY_HALL:
        return True
    before = doc.view[max(0, body.start - _HALL) : body.start].removesuffix("的")
    return before.endswith(tuple(_CITY_HALL)) and not doc.kept_in(body.start, body.end, "CITY")
