"""Lines below names that tell of whom they name: what they were, have to do, will do.

Contract: points below a head such as 講者簡介, or most of which open as lives or duties do, are
said by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.contract import Mention, Segment
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.statements.bystanders import is_people

_LONGEST = 100
_SENTENCE = re.compile("[。!?]")
# What heads the lives, duties and days of those who are named below, and what opens one of them.
_OF_LIFE = views.pattern(
    "(?:簡介|簡歷|經歷|學歷|小檔案|小傳|分工|分配|職掌|業務|行程|日程|通訊錄|名冊)"
    "(?:表|一覽|說明)?[ ]*:?[ ]*(?:\n|\\Z)"
)
_LIFE = views.pattern(
    "[\\s*·•●■◆○▪–-]*(?:曾[任於在]|現[任職為]|歷任|前任|專長|專攻|學[經]?歷|經歷|畢業|主管(?!機關)|著有|著作|主修|生於|出生|獲頒|曾獲|\\d{4}年生"
    "|[^。,;:\n]{2,24}(?:畢業|學[士系院位]|[碩博]士|教授|研究所|大學[^。,;:\n]{0,12}系|理事|委員|會員)\\s*\\Z)"
)
# Duties and hours open so, all of them.
_DUTY = views.pattern(
    "[\\s*·•●■◆○▪–-]*(?:負責(?!任)|接待|聯繫|拜會|拜訪|參訪|參觀|抵達|搭乘|[上下中]午|晚[上間]|\\d{1,2}[:時點])"
)


def tell_lives(
    near: Neighbours, blocks: Sequence[Segment], named: Mapping[int, Mention]
) -> set[int]:
    """Return which names stand below a head such as 講者簡介, the nearest one above them."""
    found, is_told = set[int](), False
    for index, block in enumerate(blocks):
        if index in named:
            found |= {index} if is_told else set()
        elif (
            block.kind != "list_item"
            and not _SENTENCE.search(block.text)
            and not is_office(near, block)
        ):
            is_told = _OF_LIFE.search(near.doc.view, block.start, block.end) is not None
    return found


def are_of_life(near: Neighbours, said: Sequence[Segment], *, is_told: bool) -> bool:
    """Whether points below a name tell of whom it names: what they were, have to do, will do."""
    if said[0].kind != "list_item":
        return False
    view = near.doc.view
    lives = sum(_LIFE.match(view, one.start, one.end) is not None for one in said)
    duties = sum(_DUTY.match(view, one.start, one.end) is not None for one in said)
    return is_told or lives * 2 >= len(said) or lives + duties == len(said)


def is_office(near: Neighbours, block: Segment) -> bool:
    """Whether a line below a name holds no more than an office: 波蘭克拉科夫市副市長."""
    if is_people(near, block):
        return True
    titles = near.doc.kept_in(block.start, block.end, "TITLE")
    is_short = block.end - block.start <= _LONGEST and not _SENTENCE.search(block.text)
    return is_short and bool(titles) and not near.doc.view[titles[-1].end : block.end].strip()
