"""Resolve: kept mentions to cities, countries, organizations and people of their document.

Contract: pure; fills `mentions.entity_id` for these labels and writes one entity row for each
entity of a document.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from pipeline.contract import (
    City,
    Country,
    Mention,
    Organization,
    Person,
    Tables,
)
from pipeline.linking.docview import DocView, doc_views
from pipeline.linking.organizations import resolve_organizations
from pipeline.linking.people import resolve_people
from pipeline.linking.places import country_row, link_places


class Resources(Protocol):
    """What the stage needs."""

    def lexicon(self, name: str) -> Any:
        """Return a built lexicon."""


def run(tables: Tables, resources: Resources) -> Tables:
    """Return mentions with entity ids, and the entity rows of all documents in ``tables``."""
    result = Tables()
    resolved: dict[str, Mention] = {}
    for doc in doc_views(tables):
        link_places(doc, resources.lexicon("places"))
        resolve_organizations(doc, resources.lexicon("organizations"))
        resolve_people(doc, resources.lexicon("people"))
        add_missing_countries(doc, (o.country_code for o in doc.organizations), resources)
        resolved.update((mention.mention_id, mention) for mention in doc.mentions)
        found = Tables()
        found[City] = doc.cities
        found[Country] = doc.countries
        found[Organization] = doc.organizations
        found[Person] = doc.people
        result.extend(found)
    known = {mention.mention_id for mention in tables[Mention]}
    result[Mention] = [
        *(resolved.get(mention.mention_id, mention) for mention in tables[Mention]),
        *(mention for name, mention in resolved.items() if name not in known),
    ]
    return result


def add_missing_countries(doc: DocView, codes: Iterable[str | None], resources: Resources) -> None:
    """Give every country that a row of the document points at a row of its own."""
    wanted = {code for code in codes if code}
    wanted.update(city.country_code for city in doc.cities if city.country_code)
    known = {country.country_code for country in doc.countries}
    for code in sorted(wanted - known):
        doc.countries.append(country_row(code, resources.lexicon("places")))
