"""Bodies by the end of their name where a party may stand: 協會與…, 該校和….

Contract: pure lookups; the body is the only one named before whose name ends so, or the last one
for 該校.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.linking.docview import DocView

_SHORT = views.pattern(
    r"(?:(?<!\w)|(?<=[又而由])|(?<=至於)|(?<=包括))(該)?"
    "([協學商公]會|學社|基金會|聯盟|公司|集團|研究院|大學|中心|[校會院館社])"
    "(?=[與和跟同及]|[也亦並已將曾]{1,2}[與和跟同]|[0-9]{2,4}年)"
)
_ENDINGS = {
    views.fold(end): tuple(map(views.fold, names.split("|")))
    for end, names in (
        ("校", "大學|學院|中學|高中|國中|小學|國小|學校"),
        ("會", "協會|學會|商會|公會|總會|基金會|委員會|工會"),
        ("院", "院"),
        ("館", "館"),
        ("社", "社"),
    )
}


def short_bodies(doc: DocView, start: int, end: int) -> Iterator[tuple[int, int, Mention]]:
    """Yield where bodies stand by the end of their name alone in ``start..end``, and which."""
    for found in _SHORT.finditer(doc.view, start, end):
        named = _named(doc, found[2], found.start(2), is_that=found[1] is not None)
        if named is not None:
            yield found.start(), found.end(), named


def _named(doc: DocView, ending: str, position: int, *, is_that: bool) -> Mention | None:
    if len(ending) == 1 and not is_that:
        return None
    endings = _ENDINGS.get(ending, (ending,))
    bodies = [
        body
        for body in doc.before(position, "ORGANIZATION")
        if body.entity_id
        and body.end - body.start > len(ending)
        and doc.view[body.start : body.end].endswith(endings)
    ]
    is_clear = is_that or len({body.entity_id for body in bodies}) == 1
    return bodies[0] if bodies and is_clear else None
