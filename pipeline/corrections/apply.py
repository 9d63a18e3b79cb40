"""Apply `config/overrides.csv` while an output is assembled.

Contract: rows of documents are corrected before merging, merged rows after it; documents no line
speaks of are not touched.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.contract import Diagnostic, Person, Row
from pipeline.corrections.corpus import label_people
from pipeline.corrections.documents import correct_document
from pipeline.corrections.entries import Correction
from pipeline.corrections.matching import find_named
from pipeline.corrections.notes import note_missing
from pipeline.flow import MERGE_READS
from pipeline.loading import Loaded, load_whole
from pipeline.results import Results


@dataclass(slots=True)
class Applied:
    """What is left to do after the documents were corrected.

    Attributes:
        labels: people joined or split by hand, for merging.
        later: corrections of merged rows.
        told: diagnostics that belong to no document.
    """

    labels: dict[str, str] = field(default_factory=dict)
    later: list[Correction] = field(default_factory=list)
    told: list[Diagnostic] = field(default_factory=list)


def apply_corrections(
    entries: Sequence[Correction], loaded: Sequence[Loaded], results: Results
) -> Applied:
    """Correct the documents in place and return what merging has to know.

    Raises:
        ConfigError: a correction leads nowhere or breaks the contract.
    """
    applied = Applied()
    if not entries:
        return applied
    documents = {d.source.document_id: d for d in loaded if not d.is_refused}
    by_document: dict[str, list[Correction]] = {}
    for entry in entries:
        if entry.document_id and entry.document_id not in documents:
            near = difflib.get_close_matches(entry.document_id, documents, n=1)
            applied.told.append(note_missing(entry, near[0] if near else ""))
        elif entry.document_id and not entry.is_person_id:
            by_document.setdefault(entry.document_id, []).append(entry)
        elif not entry.document_id and not entry.is_person_id:
            applied.later.append(entry)
    for document_id, lines in sorted(by_document.items()):
        _correct(documents[document_id], lines, documents, results)
    people: dict[str, list[Person]] = {
        name: document.entities[Person] for name, document in documents.items()
    }
    lines = [e for e in entries if e.is_person_id and (e.document_id or "") in {"", *documents}]
    applied.labels, told = label_people(people, lines)
    applied.told += told
    return applied


def _correct(
    document: Loaded,
    entries: Sequence[Correction],
    documents: Mapping[str, Loaded],
    results: Results,
) -> None:
    def elsewhere(name: str, value: str) -> Row | None:
        for _, other in sorted(documents.items()):
            found: Row | None = find_named(value, other.entities, name)
            if found is not None:
                return found
        return None

    whole = load_whole(results, document.source)
    document.diagnostics += correct_document(whole, entries, elsewhere)
    document.whole = whole
    document.entities = whole.select(MERGE_READS)
