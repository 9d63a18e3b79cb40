"""What speakers say they are: 我是新北市政府環境保護局局長, 我在國立臺北大學教能源政策.

Contract: asked for people that head a turn or fill the cell of a row's speaker and for whom
nothing beside the name tells an office; reads the beginning of their words only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.recognizers.people.lexicon import PeopleLexicon
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.roles.brackets import OFFICES
from pipeline.relations.roles.held import Held
from pipeline.relations.roles.offices import office_before, office_inside

_I_AM = views.pattern(
    "(?:我|本人|敝人|在下)(?:現在|目前|也|就|本身)?(?:是來自|是|叫|擔任|現任|來自)|身為"
)
_I_WORK = views.pattern("我(?:現在|目前)?(?:在|任職於|任教於|服務於|來自|代表)")
# 我是覺得市長說得對
_ASSERTS = views.pattern("覺得|說|想|認為|希望|要|不|這樣|支持|贊成|反對|聽|看|擔心")
_SENTENCE_START = re.compile(r"(?<![^\t\n:。!?])[ \"「'(]*")
_FIRST_WORDS = 160
# A row that tells in these columns where its speaker is from needs no words of the speaker.
_PLACED = ("city", "country", "organization")
# Thank you, and 大家好。|諾丁漢喊的是…
_GREETING = 60
_SENTENCE = 40


def introduced(
    near: Neighbours, mention: Mention, called: str, lexicon: PeopleLexicon
) -> Iterator[Held]:
    """Yield the office somebody tells in the first words of a turn or row.

    Args:
        near: mentions by position.
        mention: the speaker.
        called: how the speaker is addressed or what the column calls a speaker.
        lexicon: names and titles.
    """
    words = _words(near, mention)
    if words is None:
        return
    start, end = words
    doc = near.doc
    for said in _I_AM.finditer(doc.view, start, end):
        for title in doc.kept_in(said.end(), min(said.end() + _SENTENCE, end), "TITLE"):
            if any(mark in doc.view[said.end() : title.start] for mark in ",。;!?"):
                break
            office = office_inside(doc, title) or office_before(near, title.start, lexicon)
            if _ASSERTS.match(doc.view, said.end()):
                break
            yield Held(title.text, min(mention.start, title.start), title.end, office, "said")
            return
    row = doc.enclosing(mention, "table_row")
    if row is not None and near.in_cells(row, _PLACED, *OFFICES):
        return
    cell = doc.enclosing(mention, "cell")
    if cell is not None and len(doc.kept_in(cell.start, cell.end, "PERSON")) > 1:
        return  # 黃偉哲／金東一: what is told of both tells of none where they are from
    office = _works_at(near, start, end)
    if office is not None and called:
        low, high = min(mention.start, office.start), max(mention.end, office.end)
        yield Held(called, low, high, office, "said")


def _works_at(near: Neighbours, start: int, end: int) -> Mention | None:
    """Return the body after 我在, else the city that the first words begin with: 弗萊堡 23 萬人."""
    for said in _I_WORK.finditer(near.doc.view, start, end):
        office = near.starting(said.end(), *OFFICES)
        if office is not None and office.end <= end:
            return office
    for begun in _SENTENCE_START.finditer(near.doc.view, start, min(start + _GREETING, end)):
        city = near.starting(begun.end(), "CITY")
        if city is not None and city.end <= end:
            return city
    return None


def _words(near: Neighbours, mention: Mention) -> tuple[int, int] | None:
    """Return the first words of the row or turn that a person heads, or None."""
    doc = near.doc
    row = doc.enclosing(mention, "table_row")
    if row is not None:
        is_speaker = mention in near.in_cells(row, ("person", "representative"), "PERSON")
        told = [cell for role, cell in near.cells(row) if role == "content"]
        if not is_speaker or not told:
            return None
        cell = max(told, key=lambda one: one.end - one.start)
        return cell.start, min(cell.start + _FIRST_WORDS, cell.end)
    turn = doc.enclosing(mention, "turn")
    colon = doc.view.find(":", mention.end, mention.end + _SENTENCE) if turn else -1
    if turn is None or colon < 0 or mention.start > turn.start + _SENTENCE:
        return None
    return colon + 1, min(colon + 1 + _FIRST_WORDS, turn.end)
