"""Quotes and letters that are signed: 「老房子先修屋頂。」——泉州市副市長蘇耿聰.

Contract: the line is what is said, whole sentences, and its signature, which may stand below; who
signs has a name, or is one of a sort of people: ——永和國中學生.
「先讓阿嬤按同意」——專訪竹富町長 is a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.contract import Segment, Statement
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours, trimmed
from pipeline.relations.statements.bystanders import PEOPLE
from pipeline.relations.statements.speakers import Speaker, speaker_of, statement

_MARK = r"\s*(?:[(]?[0-9一二三四五六七八九十]{1,3}[)、.]\s*|[-*·●■◆○•]\s*)?"
_SIGNED = re.compile(
    rf"{_MARK}(?P<said>「[^\n]{{4,400}}[。!?…]」)\s*(?:[-—–─]{{1,3}}\s*(?P<who>[^。;!?「」\n]{{2,60}}?)"
    r"|\((?P<inside>[^。;!?「」()\n]{2,60})\))\s*\Z"
)
_SAID = re.compile(rf"{_MARK}(?P<said>「[^\n]{{4,400}}[。!?…]」|[^\n]{{6,1200}}[。…])\s*\Z")
_SIGNATURE = re.compile(r"\s*[-—–─]{1,3}\s*(?P<who>[^。;!?「」\n]{2,60}?)\s*\Z")
# Who signs without a name: ——永和國中學生
_NAMELESS = views.pattern(rf"[^:《》\n]{{0,24}}?(?:{PEOPLE})\Z")
_BLOCKS = ("paragraph", "list_item")
# Who made the text does not sign what stands above: ——專訪竹富町長
_MADE = views.pattern("[專採受]訪|訪談|記者|報導|整理|翻譯|編譯|撰文|攝影|資料|來源")


def find_signed(near: Neighbours, blocks: Sequence[Segment]) -> Iterator[Statement]:
    """Yield the quotes that a name behind a dash or in brackets signs, on the line or below it."""
    view = near.doc.view
    for index, block in enumerate(blocks):
        signed = _SIGNED.match(view, block.start, block.end)
        said, who = signed, signed and ("who" if signed["who"] else "inside")
        if signed is None and index + 1 < len(blocks) and block.kind in _BLOCKS:
            below = blocks[index + 1]
            signed, who = _SIGNATURE.match(view, below.start, below.end), "who"
            said = _SAID.match(view, block.start, block.end) if signed else None
        if signed is not None and who and _MADE.search(signed[who]):
            continue
        people = near.doc.kept_in(*signed.span(who), "PERSON") if signed and who else []
        is_nameless = bool(signed and who and _NAMELESS.match(signed[who]))
        if said is not None and (len(people) == 1 or (is_nameless and not people)):
            start, end = trimmed(near.doc.text, *said.span("said"))
            speaker = Speaker()
            if people:
                speaker = speaker_of(near, people[0].entity_id, people[0].start)
            yield statement(
                near.doc, "direct", block.segment_id, start, end, speaker, rule="signed", score=0.9
            )
