"""Relate: who holds which office, who said what, what a city does, who signed with whom.

Contract: pure; a document's rows depend on that document alone.
"""

from __future__ import annotations

from pipeline.contract import (
    Agreement,
    AgreementParty,
    Country,
    Date,
    Document,
    Event,
    Initiative,
    InitiativeMention,
    Mention,
    Quantity,
    Role,
    Statement,
    Tables,
)
from pipeline.linking.docview import DocView, doc_views
from pipeline.relations.agreements.finder import find_agreements
from pipeline.relations.events import relate_events
from pipeline.relations.initiatives.finder import relate_initiatives
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.roles.finder import find_roles
from pipeline.relations.statements.finder import find_statements
from pipeline.relations.surroundings import Surroundings
from pipeline.stages.resolve import Resources, add_missing_countries

# What relations tell of a mention.
_COMPLETED = ("statement_id", "entity_id")


def run(tables: Tables, resources: Resources) -> Tables:
    """Return relations, and the mentions, quantities, dates and documents they complete."""
    result = Tables()
    related: dict[str, Mention] = {}
    for doc in doc_views(tables):
        known = len(doc.countries)
        near = Neighbours.of(doc)
        find_roles(near, resources.lexicon("people"))
        find_statements(near, resources.lexicon("statements"))
        relate_events(doc, resources.lexicon("events"))
        around = Surroundings.of(doc, near)
        relate_initiatives(around, resources.lexicon("initiatives"))
        find_agreements(around, resources.lexicon("agreements"))
        add_missing_countries(doc, _countries_of(doc), resources)
        related.update((mention.mention_id, mention) for mention in doc.mentions)
        found = _tables_of(doc)
        found[Country] = [*doc.countries[known:]]
        result.extend(found)
    mentions = [related.get(mention.mention_id, mention) for mention in tables[Mention]]
    completed = {name: [getattr(m, name) for m in mentions] for name in _COMPLETED}
    result.set_columns(Mention, {**tables.columns(Mention), **completed})
    result[Country] = [*tables[Country], *result[Country]]
    return result


def _countries_of(doc: DocView) -> list[str | None]:
    return [
        *(role.country_code for role in doc.roles),
        *(statement.country_code for statement in doc.statements),
        *(quantity.country_code for quantity in doc.quantities.values()),
        *(initiative.country_code for initiative in doc.initiatives),
        *(party.country_code for party in doc.agreement_parties),
    ]


def _tables_of(doc: DocView) -> Tables:
    found = Tables()
    found[Document] = [doc.document]
    found[Quantity] = doc.quantities.values()
    found[Date] = doc.dates.values()
    found[Role] = doc.roles
    found[Statement] = doc.statements
    found[Initiative] = doc.initiatives
    found[InitiativeMention] = doc.initiative_mentions
    found[Agreement] = doc.agreements
    found[AgreementParty] = doc.agreement_parties
    found[Event] = doc.events
    return found
