"""The transliteration channel learns what a character spells, and abstains in doubt."""

from __future__ import annotations

import pytest

from pipeline.errors import ConfigError
from pipeline.places.channel import Channel
from pipeline.places.channel_table import encode_table
from pipeline.places.lexicon import PlacesLexicon
from pipeline.places.linker import Hints, link_city
from pipeline.places.name_tree import NameTree
from pipeline.places.train import train

FOREIGN = [
    ("巴里", ("bari",)),
    ("马里", ("mari",)),
    ("马巴", ("maba",)),
    ("里马", ("rima",)),
    ("巴马里", ("bamari",)),
    ("里巴", ("riba",)),
]
CHINESE = [("巴马", ("bama",)), ("里马", ("lima",)), ("芭里", ("bali",)), ("马里", ("mali",))]


def test_letters_are_learned_and_readings_shared() -> None:
    spelled = train(FOREIGN, CHINESE).spelled
    likeliest = {c: max(emitted, key=lambda x: emitted[x]) for c, emitted in spelled.items()}
    assert {c: likeliest[c] for c in "巴里马"} == {"巴": "ba", "里": "ri", "马": "ma"}
    # 芭 was never seen in a foreign name; it is read as 巴.
    assert likeliest["芭"] == "ba"


def test_training_gives_the_same_bytes() -> None:
    assert encode_table(train(FOREIGN, CHINESE)) == encode_table(train(FOREIGN, CHINESE))


def test_cheapest_spelling_is_the_right_one() -> None:
    channel = Channel(encode_table(train(FOREIGN, CHINESE)), {})
    costs = channel.costs("马里巴", NameTree(sorted(["bamari", "mariba", "marimba", "rimaba"])))
    assert min(costs, key=lambda name: costs[name]) == "mariba"
    assert costs["mariba"] < costs["marimba"]


def test_a_translated_word_is_read_as_its_meaning() -> None:
    channel = Channel(encode_table(train(FOREIGN, CHINESE)), {"港": ("porto", "harbour")})
    costs = channel.costs("港巴里", NameTree(["bari", "marbari", "portodabari"]))
    assert min(costs, key=lambda name: costs[name]) == "portodabari"


def test_characters_rarely_seen_are_spelled_as_their_reading_tells() -> None:
    # 麻 is ma in China and was never seen in a foreign name; 馬 tells that m is no b.
    channel = Channel(encode_table(train(FOREIGN, [*CHINESE, ("麻里", ("mali",))])), {})
    costs = channel.costs("麻里", NameTree(["bari", "mari"]))
    assert min(costs, key=lambda name: costs[name]) == "mari"


def test_another_file_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"python -m pipeline\.places\.train"):
        Channel(b"something else", {})


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("貝爾摩潘", "BZ", "Belmopan"),
        ("布里斯托", "GB", "Bristol"),
        ("庫里提巴", "BR", "Curitiba"),
        # Parts that are translated, at either end.
        ("下塔吉爾", "RU", "Nizhny Tagil"),
        ("雪松公園", "US", "Cedar Park"),
        ("迪爾菲爾德海灘", "US", "Deerfield Beach"),
    ],
)
def test_unlisted_spellings_are_linked_by_sound(
    name: str, country: str, expected: str, lexicon: PlacesLexicon
) -> None:
    link = link_city(name, Hints(country), lexicon)
    assert link.place is not None
    assert link.place.name == expected


def test_doubtful_spelling_is_not_linked_but_told(lexicon: PlacesLexicon) -> None:
    link = link_city("庫魯瓦提薩", Hints("PY"), lexicon)
    assert (link.place, link.method, link.score) == (None, "none", 0.0)
    assert link.reason.startswith("sounds like")
