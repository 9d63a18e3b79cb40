"""Merge people by folded full name and the country they act for.

Contract: a Chinese and a Latin name written as a pair, 馬可斯（Marcus）, are one name; a record
without a country joins only if its block has exactly one; a person no text names in full stays
alone; homonyms stay apart and are diagnostics.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.contract import City, Diagnostic, Mention, Organization, Person, Role, Tables
from pipeline.ids import make_id
from pipeline.language import views
from pipeline.merging.blocks import (
    Renaming,
    blocks,
    first,
    groups_by_place,
    longest,
    most,
    variants,
)


def merge_people(
    every: Tables, renaming: Renaming, labels: Mapping[str, str]
) -> tuple[list[Person], list[Diagnostic]]:
    """Return the people of the corpus and a diagnostic for each group of homonyms.

    Args:
        every: the document-level rows.
        renaming: takes the corpus id of each document-level id.
        labels: by person_id, who it is by hand: the id or name of another person, or any word; all
            records of one label are one person.
    """
    groups, homonyms = _groups(every, labels)
    _join_by_hand(groups, every[Person], labels)
    people = []
    for person_id, group in sorted(groups.items()):
        renaming.update((row.person_id, person_id) for row in group)
        people.append(_person(person_id, group))
    return people, homonyms


def _groups(
    every: Tables, labels: Mapping[str, str]
) -> tuple[dict[str, list[Person]], list[Diagnostic]]:
    """Group the records no label speaks of by name and country."""
    acts_for = _countries_acted_for(every)
    only_short = _only_short(every[Mention])
    found: dict[str, list[Person]] = {}
    homonyms: list[Diagnostic] = []
    free = [row for row in every[Person] if row.person_id not in labels]
    names = _paired_names(free)
    for (name,), block in blocks(free, lambda row: (names[row.person_id],)):
        alone = [row for row in block if row.person_id in only_short]
        rest = [row for row in block if row.person_id not in only_short]
        groups = groups_by_place(rest, lambda row: acts_for.get(row.person_id))
        scoped = [("", place, group) for place, group in groups]
        scoped += [(row.person_id, acts_for.get(row.person_id) or "", [row]) for row in alone]
        for scope, place, group in scoped:
            found[make_id("person", name, place, scope)] = list(group)
        if len(groups) > 1:
            homonyms.append(_homonyms(groups))
    return found, homonyms


def _paired_names(people: Sequence[Person]) -> dict[str, str]:
    """Return by person_id the least of the names that pairs connect to the person's own."""
    roots: dict[str, str] = {}

    def root(name: str) -> str:
        while roots.setdefault(name, name) != name:
            name = roots[name]
        return name

    for row in people:
        written = [name for name in (row.name_zh, row.name_latin) if name]
        least, *others = sorted({root(views.key(name)) for name in (row.name, *written)})
        roots.update((other, least) for other in others)
    return {row.person_id: root(views.key(row.name)) for row in people}


def _join_by_hand(
    groups: dict[str, list[Person]], people: Sequence[Person], labels: Mapping[str, str]
) -> None:
    """Put each labelled record to the one person its label means, else to a person of its own."""
    named: dict[str, list[str]] = {}
    for person_id, group in groups.items():
        for name in sorted({views.key(row.name) for row in group}):
            named.setdefault(name, []).append(person_id)
    for row in people:
        label = labels.get(row.person_id)
        if label is None:
            continue
        same = [label] if label in groups else named.get(views.key(label), [])
        person_id = same[0] if len(same) == 1 else make_id("person", "by hand", label)
        groups.setdefault(person_id, []).append(row)


def _countries_acted_for(every: Tables) -> dict[str, str]:
    """Return the country each document-level person acts for, from the person's roles."""
    city_country = {city.city_id: city.country_code for city in every[City]}
    body_country = {o.organization_id: o.country_code for o in every[Organization]}
    votes: dict[str, Counter[str]] = {}
    for role in every[Role]:
        code = (
            role.country_code
            or city_country.get(role.city_id or "")
            or body_country.get(role.organization_id or "")
        )
        if code:
            votes.setdefault(role.person_id, Counter())[code] += 1
    return {person_id: most(counts) for person_id, counts in votes.items()}


def _only_short(mentions: Sequence[Mention]) -> frozenset[str]:
    """Return the people no mention names in full: two of them are not known to be the same."""
    forms: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.label == "PERSON" and mention.entity_id:
            forms.setdefault(mention.entity_id, set()).add(mention.form)
    return frozenset(name for name, found in forms.items() if "name" not in found)


def _person(person_id: str, group: Sequence[Person]) -> Person:
    return Person(
        person_id=person_id,
        name=longest(row.name for row in group) or "",
        name_zh=longest(row.name_zh for row in group),
        name_latin=longest(row.name_latin for row in group),
        family=first(row.family for row in group),
        given=first(row.given for row in group),
        honorific=first(row.honorific for row in group),
        variants=variants(row.variants for row in group),
        n_mentions=sum(row.n_mentions for row in group),
        n_documents=sum(row.n_documents for row in group),
    )


def _homonyms(groups: Sequence[tuple[str, Sequence[Person]]]) -> Diagnostic:
    name = min(row.name for _, group in groups for row in group)
    places = ", ".join(place or "no country" for place, _ in groups)
    return Diagnostic(
        diagnostic_id=make_id("diagnostic", "homonyms", name, places),
        source_path=None,
        document_id=None,
        stage="merge",
        level="info",
        code="homonyms",
        start=None,
        end=None,
        place=f"people: {name}",
        message=f"{len(groups)} people of this name act for different countries: {places}",
        advice="join them in config/overrides.csv if they are one person",
    )
