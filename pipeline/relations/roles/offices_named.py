"""The body or place of a title that does not stand at the title: told before, or on the card.

Contract: pure look-ups on resolved mentions; asked where nothing at the title tells its office.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.contract import Mention, Organization
from pipeline.language import views
from pipeline.recognizers.titles.finder import ReadTitle
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.roles.brackets import OFFICES
from pipeline.relations.roles.held import Held
from pipeline.relations.roles.issuers import is_ours

_FARTHEST = 150
# 該處|數位組|組長, 本會|財務長, 該校|農業科技|系主任; no 該校協助|局長.
_POINTING = views.pattern(
    "(?P<which>[該本])(?P<kind>[局處署院所課室館校司]|部(?!分)|會(?![議場])|科(?!生)|中心|公司|集團|銀行|大學|醫院|辦公室|協會|學會|聯盟|基金會)"
    "(?:的|的?(?:(?![與和及由請邀派向對從跟讓給把將被是了也則並而或因以在到赴於說指表希])[\u3400-\u9fff]){1,8}"
    "(?:[組科課室股隊系所處部署]|中心|(?P<open>)))?$"
)
# Behind other words only the head of a part is of the body, no 局長: 該校拜訪|市長.
_PARTS = frozenset(views.fold("系所科組股課"))
_LONGEST_POINTING = 16
# Bodies of which the kind alone tells what they are called.
_CALLED = {
    views.fold(word): kinds
    for word, kinds in {
        "校": ("university", "school"),
        "公司": ("company",),
        "集團": ("company",),
    }.items()
}
_FARTHEST_LINE = 240
_MOST_LINES = 4
# 城市：德國不來梅港, then 講者：Dr. Wiebke Harms 經濟局長
_PLACE_LINE = views.pattern(
    "[ ]*[-·.*◆■●]?[ ]*(?:代表|所屬|服務|任職|出席|參加|發言|演講|講者)?"
    "(?:城市|單位|機關|機構|地區|國家|國別|公司|學校|組織|團體)"
    "(?:[/、與及]?(?:城市|單位|機關|機構|地區|國家|國別|公司|學校|組織|名稱))*[ ]*[:|]"
)
# Whoever fills in a form is of the unit that does: 填報單位：|外事處|；填報人：X. Who only speaks
# is not of the host (主辦單位：…；報告人：X), nobody of who helps or wins: 指導單位, 得標單位.
_UNIT_LABEL = views.pattern(
    "(?<![協合]辦)(?<!指導)(?<![贊補]助)(?<![得投]標)(?<!委[託辦外])(?<!受託)(?<!檢舉)(?<!申請)(?<!承[包攬])(?<!施工)"
    "(?<![稽受督]查)(?<!受[評訪檢補])(?P<host>主辦)?(?:單位|機關|機構)[ ]?:"
)
_STAFF_LABEL = views.pattern(
    "(?:(?:填[報表]|提報|承辦|經辦|聯[絡繫]|審核|製表)(?:人員?|窗口)"
    "|(?P<speaks>負責人|報告人|獲獎人|計[畫劃]主持人))[ ]?:[ ]?$"
)
_PERSON_LINE = views.pattern(
    "[ ]*[-·.*◆■●]?[ ]*(?:講者|主講人?|發言人?|發言者|代表人?|姓名|與談人?|引言人?|報告人"
    "|出席者|出席人員|首長|市長|職稱|聯絡人|受訪者|分享人)"
    "(?:[及與、/]?(?:姓名|職稱))?[ ]*[:|]"
)


def named_for(
    near: Neighbours, mention: Mention, held: Held, read: ReadTitle, issuer: Mention | None
) -> Mention | None:
    """Return the body that a card, a line or the words before name for a title without one.

    本會|董事長 leads the body that publishes the text, as does a 董事長 of whom no body is told.
    """
    if issuer is not None and is_ours(near.doc.view, held.start):
        return issuer
    if (pointed := pointed_at(near, held.start)) is not None:
        return pointed
    office = on_card(near, mention) or body_of_line(near, mention)
    office = office or body_named_before(near, mention, held, read)
    if office is not None or issuer is None or near.doc.enclosing(mention, "table_row"):
        return office
    return issuer if views.fold(read.head) in _LEADERS else None


def pointed_at(near: Neighbours, start: int) -> Mention | None:
    """Return the body that words before a title mean: 該處|數位組|組長, 本會|財務長.

    該 means the body of the kind named last, 本 the one that the document names first.
    """
    doc = near.doc
    pointing = _POINTING.search(doc.view, max(0, start - _LONGEST_POINTING), start)
    if pointing is None or (pointing["open"] is not None and doc.view[start] not in _PARTS):
        return None
    is_ours = pointing["which"] == "本"
    low, high = (0, len(doc.view)) if is_ours else (0, pointing.start())
    kinds = _CALLED.get(pointing["kind"], ())
    found = [
        one
        for one in doc.kept_in(low, high, "ORGANIZATION")
        if one.form == "name"
        if views.fold(one.text).endswith(pointing["kind"])
        or ((body := near.bodies.get(one.entity_id or "")) is not None and body.kind in kinds)
    ]
    return (found[0] if is_ours else found[-1]) if found else None


def on_card(near: Neighbours, mention: Mention) -> Mention | None:
    """Return the place or body that a line above tells of the speaker named on a line."""
    doc = near.doc
    start = doc.view.rfind("\n", 0, mention.start) + 1
    if (unit := _unit_on_line(near, start, mention)) is not None:
        return unit
    if _PERSON_LINE.match(doc.view, start, mention.start) is None:
        return None
    for low, high in _lines_above(doc.view, start):
        label = _PLACE_LINE.match(doc.view, low, high)
        told = doc.kept_in(label.end(), high, *OFFICES) if label else []
        for wanted in ("ORGANIZATION", "CITY", "COUNTRY"):
            found = [one for one in told if one.label == wanted and one.form != "anaphora"]
            if found:
                return _of_same_place(near, mention, start, found)
    return None


def _unit_on_line(near: Neighbours, start: int, mention: Mention) -> Mention | None:
    """Return the body that a line tells before whom it labels: 填報單位：|外事處|；填報人：X."""
    view = near.doc.view
    low = max(start, mention.start - _FARTHEST)
    staff = _STAFF_LABEL.search(view, low, mention.start)
    if staff is None:
        return None
    low = max(low, view.rfind("。", low, mention.start))
    label = next(reversed([*_UNIT_LABEL.finditer(view, low, mention.start)]), None)
    if label is None or (label["host"] and staff["speaks"]):
        return None
    return near.starting(label.end(), "ORGANIZATION")


def _of_same_place(near: Neighbours, mention: Mention, start: int, found: list[Mention]) -> Mention:
    """Return the body at a person's place in the list, the last one if there are not as many.

    服務機關：秘書處、研考會, and below 姓名職稱：副秘書長簡承佑、組長韓雅筑.
    """
    end = near.doc.view.find("\n", mention.end)
    people = near.doc.kept_in(start, end if end > 0 else mention.end, "PERSON")
    whole = [one for one in found if not any(_holds(other, one) for other in found)]
    is_listed = len(people) == len(whole) > 1 and mention in people
    return whole[people.index(mention)] if is_listed else found[-1]


def _holds(outer: Mention, inner: Mention) -> bool:
    return outer is not inner and outer.start <= inner.start and inner.end <= outer.end


def body_of_line(near: Neighbours, mention: Mention) -> Mention | None:
    """Return the body that begins the line and has a colon: 環保局：張瑞琿局長、|簡股長志偉."""
    start = near.doc.view.rfind("\n", 0, mention.start) + 1
    first = near.starting(start, "ORGANIZATION")
    if first is None or not near.doc.view.startswith(":", first.end):
        return None
    listed = near.doc.view[first.end : mention.start]
    return first if len(listed) < _FARTHEST and not set(listed) & set("。;!?「") else None


def _lines_above(view: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the lines before a position, nearest first, up to one that is empty."""
    end = start - 1
    for _ in range(_MOST_LINES):
        low = view.rfind("\n", 0, max(end, 0)) + 1
        if end <= low or not view[low:end].strip() or start - low > _FARTHEST_LINE:
            return
        yield low, end
        end = low - 1


def body_named_before(
    near: Neighbours, mention: Mention, held: Held, read: ReadTitle
) -> Mention | None:
    """Return the body named last in the paragraph that has such a head: 桃園市教育局…。|局長."""
    doc = near.doc
    fits = _HEADS.get(views.fold(read.head))
    if fits is None or doc.enclosing(mention, "table_row") is not None:
        return None
    leaf = doc.segment(mention.segment_id)
    low = min([leaf.start, *(outer.start for outer in [*doc.ancestors(leaf)][:1])])
    for one in reversed(doc.kept_in(max(low, held.start - _FARTHEST), held.start, "ORGANIZATION")):
        body = near.bodies.get(one.entity_id or "")
        if body is not None and one.form != "anaphora" and fits(body):
            return one
    return None


_Fits = Callable[[Organization], bool]


def _ends(*ends: str) -> _Fits:
    folded = tuple(map(views.fold, ends))
    return lambda body: views.fold(body.name).endswith(folded)


def _is_a(*kinds: str) -> _Fits:
    return lambda body: body.kind in kinds


_FIRMS = ("company", "foundation", "association", "alliance", "other")
_FIRM = _is_a(*_FIRMS)
_HEADS: dict[str, _Fits] = {
    views.fold(head): fits
    for heads, fits in (
        (("局長", "副局長"), _ends("局")),
        (("處長", "副處長"), _ends("處")),
        (("署長", "副署長"), _ends("署")),
        (("館長",), _ends("館")),
        (("所長",), _ends("所")),
        (("院長", "副院長"), _ends("院")),
        (("主任", "副主任"), _ends("辦公室", "中心", "推動小組")),
        (("隊長", "大隊長", "總隊長"), _ends("隊")),
        (("校長", "副校長", "教務長", "學務長", "研發長"), _is_a("university", "school")),
        (("董事長", "總經理", "副總經理", "總裁", "執行長", "營運長", "技術長"), _FIRM),
        (("執行長", "副執行長"), _is_a(*_FIRMS, "agency", "research")),
        (("副董事長", "副總裁", "創辦人", "共同創辦人", "協理"), _FIRM),
        (("理事長", "會長", "總幹事"), _is_a("association", "alliance", "foundation")),
        (("護理師", "護理長", "醫師"), _ends("醫院", "衛生所", "診所", "醫學中心")),
    )
    for head in heads
}
# Who leads a body that publishes what it has to say, or speaks for it.
_LEADERS = frozenset(
    map(
        views.fold,
        (
            *("董事長", "副董事長", "執行長", "副執行長", "總經理", "副總經理", "總裁", "副總裁"),
            *("理事長", "副理事長", "會長", "副會長", "秘書長", "副秘書長", "總幹事", "副總幹事"),
            *("創辦人", "共同創辦人", "營運長", "技術長", "專案經理", "公關經理"),
            *("理事", "監事", "常務理事", "常務監事", "名譽理事長"),
        ),
    )
)
