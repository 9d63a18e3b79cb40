"""The city of who is named on a line of members below the heading of their delegation.

Contract: pure look-ups; the heading is one of `Sections`: 【乙】紐西蘭　旺加雷市　7名.
"""

from __future__ import annotations

from pipeline.language import views
from pipeline.relations.neighbours import Neighbours

# 　團員　國際慢城協會秘書 Chiara Fumagalli；|廚師| Nonna Pina
_MEMBERS = views.pattern(
    "[ \\t]*[-·.*◆■●]?[ ]*(?:原[訂定])?"
    "(?:副?團長|團員|領隊|隨員|隨行(?:人員)?|同行(?:人員)?|成員|代表|主賓|陪賓|副賓|來賓|貴賓"
    "|與會者?|出席者?|出席人員|與會人員|陪同(?:人員)?|名單|參加人員)[ ]?[: \\t]"
)


def delegation_city(near: Neighbours, start: int) -> str | None:
    """Return the city of the delegation whose members the line around ``start`` tells."""
    line = near.doc.view.rfind("\n", 0, start) + 1
    if _MEMBERS.match(near.doc.view, line, start) is None:
        return None
    return near.sections.city_at(start)
