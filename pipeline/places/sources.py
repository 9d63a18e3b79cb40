"""Name the best source of each line of `config/cities.csv`.

    python -m pipeline.places.sources        (rewrites the column source)

Contract: a line whose name CLDR or GeoNames gives to the very city says so, as the gazetteer holds
it; of any other line the id, the English name and the position are GeoNames', the name is not.
Sources that name something else (an office, a register) are left alone.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Mapping
from pathlib import Path

from pipeline.places.forms import place_key
from pipeline.places.gazetteer import Gazetteer

CITIES = Path("config/cities.csv")
GAZETTEER = Path("config/gazetteer.bin")
CLDR = "CLDR zh-Hant"
GEONAMES = "GeoNames alternate names"
ALIAS = "general knowledge; an alias: GeoNames alternate names"
GENERAL = "general knowledge; id and position: GeoNames"


def source_of(row: Mapping[str, str], gazetteer: Gazetteer, number: int | None) -> str:
    """Return the source of a line.

    Args:
        row: line of `config/cities.csv`.
        gazetteer: names of CLDR and GeoNames.
        number: row of the city in the gazetteer, None if it is not there.
    """
    told = row["source"]
    if number is None or told not in (CLDR, GEONAMES, ALIAS, GENERAL, "general knowledge"):
        return told
    country = row["country_code"]
    taiwanese = gazetteer.place(number).name_zh
    if taiwanese and place_key(taiwanese) == place_key(row["name_zh"]):
        return CLDR
    if number in gazetteer.find(row["name_zh"], country):
        return GEONAMES
    aliases = filter(None, row["aliases"].split("|"))
    return ALIAS if any(number in gazetteer.find(name, country) for name in aliases) else GENERAL


def main() -> int:
    """Rewrite the column and say how many lines have which source."""
    gazetteer = Gazetteer(GAZETTEER.read_bytes())
    with CITIES.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    numbers = gazetteer.rows_of_ids(row["geonames_id"] for row in rows)
    counts: dict[str, int] = {}
    for row in rows:
        row["source"] = source_of(row, gazetteer, numbers.get(row["geonames_id"]))
        counts[row["source"]] = counts.get(row["source"], 0) + 1
    with CITIES.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    for source, count in sorted(counts.items()):
        sys.stdout.write(f"{count:5} {source}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
