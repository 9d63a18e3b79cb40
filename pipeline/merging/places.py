"""Merge cities and countries: their ids are global already.

Contract: counts are summed; names and links are chosen by vote.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.contract import City, Country
from pipeline.merging.blocks import blocks, most


def merge_cities(rows: Sequence[City]) -> list[City]:
    """Return the cities of the corpus."""
    merged = []
    for (city_id,), block in blocks(rows, lambda city: (city.city_id,)):
        names: Counter[str] = Counter()
        for city in block:
            names[city.name_zh] += city.n_mentions
        best = min(block, key=lambda c: (-c.link_score, c.link_method, c.name_en or "", c.name_zh))
        merged.append(
            City(
                city_id=city_id,
                name_zh=most(names),
                name_en=best.name_en,
                country_code=best.country_code,
                admin1=best.admin1,
                latitude=best.latitude,
                longitude=best.longitude,
                population=best.population,
                link_method=best.link_method,
                link_score=best.link_score,
                n_mentions=sum(city.n_mentions for city in block),
                n_documents=sum(city.n_documents for city in block),
            )
        )
    return merged


def merge_countries(rows: Sequence[Country]) -> list[Country]:
    """Return the countries of the corpus."""
    return [
        Country(
            country_code=code,
            name_zh=min(country.name_zh for country in block),
            name_en=min(country.name_en for country in block),
            n_mentions=sum(country.n_mentions for country in block),
            n_documents=sum(country.n_documents for country in block),
        )
        for (code,), block in blocks(rows, lambda country: (country.country_code,))
    ]
