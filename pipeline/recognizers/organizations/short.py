"""Find the short names a document gives to its organizations, and their uses.

Contract: a short name is told in brackets behind the full one (智慧社群國際聯盟（ICSA）), by 簡稱,
or left when the legal form of a company is taken off (星海綠能股份有限公司 -> 星海綠能).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.language import views
from pipeline.language.lexemes import one_of
from pipeline.recognizers.organizations.generic import GENERIC
from pipeline.recognizers.organizations.lexicon import OrganizationsLexicon
from pipeline.recognizers.page import Claim, Page

_LATIN = re.compile(r"\(([A-Z][A-Za-z&.-]{1,11}|[A-Z][A-Za-z&,. -]{3,60}, ?[A-Z]{2,8})\)")
_CALLED = views.pattern(
    "[(,](?:以下|下)?(?:簡|合|通)?稱(?:為)?[「“]?([\u4e00-\u9fffA-Za-z0-9]{2,10}?)[」”]?[),。;]"
)
_HAN = re.compile("\\(([\u4e00-\u9fff]{2,5})\\)")
_LEGAL = re.compile(one_of(["股份有限公司", "有限公司", "有限責任公司", "公司", "集團"]) + r"\Z")


# The rule of firms that two characters and a trade tell.
TRADE = "trade"
_LEGAL_ENDS = frozenset(views.fold("司團"))


def find_short_names(
    page: Page, claims: Sequence[Claim], lexicon: OrganizationsLexicon
) -> Iterator[Claim]:
    """Yield every use of the short names that are told on the page."""
    values: dict[str, object] = {}
    for claim in claims:
        if claim.form == "name":
            for short in _short_names(page, claim, lexicon):
                values.setdefault(short, claim.value)
    if not values:
        return
    names = (claim for claim in claims if claim.form == "name" and claim.rule != TRADE)
    taken = {at for claim in names for at in (claim.start, claim.end - 1)}
    pattern = re.compile(rf"(?<![A-Za-z])(?:{one_of(values)})(?![A-Za-z])")
    for found in pattern.finditer(page.view):
        if found.start() in taken or page.piece_at(found.start()) is None:
            continue
        value = values[found[0]]
        yield Claim(*found.span(), "ORGANIZATION", "abbreviation", 0.9, "short", value)


def _short_names(page: Page, claim: Claim, lexicon: OrganizationsLexicon) -> Iterator[str]:
    view = page.view
    if view[claim.end : claim.end + 1] in ("(", ","):
        yield from _told_names(page, claim, lexicon)
    legal = (
        _LEGAL.search(view, claim.start, claim.end) if view[claim.end - 1] in _LEGAL_ENDS else None
    )
    if legal is not None and getattr(claim.value, "kind", "") == "company":
        stem = view[claim.start : legal.start()]
        if len(stem) > 2 and stem not in GENERIC and stem not in lexicon.bodies.stems:
            yield stem


def _told_names(page: Page, claim: Claim, lexicon: OrganizationsLexicon) -> Iterator[str]:
    """Yield the short names told right behind a name."""
    view = page.view
    name = view[claim.start : claim.end]
    latin = _LATIN.match(view, claim.end)
    if latin is not None:
        short = latin[1].rsplit(",", 1)[-1].strip()
        if sum(map(str.isupper, short)) > 1:
            yield short
    called = _CALLED.match(view, claim.end)
    if called is not None and called[1] not in lexicon.kinds:
        yield called[1]
    han = _HAN.match(view, claim.end)
    # 墨西哥…辦事處（墨西哥） tells where it is of.
    is_place = han is not None and page.place_ending_at(han.end(1), han.start(1)) is not None
    if han is not None and not is_place and len(han[1]) < len(name) and _is_drawn(han[1], name):
        yield han[1]


def _is_drawn(short: str, name: str) -> bool:
    """Whether the characters of a short name stand in the name, in order.

    >>> _is_drawn("资策会", "资讯工业策进会"), _is_drawn("台北", "资讯工业策进会")
    (True, False)
    """
    rest = iter(name)
    return all(character in rest for character in short)
