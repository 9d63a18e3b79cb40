"""Whose city each of several people is of, where cities and people stand in two lists.

Contract: changes guessed roles and those of a shared title; `people` and `held` run in parallel.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from pipeline.contract import Mention, Role, Segment
from pipeline.language import views
from pipeline.linking.people_groups import Written
from pipeline.recognizers.people.lexicon import PeopleLexicon
from pipeline.recognizers.titles.finder import read_title
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.roles.local_cities import GREATER_CHINA, fitting

# The end of the rules that guess the city of a local title.
GUESS = "_local"
# Between the people of a list.
LIST = views.pattern("[ ]?(?:、|及|和|與|以及|暨|&|,)[ ]?")
_BETWEEN_CITIES = views.pattern("[市縣]?[ ]?(?:、|及|和|與|以及|暨|,)[ ]?")
# 兩市|市長, 三位|副市長: a title of each of several.
_EACH = views.pattern(
    "(?<!第)(?<![0-9一二三四五六七八九十])(?:[兩雙二三四五六七八九十2-9]|各)(?:座|個)?"
    "(?:(?P<of_cities>地|市|縣市|城市?)|方|國|位|名)的?$"
)
_LONGEST_EACH = 6
_FEWEST = 2


def place_lists(
    near: Neighbours, people: Sequence[Written], held: list[list[Role]], lexicon: PeopleLexicon
) -> None:
    """Place 弗萊堡、水原……市長Annegret、市長池東旭 in order; our own may stand first.

    兩市市長吳承翰與Priya Deshmukh are each of one of the cities named before.
    """
    _place_each(near, people, held, lexicon)
    start = 0
    for end in range(1, len(people) + 1):
        if end < len(people) and _goes_on(near, people[end - 1], people[end], held[end]):
            continue
        if end - start > 1 and _is_guessed(held[start]):
            cities = _listed_cities(near, people[start].mention, end - start)
            first = [roles[0] for roles in held[start:end]]
            fits = [
                fitting(near, written, role.title, lexicon)
                for written, role in zip(people[start:end], first, strict=True)
            ]
            ours = [c for c in cities if near.countries.get(c or "") in GREATER_CHINA]
            for role, city in zip(first, _in_order(cities, ours, fits), strict=False):
                place(near, role, city)
        start = end


def _in_order(
    cities: list[str | None],
    ours: list[str | None],
    fits: Sequence[Callable[[str | None], bool]],
) -> list[str | None]:
    """Return the cities in order, or with one of ours put first, such that all fit; else none."""
    orders = [cities, *([city, *(c for c in cities if c != city)] for city in ours)]
    for order in orders:
        if all(fit(city) for fit, city in zip(fits, order, strict=False)):
            return order
    return []


def _is_guessed(roles: list[Role]) -> bool:
    return bool(roles) and roles[0].rule.endswith(GUESS) and roles[0].organization_id is None


def _goes_on(near: Neighbours, one: Written, other: Written, roles: list[Role]) -> bool:
    """Whether a person with a guessed title follows another in a list."""
    if not _is_guessed(roles) or roles[0].start < one.mention.end:
        return False
    return LIST.fullmatch(near.doc.view, one.mention.end, roles[0].start) is not None


def _listed_cities(near: Neighbours, first: Mention, size: int) -> list[str | None]:
    """Return the cities of the last list of so many before a person in its paragraph."""
    doc = near.doc
    outer = paragraph_of(near, first)
    run: list[Mention] = []
    best: list[Mention] = []
    for city in doc.kept_in(outer.start, first.start, "CITY"):
        if run and city.start < run[-1].end:
            continue
        if run and not _joins(near, run[-1], city):
            run = []
        run.append(city)
        best = run[:] if len(run) == size else best
        if len(run) > size:
            best = []
    distinct = {city.entity_id for city in best}
    return [city.entity_id for city in best] if len(distinct) == size else []


def _joins(near: Neighbours, one: Mention, other: Mention) -> bool:
    between = near.doc.view[one.end : other.start]
    for country in reversed(near.doc.kept_in(one.end, other.start, "COUNTRY")):
        between = between[: country.start - one.end] + between[country.end - one.end :]
    return _BETWEEN_CITIES.fullmatch(between) is not None


def _place_each(
    near: Neighbours, people: Sequence[Written], held: list[list[Role]], lexicon: PeopleLexicon
) -> None:
    """Give the people of 三市市長A、B、C the title they share, each for one of the cities.

    兩市 stands before any title, 兩位 only before one held in a city: no 兩位專家, 兩位教授.
    """
    for first, written in enumerate(people):
        title = near.ending(written.mention.start, "TITLE")
        low = max(0, title.start - _LONGEST_EACH) if title is not None else 0
        each = _EACH.search(near.doc.view, low, title.start) if title is not None else None
        if title is None or each is None or not held[first]:
            continue
        end = first + 1
        while end < len(people) and LIST.fullmatch(
            near.doc.view, people[end - 1].mention.end, people[end].mention.start
        ):
            end += 1
        if end - first < _FEWEST:
            continue
        pointed = near.doc.kept_in(each.start(), title.start, "CITY")
        cities = [one.entity_id for one in pointed if one.form == "anaphora"]
        if len(cities) != end - first:
            cities = _listed_cities(near, written.mention, end - first)
        role = held[first][0]
        if _is_told(role, cities):
            continue
        if not (each["of_cities"] or read_title(title.text, lexicon.titles).scope == "city"):
            if role.city_id in cities:  # 臺北、高雄的兩位專家
                place(near, role, None)
            continue
        fits = [fitting(near, one, title.text, lexicon) for one in people[first:end]]
        placed = _in_order(cities, cities[1:], fits)
        for index, city in zip(range(first, end), placed, strict=False):
            mention = people[index].mention
            others = held[index][1:] if index == first else held[index]
            shared = dataclasses.replace(
                role,
                person_id=mention.entity_id or "",
                start=min(title.start, mention.start),
                end=mention.end,
                text=near.doc.text[title.start : mention.end],
                rule="each",
                organization_id=None,
                city_id=city,
                country_code=near.countries.get(city or ""),
            )
            held[index] = [shared, *(one for one in others if _is_told(one, cities))]


def _is_told(role: Role, cities: Sequence[str | None]) -> bool:
    """Whether the text tells of whom a title is, other than of one of the cities: 臺大兩位教授."""
    if role.rule.endswith(GUESS):
        return False
    if role.organization_id is not None:
        return True
    return role.city_id not in cities if role.city_id else role.country_code is not None


def paragraph_of(near: Neighbours, mention: Mention) -> Segment:
    """Return the paragraph around a mention, in a table its cell."""
    leaf = near.doc.segment(mention.segment_id)
    outer = next(near.doc.ancestors(leaf), leaf)
    return leaf if outer.kind in ("table_row", "table") else outer


def place(near: Neighbours, role: Role, city_id: str | None) -> None:
    """Make a role one of a city, or of nowhere."""
    role.city_id, role.country_code = city_id, near.countries.get(city_id or "")
