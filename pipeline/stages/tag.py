"""Tag: documents and segments to mentions, quantities, dates, links and tokens.

Contract: pure; a document's rows depend on that document alone.
"""

from __future__ import annotations

import operator
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import compress
from typing import Protocol

from pipeline.contract import Date, Document, Link, Mention, Quantity, Segment, Tables, Token
from pipeline.contract.columns import Columns
from pipeline.language import views
from pipeline.recognizers.dates.finder import DateValue
from pipeline.recognizers.page import Page
from pipeline.recognizers.quantities.finder import QuantityValue
from pipeline.recognizers.urls import LinkValue
from pipeline.stages.pieces import datelines, heads, pieces
from pipeline.tagging import Tagged


class Resources(Protocol):
    """What the stage needs."""

    def tag(self, page: Page, document_id: str) -> Tagged:
        """Return the words and mentions of a page."""


def run(tables: Tables, resources: Resources) -> Tables:
    """Return mentions, quantities, dates, links and tokens of all documents in ``tables``."""
    segments: dict[str, list[Segment]] = {}
    for segment in tables[Segment]:
        segments.setdefault(segment.document_id, []).append(segment)
    result = Tables()
    for document in sorted(tables[Document], key=lambda document: document.document_id):
        found = segments.get(document.document_id, [])
        own = sorted(found, key=lambda segment: segment.start)
        page = Page(
            document.text,
            views.fold_page(document.text),
            pieces(document, own),
            document.published_on,
            datelines=datelines(document, own),
            heads=heads(document, own),
        )
        tagged = resources.tag(page, document.document_id)
        result.extend(_rows(tagged, document, _leaves(own)))
    return result


def _leaves(segments: Sequence[Segment]) -> list[Segment]:
    parents = {segment.parent_id for segment in segments}
    return [segment for segment in segments if segment.segment_id not in parents]


def _rows(tagged: Tagged, document: Document, leaves: Sequence[Segment]) -> Tables:
    tables = Tables()
    starts = [leaf.start for leaf in leaves]
    mentions: list[Mention] = []
    quantities: list[Quantity] = []
    dates: list[Date] = []
    links: list[Link] = []
    for mention_id, verdict in tagged.judged:
        claim = verdict.claim
        mention = Mention(
            mention_id=mention_id,
            document_id=document.document_id,
            segment_id=leaves[bisect_right(starts, claim.start) - 1].segment_id,
            statement_id=None,
            start=claim.start,
            end=claim.end,
            text=document.text[claim.start : claim.end],
            label=claim.label,
            form=claim.form,
            recognizer=verdict.recognizer,
            rule=claim.rule,
            score=claim.score,
            status=verdict.status,
            reason=verdict.reason,
            entity_id=None,
        )
        mentions.append(mention)
        if verdict.status != "kept":
            continue
        if isinstance(claim.value, QuantityValue):
            quantities.append(_quantity(mention, claim.value, document.text))
        elif isinstance(claim.value, DateValue):
            dates.append(_date(mention, claim.value))
        elif isinstance(claim.value, LinkValue):
            links.append(_link(mention, claim.value))
    tables[Mention] = mentions
    tables[Quantity] = quantities
    tables[Date] = dates
    tables[Link] = links
    tables.set_columns(Token, _tokens(tagged, document, leaves))
    return tables


def _tokens(tagged: Tagged, document: Document, leaves: Sequence[Segment]) -> Columns:
    """Return the words as columns: there are many, and no later stage reads them as rows."""
    text = document.text
    written = [text[start:end] for start, end, _ in tagged.words]
    is_word = [*map(operator.not_, map(str.isspace, written))]
    words = [*compress(tagged.words, is_word)]
    first, last, tags = zip(*words, strict=True) if words else ((), (), ())
    owners: list[str] = []
    for leaf in leaves:
        owners += [leaf.segment_id] * (bisect_left(first, leaf.end) - len(owners))
    return {
        "document_id": [document.document_id] * len(words),
        "segment_id": owners,
        "seq": [*range(len(words))],
        "start": [*first],
        "end": [*last],
        "text": [*compress(written, is_word)],
        "pos": [*tags],
    }


def _quantity(mention: Mention, value: QuantityValue, text: str) -> Quantity:
    measured = value.measured
    return Quantity(
        mention_id=mention.mention_id,
        value=value.value,
        low=value.low,
        high=value.high,
        value_exact=value.value_exact,
        unit=value.unit,
        unit_code=value.unit_code,
        dimension=value.dimension,
        currency_code=value.currency_code,
        comparator=value.comparator,
        is_approximate=value.is_approximate,
        change=value.change,
        measured=text[measured[0] : measured[1]] if measured else None,
        measured_start=measured[0] if measured else None,
        measured_end=measured[1] if measured else None,
        city_id=None,
        country_code=None,
        initiative_id=None,
    )


def _date(mention: Mention, value: DateValue) -> Date:
    return Date(
        mention_id=mention.mention_id,
        start_date=value.start_date,
        end_date=value.end_date,
        start_precision=value.start_precision,
        end_precision=value.end_precision,
        is_range=value.is_range,
        comparator=value.comparator,
        time=value.time,
        calendar=value.calendar,
        anchor=value.anchor,
        initiative_id=None,
    )


def _link(mention: Mention, value: LinkValue) -> Link:
    return Link(
        document_id=mention.document_id,
        url=mention.text,
        label=value.label,
        language=value.language,
        start=mention.start,
        end=mention.end,
    )
