"""Whom a report calls 他 or 她 and has not quoted: the one whom the paragraph above names.

Contract: nobody where another name or office stands there, too, or others tell of the one named.
"""

from __future__ import annotations

from pipeline.contract import Segment
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.statements.speakers import Speaker, speaker_of

# He or she, and neither they nor their kin: 她|說, no 他們說, 他的兒子說.
PRONOUN = views.pattern(
    "[他她](?![們的和與跟及]|[父母爸媽妻夫丈太兒女兄弟哥姊姐妹家團]|同[事學]|老師|朋友|身)"
)
# 陳美玲|的作品; no 副市長|的一句玩笑話
_OF_WHOM = views.pattern("的(?![^,。;]{0,8}(?:話|詞|說|發言|分享|報告))")
# Whose titles speak for nobody, and of whom others tell: 記者林小英, 王大明已過世.
_TELLS_NOT = views.pattern("記者|攝影|編輯|撰稿|作者|[過逝辭去]世|已故|生前|紀念|追思")


def met_in(near: Neighbours, block: Segment) -> Speaker | None:
    """Return whom a paragraph alone names and by the office, who may be the 她 of the next one."""
    people = near.doc.kept_in(block.start, block.end, "PERSON")
    if block.kind != "paragraph" or len({one.entity_id for one in people}) != 1:
        return None
    (start, end), view = (people[0].start, people[0].end), near.doc.view
    titles = near.doc.kept_in(block.start, block.end, "TITLE")
    if not titles or any(one.start > end + 1 or one.end < start - 1 for one in titles):
        return None
    if _OF_WHOM.match(view, end) or _TELLS_NOT.search(view, block.start, block.end):
        return None
    return speaker_of(near, people[0].entity_id, start)
