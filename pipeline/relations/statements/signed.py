"""Quotes and letters that are signed: 「老房子先修屋頂。」——泉州市副市長蘇耿聰.

Contract: the line is what is said, whole sentences, and its signature, which may stand below; who
signs has a name, or is one of a sort of people: ——永和國中學生.
「先讓阿嬤按同意」——專訪竹富町長 is a title.  Below words without quotes the signature is a name and
an office and no more: neither a caption (－市長王大明與來賓合影) nor a list of guests.
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
_DASHED = re.compile(r"\s*[-—–─]")
_LONG_DASH = re.compile(r"\s*[-—–─]{2}")
_I = views.pattern("我|本人|[貴敝][我市縣府校會處刊報局所]|[您你]")
# What may part the name, the office and the place of a signature.
_BETWEEN = re.compile(r"[\s,、·()/|]*")
# ——獻給臺南的母親, ──照顧長者與青年: a line below a title.
_TO_THEM = views.pattern("[給為與和及、]|適合|照顧|造福|關懷|服務")
# Who made the text does not sign what stands above: ——專訪竹富町長
_MADE = views.pattern("[專採受]訪|訪談|記者|報導|整理|翻譯|編譯|撰文|攝影|資料|來源")


def find_signed(near: Neighbours, blocks: Sequence[Segment]) -> Iterator[Statement]:
    """Yield the quotes that a name behind a dash or in brackets signs, on the line or below it."""
    view = near.doc.view
    for index, block in enumerate(blocks):
        signed = _SIGNED.match(view, block.start, block.end)
        said, who = signed, signed and ("who" if signed["who"] else "inside")
        if signed is None and index + 1 < len(blocks) and block.kind in _BLOCKS:
            signed, who = _signature(near, blocks, index), "who"
            said = _SAID.match(view, block.start, block.end) if signed else None
        if said is None or signed is None or not who or _MADE.search(signed[who]):
            continue
        people = near.doc.kept_in(*signed.span(who), "PERSON")
        is_nameless = not people and _NAMELESS.match(signed[who]) is not None
        if len(people) != 1 and not is_nameless:
            continue
        start, end = trimmed(near.doc.text, *said.span("said"))
        speaker = Speaker()
        if people:
            speaker = speaker_of(near, people[0].entity_id, people[0].start)
        yield statement(
            near.doc, "direct", block.segment_id, start, end, speaker, rule="signed", score=0.9
        )


def _signature(near: Neighbours, blocks: Sequence[Segment], index: int) -> re.Match[str] | None:
    """Return the line below a block if it signs its words, and is no caption or item of a list."""
    view, block, below = near.doc.view, blocks[index], blocks[index + 1]
    signed = _SIGNATURE.match(view, below.start, below.end)
    if signed is None or view[block.start : block.end].lstrip().startswith("「"):
        return signed
    after = blocks[index + 2] if index + 2 < len(blocks) else None
    if after is not None and _DASHED.match(view, after.start, after.end):
        return None
    start, end = signed.span("who")
    is_told = _I.search(view, block.start, block.end) is not None
    people = near.doc.kept_in(start, end, "PERSON")
    others = near.doc.kept_in(block.start, block.end, "PERSON")
    if not people:
        is_one = is_told and _TO_THEM.search(view, start, end) is None
        return signed if is_one and not others else None
    is_long = _LONG_DASH.match(view, below.start, below.end) is not None
    is_whole = not others and (is_told or is_long)
    return signed if is_whole and is_name_and_office(near, start, end) else None


def is_name_and_office(near: Neighbours, start: int, end: int) -> bool:
    """Whether a line holds a name, its office and its place, and nothing else."""
    for mention in near.doc.kept_in(start, end):
        if mention.start >= start and not _BETWEEN.fullmatch(near.doc.view, start, mention.start):
            return False
        start = max(start, mention.end)
    return _BETWEEN.fullmatch(near.doc.view, start, end) is not None
