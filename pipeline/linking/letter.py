"""Who writes a letter to whom: 本市 and 貴市 in letters and official notes between cities.

Contract: pure look-ups on the linked CITY mentions; None unless both ends are told and differ.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.linking.docview import DocView

# Only who writes to somebody calls them so.
_TO_YOU = views.pattern("貴(?:我|[市縣府城郡方]|雙方)|閣下")
# 釜山市長 朴亨埈 閣下鈞鑒, 市長…女士：
_ADDRESSED = views.pattern(
    r"(?:閣下|[鈞道惠勛勳台大尊雅賜]鑒|(?:先生|女士|市長|議長|縣長|主席)\s*[^\s,。:]{0,12}:"
    r"|(?:[市縣]長|議長|主席)\s[^,。:;]{1,20}(?:先生|女士))"
    r"(?:\([^()]*\))?\s*[:,]?\s*$"
)
_TO = views.pattern(
    r"\s*(?:(?:尊?敬愛?的|親愛的|此致|謹致|敬致|致)\s*:?|"
    r"(?P<label>受文者|收件[人者]|收文者|受信人|正本|To)\s*[:/ ])\s*",
)
# The salutation of a letter may stand alone, and who gets it on the next line: 此致⏎釜山市長.
_ALONE = views.pattern(r"\s*(?:此致|謹致|敬致|致)\s*[:]?\s*")
_WHEN = r"\s*(?:[\d一二三四五六七八九十〇年月日./-]{6,})?\s*"
_SIGNED = views.pattern(
    rf"(?:(?:敬|謹|拜|手|親|頓)\s?[上啟呈書復覆具首邀筆]|鞠躬|拜復|敬拜|(?<=[長席任])\s?啟|(?<=[府會局處所])\s函){_WHEN}$"
)
_CITIZEN = views.pattern("市?(?:民|居民)")
_FROM = views.pattern(r"\s*(?:寄件[人者]|發件人|發文(?:機關|者|單位)|發信人|自|From)\s*[:/]\s*")
# A letter may end with an office and a name or a body alone: 臺南市長 黃偉哲, 上海市外事办公室.
_OFFICE = views.pattern(
    r"\s*(?:[市縣區]?長|[^\s,。:;、]{0,10}?(?:市長|縣長|議長|主席|[局處]長|主任)"
    rf"|[市縣]?(?:政府)?主席)\s*[^\s,。:;、]{{0,12}}(?:\s?[^\s,。:;、]{{1,12}})?{_WHEN}"
    rf"|\s*[^\s,。:;、]{{0,16}}(?:府|會|[局處室課組]|委員會|公所){_WHEN}"
)
# The office on a line of its own, above whoever holds it: 貝里斯市市長|Orlando Castellanos 閣下.
_OFFICE_ALONE = views.pattern(
    r"[市縣鎮鄉]{0,2}(?:政府|公所)?[^\s,。:;、]{0,10}(?:長|主席|代表)\s*$"
)
_LONGEST = 40
# How far the head of a letter reaches.
_HEAD = 160
# 美國|波特蘭, 日本國|佐世保
_OF_LAND = frozenset(("", "國", "国"))


class Letter(NamedTuple):
    """The city that writes, and the city that is written to."""

    sender: str
    addressee: str


def letter_of(doc: DocView) -> Letter | None:
    """Return who writes to whom in a document that is a letter, or None."""
    if _TO_YOU.search(doc.view) is None:
        return None
    addressee = sender = below = None
    # The line of the last body or signature, and the one above it: an address may stand below.
    foot = doc.view.rstrip()
    foot_starts = foot.rfind("\n", 0, max(0, foot.rfind("\n"))) + 1
    for city, line in _lines(doc):
        if city.entity_id is None or line[1] - line[0] > 2 * _LONGEST:
            continue
        if _is_addressed(doc, city, *line):
            addressee = addressee or city.entity_id
        elif _FROM.match(doc.view, *line) or _SIGNED.search(doc.view, city.end, line[1]):
            # A citizen speaks for no city: 臺南市民 李小華 敬上.
            sender = sender if _CITIZEN.match(doc.view, city.end) else city.entity_id
        elif city.start >= foot_starts and _begins(doc, city, line[0]):
            is_office = _OFFICE.fullmatch(doc.view, city.end - _has_suffix(city), line[1])
            below = city.entity_id if is_office else below
    sender = sender or below
    if sender is None or addressee is None or sender == addressee:
        return None
    return Letter(sender, addressee)


def _lines(doc: DocView) -> list[tuple[Mention, tuple[int, int]]]:
    """Return the first city of each line, a county before it left out, and the line."""
    found: list[tuple[Mention, tuple[int, int]]] = []
    for city in doc.of_label("CITY"):
        if city.form == "anaphora":
            continue
        if found and city.start < found[-1][1][1]:
            if city.start == found[-1][0].end:
                found[-1] = (city, found[-1][1])  # 澎湖縣|馬公市
            continue
        found.append((city, (doc.view.rfind("\n", 0, city.start) + 1, _line_end(doc, city))))
    return found


def _line_end(doc: DocView, city: Mention) -> int:
    """Return where the line of a city ends, that of whose office it tells with it."""
    end = len(doc.view) if (end := doc.view.find("\n", city.end)) < 0 else end
    name = end + 1
    if not _OFFICE_ALONE.match(doc.view, city.end - _has_suffix(city), end):
        return end
    below = len(doc.view) if (below := doc.view.find("\n", name)) < 0 else below
    return below if name < below <= name + _LONGEST else end


def _is_addressed(doc: DocView, city: Mention, start: int, end: int) -> bool:
    """Whether a line begins with the city that gets a letter, or is labelled so."""
    told = _TO.match(doc.view, start, end)
    if told and told["label"]:
        return True
    if not _begins(doc, city, told.end() if told else start):
        return False
    above = doc.view.rfind("\n", 0, max(0, start - 1)) + 1
    if told or (start and _ALONE.fullmatch(doc.view, above, start - 1)):
        return True
    return start <= _HEAD and _ADDRESSED.search(doc.view, city.end, end) is not None


def _begins(doc: DocView, city: Mention, start: int) -> bool:
    """Whether nothing but blanks and a country stands between a position and a city."""
    lands = doc.kept_in(start, city.start, "COUNTRY")
    low = lands[-1].end if lands and not doc.view[start : lands[0].start].strip() else start
    return doc.view[low : city.start].strip() in _OF_LAND


def _has_suffix(city: Mention) -> bool:
    """Whether the name ends with the 市 of 市長 and 市政府 itself."""
    return city.text.endswith(("市", "縣", "县"))
