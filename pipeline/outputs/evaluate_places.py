"""Measure linking, speed and rebuilding of places: every figure of docs/places.md.

Contract: yields lines, writes nothing; needs the extra ``build-data``.  The figures of linking are
the same on every run; the held-out fifth takes some minutes, for it trains the channel anew.
"""

from __future__ import annotations

import dataclasses
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from pipeline.config import find_config_dir
from pipeline.errors import ConfigError
from pipeline.places import build, heldout, train
from pipeline.places.channel_table import encode_table
from pipeline.places.gazetteer import Gazetteer
from pipeline.places.lexicon import PlacesLexicon
from pipeline.places.linker import Hints, link_city
from pipeline.places.speller import Speller
from pipeline.places.summit_cities import CASES
from pipeline.recognizers.page import Page
from pipeline.recognizers.places.finder import build_lexicon, find_places
from pipeline.resources import LexiconTables

_LOAD = """
import time
from pathlib import Path
from pipeline.places.gazetteer import Gazetteer
def held(): return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 2**20
before, started = held(), time.process_time()
gazetteer = Gazetteer(Path("gazetteer.bin").read_bytes())
assert gazetteer.find("麥德林市", "CO") and gazetteer.find_latin("Medellin", "CO")
assert gazetteer.place(0) and gazetteer.freedom("布拉格")
print(time.process_time() - started, held() - before)
"""


@cache
def _lexicon() -> PlacesLexicon:
    return build_lexicon(LexiconTables(find_config_dir()))


@cache
def _records() -> list[build.Record]:
    return build.read_records()


def rebuild() -> Iterator[str]:
    """Tell whether the shipped files are what their commands make, byte for byte."""
    gazetteer = (find_config_dir() / "gazetteer.bin").read_bytes()
    table = encode_table(train.train(*train.pairs_of(Gazetteer(gazetteer))))
    yield f"gazetteer.bin rebuilt the same: {build.build() == gazetteer}"
    same = table == (find_config_dir() / "transliteration.bin").read_bytes()
    yield f"transliteration.bin rebuilt the same: {same}"


def names() -> Iterator[str]:
    """Tell how many of the research's 33 summit cities are linked, with and without the list."""
    lexicon = _lexicon()
    bare = dataclasses.replace(lexicon, listed={}, listed_names={}, links={})
    for title, one in (("with cities.csv", lexicon), ("without", bare)):
        wrong = []
        for country, name, expected in CASES:
            place = link_city(name, Hints(country), one).place
            # Seoul's suffix and the like are written by GeoNames in several ways: compare ids.
            right = link_city(name, Hints(country), lexicon).place
            if place is None or right is None or place.city_id != right.city_id:
                wrong.append(f"{name} ({expected})")
        yield f"33 names {title}: {len(CASES) - len(wrong)} right; not: {', '.join(wrong) or '-'}"


def speed() -> Iterator[str]:
    """Tell loading, memory, look-up and tagging, in CPU time of this machine."""
    told = subprocess.run(
        [sys.executable, "-c", _LOAD],
        capture_output=True,
        text=True,
        check=True,
        cwd=find_config_dir(),
    )
    seconds, megabytes = map(float, told.stdout.split())
    yield f"gazetteer loaded in {seconds:.2f} s, {megabytes:.0f} MB more"
    lexicon = _lexicon()
    gazetteer = lexicon.gazetteer
    cases = [(name, country) for country, name, _ in CASES] * 30
    yield f"look-up {_each(lambda: [gazetteer.find(n, c) for n, c in cases], len(cases)):.4f} ms"
    texts = [path.read_text(encoding="utf-8-sig") for path in _documents()]
    pages = [Page.of(text) for text in texts * 3]
    size = sum(len(page.text) for page in pages)
    for page in pages[: len(texts)]:
        find_places(page, lexicon)
    took = _each(lambda: [find_places(page, lexicon) for page in pages], 1) / 1000
    yield f"tagging {size / took:,.0f} characters a CPU second"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield f"peak memory of this process {peak:.0f} MB"


def _documents() -> list[Path]:
    """Return the texts of the checkout: those of raw/ and of the gold set."""
    root = find_config_dir().parent
    return sorted([*(root / "raw").glob("*.txt"), *(root / "tests" / "gold").rglob("*.txt")])


def _each(action: Callable[[], object], n: int) -> float:
    """Return the CPU time of an action in milliseconds, divided by ``n``; the best of three."""
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        action()
        best = min(best, time.process_time() - started)
    return best * 1000 / n


def exemplars() -> Iterator[str]:
    """Tell how CLDR's Taiwanese names are linked when neither CLDR nor cities.csv is known."""
    records = _records()
    gazetteer = Gazetteer(build.encode_records(records, {}))
    table = heldout.trained(gazetteer)
    lexicon = heldout.without_list(_lexicon(), gazetteer, table)
    queries = heldout.exemplars(records)
    score, wrong = heldout.link(queries, lexicon)
    yield (
        f"CLDR exemplar cities n={score.n}: linked right {score.first / score.n:.3f}, "
        f"right with the best guess where it abstains {score.five / score.n:.3f}, "
        f"coverage {score.kept / score.n:.3f}, right of those linked {score.first / score.kept:.3f}"
    )
    yield from (f"  {line}" for line in wrong)
    yield f"channel alone {heldout.rank(queries, lexicon.speller, gazetteer, True).line()}"


def held_out() -> Iterator[str]:
    """Tell how names never seen are linked: in their country among cities500, and worldwide."""
    records = _records()
    gazetteer = heldout.world(records)
    table = heldout.trained(gazetteer)
    lexicon = heldout.without_list(_lexicon(), gazetteer, table)
    queries = heldout.unseen(records, gazetteer)
    speller = lexicon.speller
    for title, country in (("in country", True), ("worldwide", False)):
        # A speller that has seen nothing: the first use of every country is counted.
        fresh = Speller(table, gazetteer, speller.words)
        asked = [(q.name, q.record["countrycode"] if country else None) for q in queries]
        some = asked if country else asked[::9]
        if not country:
            fresh.guesses(*asked[1])  # the world's names are read once for all
        started = time.process_time()
        for one in some:
            fresh.guesses(*one)
        each = (time.process_time() - started) * 1000 / len(some)
        yield f"{title} {each:.1f} ms a query"
        yield f"{title} {heldout.rank(queries, speller, gazetteer, country).line()}"
    score, _ = heldout.link(queries, lexicon)
    yield f"links kept: coverage {score.kept / score.n:.3f}, right {score.first / score.kept:.3f}"


MEASURES: dict[str, Callable[[], Iterator[str]]] = {
    "rebuild": rebuild,
    "names": names,
    "speed": speed,
    "exemplars": exemplars,
    "held-out": held_out,
}


def evaluate_places(parts: Sequence[str]) -> Iterator[str]:
    """Yield the figures of some parts, or of all.

    Raises:
        ConfigError: a part is unknown, or the extra ``build-data`` is missing.
    """
    unknown = [part for part in parts if part not in MEASURES]
    if unknown:
        advice = f"choose from {', '.join(MEASURES)}"
        raise ConfigError("summit evaluate places", f"no part {unknown[0]!r}", advice)
    for part in parts or MEASURES:
        try:
            yield from (f"{part}: {line}" for line in MEASURES[part]())
        except ModuleNotFoundError as error:
            advice = "install the extra: pip install -e '.[build-data]'"
            raise ConfigError(f"part {part}", f"needs {error.name}", advice) from error
