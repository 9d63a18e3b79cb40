"""Documents made of plain text, with the places given by the test."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.contract import City, Document, Mention, Person, Role, Segment, Statement
from pipeline.language import views
from pipeline.language.words import Words
from pipeline.linking.docview import DocView, doc_views
from pipeline.linking.organizations import resolve_organizations
from pipeline.linking.people import resolve_people
from pipeline.readers.source import Source
from pipeline.recognizers.dates.finder import find_dates
from pipeline.recognizers.organizations import finder as organizations
from pipeline.recognizers.overlaps import Judged, judge
from pipeline.recognizers.page import Claim, Page
from pipeline.recognizers.people import finder as people
from pipeline.recognizers.titles import finder as titles
from pipeline.recognizers.titles.aligned import align_titles
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.roles.finder import find_roles
from pipeline.relations.statements import finder as statements
from pipeline.resources import LexiconTables
from pipeline.stages import ingest, segment
from pipeline.stages.pieces import pieces

CONFIG = Path(__file__).parents[2] / "config"


class Reader:
    """Reads text with the repository's lexicons; places are those the test names."""

    def __init__(self) -> None:
        tables = LexiconTables(CONFIG)
        self.words = Words()
        self.titles = titles.build_lexicon(tables)
        self.organizations = organizations.build_lexicon(tables)
        self.people = people.build_lexicon(tables)
        self.statements = statements.build_lexicon(tables)

    def judge(
        self, page: Page, cities: Sequence[str] = (), countries: Sequence[str] = ()
    ) -> list[Judged]:
        found: list[tuple[str, Claim]] = []
        for label, names in (("CITY", cities), ("COUNTRY", countries)):
            given = re.finditer("|".join(map(re.escape, names)) or "(?!)", page.text)
            found += [("places", Claim(*m.span(), label, "given", 0.9)) for m in given]
        found += [("dates", claim) for claim in find_dates(page)]
        if "·" in page.view and not page.words:  # dotted names are read by words
            page.words = self.words.cut(page.text)
        page.add(claim for _, claim in found)
        for name, find, lexicon in (
            ("titles", titles.find_titles, self.titles),
            ("organizations", organizations.find_organizations, self.organizations),
            ("people", people.find_people, self.people),
        ):
            claims = find(page, lexicon)  # type: ignore[arg-type]
            page.add(claims)
            found += [(name, claim) for claim in claims]
        return judge(align_titles(found))

    def kept(
        self,
        text: str,
        label: str,
        cities: Sequence[str] = (),
        countries: Sequence[str] = (),
        forms: Sequence[str] = ("name", "short"),
    ) -> list[str]:
        """Return the texts of the kept claims of a label."""
        judged = self.judge(Page.of(text), cities, countries)
        return [
            text[verdict.claim.start : verdict.claim.end]
            for verdict in judged
            if verdict.status == "kept"
            and verdict.claim.label == label
            and verdict.claim.form in forms
        ]

    def document(
        self,
        text: str,
        cities: Mapping[str, str] | None = None,
        countries: Mapping[str, str] | None = None,
        name: str = "a.txt",
    ) -> DocView:
        """Return a document with resolved mentions, roles and statements.

        Args:
            text: source text.
            cities: ``"city_id CODE"`` by surface.
            countries: code by surface.
            name: file name, its ending tells the format.
        """
        tables = ingest.run([Source(name, text.encode())])
        cut = segment.run(tables)
        for kind in cut:
            tables[kind] = cut[kind]
        document = tables[Document][0]
        page = Page(document.text, views.fold(document.text), pieces(document, tables[Segment]))
        cities, countries = cities or {}, countries or {}
        judged = self.judge(page, tuple(cities), tuple(countries))
        tables[Mention] = _mentions(document, tables[Segment], judged)
        doc = doc_views(tables)[0]
        for mention in doc.mentions:
            if mention.label == "CITY":
                mention.entity_id = cities[mention.text].split()[0]
            if mention.label == "COUNTRY":
                mention.entity_id = countries[mention.text]
        doc.cities.extend(_city(*pair.split()) for pair in sorted(set(cities.values())))
        resolve_organizations(doc, self.organizations)
        resolve_people(doc, self.people)
        near = Neighbours.of(doc)
        find_roles(near, self.people)
        statements.find_statements(near, self.statements)
        return doc


def _mentions(
    document: Document, segments: Sequence[Segment], judged: Sequence[Judged]
) -> list[Mention]:
    parents = {row.parent_id for row in segments}
    leaves = sorted(
        (row for row in segments if row.segment_id not in parents), key=lambda row: row.start
    )
    starts = [leaf.start for leaf in leaves]
    return [
        Mention(
            mention_id=f"{v.claim.start}-{v.claim.end}-{v.claim.label}",
            document_id=document.document_id,
            segment_id=leaves[bisect_right(starts, v.claim.start) - 1].segment_id,
            statement_id=None,
            start=v.claim.start,
            end=v.claim.end,
            text=document.text[v.claim.start : v.claim.end],
            label=v.claim.label,
            form=v.claim.form,
            recognizer=v.recognizer,
            rule=v.claim.rule,
            score=v.claim.score,
            status=v.status,
            reason=v.reason,
            entity_id=None,
        )
        for v in judged
    ]


def _city(city_id: str, country_code: str) -> City:
    return City(
        city_id=city_id,
        name_zh=city_id,
        name_en=city_id,
        country_code=country_code,
        admin1=None,
        latitude=None,
        longitude=None,
        population=None,
        link_method="list",
        link_score=1.0,
        n_mentions=1,
        n_documents=1,
    )


def person(doc: DocView, name: str) -> Person:
    """Return the one person called ``name``."""
    (found,) = [one for one in doc.people if one.name == name]
    return found


def roles(doc: DocView, name: str) -> list[Role]:
    return [role for role in doc.roles if role.person_id == person(doc, name).person_id]


def said(doc: DocView, name: str) -> list[Statement]:
    return [s for s in doc.statements if s.person_id == person(doc, name).person_id]
