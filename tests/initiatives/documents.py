"""Small documents for the tests on initiatives, agreements and events: text plus marked places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from pipeline.contract import City, Date, Document, Mention, Segment, Statement
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.recognizers import events, urls
from pipeline.recognizers.initiatives import finder as initiatives
from pipeline.recognizers.page import Claim, Page, sentences
from pipeline.relations.agreements import finder as agreements
from pipeline.resources import LexiconTables

CONFIG = Path(__file__).parents[2] / "config"
NAME = "doc.txt"

# Invented ids of the cities the tests speak of, with their countries.
PLACES = {
    "臺北": ("tpe", "TW"), "高雄": ("khh", "TW"), "臺南": ("tnn", "TW"), "桃園": ("tao", "TW"),
    "布拉格": ("prg", "CZ"), "大邱": ("dae", "KR"), "釜山": ("pus", "KR"), "里昂": ("lyo", "FR"),
    "橫濱": ("yok", "JP"), "仙台": ("sen", "JP"), "基多": ("uio", "EC"), "布里斯托": ("bri", "GB"),
    "苏州": ("sz", "CN"), "杰尔": ("gyo", "HU"),
}  # fmt: skip
COUNTRIES = {"日本": "JP", "法國": "FR", "韓國": "KR", "臺灣": "TW", "捷克": "CZ"}


@cache
def tables() -> LexiconTables:
    return LexiconTables(CONFIG)


@cache
def initiative_lexicon() -> initiatives.InitiativeLexicon:
    return initiatives.build_lexicon(tables())


@cache
def event_lexicon() -> events.EventLexicon:
    return events.build_lexicon(tables())


@cache
def url_lexicon() -> urls.UrlLexicon:
    return urls.build_lexicon(tables())


@cache
def agreement_lexicon() -> agreements.AgreementLexicon:
    return agreements.build_lexicon(tables())


def page_of(text: str) -> Page:
    """A page with the places of `PLACES` and `COUNTRIES` claimed."""
    page = Page.of(text)
    page.add(_claims(text, PLACES, "CITY", "市"))
    page.add(_claims(text, COUNTRIES, "COUNTRY", ""))
    page.add(events.find_events(page, event_lexicon()))
    return page


def _claims(text: str, names: Mapping[str, object], label: str, ending: str) -> list[Claim]:
    found = []
    for name in names:
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            end += len(ending) if ending and text.startswith(ending, end) else 0
            found.append(Claim(start, end, label, "test", 1.0))
            start = text.find(name, end)
    return found


def names(text: str) -> list[str]:
    """The named initiatives of a text."""
    found = initiatives.find_initiatives(page_of(text), initiative_lexicon())
    return [text[c.start : c.end] for c in found if c.value.is_named]


def measures(text: str) -> list[str]:
    """The measures a text tells without a name."""
    found = initiatives.find_initiatives(page_of(text), initiative_lexicon())
    return [text[c.start : c.end] for c in found if not c.value.is_named]


def document(
    text: str,
    *,
    kind: str = "press_release",
    speaker: str | None = None,
    country: str | None = None,
    dates: Mapping[str, Date] | None = None,
) -> DocView:
    """A document of one paragraph; ``speaker`` is the city that speaks for all of it."""
    page = page_of(text)
    page.add(initiatives.find_initiatives(page, initiative_lexicon()))
    page.add(_claims(text, dict.fromkeys(dates or {}), "DATE", ""))
    spans = sentences(text)
    segments = [_segment("p", None, 0, "paragraph", 0, len(text), text)]
    segments += [
        _segment(f"s{i}", "p", i + 1, "sentence", start, end, text)
        for i, (start, end) in enumerate(spans)
    ]
    mentions = [
        _mention(claim, text, spans)
        for label in ("CITY", "COUNTRY", "INITIATIVE", "EVENT", "DATE")
        for claim in page.of_label(label)
    ]
    doc = DocView(_document(text, kind), views.fold(text), segments, mentions)
    doc.cities = [_city(name, *place) for name, place in PLACES.items()]
    for mention in mentions:
        if dates and mention.text in dates:
            doc.dates[mention.mention_id] = dates[mention.text]
    if speaker or country:
        doc.statements = [_statement(text, speaker, country)]
    return doc


def _document(text: str, kind: str) -> Document:
    return Document(
        document_id=NAME, kind=kind, kind_score=1.0, title=None, language="zh-Hant",
        published_on=None, event_id=None, source_path=NAME, source_sha256="", encoding="utf-8",
        media_type="text/plain", n_chars=len(text), text=text,
    )  # fmt: skip


def _segment(
    name: str, parent: str | None, seq: int, kind: str, start: int, end: int, text: str
) -> Segment:
    return Segment(
        segment_id=name, document_id=NAME, parent_id=parent, seq=seq, kind=kind, start=start,
        end=end, table=None, row=None, label=None, column=None, header=None, text=text[start:end],
    )  # fmt: skip


def _mention(claim: Claim, text: str, spans: Sequence[tuple[int, int]]) -> Mention:
    inside = next(i for i, (start, end) in enumerate(spans) if start <= claim.start < end)
    surface = text[claim.start : claim.end]
    entity = None
    if claim.label == "CITY":
        entity = PLACES[surface.removesuffix("市")][0]
    elif claim.label == "COUNTRY":
        entity = COUNTRIES[surface]
    return Mention(
        mention_id=f"{claim.label}{claim.start}", document_id=NAME, segment_id=f"s{inside}",
        statement_id=None, start=claim.start, end=claim.end, text=surface, label=claim.label,
        form=claim.form, recognizer="test", rule=claim.rule, score=1.0, status="kept", reason=None,
        entity_id=entity,
    )  # fmt: skip


def _city(name: str, city_id: str, country: str) -> City:
    return City(
        city_id=city_id, name_zh=name, name_en=None, country_code=country, admin1=None,
        latitude=None, longitude=None, population=None, link_method="list", link_score=1.0,
        n_mentions=1, n_documents=1,
    )  # fmt: skip


def _statement(text: str, speaker: str | None, country: str | None) -> Statement:
    return Statement(
        statement_id="st", document_id=NAME, kind="reported", segment_id="p", reply_to=None,
        person_id=None, city_id=PLACES[speaker][0] if speaker else None, organization_id=None,
        country_code=PLACES[speaker][1] if speaker else country, verb=None, rule="test", score=1.0,
        start=0, end=len(text), text=text,
    )  # fmt: skip


def date_row(mention_id: str, day: str, precision: str = "day") -> Date:
    """A resolved date."""
    from datetime import date

    value = date.fromisoformat(day)
    return Date(
        mention_id=mention_id, start_date=value, end_date=value, start_precision=precision,
        end_precision=precision, is_range=False, comparator="=", time=None, calendar="gregorian",
        anchor=None, initiative_id=None,
    )  # fmt: skip
