"""The whole program on one short text, and the agreements it tells of."""

from __future__ import annotations

from pipeline.contract import Agreement, AgreementParty, City, Organization, Tables
from pipeline.readers.source import Source
from pipeline.resources import Resources
from tests.chain import run_stages

Told = set[tuple[str, str, frozenset[str | None]]]


def run(resources: Resources, name: str, text: str) -> Tables:
    return run_stages(resources, [Source(path=name, data=text.encode(), meta={}, document_id=name)])


def told(tables: Tables) -> Told:
    """Kind, standing and parties by their English names, bodies by their own."""
    names = {city.city_id: city.name_en for city in tables[City]}
    bodies = {body.organization_id: body.name for body in tables[Organization]}
    parties: dict[str, set[str | None]] = {}
    for party in tables[AgreementParty]:
        name = names.get(party.city_id or "") or bodies.get(party.organization_id or "")
        parties.setdefault(party.agreement_id, set()).add(name or party.country_code)
    return {(a.kind, a.status, frozenset(parties[a.agreement_id])) for a in tables[Agreement]}
