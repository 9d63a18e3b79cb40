"""Tables of claims about stretches of text: mentions, quantities, dates, links.

Contract: for every row with start, end and text, ``documents.text[start:end] == text``.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pipeline.contract.schema import Row, col, row

LABELS = (
    "CITY",
    "COUNTRY",
    "PERSON",
    "ORGANIZATION",
    "TITLE",
    "QUANTITY",
    "DATE",
    "INITIATIVE",
    "EVENT",
    "URL",
)
FORMS = ("name", "short", "anaphora")
COMPARATORS = ("=", ">=", ">", "<=", "<")
DIMENSIONS = (
    "count",
    "ratio",
    "money",
    "length",
    "area",
    "volume",
    "time",
    "mass",
    "energy",
    "power",
    "information",
    "speed",
    "temperature",
    "score",
    "rank",
    "ordinal",
    "multiple",
)
PRECISIONS = ("day", "week", "month", "season", "quarter", "half", "year", "decade")


@row("mentions", key=("mention_id",), sort_by=("document_id", "start", "end", "label"))
class Mention(Row):
    """A claim that text[start:end] names something; losers stay, with the reason."""

    mention_id: str = col("the mention")
    document_id: str = col("the document", references="documents.document_id")
    segment_id: str = col("leaf segment it begins in", references="segments.segment_id")
    statement_id: str | None = col(
        "innermost statement around it; null outside", references="statements.statement_id"
    )
    start: int = col("first code point in documents.text")
    end: int = col("end in documents.text")
    text: str = col("documents.text[start:end]")
    label: str = col("what it names", choices=LABELS)
    form: str = col("full name, short form, or a word that stands for one", choices=FORMS)
    recognizer: str = col("recognizer that found it")
    rule: str = col("rule that found it")
    score: float = col("certainty", unit="0..1")
    status: str = col("whether it counts", choices=("kept", "shadowed", "rejected"))
    reason: str | None = col("why it was shadowed or rejected")
    entity_id: str | None = col(
        "key in the label's table: city_id, country_code, person_id, organization_id, "
        "initiative_id or event_id; null for other labels"
    )


@row("quantities", key=("mention_id",))
class Quantity(Row):
    """A normalized number; value includes 萬 and 億."""

    mention_id: str = col("the mention", references="mentions.mention_id")
    value: float | None = col("the number in units of unit; null for a range")
    low: float | None = col("lower bound of a range")
    high: float | None = col("upper bound of a range")
    value_exact: Decimal | None = col("value as a decimal")
    unit: str = col("measure word as written, or %; empty if none")
    unit_code: str | None = col("UCUM code; null for measure words and money")
    dimension: str = col("what sort of number", choices=DIMENSIONS)
    currency_code: str | None = col("ISO 4217 code")
    comparator: str = col("how the true number relates to value", choices=COMPARATORS)
    is_approximate: bool = col("約, 近, 餘, 多 and their kind")
    change: str = col("direction told", choices=("none", "increase", "decrease", "reaches"))
    measured: str | None = col("what is counted or measured: one stretch of the text")
    measured_start: int | None = col("its first code point in documents.text")
    measured_end: int | None = col("its end in documents.text")
    city_id: str | None = col("city it is about", references="cities.city_id")
    country_code: str | None = col("country it is about", references="countries.country_code")
    initiative_id: str | None = col(
        "initiative it belongs to", references="initiatives.initiative_id"
    )


@row("dates", key=("mention_id",))
class Date(Row):
    """A normalized date or period."""

    mention_id: str = col("the mention", references="mentions.mention_id")
    start_date: date | None = col("first day; null when unresolved")
    end_date: date | None = col("last day, inclusive; null when unresolved")
    start_precision: str = col("precision of the first end", choices=PRECISIONS)
    end_precision: str = col("precision of the second end", choices=PRECISIONS)
    is_range: bool = col("two ends are written")
    comparator: str = col("= at, <= by or before, >= from on", choices=COMPARATORS)
    time: str | None = col("time of day as written, HH:MM or HH:MM-HH:MM")
    calendar: str = col("calendar written", choices=("gregorian", "minguo"))
    anchor: str | None = col("what a partial or relative date was resolved against")
    initiative_id: str | None = col(
        "initiative it belongs to", references="initiatives.initiative_id"
    )


@row("links", key=("document_id", "start"))
class Link(Row):
    """A URL in the text."""

    document_id: str = col("the document", references="documents.document_id")
    url: str = col("the URL")
    label: str | None = col("text that introduces it")
    language: str | None = col("language the text says it is in, BCP 47")
    start: int = col("first code point in documents.text")
    end: int = col("end in documents.text")
