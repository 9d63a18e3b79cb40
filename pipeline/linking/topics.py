"""The city that the part of a text around a mention tells of: whose turn it is, whose paragraph.

Contract: pure look-ups on linked CITY and COUNTRY mentions; None where several cities begin it.
"""

from __future__ import annotations

from pipeline.contract import Mention, Segment
from pipeline.language import views
from pipeline.linking.docview import DocView

# • , ◆: what may stand before the city a paragraph begins with.
_MARK = views.pattern("[^\\w\\s「」()]{0,2}[ \u3000]*")
# 雲林走得更遠。, 台東縣則…: no 高雄訊, no 高雄與…, 高雄的…, and no person of a list, 嘉義市長…、
_BEHIND = views.pattern(
    "[市縣]?(?:政府|府)?[ ]?"
    "(?:[的與和跟及、/—–·－-]|[副代]?[市縣]?長|[0-9]{1,2}[月日]|[^,。;\\s]{0,6}(?:報導|訊|電)|$)"
)
# …。雲林方面，農業處長…: a sentence turns to another city.
_TURNS = views.pattern("[市縣]?(?:政府|府)?(?:方面|部分)")
_SPEAKER = views.pattern("[市縣]?(?:政府|府)?[ ]*:\\s*")
_ENDS = views.pattern("[。!?]")
# 22日轉往造船大城|蔚山: where travellers are from there on.
_ARRIVES = views.pattern(
    "(?:抵達|飛抵|轉抵|飛往|轉往|轉赴|轉訪|續訪|移師|來到|走訪|造訪|前進|轉進"
    "|(?:第[一二三四五六七]|下一|最後一)站(?:是|為|到|來到|前往|飛往|走訪|抵達)?)了?[^,。;:!?]{0,10}$"
)
_FARTHEST_VERB = 18
_BLOCKS = frozenset({"paragraph", "list_item", "cell"})


def topic_city(doc: DocView, mention: Mention) -> str | None:
    """Return the city whose turn a mention stands in, else the one its paragraph begins with."""
    block = doc.enclosing(mention, *_BLOCKS)
    if block is None or block.kind == "cell":
        return None
    told = speaking_city(doc, block) or _turned_to(doc, block.start, mention.start)
    return told or _opening_city(doc, block, mention)


def speaking_city(doc: DocView, block: Segment) -> str | None:
    """Return the city that is all the label before a turn holds: 釜山市：副市長…."""
    turn = next((one for one in doc.ancestors(block) if one.kind == "turn"), None)
    if turn is None or turn.start >= block.start:
        return None
    cities = doc.kept_in(turn.start, block.start, "CITY")
    if len(cities) != 1 or cities[0].form == "anaphora":
        return None
    begins = _with_country(doc, cities[0], turn.start)
    is_label = _SPEAKER.fullmatch(doc.view, cities[0].end, block.start) is not None
    return cities[0].entity_id if begins == turn.start and is_label else None


def _turned_to(doc: DocView, low: int, high: int) -> str | None:
    """Return the last city in ``low..high`` that a sentence turns to: 雲林方面，…."""
    for city in reversed(doc.kept_in(low, high, "CITY")):
        if city.form != "anaphora" and _TURNS.match(doc.view, city.end, high):
            return city.entity_id
    return None


def arrived_city(doc: DocView, mention: Mention) -> str | None:
    """Return the city that travellers have come to in the paragraph before a mention.

    It is the last one named there: 轉往蔚山。|副市長姜南道|親自導覽….
    """
    block = doc.enclosing(mention, *_BLOCKS)
    if block is None or block.kind == "cell":
        return None
    cities = [m for m in doc.kept_in(block.start, mention.start, "CITY") if m.form != "anaphora"]
    if not cities:
        return None
    low = max(block.start, cities[-1].start - _FARTHEST_VERB)
    arrives = _ARRIVES.search(doc.view, low, cities[-1].start)
    return cities[-1].entity_id if arrives else None


def _opening_city(doc: DocView, block: Segment, mention: Mention) -> str | None:
    """Return the city a paragraph begins with, unless it is one of several or of a dateline.

    Its first sentence tells of the city alone: in 高雄輕軌通車後，|交通局長… it is just named.
    """
    if not _ENDS.search(doc.view, block.start, mention.start):
        return None
    mark = _MARK.match(doc.view, block.start)
    start = mark.end() if mark else block.start
    city = next(iter(doc.kept_in(start, block.end, "CITY")), None)
    if city is None or city.form == "anaphora" or _with_country(doc, city, start) != start:
        return None
    return None if _BEHIND.match(doc.view, city.end) else city.entity_id


def _with_country(doc: DocView, city: Mention, low: int) -> int:
    """Return where a city begins with its country before it."""
    lands = doc.kept_in(low, city.start, "COUNTRY")
    gap = doc.view[lands[-1].end : city.start] if lands else "-"
    return lands[-1].start if gap.strip(" 的·") == "" else city.start
