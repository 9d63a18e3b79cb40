"""Small stages with the signatures of the real ones, importable by worker processes."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Sequence

from pipeline.contract import (
    City,
    Country,
    Diagnostic,
    Document,
    Mention,
    Person,
    Role,
    Segment,
    SourceMap,
    Tables,
    Token,
)
from pipeline.flow import Stage
from pipeline.ids import make_id
from pipeline.readers.source import Source

CITIES = {"臺北": ("1668341", "Taipei", "TW"), "赫爾辛基": ("658225", "Helsinki", "FI")}
NAMES = {"TW": ("臺灣", "Taiwan"), "FI": ("芬蘭", "Finland")}
_CITY = re.compile("|".join(CITIES))
_PERSON = re.compile("柯文哲|簡喬頓")


def ingest(sources: Sequence[Source], resources: object) -> Tables:
    tables = Tables()
    for source in sources:
        text = source.data.decode()
        if text.startswith("REFUSE"):
            tables.extend(_refusal(source))
            continue
        tables.extend(_document(source, text))
    return tables


def _refusal(source: Source) -> Tables:
    tables = Tables()
    tables[Diagnostic] = [
        Diagnostic(
            diagnostic_id=make_id("diagnostic", source.document_id, "empty"),
            source_path=source.path,
            document_id=source.document_id,
            stage="ingest",
            level="error",
            code="empty",
            start=None,
            end=None,
            place=f"{source.path}:1",
            message=f"{source.path} says nothing",
            advice=None,
        )
    ]
    return tables


def _document(source: Source, text: str) -> Tables:
    tables = Tables()
    name = source.document_id
    tables[Document] = [
        Document(
            document_id=name,
            kind="press_release",
            kind_score=0.87654,
            title=str(source.meta["title"]) if "title" in source.meta else None,
            language="zh-Hant",
            published_on=None,
            event_id=None,
            source_path=source.path,
            source_sha256="0" * 64,
            media_type="text/plain",
            encoding="utf-8",
            n_chars=len(text),
            text=text,
        )
    ]
    tables[SourceMap] = [source_run(name, len(text))] if text else []
    return tables


def source_run(document_id: str, length: int) -> SourceMap:
    return SourceMap(
        document_id=document_id,
        seq=0,
        op="copied",
        start=0,
        end=length,
        source_start=0,
        source_end=length,
        rule="copy",
        page=None,
        x0=None,
        y0=None,
        x1=None,
        y1=None,
        sheet=None,
        cell=None,
        paragraph=None,
    )


def segment(tables: Tables, resources: object) -> Tables:
    result = Tables()
    result[Segment] = [
        Segment(
            segment_id=make_id("segment", document.document_id, 0),
            document_id=document.document_id,
            parent_id=None,
            seq=0,
            kind="paragraph",
            start=0,
            end=document.n_chars,
            table=None,
            row=None,
            label=None,
            column=None,
            header=None,
            text=document.text,
        )
        for document in tables[Document]
        if document.text
    ]
    return result


def tag(tables: Tables, resources: object) -> Tables:
    result = Tables()
    mentions: list[Mention] = []
    tokens: list[Token] = []
    for document in tables[Document]:
        if "FAIL" in document.text:
            raise ValueError("this document cannot be tagged")
        if "KILL" in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        for label, pattern in (("CITY", _CITY), ("PERSON", _PERSON)):
            mentions += [
                _mention(document, label, found) for found in pattern.finditer(document.text)
            ]
        tokens += _tokens(document)
    result[Mention] = mentions
    result[Token] = tokens
    return result


def _tokens(document: Document) -> list[Token]:
    return [
        Token(
            document_id=document.document_id,
            segment_id=make_id("segment", document.document_id, 0),
            seq=seq,
            start=found.start(),
            end=found.end(),
            text=found[0],
            pos=None,
        )
        for seq, found in enumerate(
            re.finditer(f"{_CITY.pattern}|{_PERSON.pattern}|\\S", document.text)
        )
    ]


def _mention(document: Document, label: str, found: re.Match[str]) -> Mention:
    return Mention(
        mention_id=make_id("mention", document.document_id, found.start(), label),
        document_id=document.document_id,
        segment_id=make_id("segment", document.document_id, 0),
        statement_id=None,
        start=found.start(),
        end=found.end(),
        text=found[0],
        label=label,
        form="name",
        recognizer="fake",
        rule="list",
        score=2 / 3,
        status="kept",
        reason=None,
        entity_id=None,
    )


def resolve(tables: Tables, resources: object) -> Tables:
    result = Tables()
    cities: dict[str, City] = {}
    people: dict[str, Person] = {}
    for mention in tables[Mention]:
        if mention.label == "CITY":
            mention.entity_id = CITIES[mention.text][0]
            city = cities.setdefault(mention.entity_id, _city(mention.text))
            city.n_mentions += 1
        else:
            mention.entity_id = make_id("person", mention.document_id, mention.text)
            person = people.setdefault(mention.entity_id, _person(mention.entity_id, mention.text))
            person.n_mentions += 1
    result[Mention] = tables[Mention]
    result[City] = cities.values()
    result[Person] = people.values()
    codes = sorted({city.country_code for city in cities.values() if city.country_code})
    result[Country] = [
        Country(
            country_code=c, name_zh=NAMES[c][0], name_en=NAMES[c][1], n_mentions=0, n_documents=0
        )
        for c in codes
    ]
    return result


def _city(name: str) -> City:
    city_id, name_en, country = CITIES[name]
    return City(
        city_id=city_id,
        name_zh=name,
        name_en=name_en,
        country_code=country,
        admin1=None,
        latitude=None,
        longitude=None,
        population=None,
        link_method="list",
        link_score=1.0,
        n_mentions=0,
        n_documents=1,
    )


def _person(person_id: str, name: str) -> Person:
    return Person(
        person_id=person_id,
        name=name,
        name_zh=name,
        name_latin=None,
        family=None,
        given=None,
        honorific=None,
        variants=(name,),
        n_mentions=0,
        n_documents=1,
    )


def relate(tables: Tables, resources: object) -> Tables:
    result = Tables()
    result[Role] = [
        Role(
            role_id=make_id("role", mention.document_id, mention.start),
            person_id=mention.entity_id or "",
            title="市長",
            title_en=None,
            status="current",
            organization_id=None,
            city_id=None,
            country_code=None,
            document_id=mention.document_id,
            start=mention.start,
            end=mention.end,
            text=mention.text,
            rule="fake",
            score=1.0,
        )
        for mention in tables[Mention]
        if mention.label == "PERSON"
    ]
    return result


def crossing(tables: Tables, resources: object) -> Tables:
    """A tag stage that breaks the law of offsets in documents that say BREAK."""
    result = tag(tables, resources)
    for document in tables[Document]:
        if "BREAK" in document.text:
            result[Token][0].text = "別的"
    return result


_HERE = "tests.system.fakes"
STAGES = (
    Stage("ingest", (Document, SourceMap, Diagnostic), f"{_HERE}:ingest", code=("ids.py",)),
    Stage("segment", (Segment,), f"{_HERE}:segment", uses_config=True),
    Stage("tag", (Mention, Token), f"{_HERE}:tag"),
    Stage("resolve", (Mention, City, Country, Person), f"{_HERE}:resolve"),
    Stage("relate", (Role,), f"{_HERE}:relate"),
)
