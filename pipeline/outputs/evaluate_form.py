"""The published tables in the form of the gold files, one answer per document.

Contract: reads Parquet only; every entry is a kept mention (people: one entry per person) and the
result depends on the tables alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pipeline.contract import (
    Agreement,
    Document,
    Mention,
    Role,
    Row,
    Statement,
    Tables,
)
from pipeline.outputs.evaluate_tables import Names, read_tables

Json = dict[str, Any]
R = TypeVar("R", bound=Row)

_AGREEMENT_TYPES = {"mou": "MOU"}
_LAST_NUMBER = re.compile(r"(\d+)\D*$")


def predictions(out: Path) -> dict[str, Json]:
    """Return the answer for each document of an output, by document id.

    Raises:
        OutputError: ``out`` holds no published tables.
    """
    return answers(read_tables(out))


def answers(tables: Tables) -> dict[str, Json]:
    """Return the answer for each document of the tables, by document id."""
    names = Names(tables)
    mentions = _by_document(tables[Mention])
    roles = _by_document(tables[Role])
    statements = _by_document(tables[Statement])
    agreements = _by_document(tables[Agreement])
    return {
        document.document_id: _answer(
            document,
            names,
            [row for row in mentions[document.document_id] if row.status == "kept"],
            roles[document.document_id],
            sorted(statements[document.document_id], key=lambda row: (row.start, -row.end)),
            agreements[document.document_id],
        )
        for document in tables[Document]
    }


def _answer(
    document: Document,
    names: Names,
    mentions: Sequence[Mention],
    roles: Sequence[Role],
    statements: Sequence[Statement],
    agreements: Sequence[Agreement],
) -> Json:
    by_label = defaultdict[str, list[Mention]](list)
    for mention in mentions:
        if mention.form != "anaphora":
            by_label[mention.label].append(mention)
    return {
        "id": Path(document.document_id).stem,
        "document": document.document_id,
        "cities": _unique(_city(mention, names) for mention in by_label["CITY"]),
        "countries": _unique(
            {"surface": mention.text, "iso2": mention.entity_id} for mention in by_label["COUNTRY"]
        ),
        "people": _people(by_label, roles, names),
        "orgs": _unique({"surface": mention.text} for mention in by_label["ORGANIZATION"]),
        "quantities": _unique(
            item for mention in by_label["QUANTITY"] for item in _quantity(mention, names)
        ),
        "dates": _unique(_dates(by_label["DATE"], names)),
        "initiatives": _unique(
            item for mention in by_label["INITIATIVE"] for item in _initiative(mention, names)
        ),
        "agreements": _unique(
            _agreement(agreement, names)
            for agreement in agreements
            if agreement.status not in ("imagined", "denied")
        ),
        "rows": [_row(row, names) for row in statements if row.kind == "table_row"],
        "statements": [_statement(row, names) for row in statements],
    }


def _city(mention: Mention, names: Names) -> Json:
    city = names.cities.get(mention.entity_id or "")
    return {
        "surface": mention.text,
        "name_en": city.name_en if city else None,
        "country_iso2": city.country_code if city else None,
    }


def _people(
    mentions: Mapping[str, list[Mention]], roles: Sequence[Role], names: Names
) -> list[Json]:
    """One entry per person; a mention without a person stands alone."""
    written = defaultdict[str, list[str]](list)
    for mention in mentions["ORGANIZATION"]:
        written[mention.entity_id or ""].append(mention.text)
    surfaces = defaultdict[str, list[str]](list)
    for mention in mentions["PERSON"]:
        surfaces[mention.entity_id or mention.mention_id].append(mention.text)
    roles_of = defaultdict[str, list[Role]](list)
    for role in roles:
        roles_of[role.person_id].append(role)
    people = []
    for key, texts in surfaces.items():
        person = names.people.get(key)
        affiliations = (name for role in roles_of[key] for name in _acts_for(role, names, written))
        people.append(
            {
                "surface": list(dict.fromkeys(texts)),
                "name": person.name if person else None,
                "latin": person.name_latin if person else None,
                "titles": list(dict.fromkeys(role.title for role in roles_of[key])),
                "affiliation": list(dict.fromkeys(affiliations)),
            }
        )
    return people


def _acts_for(role: Role, names: Names, written: Mapping[str, list[str]]) -> list[str]:
    """Return body and city of a role (in both languages), or its country if there is neither.

    A body is given in every form the document writes: its name may come from another document.
    """
    city = names.cities.get(role.city_id or "")
    chinese = city.name_zh if city else None
    forms = written.get(role.organization_id or "", ())
    found = (*forms, names.organization(role.organization_id), names.city(role.city_id), chinese)
    return list(filter(None, found)) or list(filter(None, [names.country(role.country_code)]))


def _quantity(mention: Mention, names: Names) -> list[Json]:
    """One entry per number: a range gives both ends; ranks and ordinals are no quantities here."""
    quantity = names.quantities.get(mention.mention_id)
    if quantity is None:
        return [{"surface": mention.text, "value": None, "unit": None}]
    if quantity.dimension in ("rank", "ordinal"):
        return []
    values = [quantity.value] if quantity.value is not None else [quantity.low, quantity.high]
    unit = quantity.currency_code or quantity.unit
    return [
        {"surface": mention.text, "value": value, "unit": unit, "measured": quantity.measured}
        for value in values
        if value is not None
    ]


def _dates(mentions: Sequence[Mention], names: Names) -> list[Json]:
    """One entry per day or period, with the surfaces that are nested: 今年8月 and 8月 are one."""
    surfaces = defaultdict[tuple[int, str | None], list[str]](list)
    outer, end = 0, -1
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if mention.start >= end:
            outer, end = mention.start, mention.end
        for item in _date(mention, names):
            surfaces[outer, item["iso"]].append(mention.text)
    return [{"surface": texts, "iso": iso} for (_, iso), texts in surfaces.items()]


def _date(mention: Mention, names: Names) -> list[Json]:
    """One entry per end of a range, else one."""
    row = names.dates.get(mention.mention_id)
    if row is None or row.start_date is None or row.end_date is None:
        return [{"surface": mention.text, "iso": None}]
    ends = [_iso(row.start_date, row.end_date, row.start_precision)]
    if row.is_range:
        ends = [
            _iso(row.start_date, None, row.start_precision),
            _iso(row.end_date, None, row.end_precision),
        ]
    return [{"surface": mention.text, "iso": iso} for iso in ends]


def _iso(first: date, last: date | None, precision: str) -> str:
    """Write a date as precisely as it is known; a span that ISO has no short form for as a range.

    A season is written as its year, as the annotators do.

    >>> _iso(date(2021, 3, 1), date(2021, 3, 31), "month")
    '2021-03'
    >>> _iso(date(2021, 7, 1), date(2021, 12, 31), "half")
    '2021-H2'
    >>> _iso(date(1980, 1, 1), date(1989, 12, 31), "decade")
    '1980s'
    """
    lengths = {"year": 4, "month": 7, "season": 4}
    if precision in lengths:
        return first.isoformat()[: lengths[precision]]
    if precision == "quarter":
        return f"{first.year}-Q{first.month // 3 + 1}"
    if precision == "half":
        return f"{first.year}-H{first.month // 6 + 1}"
    if precision == "decade":
        return f"{first.year}s"
    if last is None or last == first:
        return first.isoformat()
    return f"{first.isoformat()}/{last.isoformat()}"


def _initiative(mention: Mention, names: Names) -> list[Json]:
    """One entry per named initiative the mention belongs to."""
    keys = names.initiatives_of[mention.mention_id] or [mention.entity_id or ""]
    rows = [names.initiatives[key] for key in keys if key in names.initiatives]
    return [
        {
            "surface": mention.text,
            "city_en": names.city(row.city_id),
            "theme": list(row.theme),
            "status": row.status,
        }
        for row in rows
        if row.is_named
    ]


def _agreement(agreement: Agreement, names: Names) -> Json:
    parties = [
        names.city(party.city_id)
        or names.organization(party.organization_id)
        or names.country(party.country_code)
        for party in names.parties_of[agreement.agreement_id]
    ]
    return {
        "type": _AGREEMENT_TYPES.get(agreement.kind, agreement.kind),
        "parties": sorted(filter(None, parties)),
        "topic": agreement.topic,
        "status": agreement.status,
    }


def _row(statement: Statement, names: Names) -> Json:
    segment = names.segments[statement.segment_id]
    city = names.cities.get(statement.city_id or "")
    person = names.people.get(statement.person_id or "")
    return {
        "no": _number(segment.label) or str(segment.row),
        "city_en": names.city(statement.city_id),
        "country_iso2": city.country_code if city else statement.country_code,
        "office": names.organization(statement.organization_id),
        "person": person.name if person else None,
        "text": statement.text,
    }


def _number(label: str | None) -> str | None:
    """Return a printed row number as the gold writes it: 01 is 1, and so is HC-01."""
    digits = _LAST_NUMBER.search(label or "")
    return digits[1].lstrip("0") or digits[1] if digits else label


def _statement(statement: Statement, names: Names) -> Json:
    """Give every form of the speaker's name: the gold has one of them."""
    person = names.people.get(statement.person_id or "")
    return {
        "speaker": [person.name, *person.variants] if person else [],
        "city_en": names.city(statement.city_id),
        "text": statement.text,
    }


def _by_document(rows: Iterable[R]) -> Mapping[str, list[R]]:
    grouped = defaultdict[str, list[R]](list)
    for row in rows:
        grouped[row.document_id].append(row)  # type: ignore[attr-defined]
    return grouped


def _unique(items: Iterable[Json]) -> list[Json]:
    """Drop repeated entries, keeping the order."""
    kept: list[Json] = []
    seen: set[str] = set()
    for item in items:
        key = repr(item)
        if key not in seen:
            seen.add(key)
            kept.append(item)
    return kept
