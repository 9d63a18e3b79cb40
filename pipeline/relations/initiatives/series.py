"""What is told right before a name, or before the first of a series: 參觀該市「甲」與「乙」.

Contract: pure look-ups in the clause of a mention.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.relations.surroundings import Surroundings

# 「甲」公共自行車及「乙」, 「甲」（Alpha）、「乙」; not 「甲」與本市「乙」
_NEXT = views.pattern(
    r"[」》\"]?(?:\([^()\n]{1,40}\))?(?:[^,。;:「」《》()的與和跟及或、]{1,8}(?=[與和跟及或、以]))?"
    r"\s?(?:以及|暨|及|與|和|跟|或|、)\s?(?![本我貴該][市縣府])(?:[^,。;:「」《》()的與和跟及或、]{0,10}(?=[「《]))?[「《\"]?"
)
# 高雄的「大阪小學堂」: whose it is outranks the place it is called after.
_ITS = views.pattern('[的之]\\s?[「《"]\\s?$')
_REACH = 12
_PLACES = ("CITY", "COUNTRY", "ORGANIZATION", "PERSON")


def first_of_series(around: Surroundings, mention: Mention) -> Mention:
    """Return the first name of the series a mention stands in; itself where it stands alone."""
    doc = around.doc
    low, _ = around.clause(mention.start, mention.end)
    first = mention
    for other in reversed(doc.kept_in(low, mention.start, "INITIATIVE")):
        if other.end > first.start or other.rule.startswith("described"):
            continue
        joined = _NEXT.fullmatch(doc.view, other.end, first.start) is not None
        if not joined or doc.kept_in(other.end, first.start, *_PLACES):
            break
        first = other
    return first


def is_possessed(around: Surroundings, mention: Mention, inside: Sequence[Mention]) -> bool:
    """Whether a name is told to be that of somebody else than the place it has ``inside``."""
    doc = around.doc
    low = max(0, mention.start - _REACH)
    if _ITS.search(doc.view, low, mention.start) is None:
        return False
    near = doc.kept_in(low, mention.start, "CITY", "COUNTRY")
    return not (near and inside and near[-1].entity_id == inside[0].entity_id)
