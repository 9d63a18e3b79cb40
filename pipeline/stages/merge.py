"""Merge: document-level entities to the entities of the corpus.

Contract: merging looks only inside a block (equal `views.key` of the name).  The result is a
function of the set of document-level records in the block: input order never matters, and a new
record changes only its own block.  Ids are hashes of length-prefixed fields.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.contract import (
    City,
    Country,
    Diagnostic,
    Event,
    Initiative,
    Organization,
    Person,
    Tables,
)
from pipeline.merging.activities import merge_events, merge_initiatives
from pipeline.merging.blocks import Renaming
from pipeline.merging.organizations import merge_organizations
from pipeline.merging.people import merge_people
from pipeline.merging.places import merge_cities, merge_countries


def merge(
    documents: Sequence[Tables], labels: Mapping[str, str] | None = None
) -> tuple[Tables, Renaming]:
    """Merge the entity rows of all documents.

    Args:
        documents: bound document-level tables, one for each document, in any order.
        labels: people joined or split by hand (see `merging.people`).

    Returns:
        The entity rows of the corpus (with a diagnostic for each group of homonyms), and the corpus
        id of every document-level id, for the columns that reference it.
    """
    every = Tables()
    for document in documents:
        every.extend(document)
    result = Tables()
    renaming: Renaming = {}
    result[City] = merge_cities(every[City])
    result[Country] = merge_countries(every[Country])
    result[Organization] = merge_organizations(every[Organization], renaming)
    people, homonyms = merge_people(every, renaming, labels or {})
    result[Person] = people
    result[Initiative] = merge_initiatives(every, renaming)
    result[Event] = merge_events(every[Event], renaming)
    result[Diagnostic] = homonyms
    return result, renaming
