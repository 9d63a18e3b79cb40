"""The published tables as rows, and the names that gold files use for their keys.

Contract: reads Parquet only.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from pipeline.contract import (
    Agreement,
    AgreementParty,
    City,
    Country,
    Date,
    Document,
    Initiative,
    InitiativeMention,
    Mention,
    Organization,
    Person,
    Quantity,
    Role,
    Row,
    Segment,
    Statement,
    Tables,
)
from pipeline.contract.arrow import arrow_to_rows
from pipeline.outputs.load import load

_READ: tuple[type[Row], ...] = (
    Document,
    Segment,
    Mention,
    City,
    Country,
    Person,
    Organization,
    Role,
    Statement,
    Quantity,
    Date,
    Initiative,
    InitiativeMention,
    Agreement,
    AgreementParty,
)


def read_tables(out: Path) -> Tables:
    """Read the tables that answers are made from (OutputError if nothing is published)."""
    tables = Tables()
    for kind in _READ:
        tables[kind] = arrow_to_rows(kind, load(kind.spec.name, out, as_="arrow"))
    return tables


class Names:
    """Rows by key, and the names the gold files use for them."""

    def __init__(self, tables: Tables) -> None:
        self.cities = {row.city_id: row for row in tables[City]}
        self.countries = {row.country_code: row for row in tables[Country]}
        self.people = {row.person_id: row for row in tables[Person]}
        self.organizations = {row.organization_id: row for row in tables[Organization]}
        self.initiatives = {row.initiative_id: row for row in tables[Initiative]}
        self.quantities = {row.mention_id: row for row in tables[Quantity]}
        self.dates = {row.mention_id: row for row in tables[Date]}
        self.segments = {row.segment_id: row for row in tables[Segment]}
        self.initiatives_of = defaultdict[str, list[str]](list)
        for link in tables[InitiativeMention]:
            self.initiatives_of[link.mention_id].append(link.initiative_id)
        self.parties_of = defaultdict[str, list[AgreementParty]](list)
        for party in tables[AgreementParty]:
            self.parties_of[party.agreement_id].append(party)

    def city(self, city_id: str | None) -> str | None:
        """Return the English name of a city, else its Chinese one."""
        city = self.cities.get(city_id or "")
        return (city.name_en or city.name_zh) if city else None

    def country(self, code: str | None) -> str | None:
        """Return the Chinese name of a country."""
        country = self.countries.get(code or "")
        return country.name_zh if country else None

    def organization(self, organization_id: str | None) -> str | None:
        """Return the name of an organization."""
        organization = self.organizations.get(organization_id or "")
        return organization.name if organization else None
