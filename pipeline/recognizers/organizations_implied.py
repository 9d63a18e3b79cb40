"""Bodies that a title implies without naming them: a 立委 sits in the 立法院.

Contract: the claim covers the title, has form ``anaphora`` and the rule `RULE`; `implied_by` tells
the body's name from the title's text.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language import views
from pipeline.recognizers.organizations_lexicon import OrganizationValue
from pipeline.recognizers.page import Claim, Page

RULE = "implied"
# Constitution and additional articles of the Republic of China: members of the Yuan.
_MEMBERS = {
    views.fold(head): body
    for body, heads in (
        ("立法院", ("立委", "立法委員")),
        ("監察院", ("監委", "監察委員")),
        ("考試院", ("考試委員",)),
        ("司法院", ("大法官",)),
    )
    for head in heads
}


def implied_by(title: str) -> str | None:
    """Return the body whose members bear a title, or None.

    >>> implied_by("前立委"), implied_by("委員")
    ('立法院', None)
    """
    view = views.fold(title)
    return next((body for head, body in _MEMBERS.items() if view.endswith(head)), None)


def find_implied(page: Page) -> Iterator[Claim]:
    """Yield the bodies that the page's titles imply."""
    for title in page.of_label("TITLE"):
        if implied_by(page.view[title.start : title.end]):
            value = OrganizationValue("council", "院")
            yield Claim(title.start, title.end, "ORGANIZATION", RULE, 0.6, "anaphora", value)
