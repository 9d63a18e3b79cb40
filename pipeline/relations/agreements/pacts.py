"""Documents that are themselves agreements: a title that names it, and who makes it.

Contract: pure look-ups; the sides are those that 甲方 and 乙方 name, else the list of cities that
the first lines say agree. Nothing where the title names no agreement.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.relations.agreements.heads import kinds_told
from pipeline.relations.agreements.referents import Referents, as_party
from pipeline.relations.agreements.rows import Agreed, Party
from pipeline.relations.agreements.subjects import is_of_trade
from pipeline.relations.surroundings import Surroundings

_SIDES = "甲乙丙丁戊己"
# 甲方：, 甲 方:
_LABELLED = re.compile(rf"([{_SIDES}])\s?方\s?:")
# （以下簡稱甲方）, 下稱「乙方」
_CALLED = views.pattern(rf"(?:以下|下)?[簡合]?[稱為]{{1,2}}\s?[「\"“]?([{_SIDES}])\s?方")
_TITLE_LINES, _TITLE, _HEAD = 6, 40, 700
# A title that tells of a signing is a headline; one that ends or discusses a paper is none.
_NO_TITLE = views.pattern(
    "[簽談發][署訂約表下]|締結|完成|宣布|參加|結盟|[,。!?:]|關於|有關|研[商議]|商討|討論|審[議查]"
    "|[終中]止|解除|廢止|延[長展]|展延|修[正訂]|範[例本]|草[案稿]|說明|簡介|情形"
)
_PAPER_END = views.pattern(r"[書\s」》)]*")
# What those who make it say of it, and what is said of a paper that nobody made yet.
_AGREE = views.pattern(
    "(?:同意|合意|[議約訂]定|簽[訂署立]|訂立|宣[布示告言]|聲明|承諾|協議|條[款文]|共識|原則|達成|備忘錄)[^,。;]{0,8}如下"
    "|下列(?:事項|條款|各[點項條])|一致(?:同意|達成|承諾|通過|決議)"
    "|(?:在此|茲|謹|爰|共同|鄭重|莊嚴)[^,。;]{0,6}(?:宣[布告示言]|聲明|承諾|議定|約定|同意|締結)"
)
_NOT_MADE = views.pattern(
    "[?]|範[例本]|草[案稿]|尚未|未經|研商|洽談|提請|審議|[擬訂]於|反對|(?<!我們)來自|再議"
)
# 甲市與意大利乙市, 甲市（下稱…）、乙市
_JOINED = views.pattern(
    r"[\u3400-\u9fff]{0,4}(?:\([^()\n]{1,24}\))?\s?[、,與和跟及暨同]\s?[\u3400-\u9fff]{0,14}"
)
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Pact:
    """An agreement that a document is.

    Attributes:
        agreed: what it is, and between whom.
        sides: whom 甲方, 乙方 stand for.
    """

    agreed: Agreed
    sides: Mapping[str, Party]


def read_pact(
    referents: Referents, pattern: re.Pattern[str], kinds: Mapping[str, str]
) -> Pact | None:
    """Return the agreement a document is, or None.

    Args:
        referents: whom the words of the document stand for.
        pattern, kinds: find a word for an agreement, and what it names.
    """
    around = referents.around
    view = around.doc.view
    title = _title(around, pattern, kinds)
    if title is None:
        return None
    kind, start, end = title
    sides = _sides(referents)
    parties = [*sides.values()] if len(sides) > 1 else _named(referents, end)
    different = tuple(sorted(set(parties), key=str))
    if len(different) < _PAIR or (kind == "sister_city" and len(different) > _PAIR):
        return None
    if any(party.organization_id for party in different) and is_of_trade(view, start, end):
        return None
    return Pact(Agreed(kind, "signed", different, None, None, start, end, "pact-text", 0.85), sides)


def _title(
    around: Surroundings, pattern: re.Pattern[str], kinds: Mapping[str, str]
) -> tuple[str, int, int] | None:
    """Return the kind that a line at the head names, and where that line stands."""
    view, low = around.doc.view, 0
    for _ in range(_TITLE_LINES):
        end = view.find("\n", low)
        end = len(view) if end < 0 else end
        line = view[low:end]
        words = [*pattern.finditer(line)] if len(line) <= _TITLE else []
        if words and _PAPER_END.fullmatch(line, words[-1].end()):
            is_headline = _NO_TITLE.search(line) is not None
            return None if is_headline else (kinds_told(line, pattern, kinds)[-1], low, end)
        low = end + 1
    return None


def _sides(referents: Referents) -> dict[str, Party]:
    """Return who 甲方, 乙方 are: named behind the label in its line, or right before it."""
    doc = referents.around.doc
    found: dict[str, Party] = {}
    for label in _LABELLED.finditer(doc.view):
        end = doc.view.find("\n", label.end())
        party = _party(referents, doc.kept_in(label.end(), end if end >= 0 else len(doc.view)))
        if party is not None:
            found.setdefault(label[1], party)
    for called in _CALLED.finditer(doc.view):
        low = max(doc.view.rfind("\n", 0, called.start()), doc.view.rfind("方", 0, called.start()))
        party = _party(referents, doc.kept_in(max(low, 0), called.start()))
        if party is not None:
            found.setdefault(called[1], party)
    return found


def _party(referents: Referents, named: list[Mention]) -> Party | None:
    """Return the first party named, a city's office being the city."""
    for mention in named:
        if mention.label == "ORGANIZATION":
            return referents.body(mention)
        if mention.label == "CITY" and mention.entity_id:
            return as_party(mention)
    return None


def _named(referents: Referents, start: int) -> list[Party]:
    """Return the first list of cities behind the title, if its line says that they agree."""
    doc: DocView = referents.around.doc
    found: list[Mention] = []
    for city in doc.kept_in(start, min(len(doc.view), start + _HEAD), "CITY"):
        if city.form == "anaphora" or city.entity_id is None:
            continue
        if found and not _JOINED.fullmatch(doc.view, found[-1].end, city.start):
            if len(found) > 1:
                break
            found.clear()
        found.append(city)
    if len(found) < _PAIR:
        return []
    end = doc.view.find("\n", found[-1].end)
    end = len(doc.view) if end < 0 else end
    agrees = _AGREE.search(doc.view, found[-1].end, end) and not _NOT_MADE.search(
        doc.view, start, end
    )
    return [Party(city.entity_id, None, None) for city in found] if agrees else []
