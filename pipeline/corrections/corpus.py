"""Apply corrections to merged rows, and join or split people by hand.

Contract: a merged row is found by its name; who is one person is decided before merging, by a label
each document-level record gets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.contract import Diagnostic, Person, Tables
from pipeline.corrections.entries import Correction, is_reference
from pipeline.corrections.matching import NotMatchedError, find_named, find_row, names_of
from pipeline.corrections.notes import note_applied, note_unmatched
from pipeline.errors import ConfigError


def label_people(
    people: Mapping[str, Sequence[Person]], entries: Sequence[Correction]
) -> tuple[dict[str, str], list[Diagnostic]]:
    """Return the label of each person a line of `people.person_id` speaks of, by person_id.

    Args:
        people: document-level people by document_id.
        entries: these lines; without a document_id a line speaks of all documents.

    Returns:
        The labels, and a warning for each line that speaks of nobody.
    """
    labels: dict[str, str] = {}
    told = []
    for entry in entries:
        homes = [entry.document_id] if entry.document_id else sorted(people)
        meant = [
            person.person_id
            for home in homes
            for person in people.get(home, ())
            if entry.text in (*names_of(person), *person.variants)
        ]
        labels.update(dict.fromkeys(meant, entry.value))
        if not meant:
            told.append(note_unmatched(entry, None, "nobody has this name there"))
    return labels, told


def correct_corpus(merged: Tables, entries: Sequence[Correction]) -> list[Diagnostic]:
    """Correct merged rows in place and return what is to be told.

    Raises:
        ConfigError: a reference leads nowhere.
    """
    told = []
    for entry in entries:
        try:
            row = find_row(entry, merged)
        except NotMatchedError as reason:
            told.append(note_unmatched(entry, None, str(reason)))
            continue
        old = getattr(row, entry.column)
        value = _resolved(entry, merged)
        setattr(row, entry.column, value)
        told.append(note_applied(entry, None, old, value))
    return told


def _resolved(entry: Correction, merged: Tables) -> Any:
    column = entry.spec.column(entry.column)
    if not is_reference(column) or entry.value is None:
        return entry.value
    name, _, key = column.references.partition(".")
    found = find_named(entry.value, merged, name)
    if found is None:
        advice = "write its id, or its name where only one has it"
        raise ConfigError(f"{entry.place}: value", f"{entry.value!r} is no {name}.{key}", advice)
    return getattr(found, key)
