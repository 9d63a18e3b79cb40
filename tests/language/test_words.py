"""Words tile the text, keep added terms whole, and both engines cut alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.words import Words, split_at

TERMS = ["智慧城市", "布達佩斯", "貝爾墨潘", "大邱市"]
_SHARED = Words(TERMS)
RAW = sorted((Path(__file__).parents[2] / "raw").glob("*.txt"))


@pytest.fixture(scope="module")
def rust() -> Words:
    return Words(TERMS, engine="rjieba")


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Words:
    return Words(TERMS, cache_dir=tmp_path_factory.mktemp("jieba"), engine="jieba")


@pytest.mark.parametrize("path", RAW, ids=lambda path: path.stem)
def test_both_engines_cut_the_seed_alike(path: Path, rust: Words, python: Words) -> None:
    text = path.read_text(encoding="utf-8")
    assert rust.cut(text) == python.cut(text)


def test_traditional_text_is_cut_by_the_simplified_dictionary(rust: Words) -> None:
    text = "貝里斯貝爾墨潘市長發展智慧城市"
    assert [text[a:b] for a, b, _ in rust.cut(text)] == [
        "貝里斯",
        "貝爾墨潘",
        "市長",
        "發展",
        "智慧城市",
    ]


def test_words_carry_the_dictionary_tag_or_nothing(rust: Words) -> None:
    text = "推動5G𠀀"
    assert [(text[a:b], tag) for a, b, tag in rust.cut(text)] == [
        ("推動", "v"),
        ("5G", None),
        ("𠀀", None),
    ]


@given(st.text(alphabet="臺北市長智慧城市台湾 \n\t，。5Gaé𠀀\u0301", max_size=60))
def test_words_tile_any_text(text: str) -> None:
    position = 0
    for start, end, _ in _SHARED.cut(text):
        assert start == position
        assert end > start
        position = end
    assert position == len(text)


def test_a_boundary_inside_a_word_cuts_it() -> None:
    assert split_at([(0, 4, "n")], [2]) == [(0, 2, None), (2, 4, None)]
