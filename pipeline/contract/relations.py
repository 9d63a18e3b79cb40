"""Tables that relate entities: roles, statements, initiative_mentions, agreements, parties.

Contract: every row belongs to one document and points at its evidence.
"""

from __future__ import annotations

from datetime import date

from pipeline.contract.entities import INITIATIVE_STATUSES
from pipeline.contract.mentions import PRECISIONS
from pipeline.contract.schema import Row, col, row

AGREEMENT_KINDS = ("mou", "sister_city", "declaration", "other")
AGREEMENT_STATUSES = ("imagined", "denied", "planned", "signed", "in_force", "renewed", "expired")
STATEMENT_KINDS = ("table_row", "turn", "question", "answer", "direct", "reported")


@row("roles", key=("role_id",), sort_by=("document_id", "start"))
class Role(Row):
    """Person P holds title T for an organization, city or country."""

    role_id: str = col("the role")
    person_id: str = col("who", references="people.person_id")
    title: str = col("title as written")
    title_en: str | None = col("English equivalent, from the lexicon")
    status: str = col("standing told", choices=("current", "former", "elect", "acting"))
    organization_id: str | None = col(
        "body the title is held in", references="organizations.organization_id"
    )
    city_id: str | None = col("city acted for", references="cities.city_id")
    country_code: str | None = col("country acted for", references="countries.country_code")
    document_id: str = col("the document", references="documents.document_id")
    start: int = col("first code point of the evidence")
    end: int = col("end of the evidence")
    text: str = col("documents.text[start:end]")
    rule: str = col("rule that made the row")
    score: float = col("certainty", unit="0..1")


@row("statements", key=("statement_id",), sort_by=("document_id", "start", "end"))
class Statement(Row):
    """Who said what."""

    statement_id: str = col("the statement")
    document_id: str = col("the document", references="documents.document_id")
    kind: str = col("form of the statement", choices=STATEMENT_KINDS)
    segment_id: str = col(
        "table row, turn or paragraph it stands in", references="segments.segment_id"
    )
    reply_to: str | None = col("question answered", references="statements.statement_id")
    person_id: str | None = col("speaker; null if not named", references="people.person_id")
    city_id: str | None = col("city spoken for", references="cities.city_id")
    organization_id: str | None = col(
        "body spoken for where no city speaks", references="organizations.organization_id"
    )
    country_code: str | None = col("country spoken for", references="countries.country_code")
    verb: str | None = col("verb of saying")
    rule: str = col("rule that made the row")
    score: float = col("certainty", unit="0..1")
    start: int = col("first code point")
    end: int = col("end")
    text: str = col("documents.text[start:end]")


@row("initiative_mentions", key=("mention_id", "initiative_id"))
class InitiativeMention(Row):
    """One mention of an initiative."""

    mention_id: str = col("the mention", references="mentions.mention_id")
    initiative_id: str = col("the initiative", references="initiatives.initiative_id")
    status: str = col("status told here", choices=INITIATIVE_STATUSES)
    rule: str = col("rule that made the row")


@row("agreements", key=("agreement_id",), sort_by=("document_id", "start"))
class Agreement(Row):
    """An agreement stated in the text: one per document, kind, parties and topic."""

    agreement_id: str = col("the agreement")
    document_id: str = col("the document", references="documents.document_id")
    kind: str = col("what was agreed", choices=AGREEMENT_KINDS)
    status: str = col("standing told", choices=AGREEMENT_STATUSES)
    topic: str | None = col("subject as written")
    signed_on: date | None = col("first day of the signing date told")
    signed_precision: str | None = col("precision of signed_on", choices=PRECISIONS)
    start: int = col("first code point of the clearest evidence")
    end: int = col("end of the evidence")
    text: str = col("documents.text[start:end]")
    rule: str = col("rule that made the row")
    score: float = col("certainty", unit="0..1")


@row("agreement_parties", key=("agreement_id", "city_id", "country_code", "organization_id"))
class AgreementParty(Row):
    """One party of one agreement."""

    agreement_id: str = col("the agreement", references="agreements.agreement_id")
    city_id: str | None = col("a city", references="cities.city_id")
    country_code: str | None = col("a country", references="countries.country_code")
    organization_id: str | None = col("an organization", references="organizations.organization_id")
