"""Where a name without quotation marks begins.

Contract: looks back no further than the piece and a fixed reach.
"""

from __future__ import annotations

import re

from pipeline.language import views
from pipeline.language.words import number_at
from pipeline.recognizers.initiatives.scene import Scene
from pipeline.records import record

# A name begins at most this far before its head.
REACH = 26
# A mark, or a space between two Chinese characters, ends a name at its left.
_MARK = re.compile(
    r"[,。;:!?()「」《》【】\[\]\n\"、/|<>=+*\s](?:(?<=\S)|(?<=\n)|(?<=[\u3400-\u9fff]\s)\s*(?=[\u3400-\u9fff]))"
)
# 有了|C-FLOOD Lite平台, 推動之|樂齡共餐計畫
_DONE = re.compile("了(?=[A-Z])|之")
_JOINT = re.compile("以及|及|暨|[和与跟]")
_AWARDING = tuple(
    views.fold(word)
    for word in ("獲", "獲頒", "獲得", "榮獲", "頒發", "奪得", "拿下", "入圍", "贏得")
)


@record
class Edge:
    """Where a name begins, and the word it begins after."""

    start: int
    word: str
    role: str


def left_edge(scene: Scene, low: int, head_start: int) -> Edge:
    """Return where the name that ends in a head at ``head_start`` begins."""
    view = scene.view
    start = max(low, head_start - REACH)
    for mark in _MARK.finditer(view, start, head_start):
        start = mark.end()
    start = scene.person_before(start, head_start)
    start = scene.without_mark(start, head_start) if start == low else start
    edge = Edge(start, "", "start" if start > max(low, head_start - REACH) else "")
    found = _last_edge(scene, start, head_start)
    if found is not None:
        word = view[slice(*found)]
        edge = Edge(found[1], word, _role(scene, word))
    joint = _cut_at_joint(scene, edge.start, head_start)
    if joint is not None:
        edge = Edge(joint, "", "joint")
    gap = len(view[edge.start : head_start]) - len(view[edge.start : head_start].lstrip())
    if _DONE.match(view, edge.start, head_start):
        gap += 1
    return Edge(edge.start + gap, edge.word, edge.role)


def _last_edge(scene: Scene, start: int, head_start: int) -> tuple[int, int] | None:
    """Return where the last word stands that a name may begin after.

    Verbs right before the head are part of the name (路燈換裝計畫), and so are verbs such as 監測
    that follow a noun (空氣品質監測預警平台).
    """
    lexicon = scene.lexicon
    found: list[tuple[int, int]] = []
    free = start
    for low, high in lexicon.edges.of(scene.view, start, head_start):
        word = scene.view[low:high]
        verb = lexicon.verbs.get(word)
        if word in lexicon.whole or scene.cuts_place(low, high):
            continue
        follows_noun = low > free and low not in scene.ends and not _is_after_time(scene, low)
        if verb is not None and verb.role == "act" and verb.told != "never" and follows_noun:
            continue
        found.append((low, high))
        free = high
    while found and found[-1][1] == head_start and _is_modifier(scene, found[-1]):
        head_start = found.pop()[0]
    return found[-1] if found else None


def _is_modifier(scene: Scene, span: tuple[int, int]) -> bool:
    """Whether a verb right before a head belongs to the name (換裝計畫, but not 提出計畫)."""
    verb = scene.lexicon.verbs.get(scene.view[slice(*span)])
    return verb is not None and verb.told != "never" and not _is_after_time(scene, span[0])


def _is_after_time(scene: Scene, start: int) -> bool:
    """Whether a word of time stands right before a verb, which is no part of a name then."""
    words = scene.page.words
    at = number_at(words, start - 1)
    return at >= 0 and words[at][1] == start and (words[at][2] or "").startswith("t")


def _cut_at_joint(scene: Scene, start: int, end: int) -> int | None:
    """Return where the part behind 及 begins, if the part before it is a name of its own."""
    for match in _JOINT.finditer(scene.view, start, end):
        headed = scene.lexicon.head_of(scene.view, start, match.start())
        if headed and headed[1].mode not in {"quoted", "placed"}:
            return match.end()
    return None


def _role(scene: Scene, word: str) -> str:
    verb = scene.lexicon.verbs.get(word)
    if verb is not None:
        return "award" if word in _AWARDING else verb.role
    return "indefinite" if word in scene.lexicon.indefinite else "edge"
