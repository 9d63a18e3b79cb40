"""Offices a biography tells: 吳秀梅生於嘉義，歷任交通部科長、工務局局長，現任臺北市副市長.

Contract: asked of people that begin a paragraph, list item or cell; reads on as far as the
paragraph names nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.contract import Mention, Segment
from pipeline.language import views
from pipeline.recognizers.people.lexicon import PeopleLexicon
from pipeline.recognizers.people.rosters import APPOINTED
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.roles.held import Held
from pipeline.relations.roles.offices import office_before, office_inside

_NOW = "現任|現職[為是]?|現為|現擔任|目前(?:擔任|任職於?|為|是)"
_THEN = "曾任|曾經?擔任|曾為|歷任|先後擔任|先後任|前任|卸任"
# What shows that a life is told; other verbs are read only then.
_TELLS = views.pattern(f"{_NOW}|{_THEN}")
_VERB = views.pattern(
    f"(?P<now>{_NOW}|[亦也並同]時?擔任|[亦也並同]?兼任|身兼|擔任|出任|接任|獲聘為|受聘為|任職於|服務於)"
    f"|(?P<then>{_THEN})"
)
_FORMER = views.pattern(
    "(?:(?<![日目之先以年月天週空史生眼當跟向直提午])前|前任|時任|卸任|曾任|歷任)$"
)
_THEN_VERB = views.pattern(f"(?:{_THEN})")
# 她去年九月|接任
_PRONOUN = views.pattern(
    "(?<=[。!?」\n])[他她](?:[於在自從]?(?:[今去前明]年|[\\d一二三四五六七八九十〇零]{1,4}[年月日])[底初起]?){0,3}"
)
# 王大明|說，新局長人很好, |與女兒同行: the sentence tells of somebody else, who may be meant.
_OTHER = views.pattern(
    "說|表示|指出|介紹|推薦|提到|同[事學行仁僚]|新任|[新繼前老](?:局|處|市|縣|院|校|主|董|執)|太太|先生|夫人|[兒女]|姐|妹|弟|哥|父|母"
)
# 感謝局長 tells of another as well, 對環保充滿熱情 of none.
_TOWARDS = views.pattern("讚|感謝|談|[與和跟陪帶向對](?![會談])|其")
_STOPS = re.compile("[。;!?\n]")
_BEGIN = re.compile(r"[\s\d.、()•·*◆▪▌▍▎◎★►▶※-]*$")
# 教授兼|系主任
_BOTH = frozenset(views.fold("兼暨及"))
_FARTHEST = 400
_LONGEST = 120
# What stands between a name and its life: a bracket, a title, a comma.
_FAR_FROM_NAME = 80


def career(near: Neighbours, mention: Mention, lexicon: PeopleLexicon) -> Iterator[Held]:
    """Yield the offices that the paragraph a person begins tells of it, those of today first."""
    doc = near.doc
    outer = _paragraph(near, mention)
    if mention.form != "name" or not _BEGIN.fullmatch(doc.view, outer.start, mention.start):
        return
    end = min(outer.end, mention.end + _FARTHEST, _next_person(near, mention, outer.end))
    first = _TELLS.search(doc.view, mention.end, min(end, mention.end + _FAR_FROM_NAME))
    if first is None:
        return
    found = [
        held
        for verb in _VERB.finditer(doc.view, mention.end, end)
        for held in _offices(near, mention, verb, end, lexicon)
    ]
    yield from sorted(found, key=lambda held: held.status == "former")


def by_pronoun(near: Neighbours, mention: Mention, lexicon: PeopleLexicon) -> Iterator[Held]:
    """Yield the office the next sentence gives a person: Aino 坐下。她|三月接任坦佩雷市副市長."""
    doc = near.doc
    if mention.form != "name":
        return
    outer = _paragraph(near, mention)
    end = min(outer.end, mention.end + _LONGEST, _next_person(near, mention, outer.end))
    for pronoun in _PRONOUN.finditer(doc.view, mention.end, end):
        if _tells_of_another(near, mention.end, pronoun.start()):
            return
        verb = APPOINTED.match(doc.view, pronoun.end())
        stop = _STOPS.search(doc.view, pronoun.end(), outer.end)
        last = stop.start() if stop else outer.end
        titles = doc.kept_in(verb.end(), last, "TITLE") if verb else []
        if verb is None or not titles or "," in doc.view[verb.end() : titles[0].start]:
            continue
        office = office_inside(doc, titles[0]) or office_before(near, titles[0].start, lexicon)
        status = "former" if _THEN_VERB.match(verb[0]) else ""
        yield Held(titles[0].text, mention.start, titles[0].end, office, "appointed", status=status)
        return


def _tells_of_another(near: Neighbours, start: int, end: int) -> bool:
    """Whether what is told behind a name may be of somebody else without one."""
    view = near.doc.view
    towards = _TOWARDS.search(view, start, end)
    return _OTHER.search(view, start, end) is not None or (
        towards is not None and bool(near.doc.kept_in(towards.end(), end, "TITLE"))
    )


def _paragraph(near: Neighbours, mention: Mention) -> Segment:
    leaf = near.doc.segment(mention.segment_id)
    return next(near.doc.ancestors(leaf), leaf) if leaf.kind == "sentence" else leaf


def _next_person(near: Neighbours, mention: Mention, end: int) -> int:
    """Return where somebody else is named after a person, or ``end``."""
    others = near.doc.kept_in(mention.end, end, "PERSON")
    return next((one.start for one in others if one.entity_id != mention.entity_id), end)


def _offices(
    near: Neighbours,
    mention: Mention,
    verb: re.Match[str],
    end: int,
    lexicon: PeopleLexicon,
) -> Iterator[Held]:
    """Yield the titles behind a verb up to the next one or the end of the sentence."""
    doc, start = near.doc, verb.end()
    stop = min(end, start + _LONGEST)
    marks = (_STOPS.search(doc.view, start, stop), _VERB.search(doc.view, start, stop))
    stop = min((mark.start() for mark in marks if mark), default=stop)
    status = "former" if verb["then"] else ""
    office = None
    for title in doc.kept_in(start, stop, "TITLE"):
        if doc.view.startswith("的", title.end):
            continue  # 擔任局長的人
        shared = office if doc.view[title.start - 1] in _BOTH else None
        office = office_inside(doc, title) or office_before(near, title.start, lexicon) or shared
        yield Held(title.text, mention.start, title.end, office, "career", status=status)


def told_status(near: Neighbours, held: Held) -> str:
    """Return ``former`` where 前 or 曾任 stands before the place or body: 前|臺北|市長柯文哲."""
    start = held.office.start if held.office else held.start
    while (outer := near.ending(start, "CITY", "COUNTRY")) is not None and outer.end == start:
        start = outer.start
    former = held.office is not None and _FORMER.search(near.doc.view, max(0, start - 4), start)
    return "former" if former else ""
