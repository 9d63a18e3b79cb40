"""Words below a line that names their speaker, in programmes and minutes.

Contract: a line that ends with a person, office and all, speaks the sentences below it if the
document has two such lines at least; what the chair says stands behind 主席致詞.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.contract import Mention, Segment, Statement
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours, trimmed
from pipeline.relations.statements.bystanders import is_people
from pipeline.relations.statements.entries import find_entries
from pipeline.relations.statements.interviews import find_answers
from pipeline.relations.statements.lives import are_of_life, is_office, tell_lives
from pipeline.relations.statements.offices import find_office_reports, is_labelled, level_of
from pipeline.relations.statements.programmes import names_topic
from pipeline.relations.statements.signed import find_signed, is_name_and_office
from pipeline.relations.statements.speakers import speaker_of, statement

_LINES = ("paragraph", "list_item", "heading")
_INSIDE = ("table", "turn", *_LINES)
_LONGEST = 100
_SENTENCE = re.compile("[。!?]")
_ENDED = re.compile("[。!?…][」)】]*\\s*\\Z")
# What may stand behind the name at the end of a line.
_REST = views.pattern(
    "[\\s·]*(?:先生|女士|小姐|博士|醫師|教授|閣下)?[\\s·]*(?:\\([^()]*\\)|【[^】]*】)?[)]?"
    "(?:(?:口頭|補充|書面)?(?:發言|報告|說明|回[覆應]|意見|建議|致[詞辭]|提問|質詢)"
    "(?:摘要|內容|重點|如下)?(?=[\\s:]*\\Z))?"
    # Who came along: 隨員3人, 等五人, 線上.
    "[\\s/|,]*(?:(?:隨員|隨行|偕同?|等|一行|團員)[^。,;:]{0,6}[人名位員無]|線上|視訊|預錄|書面)?[\\s:]*\\Z"
)
# What a Latin name holds behind it: , Executive Director of the Urban Data Institute
_LATIN_REST = re.compile(",[A-Za-zÀ-ʯ ,.&'’-]{3,80}\\s*\\Z")
_NUMBER = re.compile(
    "\\s*(?:[一二三四五六七八九十0-9]{1,3}[、.]|\\([一二三四五六七八九十0-9]{1,3}\\))"
)
_LIST = re.compile("[、;]|[^A-Za-z ,],[^A-Za-z ]")
_CHAIR = views.pattern("(?:主[ \\u3000]*席|主持人?|召集人)[ \\u3000]*:")
_CHAIR_SAYS = views.pattern(
    "\\s*(?:[壹貳叁參肆伍陸柒捌玖拾一二三四五六七八九十0-9]{1,3}[、.])?\\s*"
    "(?:主席|主持人|召集人|(?P<office>[市縣院校局處]長|秘書長|主任委員))"
    "(?:開場|開幕|閉幕)?(?:致詞|致辭|裁示|指示|結語|結論|總結|講話|發言|報告|提示)"
    "(?:事項)?[ \\u3000]*(?::|\\s*\\Z)"
)
# 一、丹麥奧胡斯（柳議員承恩報告）: who reports, at the end of the head of a part.
_REPORTS = views.pattern(
    "\\((?P<who>[^()\\n]{2,24}?)(?:口頭|補充)?(?:報告|說明|主講|發言|分享|致詞|簡報|提案)\\)\\s*\\Z"
)
# The number of a part of minutes: 玖、, 三、
PART_NUMBER = "[壹貳叁參肆伍陸柒捌玖拾一二三四五六七八九十]{1,3}、"
# Notes, numbered parts and entries of minutes.
_PART = views.pattern(
    "[\\s]*(?:【|[▍▌▎■◆●◎#*]|\\((?![一二三四五六七八九十0-9]{1,3}\\))"
    f"|{PART_NUMBER}|(?![^:\n]{{0,8}}[的就]是)[^。,;:「」\n]{{1,10}}:)"
)
# A point that somebody makes: 一、 without a label behind it.
_POINT = views.pattern(f"\\s*{PART_NUMBER}(?![^。,;:「」\n]{{1,10}}:)")
_MINUTES = views.pattern(
    f"(?:\\A|\n)\\s*(?:{PART_NUMBER})?(?:(?:確認|報告|討論|提案|列管|決議)(?:事項|案件)|臨時動議)"
    "[ \u3000]*:?(?=\n)|\n\\s*(?:決議|案由)[ \u3000]*:"
)
_COLUMN = views.pattern(
    "的話|卷首[語言]|社論|序言|發刊詞|專欄|手記|筆記|週記|寄語|開場白|觀點|致詞(?:全文|內容|摘要)|談話(?:全文|內容|摘要)|書面(?:致詞|意見)"
)
_REPORT = re.compile("(?:报告|说明|发言|补充|回应|回复)[ ]?:\\s*\\Z")
_LEAST_SAID = 8
_WE = re.compile("我|本人|本[市縣府]")
_BULLETS = tuple("-*•·●■◆○▪")


def find_headed(near: Neighbours, chair: Mention | None) -> list[Statement]:
    """Return what is said below the names of speakers, in order; minutes have a chair."""
    blocks = [
        block
        for block in near.doc.of_kind("title", *_LINES)
        if not any(parent.kind in _INSIDE for parent in near.doc.ancestors(block))
    ]
    pairs = zip(blocks, [*blocks[1:], None], strict=False)
    named = {i: who for i, (one, below) in enumerate(pairs) if (who := _speaker(near, one, below))}
    heads = list(named)
    found = list(_below(near, blocks, named))
    is_sure = len(found) > 1 or any(_is_column(near, blocks[index]) for index in heads)
    if not is_sure and (chair is None or not any(_is_report(near, blocks[i]) for i in heads)):
        found = []
    found += [
        *_chair(near, chair, blocks),
        *_reports(near, blocks),
        *find_signed(near, blocks),
        *find_office_reports(near, blocks, are_minutes=chair is not None or _is_minutes(near)),
        *find_entries(
            near,
            near.doc.of_kind("title", *_LINES),
            {
                blocks[index].segment_id: person
                for index, person in named.items()
                if ":" not in near.doc.view[blocks[index].start : person.start]
            },
        ),
    ]
    found += find_answers(near, blocks)
    return sorted(found, key=lambda s: (s.start, s.end))


def _speaker(near: Neighbours, block: Segment, below: Segment | None) -> Mention | None:
    """Return the one person a short line ends with, office and all; it may stand below."""
    doc = near.doc
    view = doc.view[block.start : block.end]
    if len(view) > _LONGEST or _ENDED.search(view) or _CHAIR.search(view):
        return None
    people = doc.kept_in(block.start, block.end, "PERSON")
    if not people or len({m.entity_id for m in people}) != 1 or people[0].entity_id is None:
        return None
    named = doc.kept_in(block.start, block.end, "PERSON", "TITLE")
    is_latin = _LATIN_REST.match(doc.view, people[0].end, block.end) is not None
    is_last = is_latin or _REST.match(doc.view, named[-1].end, block.end) is not None
    if not is_last and not names_topic(near, people[0].end, block):
        return None
    offices = doc.kept_in(block.start, block.end, "TITLE", "CITY", "ORGANIZATION", "COUNTRY")
    before = _NUMBER.sub("", doc.view[block.start : people[0].start])
    is_office = bool(offices) or bool(near.held.get(people[0].entity_id))
    is_office = is_office or (below is not None and is_people(near, below))
    return people[0] if is_office and not _LIST.search(before) else None


def _is_column(near: Neighbours, block: Segment) -> bool:
    """Whether a line heads the column of who is named on it: 編者的話｜秘書長…."""
    return _COLUMN.search(near.doc.view, block.start, block.end) is not None


def _is_report(near: Neighbours, block: Segment) -> bool:
    """Whether a line of minutes heads what somebody reports: （二）丁科長正勳報告："""
    return _REPORT.search(near.doc.view, block.start, block.end) is not None


def _below(
    near: Neighbours, blocks: Sequence[Segment], named: Mapping[int, Mention]
) -> Iterator[Statement]:
    """Yield what stands below each name.

    A title is one of them if a name and an office fill it and who speaks below tells of himself.
    """
    found = list[tuple[int, Statement]]()
    heads = [*named, len(blocks)]
    tells = tell_lives(near, blocks[: heads[-2] + 1] if named else (), named)
    for index, following in itertools.pairwise(heads):
        below = blocks[index + 1 : following]
        below = below[1:] if below and is_office(near, below[0]) else below
        said = _said(near, below, are_points=_are_points(near, blocks[index], below))
        if said and not are_of_life(near, said, is_told=index in tells):
            found.append((index, _spoken(near, named[index], said[0], said[0].start, said[-1].end)))
    for index, one in found:
        block = blocks[index]
        is_title = block.kind == "title" and blocks[index + 1].kind != "list_item"
        is_one = len(found) > 1 and is_name_and_office(near, block.start, block.end)
        is_one = is_one and _WE.search(one.text) is not None
        if not is_title or is_one:
            yield one


def _are_points(near: Neighbours, head: Segment, below: Sequence[Segment]) -> bool:
    """Whether 一、 below a name counts the points somebody makes, and no parts of minutes."""
    view = near.doc.view[head.start : head.end].strip()
    is_entry = ":" in view[:-1] or _POINT.match(view) is not None
    points = [block for block in below[:1] if _POINT.match(near.doc.view, block.start, block.end)]
    return not is_entry and bool(points) and points[0].text.lstrip().startswith("一")


def _said(
    near: Neighbours, blocks: Sequence[Segment], *, are_points: bool = False
) -> list[Segment]:
    """Return the blocks of sentences right below a line, maybe points counted by 一、."""
    found: list[Segment] = []
    bullet = near.doc.view[blocks[0].start : blocks[0].end].lstrip()[:1] if blocks else ""
    for block in blocks:
        view = near.doc.view[block.start : block.end]
        is_part = block.kind == "heading" or _PART.match(view) is not None
        if are_points and _POINT.match(view):
            is_part = False
        # The points below a name may have a bullet, and no full stop.
        is_point = block.kind == "list_item" and view.lstrip()[:1] == bullet in _BULLETS
        is_point = is_point and not near.doc.kept_in(block.start, block.end, "PERSON")
        is_point = is_point and len(view.strip()) > _LEAST_SAID
        if is_point or (_ENDED.search(view) and view.lstrip()[:1] == bullet in _BULLETS):
            is_part = False
        if (not is_point and not _SENTENCE.search(view)) or is_part:
            break
        found.append(block)
    return found


def _spoken(near: Neighbours, person: Mention, block: Segment, start: int, end: int) -> Statement:
    start, end = trimmed(near.doc.text, start, end)
    speaker = speaker_of(near, person.entity_id, person.start)
    return statement(
        near.doc, "direct", block.segment_id, start, end, speaker, rule="headed", score=0.85
    )


def _is_minutes(near: Neighbours) -> bool:
    """Whether the heads of a document are those of minutes: 參、報告事項 and 肆、討論事項."""
    return len(_MINUTES.findall(near.doc.view)) > 1


def find_chair(near: Neighbours) -> Mention | None:
    """Return whom the head of minutes names as chair: 主席：副市長李四川."""
    for block in near.doc.of_kind(*_LINES):
        named = _CHAIR.search(near.doc.view, block.start, block.end)
        people = near.doc.kept_in(named.end(), block.end, "PERSON") if named else []
        if people:
            return people[0]
    return None


def names_reporter(view: str, block: Segment) -> bool:
    """Whether a line ends with who reports below it: 一、丹麥奧胡斯（柳議員承恩報告）."""
    return _REPORTS.search(view, block.start, block.end) is not None


def _reports(near: Neighbours, blocks: Sequence[Segment]) -> Iterator[Statement]:
    """Yield what stands below a line that ends with who reports."""
    for index, block in enumerate(blocks):
        told = _REPORTS.search(near.doc.view, block.start, block.end)
        people = near.doc.kept_in(*told.span("who"), "PERSON") if told else []
        said = _said(near, blocks[index + 1 :]) if people else []
        if said:
            yield _spoken(near, people[0], said[0], said[0].start, said[-1].end)


def _chair(
    near: Neighbours, chair: Mention | None, blocks: Sequence[Segment]
) -> Iterator[Statement]:
    """Yield what the minutes give as words of the chair, on the line or in the list below it."""
    for index, block in enumerate(blocks):
        view = near.doc.view
        says = _CHAIR_SAYS.match(view, block.start, block.end)
        if says is None or chair is None or not _holds(near, chair, says["office"]):
            continue
        end = block.end
        if not view[says.end() : end].strip():
            below = blocks[index + 1 :]
            items = [*_items(near, block, below)]
            if items and is_labelled(near, items[0]):
                continue  # 主席致詞： above (一)廖秘書長雅筑：…
            said = items or _said(near, below[:5])
            end = said[-1].end if said else end
        if end - says.end() >= _LEAST_SAID:
            yield _spoken(near, chair, block, says.end(), end)


def _holds(near: Neighbours, chair: Mention, office: str | None) -> bool:
    """Whether the words of an office are the chair's: 市長裁示, where the mayor leads."""
    held = near.held.get(chair.entity_id or "", ())
    return office is None or any(views.fold(role.title).endswith(office) for role in held)


def _items(near: Neighbours, head: Segment, below: Sequence[Segment]) -> Iterator[Segment]:
    """Yield the list items right below a line, up to the next one numbered as the line itself."""
    own = level_of(near.doc.view, head)
    for block in below:
        is_next = own is not None and level_of(near.doc.view, block) == own
        if block.kind != "list_item" or is_next:
            return
        yield block
