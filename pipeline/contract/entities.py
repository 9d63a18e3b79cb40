"""Tables merged over all documents: cities, countries, people, organizations, initiatives, events.

Contract: ids and names are functions of the set of document-level records, never of their order.
"""

from __future__ import annotations

from datetime import date

from pipeline.contract.schema import Row, col, row

ORGANIZATION_KINDS = (
    "government",
    "agency",
    "council",
    "ministry",
    "representative_office",
    "company",
    "university",
    "school",
    "hospital",
    "association",
    "foundation",
    "alliance",
    "international",
    "media",
    "research",
    "other",
)
INITIATIVE_KINDS = (
    "plan",
    "project",
    "platform",
    "system",
    "app",
    "policy",
    "centre",
    "fund",
    "alliance",
    "award",
    "service",
    "measure",
    "infrastructure",
    "programme",
    "campaign",
    "document",
    "other",
)
INITIATIVE_STATUSES = ("proposed", "planned", "ongoing", "done")
THEMES = (
    "智慧政府",
    "智慧安防",
    "智慧環境",
    "智慧交通",
    "智慧教育",
    "智慧健康",
    "智慧建築",
    "智慧經濟",
)


@row("cities", key=("city_id",), scope="corpus")
class City(Row):
    """A real city."""

    city_id: str = col("GeoNames id as text, else a local id")
    name_zh: str = col("name in Taiwanese usage, else as written most often")
    name_en: str | None = col("English name; null when not linked")
    country_code: str | None = col("country", references="countries.country_code")
    admin1: str | None = col("first-level division, GeoNames code")
    latitude: float | None = col("latitude", unit="degree")
    longitude: float | None = col("longitude", unit="degree")
    population: int | None = col("inhabitants", unit="person")
    link_method: str = col("how it was linked: list, lookup, closure, channel, none")
    link_score: float = col("certainty of the link", unit="0..1")
    n_mentions: int = col("kept mentions")
    n_documents: int = col("documents that mention it")


@row("countries", key=("country_code",), scope="corpus")
class Country(Row):
    """A country."""

    country_code: str = col("ISO 3166-1 alpha-2")
    name_zh: str = col("name in Taiwanese usage")
    name_en: str = col("English name")
    n_mentions: int = col("kept mentions")
    n_documents: int = col("documents that mention it")


@row("people", key=("person_id",), scope="corpus")
class Person(Row):
    """A person."""

    person_id: str = col("the person")
    name: str = col("fullest name as written, without honorific")
    name_zh: str | None = col("name in Chinese characters")
    name_latin: str | None = col("name in Latin letters")
    family: str | None = col("family name, where the form decides it")
    given: str | None = col("given name, where the form decides it")
    honorific: str | None = col("Mr., Ms., Hon. as written")
    variants: tuple[str, ...] = col("all forms written, sorted")
    n_mentions: int = col("kept mentions")
    n_documents: int = col("documents that mention the person")


@row("organizations", key=("organization_id",), scope="corpus")
class Organization(Row):
    """An organization."""

    organization_id: str = col("the organization")
    name: str = col("fullest form as written")
    name_en: str | None = col("English name, where the text gives it")
    kind: str = col("what sort of body", choices=ORGANIZATION_KINDS)
    variants: tuple[str, ...] = col("all forms written, sorted")
    parent_organization_id: str | None = col(
        "body it is part of", references="organizations.organization_id"
    )
    city_id: str | None = col("city it belongs to", references="cities.city_id")
    country_code: str | None = col(
        "country it belongs to or acts for", references="countries.country_code"
    )
    n_mentions: int = col("kept mentions")
    n_documents: int = col("documents that mention it")


@row("initiatives", key=("initiative_id",), scope="corpus")
class Initiative(Row):
    """Something a city or government does."""

    initiative_id: str = col("the initiative")
    name: str = col("fullest name as written, or a readable phrase when it has none")
    kind: str = col("what sort of thing", choices=INITIATIVE_KINDS)
    is_named: bool = col("the text gives it a proper name")
    theme: tuple[str, ...] = col("domains of Taipei's 1+7 smart-city model, sorted; may be empty")
    status: str = col("latest status told", choices=INITIATIVE_STATUSES)
    owner_kind: str | None = col(
        "who does it; null when not stated", choices=("city", "country", "organization")
    )
    city_id: str | None = col("owning city", references="cities.city_id")
    country_code: str | None = col("owning country", references="countries.country_code")
    organization_id: str | None = col(
        "owning organization", references="organizations.organization_id"
    )
    n_mentions: int = col("kept mentions")
    n_documents: int = col("documents that mention it")


@row("events", key=("event_id",), scope="corpus")
class Event(Row):
    """A summit, or a session of it."""

    event_id: str = col("the event")
    parent_event_id: str | None = col("event it is part of", references="events.event_id")
    name: str = col("fullest name as written")
    edition: str | None = col("edition or year written in the name")
    session: str | None = col("session, as numbered")
    city_id: str | None = col("host city", references="cities.city_id")
    start_date: date | None = col("first day")
    end_date: date | None = col("last day")
